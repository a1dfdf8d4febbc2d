//! An offer against one figure, and the count of such comparisons per level.

use std::cmp::Reverse;

use serde::Serialize;

use super::judge::{Part, Verdict, judge, part};
use super::prices::Prices;
use crate::model::figure::{Basis, EmployerKind, Population, Spread, Statistic};
use crate::model::id::{EntryId, SourceId};
use crate::model::money::{Money, Range};
use crate::model::salary::Observation;
use crate::model::text::Text;
use crate::model::vocabulary::{Per, Seniority, Vocabulary};
use crate::query::particulars::distribution;
use crate::report::Distribution;

/// Where the offer stands against one figure, euros a year.
#[derive(Serialize)]
pub struct Position<'a> {
    /// The figure.
    pub id: &'a EntryId,
    /// Who states it.
    pub source: &'a SourceId,
    /// Its level; `None` for all levels together.
    pub level: Option<Seniority>,
    /// The source's own word.
    pub label: &'a str,
    /// Whom it is about.
    pub population: Population,
    /// Which statistic it is.
    pub statistic: Statistic,
    /// How it was got.
    pub basis: Basis,
    /// The kind of company it is about.
    pub employer: Option<EmployerKind>,
    /// The part of France it is about.
    pub region: Option<&'a Text>,
    /// The year it is for.
    pub year: Option<u16>,
    /// Its low end.
    pub low: Option<Money>,
    /// Its high end.
    pub high: Option<Money>,
    /// The rest of its distribution.
    pub spread: Option<Spread>,
    /// The figure in euros of the asked year; `null` if none is asked or the figure is undated.
    pub adjusted: Option<Range<Money>>,
    /// The rest of its distribution in the same euros; `null` where `adjusted` is.
    pub adjusted_spread: Option<Spread>,
    /// Where the offer stands.
    pub verdict: Verdict,
    /// Above the high end, or below the low one as a negative amount; `null` where nothing can be measured.
    pub difference: Option<Money>,
    /// The part of the distribution that the offer's low end falls in; `null` if the source gives none.
    pub part: Option<Part>,
    /// That of its high end; `null` for an offer of one amount.
    pub part_high: Option<Part>,
    /// Why the figure should be read with care.
    pub caveat: Option<&'a Text>,
    /// The distribution to draw, in the same euros as [`Position::compared`].
    #[serde(skip)]
    pub drawn: Option<(Range<Money>, Distribution)>,
    /// The figure itself.
    #[serde(skip)]
    pub observation: &'a Observation,
}

impl<'a> Position<'a> {
    /// An offer, gross a year, against one figure.
    pub fn of(one: &'a Observation, offer: Range<Money>, prices: Option<&Prices<'_>>) -> Self {
        let figure = one.stated.over(Per::Year);
        let spread = one.spread_over(Per::Year);
        let level = prices.zip(one.year).and_then(|(prices, year)| Some((prices, prices.level(year)?)));
        let adjusted = level.map(|(prices, level)| figure.map(|amount| prices.worth(amount, level)));
        // An undated figure can only be held against the offer as both are stated.
        let today = level.map(|(prices, _)| offer.map(|amount| prices.today(amount)));
        let compared_spread =
            level.map_or(spread, |(prices, level)| Some(spread?.map(|point| prices.worth(point, level))));
        let (offer, against) = today.zip(adjusted).unwrap_or((offer, figure));
        let (verdict, difference) = judge(offer, against);
        let falls = |end: Option<Money>| part(end?, against.low, one.statistic, compared_spread.as_ref()?);
        let is_range = offer.low < offer.high;
        Self {
            id: &one.id,
            source: &one.source,
            level: one.level,
            label: &one.label,
            population: one.population,
            statistic: one.statistic,
            basis: one.basis,
            employer: one.employer,
            region: one.region.as_ref(),
            year: one.year,
            low: figure.low,
            high: figure.high,
            spread,
            adjusted: adjusted.map(|range| range.map(Money::rounded)),
            adjusted_spread: adjusted.and(compared_spread).map(|spread| spread.map(Money::rounded)),
            verdict,
            difference: difference.map(Money::rounded),
            part: falls(offer.low),
            part_high: falls(offer.high).filter(|_| is_range),
            caveat: one.caveat.as_ref().map(|caveat| &caveat.reason),
            drawn: compared_spread.and_then(|spread| distribution(against, one.statistic, &spread)),
            observation: one,
        }
    }

    /// The job itself before wider populations, then by level, then the newest first.
    pub const fn order(&self) -> (Population, Option<Seniority>, Reverse<Option<u16>>) {
        (self.population, self.level, Reverse(self.year))
    }

    /// The figure as compared: in the euros of the asked year where it could be put in them.
    pub fn compared(&self) -> Range<Money> {
        self.adjusted.unwrap_or(Range { low: self.low, high: self.high })
    }
}

/// Where the offer stands against every figure of back-end developers at a level.
#[derive(Serialize)]
pub struct Standing {
    /// The level.
    pub level: Seniority,
    /// How many figures the offer is below.
    pub below: usize,
    /// How many single figures it is equal to.
    pub equal: usize,
    /// How many ranges it is within.
    pub within: usize,
    /// Of those within, how many state only a ceiling.
    pub under_ceiling: usize,
    /// How many lie inside an offer that is a range.
    pub covered: usize,
    /// How many an offer that is a range is partly within.
    pub overlapping: usize,
    /// How many figures it is above.
    pub above: usize,
    /// How many figures there are.
    pub sources: usize,
}

/// The standing of an offer per level that has figures.
pub fn standings(positions: &[Position<'_>]) -> Vec<Standing> {
    let of = |level: Seniority| {
        let its =
            || positions.iter().filter(move |one| one.level == Some(level) && one.population.is_back_end());
        let count = |verdict| its().filter(|one| one.verdict == verdict).count();
        let under_ceiling = its().filter(|one| one.low.is_none() && one.verdict == Verdict::Within).count();
        Standing {
            level,
            below: count(Verdict::Below),
            equal: count(Verdict::Equal),
            within: count(Verdict::Within),
            under_ceiling,
            covered: count(Verdict::Covered),
            overlapping: count(Verdict::Overlapping),
            above: count(Verdict::Above),
            sources: its().count(),
        }
    };
    Seniority::ALL.iter().map(|level| of(*level)).filter(|standing| standing.sources > 0).collect()
}
