//! Consumer prices, so that amounts of different years can be compared.

use serde::{Deserialize, Serialize};

use super::money::Money;

/// The price level of a year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceLevel {
    /// The year.
    pub year: u16,
    /// The yearly mean of the consumer price index, 2015 = 100.
    pub index: f64,
}

impl PriceLevel {
    /// What buys as much at this price level as `amount` does at the level `of`.
    pub fn worth(&self, amount: Money, of: &Self) -> Money {
        amount * (self.index / of.index)
    }
}
