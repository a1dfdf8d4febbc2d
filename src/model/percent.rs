//! Percentages as people type them.

use super::figures::figure;
use super::text::{Lang, Text};

/// Why a percentage was not read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PercentError {
    /// It is no number.
    Unreadable,
    /// It is below 1 without the sign behind it: a fraction may be meant as well.
    Ambiguous(f64),
}

impl PercentError {
    /// The two readings of a small number; `None` if it is none.
    pub fn readings(self, typed: &str) -> Option<Text> {
        let Self::Ambiguous(number) = self else { return None };
        let meant = (number * 1e6).round() / 1e4;
        let shown = |number: f64, lang| figure(number, decimals(number), lang);
        Some(Text::new(
            format!(
                "« {typed} » se lit de deux façons ; écrivez « {} % » ou « {} »",
                shown(number, Lang::Fr),
                shown(meant, Lang::Fr)
            ),
            format!(
                "`{typed}` can be read in two ways; write `{}%` or `{}`",
                shown(number, Lang::En),
                shown(meant, Lang::En)
            ),
        ))
    }
}

/// How many decimals a number needs, four at most.
fn decimals(number: f64) -> usize {
    let is_enough = |decimals: &usize| {
        let scale = 10_f64.powi(i32::try_from(*decimals).unwrap_or(0));
        ((number * scale).round() / scale - number).abs() < 1e-9
    };
    (0..4).find(is_enough).unwrap_or(4)
}

/// Reads `7.5`, `7,5`, `7,5 %` as 7.5; digits with at most one decimal mark, never negative.
///
/// # Errors
/// If it is no such number, or is above zero and below 1 without a percent sign, where a fraction may be meant.
pub fn parse_percent(typed: &str) -> Result<f64, PercentError> {
    let trimmed = typed.trim();
    let (number, has_sign) = match trimmed.strip_suffix('%') {
        Some(number) => (number.trim_end(), true),
        None => (trimmed, false),
    };
    let point = number.replace(',', ".");
    let is_plain = point.starts_with(|char: char| char.is_ascii_digit())
        && point.chars().all(|char| char.is_ascii_digit() || char == '.');
    let percent: f64 = point.parse().ok().filter(|_| is_plain).ok_or(PercentError::Unreadable)?;
    if percent > 0.0 && percent < 1.0 && !has_sign {
        return Err(PercentError::Ambiguous(percent));
    }
    Ok(percent)
}

#[cfg(test)]
mod tests {
    use super::{PercentError, parse_percent};

    #[test]
    fn percentages_are_read_as_people_write_them() {
        for (typed, percent) in [("7.5", 7.5), ("7,5 %", 7.5), ("0", 0.0), ("0,5%", 0.5), (" 100% ", 100.0)] {
            assert_eq!(parse_percent(typed), Ok(percent), "{typed}");
        }
        for typed in ["", "%", "-0", "-5", "1e1", "7%%%", "NaN", ".5", "1.2.3"] {
            assert_eq!(parse_percent(typed), Err(PercentError::Unreadable), "{typed}");
        }
    }

    #[test]
    fn what_may_be_a_fraction_is_refused_with_both_readings() {
        let error = parse_percent("0.075").unwrap_err();
        assert_eq!(
            error.readings("0.075").unwrap().en,
            "`0.075` can be read in two ways; write `0.075%` or `7.5`"
        );
    }
}
