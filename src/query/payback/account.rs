//! The account of one training: cost, yearly gain, years to pay back; each from best to worst case.

use std::cmp::Ordering;

use serde::Serialize;

use crate::model::money::{Money, Range};
use crate::model::training::{FeePer, Programme};
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
    /// Pay that is not earned meanwhile, gross.
    pub pay_given_up: Option<Range<Money>>,
    /// Both together; `None` if one is unknown.
    pub cost: Option<Range<Money>>,
    /// How much more is earned afterwards, gross a year; negative if less is.
    pub gain_per_year: Option<Range<Money>>,
    /// Years of work after the training; without a high end it may never pay back.
    pub break_even_years: Option<Range<f64>>,
    /// How it ends up.
    pub outcome: Outcome,
    /// What no source says.
    pub unknown: Vec<Gap>,
}

impl Account {
    /// The account of a programme for someone who earns `current`, gross a year.
    pub fn of(programme: &Programme, current: Money, entry_pay: Option<Range<Money>>) -> Self {
        let years = programme.duration_months.and_then(years);
        let fees = fees(programme, years);
        let pay_given_up = match years {
            Some(years) => Some(Range::between(current * years.0, current * years.1)),
            None => (current <= Money::euros(0.0)).then_some(Range::between(current, current)),
        };
        let cost = fees.zip(pay_given_up).map(|(fees, pay)| added(fees, pay));
        let gain = entry_pay.map(|pay| pay.map(|pay| pay - current));
        let (break_even_years, outcome) = break_even(cost, gain);
        let gaps = [
            (fees.is_none() && (programme.tuition.is_none() || years.is_some()), Gap::Fees),
            (years.is_none() && cost.is_none(), Gap::Duration),
            (gain.is_none(), Gap::EntryPay),
        ];
        Self {
            fees: fees.map(rounded),
            pay_given_up: pay_given_up.map(rounded),
            cost: cost.map(rounded),
            gain_per_year: gain.map(rounded),
            break_even_years,
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

/// Fewest and most years; an end that is not stated is the other.
fn years(months: Range<u16>) -> Option<(f64, f64)> {
    let (low, high) = (months.low.or(months.high)?, months.high.or(months.low)?);
    Some((f64::from(low) / 12.0, f64::from(high) / 12.0))
}

/// What a student pays in all.
///
/// Where a part can be done as an apprentice, who pays no fee, the low end leaves out one year's.
fn fees(programme: &Programme, years: Option<(f64, f64)>) -> Option<Range<Money>> {
    let tuition = programme.tuition.as_ref()?;
    let (low, high) = (tuition.low.or(tuition.high)?, tuition.high.or(tuition.low)?);
    let (low, high) = match tuition.per {
        FeePer::Programme => (low, high),
        FeePer::Year => {
            let years = years?;
            (low * years.0, high * years.1)
        }
    };
    let paid = match years {
        Some((fewest, _)) if programme.apprenticeship.is_some() => (1.0 - 1.0 / fewest.max(1.0)).max(0.0),
        _ => 1.0,
    };
    Some(Range::between(low * paid, high))
}

fn added(a: Range<Money>, b: Range<Money>) -> Range<Money> {
    let sum = |a: Option<Money>, b: Option<Money>| a.zip(b).map(|(a, b)| a + b);
    Range { low: sum(a.low, b.low), high: sum(a.high, b.high) }
}

fn rounded(range: Range<Money>) -> Range<Money> {
    range.map(Money::rounded)
}

/// From the lowest cost over the highest gain to the highest cost over the lowest gain.
fn break_even(cost: Option<Range<Money>>, gain: Option<Range<Money>>) -> (Option<Range<f64>>, Outcome) {
    let Some(gain) = gain else { return (None, Outcome::Unknown) };
    if gain.high.is_some_and(|gain| gain <= Money::euros(0.0)) {
        return (None, Outcome::Never);
    }
    let Some(cost) = cost else { return (None, Outcome::Unknown) };
    let over = |cost: Option<Money>, gain: Option<Money>| {
        let (cost, gain) = (cost?.as_euros(), gain?.as_euros());
        (gain > 0.0).then(|| (cost / gain * 100.0).round() / 100.0)
    };
    let years = Range { low: over(cost.low, gain.high), high: over(cost.high, gain.low) };
    let outcome = if years.high.is_some() { Outcome::PaysBack } else { Outcome::MayNever };
    (Some(years), outcome)
}

#[cfg(test)]
mod tests {
    use super::{Outcome, break_even};
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
    }
}
