//! Amounts in euros, ranges, and amounts as people type them.

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
        Self((self.0 * 100.0).round() / 100.0)
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

impl Range<Money> {
    /// Whether only a ceiling is stated.
    pub const fn is_ceiling(&self) -> bool {
        self.low.is_none() && self.high.is_some()
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

/// Why a typed amount was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountError {
    /// It is not an amount.
    Unreadable,
    /// It is below zero.
    Negative,
    /// It is above [`MAX_EUROS`].
    TooLarge,
}

/// The largest amount that is read; anything above is a slip of the keyboard.
pub const MAX_EUROS: f64 = 100_000_000.0;

/// Reads an amount as people write it: `48000`, `48k`, `48 000 €`, `3 200,50`, `€48,000`.
///
/// A comma or point before exactly three final digits groups thousands, otherwise it is the
/// decimal mark. The result is between 0 and [`MAX_EUROS`].
pub fn parse_amount(typed: &str) -> Result<Money, AmountError> {
    let lower = typed.trim().to_lowercase().replace('€', "");
    let lower = lower.trim();
    let lower = lower.strip_suffix("euros").or_else(|| lower.strip_suffix("eur")).unwrap_or(lower).trim();
    let (negative, lower) = match lower.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, lower.strip_prefix('+').unwrap_or(lower)),
    };
    let (factor, digits) = match lower.strip_suffix('k') {
        Some(rest) => (1000.0, rest),
        None => (1.0, lower),
    };
    let digits: String =
        digits.chars().filter(|char| !char.is_whitespace() && !matches!(char, '_' | '\'' | '’')).collect();
    let amount =
        plain_number(&digits).and_then(|plain| plain.parse::<f64>().ok()).ok_or(AmountError::Unreadable)?
            * factor;
    if negative && amount > 0.0 {
        Err(AmountError::Negative)
    } else if amount > MAX_EUROS {
        Err(AmountError::TooLarge)
    } else {
        Ok(Money(amount))
    }
}

/// `digits` with thousands marks taken out and a point as decimal mark, if it is a number at all.
fn plain_number(digits: &str) -> Option<String> {
    let last_mark = digits.rfind([',', '.']);
    let valid = digits.chars().all(|char| char.is_ascii_digit() || matches!(char, ',' | '.'))
        && digits.chars().any(|char| char.is_ascii_digit());
    if !valid {
        return None;
    }
    let Some(at) = last_mark else {
        return Some(digits.to_owned());
    };
    let (whole, fraction) = (&digits[..at], &digits[at + 1..]);
    let mark = &digits[at..=at];
    let groups = |text: &str| -> Option<String> {
        let parts: Vec<&str> = text.split([',', '.']).collect();
        let grouped = parts.iter().skip(1).all(|part| part.len() == 3) && (1..=3).contains(&parts[0].len());
        (parts.len() == 1 || grouped).then(|| parts.concat())
    };
    if fraction.len() == 3 && !whole.is_empty() {
        return groups(digits).or_else(|| Some(format!("{}.{fraction}", groups(whole)?)));
    }
    (!whole.contains(mark)).then(|| groups(whole)).flatten().map(|whole| format!("{whole}.{fraction}0"))
}

#[cfg(test)]
mod tests {
    use super::{AmountError, Money, Range, parse_amount};

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (typed, euros) in [
            ("48000", 48000.0),
            ("48k", 48000.0),
            ("48 000", 48000.0),
            ("48\u{202f}000 €", 48000.0),
            ("3 200,50", 3200.5),
            ("€48,000", 48000.0),
            ("48.000,5", 48000.5),
            ("1,234,567.89", 1_234_567.89),
            ("45,5k€", 45500.0),
            ("48k euros", 48000.0),
            ("0", 0.0),
        ] {
            assert_eq!(parse_amount(typed), Ok(Money::euros(euros)), "{typed}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_and_named() {
        for typed in ["", "abc", "1e999", "NaN", "inf", "4..5", "1,2,3", "12,34,567", "k", "€"] {
            assert_eq!(parse_amount(typed), Err(AmountError::Unreadable), "{typed}");
        }
        assert_eq!(parse_amount("-5"), Err(AmountError::Negative));
        assert_eq!(parse_amount("999999999999"), Err(AmountError::TooLarge));
    }

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
