//! `salary`: what each level earns, source by source.
//!
//! Sources are compared, never averaged: a level has the span of all stated figures, and a
//! disagreement is a caveat.

mod caveats;
mod document;
mod gaps;

use serde::Serialize;

pub use self::caveats::SalaryCaveat;
pub use self::gaps::Gap;
use super::cite::Citations;
use super::rules::{self, RulesOf};
use crate::dataset::Dataset;
use crate::model::caveat::Caveat;
use crate::model::error::Reason;
use crate::model::id::{EntryId, SourceId};
use crate::model::money::{Money, Range};
use crate::model::salary::{Bound, Factor, Observation, Stated};
use crate::model::text::Text;
use crate::model::text::text;
use crate::model::vocabulary::{Per, Seniority, Vocabulary};
use crate::pay::{Profile, Rules, Schedule, Tax};
use crate::report::{Document, Report};

/// What to ask of the pay figures.
#[derive(Debug)]
pub struct SalaryParams {
    /// The levels to show; all if empty.
    pub levels: Vec<Seniority>,
    /// The only source to hear; all of them if `None`.
    pub source: Option<SourceId>,
    /// The period of the shown amounts.
    pub per: Per,
    /// Whether the net a month before tax is added.
    pub net: bool,
}

/// One figure, as stated and over a year and over the asked period.
#[derive(Serialize)]
pub struct ObservationLine<'a> {
    id: &'a EntryId,
    source: &'a SourceId,
    #[serde(skip)]
    level: Seniority,
    label: &'a str,
    year: Option<u16>,
    bound: Bound,
    experience_years: Option<Range<u8>>,
    stated: Stated,
    annual: Range<Money>,
    low: Option<Money>,
    high: Option<Money>,
    /// Net a month before tax, for a cadre in a company of ten; `null` if not asked.
    net_per_month: Option<Range<Money>>,
    inferred: bool,
    note: Option<&'a Text>,
    caveat: Option<&'a Caveat>,
}

/// A level: the span over its figures, then the figures.
#[derive(Serialize)]
pub struct LevelPay<'a> {
    /// The level.
    pub level: Seniority,
    /// The lowest stated figure over the asked period; `None` if the only figure is a ceiling.
    pub low: Option<Money>,
    /// True if the lowest figure is a source’s ceiling rather than a floor.
    pub low_is_ceiling: bool,
    /// The highest.
    pub high: Option<Money>,
    /// The figures, by source.
    pub observations: Vec<ObservationLine<'a>>,
}

/// Pay per level, the steps between levels, what pay depends on, and what to be careful about.
#[derive(Serialize)]
pub struct SalaryReport<'a> {
    currency: &'static str,
    per: Per,
    /// The asked levels, lowest first.
    pub levels: Vec<LevelPay<'a>>,
    gaps: Vec<Gap<'a>>,
    factors: Vec<&'a Factor>,
    caveats: Vec<SalaryCaveat>,
    /// The rules of the net amounts; `null` if not asked.
    rules: Option<RulesOf>,
    #[serde(skip)]
    net_notes: Vec<Text>,
    #[serde(skip)]
    citations: Citations<'a>,
    #[serde(skip)]
    narrowed: bool,
}

/// Answers from the figures of the asked levels and source.
pub fn ask<'a>(params: &SalaryParams, dataset: &'a Dataset) -> anyhow::Result<Box<dyn Report + 'a>> {
    Ok(Box::new(report(params, dataset)?))
}

/// The answer as its own type, for the questions that build on it; it fails as [`ask`] does.
pub fn report<'a>(params: &SalaryParams, dataset: &'a Dataset) -> Result<SalaryReport<'a>, Reason> {
    let citations = Citations::new(dataset)?;
    let source = params.source.as_ref().map(|id| citations.find(id)).transpose()?.map(|source| &source.id);
    let heard = |id: &SourceId| source.is_none_or(|source| source == id);
    let asked = |level: &Seniority| params.levels.is_empty() || params.levels.contains(level);
    let file = dataset.salaries()?;
    let observations: Vec<&Observation> = file.observations.iter().filter(|one| heard(&one.source)).collect();
    let factors: Vec<&Factor> =
        file.factors.iter().filter(|factor| factor.sources.iter().any(heard)).collect();
    let mut levels: Vec<LevelPay<'a>> = Seniority::ALL
        .iter()
        .filter(|level| asked(level))
        .map(|level| LevelPay::of(*level, &observations, params.per))
        .filter(|level| source.is_none() || !level.observations.is_empty())
        .collect();
    let rules = params.net.then(|| rules::of(dataset, None)).transpose()?;
    if let Some(rules) = &rules {
        add_net(&mut levels, rules);
    }
    let gaps = gaps::between_levels(&observations, &factors, params.per, &asked);
    let caveats = caveats::of(&levels, &gaps, &factors, dataset.edition()?, &citations, source.is_none());
    Ok(SalaryReport {
        currency: "EUR",
        per: params.per,
        levels,
        gaps,
        factors,
        caveats,
        rules: rules.as_ref().map(RulesOf::from),
        net_notes: rules.iter().flat_map(net_notes).collect(),
        citations,
        narrowed: !params.levels.is_empty() || source.is_some(),
    })
}

/// Adds the net a month before tax to every figure.
fn add_net(levels: &mut [LevelPay<'_>], rules: &Rules) {
    let schedule = Schedule::new(rules, Profile::default());
    let net = |gross: Money| (schedule.figures(gross, Tax::Neutral).net_before_tax / 12.0).rounded();
    for one in levels.iter_mut().flat_map(|level| &mut level.observations) {
        one.net_per_month = Some(one.annual.map(net));
    }
}

/// What the net amounts rest on.
fn net_notes(rules: &Rules) -> Vec<Text> {
    let profile = text(
        "Net par mois avant impôt, au statut cadre dans une entreprise de 10 personnes.",
        "Net a month before tax, with cadre status in a company of 10 people.",
    );
    std::iter::once(profile).chain(rules::before_tax(rules)).collect()
}

impl<'a> LevelPay<'a> {
    fn of(level: Seniority, observations: &[&'a Observation], per: Per) -> Self {
        let observations: Vec<ObservationLine<'a>> = observations
            .iter()
            .filter(|one| one.level == level)
            .map(|one| ObservationLine::of(one, per))
            .collect();
        let ranges = || observations.iter().map(|one| Range { low: one.low, high: one.high });
        let span = Range::spanning(ranges());
        let (low, high) = (span.and_then(|span| span.low), span.and_then(|span| span.high));
        let low_is_ceiling = ranges().any(|range| range.is_ceiling() && range.high == low)
            && !ranges().any(|range| range.low == low);
        let low = low.filter(|_| !(low_is_ceiling && low == high));
        Self { level, low, low_is_ceiling, high, observations }
    }
}

impl<'a> ObservationLine<'a> {
    fn of(one: &'a Observation, per: Per) -> Self {
        let annual = one.stated.over(Per::Year);
        let shown = one.stated.over(per);
        Self {
            id: &one.id,
            source: &one.source,
            level: one.level,
            label: &one.label,
            year: one.year,
            bound: one.bound,
            experience_years: one.experience_years,
            stated: one.stated,
            annual,
            low: shown.low,
            high: shown.high,
            net_per_month: None,
            inferred: one.inferred,
            note: one.note.as_ref(),
            caveat: one.caveat.as_ref(),
        }
    }
}

impl Report for SalaryReport<'_> {
    fn name(&self) -> &'static str {
        "salary"
    }

    fn document(&self) -> Document {
        document::of(self)
    }

    fn remarks(&self) -> Vec<Text> {
        let none = self.levels.iter().all(|level| level.observations.is_empty());
        let empty = text(
            "aucun chiffre pour cette demande ; `backend-career salary` les montre tous",
            "no figure for this request; `backend-career salary` shows them all",
        );
        none.then_some(empty).into_iter().collect()
    }
}
