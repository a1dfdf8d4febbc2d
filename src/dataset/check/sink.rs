//! The problems of one file as they are found: the first thousands in full, the rest as a number.

use super::lexer::Span;
use crate::model::text::Text;

/// More than this many problems of one file are only counted.
pub const KEPT: usize = 1000;

/// A problem, not yet with its line.
#[derive(Debug)]
pub struct Raw {
    /// Where it stands.
    pub span: Span,
    /// Where it stands in the JSON: `programmes[12].tuition.low`.
    pub path: String,
    /// What is wrong, and what was expected.
    pub message: Text,
}

/// What was found so far.
#[derive(Debug, Default)]
pub struct Sink {
    /// The problems kept.
    pub kept: Vec<Raw>,
    /// How many more there are.
    pub omitted: usize,
}

impl Sink {
    /// Whether further problems are only counted.
    pub const fn is_full(&self) -> bool {
        self.kept.len() >= KEPT
    }

    /// Adds a problem; its parts are only put together if it is kept.
    pub fn add(&mut self, span: Span, path: impl FnOnce() -> String, message: impl FnOnce() -> Text) {
        if self.kept.len() < KEPT {
            self.kept.push(Raw { span, path: path(), message: message() });
        } else {
            self.omitted += 1;
        }
    }
}

/// A step of a path in the JSON.
#[derive(Debug, Clone, Copy)]
pub enum Step<'s> {
    /// Into the value of a key.
    Key(&'s str),
    /// Into an element of a list, from 0.
    Index(usize),
}

/// The path as people write it.
pub fn written(steps: &[Step<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Key(key) if path.is_empty() => path.push_str(key),
            Step::Key(key) => path.extend([".", key]),
            Step::Index(index) => path += &format!("[{index}]"),
        }
    }
    path
}

/// A place worth remembering, without a problem yet.
pub fn raw_at(span: Span, path: &str) -> Raw {
    Raw { span, path: path.to_owned(), message: Text::same("") }
}
