//! Who says so: the publications that facts rest on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::SourceId;
use super::text::Text;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What a source is to the dataset.
    SourceKind ("type de source", "kind of source")
    Sheet = "sheet", "fiche métier", "job sheet";
    Reference = "reference", "référence", "reference";
}

/// A publication that facts rest on.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Unique among sources: `onisep-2024`.
    pub id: SourceId,
    /// A job sheet, or a reference that completes the sheets.
    pub kind: SourceKind,
    /// A name short enough for a table: "ONISEP".
    pub short: Text,
    /// The title it goes by.
    pub title: Text,
    /// Who publishes it, if that is known.
    pub publisher: Option<String>,
    /// The year it speaks of, if that is known.
    #[schemars(range(min = 1990), extend("format" = "year"))]
    pub year: Option<u16>,
    /// When it was published, or read where it bears no date: `2026`, `2026-09` or `2026-09-18`.
    #[serde(default)]
    #[schemars(regex(pattern = r"^\d{4}(-\d{2}){0,2}$"))]
    pub published: Option<String>,
    /// Whom its figures are about; `None` if it gives none.
    #[serde(default)]
    pub population: Option<Text>,
    /// True if it sells something that its figures help to sell.
    #[serde(default)]
    pub commercial: bool,
    /// Its page, if that is known.
    #[schemars(url, regex(pattern = r"^https?://"))]
    pub url: Option<String>,
    /// Other pages that repeat its figures, or where they were read.
    #[serde(default)]
    #[schemars(inner(url, regex(pattern = r"^https?://")))]
    pub relays: Vec<String>,
    /// How it was made and what it can be trusted for.
    pub note: Option<Text>,
}

/// What answers call a source; they read the rest of it only to tell it.
#[derive(Debug, Clone, Deserialize)]
pub struct SourceName {
    /// The id of the source.
    pub id: SourceId,
    /// A job sheet, or a reference that completes the sheets.
    pub kind: SourceKind,
    /// A name short enough for a table: "ONISEP".
    pub short: Text,
    /// The year it speaks of, if that is known.
    pub year: Option<u16>,
}

impl From<&Source> for SourceName {
    fn from(source: &Source) -> Self {
        let Source { id, kind, short, year, .. } = source;
        Self { id: id.clone(), kind: *kind, short: short.clone(), year: *year }
    }
}
