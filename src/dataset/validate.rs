//! Checks every file of a user's at once and tells everything that is wrong with them.

use super::check::{Known, check};
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
    /// The year whose pay rules it holds; what they say is for the caller to check.
    pub pay_year: Option<u16>,
}

/// The files with their entries, everything that is wrong with them, and the facts as a question gets them.
pub fn validate(own: Own) -> (Vec<FileCheck>, DataError, Dataset) {
    let known = own.known_sources();
    let mut found = DataError { problems: own.strangers().to_vec(), omitted: 0 };
    let mut files = Vec::new();
    for file in own.files() {
        let (checked, wrong) = one(file, &known);
        files.push(checked);
        add(&mut found, wrong);
    }
    let dataset = Dataset::with(own);
    if found.total() == 0 {
        // What no single file shows: sources that are left out though others rest on them.
        let whole = dataset.sources().and_then(|_| dataset.each_fact(&mut |_| {}));
        whole.unwrap_or_else(|wrong| add(&mut found, wrong));
    }
    (files, found, dataset)
}

/// Adds what was found in one file.
fn add(found: &mut DataError, wrong: DataError) {
    found.problems.extend(wrong.problems);
    found.omitted += wrong.omitted;
}

fn one(file: &OwnFile, known: &Known) -> (FileCheck, DataError) {
    let (entries, wrong) = match (FileKind::named(&file.name), file.content()) {
        (_, Err(problem)) => (0, DataError::from(problem)),
        (None, Ok(_)) => (1, DataError::default()),
        (Some(kind), Ok(content)) => {
            let roles = load::shipped_roles(kind.name).unwrap_or_default();
            let checked = check(&file.shown, &content, kind.shape(), &Known { roles, ..known.clone() });
            (checked.entries, checked.found)
        }
    };
    let (name, shown, pay_year) = (file.name.clone(), file.shown.clone(), file.pay_year());
    (FileCheck { name, shown, entries, pay_year }, wrong)
}
