//! Nested names under one root.

use crate::model::text::Text;

/// Nested names under one root.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// The root.
    pub root: Node,
}

/// A name in a tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The name.
    pub label: Text,
    /// What led here: the kind of step.
    pub tag: Option<Text>,
    /// Who says so, what it takes.
    pub detail: Option<Text>,
    /// Whether it is our reading rather than a source's.
    pub inferred: bool,
    /// The names below.
    pub children: Vec<Self>,
}
