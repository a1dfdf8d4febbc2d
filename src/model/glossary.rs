//! The words that a newcomer stops at, each with one sentence.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fact::fact;
use super::id::{EntryId, SourceId};
use super::name::key;
use super::text::Text;

/// A word and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GlossaryEntry {
    /// Unique among words.
    pub id: EntryId,
    /// The word as it is written.
    pub word: Text,
    /// Other words that mean the same or lead here.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// One sentence, in our own words.
    pub definition: Text,
    /// Who states the figures in it; empty where the sentence is ours alone.
    #[serde(default)]
    pub sources: Vec<SourceId>,
}

/// Words that a search takes for one another, in each language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// Unique among groups.
    pub id: EntryId,
    /// The French words.
    #[schemars(length(min = 1))]
    pub fr: Vec<String>,
    /// The English words.
    #[schemars(length(min = 1))]
    pub en: Vec<String>,
}

impl GlossaryEntry {
    /// Whether `name` is this word in either language, or another name of it.
    pub fn is_named(&self, name: &str) -> bool {
        let name = key(name);
        [self.id.as_str(), &self.word.fr, &self.word.en]
            .into_iter()
            .chain(self.aliases.iter().map(String::as_str))
            .any(|known| key(known) == name)
    }
}

fact! {
    GlossaryEntry: Word, word;
    fn texts(&self) -> Vec<&Text> {
        vec![&self.definition]
    }
    fn names(&self) -> Vec<&str> {
        self.aliases.iter().map(String::as_str).collect()
    }
}
