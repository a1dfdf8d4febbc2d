//! Answers as data and as documents: every report gives its JSON, and tells itself in titled blocks.
//!
//! Nothing here formats a number, picks a language or knows a colour.

pub mod amount;
pub mod cell;
pub mod document;
pub mod graph;
mod parts;

use serde::Serialize;

pub use self::amount::{amount, date, euros, grouped, number};
pub use self::cell::{Cell, Fragment, Kind, Term, joined};
pub use self::document::{
    Bar, Block, Column, Document, Facts, Node, Ranges, Row, Snippet, SourceLine, Table, Tree, Wanted,
};
pub use self::graph::{Edge, Graph};
pub use self::parts::{in_parts, mapped};
pub use crate::model::money::{Money, Range};
pub use crate::model::name::{Unknown, fold, key};
pub use crate::model::text::{Lang, NARROW_SPACE, Text, french_spacing, text};
pub use crate::model::vocabulary::{Per, Vocabulary};

/// An answer to one question.
pub trait Report: Serialize {
    /// The question's name; the JSON schema is `backend-career/<NAME>/1`.
    const NAME: &'static str;

    /// The answer as titled blocks, in both languages, unstyled.
    fn document(&self) -> Document;

    /// The same, in which cells of the main table that nobody wants may be empty: what a long answer saves.
    fn document_of(&self, _wanted: Wanted<'_>) -> Document {
        self.document()
    }

    /// The answer as places and ways, if it is one that can be drawn.
    fn graph(&self) -> Option<Graph> {
        None
    }

    /// What to say beside the answer on how the question was read: nothing found, entries left out.
    fn remarks(&self) -> Vec<Text> {
        Vec::new()
    }
}
