//! Amounts in euros, and ranges of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

/// An amount in euros. JSON shows whole euros without decimals, others with cents.
#[derive(Debug, Default, Clone, Copy, PartialEq, PartialOrd, Deserialize)]
#[serde(transparent)]
pub struct Money(f64);

impl Money {
    /// An amount of `euros`.
    pub const fn euros(euros: f64) -> Self {
        Self(euros)
    }

    /// The amount in euros.
    pub const fn as_euros(self) -> f64 {
        self.0
    }

    /// The amount rounded to the cent.
    pub fn rounded(self) -> Self {
        // Adding zero turns a negative zero into zero.
        Self((self.0 * 100.0).round() / 100.0 + 0.0)
    }

    /// The smaller of two amounts.
    pub fn min(self, other: Self) -> Self {
        Self(self.0.min(other.0))
    }

    /// The larger of two amounts.
    pub fn max(self, other: Self) -> Self {
        Self(self.0.max(other.0))
    }
}

impl JsonSchema for Money {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Money".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "number",
            "description": "An amount in euros and cents.",
            "minimum": 0,
            "maximum": MAX_EUROS,
            "x-decimals": 2,
        })
    }
}

impl std::ops::Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl std::ops::Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::ops::Mul<f64> for Money {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self(self.0 * factor)
    }
}

impl std::ops::Div<f64> for Money {
    type Output = Self;
    fn div(self, divisor: f64) -> Self {
        Self(self.0 / divisor)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cents = self.rounded().0;
        #[allow(clippy::cast_possible_truncation, reason = "whole and below 2^53, so exact")]
        if cents.fract() == 0.0 && cents.abs() < 9e15 {
            serializer.serialize_i64(cents as i64)
        } else {
            serializer.serialize_f64(cents)
        }
    }
}

/// A low and a high end; an end that nobody states is `None` (`null` in JSON).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Range<T> {
    /// The low end, in the unit of `T`.
    pub low: Option<T>,
    /// The high end, in the unit of `T`.
    pub high: Option<T>,
}

impl<T> Range<T> {
    /// A range with both ends known.
    pub const fn between(low: T, high: T) -> Self {
        Self { low: Some(low), high: Some(high) }
    }

    /// The same range in another unit.
    pub fn map<U>(self, convert: impl Fn(T) -> U) -> Range<U> {
        Range { low: self.low.map(&convert), high: self.high.map(convert) }
    }
}

impl<T: Copy> Range<T> {
    /// Both ends; one that is not stated is the other, `None` if neither is.
    pub fn ends(self) -> Option<(T, T)> {
        Some((self.low.or(self.high)?, self.high.or(self.low)?))
    }
}

impl Range<Money> {
    /// Whether only a ceiling is stated.
    pub const fn is_ceiling(&self) -> bool {
        self.low.is_none() && self.high.is_some()
    }

    /// Whether only a minimum is stated.
    pub const fn is_minimum(&self) -> bool {
        self.low.is_some() && self.high.is_none()
    }

    /// The smallest range that holds every end that is stated in `ranges`; `None` if none is.
    ///
    /// A ceiling counts as a stated figure: leaving it out would hide that a source stays below.
    pub fn spanning(ranges: impl IntoIterator<Item = Self>) -> Option<Self> {
        ranges
            .into_iter()
            .flat_map(|range| [range.low, range.high])
            .flatten()
            .fold(None, |span: Option<(Money, Money)>, amount| {
                Some(span.map_or((amount, amount), |(low, high)| (low.min(amount), high.max(amount))))
            })
            .map(|(low, high)| Self::between(low, high))
    }
}

/// The largest amount that is read; anything above is a slip of the keyboard.
pub const MAX_EUROS: f64 = 100_000_000.0;

/// A day rate above this is asked about: ten times what barometers report of the most experienced.
pub const UNUSUAL_DAILY_RATE: Money = Money::euros(5_000.0);

/// A salary of a year above this is asked about: far above any figure of the sources.
pub const UNUSUAL_SALARY: Money = Money::euros(1_000_000.0);

#[cfg(test)]
mod tests {
    use super::{Money, Range};

    #[test]
    fn json_shows_cents_only_where_there_are_some() {
        assert_eq!(serde_json::to_string(&Money::euros(45000.0)).unwrap(), "45000");
        assert_eq!(serde_json::to_string(&Money::euros(2_083.333_333)).unwrap(), "2083.33");
    }

    #[test]
    fn a_span_counts_an_upper_bound_as_a_stated_figure() {
        let up_to = Range { low: None, high: Some(Money::euros(54.0)) };
        let range = Range::between(Money::euros(60.0), Money::euros(70.0));
        assert_eq!(
            Range::spanning([up_to, range]),
            Some(Range::between(Money::euros(54.0), Money::euros(70.0)))
        );
    }
}
