//! A training as an account sees it: months, fees, what is due, and what an apprentice is paid in it.

use super::case::{Before, Case, before, months};
use crate::model::money::{Money, Range};
use crate::model::training::{FeePer, Programme, Sector, Tuition, WorkStudy};

/// Where no source says how many months can be done as an apprentice: one year.
const APPRENTICE_MONTHS: u16 = 12;

/// A training with what comes before it.
pub struct Course {
    /// How long it takes, without what comes before.
    pub months: Option<Range<u16>>,
    /// What comes before it.
    pub before: Option<Before>,
    /// Whether it is a public one, so that grant holders pay no fee.
    pub is_public: bool,
    /// Whether a fee is stated.
    pub has_fee: bool,
    tuition: Option<Tuition>,
    owes_contribution: Option<bool>,
    apprentice_months: Option<u16>,
}

impl Course {
    /// A programme, begun with the diploma of the case.
    pub fn of(programme: &Programme, case: &Case<'_>) -> Self {
        let possible = programme.work_study() == WorkStudy::Yes;
        Self {
            months: months(programme, case.from),
            before: case.from.and_then(|from| before(programme, from)),
            is_public: programme.sector == Some(Sector::Public),
            has_fee: programme.tuition.is_some(),
            tuition: programme.tuition.clone(),
            owes_contribution: programme.contribution,
            apprentice_months: possible.then(|| programme.apprentice_months.unwrap_or(APPRENTICE_MONTHS)),
        }
    }

    /// One’s own training, with the fee and the months that one gives.
    pub fn own(fee: Option<Money>, months: Option<u16>, apprentice: bool) -> Self {
        let tuition = |fee| Tuition {
            low: Some(fee),
            high: Some(fee),
            per: FeePer::Programme,
            by_year: Vec::new(),
            registration_per_year: None,
            year: None,
            sources: Vec::new(),
        };
        Self {
            months: months.map(|months| Range { low: Some(months), high: Some(months) }),
            before: None,
            is_public: false,
            has_fee: fee.is_some(),
            tuition: fee.map(tuition),
            owes_contribution: Some(false),
            apprentice_months: months.filter(|_| apprentice),
        }
    }

    /// The months of what comes before, where they are counted.
    fn months_before(&self) -> u16 {
        self.before.as_ref().filter(|before| before.counted).and_then(|before| before.months).unwrap_or(0)
    }

    /// Fewest and most months with what comes before; an end that is not stated is the other.
    pub fn all_months(&self) -> Option<(u16, u16)> {
        let (low, high) = self.months?.ends()?;
        let before = self.months_before();
        Some((low.saturating_add(before), high.saturating_add(before)))
    }

    /// Fewest and most years with what comes before.
    pub fn years(&self) -> Option<(f64, f64)> {
        let (low, high) = self.all_months()?;
        Some((f64::from(low) / 12.0, f64::from(high) / 12.0))
    }

    /// What is paid in fees in all.
    ///
    /// An apprentice pays no fee: where a part can be done so, the low end leaves it out, and so does the high end for
    /// someone who is to be an apprentice.
    pub fn fees(&self, case: &Case<'_>) -> Option<Range<Money>> {
        let tuition = self.tuition.as_ref()?;
        let (low, high) = (tuition.low.or(tuition.high)?, tuition.high.or(tuition.low)?);
        let years = self
            .months
            .and_then(Range::ends)
            .map(|(low, high)| (f64::from(low) / 12.0, f64::from(high) / 12.0));
        let (low, high) = match tuition.per {
            FeePer::Programme => (low, high),
            FeePer::Year => {
                let years = years?;
                let registration = tuition.registration_per_year.unwrap_or(Money::euros(0.0));
                let exact = exact(tuition, years);
                let sum = |fee: Money, years: f64| exact.unwrap_or(fee * years) + registration * years;
                (sum(low, years.0), sum(high, years.1))
            }
        };
        let unpaid = f64::from(self.apprentice_months.unwrap_or(0)) / 12.0;
        let part = |years: f64| if years > 0.0 { (1.0 - unpaid / years).clamp(0.0, 1.0) } else { 1.0 };
        let best = years.map_or(1.0, |years| part(years.0.max(unpaid.min(1.0))));
        let worst = if case.apprentice.is_some() { years.map_or(1.0, |years| part(years.1)) } else { 1.0 };
        let before = case.licence_fee.unwrap_or(Money::euros(0.0)) * (f64::from(self.months_before()) / 12.0);
        Some(Range::between(low * best + before, high * worst + before))
    }

    /// The contribution to student life in all; `None` if it is not settled whether it is due, or for how long.
    pub fn contribution(&self, case: &Case<'_>) -> Option<Range<Money>> {
        let before = f64::from(self.months_before()) / 12.0;
        let due = case.contribution?;
        if !self.owes_contribution? {
            return Some(Range::between(due * before, due * before));
        }
        // A year that is begun is owed whole.
        let (low, high) = self.years()?;
        Some(Range::between(due * low.ceil(), due * high.ceil()))
    }

    /// What an apprentice is paid meanwhile, if it is to be one and can be.
    pub fn apprentice_pay(&self, case: &Case<'_>) -> Range<Money> {
        let nothing = Money::euros(0.0);
        let months = self.apprentice_months.zip(self.months.and_then(Range::ends));
        match (case.apprentice, months) {
            (Some(pay), Some((months, (low, _)))) => pay.over(months.min(low)),
            _ => Range::between(nothing, nothing),
        }
    }
}

/// The sum of the fees of each year, if the source gives one for every year.
fn exact(tuition: &Tuition, years: (f64, f64)) -> Option<Money> {
    #[allow(clippy::cast_precision_loss, reason = "a handful of years")]
    let given = tuition.by_year.len() as f64;
    #[allow(clippy::float_cmp, reason = "whole years are exact")]
    let whole = years.0 == given && years.1 == given;
    whole.then(|| tuition.by_year.iter().fold(Money::euros(0.0), |sum, fee| sum + *fee))
}
