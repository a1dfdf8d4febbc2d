//! The terminal: titles, aligned tables, trees, charts and notes within a width.

mod cards;
pub mod chart;
pub mod snippet;
mod table;
pub mod tree;
mod widths;

use textwrap::{Options, WordSplitter, wrap};

use self::widths::columns;
use crate::report::{Block, Document, Facts, Lang, Text};
use crate::view::number::{cell, say};
use crate::view::style;

/// Prose reads best in lines no longer than this.
const LONGEST_LINE: usize = 100;

/// The document's blocks, a blank line between them.
pub fn render(document: &Document, lang: Lang, width: usize) -> String {
    let prose = width.min(LONGEST_LINE);
    let mut shown = style::title(&wrapped(&say(&document.title, lang), prose, "", ""));
    shown.push('\n');
    let mut after_note = false;
    for block in document.seen() {
        let text = match block {
            Block::Table(content) => table::render(content, lang, width),
            Block::Ranges(content) => chart::render(content, lang, width),
            Block::Tree(content) => tree::render(&content.root, lang, prose),
            Block::Facts(content) => facts(content, lang, prose),
            Block::Prose(text) => wrapped(&say(text, lang), prose, "", ""),
            Block::Snippet(content) => snippet::render(content, lang, prose),
            Block::Note(text) => style::quiet(&wrapped(&say(text, lang), prose, "• ", "  ")),
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
    let options = Options::new(width.max(12))
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation);
    wrap(text, options).join("\n")
}

/// The title of a block within `width`.
pub fn headed(title: &Text, lang: Lang, width: usize) -> String {
    style::heading(&wrapped(&say(title, lang), width, "", ""))
}

/// Labels and values in two columns; a value that wraps stays in its own.
fn facts(facts: &Facts, lang: Lang, width: usize) -> String {
    let items: Vec<(String, String)> =
        facts.items.iter().map(|(label, value)| (say(label, lang), cell(value, lang))).collect();
    let widest = items.iter().map(|(label, _)| textwrap::core::display_width(label)).max().unwrap_or(0);
    let mut lines: Vec<String> = facts.title.iter().map(|title| headed(title, lang, width)).collect();
    for (label, value) in items {
        lines.push(if widest + 26 <= width && widest <= 32 {
            let indent = " ".repeat(widest + 2);
            let value = wrapped(&value, width, &indent, &indent);
            let gap = " ".repeat(widest - textwrap::core::display_width(&label) + 2);
            format!("{}{gap}{}", style::label(&label), value.trim_start_matches(' '))
        } else {
            format!(
                "{}\n{}",
                style::label(&wrapped(&label, width, "", "")),
                wrapped(&value, width, "  ", "  ")
            )
        });
    }
    lines.join("\n")
}
