//! The terminal: titles, aligned tables, trees, charts and notes within a width.

mod cards;
pub mod chart;
pub mod page;
pub mod snippet;
mod table;
pub mod tree;
mod widths;

use textwrap::core::display_width;
use textwrap::{Options, WordSplitter, wrap};

pub use self::page::Page;
use self::widths::columns;
use crate::report::{Block, Document, Facts, Text};
use crate::view::style;

/// Prose reads best in lines no longer than this.
const LONGEST_LINE: usize = 100;

/// The document's blocks, a blank line between them.
pub fn render(document: &Document, page: &Page) -> String {
    let prose = page.at_most(LONGEST_LINE);
    let mut shown = style::title(&wrapped(&prose.say(&document.title), prose.width, "", ""));
    shown.push('\n');
    let mut after_note = false;
    for block in document.seen() {
        let text = match block {
            Block::Table(content) => table::render(content, page),
            Block::Ranges(content) => chart::render(content, page),
            Block::Tree(content) => tree::render(&content.root, &prose),
            Block::Facts(content) => facts(content, &prose),
            Block::Prose(text) => wrapped(&prose.say(text), prose.width, "", ""),
            Block::Snippet(content) => snippet::render(content, prose.lang, prose.width),
            Block::Note(text) => {
                style::quiet(&wrapped(&prose.say(text), prose.width, page.signs.bullet, "  "))
            }
        };
        append(&mut shown, &text, after_note && matches!(block, Block::Note(_)));
        after_note = matches!(block, Block::Note(_));
    }
    shown
}

/// Adds a block under a blank line, or close to the one above; an empty block adds nothing.
pub fn append(shown: &mut String, block: &str, close: bool) {
    let block = block.trim_end();
    if !block.is_empty() {
        shown.push_str(if close { "" } else { "\n" });
        shown.push_str(block);
        shown.push('\n');
    }
}

/// `text` in lines of at most `width` columns, broken only between words.
pub fn wrapped(text: &str, width: usize, first: &str, rest: &str) -> String {
    if columns(first) + columns(text) <= width && !text.contains('\n') && !text.ends_with(' ') {
        return format!("{first}{text}");
    }
    // An address or a name of one piece stays whole; a text of wide characters has no blanks to break at.
    let is_wide = !text.is_ascii() && display_width(text) > text.chars().count();
    let options = Options::new(width.max(12))
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(is_wide)
        .word_splitter(WordSplitter::NoHyphenation);
    wrap(text, options).join("\n")
}

/// The title of a block.
pub fn headed(title: &Text, page: &Page) -> String {
    style::heading(&wrapped(&page.say(title), page.width, "", ""))
}

/// A value behind its label, in a column of its own `indent` further right than the widest label.
pub fn labelled(label: &str, value: &str, indent: &str, widest: usize, width: usize) -> String {
    let hanging = format!("{indent}{}", " ".repeat(widest + 2));
    let value = wrapped(value, width, &hanging, &hanging);
    let gap = " ".repeat(widest - display_width(label) + 2);
    format!("{indent}{}{gap}{}", style::label(label), value.trim_start_matches(' '))
}

/// Labels and values in two columns, or each value below its label where that is too narrow.
fn facts(facts: &Facts, page: &Page) -> String {
    let items: Vec<(String, String)> =
        facts.items.iter().map(|(label, value)| (page.say(label), page.cell(value))).collect();
    let widest = items.iter().map(|(label, _)| display_width(label)).max().unwrap_or(0);
    let mut lines: Vec<String> = facts.title.iter().map(|title| headed(title, page)).collect();
    for (label, value) in items {
        lines.push(if widest + 26 <= page.width && widest <= 32 {
            labelled(&label, &value, "", widest, page.width)
        } else {
            let label = style::label(&wrapped(&label, page.width, "", ""));
            format!("{label}\n{}", wrapped(&value, page.width, "  ", "  "))
        });
    }
    lines.join("\n")
}
