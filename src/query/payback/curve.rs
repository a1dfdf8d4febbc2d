//! The money in hand over the years, with a training and without it: points for a drawing.

use serde::Serialize;

use super::account::Account;
use super::case::Case;
use super::course::Course;
use crate::model::money::{Money, Range};

/// How far a curve reaches, in months: long enough for the longest training to show an effect.
const HORIZON: u16 = 180;
/// The months between two points.
const STEP: u16 = 12;

/// What has been earned by the end of a month, less what the training has cost.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CurvePoint {
    /// Months from the first day of the training.
    pub month: u16,
    /// With the training, from the worst to the best case.
    pub with: Range<Money>,
    /// Without it.
    pub without: Money,
}

/// The curve of a training; empty if a part of its account is unknown.
pub fn of(course: &Course, case: &Case<'_>, account: &Account) -> Vec<CurvePoint> {
    let ends = |range: Option<Range<Money>>| range.and_then(|range| range.low.zip(range.high));
    let (Some((fewest, most)), Some(cost), Some(entry)) =
        (course.all_months(), ends(account.cost), ends(case.entry_pay))
    else {
        return Vec::new();
    };
    let with = |month: u16, months: u16, cost: Money, pay: Money| {
        // The cost counts the pay given up, which a curve shows by itself.
        let given_up = case.current * (f64::from(months) / 12.0);
        let outlay = cost - given_up;
        let done = if months == 0 { 1.0 } else { (f64::from(month) / f64::from(months)).min(1.0) };
        let worked = f64::from(month.saturating_sub(months)) / 12.0;
        (pay * worked - outlay * done).rounded()
    };
    let point = |month: u16| {
        let (best, worst) = (with(month, fewest, cost.0, entry.1), with(month, most, cost.1, entry.0));
        CurvePoint {
            month,
            with: Range::between(worst.min(best), worst.max(best)),
            without: (case.current * (f64::from(month) / 12.0)).rounded(),
        }
    };
    (0..=HORIZON / STEP).map(|step| point(step * STEP)).collect()
}
