//! What the job pays: figures as each source states them, and what they are said to depend on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::caveat::Caveat;
use super::fact::{Fact, fact};
use super::id::{EntryId, SourceId};
use super::money::{Money, Range};
use super::text::Text;
use super::vocabulary::{Per, Seniority, Topic, vocabulary};

vocabulary! {
    /// What a stated figure says about pay.
    Bound ("borne", "bound")
    Average = "average", "moyenne", "average";
    Spread = "range", "fourchette", "range";
    UpTo = "up_to", "jusqu’à", "up to";
}

/// An amount of gross pay as the source states it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// The low end; `None` for an upper bound.
    pub low: Option<Money>,
    /// The high end; equal to the low end for an average.
    pub high: Option<Money>,
    /// The period the source states it for.
    pub per: Per,
}

impl Stated {
    /// The same gross pay over another period, a month being a twelfth of a year.
    pub fn over(&self, per: Per) -> Range<Money> {
        let factor = self.per.per_year() / per.per_year();
        Range { low: self.low, high: self.high }.map(|amount| amount * factor)
    }
}

/// One figure of one source for one level.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// Unique among observations.
    pub id: EntryId,
    /// Who states it.
    pub source: SourceId,
    /// The level it is filed under.
    pub level: Seniority,
    /// The source's own word for the level.
    pub label: String,
    /// The year the figure is for; `None` if the source does not say.
    #[schemars(range(min = 1990), extend("format" = "year"))]
    pub year: Option<u16>,
    /// What the figure is.
    pub bound: Bound,
    /// Years of experience the source ties to it.
    pub experience_years: Option<Range<u8>>,
    /// The gross amount as stated.
    pub stated: Stated,
    /// True if we, not the source, chose the level.
    #[serde(default)]
    pub inferred: bool,
    /// Where the source has its figures from, or anything else a reader must know.
    #[serde(default)]
    pub note: Option<Text>,
    /// Why it should be read with care.
    #[serde(default)]
    pub caveat: Option<Caveat>,
}

impl Fact for Observation {
    fn topic(&self) -> Topic {
        Topic::Salary
    }
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn title(&self) -> Text {
        use super::text::Lang::{En, Fr};
        use super::vocabulary::Vocabulary;
        let label = self.level.label();
        Text::new(
            format!("Salaire {} : {}", label.in_lang(Fr).to_lowercase(), self.label),
            format!("{} pay: {}", label.in_lang(En), self.label),
        )
    }
    fn sources(&self) -> &[SourceId] {
        std::slice::from_ref(&self.source)
    }
    fn caveat(&self) -> Option<&Caveat> {
        self.caveat.as_ref()
    }
    fn texts(&self) -> Vec<&Text> {
        self.note.iter().collect()
    }
    fn figures(&self) -> Vec<Money> {
        let yearly = self.stated.over(super::vocabulary::Per::Year);
        [self.stated.low, self.stated.high, yearly.low, yearly.high].into_iter().flatten().collect()
    }
    fn names(&self) -> Vec<&str> {
        vec![&self.label]
    }
}

/// A gap between two levels that a source claims in words, beside any figures.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimedGap {
    /// The lower level.
    pub from: Seniority,
    /// The higher level.
    pub to: Seniority,
}

/// Something pay is said to depend on.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Unique among factors.
    pub id: EntryId,
    /// A few words.
    pub title: Text,
    /// One sentence.
    pub detail: Text,
    /// By how much it changes gross pay; `None` if the source gives no figure.
    pub effect: Option<Stated>,
    /// The levels between which the effect is claimed.
    #[serde(default)]
    pub gap: Option<ClaimedGap>,
    /// The number of people managed for which the effect is claimed.
    #[serde(default)]
    pub reports: Option<Range<u8>>,
    /// The year it was observed in.
    #[schemars(range(min = 1990), extend("format" = "year"))]
    pub year: Option<u16>,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
    /// Why it should be read with care.
    #[serde(default)]
    pub caveat: Option<Caveat>,
}

fact! {
    Factor: PayFactor, title;
    fn caveat(&self) -> Option<&Caveat> {
        self.caveat.as_ref()
    }
    fn texts(&self) -> Vec<&Text> {
        vec![&self.detail]
    }
}
