//! A source as an answer names it at its foot: who says so, since when, where.

use crate::model::text::Text;

/// A source as an answer names it at its foot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The id that cells name it by.
    pub id: String,
    /// The short name that sentences name it by.
    pub short: Text,
    /// The title it goes by.
    pub title: Text,
    /// Who publishes it, if that is known.
    pub publisher: Option<String>,
    /// The year it speaks of, if that is known.
    pub year: Option<u16>,
    /// Its page, if that is known.
    pub url: Option<String>,
}
