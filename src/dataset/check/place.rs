//! Lines, columns and excerpts of problems, found in one pass over the text.

use crate::model::error::{Excerpt, Problem};
use crate::model::text::Text;

/// Characters shown before the place.
const BEFORE: usize = 48;
/// Characters shown from the place on.
const AFTER: usize = 72;

/// Bytes of a text, from `start` up to `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
}

/// A problem with its place in the text, not yet with its line.
#[derive(Debug)]
pub struct Flaw {
    /// Where it stands.
    pub span: Span,
    /// Where it stands in the JSON: `programmes[12].tuition.low`; empty for the JSON itself.
    pub path: String,
    /// What is wrong, and what was expected.
    pub message: Text,
}

impl Flaw {
    /// A problem with the JSON itself.
    pub const fn new(span: Span, message: Text) -> Self {
        Self { span, path: String::new(), message }
    }
}

/// The problems with their lines and columns (in characters, from 1), in the order of the text.
pub fn located(file: &str, text: &str, mut flaws: Vec<Flaw>) -> Vec<Problem> {
    flaws.sort_by_key(|flaw| flaw.span.start);
    let mut cursor = Cursor { at: 0, line: 1, column: 1 };
    let place = |flaw: Flaw| {
        let span = on_boundaries(text, flaw.span);
        cursor.advance(text, span.start);
        Problem {
            file: file.to_owned(),
            line: Some(cursor.line),
            column: Some(cursor.column),
            path: flaw.path,
            message: flaw.message.spaced(),
            excerpt: Some(excerpt(text, span)),
        }
    };
    flaws.into_iter().map(place).collect()
}

/// The byte at which `line` and `column` (from 1, in bytes) stand, as `serde_json` counts them.
pub fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    start + column.saturating_sub(1)
}

/// The span within the text, moved to where characters begin.
fn on_boundaries(text: &str, span: Span) -> Span {
    let floor = |at: usize| {
        let near = at.min(text.len());
        (0..=near).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
    };
    let start = floor(span.start);
    Span { start, end: floor(span.end).max(start) }
}

/// A place in the text that only moves forward.
struct Cursor {
    at: usize,
    line: usize,
    column: usize,
}

impl Cursor {
    fn advance(&mut self, text: &str, to: usize) {
        let passed = &text.as_bytes()[self.at..to];
        let after_break = passed.iter().rposition(|byte| *byte == b'\n').map(|at| self.at + at + 1);
        if let Some(start) = after_break {
            self.line += passed.split(|byte| *byte == b'\n').count() - 1;
            self.column = 1;
            self.at = start;
        }
        self.column += text[self.at..to].chars().count();
        self.at = to;
    }
}

/// The line around `span`, cut to what helps.
fn excerpt(text: &str, span: Span) -> Excerpt {
    let tail = &text[span.start..];
    let head = text[..span.start].char_indices().rev().take_while(|(_, char)| *char != '\n').take(BEFORE);
    let from = head.last().map_or(span.start, |(at, _)| at);
    let skipped = from > 0 && !text[..from].ends_with('\n');
    let line_end = tail.char_indices().take(AFTER).find(|(_, char)| matches!(char, '\n' | '\r'));
    let shown = line_end.map(|(at, _)| at);
    let end = shown.or_else(|| tail.char_indices().nth(AFTER).map(|(at, _)| at)).unwrap_or(tail.len());
    let cut = shown.is_none() && end < tail.len();
    let marked = (span.end - span.start).min(end);
    Excerpt {
        before: format!("{}{}", if skipped { "…" } else { "" }, &text[from..span.start]),
        marked: tail[..marked].to_owned(),
        after: format!("{}{}", &tail[marked..end], if cut { "…" } else { "" }),
    }
}
