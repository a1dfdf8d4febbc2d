//! What the job consists of: one entry per mission, filed under a phase of the work.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::caveat::Caveat;
use super::fact::fact;
use super::id::{EntryId, SourceId};
use super::text::Text;
use super::vocabulary::vocabulary;

vocabulary! {
    /// The phases of a back-end developer's work, in the order in which a project meets them.
    Phase ("phase", "phase")
    Need = "need", "Besoin et faisabilité", "Need and feasibility", "besoin", "feasibility", "faisabilite", "analysis";
    Build = "build", "Conception et développement", "Design and build", "design", "conception", "developpement", "development";
    Test = "test", "Tests et qualité", "Test and quality", "tests", "qualite", "quality";
    Run = "run", "Exploitation et évolution", "Run and evolve", "exploitation", "maintenance", "evolve", "evolution";
    Document = "document", "Documentation et formation", "Document and train", "documentation", "train", "former";
    Watch = "watch", "Veille", "Watch", "veille", "learning";
}

/// One thing a back-end developer does.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mission {
    /// Unique among missions.
    pub id: EntryId,
    /// When in a project it is done.
    pub phase: Phase,
    /// A few words.
    pub title: Text,
    /// One or two sentences.
    pub detail: Text,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
    /// Why it should be read with care.
    #[serde(default)]
    pub caveat: Option<Caveat>,
}

fact! {
    Mission: Mission, title, caveat;
    fn texts(&self) -> Vec<&Text> {
        vec![&self.detail]
    }
}
