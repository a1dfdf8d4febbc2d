//! `data`: checks, describes, writes out and compares a user's own facts.

pub mod answer;
pub mod diff;
pub mod export;
pub mod schema;
pub mod validate;

use crate::model::error::Problem;
use crate::report::{Snippet, SourceLine};

/// A problem as people see it.
pub fn snippet(problem: &Problem) -> Snippet {
    let source = problem.excerpt.as_ref().zip(problem.line).map(|(excerpt, number)| SourceLine {
        number,
        before: excerpt.before.clone(),
        marked: excerpt.marked.clone(),
        after: excerpt.after.clone(),
    });
    Snippet { place: problem.place(), path: problem.path.clone(), message: problem.message.clone(), source }
}
