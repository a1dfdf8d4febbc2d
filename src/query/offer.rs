//! `offer`: where an offer stands against each source, level by level.
//!
//! The sources are points and ranges, not a distribution: the answer says below, within or above
//! and by how much, and never a percentile.

mod document;
mod prices;

use serde::Serialize;

use self::prices::Prices;
use super::cite::Citations;
use super::rules::{self, RulesOf};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::id::SourceId;
use crate::model::money::{Money, Range};
use crate::model::salary::Observation;
use crate::model::text::Text;
use crate::model::vocabulary::{Per, Seniority, Vocabulary, vocabulary};
use crate::pay::{Profile, Schedule, Tax};
use crate::report::{Document, Report};

vocabulary! {
    /// Where an offer stands against a figure.
    Verdict ("verdict", "verdict")
    Below = "below", "en dessous", "below";
    Within = "within", "dedans", "within";
    Above = "above", "au-dessus", "above";
}

/// What to ask of an offer.
#[derive(Debug)]
pub struct OfferParams {
    /// The gross amount, in euros over `per`.
    pub amount: Money,
    /// The period it is for.
    pub per: Per,
    /// The level to compare with; all of them if `None`.
    pub level: Option<Seniority>,
    /// Compare in euros of this year.
    pub euros_of: Option<u16>,
}

/// The offer itself.
#[derive(Serialize)]
struct Offer {
    annual_gross: Money,
    monthly_gross: Money,
    monthly_net_before_tax: Money,
    minimum_wage_per_year: Money,
    below_minimum_wage: bool,
    /// The offer in euros of the asked year; `null` if none is asked.
    adjusted: Option<Money>,
}

/// Where the offer stands against one figure, euros a year.
#[derive(Serialize)]
struct Position<'a> {
    source: &'a SourceId,
    level: Seniority,
    year: Option<u16>,
    low: Option<Money>,
    high: Option<Money>,
    /// The figure in euros of the asked year; `null` if none is asked or the figure is undated.
    adjusted: Option<Range<Money>>,
    verdict: Verdict,
    /// Above the high end, or below the low one as a negative amount; zero within.
    difference: Money,
}

/// Where the offer stands against every figure of a level.
#[derive(Serialize)]
struct Standing {
    level: Seniority,
    below: usize,
    within: usize,
    /// Of those within, how many state only a ceiling.
    under_ceiling: usize,
    above: usize,
    sources: usize,
}

/// Where an offer stands.
#[derive(Serialize)]
pub struct OfferReport<'a> {
    offer: Offer,
    level: Option<Seniority>,
    euros_of: Option<u16>,
    standings: Vec<Standing>,
    positions: Vec<Position<'a>>,
    rules: RulesOf,
    assumptions: Vec<Text>,
    warnings: Vec<Text>,
    #[serde(skip)]
    citations: Citations<'a>,
}

/// Answers against every source's figures of the asked level.
pub fn ask<'a>(params: &OfferParams, dataset: &'a Dataset) -> anyhow::Result<Box<dyn Report + 'a>> {
    Ok(Box::new(report(params, dataset)?))
}

/// The answer as its own type, for the questions that build on it; it fails as [`ask`] does.
pub fn report<'a>(params: &OfferParams, dataset: &'a Dataset) -> Result<OfferReport<'a>, Reason> {
    let rules = rules::of(dataset, None)?;
    let annual = params.amount * params.per.per_year();
    let figures = Schedule::new(&rules, Profile::default()).figures(annual, Tax::Neutral);
    let prices = params.euros_of.map(|year| Prices::of(dataset, year)).transpose()?;
    let adjusted = prices.as_ref().map(|prices| prices.today(annual));
    let asked = |one: &&Observation| params.level.is_none_or(|level| level == one.level);
    let observations = dataset.salaries()?.observations.iter().filter(asked);
    let mut positions: Vec<Position<'a>> =
        observations.map(|one| Position::of(one, annual, adjusted, prices.as_ref())).collect();
    positions.sort_by_key(|position| position.level);
    Ok(OfferReport {
        offer: Offer {
            annual_gross: annual.rounded(),
            monthly_gross: (annual / 12.0).rounded(),
            monthly_net_before_tax: (figures.net_before_tax / 12.0).rounded(),
            minimum_wage_per_year: rules.minimum_wage_per_year().rounded(),
            below_minimum_wage: annual < rules.minimum_wage_per_year(),
            adjusted: adjusted.map(Money::rounded),
        },
        level: params.level,
        euros_of: params.euros_of,
        standings: standings(&positions),
        positions,
        rules: RulesOf::from(&rules),
        assumptions: comparison(dataset, prices.as_ref())?
            .into_iter()
            .chain(rules::before_tax(&rules))
            .collect(),
        warnings: rules::warnings(&rules, &figures),
        citations: Citations::new(dataset)?,
    })
}

impl<'a> Position<'a> {
    fn of(one: &'a Observation, annual: Money, today: Option<Money>, prices: Option<&Prices>) -> Self {
        let figure = one.stated.over(Per::Year);
        let adjusted = prices.zip(one.year).and_then(|(prices, year)| prices.adjust(figure, year));
        // An undated figure can only be held against the offer as both are stated.
        let (offer, against) = today.zip(adjusted).unwrap_or((annual, figure));
        let (verdict, difference) = judge(offer, against);
        Self {
            source: &one.source,
            level: one.level,
            year: one.year,
            low: figure.low,
            high: figure.high,
            adjusted: adjusted.map(|range| range.map(Money::rounded)),
            verdict,
            difference: difference.rounded(),
        }
    }
}

/// How amounts of different years are compared, or that they are not.
fn comparison(dataset: &Dataset, prices: Option<&Prices<'_>>) -> Result<Option<Text>, Reason> {
    if let Some(prices) = prices {
        return Ok(Some(prices.note()));
    }
    let latest = dataset.prices()?.index.years.iter().map(|level| level.year).max();
    Ok(latest.map(|year| {
        Text::new(
            format!("Chaque chiffre est en euros de son année ; à prix égaux : `--euros-of {year}`."),
            format!("Each figure is in the euros of its own year; at equal prices: `--euros-of {year}`."),
        )
    }))
}

/// Below the low end, above the high end, or within; an upper bound has nothing below it.
fn judge(offer: Money, figure: Range<Money>) -> (Verdict, Money) {
    match (figure.low, figure.high) {
        (Some(low), _) if offer < low => (Verdict::Below, offer - low),
        (_, Some(high)) if offer > high => (Verdict::Above, offer - high),
        _ => (Verdict::Within, Money::euros(0.0)),
    }
}

fn standings(positions: &[Position<'_>]) -> Vec<Standing> {
    let of = |level: Seniority| {
        let count =
            |verdict| positions.iter().filter(|one| one.level == level && one.verdict == verdict).count();
        let (below, within, above) = (count(Verdict::Below), count(Verdict::Within), count(Verdict::Above));
        let ceilings = positions.iter().filter(|one| one.level == level && one.low.is_none());
        let under_ceiling = ceilings.filter(|one| one.verdict == Verdict::Within).count();
        Standing { level, below, within, under_ceiling, above, sources: below + within + above }
    };
    Seniority::ALL.iter().map(|level| of(*level)).filter(|standing| standing.sources > 0).collect()
}

impl Report for OfferReport<'_> {
    fn name(&self) -> &'static str {
        "offer"
    }

    fn document(&self) -> Document {
        document::of(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{Verdict, judge};
    use crate::model::money::{Money, Range};

    #[test]
    fn an_offer_is_judged_against_the_nearer_end() {
        let euros = Money::euros;
        let range = Range::between(euros(45.0), euros(55.0));
        assert_eq!(judge(euros(40.0), range), (Verdict::Below, euros(-5.0)));
        assert_eq!(judge(euros(45.0), range), (Verdict::Within, euros(0.0)));
        assert_eq!(judge(euros(60.0), range), (Verdict::Above, euros(5.0)));
        let bound = Range { low: None, high: Some(euros(54.0)) };
        assert_eq!(judge(euros(1.0), bound), (Verdict::Within, euros(0.0)));
        assert_eq!(judge(euros(55.0), bound), (Verdict::Above, euros(1.0)));
    }
}
