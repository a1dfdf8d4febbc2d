//! `pay` for many amounts that share everything else.

use crate::model::money::Money;
use crate::pay::{Rules, Schedule, Status, Tax};
use crate::query::pay::PayParams;

/// The amounts of one salary, rounded as the answer to `pay` has them.
#[derive(Debug, Clone, Copy)]
pub struct PayFigures {
    /// As what one is paid.
    pub status: Status,
    /// Euros a year: gross, net before tax, taxable, tax, net after tax, cost; a month: net before and after tax.
    pub amounts: [Money; 8],
}

/// The question of `pay` but for its amount.
pub struct PayCalculator<'r> {
    params: PayParams,
    schedule: Schedule<'r>,
    tax: Tax,
}

impl<'r> PayCalculator<'r> {
    /// The question `params` under `rules`; its amount does not count. `None` if it needs the usual way.
    #[allow(clippy::unnecessary_wraps, reason = "not every contract has a schedule")]
    pub fn new(params: PayParams, rules: &'r Rules) -> Option<Self> {
        let schedule = Schedule::new(rules, params.profile);
        Some(Self { schedule, tax: params.tax, params })
    }

    /// The figures of `amount`, over the period of the question. `None` if they need the usual way.
    #[allow(clippy::unnecessary_wraps, reason = "unusual amounts are asked about")]
    pub fn figures(&self, amount: Money) -> Option<PayFigures> {
        let yearly = amount * self.params.per.per_year();
        let gross = self.schedule.gross_from(self.params.basis, yearly, self.tax);
        let figures = self.schedule.figures(gross, self.tax);
        Some(PayFigures {
            status: self.params.profile.status,
            amounts: [
                figures.gross,
                figures.net_before_tax,
                figures.taxable,
                figures.tax,
                figures.net_after_tax,
                figures.employer_cost,
                figures.net_before_tax / 12.0,
                figures.net_after_tax / 12.0,
            ],
        })
    }
}
