//! Laying out text within a width: wrapped lines, labels beside values, titles of blocks.

use textwrap::core::display_width;
use textwrap::{Options, WordSplitter};

use super::page::Page;
use crate::model::text::Text;
use crate::view::line::{Line, Look};

/// Adds a block under a blank line, or close to the one above; an empty block adds nothing.
pub fn append(shown: &mut String, block: &str, close: bool) {
    let block = block.trim_end();
    if !block.is_empty() {
        shown.push_str(if close { "" } else { "\n" });
        shown.push_str(block);
        shown.push('\n');
    }
}

/// Adds the lines of a block under a blank one, or close to those above; an empty block adds nothing.
pub fn append_lines(shown: &mut Vec<Line>, mut block: Vec<Line>, close: bool) {
    while block.last().is_some_and(Line::is_blank) {
        block.pop();
    }
    if !block.is_empty() {
        shown.extend((!close).then(Line::default));
        shown.extend(block);
    }
}

/// A message whose lines are broken at `width`, between words.
pub fn wrap(message: &str, width: usize) -> String {
    message.lines().flat_map(|line| broken(line, width, "", "  ")).collect::<Vec<_>>().join("\n")
}

/// `text` in lines of at most `width` columns that all look the same, broken only between words.
pub fn wrapped(text: &str, width: usize, first: &str, rest: &str, look: &Look) -> Vec<Line> {
    broken(text, width, first, rest).into_iter().map(|line| Line::of(line, look.clone())).collect()
}

/// `text` in lines of at most `width` columns, broken only between words.
pub fn broken(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    if display_width(first) + display_width(text) <= width && !text.contains('\n') && !text.ends_with(' ') {
        return vec![format!("{first}{text}")];
    }
    // An address or a name of one piece stays whole; a text of wide characters has no blanks to break at.
    let is_wide = !text.is_ascii() && display_width(text) > text.chars().count();
    let options = Options::new(width.max(12))
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(is_wide)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// A line of several looks in lines of at most `width` columns, broken only between words.
pub fn wrapped_line(line: &Line, width: usize) -> Vec<Line> {
    let text = line.text();
    let mut at = 0;
    let part = |broken: String| {
        let start = text.get(at..).and_then(|rest| rest.find(&broken)).map_or(at, |found| at + found);
        at = start + broken.len();
        line.slice(start, at)
    };
    broken(&text, width, "", "").into_iter().map(part).collect()
}

/// The title of a block.
pub fn headed(title: &Text, page: &Page) -> Vec<Line> {
    headed_line(&page.say(title), page)
}

/// The title of a block, already in the page's language.
pub fn headed_line(title: &str, page: &Page) -> Vec<Line> {
    wrapped(title, page.width, "", "", &Look::Heading)
}

/// A value behind its label, in a column of its own `indent` further right than the widest label.
pub fn labelled(label: &str, value: &Line, indent: &str, widest: usize, width: usize) -> Vec<Line> {
    let gap = " ".repeat(widest.saturating_sub(display_width(label)) + 2);
    let first = Line::of(indent, Look::Plain).with(label, Look::Label).with(gap, Look::Plain);
    let hanging = display_width(indent) + widest + 2;
    let value = wrapped_line(value, width.saturating_sub(hanging));
    indented(value, first, &" ".repeat(hanging))
}

/// Lines behind `first`, and those after the first one behind `rest`.
pub fn indented(lines: Vec<Line>, first: Line, rest: &str) -> Vec<Line> {
    let mut first = Some(first);
    let behind = |line: Line| {
        let mut start = first.take().unwrap_or_else(|| Line::of(rest, Look::Plain));
        start.item = line.item;
        start.append(line);
        start
    };
    lines.into_iter().map(behind).collect()
}

#[cfg(test)]
mod tests {
    use super::wrapped_line;
    use crate::view::line::{Line, Look, plain};

    #[test]
    fn a_wrapped_line_keeps_the_looks_of_its_words() {
        let line =
            Line::of("un mot ", Look::Plain).with("puis un autre", Look::Match).with(" mot", Look::Plain);
        let lines = wrapped_line(&line, 12);
        assert_eq!(plain(&lines), "un mot puis\nun autre mot");
        assert_eq!(lines[1], Line::of("un autre", Look::Match).with(" mot", Look::Plain));
    }
}
