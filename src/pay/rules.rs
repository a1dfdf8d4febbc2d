//! What follows from the rules alone, whatever is earned.

use crate::model::money::Money;
use crate::model::rules::Rules;

impl Rules {
    /// The gross minimum wage of a year at full time: the latest hourly wage × the legal hours.
    ///
    /// Source: code du travail, art. L3231-2 and L3121-27. Zero if the rules list no wage.
    pub fn minimum_wage_per_year(&self) -> Money {
        let wage = &self.minimum_wage;
        wage.hourly.last().map_or(Money::euros(0.0), |latest| latest.hourly * wage.hours_per_year)
    }

    /// `multiple` times the yearly social security ceiling.
    pub fn ceilings(&self, multiple: f64) -> Money {
        self.ceiling.yearly * multiple
    }
}
