//! An answer as places and the ways between them, for programs that draw.

use crate::model::text::Text;

/// Places and the ways between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    /// What is drawn.
    pub title: Text,
    /// The places.
    pub places: Vec<Text>,
    /// The ways; each names its places by their positions in `places`.
    pub edges: Vec<Edge>,
}

/// A way from one place to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What is written along it.
    pub label: Text,
    /// Whether it is our reading rather than a source's: drawn with dashes.
    pub inferred: bool,
}
