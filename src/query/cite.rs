//! How sources are named in answers: a short name with its year, and the id for machines.

use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::id::SourceId;
use crate::model::name::{Unknown, key};
use crate::model::source::{SourceKind, SourceName};
use crate::model::text::{Lang, Text, text};
use crate::report::{Cell, Term};

/// The sources of the dataset, sorted by id.
pub struct Citations<'a> {
    sources: &'a [SourceName],
}

impl<'a> Citations<'a> {
    /// Reads the sources.
    pub fn new(dataset: &'a Dataset) -> Result<Self, Reason> {
        Ok(Self { sources: &dataset.source_names()?.sources })
    }

    fn of(&self, id: &SourceId) -> Option<&'a SourceName> {
        self.sources.binary_search_by(|source| source.id.cmp(id)).ok().and_then(|at| self.sources.get(at))
    }

    /// The source a person named, by its id or as it is shown, whatever the case and separators.
    ///
    /// Of several with one short name the job sheet is meant.
    ///
    /// # Errors
    /// Fails if no source is called so.
    pub fn find(&self, name: &SourceId) -> Result<&'a SourceName, Unknown> {
        let wanted = key(name.as_str());
        let by_id = self.sources.iter().find(|source| key(source.id.as_str()) == wanted);
        let shown = |source: &&SourceName| {
            let with_year = self.name(&source.id);
            let names = [&source.short.fr, &source.short.en, &with_year.fr, &with_year.en];
            names.into_iter().any(|name| key(name) == wanted)
        };
        let by_name = || {
            let is_sheet = |source: &&&SourceName| source.kind == SourceKind::Sheet;
            let named: Vec<&SourceName> = self.sources.iter().filter(shown).collect();
            named.iter().find(is_sheet).or(named.first()).copied()
        };
        by_id.or_else(by_name).ok_or_else(|| {
            let known = self.sources.iter().map(|source| source.id.as_str());
            Unknown::new(text("source", "source"), name.as_str(), known)
        })
    }

    /// The sources a person named by id, or by a short name that several may share, whatever the case.
    ///
    /// # Errors
    /// Fails if a name is neither.
    pub fn matching(&self, names: &[SourceId]) -> Result<Vec<&'a SourceId>, Unknown> {
        let mut found = Vec::new();
        for name in names {
            let wanted = key(name.as_str());
            let is_short = |source: &&SourceName| {
                key(source.short.in_lang(Lang::Fr)) == wanted || key(source.short.in_lang(Lang::En)) == wanted
            };
            let by_name: Vec<&SourceId> =
                self.sources.iter().filter(is_short).map(|source| &source.id).collect();
            if by_name.is_empty() {
                found.push(&self.find(name)?.id);
            } else {
                found.extend(by_name);
            }
        }
        Ok(found)
    }

    /// "Onisep 2024": the short name, with the year where it is known.
    pub fn name(&self, id: &SourceId) -> Text {
        let Some(source) = self.of(id) else { return Text::same(id.as_str()) };
        match source.year {
            None => source.short.clone(),
            Some(year) => source.short.map(|short| format!("{short} {year}")).spaced(),
        }
    }

    /// The year a source speaks of, if that is known.
    pub fn year(&self, id: &SourceId) -> Option<u16> {
        self.of(id)?.year
    }

    /// The short name alone.
    pub fn short(&self, id: &SourceId) -> Text {
        self.of(id).map_or_else(|| Text::same(id.as_str()), |source| source.short.clone())
    }

    /// A source in a table.
    pub fn term(&self, id: &SourceId) -> Term {
        Term::new(id.as_str(), self.short(id))
    }

    /// Sources in a table.
    pub fn cell(&self, ids: &[SourceId]) -> Cell {
        Cell::Terms(ids.iter().map(|id| Term::new(id.as_str(), self.told_apart(id, ids))).collect())
    }

    /// The short name of a source, with its year where another of `ids` has the same short name.
    fn told_apart(&self, id: &SourceId, ids: &[SourceId]) -> Text {
        let short = |id| self.of(id).map(|source| &source.short);
        let shared = ids.iter().any(|other| other != id && short(other) == short(id));
        if shared { self.name(id) } else { self.short(id) }
    }

    /// How many of `ids` are job sheets.
    pub fn sheets_among(&self, ids: &[SourceId]) -> usize {
        let kind = |id: &&SourceId| self.of(id).map(|source| source.kind);
        ids.iter().filter(|id| kind(id) == Some(SourceKind::Sheet)).count()
    }

    /// Sources in a sentence, separated by commas.
    pub fn list(&self, ids: &[SourceId]) -> Text {
        Text::joined(ids.iter().map(|id| self.told_apart(id, ids)), ", ").spaced()
    }
}
