//! How sources are named in answers: a short name with its year, and the id for machines.

use std::collections::HashMap;

use super::QueryError;
use crate::dataset::Dataset;
use crate::model::id::SourceId;
use crate::model::name::{Unknown, key};
use crate::model::source::{Source, SourceKind};
use crate::model::text::{Lang, Text, text};
use crate::report::{Cell, Term};

/// The sources of the dataset, by id.
pub struct Citations<'a> {
    sources: &'a [Source],
    by_id: HashMap<&'a str, &'a Source>,
}

impl<'a> Citations<'a> {
    /// Reads the sources.
    pub fn new(dataset: &'a Dataset) -> Result<Self, QueryError> {
        let sources = dataset.sources()?.sources.as_slice();
        Ok(Self { sources, by_id: sources.iter().map(|source| (source.id.as_str(), source)).collect() })
    }

    /// The source a person named, whatever the case and separators.
    pub fn find(&self, name: &SourceId) -> Result<&'a Source, Unknown> {
        let wanted = key(name.as_str());
        self.sources.iter().find(|source| key(source.id.as_str()) == wanted).ok_or_else(|| {
            let known = self.sources.iter().map(|source| source.id.as_str());
            Unknown::new(text("source", "source"), name.as_str(), known)
        })
    }

    /// "Onisep 2024": the short name, with the year where it is known.
    pub fn name(&self, id: &SourceId) -> Text {
        let Some(source) = self.by_id.get(id.as_str()) else { return Text::same(id.as_str()) };
        match source.year {
            None => source.short.clone(),
            Some(year) => Text::new(
                format!("{} {year}", source.short.in_lang(Lang::Fr)),
                format!("{} {year}", source.short.in_lang(Lang::En)),
            ),
        }
    }

    /// The short name alone.
    pub fn short(&self, id: &SourceId) -> Text {
        self.by_id.get(id.as_str()).map_or_else(|| Text::same(id.as_str()), |source| source.short.clone())
    }

    /// A source in a table.
    pub fn term(&self, id: &SourceId) -> Term {
        Term::new(id.as_str(), self.short(id))
    }

    /// Sources in a table.
    pub fn cell(&self, ids: &[SourceId]) -> Cell {
        Cell::Terms(ids.iter().map(|id| self.term(id)).collect())
    }

    /// How many of `ids` are job sheets.
    pub fn sheets_among(&self, ids: &[SourceId]) -> usize {
        let kind = |id: &&SourceId| self.by_id.get(id.as_str()).map(|source| source.kind);
        ids.iter().filter(|id| kind(id) == Some(SourceKind::Sheet)).count()
    }

    /// Sources in a sentence, separated by commas.
    pub fn list(&self, ids: &[SourceId]) -> Text {
        let names: Vec<Text> = ids.iter().map(|id| self.short(id)).collect();
        let join = |lang| names.iter().map(|name| name.in_lang(lang)).collect::<Vec<_>>().join(", ");
        Text::new(join(Lang::Fr), join(Lang::En))
    }
}
