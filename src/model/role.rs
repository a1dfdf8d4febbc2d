//! What the job is, and how the official classifications name it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fact::fact;
use super::id::{EntryId, SourceId};
use super::text::Text;

/// The job in an official classification of occupations or qualifications.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// The classification: "ROME", "ROME, appellation", "ESCO", "O*NET", "RNCP".
    pub system: String,
    /// The code in it.
    pub code: String,
    /// What the code stands for.
    pub title: Text,
    /// From when it is registered, as `YYYY-MM-DD`.
    #[serde(default)]
    #[schemars(extend("format" = "date"))]
    pub from: Option<String>,
    /// Until when it is registered, as `YYYY-MM-DD`.
    #[serde(default)]
    #[schemars(extend("format" = "date"))]
    pub until: Option<String>,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
}

/// The job itself.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// `back-end-developer`.
    pub id: EntryId,
    /// The name it goes by.
    pub title: Text,
    /// What it is, in two or three sentences.
    pub summary: Text,
    /// What sets it apart from front-end development.
    pub front_end: Text,
    /// Other names it is advertised under.
    pub names: Vec<Text>,
    /// Its codes in the official classifications.
    pub codes: Vec<Code>,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
}

fact! {
    Role: Role, title;
    fn texts(&self) -> Vec<&Text> {
        [&self.summary, &self.front_end]
            .into_iter()
            .chain(&self.names)
            .chain(self.codes.iter().map(|code| &code.title))
            .collect()
    }
    fn part_sources(&self) -> Vec<&SourceId> {
        self.codes.iter().flat_map(|code| &code.sources).collect()
    }
    fn names(&self) -> Vec<&str> {
        self.codes.iter().map(|code| code.code.as_str()).collect()
    }
}
