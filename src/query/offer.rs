//! `offer`: where an offer stands against each figure, level by level, then against wider populations.
//!
//! Most figures are points and ranges: the answer says below, within or above and by how much. A percentile
//! is only spoken of inside a survey that gives its own distribution.

mod document;
mod judge;
mod position;
mod prices;

use serde::Serialize;

pub use self::judge::{Verdict, judge};
use self::position::{Position, Standing, standings};
use self::prices::Prices;
use super::cite::Citations;
use super::floors::{self, FloorRow};
use super::pay::{lowered, unusual_salary};
use super::rules::{self, RulesOf};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figure::Population;
use crate::model::figures::amount;
use crate::model::id::SourceId;
use crate::model::money::{Money, Range, UNUSUAL_SALARY};
use crate::model::salary::Observation;
use crate::model::text::Text;
use crate::model::vocabulary::{Per, Seniority};
use crate::pay::{Profile, Status, Tax, UsualSchedules, default_status, usual_status};
use crate::report::{Document, Report};

/// What to ask of an offer.
#[derive(Debug, Default)]
pub struct OfferParams {
    /// The gross amount, in euros over `per`; the low end of an offer that is a range.
    pub amount: Money,
    /// The high end of an offer that is a range; `None` for one amount.
    pub high: Option<Money>,
    /// The period it is for.
    pub per: Per,
    /// The status of the net amounts and the floors; by the amount if `None`.
    pub status: Option<Status>,
    /// The level to compare with; all of them if `None`.
    pub level: Option<Seniority>,
    /// The populations to compare with; all if empty.
    pub populations: Vec<Population>,
    /// The only sources to compare with, by id or short name; all if empty.
    pub sources: Vec<SourceId>,
    /// The sources to leave out, by id or short name.
    pub without: Vec<SourceId>,
    /// Compare in euros of this year.
    pub euros_of: Option<u16>,
    /// Whether an unusually large amount is meant.
    pub confirmed: bool,
}

impl OfferParams {
    /// Refuses an offer that runs from high to low, and one that is most likely a slip.
    fn check(&self) -> Result<(), Reason> {
        let annual = self.amount * self.per.per_year();
        let most = self.high.unwrap_or(self.amount) * self.per.per_year();
        if most < annual {
            return Err(reversed(annual, most));
        }
        if most > UNUSUAL_SALARY && !self.confirmed { Err(unusual_salary(most)) } else { Ok(()) }
    }
}

/// The offer itself.
#[derive(Serialize)]
struct Offer {
    annual_gross: Money,
    /// The high end of an offer that is a range, gross a year; `null` for one amount.
    annual_gross_high: Option<Money>,
    monthly_gross: Money,
    /// That of the high end; `null` for one amount.
    monthly_gross_high: Option<Money>,
    monthly_net_before_tax: Money,
    /// That of the high end; `null` for one amount.
    monthly_net_before_tax_high: Option<Money>,
    /// The status that the net amount supposes.
    status: Status,
    /// That of the high end; `null` for one amount.
    status_high: Option<Status>,
    minimum_wage_per_year: Money,
    below_minimum_wage: bool,
    /// The offer in euros of the asked year; `null` if none is asked.
    adjusted: Option<Money>,
}

/// Where an offer stands.
#[derive(Serialize)]
pub struct OfferReport<'a> {
    offer: Offer,
    level: Option<Seniority>,
    euros_of: Option<u16>,
    /// Per level, how the offer compares with the figures of back-end developers.
    standings: Vec<Standing>,
    /// Against each figure: back-end developers by level, then wider populations.
    positions: Vec<Position<'a>>,
    /// The legal floors beside the offer's low end, lowest first.
    floors: Vec<FloorRow>,
    rules: RulesOf,
    assumptions: Vec<Text>,
    warnings: Vec<Text>,
    #[serde(skip)]
    citations: Citations<'a>,
}

/// Answers against every figure that is asked for.
///
/// # Errors
/// Fails if a file is invalid, if a source is unknown, or if the prices of `euros_of` are.
pub fn ask<'a>(params: &OfferParams, dataset: &'a Dataset) -> Result<OfferReport<'a>, Reason> {
    params.check()?;
    let rules = rules::of(dataset, None)?;
    let annual = params.amount * params.per.per_year();
    let high = params.high.map(|high| high * params.per.per_year());
    let offer = Range::between(annual, high.unwrap_or(annual));
    let schedules = UsualSchedules::new(&rules);
    let figures = schedules.figures(annual, params.status, Tax::Neutral);
    let net_high = high.map(|high| schedules.figures(high, params.status, Tax::Neutral).net_before_tax);
    let status = |gross: Money| params.status.unwrap_or_else(|| usual_status(gross));
    let prices = params.euros_of.map(|year| Prices::of(dataset, year)).transpose()?;
    let citations = Citations::new(dataset)?;
    let (only, without) = (citations.matching(&params.sources)?, citations.matching(&params.without)?);
    let asked = |one: &&Observation| {
        params.level.is_none_or(|level| is_about(one, level))
            && (params.populations.is_empty() || params.populations.contains(&one.population))
            && (only.is_empty() || only.contains(&&one.source))
            && !without.contains(&&one.source)
            && !one.package
    };
    let mut positions: Vec<Position<'a>> = dataset
        .salaries()?
        .observations
        .iter()
        .filter(asked)
        .map(|one| Position::of(one, offer, prices.as_ref()))
        .collect();
    positions.sort_by_key(Position::order);
    let adjusted = prices.as_ref().map(|prices| prices.today(annual));
    let floors = floors::beside_offer(dataset, annual, params.status)?;
    let warning = rules::below_minimum(&rules, &figures).or_else(|| floors::warning(&floors));
    Ok(OfferReport {
        offer: Offer {
            annual_gross: annual.rounded(),
            annual_gross_high: high.map(Money::rounded),
            monthly_gross: (annual / 12.0).rounded(),
            monthly_gross_high: high.map(|high| (high / 12.0).rounded()),
            monthly_net_before_tax: (figures.net_before_tax / 12.0).rounded(),
            monthly_net_before_tax_high: net_high.map(|net| (net / 12.0).rounded()),
            status: status(annual),
            status_high: high.map(status),
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
            .chain(supposed_status(params, annual, high))
            .collect(),
        warnings: warning.into_iter().collect(),
        floors,
        citations,
    })
}

/// Whether a figure is about a level: its own, or all of them together, which those of many years of experience are not.
fn is_about(one: &Observation, level: Seniority) -> bool {
    one.level.map_or(one.experience_years.is_none(), |its| its == level)
}

/// Why each end is taken for a cadre's or not, where the status is not given.
fn supposed_status(params: &OfferParams, annual: Money, high: Option<Money>) -> Vec<Text> {
    if params.status.is_some() {
        return Vec::new();
    }
    let supposed = |gross: Money| default_status(gross, Profile::default().working_time);
    let (status, reason) = supposed(annual);
    let Some((_, reason_high)) = high.map(supposed).filter(|(high, _)| *high != status) else {
        return vec![reason];
    };
    vec![
        Text::new(
            format!("Bas de l’offre : {}", lowered(&reason.fr)),
            format!("Low end of the offer: {}", lowered(&reason.en)),
        ),
        Text::new(
            format!("Haut de l’offre : {}", lowered(&reason_high.fr)),
            format!("High end of the offer: {}", lowered(&reason_high.en)),
        ),
    ]
}

/// An offer whose high end is below its low one.
fn reversed(low: Money, high: Money) -> Reason {
    let (low, high) = (amount(low), amount(high));
    Reason::Usage(Text::new(
        format!("l’offre va de {} à {}, du haut vers le bas ; par exemple `offer 42-48k`", low.fr, high.fr),
        format!(
            "the offer runs from {} to {}, from high to low; for instance `offer 42-48k`",
            low.en, high.en
        ),
    ))
}

/// How amounts of different years are compared, or that they are not.
fn comparison(dataset: &Dataset, prices: Option<&Prices<'_>>) -> Result<Vec<Text>, Reason> {
    if let Some(prices) = prices {
        let index = dataset.prices()?.index.note.clone();
        return Ok(vec![prices.note(), index]);
    }
    let latest = dataset.prices()?.index.years.iter().map(|level| level.year).max();
    let comparable = latest.map(|year| {
        Text::new(
            format!("Chaque chiffre est en euros de son année ; à prix égaux : `--euros-of {year}`."),
            format!("Each figure is in the euros of its own year; at equal prices: `--euros-of {year}`."),
        )
    });
    Ok(comparable.into_iter().collect())
}

impl Report for OfferReport<'_> {
    fn name(&self) -> &'static str {
        "offer"
    }

    fn document(&self) -> Document {
        document::of(self)
    }
}
