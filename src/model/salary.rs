//! What the job pays: figures as each source states them, and what they are said to depend on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::caveat::Caveat;
use super::fact::{Fact, fact};
use super::figure::{Basis, Confidence, EmployerKind, Population, Spread, Statistic};
use super::figures::amounts;
use super::id::{EntryId, SourceId};
use super::money::{Money, Range};
use super::text::Text;
use super::vocabulary::{Per, Seniority, Topic, Vocabulary, vocabulary};

vocabulary! {
    /// Which ends a stated figure has.
    Bound ("borne", "bound")
    Exact = "point", "chiffre", "figure";
    Spread = "range", "fourchette", "range";
    UpTo = "up_to", "jusqu’à", "up to";
    AtLeast = "at_least", "à partir de", "from";
}

impl From<Statistic> for Bound {
    fn from(statistic: Statistic) -> Self {
        match statistic {
            Statistic::Range => Self::Spread,
            Statistic::Ceiling => Self::UpTo,
            Statistic::Minimum => Self::AtLeast,
            Statistic::Point | Statistic::Mean | Statistic::Median | Statistic::P10 | Statistic::P90 => {
                Self::Exact
            }
        }
    }
}

/// An amount of gross pay as the source states it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// The low end; `None` for a ceiling.
    pub low: Option<Money>,
    /// The high end; equal to the low end for a single figure, `None` for a minimum.
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

/// One figure of one source, for one level or for all of them.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// Unique among observations.
    pub id: EntryId,
    /// Who states it.
    pub source: SourceId,
    /// The level it is filed under; `None` if it is about all levels together.
    pub level: Option<Seniority>,
    /// The source's own word for the people it is about.
    pub label: String,
    /// Whom it is about.
    pub population: Population,
    /// Which statistic it is.
    pub statistic: Statistic,
    /// How it was got.
    pub basis: Basis,
    /// How well it is known.
    pub confidence: Confidence,
    /// The part of France it is about; `None` if it is about the whole country.
    #[serde(default)]
    pub region: Option<Text>,
    /// The kind of company it is about; `None` if it is about all of them.
    #[serde(default)]
    pub employer: Option<EmployerKind>,
    /// The language it is about; `None` if it is about all of them.
    #[serde(default)]
    pub technology: Option<String>,
    /// The year the figure is for; `None` if the source does not say.
    #[schemars(range(min = 1990), extend("format" = "year"))]
    pub year: Option<u16>,
    /// Years of experience the source ties to it.
    #[serde(default)]
    pub experience_years: Option<Range<u8>>,
    /// The gross amount as stated.
    pub stated: Stated,
    /// The rest of the distribution that the stated amount is the centre of, over the same period.
    #[serde(default)]
    pub spread: Option<Spread>,
    /// True if the amount counts bonuses, shares or benefits in: it is then no gross salary.
    #[serde(default)]
    pub package: bool,
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

impl Observation {
    /// Which ends the figure has.
    pub fn bound(&self) -> Bound {
        self.statistic.into()
    }

    /// Whether it may stand in a span of what back-end developers earn: no wider population, no package.
    pub const fn is_in_span(&self) -> bool {
        self.population.is_back_end() && !self.package
    }

    /// The rest of its distribution over another period.
    pub fn spread_over(&self, per: Per) -> Option<Spread> {
        let factor = self.stated.per.per_year() / per.per_year();
        self.spread.map(|spread| spread.map(|amount| amount * factor))
    }
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
        let Some(level) = self.level.map(Vocabulary::label) else {
            let of = self.population.label();
            return Text::new(
                format!("Salaire ({}) : {}", of.in_lang(Fr), self.label),
                format!("Pay ({}): {}", of.in_lang(En), self.label),
            );
        };
        Text::new(
            format!("Salaire {} : {}", level.in_lang(Fr).to_lowercase(), self.label),
            format!("{} pay: {}", level.in_lang(En), self.label),
        )
    }
    fn sources(&self) -> &[SourceId] {
        std::slice::from_ref(&self.source)
    }
    fn caveat(&self) -> Option<&Caveat> {
        self.caveat.as_ref()
    }
    fn texts(&self) -> Vec<&Text> {
        self.note.iter().chain(&self.region).collect()
    }
    fn stated(&self) -> Option<Text> {
        let (amounts, per) =
            (amounts(Range { low: self.stated.low, high: self.stated.high })?, self.stated.per.label());
        Some(Text::new(format!("{} par {}", amounts.fr, per.fr), format!("{} a {}", amounts.en, per.en)))
    }
    fn figures(&self) -> Vec<Money> {
        let yearly = self.stated.over(Per::Year);
        let ends = [self.stated.low, self.stated.high, yearly.low, yearly.high].into_iter().flatten();
        ends.chain(self.spread.iter().flat_map(Spread::points)).collect()
    }
    fn names(&self) -> Vec<&str> {
        std::iter::once(self.label.as_str()).chain(self.technology.as_deref()).collect()
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

vocabulary! {
    /// What an entry says of pay beside the figures.
    FactorKind ("nature", "kind")
    Factor = "factor", "facteur", "factor";
    Trend = "trend", "évolution", "trend";
}

impl FactorKind {
    const fn factor() -> Self {
        Self::Factor
    }
}

/// Something pay is said to depend on, or how it has moved.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Unique among factors.
    pub id: EntryId,
    /// A factor, or a trend over the years.
    #[serde(default = "FactorKind::factor")]
    pub kind: FactorKind,
    /// A few words.
    pub title: Text,
    /// One sentence.
    pub detail: Text,
    /// Whom it is about; `None` for back-end developers.
    #[serde(default)]
    pub population: Option<Population>,
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
    /// How well it is known; `None` for what a job sheet says.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
    /// Why it should be read with care.
    #[serde(default)]
    pub caveat: Option<Caveat>,
}

fact! {
    Factor: PayFactor, title, caveat;
    fn texts(&self) -> Vec<&Text> {
        vec![&self.detail]
    }
}
