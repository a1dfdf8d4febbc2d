//! `rates`: day rates of freelances, before VAT, by experience, technology and how they were got.
//!
//! What is asked on profiles, what freelances declare and what an agency places are three kinds of price:
//! each kind stands under its own heading, and nothing is averaged.

mod document;

use std::cmp::Reverse;

use serde::Serialize;

use super::cite::Citations;
use super::offer::{Verdict, judge};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figure::{BasisKind, names_word};
use crate::model::id::SourceId;
use crate::model::money::{Money, Range};
use crate::model::name::Unknown;
use crate::model::rate::DayRate;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::{Seniority, Vocabulary, vocabulary};
use crate::report::{Document, Report};

vocabulary! {
    /// A kind of price of a day's work.
    PriceKind ("sorte de prix", "kind of price")
    Asked = "asked", "prix demandés", "asked prices", "demande", "affiche";
    Declared = "declared", "déclarations", "declared", "declare", "declaration";
    Placed = "placed", "missions placées", "placed by an agency", "place";
    Pooled = "pooled", "plusieurs baromètres réunis", "several barometers pooled", "pool";
}

impl From<PriceKind> for BasisKind {
    fn from(kind: PriceKind) -> Self {
        match kind {
            PriceKind::Asked => Self::Asked,
            PriceKind::Declared => Self::Declared,
            PriceKind::Placed => Self::Placed,
            PriceKind::Pooled => Self::Pooled,
        }
    }
}

/// What to ask of the day rates.
#[derive(Debug, Default)]
pub struct RatesParams {
    /// Years of experience.
    pub experience: Option<u8>,
    /// A level, where a source names one.
    pub level: Option<Seniority>,
    /// A technology, whatever its case: `php`, `node.js`.
    pub technology: Option<String>,
    /// A region, by its words.
    pub region: Option<String>,
    /// The kinds of price to show; all if empty.
    pub kinds: Vec<PriceKind>,
    /// Rates of this year or later only.
    pub since: Option<u16>,
    /// A rate to place against each of them, in euros a day before VAT.
    pub rate: Option<Money>,
    /// The only sources to show, by id or short name; all if empty.
    pub sources: Vec<SourceId>,
    /// The sources to leave out, by id or short name.
    pub without: Vec<SourceId>,
}

/// A rate, and which conditions of the question it is stated for.
#[derive(Serialize)]
pub struct RateLine<'a> {
    /// The rate.
    #[serde(flatten)]
    pub rate: &'a DayRate,
    /// The conditions that the source states the rate for: `experience`, `level`, `technology`, `region`.
    pub matches: Vec<&'static str>,
    /// Where the rate asked about stands against this one; `null` if none is asked about.
    pub verdict: Option<Verdict>,
    /// How far it stands, in euros a day; `null` where nothing can be measured.
    pub difference: Option<Money>,
}

impl<'a> RateLine<'a> {
    fn of(rate: &'a DayRate, params: &RatesParams) -> Option<Self> {
        let matches = met(rate, params)?;
        let judged = params.rate.map(|asked| judge(Range::between(asked, asked), rate.per_day));
        let difference = judged.and_then(|(_, difference)| difference).map(Money::rounded);
        Some(Self { rate, matches, verdict: judged.map(|(verdict, _)| verdict), difference })
    }
}

/// The rates of one kind of price, those that meet most conditions first.
#[derive(Serialize)]
pub struct PriceGroup<'a> {
    /// How the prices were got.
    pub basis: BasisKind,
    /// The rates.
    pub rates: Vec<RateLine<'a>>,
}

/// Day rates by kind of price.
#[derive(Serialize)]
pub struct RatesReport<'a> {
    currency: &'static str,
    /// The years of experience asked for.
    experience_years: Option<u8>,
    /// The technology asked for.
    technology: Option<String>,
    /// The rate that is placed against each of them; `null` if none is asked about.
    rate: Option<Money>,
    /// The rates, in euros a day before VAT.
    pub kinds: Vec<PriceGroup<'a>>,
    #[serde(skip)]
    conditions: usize,
    #[serde(skip)]
    citations: Citations<'a>,
}

/// Answers with every rate that no condition contradicts and, if there are conditions, that meets at least one.
///
/// A rate for all levels together is no answer about a level: it is only shown for the other conditions it meets.
///
/// # Errors
/// Fails if a file is invalid, or if a source, a technology or a region is unknown.
pub fn ask<'a>(params: &RatesParams, dataset: &'a Dataset) -> Result<RatesReport<'a>, Reason> {
    let citations = Citations::new(dataset)?;
    let (only, without) = (citations.matching(&params.sources)?, citations.matching(&params.without)?);
    let rates = &dataset.rates()?.rates;
    let technologies = || rates.iter().flat_map(|rate| &rate.technologies).map(String::as_str);
    check(text("technologie", "technology"), params.technology.as_deref(), technologies())?;
    let regions = || rates.iter().filter_map(|rate| rate.region.as_ref());
    let names = regions().flat_map(|region| [region.in_lang(Lang::Fr), region.in_lang(Lang::En)]);
    check(text("région", "region"), params.region.as_deref(), names)?;
    let conditions = [
        params.experience.is_some(),
        params.level.is_some(),
        params.technology.is_some(),
        params.region.is_some(),
    ];
    let conditions = conditions.into_iter().filter(|asked| *asked).count();
    let of = |basis: &BasisKind| {
        let its = rates.iter().filter(|rate| rate.basis.kind == *basis);
        let heard = its.filter(|rate| {
            (only.is_empty() || only.contains(&&rate.source))
                && !without.contains(&&rate.source)
                && params.since.is_none_or(|since| rate.year.is_some_and(|year| year >= since))
        });
        let met = heard.filter_map(|rate| RateLine::of(rate, params));
        let mut lines: Vec<RateLine<'a>> =
            met.filter(|line| conditions == 0 || !line.matches.is_empty()).collect();
        let years = |line: &RateLine<'_>| line.rate.experience_years.map(|years| (years.low, years.high));
        lines.sort_by_key(|line| {
            (Reverse(line.matches.len()), line.rate.population, Reverse(line.rate.year), years(line))
        });
        PriceGroup { basis: *basis, rates: lines }
    };
    let is_basis = |basis: BasisKind| params.kinds.iter().any(|kind| BasisKind::from(*kind) == basis);
    let asked = |basis: &&BasisKind| params.kinds.is_empty() || is_basis(**basis);
    let kinds = BasisKind::ALL.iter().filter(asked).map(of).filter(|kind| !kind.rates.is_empty()).collect();
    Ok(RatesReport {
        currency: "EUR",
        experience_years: params.experience,
        technology: params.technology.clone(),
        rate: params.rate,
        kinds,
        conditions,
        citations,
    })
}

/// Fails if something is asked for that no rate is about.
fn check<'n>(kind: Text, wanted: Option<&str>, known: impl Iterator<Item = &'n str>) -> Result<(), Unknown> {
    let Some(wanted) = wanted else { return Ok(()) };
    let mut known: Vec<&str> = known.collect();
    known.sort_unstable();
    known.dedup();
    if known.iter().any(|name| names_word(name, wanted)) {
        return Ok(());
    }
    Err(Unknown::new(kind, wanted, known))
}

/// The conditions a rate is stated for; `None` if it is stated for something else.
fn met(rate: &DayRate, params: &RatesParams) -> Option<Vec<&'static str>> {
    let experience = params.experience.map(|years| rate.covers(years));
    let level = params.level.map(|level| rate.level.map(|its| its == level));
    let technology = params.technology.as_ref().map(|wanted| {
        let is_wanted = |name: &String| names_word(name, wanted);
        (!rate.technologies.is_empty()).then(|| rate.technologies.iter().any(is_wanted))
    });
    let region = params.region.as_ref().map(|wanted| {
        let region = rate.region.as_ref()?;
        Some([Lang::Fr, Lang::En].iter().any(|lang| names_word(region.in_lang(*lang), wanted)))
    });
    let asked =
        [("experience", experience), ("level", level), ("technology", technology), ("region", region)];
    let mut met = Vec::new();
    for (name, stated) in asked {
        match stated.flatten() {
            Some(true) => met.push(name),
            Some(false) => return None,
            None => {}
        }
    }
    Some(met)
}

impl Report for RatesReport<'_> {
    fn name(&self) -> &'static str {
        "rates"
    }

    fn document(&self) -> Document {
        document::of(self)
    }

    fn remarks(&self) -> Vec<Text> {
        let none = text(
            "aucun tarif pour cette demande ; `backend-career rates` les montre tous",
            "no rate for this request; `backend-career rates` shows them all",
        );
        let all_met = |line: &RateLine<'_>| line.matches.len() == self.conditions;
        let apart = text(
            "aucune source ne réunit ces conditions : chaque tarif montré n’en remplit qu’une partie",
            "no source meets these conditions together: each rate shown meets only some of them",
        );
        if self.kinds.is_empty() {
            return vec![none];
        }
        let met = self.kinds.iter().flat_map(|kind| &kind.rates).any(all_met);
        (self.conditions > 1 && !met).then_some(apart).into_iter().collect()
    }
}
