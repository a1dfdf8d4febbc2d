//! Checks every file of a user's at once and tells everything that is wrong with them, causes first.

use super::check::{Checked, KEPT, check};
use super::files::{File, SourcesFile};
use super::store::{Dataset, SourceIds, loose_references};
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
    let mut sources = SourceIds::of(None);
    let (first, others): (Vec<_>, Vec<_>) =
        user.files().iter().partition(|file| file.name == SourcesFile::NAME);
    for file in first.into_iter().chain(others) {
        let checked = one(file, &sources, limit);
        if file.name == SourcesFile::NAME {
            sources = match &checked.value {
                Some(value) => SourceIds::of(Some(value)),
                None => Ok(SourceIds { ids: None, edition_year: 0 }),
            };
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

/// What is wrong with one file.
fn one(file: &UserFile, sources: &Result<SourceIds, InvalidData>, limit: usize) -> Checked {
    let checked = sources.as_ref().map_err(Clone::clone).and_then(|sources| {
        let references = loose_references(file, sources)?;
        Ok(check(&file.shown, &file.text()?, file.kind().form(), &references, limit))
    });
    checked.unwrap_or_else(|problems| Checked { problems, ..Checked::default() })
}

/// Adds what was found in one file.
fn add(found: &mut InvalidData, more: InvalidData) {
    found.problems.extend(more.problems);
    found.omitted += more.omitted;
}
