//! The money in hand over the years, with a training and without it: points for a drawing.

use serde::Serialize;

use super::PaybackReport;
use super::account::Account;
use super::case::Case;
use super::course::Course;
use crate::model::money::{Money, Range};
use crate::model::text::{Text, text};
use crate::report::{Curves, Series};

/// How many years a curve covers: long enough for the longest training to show an effect.
const YEARS: f64 = 15.0;
/// It goes on until the training has paid back, but not beyond a working life.
const MOST_YEARS: f64 = 40.0;
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
    let paid_back = account.break_even_years.and_then(|years| years.high.or(years.low)).unwrap_or_default();
    let years = (f64::from(most) / 12.0 + paid_back + 1.0).clamp(YEARS, MOST_YEARS);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 15 to 40")]
    let steps = years.ceil() as u16;
    (0..=steps).map(|step| point(step * STEP)).collect()
}

/// The curve of the only training asked for, or of one’s own, beside what is earned today; `None` of several, without
/// pay today, or where a part is unknown.
pub fn drawn(report: &PaybackReport<'_>) -> Option<Curves> {
    let line = match report.programmes.as_slice() {
        [only] => only,
        [own, ..] if own.is_own => own,
        _ => return None,
    };
    if line.curve.is_empty() || report.current == Money::default() {
        return None;
    }
    let series = |label: Text, amount: fn(&CurvePoint) -> Option<Money>| {
        let point = |point: &CurvePoint| Some((f64::from(point.month) / 12.0, amount(point)?.as_euros()));
        Series { label, points: line.curve.iter().filter_map(point).collect() }
    };
    let is_one = line.curve.iter().all(|point| point.with.low == point.with.high);
    let best = if is_one { text("avec", "with it") } else { text("avec, au mieux", "with it, at best") };
    let mut all = vec![
        series(text("sans la formation", "without the training"), |point| Some(point.without)),
        series(best, |point| point.with.high),
    ];
    if !is_one {
        all.push(series(text("avec, au moins bien", "with it, at worst"), |point| point.with.low));
    }
    let name = &line.name;
    Some(Curves {
        title: Text::new(
            format!("{} : l’argent gagné, moins ce qui a été payé", name.fr),
            format!("{}: the money earned, less what has been paid", name.en),
        ),
        axis: text("années depuis le début de la formation", "years since the training began"),
        series: all,
    })
}
