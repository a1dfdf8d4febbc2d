//! Figures as an answer shows them: as stated, over a year and over the asked period, by level or by population.

use std::cmp::Reverse;

use serde::Serialize;

use super::SalaryParams;
use crate::model::caveat::Caveat;
use crate::model::figure::{Basis, Confidence, EmployerKind, Population, Spread, Statistic};
use crate::model::id::{EntryId, SourceId};
use crate::model::money::{Money, Range};
use crate::model::salary::{Bound, Observation, Stated};
use crate::model::text::Text;
use crate::model::vocabulary::{Per, Seniority, Vocabulary};

/// One figure, as stated and over a year and over the asked period.
#[derive(Serialize)]
pub struct ObservationLine<'a> {
    /// Its id.
    pub id: &'a EntryId,
    /// Who states it.
    pub source: &'a SourceId,
    /// The level; `None` for all levels together.
    pub level: Option<Seniority>,
    /// The source's own word for the people it is about.
    pub label: &'a str,
    /// Whom it is about.
    pub population: Population,
    /// Which statistic it is.
    pub statistic: Statistic,
    /// How it was got.
    pub basis: Basis,
    /// How well it is known.
    pub confidence: Confidence,
    /// The part of France it is about.
    pub region: Option<&'a Text>,
    /// The kind of company it is about.
    pub employer: Option<EmployerKind>,
    /// The language it is about.
    pub technology: Option<&'a str>,
    /// The year it is for.
    pub year: Option<u16>,
    /// Which ends it has.
    pub bound: Bound,
    /// Years of experience the source ties to it.
    pub experience_years: Option<Range<u8>>,
    /// As stated.
    pub stated: Stated,
    /// Over a year.
    pub annual: Range<Money>,
    /// The low end over the asked period.
    pub low: Option<Money>,
    /// The high end over the asked period.
    pub high: Option<Money>,
    /// The rest of the distribution, over the asked period.
    pub spread: Option<Spread>,
    /// Net a month before tax, for a cadre in a company of ten; `null` if not asked.
    pub net_per_month: Option<Range<Money>>,
    /// True if bonuses, shares or benefits are counted in; such a figure is in no span.
    pub package: bool,
    /// True if we chose the level.
    pub inferred: bool,
    /// What a reader must know.
    pub note: Option<&'a Text>,
    /// Why it should be read with care.
    pub caveat: Option<&'a Caveat>,
    /// The figure itself.
    #[serde(skip)]
    pub observation: &'a Observation,
}

impl<'a> ObservationLine<'a> {
    /// A figure over the period `per`.
    pub fn of(one: &'a Observation, per: Per) -> Self {
        let annual = one.stated.over(Per::Year);
        let shown = one.stated.over(per);
        Self {
            id: &one.id,
            source: &one.source,
            level: one.level,
            label: &one.label,
            population: one.population,
            statistic: one.statistic,
            basis: one.basis,
            confidence: one.confidence,
            region: one.region.as_ref(),
            employer: one.employer,
            technology: one.technology.as_deref(),
            year: one.year,
            bound: one.bound(),
            experience_years: one.experience_years,
            stated: one.stated,
            annual,
            low: shown.low,
            high: shown.high,
            spread: one.spread_over(per),
            net_per_month: None,
            package: one.package,
            inferred: one.inferred,
            note: one.note.as_ref(),
            caveat: one.caveat.as_ref(),
            observation: one,
        }
    }

    /// Everyone together, then the levels, then what is beyond them: leads, many years of experience.
    fn rank(&self) -> (u8, Option<u8>) {
        let group = match (self.level, self.experience_years) {
            (None, None) => 0,
            (Some(Seniority::Junior), _) => 1,
            (Some(Seniority::Confirmed), _) => 2,
            (Some(Seniority::Senior), _) => 3,
            (None, Some(_)) => 4,
        };
        (group, self.experience_years.and_then(|years| years.low))
    }

    /// Its ends over the asked period.
    pub const fn range(&self) -> Range<Money> {
        Range { low: self.low, high: self.high }
    }

    /// Whether it may stand in a span of what back-end developers earn.
    pub const fn is_in_span(&self) -> bool {
        self.population.is_back_end() && !self.package
    }
}

/// A level: the span over the figures of back-end developers, then the figures.
#[derive(Serialize)]
pub struct LevelPay<'a> {
    /// The level.
    pub level: Seniority,
    /// The lowest stated figure over the asked period, ceilings apart; `None` if there are only ceilings.
    pub low: Option<Money>,
    /// Always false: a ceiling is never a low end. The key stays for those who read it.
    pub low_is_ceiling: bool,
    /// The highest stated figure.
    pub high: Option<Money>,
    /// The lowest ceiling that a source states, if it is below `low`: that source stays under it.
    pub ceiling_below: Option<Money>,
    /// The figures, the newest first.
    pub observations: Vec<ObservationLine<'a>>,
}

impl<'a> LevelPay<'a> {
    /// From the lowest to the highest figure.
    pub const fn span(&self) -> Range<Money> {
        Range { low: self.low, high: self.high }
    }

    /// How many figures the span is made of.
    pub fn in_span(&self) -> usize {
        self.observations.iter().filter(|one| one.is_in_span()).count()
    }

    /// The figures of back-end developers at `level`, and their span.
    pub fn of(level: Seniority, observations: &[&'a Observation], per: Per) -> Self {
        let of_level =
            observations.iter().filter(|one| one.population.is_back_end() && one.level == Some(level));
        let observations: Vec<ObservationLine<'a>> =
            of_level.map(|one| ObservationLine::of(one, per)).collect();
        let spanned = || observations.iter().filter(|one| one.is_in_span());
        let lowest = |amounts: &mut dyn Iterator<Item = Money>| amounts.reduce(Money::min);
        let low = lowest(&mut spanned().filter_map(|one| one.low));
        let high = spanned().filter_map(|one| one.high.or(one.low)).reduce(Money::max);
        let ceiling =
            lowest(&mut spanned().filter(|one| one.range().is_ceiling()).filter_map(|one| one.high));
        let ceiling_below = ceiling.filter(|ceiling| low.is_some_and(|low| *ceiling < low));
        Self { level, low, low_is_ceiling: false, high, ceiling_below, observations }
    }
}

/// What is stated of a population wider than the job.
#[derive(Serialize)]
pub struct PopulationPay<'a> {
    /// The population.
    pub population: Population,
    /// Its figures: those of everyone first, then by level and experience, then the newest first.
    pub observations: Vec<ObservationLine<'a>>,
}

impl<'a> PopulationPay<'a> {
    /// Every wider population with figures, the closest to the job first.
    pub fn all(
        observations: &[&'a Observation],
        params: &SalaryParams,
        asked: &dyn Fn(&Seniority) -> bool,
    ) -> Vec<Self> {
        let wider = Population::ALL.iter().filter(|population| !population.is_back_end());
        let of = |population: &Population| {
            let its = observations.iter().filter(|one| one.population == *population);
            let its = its.filter(|one| one.level.as_ref().map_or(params.levels.is_empty(), asked));
            let mut lines: Vec<ObservationLine<'a>> =
                its.map(|one| ObservationLine::of(one, params.per)).collect();
            lines.sort_by_key(|one| (one.rank(), Reverse(one.year)));
            Self { population: *population, observations: lines }
        };
        wider.map(of).filter(|population| !population.observations.is_empty()).collect()
    }
}
