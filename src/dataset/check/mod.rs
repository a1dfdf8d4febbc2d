//! Finds every problem of a file in one pass, each with its line, its column and its path in the JSON.

mod brackets;
mod excerpt;
mod found;
mod keys;
mod lexer;
mod mender;
mod pairing;
mod parens;
mod place;
mod quotes;
mod say;
mod say_json;
mod scalar;
mod shape;
mod sink;
mod skip;
mod walk;
mod words;

use std::borrow::Cow;
use std::collections::BTreeSet;

pub use self::lexer::{Kind, Lexer, Span};
use self::mender::Mender;
pub use self::shape::Node;
use self::sink::Sink;
use self::walk::{Tokens, Walk};
use super::error::{DataError, Problem};
use super::read::{Content, Encoding};
pub use crate::model::error::Excerpt;

/// What a file is checked against, besides its shape.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The ids of the sources.
    pub sources: BTreeSet<String>,
    /// The ids of the positions.
    pub roles: BTreeSet<String>,
    /// The year of the edition.
    pub edition_year: u16,
    /// The year that a file of pay rules is named after.
    pub pay_year: Option<u16>,
}

/// What a pass over a file found.
#[derive(Debug)]
pub struct Checked {
    /// What is wrong with it.
    pub found: DataError,
    /// How many entries it has.
    pub entries: usize,
    /// The ids of its sources.
    pub source_ids: BTreeSet<String>,
    /// Where it says that it stands alone.
    pub only: Option<Problem>,
}

/// Checks `content`, which is shown as `file`, along `shape`.
pub fn check(file: &str, content: &Content, shape: &Node, known: &Known) -> Checked {
    let text = content.text.as_str();
    let mut walk = begun(content, Tokens::Written(Lexer::new(text)), known);
    if text.trim().is_empty() {
        walk.note(Span { start: 0, end: 0 }, say::empty_file);
    } else if walk.file(shape).is_err() {
        // Only now is it worth while to guess what was meant.
        walk = begun(content, Tokens::Meant(Box::new(Mender::new(text))), known);
        // What is mended is never broken.
        let _ = walk.file(shape);
    }
    walk.settle();
    walk.told_apart();
    let Walk { sink, mut gathered, .. } = walk;
    let only =
        gathered.only.and_then(|span| place::located(file, text, vec![sink::raw_at(span, "only")]).pop());
    let source_ids = gathered.ids.remove("sources").unwrap_or_default();
    Checked {
        found: problems(file, text, sink),
        entries: gathered.entries,
        source_ids: source_ids.into_iter().map(Cow::into_owned).collect(),
        only,
    }
}

/// A walk that knows already how the bytes are written.
fn begun<'t, 's>(content: &'t Content, tokens: Tokens<'t>, known: &'s Known) -> Walk<'t, 's> {
    let mut walk = Walk::new(&content.text, tokens, known);
    if content.encoding == Encoding::Utf16 {
        walk.note(Span { start: 0, end: 0 }, say::utf16);
    }
    for span in &content.flaws {
        walk.note(*span, || say::no_utf8(content.encoding));
    }
    walk
}

fn problems(file: &str, text: &str, sink: Sink) -> DataError {
    DataError { problems: place::located(file, text, sink.kept), omitted: sink.omitted }
}

/// The place of `line` and `column` (from 1) in a text, for errors of another parser.
pub fn at(
    file: &str,
    content: &Content,
    line: usize,
    column: usize,
    message: crate::model::text::Text,
) -> DataError {
    let text = content.text.as_str();
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let near = (start + column.saturating_sub(1)).min(text.len());
    let offset = (0..=near).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let raw = sink::Raw { span: Span { start: offset, end: offset }, path: String::new(), message };
    DataError { problems: place::located(file, text, vec![raw]), omitted: 0 }
}

/// What to say of a file that nothing tells apart: whatever is wrong with it as JSON, or its keys.
pub fn unrecognised(file: &str, content: &Content) -> DataError {
    let found = check(file, content, &Node::ANY, &Known::default()).found;
    if found.total() > 0 {
        return found;
    }
    let mut keys: Vec<&str> = super::kind::FILES.iter().flat_map(|kind| kind.keys.iter().copied()).collect();
    let mut seen = BTreeSet::new();
    keys.retain(|key| seen.insert(*key));
    at(file, content, 1, 1, say::no_known_key(&keys.join(", ")))
}
