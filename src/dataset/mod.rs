//! Where facts come from: the files of data/, embedded in the program and parsed when first asked for.
//!
//! Nothing here knows a question or a screen.

mod error;
mod files;

use std::cell::OnceCell;

use serde::de::DeserializeOwned;

pub use self::error::DataError;
use self::files::File;
pub use self::files::{
    MissionsFile, PricesFile, ProgressionFile, RoleFile, SalariesFile, SkillsFile, SourcesFile, TrainingFile,
    WorkFile,
};
use crate::model::fact::Fact;
use crate::model::work::{WorkFact, WorkTopic};

/// The pay rules, newest first.
const PAY_RULES: &[(u16, &str)] =
    &[(2026, include_str!("../../data/pay/2026.json")), (2025, include_str!("../../data/pay/2025.json"))];

/// All facts, one collection per file; a file that no question touches is never parsed.
#[derive(Debug, Default)]
pub struct Dataset {
    role: OnceCell<RoleFile>,
    missions: OnceCell<MissionsFile>,
    skills: OnceCell<SkillsFile>,
    salaries: OnceCell<SalariesFile>,
    training: OnceCell<TrainingFile>,
    progression: OnceCell<ProgressionFile>,
    work: OnceCell<WorkFile>,
    prices: OnceCell<PricesFile>,
    sources: OnceCell<SourcesFile>,
}

/// The file's content, parsed on the first call.
fn load<T: File>(cell: &OnceCell<T>) -> Result<&T, DataError> {
    if let Some(loaded) = cell.get() {
        return Ok(loaded);
    }
    let parsed = serde_json::from_str(T::EMBEDDED).map_err(|error| DataError::new(T::NAME, &error))?;
    Ok(cell.get_or_init(|| parsed))
}

impl Dataset {
    /// The facts that ship with the program.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// `role.json`.
    pub fn role(&self) -> Result<&RoleFile, DataError> {
        load(&self.role)
    }

    /// `missions.json`.
    pub fn missions(&self) -> Result<&MissionsFile, DataError> {
        load(&self.missions)
    }

    /// `skills.json`.
    pub fn skills(&self) -> Result<&SkillsFile, DataError> {
        load(&self.skills)
    }

    /// `salaries.json`.
    pub fn salaries(&self) -> Result<&SalariesFile, DataError> {
        load(&self.salaries)
    }

    /// `training.json`.
    pub fn training(&self) -> Result<&TrainingFile, DataError> {
        load(&self.training)
    }

    /// `progression.json`.
    pub fn progression(&self) -> Result<&ProgressionFile, DataError> {
        load(&self.progression)
    }

    /// `work.json`.
    pub fn work(&self) -> Result<&WorkFile, DataError> {
        load(&self.work)
    }

    /// `prices.json`.
    pub fn prices(&self) -> Result<&PricesFile, DataError> {
        load(&self.prices)
    }

    /// `sources.json`.
    pub fn sources(&self) -> Result<&SourcesFile, DataError> {
        load(&self.sources)
    }

    /// The pay rules of `year`, the newest if `None`; `None` if there are none for that year.
    ///
    /// The caller says what rules are: this layer only reads them.
    pub fn pay_rules<T: DeserializeOwned>(&self, year: Option<u16>) -> Option<Result<T, DataError>> {
        let newest = PAY_RULES.first().map(|(year, _)| *year);
        let wanted = year.or(newest)?;
        let (_, text) = PAY_RULES.iter().find(|(year, _)| *year == wanted)?;
        Some(
            serde_json::from_str(text).map_err(|error| DataError::new(&format!("pay/{wanted}.json"), &error)),
        )
    }

    /// The years that have pay rules, newest first.
    pub fn pay_years(&self) -> impl Iterator<Item = u16> {
        PAY_RULES.iter().map(|(year, _)| *year)
    }

    /// The edition's date, as `YYYY-MM-DD`.
    pub fn edition(&self) -> Result<&str, DataError> {
        Ok(&self.sources()?.edition)
    }

    /// Shows every fact of every topic to `visit`, in the order of the files.
    pub fn each_fact(&self, visit: &mut dyn FnMut(&dyn Fact)) -> Result<(), DataError> {
        visit(&self.role()?.role);
        self.missions()?.missions.iter().for_each(|fact| visit(fact));
        self.skills()?.skills.iter().for_each(|fact| visit(fact));
        self.salaries()?.observations.iter().for_each(|fact| visit(fact));
        self.salaries()?.factors.iter().for_each(|fact| visit(fact));
        self.training()?.programmes.iter().for_each(|fact| visit(fact));
        self.training()?.advice.iter().for_each(|fact| visit(fact));
        self.progression()?.roles.iter().for_each(|fact| visit(fact));
        self.progression()?.steps.iter().for_each(|fact| visit(fact));
        let work = self.work()?;
        for topic in [WorkTopic::Employers, WorkTopic::Contracts, WorkTopic::Colleagues, WorkTopic::Market] {
            work.list(topic).iter().for_each(|entry| visit(&WorkFact(topic, entry)));
        }
        visit(self.prices()?);
        Ok(())
    }
}
