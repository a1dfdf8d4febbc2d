//! Checks every file of a user's at once and tells everything that is wrong with them, causes first.

use std::collections::BTreeSet;

use serde_json::Value;

use super::check::{Checked, KEPT, check};
use super::files::{File, SourcesFile};
use super::store::{Dataset, references};
use super::user_data::{UserData, UserFile};
use crate::model::error::InvalidData;

/// What was found in one file.
#[derive(Debug)]
pub struct FileCheck {
    /// Which file of data/ it stands for.
    pub name: String,
    /// Its path as people see it.
    pub shown: String,
    /// How many entries it has.
    pub entries: usize,
}

/// The files with their entries, and everything that is wrong with them: `all` of it, or the first thousand of each
/// file and how many more there are.
///
/// The sources come first, because a fault in them has consequences in every other file.
pub fn validate(user: UserData, all: bool) -> (Vec<FileCheck>, InvalidData) {
    let limit = if all { usize::MAX } else { KEPT };
    let dataset = Dataset::with(user);
    let mut found = InvalidData::default();
    let mut files = Vec::new();
    let Some(user) = dataset.user_data() else { return (files, found) };
    found.problems.extend(user.unrecognized_files().iter().cloned());
    let mut sources = KnownSources::of(None);
    let (first, others): (Vec<_>, Vec<_>) =
        user.files().iter().partition(|file| file.name == SourcesFile::NAME);
    for file in first.into_iter().chain(others) {
        let checked =
            one(file, &sources, limit).unwrap_or_else(|problems| Checked { problems, ..Checked::default() });
        if file.name == SourcesFile::NAME {
            sources = checked
                .value
                .as_ref()
                .map_or_else(KnownSources::default, |value| KnownSources::of(Some(value)));
            if checked.problems.total() == 0 {
                add(&mut found, dataset.check_lost_sources().err().unwrap_or_default());
            }
        }
        add(&mut found, checked.problems);
        files.push(FileCheck {
            name: file.name.clone(),
            shown: file.shown.clone(),
            entries: checked.entries,
        });
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    (files, found)
}

/// The sources that may be named, as far as they are known.
#[derive(Default)]
struct KnownSources {
    /// Their ids; `None` if nothing could be read of the user's.
    ids: Option<BTreeSet<String>>,
    /// The date of the user's edition; empty without one.
    edition: String,
}

impl KnownSources {
    /// Those of the user's file as far as it could be read, and those that ship unless it stands alone.
    fn of(user: Option<&Value>) -> Self {
        let own = user.and_then(|user| user["sources"].as_array()).into_iter().flatten();
        let mut ids: BTreeSet<String> =
            own.filter_map(|source| source["id"].as_str().map(str::to_owned)).collect();
        if let Ok(shipped) = Dataset::embedded().source_names()
            && user.is_none_or(|user| user["only"] != true)
        {
            ids.extend(shipped.sources.iter().map(|source| source.id.to_string()));
        }
        let edition = user.and_then(|user| user["edition"].as_str()).unwrap_or_default().to_owned();
        Self { ids: Some(ids), edition }
    }
}

/// What is wrong with one file; fails if it cannot be read.
fn one(file: &UserFile, sources: &KnownSources, limit: usize) -> Result<Checked, InvalidData> {
    let references = references(file, sources.ids.clone(), &sources.edition)?;
    Ok(check(&file.shown, &file.text()?, file.kind().form(), &references, limit))
}

/// Adds what was found in one file.
fn add(found: &mut InvalidData, more: InvalidData) {
    found.problems.extend(more.problems);
    found.omitted += more.omitted;
}
