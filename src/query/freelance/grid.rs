//! Days billed × portage fee: what is left, or the day rate that equals a salary.

use serde::Serialize;

use super::{Desk, Known};
use crate::model::money::Money;
use crate::pay::{Billing, Rate, Rules, Tax};

/// Days a year from a slow year to a full one.
const DAYS: [u16; 5] = [140, 160, 180, 200, 220];

/// Portage for a number of days and a fee.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct GridCell {
    /// Days billed a year.
    pub days: u16,
    /// The company's fee.
    pub fee: Rate,
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
pub(super) fn of(desk: &Desk<'_>, known: Known) -> Vec<GridCell> {
    let fees = fees(desk.rules);
    DAYS.iter()
        .flat_map(|days| fees.map(|fee| (*days, fee)))
        .filter_map(|(days, fee)| cell(desk, known, days, fee))
        .collect()
}

fn cell(desk: &Desk<'_>, known: Known, days: u16, fee: Rate) -> Option<GridCell> {
    let turnover = match known {
        Known::DailyRate(rate) => rate * f64::from(days),
        Known::Salary(gross) => {
            let net = desk.schedule.figures(gross, Tax::Scale).net_after_tax;
            desk.portage.turnover_from_net_after_tax(net, Tax::Scale, fee, desk.expenses)?
        }
    };
    let billing = Billing { turnover, fee, expenses: desk.expenses };
    let net_after_tax = desk.portage.figures(billing, Tax::Scale).salary.net_after_tax.rounded();
    Some(GridCell { days, fee, daily_rate: (turnover / f64::from(days)).rounded(), net_after_tax })
}
