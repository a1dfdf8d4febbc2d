//! Why a fact should be read with care.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::SourceId;
use super::text::Text;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What is the matter with a doubtful fact.
    CaveatKind ("réserve", "caveat")
    Implausible = "implausible", "invraisemblable", "implausible";
    Misplaced = "misplaced", "mal classé", "misplaced";
    Renamed = "renamed", "renommé", "renamed";
    Outdated = "outdated", "daté", "outdated";
    Disagreement = "disagreement", "désaccord", "disagreement";
    SingleSource = "single-source", "source unique", "single source";
    Undated = "undated", "sans date", "undated";
    Commercial = "commercial", "source commerciale", "commercial source";
    Contradicted = "contradicted", "contredit depuis", "contradicted since";
}

/// A doubt about a fact, in one sentence that a reader can check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Caveat {
    /// What is the matter.
    pub kind: CaveatKind,
    /// Why, in one sentence.
    pub reason: Text,
    /// What the reason can be checked against; empty if the fact's own source shows it.
    #[serde(default)]
    pub sources: Vec<SourceId>,
}
