//! The account of one training: cost, yearly gain, years to pay back; each from best to worst case.

use std::cmp::Ordering;

use serde::Serialize;

use super::case::Case;
use super::course::Course;
use crate::model::money::{Money, Range};
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// How a training ends up.
    Outcome ("issue", "outcome")
    PaysBack = "pays-back", "amortie", "pays back";
    MayNever = "may-never", "peut-être jamais", "maybe never";
    Never = "never", "jamais", "never";
    Unknown = "unknown", "inconnue", "unknown";
}

vocabulary! {
    /// What no source says of a training.
    Gap ("inconnue", "unknown")
    Fees = "fees", "frais", "fees";
    Duration = "duration", "durée", "duration";
    EntryPay = "entry-pay", "salaire d’entrée", "entry pay";
}

/// What a training costs and brings, in euros.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Account {
    /// Fees over the whole training.
    pub fees: Option<Range<Money>>,
    /// The contribution to student life over the whole training; `None` if nothing settles whether it is due.
    pub contribution: Option<Range<Money>>,
    /// Pay that is not earned meanwhile.
    pub pay_given_up: Option<Range<Money>>,
    /// Pay or allowance that is received meanwhile.
    pub pay_received: Option<Range<Money>>,
    /// All of it together; `None` if a part is unknown. Below zero, the training is paid more than it costs.
    pub cost: Option<Range<Money>>,
    /// The same for a grant holder, who pays neither public fees nor the contribution; `None` outside the public sector.
    pub grant_holder_cost: Option<Range<Money>>,
    /// What is known of the cost where a part is unknown: it is at least that.
    pub cost_at_least: Option<Range<Money>>,
    /// How much more is earned afterwards, a year; negative if less is.
    pub gain_per_year: Option<Range<Money>>,
    /// Years of work after the training; without a high end it may never pay back.
    pub break_even_years: Option<Range<f64>>,
    /// The fewest years to pay back, where the cost is only known to be at least so much.
    pub break_even_at_least_years: Option<f64>,
    /// How it ends up.
    pub outcome: Outcome,
    /// What no source says.
    pub unknown: Vec<Gap>,
}

impl Account {
    /// The account of a course in someone’s case.
    pub fn of(course: &Course, case: &Case<'_>) -> Self {
        let nothing = Money::euros(0.0);
        let years = course.years();
        let over = |money: Money| match years {
            Some(years) => Some(Range::between(money * years.0, money * years.1)),
            None => (money <= nothing).then_some(Range::between(nothing, nothing)),
        };
        let fees = course.fees(case);
        let contribution = course.contribution(case);
        let (given_up, kept) = (over(case.current), over(case.kept));
        let received = kept.map(|kept| added(kept, course.apprentice_pay(case)));
        let lost = given_up.zip(received).map(|(given_up, received)| less(given_up, received));
        let dues = contribution.or_else(|| years.map(|_| Range::between(nothing, nothing)));
        let cost = fees.zip(lost).map(|(fees, lost)| added(added(fees, lost), dues.unwrap_or(zero())));
        let partly = added(added(fees.unwrap_or(zero()), lost.unwrap_or(zero())), dues.unwrap_or(zero()));
        let cost_at_least =
            (cost.is_none() && partly.high.is_some_and(|most| most > nothing)).then_some(partly);
        let gain = case.entry_pay.map(|pay| pay.map(|pay| pay - case.current));
        let (break_even_years, outcome) = break_even(cost, gain);
        let at_least = cost_at_least.and_then(|cost| cost.low).zip(gain.and_then(|gain| gain.high));
        let gaps = [
            (fees.is_none() && (!course.has_fee || years.is_some()), Gap::Fees),
            (years.is_none() && cost.is_none(), Gap::Duration),
            (gain.is_none(), Gap::EntryPay),
        ];
        Self {
            fees: fees.map(rounded),
            contribution: contribution.map(rounded),
            pay_given_up: given_up.map(rounded),
            pay_received: received.map(rounded),
            cost: cost.map(rounded),
            grant_holder_cost: lost.filter(|_| course.is_public).map(rounded),
            cost_at_least: cost_at_least.map(rounded),
            gain_per_year: gain.map(rounded),
            break_even_years,
            break_even_at_least_years: at_least.and_then(|(cost, gain)| years_of(cost, gain)),
            outcome,
            unknown: gaps.into_iter().filter(|(lacks, _)| *lacks).map(|(_, gap)| gap).collect(),
        }
    }

    /// Compares by the optimistic end, then by what it costs; the unknown comes last.
    pub fn compare(&self, other: &Self) -> Ordering {
        let soonest = |account: &Self| account.break_even_years.and_then(|years| years.low);
        let cheapest = |account: &Self| account.cost.and_then(|cost| cost.low).map(Money::as_euros);
        last_if_unknown(soonest(self), soonest(other))
            .then_with(|| last_if_unknown(cheapest(self), cheapest(other)))
    }
}

fn last_if_unknown(a: Option<f64>, b: Option<f64>) -> Ordering {
    a.unwrap_or(f64::INFINITY).total_cmp(&b.unwrap_or(f64::INFINITY))
}

const fn zero() -> Range<Money> {
    Range { low: Some(Money::euros(0.0)), high: Some(Money::euros(0.0)) }
}

/// The sum of two spans, end by end.
pub fn added(a: Range<Money>, b: Range<Money>) -> Range<Money> {
    let sum = |a: Option<Money>, b: Option<Money>| a.zip(b).map(|(a, b)| a + b);
    Range { low: sum(a.low, b.low), high: sum(a.high, b.high) }
}

/// What is left of `a` without `b`; where more is received than given up, more years leave less.
fn less(a: Range<Money>, b: Range<Money>) -> Range<Money> {
    let left = |a: Option<Money>, b: Option<Money>| a.zip(b).map(|(a, b)| a - b);
    match (left(a.low, b.low), left(a.high, b.high)) {
        (Some(one), Some(other)) => Range::between(one.min(other), one.max(other)),
        (low, high) => Range { low, high },
    }
}

/// Rounded to the cent, without a negative zero.
fn rounded(range: Range<Money>) -> Range<Money> {
    range.map(|money| Money::euros(money.rounded().as_euros() + 0.0))
}

/// From the lowest cost over the highest gain to the highest cost over the lowest gain.
fn break_even(cost: Option<Range<Money>>, gain: Option<Range<Money>>) -> (Option<Range<f64>>, Outcome) {
    let Some(gain) = gain else { return (None, Outcome::Unknown) };
    let is_no_gain = |gain: Money| gain <= Money::euros(0.0);
    if gain.high.is_some_and(is_no_gain) {
        return (None, Outcome::Never);
    }
    let Some(cost) = cost else {
        let may_never = gain.low.is_some_and(is_no_gain);
        return (None, if may_never { Outcome::MayNever } else { Outcome::Unknown });
    };
    let over = |cost: Option<Money>, gain: Option<Money>| years_of(cost?, gain?);
    let years = Range { low: over(cost.low, gain.high), high: over(cost.high, gain.low) };
    let outcome = if years.high.is_some() { Outcome::PaysBack } else { Outcome::MayNever };
    (Some(years), outcome)
}

/// After how many years a gain a year has made up for a cost, to a hundredth; `None` if it never does.
fn years_of(cost: Money, gain: Money) -> Option<f64> {
    let (cost, gain) = (cost.as_euros().max(0.0), gain.as_euros());
    (gain > 0.0).then(|| (cost / gain * 100.0).round() / 100.0)
}

#[cfg(test)]
mod tests {
    use super::{Outcome, break_even, less};
    use crate::model::money::{Money, Range};

    fn euros(low: f64, high: f64) -> Range<Money> {
        Range::between(Money::euros(low), Money::euros(high))
    }

    #[test]
    fn the_best_case_is_the_low_cost_over_the_high_gain() {
        let (years, outcome) = break_even(Some(euros(10_000.0, 20_000.0)), Some(euros(5_000.0, 20_000.0)));
        assert_eq!((years, outcome), (Some(Range::between(0.5, 4.0)), Outcome::PaysBack));
    }

    #[test]
    fn without_a_gain_it_never_pays_back_and_with_none_in_the_worst_case_maybe_never() {
        assert_eq!(break_even(Some(euros(1.0, 2.0)), Some(euros(-9.0, 0.0))), (None, Outcome::Never));
        let (years, outcome) = break_even(Some(euros(100.0, 200.0)), Some(euros(-10.0, 100.0)));
        assert_eq!((years, outcome), (Some(Range { low: Some(1.0), high: None }), Outcome::MayNever));
    }

    #[test]
    fn an_unknown_cost_stays_unknown() {
        assert_eq!(break_even(None, Some(euros(1.0, 2.0))), (None, Outcome::Unknown));
        assert_eq!(break_even(Some(euros(1.0, 2.0)), None), (None, Outcome::Unknown));
        // At the lowest pay it never pays back, whatever it costs.
        assert_eq!(break_even(None, Some(euros(-1.0, 2.0))), (None, Outcome::MayNever));
    }

    #[test]
    fn a_training_that_is_paid_pays_back_at_once() {
        let (years, _) = break_even(Some(euros(-5_000.0, -1_000.0)), Some(euros(5_000.0, 20_000.0)));
        assert_eq!(years, Some(Range::between(0.0, 0.0)));
        assert_eq!(less(euros(10.0, 20.0), euros(15.0, 40.0)), euros(-20.0, -5.0));
    }
}
