//! Net after tax by day rate, status by status, and where one overtakes another.

use serde::Serialize;

use super::calculator::Calculator;
use super::params::WorkStatus;
use crate::model::money::Money;

/// Steps of the curves on each side of the day rate that was asked about.
const STEPS: u16 = 12;
/// The curves reach this far below and above the day rate: half as much, half as much again.
const REACH: f64 = 0.5;
/// Net amounts nearer than this are equal for people, euros a year.
const TELLING: f64 = 1.0;

/// What every status leaves at one day rate.
#[derive(Debug, Clone, Serialize)]
pub struct CurvePoint {
    /// Euros billed a day.
    pub daily_rate: Money,
    /// Each status with its net after tax, euros a year.
    pub statuses: Vec<PointOf>,
}

/// What one status leaves.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct PointOf {
    /// The status.
    pub id: WorkStatus,
    /// Euros a year.
    pub net_after_tax: Money,
}

/// The day rate from which one status leaves more than another.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Crossing {
    /// About this many euros a day.
    pub daily_rate: Money,
    /// The status that leaves more from there.
    pub status: WorkStatus,
    /// The status that left more below.
    pub overtakes: WorkStatus,
}

/// Points around a day rate.
pub fn around(calculator: &Calculator<'_>, statuses: &[WorkStatus], rate: Money) -> Vec<CurvePoint> {
    let days = f64::from(calculator.days);
    let point = |step: u16| {
        let share = 1.0 - REACH + REACH * f64::from(step) / f64::from(STEPS);
        let daily_rate = Money::euros((rate * share).as_euros().round());
        let net = |id: &WorkStatus| PointOf {
            id: *id,
            net_after_tax: calculator.totals(*id, daily_rate * days).net_after_tax.rounded(),
        };
        CurvePoint { daily_rate, statuses: statuses.iter().map(net).collect() }
    };
    (0..=2 * STEPS).map(point).collect()
}

/// The lowest whole day rate between two points at which one of two statuses leaves more than the other.
pub fn crossings(calculator: &Calculator<'_>, points: &[CurvePoint]) -> Vec<Crossing> {
    let mut found = Vec::new();
    let statuses = points.first().map_or(0, |point| point.statuses.len());
    for first in 0..statuses {
        for second in first + 1..statuses {
            let gap = |point: &CurvePoint| {
                let net = |at: usize| point.statuses[at].net_after_tax.as_euros();
                net(first) - net(second)
            };
            // The last point with a gap that tells; equal stretches are skipped.
            let mut last: Option<(&CurvePoint, f64)> = None;
            for point in points {
                let now = gap(point);
                if now.abs() <= TELLING {
                    continue;
                }
                if let Some((before, _)) = last.filter(|(_, then)| then.signum() != now.signum()) {
                    let (up, down) = if now > 0.0 { (first, second) } else { (second, first) };
                    let (status, overtakes) = (point.statuses[up].id, point.statuses[down].id);
                    let span = (before.daily_rate, point.daily_rate);
                    let daily_rate = overtaken_at(calculator, span, status, overtakes);
                    found.push(Crossing { daily_rate, status, overtakes });
                }
                last = Some((point, now));
            }
        }
    }
    found.sort_by(|a, b| a.daily_rate.as_euros().total_cmp(&b.daily_rate.as_euros()));
    found
}

/// The lowest whole day rate above the first and up to the second at which `status` leaves more than `other`.
fn overtaken_at(
    calculator: &Calculator<'_>,
    (from, to): (Money, Money),
    status: WorkStatus,
    other: WorkStatus,
) -> Money {
    let net = |status, rate: f64| {
        calculator.totals(status, Money::euros(rate) * f64::from(calculator.days)).net_after_tax
    };
    let (mut below, mut above) = (from.as_euros().floor(), to.as_euros().ceil());
    while above - below > 1.0 {
        let middle = f64::midpoint(below, above).floor();
        if net(status, middle) > net(other, middle) {
            above = middle;
        } else {
            below = middle;
        }
    }
    Money::euros(above)
}
