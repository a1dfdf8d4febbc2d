//! `ad`: what a job ad asks, what it pays, what it leaves out and what is odd in it; and how a CV answers it.
//!
//! Nothing of the ad or the CV is printed back but the words that name skills.

mod document;
mod fit;
mod remarks;

use serde::Serialize;

pub use self::fit::Fit;
use self::remarks::Remark;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::skill::Skill;
use crate::model::text::Text;
use crate::model::vocabulary::{Per, Seniority};
use crate::query::cite::Citations;
use crate::query::floors::{self, FloorRow};
use crate::query::offer::{self, OfferParams, OfferReport};
use crate::query::rates::{self, RatesParams, RatesReport};
use crate::query::salary::{self, SalaryParams};
use crate::reader::ad::{Ad, AdContract, AdLevel, Period, highest_study_level, read};
use crate::reader::matching::Matcher;
use crate::report::{Document, Report, Table};

/// An ad, and perhaps a CV to hold against it.
#[derive(Debug, Default)]
pub struct AdParams {
    /// The text of the ad.
    pub ad: String,
    /// The text of a CV.
    pub cv: Option<String>,
    /// Whether an ad that leaves out its pay, contract or place is a failure.
    pub check: bool,
}

/// What an ad says, what it leaves out and what is odd in it.
#[derive(Serialize)]
pub struct AdReport<'a> {
    /// What it says.
    #[serde(flatten)]
    pub ad: Ad<'a>,
    /// What a reader may expect and does not find: `pay`, `contract`, `city`.
    missing: Vec<Remark>,
    /// What does not fit together.
    odd: Vec<Remark>,
    /// The legal floors beside its gross pay, the low end of a range, lowest first; empty if it tells none that can be
    /// compared.
    floors: Vec<FloorRow>,
    /// Its gross pay against each source, and in net; `null` if it tells none that can be compared.
    offer: Option<OfferReport<'a>>,
    /// Its day rate against each source; `null` if it tells none.
    rates: Option<RatesReport<'a>>,
    /// How a CV answers; `null` without one.
    fit: Option<Fit<'a>>,
    /// What must be told first of a pay below a floor, with the floors around it.
    #[serde(skip)]
    below_floor: Option<(Text, Table)>,
    #[serde(skip)]
    check: bool,
}

impl AdReport<'_> {
    /// Whether the ad tells its pay as a range or an amount, its contract and its place.
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }
}

/// Answers from the words of the ad; nothing is guessed from what is not written.
///
/// # Errors
/// Fails if the user’s data is invalid.
pub fn ask<'a>(params: &AdParams, dataset: &'a Dataset) -> anyhow::Result<Box<dyn Report + 'a>> {
    Ok(Box::new(report(params, dataset)?))
}

/// The answer as its own type, for the questions that build on it; it fails as [`ask`] does.
pub fn report<'a>(params: &AdParams, dataset: &'a Dataset) -> Result<AdReport<'a>, Reason> {
    let skills: Vec<&Skill> = dataset.skills()?.skills.iter().collect();
    let matcher = Matcher::new(&skills)?;
    let ad = read(&params.ad, &skills, &matcher);
    let fit = params.cv.as_ref().map(|cv| Fit::of(&ad, cv, &skills, &matcher, highest_study_level(cv)));
    let offered = offered(&ad);
    let floors = offered.as_ref().map_or(Ok(Vec::new()), |offer| floors_beside(offer, &ad, dataset))?;
    let below_floor = below_floor(&floors, offered.as_ref(), &Citations::new(dataset)?);
    let offer = offered.map(|params| offer::report(&params, dataset)).transpose()?;
    let rates = rated(&ad).map(|params| rates::report(&params, dataset)).transpose()?;
    let levels = vec![Seniority::Senior];
    let seniors = salary::report(&SalaryParams { levels, ..SalaryParams::default() }, dataset)?;
    let senior_low = seniors.levels.first().and_then(|level| level.low);
    Ok(AdReport {
        missing: remarks::missing(&ad),
        odd: remarks::odd(&ad, &skills, senior_low),
        floors,
        below_floor,
        offer,
        rates,
        fit,
        check: params.check,
        ad,
    })
}

/// What the ad pays in a year before contributions, as an offer; none of a net pay, an apprentice's or an intern's.
fn offered(ad: &Ad<'_>) -> Option<OfferParams> {
    let pay = ad.pay.filter(|pay| pay.gross != Some(false))?;
    let per = match pay.per {
        Period::Year => Per::Year,
        Period::Month => Per::Month,
        Period::Day => return None,
    };
    let learns = matches!(ad.contract, Some(AdContract::Apprenticeship | AdContract::Internship));
    (!learns).then(|| OfferParams {
        amount: pay.low,
        high: (pay.high > pay.low).then_some(pay.high),
        per,
        level: level(ad),
        ..OfferParams::default()
    })
}

/// The legal floors beside the least that an ad offers; none beside a part-time pay, whose share of full time is unknown.
fn floors_beside(offer: &OfferParams, ad: &Ad<'_>, dataset: &Dataset) -> Result<Vec<FloorRow>, Reason> {
    if ad.part_time {
        return Ok(Vec::new());
    }
    floors::beside_offer(dataset, offer.amount * offer.per.per_year())
}

/// The warning of a pay below a floor that binds everybody, and where it stands.
fn below_floor(
    rows: &[FloorRow],
    offer: Option<&OfferParams>,
    citations: &Citations<'_>,
) -> Option<(Text, Table)> {
    let warning = floors::warning(rows)?;
    let is_range = offer.is_some_and(|offer| offer.high.is_some());
    let warning = if is_range {
        Text::new(
            format!("Le bas de la fourchette. {}", warning.fr),
            format!("The low end of the range. {}", warning.en),
        )
    } else {
        warning
    };
    Some((warning, floors::table(floors::nearest(rows), citations)))
}

/// The day rate of an ad for freelances.
fn rated(ad: &Ad<'_>) -> Option<RatesParams> {
    let pay = ad.pay.filter(|pay| pay.per == Period::Day)?;
    Some(RatesParams { rate: Some(pay.high), level: level(ad), ..RatesParams::default() })
}

/// The level of the figures that the ad's is compared with.
fn level(ad: &Ad<'_>) -> Option<Seniority> {
    match ad.level? {
        AdLevel::Junior => Some(Seniority::Junior),
        AdLevel::Confirmed => Some(Seniority::Confirmed),
        AdLevel::Senior => Some(Seniority::Senior),
        _ => None,
    }
}

impl Report for AdReport<'_> {
    fn name(&self) -> &'static str {
        "ad"
    }

    fn document(&self) -> Document {
        document::of(self)
    }

    fn exit_code(&self) -> u8 {
        if self.check && !self.is_complete() { 3 } else { 0 }
    }
}
