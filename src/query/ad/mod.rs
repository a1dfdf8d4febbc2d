//! `ad`: what a job ad asks, what it pays, what it leaves out and what is odd in it; and how a CV answers it.
//!
//! Nothing of the ad or the CV is printed back but the words that name skills.

mod document;
mod fit;
mod floors;
mod remarks;
mod terms;
mod yearly;

use serde::Serialize;

pub use self::fit::Fit;
use self::remarks::Remark;
use self::yearly::Yearly;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::skill::Skill;
use crate::model::text::Text;
use crate::model::vocabulary::Seniority;
use crate::query::cite::Citations;
use crate::query::floors::FloorRow;
use crate::query::offer::{self, OfferParams, OfferReport};
use crate::query::rates::{self, RatesParams, RatesReport};
use crate::query::rules;
use crate::query::salary::{self, SalaryParams};
use crate::reader::ad::{Ad, AdContract, AdLevel, Period, highest_study_level, read};
use crate::reader::matching::Matcher;
use crate::report::{Document, Report};

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
    /// What was reckoned to compare its pay: months, a net pay, an hourly one.
    assumptions: Vec<Text>,
    /// What must be told first of a pay below a floor.
    #[serde(skip)]
    below_floor: Option<Text>,
    #[serde(skip)]
    citations: Citations<'a>,
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
pub fn ask<'a>(params: &AdParams, dataset: &'a Dataset) -> Result<AdReport<'a>, Reason> {
    let skills: Vec<&Skill> = dataset.skills()?.skills.iter().collect();
    let matcher = Matcher::new(&skills)?;
    let ad = read(&params.ad, &skills, &matcher);
    let fit = params.cv.as_ref().map(|cv| Fit::of(&ad, cv, &skills, &matcher, highest_study_level(cv)));
    let yearly = Yearly::of(&ad, &rules::of(dataset, None)?);
    let floors = match &yearly {
        Some(yearly) => floors::beside(&ad, yearly.low(), dataset)?,
        None => Vec::new(),
    };
    let offered = yearly.as_ref().and_then(|yearly| offered(yearly, &ad));
    let offer = offered.map(|params| offer::ask(&params, dataset)).transpose()?;
    let rates = rated(&ad).map(|params| rates::ask(&params, dataset)).transpose()?;
    let levels = vec![Seniority::Senior];
    let seniors = salary::ask(&SalaryParams { levels, ..SalaryParams::default() }, dataset)?;
    let senior_low = seniors.levels.first().and_then(|level| level.low);
    Ok(AdReport {
        missing: remarks::missing(&ad),
        odd: remarks::odd(&ad, &skills, senior_low),
        below_floor: floors::warning(&floors, yearly.as_ref().is_some_and(Yearly::is_range)),
        floors,
        assumptions: yearly.map(|yearly| yearly.assumptions).unwrap_or_default(),
        offer,
        rates,
        fit,
        citations: Citations::new(dataset)?,
        check: params.check,
        ad,
    })
}

/// What the ad pays in a year before contributions, as an offer; none of an apprentice's or an intern's pay.
fn offered(yearly: &Yearly, ad: &Ad<'_>) -> Option<OfferParams> {
    let learns = ad.contract.is_some_and(AdContract::is_of_learners);
    (!learns).then(|| OfferParams {
        amount: yearly.low(),
        high: yearly.is_range().then_some(yearly.gross.high).flatten(),
        level: level(ad),
        // The ad says so: nobody's finger slipped.
        confirmed: true,
        ..OfferParams::default()
    })
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
