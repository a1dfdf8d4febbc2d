//! Checks every file of a user's at once and tells everything that is wrong with them.

use std::collections::BTreeMap;

use super::check::{Known, check};
use super::error::DataError;
use super::files::{
    File, GlossaryFile, MissionsFile, PricesFile, ProgressionFile, RoleFile, SalariesFile, SkillsFile,
    SourcesFile, TownsFile, TrainingFile, WorkFile,
};
use super::own::{Own, OwnFile};
use super::{Dataset, load};

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

/// The files with their entries, everything that is wrong with them, and the facts as a question gets them.
pub fn validate(own: Own) -> (Vec<FileCheck>, DataError, Dataset) {
    let dataset = Dataset::with(own);
    let mut wrong = dataset.wrong();
    // Without sources no other file was looked at: then each is, for itself.
    let alone = wrong.contains_key(SourcesFile::NAME);
    let known = dataset.own().filter(|_| alone).map(Own::known_sources).unwrap_or_default();
    let mut found = DataError::default();
    let strangers = dataset.own().map(Own::strangers).unwrap_or_default();
    found.problems.extend(strangers.iter().cloned());
    let mut files = Vec::new();
    for file in dataset.own().into_iter().flat_map(Own::files) {
        let (entries, in_file) = match wrong.remove(&file.name) {
            None if alone => one(file, &known),
            in_file => (dataset.entries_read(&file.name), in_file.unwrap_or_default()),
        };
        files.push(FileCheck { name: file.name.clone(), shown: file.shown.clone(), entries });
        add(&mut found, in_file);
    }
    // What is left is wrong with files that ship with the program: the sources that they rest on are left out.
    for left in wrong.into_values() {
        add(&mut found, left);
    }
    (files, found, dataset)
}

impl Dataset {
    /// Reads every file, and the user's pay rules, as the questions will; fails with the problems of the first that
    /// is not valid.
    pub fn read_all(&self) -> Result<(), DataError> {
        self.wrong().into_values().next().map_or(Ok(()), Err)
    }

    /// What is wrong with each file that is not valid; with the sources alone if they are not.
    fn wrong(&self) -> BTreeMap<String, DataError> {
        if let Err(wrong) = self.sources() {
            return BTreeMap::from([(SourcesFile::NAME.to_owned(), wrong)]);
        }
        let files = [
            (RoleFile::NAME, self.role().err()),
            (MissionsFile::NAME, self.missions().err()),
            (SkillsFile::NAME, self.skills().err()),
            (SalariesFile::NAME, self.salaries().err()),
            (TrainingFile::NAME, self.training().err()),
            (ProgressionFile::NAME, self.progression().err()),
            (WorkFile::NAME, self.work().err()),
            (PricesFile::NAME, self.prices().err()),
            (TownsFile::NAME, self.towns().err()),
            (GlossaryFile::NAME, self.glossary().err()),
        ];
        let files = files.into_iter().map(|(name, wrong)| (name.to_owned(), wrong));
        let own_rules = self.own().into_iter().flat_map(Own::files).filter_map(|file| {
            let rules = self.pay_rules(Some(file.pay_year()?))?;
            Some((file.name.clone(), rules.err()))
        });
        files.chain(own_rules).filter_map(|(name, wrong)| Some((name, wrong?))).collect()
    }
}

/// Adds what was found in one file.
fn add(found: &mut DataError, wrong: DataError) {
    found.problems.extend(wrong.problems);
    found.omitted += wrong.omitted;
}

/// How many entries a file has, and what is wrong with it.
fn one(file: &OwnFile, known: &Known) -> (usize, DataError) {
    match file.content() {
        Err(problem) => (0, DataError::from(problem)),
        Ok(content) => {
            let shape = file.shape();
            let roles = load::shipped_roles(&file.name).unwrap_or_default();
            let known = Known { roles, pay_year: file.pay_year(), ..known.clone() };
            let checked = check(&file.shown, &content, shape, &known);
            (checked.entries, checked.found)
        }
    }
}
