//! Day rates of freelances, before VAT: what is asked, what is declared, what an agency places; never mixed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::caveat::Caveat;
use super::fact::Fact;
use super::figure::{Basis, Confidence, Population, Spread, Statistic};
use super::figures::amounts;
use super::id::{EntryId, SourceId};
use super::money::{Money, Range};
use super::text::Text;
use super::vocabulary::{Seniority, Topic};

/// One day rate of one source, in euros before VAT.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DayRate {
    /// Unique among day rates.
    pub id: EntryId,
    /// Who states it.
    pub source: SourceId,
    /// A few words: which freelances it is about.
    pub title: Text,
    /// Whom it is about.
    pub population: Population,
    /// The level it is about, where the source names one; `None` otherwise.
    #[serde(default)]
    pub level: Option<Seniority>,
    /// Years of experience the source ties to it; without a high end, "and more".
    #[serde(default)]
    pub experience_years: Option<Range<u8>>,
    /// The technologies it is about; empty if it is about all of them.
    #[serde(default)]
    pub technologies: Vec<String>,
    /// The part of France it is about; `None` if it is about the whole country.
    #[serde(default)]
    pub region: Option<Text>,
    /// The year it is for.
    #[schemars(range(min = 1990), extend("format" = "year"))]
    pub year: Option<u16>,
    /// Which statistic it is.
    pub statistic: Statistic,
    /// How it was got: asked, declared, placed or pooled.
    pub basis: Basis,
    /// The rate, in euros a day before VAT.
    pub per_day: Range<Money>,
    /// The rest of the distribution, in euros a day before VAT.
    #[serde(default)]
    pub spread: Option<Spread>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Anything else a reader must know.
    #[serde(default)]
    pub note: Option<Text>,
    /// Why it should be read with care.
    #[serde(default)]
    pub caveat: Option<Caveat>,
}

impl DayRate {
    /// Whether the rate is stated for someone with that many years of experience; `None` if it is for everyone.
    pub fn covers(&self, years: u8) -> Option<bool> {
        let range = self.experience_years?;
        Some(range.low.is_none_or(|low| low <= years) && range.high.is_none_or(|high| years <= high))
    }
}

impl Fact for DayRate {
    fn topic(&self) -> Topic {
        Topic::Rate
    }
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn title(&self) -> Text {
        self.title.clone()
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
        let sums = amounts(self.per_day)?;
        Some(Text::new(format!("{} par jour", sums.fr), format!("{} a day", sums.en)))
    }
    fn figures(&self) -> Vec<Money> {
        let ends = [self.per_day.low, self.per_day.high].into_iter().flatten();
        ends.chain(self.spread.iter().flat_map(Spread::points)).collect()
    }
    fn names(&self) -> Vec<&str> {
        self.technologies.iter().map(String::as_str).collect()
    }
}
