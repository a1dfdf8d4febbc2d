//! Checks every file of a user's at once and tells everything that is wrong with them.

use super::check::{Known, Node, check};
use super::error::DataError;
use super::kind::FileKind;
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
    // Mostly nothing is wrong: then reading the files has checked them. Else each is looked at for itself.
    let read = dataset.read_all();
    let known = read.as_ref().err().and_then(|_| dataset.own().map(Own::known_sources)).unwrap_or_default();
    let mut found = DataError::default();
    let mut files = Vec::new();
    for file in dataset.own().into_iter().flat_map(Own::files) {
        let (checked, wrong) = match dataset.entries_read(&file.name) {
            Some(entries) => (FileCheck::new(file, entries), DataError::default()),
            None => one(file, &known),
        };
        files.push(checked);
        add(&mut found, wrong);
    }
    if found.total() == 0 {
        // What no single file shows: sources that are left out though others rest on them.
        dataset.wrong().into_iter().for_each(|wrong| add(&mut found, wrong));
    }
    let strangers = dataset.own().map(Own::strangers).unwrap_or_default();
    found.problems.splice(..0, strangers.iter().cloned());
    (files, found, dataset)
}

impl FileCheck {
    fn new(file: &OwnFile, entries: usize) -> Self {
        Self { name: file.name.clone(), shown: file.shown.clone(), entries }
    }
}

impl Dataset {
    /// Reads every file, and the user's pay rules, as the questions will; fails with the problems of the first that
    /// is not valid.
    pub fn read_all(&self) -> Result<(), DataError> {
        self.wrong().into_iter().next().map_or(Ok(()), Err)
    }

    /// What is wrong with each file that is not valid.
    fn wrong(&self) -> Vec<DataError> {
        let files = [
            self.sources().err(),
            self.role().err(),
            self.missions().err(),
            self.skills().err(),
            self.salaries().err(),
            self.training().err(),
            self.progression().err(),
            self.work().err(),
            self.prices().err(),
        ];
        let own_years = self.own().into_iter().flat_map(Own::files).filter_map(OwnFile::pay_year);
        let rules = own_years.filter_map(|year| self.pay_rules(Some(year))).filter_map(Result::err);
        files.into_iter().flatten().chain(rules).collect()
    }
}

/// Adds what was found in one file.
fn add(found: &mut DataError, wrong: DataError) {
    found.problems.extend(wrong.problems);
    found.omitted += wrong.omitted;
}

fn one(file: &OwnFile, known: &Known) -> (FileCheck, DataError) {
    let (entries, wrong) = match file.content() {
        Err(problem) => (0, DataError::from(problem)),
        Ok(content) => {
            let shape = FileKind::named(&file.name).map_or(&Node::ANY, FileKind::shape);
            let roles = load::shipped_roles(&file.name).unwrap_or_default();
            let known = Known { roles, pay_year: file.pay_year(), ..known.clone() };
            let checked = check(&file.shown, &content, shape, &known);
            (checked.entries, checked.found)
        }
    };
    (FileCheck::new(file, entries), wrong)
}
