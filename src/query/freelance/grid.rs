//! Days billed × portage fee: what is left, or the day rate that equals a salary.

use serde::Serialize;

use super::calculator::Calculator;
use super::params::Known;
use crate::model::money::Money;
use crate::pay::{Billing, Rate, Rules};
use crate::query::rules::Percent;

/// Days a year from a slow year to a full one.
const DAYS: [u16; 5] = [140, 160, 180, 200, 220];

/// Portage for a number of days and a fee.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct GridCell {
    /// Days billed a year.
    pub days: u16,
    /// The company's fee.
    pub fee: Rate,
    /// The same as options take it.
    pub fee_percent: Percent,
    /// Euros billed a day.
    pub daily_rate: Money,
    /// What is left after tax, euros a year.
    pub net_after_tax: Money,
}

/// The usual fees, lowest first.
pub const fn fees(rules: &Rules) -> [Rate; 3] {
    let fee = rules.portage.fee;
    [fee.low, fee.usual, fee.high]
}

/// Every combination, by days and then by fee.
pub fn of(calculator: &Calculator<'_>, known: Known) -> Vec<GridCell> {
    let fees = fees(calculator.rules);
    DAYS.iter()
        .flat_map(|days| fees.map(|fee| (*days, fee)))
        .filter_map(|(days, fee)| cell(calculator, known, days, fee))
        .collect()
}

fn cell(calculator: &Calculator<'_>, known: Known, days: u16, fee: Rate) -> Option<GridCell> {
    let (taxation, expenses) = (calculator.taxation, calculator.expenses);
    let turnover = match known {
        Known::DailyRate(rate) => rate * f64::from(days),
        // Fewer days at the same rate bill less.
        Known::Turnover(turnover) => turnover / f64::from(calculator.days) * f64::from(days),
        Known::Salary(gross) => {
            let net = calculator.schedule.figures(gross, taxation).net_after_tax;
            calculator.portage.turnover_from_net_after_tax(net, taxation, fee, expenses)?
        }
    };
    let billing = Billing { turnover, fee, expenses };
    Some(GridCell {
        days,
        fee,
        fee_percent: Percent::from(fee),
        daily_rate: (turnover / f64::from(days)).rounded(),
        net_after_tax: calculator.portage.figures(billing, taxation).salary.net_after_tax.rounded(),
    })
}
