//! How one works: employers, contracts, colleagues, the market.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::caveat::Caveat;
use super::fact::Fact;
use super::figure::Confidence;
use super::id::{EntryId, SourceId};
use super::text::Text;
use super::vocabulary::{Topic, vocabulary};

vocabulary! {
    /// A side of working life, each a list in `work.json`.
    WorkTopic ("sujet", "topic")
    Employers = "employers", "Qui recrute", "Who hires", "employer", "employeurs", "employeur";
    Contracts = "contracts", "Sous quel statut", "Under which contract", "contract", "contrats", "statuts", "status";
    Colleagues = "colleagues", "Avec qui", "With whom", "colleague", "collegues", "equipe", "team";
    Market = "market", "Le marché et le terrain", "The market and the field", "marche";
}

impl WorkTopic {
    /// The topic of the entries in this list.
    pub const fn topic(self) -> Topic {
        match self {
            Self::Employers => Topic::Employer,
            Self::Contracts => Topic::Contract,
            Self::Colleagues => Topic::Colleague,
            Self::Market => Topic::Market,
        }
    }
}

/// One thing said of working life; which list of `work.json` it stands in gives its topic.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkEntry {
    /// Unique within its list.
    pub id: EntryId,
    /// A few words.
    pub title: Text,
    /// One or two sentences.
    pub detail: Text,
    /// Its figure in a few words, with the year where it has more than one: what the market in short tells of it.
    #[serde(default)]
    pub figure: Option<Text>,
    /// The year it speaks of; `None` if the source does not say.
    #[serde(default)]
    #[schemars(range(min = 1990), extend("format" = "year"))]
    pub year: Option<u16>,
    /// Whom it is about, where that is not the back-end developer.
    #[serde(default)]
    pub population: Option<Text>,
    /// How well it is known; `None` for what a job sheet says.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// True if we worked it out from what the sources say.
    #[serde(default)]
    pub inferred: bool,
    /// The entries of `market` or `contracts` whose later figures contradict it.
    #[serde(default)]
    pub contradicted_by: Vec<EntryId>,
    /// Words of the source, at most eight, that anyone can check.
    #[serde(default)]
    pub quotation: Option<String>,
    /// Its figure year by year, where it tells how a number of things has moved.
    #[serde(default)]
    pub by_year: Vec<YearCount>,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
    /// Why it should be read with care.
    #[serde(default)]
    pub caveat: Option<Caveat>,
}

/// A number of things in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct YearCount {
    /// The year.
    #[schemars(range(min = 1990), extend("format" = "year"))]
    pub year: u16,
    /// How many.
    pub count: u32,
    /// True if we worked it out, from a change in per cent for instance.
    #[serde(default)]
    pub inferred: bool,
}

/// An entry together with the list it stands in.
#[derive(Debug, Clone, Copy)]
pub struct WorkFact<'a>(pub WorkTopic, pub &'a WorkEntry);

impl Fact for WorkFact<'_> {
    fn topic(&self) -> Topic {
        self.0.topic()
    }
    fn id(&self) -> &str {
        self.1.id.as_str()
    }
    fn title(&self) -> Text {
        self.1.title.clone()
    }
    fn sources(&self) -> &[SourceId] {
        &self.1.sources
    }
    fn caveat(&self) -> Option<&Caveat> {
        self.1.caveat.as_ref()
    }
    fn texts(&self) -> Vec<&Text> {
        std::iter::once(&self.1.detail).chain(&self.1.figure).chain(&self.1.population).collect()
    }
    fn names(&self) -> Vec<&str> {
        self.1.quotation.iter().map(String::as_str).collect()
    }
}
