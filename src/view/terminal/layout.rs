//! Laying out text within a width: wrapped lines, labels beside values, titles of blocks.

use textwrap::core::display_width;
use textwrap::{Options, WordSplitter};

use super::page::Page;
use crate::model::text::Text;
use crate::view::style;

/// Adds a block under a blank line, or close to the one above; an empty block adds nothing.
pub fn append(shown: &mut String, block: &str, close: bool) {
    let block = block.trim_end();
    if !block.is_empty() {
        shown.push_str(if close { "" } else { "\n" });
        shown.push_str(block);
        shown.push('\n');
    }
}

/// A message whose lines are broken at `width`, between words.
pub fn wrap(message: &str, width: usize) -> String {
    message.lines().map(|line| wrapped(line, width, "", "  ")).collect::<Vec<_>>().join("\n")
}

/// `text` in lines of at most `width` columns, broken only between words.
pub fn wrapped(text: &str, width: usize, first: &str, rest: &str) -> String {
    if display_width(first) + display_width(text) <= width && !text.contains('\n') && !text.ends_with(' ') {
        return format!("{first}{text}");
    }
    // An address or a name of one piece stays whole; a text of wide characters has no blanks to break at.
    let is_wide = !text.is_ascii() && display_width(text) > text.chars().count();
    let options = Options::new(width.max(12))
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(is_wide)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).join("\n")
}

/// The title of a block.
pub fn headed(title: &Text, page: &Page) -> String {
    headed_line(&page.say(title), page)
}

/// The title of a block, already in the page's language.
pub fn headed_line(title: &str, page: &Page) -> String {
    style::heading(&wrapped(title, page.width, "", ""))
}

/// A value behind its label, in a column of its own `indent` further right than the widest label.
pub fn labelled(label: &str, value: &str, indent: &str, widest: usize, width: usize) -> String {
    let hanging = format!("{indent}{}", " ".repeat(widest + 2));
    let value = wrapped(value, width, &hanging, &hanging);
    let gap = " ".repeat(widest - display_width(label) + 2);
    format!("{indent}{}{gap}{}", style::label(label), value.trim_start_matches(' '))
}
