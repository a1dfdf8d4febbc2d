//! A share of an amount, so that 6.8 % is never taken for 6.8 euros.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::money::Money;

/// A share of an amount: 0.068 is 6.8 %. In the rules it is between 0 and 1; a reduction's line has it negative.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Rate(f64);

/// A rate of the rules that is not between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OutOfRange(f64);

impl fmt::Display for OutOfRange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a rate is a fraction between 0 and 1, not {}", self.0)
    }
}

impl Rate {
    /// Nothing of the amount.
    pub const ZERO: Self = Self(0.0);

    /// A rate as a fraction: 0.068 for 6.8 %.
    pub const fn fraction(fraction: f64) -> Self {
        Self(fraction)
    }

    /// A rate as people say it: 6.8 for 6.8 %.
    pub const fn percent(percent: f64) -> Self {
        Self(percent / 100.0)
    }

    /// The rate as a fraction.
    pub const fn as_fraction(self) -> f64 {
        self.0
    }

    /// This share of `amount`.
    pub fn of(self, amount: Money) -> Money {
        amount * self.0
    }
}

impl TryFrom<f64> for Rate {
    type Error = OutOfRange;

    fn try_from(fraction: f64) -> Result<Self, OutOfRange> {
        if (0.0..=1.0).contains(&fraction) { Ok(Self(fraction)) } else { Err(OutOfRange(fraction)) }
    }
}

impl From<Rate> for f64 {
    fn from(rate: Rate) -> Self {
        rate.0
    }
}

impl JsonSchema for Rate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rate".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "number",
            "description": "A share of an amount: 0.068 is 6.8 %.",
            "minimum": 0,
            "maximum": 1,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Rate;

    #[test]
    fn a_rate_written_as_a_percentage_is_refused_and_named() {
        let error = serde_json::from_str::<Rate>("6.8").unwrap_err().to_string();
        assert!(error.starts_with("a rate is a fraction between 0 and 1, not 6.8"), "{error}");
    }
}
