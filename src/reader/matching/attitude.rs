//! What a text may say of a skill that it names.

use serde::Serialize;

/// What a text says of a skill that it names; the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attitude {
    /// It is had, if only a little.
    Have,
    /// It is being learned or wished for.
    Learning,
    /// It is refused, or not had yet.
    Absent,
}
