//! Registered titles: what a training ends with in the national register, and who may prepare people for it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::caveat::Caveat;
use super::fact::fact;
use super::id::{EntryId, SourceId};
use super::text::Text;

/// A title or diploma in the national register (RNCP).
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisteredTitle {
    /// Unique among titles: `dwwm`.
    pub id: EntryId,
    /// The name it goes by.
    pub name: Text,
    /// Its number in the register: `RNCP37674`.
    #[schemars(regex(pattern = r"^RNCP\d+$"))]
    pub code: String,
    /// Its European level: 5 is bac+2, 6 is bac+3, 7 is bac+5.
    #[schemars(range(min = 3, max = 8))]
    pub level: u8,
    /// Since when it is registered, as `YYYY-MM-DD`.
    #[schemars(extend("format" = "date"))]
    pub from: Option<String>,
    /// Until when it is registered, as `YYYY-MM-DD`.
    #[schemars(extend("format" = "date"))]
    pub until: Option<String>,
    /// Its blocks of skills, as far as they were read.
    #[serde(default)]
    pub blocks: Vec<Text>,
    /// By which ways it can be prepared.
    pub routes: Option<Text>,
    /// How it is examined.
    #[serde(default)]
    pub exam: Option<Text>,
    /// What became of those who passed.
    #[serde(default)]
    pub outcome: Option<Text>,
    /// How many may prepare for it.
    #[serde(default)]
    pub availability: Option<Text>,
    /// Who may prepare for it, as far as we looked; approval is no proof that a class runs.
    #[serde(default)]
    pub prepared_by: Vec<String>,
    /// Its page in the register.
    #[schemars(url, regex(pattern = r"^https?://"))]
    pub url: Option<String>,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
    /// Why it should be read with care.
    #[serde(default)]
    pub caveat: Option<Caveat>,
}

fact! {
    RegisteredTitle: Title, name, caveat;
    fn texts(&self) -> Vec<&Text> {
        [&self.routes, &self.exam, &self.outcome, &self.availability]
            .into_iter()
            .flatten()
            .chain(&self.blocks)
            .collect()
    }
    fn names(&self) -> Vec<&str> {
        std::iter::once(self.code.as_str()).chain(self.prepared_by.iter().map(String::as_str)).collect()
    }
}
