//! Answers as data and as documents: every report gives its JSON, and describes itself in titled blocks.
//!
//! Nothing here formats a number, picks a language or knows a colour.

pub mod cell;
pub mod chart;
pub mod document;
pub mod graph;
pub mod resume;
pub mod span;
pub mod table;
pub mod tree;

pub use self::cell::{Cell, Fragment, Kind, Term, joined};
pub use self::chart::{Bar, Curves, Distribution, Line, Ranges, Series};
pub use self::document::{Block, Document, Facts, Finding, Section, Snippet, SourceLine};
pub use self::graph::{Edge, Graph};
pub use self::resume::{Resume, ResumeSkill};
pub use self::span::{Role, Span, plain_text};
pub use self::table::{Column, Row, Table, TableBuilder};
pub use self::tree::{Node, Tree};
use crate::model::text::Text;

/// An answer to one question.
///
/// It serialises itself for machines and describes itself for people.
pub trait Report: erased_serde::Serialize {
    /// The question's name; the JSON schema is `backend-career/<name>/1`.
    fn name(&self) -> &'static str;

    /// The answer as titled blocks, in both languages, unstyled.
    fn document(&self) -> Document;

    /// The answer as places and ways, if it is one that can be drawn as a graph.
    fn graph(&self) -> Option<Graph> {
        None
    }

    /// What the answer says of a person's skills, if it reads a CV: for programs that read JSON Resume.
    fn resume(&self) -> Option<Resume> {
        None
    }

    /// How the question was read, entries that were left out: what stands beside the answer, on standard error.
    fn remarks(&self) -> Vec<Text> {
        Vec::new()
    }

    /// The exit code of the program that gives this answer: 0, or 3 where the answer is that something is invalid.
    fn exit_code(&self) -> u8 {
        0
    }
}

erased_serde::serialize_trait_object!(Report);
