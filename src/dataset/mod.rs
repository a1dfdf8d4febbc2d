//! Where facts come from: the files of data/, embedded in the program and parsed when first asked for,
//! and a user's own files over them.
//!
//! Nothing here knows a question or a screen.

mod check;
mod diff;
mod entries;
mod error;
mod export;
mod files;
mod kind;
mod load;
mod own;
mod part;
mod read;

mod validate;

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use serde::Deserialize;

pub use self::check::Excerpt;
pub use self::diff::{Change, ChangeKind, FieldChange, changes};
pub use self::entries::PlainEntry;
pub use self::error::{DataError, Problem};
pub use self::export::{ExportError, Exported, export};
use self::files::File;
pub use self::files::{
    GlossaryFile, MissionsFile, PricesFile, ProgressionFile, RoleFile, SalariesFile, SkillsFile, SourcesFile,
    TownsFile, TrainingFile, WorkFile,
};
pub use self::kind::{FILES, FileKind, FileSchema};
pub use self::own::Own;
pub use self::read::MAX_BYTES;
pub use self::validate::{FileCheck, validate};
pub use crate::model::error::system_reason as reason;
use crate::model::fact::Fact;
use crate::model::rules::Rules;
use crate::model::source::SourceName;

/// All facts, one collection per file; a file that no question touches is never read.
#[derive(Debug, Default)]
pub struct Dataset {
    own: Option<Own>,
    role: OnceCell<RoleFile>,
    missions: OnceCell<MissionsFile>,
    skills: OnceCell<SkillsFile>,
    salaries: OnceCell<SalariesFile>,
    training: OnceCell<TrainingFile>,
    progression: OnceCell<ProgressionFile>,
    work: OnceCell<WorkFile>,
    prices: OnceCell<PricesFile>,
    towns: OnceCell<TownsFile>,
    glossary: OnceCell<GlossaryFile>,
    sources: OnceCell<SourcesFile>,
    names: OnceCell<SourceNames>,
    /// How many entries each of the user's files has that was read.
    entries: RefCell<BTreeMap<String, usize>>,
}

/// The sources by name, and the edition that they belong to: all that most answers need of `sources.json`.
#[derive(Debug, Deserialize)]
pub struct SourceNames {
    /// The date of the edition, as `YYYY-MM-DD`.
    pub edition: String,
    /// Sorted by id.
    pub sources: Vec<SourceName>,
}

impl From<&SourcesFile> for SourceNames {
    fn from(file: &SourcesFile) -> Self {
        Self { edition: file.edition.clone(), sources: file.sources.iter().map(SourceName::from).collect() }
    }
}

impl Dataset {
    /// The facts that ship with the program.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// A user's own facts over the embedded ones.
    pub fn with(own: Own) -> Self {
        Self { own: Some(own), ..Self::default() }
    }

    /// The user's own facts, if there are some.
    pub const fn own(&self) -> Option<&Own> {
        self.own.as_ref()
    }

    /// `role.json`.
    pub fn role(&self) -> Result<&RoleFile, DataError> {
        self.load(&self.role)
    }

    /// `missions.json`.
    pub fn missions(&self) -> Result<&MissionsFile, DataError> {
        self.load(&self.missions)
    }

    /// `skills.json`.
    pub fn skills(&self) -> Result<&SkillsFile, DataError> {
        self.load(&self.skills)
    }

    /// `salaries.json`.
    pub fn salaries(&self) -> Result<&SalariesFile, DataError> {
        self.load(&self.salaries)
    }

    /// `training.json`.
    pub fn training(&self) -> Result<&TrainingFile, DataError> {
        self.load(&self.training)
    }

    /// `progression.json`.
    pub fn progression(&self) -> Result<&ProgressionFile, DataError> {
        self.load(&self.progression)
    }

    /// `work.json`.
    pub fn work(&self) -> Result<&WorkFile, DataError> {
        self.load(&self.work)
    }

    /// `prices.json`.
    pub fn prices(&self) -> Result<&PricesFile, DataError> {
        self.load(&self.prices)
    }

    /// `towns.json`.
    pub fn towns(&self) -> Result<&TownsFile, DataError> {
        self.load(&self.towns)
    }

    /// `glossary.json`.
    pub fn glossary(&self) -> Result<&GlossaryFile, DataError> {
        self.load(&self.glossary)
    }

    /// `sources.json`.
    pub fn sources(&self) -> Result<&SourcesFile, DataError> {
        self.load(&self.sources)
    }

    /// The pay rules of `year`, the newest if `None`; `None` if there are none for that year.
    ///
    /// A user's file of a year stands in place of ours.
    pub fn pay_rules(&self, year: Option<u16>) -> Option<Result<Rules, DataError>> {
        let name = format!("pay/{}.json", year.or(self.pay_years().next())?);
        match self.own.as_ref().and_then(|own| own.stands_for(&name)) {
            Some(file) => Some(self.given(file)),
            None => load::embedded_rules(&name),
        }
    }

    /// The years that have pay rules, newest first.
    pub fn pay_years(&self) -> impl Iterator<Item = u16> {
        let own = self.own.iter().flat_map(Own::files).filter_map(own::OwnFile::pay_year);
        let shipped = FILES.iter().filter_map(|kind| kind::pay_year(kind.name));
        let mut years: Vec<u16> = shipped.chain(own).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        years.into_iter()
    }

    /// What `sources.json` calls its sources.
    pub fn source_names(&self) -> Result<&SourceNames, DataError> {
        if let Some(names) = self.names.get() {
            return Ok(names);
        }
        let names = match self.own.as_ref().and_then(|own| own.stands_for(SourcesFile::NAME)) {
            None => load::embedded_names()?,
            Some(_) => SourceNames::from(self.sources()?),
        };
        Ok(self.names.get_or_init(|| names))
    }

    /// The edition's date, as `YYYY-MM-DD`.
    pub fn edition(&self) -> Result<&str, DataError> {
        Ok(&self.source_names()?.edition)
    }

    /// Shows every fact of every topic to `visit`, in the order of the files.
    pub fn each_fact(&self, visit: &mut dyn FnMut(&dyn Fact)) -> Result<(), DataError> {
        self.role()?.each_fact(visit);
        self.missions()?.each_fact(visit);
        self.skills()?.each_fact(visit);
        self.salaries()?.each_fact(visit);
        self.training()?.each_fact(visit);
        self.progression()?.each_fact(visit);
        self.work()?.each_fact(visit);
        self.prices()?.each_fact(visit);
        self.glossary()?.each_fact(visit);
        Ok(())
    }
}
