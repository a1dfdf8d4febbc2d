//! Where the job leads: positions, and the steps between them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fact::{Fact, fact};
use super::id::{EntryId, RoleId, SourceId};
use super::text::Text;
use super::vocabulary::{Topic, vocabulary};

vocabulary! {
    /// The family a position belongs to.
    Track ("filière", "track")
    BackEnd = "back-end", "back end", "back end";
    Technical = "technical", "technique", "technical";
    Management = "management", "management", "management";
    Similar = "similar", "métier voisin", "similar job";
}

vocabulary! {
    /// What kind of move a step is.
    StepKind ("type d’évolution", "kind of step")
    Promotion = "promotion", "promotion", "promotion";
    Broadening = "broadening", "élargissement", "broadening";
    Specialisation = "specialisation", "spécialisation", "specialisation";
    Management = "management", "encadrement", "management";
    Similar = "similar", "métier voisin", "similar job";
}

/// A position in a career.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CareerRole {
    /// Unique among positions.
    pub id: RoleId,
    /// The name it goes by.
    pub name: Text,
    /// The family it belongs to.
    pub track: Track,
    /// Other names it is asked for by.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What is said of it.
    #[serde(default)]
    pub note: Option<Text>,
    /// Who names it.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
}

fact! {
    CareerRole: ProgressionRole, name;
    fn texts(&self) -> Vec<&Text> {
        self.note.iter().collect()
    }
    fn names(&self) -> Vec<&str> {
        self.aliases.iter().map(String::as_str).collect()
    }
}

/// A move from one position to another.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Unique among steps: `senior-to-lead-developer`.
    pub id: EntryId,
    /// The position one leaves.
    pub from: RoleId,
    /// The position one reaches.
    pub to: RoleId,
    /// What kind of move it is.
    pub kind: StepKind,
    /// What has to be learnt for it, where a source says so.
    #[serde(default)]
    pub learn: Option<Text>,
    /// True if we, not a source, drew the step or chose where it starts.
    pub inferred: bool,
    /// What is ours in an inferred step.
    #[serde(default)]
    pub note: Option<Text>,
    /// Who says so, or on whose words an inferred step rests.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
}

impl Fact for Step {
    fn topic(&self) -> Topic {
        Topic::ProgressionStep
    }
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn title(&self) -> Text {
        Text::same(&format!("{} → {}", self.from, self.to))
    }
    fn sources(&self) -> &[SourceId] {
        &self.sources
    }
    fn texts(&self) -> Vec<&Text> {
        self.learn.iter().chain(&self.note).collect()
    }
}

vocabulary! {
    /// Which way a move between official job sheets goes.
    Direction ("sens", "direction")
    To = "to", "vers", "to", "vers";
    From = "from", "depuis", "from", "depuis";
}

/// A move that the official job sheet lists: no ranking, no level, no duration.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mobility {
    /// Unique among mobilities: `to-m1861`.
    pub id: EntryId,
    /// To that job, or from it.
    pub direction: Direction,
    /// The code of its sheet in ROME.
    pub code: String,
    /// The job, in a few words of our own.
    pub title: Text,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
}

fact! {
    Mobility: Mobility, title;
    fn names(&self) -> Vec<&str> {
        vec![&self.code]
    }
}
