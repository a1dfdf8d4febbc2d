//! Loads a file when it is first asked for: the embedded one, with the user's over it once it is checked.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashSet};

use serde::de::DeserializeOwned;

use super::check::{self, Known, Node, check};
use super::error::{DataError, Problem, parse_error, unreadable};
use super::files::{File, ProgressionFile, SourcesFile};
use super::kind::{FILES, FileKind, top_text};
use super::own::OwnFile;
use super::read::Content;
use super::{Dataset, Own, SourceNames};
use crate::model::fact::Fact;
use crate::model::id::SourceId;
use crate::model::rules::Rules;
use crate::model::text::{Text, text};

/// More facts than this that rest on a source that is left out are only counted.
const TOLD: usize = 1000;

/// What is shown every fact of a file.
type Visit<'v> = &'v mut dyn FnMut(&dyn Fact);

impl Dataset {
    /// The file's content, read on the first call.
    pub(super) fn load<'a, T: File>(&'a self, cell: &'a OnceCell<T>) -> Result<&'a T, DataError> {
        if let Some(loaded) = cell.get() {
            return Ok(loaded);
        }
        let loaded = match self.own.as_ref().and_then(|own| own.stands_for(T::NAME)) {
            None => embedded::<T>()?,
            Some(file) => self.given::<T>(file)?.over(embedded()?),
        };
        self.rests_on_known_sources(T::NAME, &|visit| loaded.each_fact(visit))?;
        Ok(cell.get_or_init(|| loaded))
    }

    /// The user's file, if nothing is wrong with it.
    pub(super) fn given<T: DeserializeOwned + Send>(&self, file: &OwnFile) -> Result<T, DataError> {
        let mut read = None;
        self.check_beside(file, &mut |content| read = Some(parsed(&file.shown, content)))?;
        let unreadable = || Problem::of_file(&file.shown, text("illisible", "cannot be read"));
        read.unwrap_or_else(|| Err(unreadable().into()))
    }

    /// Checks the user's file while `read` reads it; fails if something is wrong with it.
    fn check_beside(&self, file: &OwnFile, read: &mut (dyn FnMut(&Content) + Send)) -> Result<(), DataError> {
        let content = file.content()?;
        let shape = file.shape();
        let known = self.known(file, &content)?;
        // Both only read the text, and on large files each takes a while.
        let checked = std::thread::scope(|scope| {
            scope.spawn(|| read(&content));
            check(&file.shown, &content, shape, &known)
        });
        self.entries.borrow_mut().insert(file.name.clone(), checked.entries);
        if checked.found.total() > 0 { Err(checked.found) } else { Ok(()) }
    }

    /// How many entries the user's file `name` has, as far as it could be read.
    pub(super) fn entries_read(&self, name: &str) -> usize {
        self.entries.borrow().get(name).copied().unwrap_or_default()
    }

    /// What a user's file is checked against.
    fn known(&self, file: &OwnFile, content: &Content) -> Result<Known, DataError> {
        if file.name == SourcesFile::NAME {
            let embedded = embedded::<SourcesFile>()?;
            return Ok(Known { edition_year: edition_year(content, Some(&embedded)), ..Known::default() });
        }
        let sources = self.sources()?;
        Ok(Known {
            sources: sources.sources.iter().map(|source| source.id.to_string()).collect(),
            roles: shipped_roles(&file.name)?,
            edition_year: year_of(&sources.edition).unwrap_or_default(),
            pay_year: file.pay_year(),
        })
    }

    /// Fails if the user's sources leave out one that a fact of the file `name` rests on.
    fn rests_on_known_sources(&self, name: &str, each_fact: &dyn Fn(Visit<'_>)) -> Result<(), DataError> {
        let given = self.own.as_ref().and_then(|own| own.stands_for(SourcesFile::NAME));
        let Some(given) = given.filter(|_| name != SourcesFile::NAME) else { return Ok(()) };
        let sources = self.sources()?;
        if !sources.only {
            return Ok(());
        }
        let known: HashSet<&SourceId> = sources.sources.iter().map(|source| &source.id).collect();
        let mut orphans = Vec::new();
        each_fact(&mut |fact: &dyn Fact| {
            let doubts = fact.caveat().map(|caveat| caveat.sources.as_slice()).unwrap_or_default();
            let lost = fact.sources().iter().chain(doubts).filter(|id| !known.contains(id));
            orphans.extend(lost.map(|id| left_out(name, fact.id(), id)));
        });
        if orphans.is_empty() {
            return Ok(());
        }
        let omitted = orphans.len().saturating_sub(TOLD);
        orphans.truncate(TOLD);
        let only = given.only();
        let problem = |message: Text| Problem { message, ..only.clone() };
        Err(DataError { problems: orphans.into_iter().map(problem).collect(), omitted })
    }
}

/// A file as it ships with the program.
pub fn embedded<T: File>() -> Result<T, DataError> {
    serde_json::from_str(T::EMBEDDED).map_err(|error| parse_error(T::NAME, &error))
}

/// The positions that steps of the file `name` may lead to, as they ship with the program.
pub fn shipped_roles(name: &str) -> Result<BTreeSet<String>, DataError> {
    if name != ProgressionFile::NAME {
        return Ok(BTreeSet::new());
    }
    Ok(embedded::<ProgressionFile>()?.roles.iter().map(|role| role.id.to_string()).collect())
}

/// The year that a date begins with.
fn year_of(date: &str) -> Option<u16> {
    date.get(..4)?.parse().ok()
}

/// The year of the edition that a user's sources are of: theirs if they say, else that of the `shipped` ones.
fn edition_year(content: &Content, shipped: Option<&SourcesFile>) -> u16 {
    let own = top_text(&content.text, "edition").and_then(|edition| year_of(&edition));
    own.or_else(|| year_of(&shipped?.edition)).unwrap_or_default()
}

/// The names of the sources that ship with the program.
pub fn embedded_names() -> Result<SourceNames, DataError> {
    serde_json::from_str(SourcesFile::EMBEDDED).map_err(|error| parse_error(SourcesFile::NAME, &error))
}

/// The pay rules that ship with the program as the file `name`.
pub fn embedded_rules(name: &str) -> Option<Result<Rules, DataError>> {
    let kind = FILES.iter().find(|kind| kind.name == name)?;
    Some(serde_json::from_str(kind.embedded).map_err(|error| parse_error(name, &error)))
}

fn parsed<T: DeserializeOwned>(shown: &str, content: &Content) -> Result<T, DataError> {
    serde_json::from_str(&content.text)
        .map_err(|error| check::at(shown, content, error.line(), error.column(), unreadable(&error)))
}

fn left_out(file: &str, fact: &str, source: &SourceId) -> Text {
    Text::new(
        format!("« only » retire la source « {source} », sur laquelle repose « {fact} » de {file}"),
        format!("`only` leaves out the source `{source}`, on which `{fact}` of {file} rests"),
    )
}

/// What the values of the file `name` may be.
fn shape_of(name: &str) -> &'static Node {
    FileKind::named(name).map_or(&Node::ANY, FileKind::shape)
}

impl OwnFile {
    /// What its values may be.
    pub(super) fn shape(&self) -> &'static Node {
        shape_of(&self.name)
    }

    /// Where the file says that it stands alone.
    fn only(&self) -> Problem {
        let content = self.content().unwrap_or_default();
        let shape = self.shape();
        let nowhere = || Problem { path: "only".to_owned(), ..Problem::of_file(&self.shown, Text::same("")) };
        check(&self.shown, &content, shape, &Known::default()).only.unwrap_or_else(nowhere)
    }
}

impl Own {
    /// The year that the user's edition, or else ours, begins with, and the sources that may be named.
    pub(super) fn known_sources(&self) -> Known {
        let shipped = embedded::<SourcesFile>().ok();
        let content =
            self.stands_for(SourcesFile::NAME).and_then(|file| file.content().ok()).unwrap_or_default();
        let shape = shape_of(SourcesFile::NAME);
        let checked = check(SourcesFile::NAME, &content, shape, &Known::default());
        let kept = shipped.as_ref().filter(|_| checked.only.is_none());
        let ours = kept.into_iter().flat_map(|file| file.sources.iter().map(|source| source.id.to_string()));
        Known {
            edition_year: edition_year(&content, shipped.as_ref()),
            sources: checked.source_ids.into_iter().chain(ours).collect(),
            ..Known::default()
        }
    }
}
