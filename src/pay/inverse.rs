//! From any amount of a payslip back to the gross salary.
//!
//! The curves have jumps, which decide what an inverse can promise:
//!
//! - *net before tax* grows, and falls just above the health cover's opt-out and just above the ceiling, where the CET
//!   becomes due on all pay. Every amount is reached; a few are reached twice.
//! - *net after tax* also falls at each threshold of the default rate, and by one euro each time the rounded tax gains
//!   one. Every amount is reached, some by several salaries far apart.
//! - *employer's cost* always grows, but leaps up where a reduced rate or the reduction ends, and by a few euros each
//!   time the reduction's rounded coefficient loses its last digit. Costs inside a leap are reached by no salary.

use super::contribution::Levy;
use super::schedule::Schedule;
use super::stretch::{Stretch, beyond, bisect};
use super::tax::Tax;
use crate::model::money::Money;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// Which amount of a payslip is known.
    Basis ("montant de départ", "starting amount")
    Gross = "gross", "Brut", "Gross", "brut";
    Net = "net", "Net avant impôt", "Net before tax", "netavantimpot", "netbeforetax";
    NetAfterTax = "net-after-tax", "Net après impôt", "Net after tax", "netapresimpot";
    Cost = "cost", "Coût employeur", "Employer’s cost", "cout", "coutemployeur", "employercost";
}

/// A cost this near to the wanted one is the wanted one, euros: half a cent.
const SAME: f64 = 0.005;

impl Schedule<'_> {
    /// The gross salary of a year that gives `amount` a year, in the sense of `basis`.
    ///
    /// `tax` counts for [`Basis::NetAfterTax`] only. Nothing and less gives nothing.
    pub fn gross_from(&self, basis: Basis, amount: Money, tax: Tax) -> Money {
        match basis {
            Basis::Gross => amount.max(Money::euros(0.0)),
            Basis::Net => self.gross_from_net(amount),
            Basis::NetAfterTax => self.gross_from_net_after_tax(amount, tax),
            Basis::Cost => self.gross_from_cost(amount),
        }
    }

    /// The lowest gross salary whose net before tax is `net`; exact.
    pub fn gross_from_net(&self, net: Money) -> Money {
        let target = net.as_euros().max(0.0);
        let curve = |gross: f64| self.assess(gross).net_before_tax;
        let stretches = Stretch::cut(self.net_falls(), beyond(curve, target));
        least(stretches, |stretch| stretch.first(curve, target))
    }

    /// The lowest gross salary that leaves `net` after tax; exact, whole euros of tax included.
    pub fn gross_from_net_after_tax(&self, net: Money, tax: Tax) -> Money {
        let target = net.as_euros().max(0.0);
        let net = |gross: f64| self.assess(gross).net_before_tax;
        let due = |gross: f64| self.rules.income_tax.unrounded(tax, self.assess(gross).taxable);
        let end = beyond(|gross| net(gross) - due(gross), target + 1.0);
        let stretches = Stretch::cut(self.net_falls(), end);
        let stretches = match tax {
            Tax::Neutral => Stretch::cut(self.withholding_steps(&stretches), end),
            Tax::Scale => stretches,
        };
        least(stretches, |stretch| stretch.first_after_tax(net, due, target))
    }

    /// The highest gross salary that costs no more than `cost`.
    ///
    /// Its cost is `cost`, unless `cost` is inside a leap: then no salary has it, and the answer is the last one below
    /// the leap, because what an employer can spend is a limit.
    pub fn gross_from_cost(&self, cost: Money) -> Money {
        let target = cost.as_euros().max(0.0);
        let curve = |gross: f64| self.assess(gross).employer_cost;
        if target <= 0.0 {
            return Money::euros(0.0);
        }
        let stretch = Stretch { start: 0.0, end: beyond(curve, target) };
        let (below, above) = bisect(stretch, |gross| curve(gross) >= target);
        Money::euros(if curve(above) <= target + SAME { above } else { below })
    }

    /// The last gross salaries before net pay falls, lowest first.
    fn net_falls(&self) -> Vec<f64> {
        let cover = (self.cover.employee > 0.0).then_some(self.cover.above);
        let mut falls: Vec<f64> =
            self.levies.iter().filter_map(Levy::employee_threshold).chain(cover).collect();
        falls.sort_by(f64::total_cmp);
        falls.dedup();
        falls
    }

    /// The ends of `stretches` and, within them, the last gross salaries of each default rate of withholding.
    fn withholding_steps(&self, stretches: &[Stretch]) -> Vec<f64> {
        let monthly = |gross: f64| self.assess(gross).taxable / 12.0;
        let limits = || self.rules.income_tax.neutral.steps.iter().filter_map(|step| step.below_monthly);
        let mut falls = Vec::new();
        for stretch in stretches {
            falls.extend(limits().filter_map(|limit| stretch.last_below(monthly, limit.as_euros())));
            falls.push(stretch.end);
        }
        falls
    }
}

/// The first answer, from the lowest stretch up; zero if there is none, which needs rules that tax more than all.
fn least(stretches: Vec<Stretch>, answer: impl Fn(Stretch) -> Option<f64>) -> Money {
    Money::euros(stretches.into_iter().find_map(answer).unwrap_or(0.0))
}
