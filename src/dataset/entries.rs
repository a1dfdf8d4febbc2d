//! Every entry of every file as plain JSON, for those who show one whole whatever it is.

use serde::Serialize;
use serde_json::Value;

use super::Dataset;
use super::error::DataError;
use super::files::{
    File, GlossaryFile, MissionsFile, PricesFile, ProgressionFile, RoleFile, SalariesFile, SkillsFile,
    SourcesFile, TownsFile, TrainingFile, WorkFile,
};

/// An entry with the file and the list that it stands in.
#[derive(Debug, Clone, Serialize)]
pub struct PlainEntry {
    /// The file: `training.json`.
    pub file: &'static str,
    /// The list in it: `programmes`.
    pub list: String,
    /// Its id.
    pub id: String,
    /// All of it.
    pub entry: Value,
}

impl Dataset {
    /// Every entry of every file, the facts before the places and sources.
    ///
    /// # Errors
    /// Fails if the user's data cannot be read.
    pub fn entries(&self) -> Result<Vec<PlainEntry>, DataError> {
        let mut all = Vec::new();
        add(RoleFile::NAME, self.role()?, &mut all);
        add(MissionsFile::NAME, self.missions()?, &mut all);
        add(SkillsFile::NAME, self.skills()?, &mut all);
        add(SalariesFile::NAME, self.salaries()?, &mut all);
        add(TrainingFile::NAME, self.training()?, &mut all);
        add(ProgressionFile::NAME, self.progression()?, &mut all);
        add(WorkFile::NAME, self.work()?, &mut all);
        add(PricesFile::NAME, self.prices()?, &mut all);
        add(GlossaryFile::NAME, self.glossary()?, &mut all);
        add(SourcesFile::NAME, self.sources()?, &mut all);
        add(TownsFile::NAME, self.towns()?, &mut all);
        Ok(all)
    }
}

/// Adds the entries of one file. What cannot be written as JSON has no entries; no file of ours is such.
fn add<T: File>(name: &'static str, file: &T, all: &mut Vec<PlainEntry>) {
    let Ok(Value::Object(lists)) = serde_json::to_value(file) else { return };
    for (list, entries) in lists {
        let entries = match entries {
            Value::Array(entries) => entries,
            single @ Value::Object(_) => vec![single],
            _ => continue,
        };
        for entry in entries {
            let Some(id) = entry.get("id").and_then(Value::as_str).map(str::to_owned) else { continue };
            all.push(PlainEntry { file: name, list: list.clone(), id, entry });
        }
    }
}
