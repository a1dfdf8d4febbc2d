//! Consumer prices, so that amounts of different years can be compared.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fact::fact;
use super::id::{EntryId, SourceId};
use super::money::Money;
use super::text::Text;

/// The price level of a year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PriceLevel {
    /// The year.
    #[schemars(range(min = 1900, max = 2200))]
    pub year: u16,
    /// The yearly mean of the index, above zero.
    #[schemars(range(min = 1, max = 100_000))]
    pub index: f64,
}

impl PriceLevel {
    /// What buys as much at this price level as `amount` does at the level `of`.
    pub fn worth(&self, amount: Money, of: &Self) -> Money {
        amount * (self.index / of.index)
    }
}

/// A price index over the years.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PriceIndex {
    /// `consumer-prices`.
    pub id: EntryId,
    /// The name it goes by.
    pub title: Text,
    /// What it is a mean of, and how well it is known.
    pub note: Text,
    /// By year, oldest first.
    #[schemars(length(min = 1), extend("x-rising" = "year"))]
    pub years: Vec<PriceLevel>,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
}

fact! {
    PriceIndex: Prices, title;
    fn texts(&self) -> Vec<&Text> {
        vec![&self.note]
    }
}
