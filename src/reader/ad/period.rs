//! The period that the pay of an ad is for, and how often a year a monthly pay is paid.

use super::figures::Figure;
use crate::model::vocabulary::vocabulary;
use crate::reader::words::{first_chars, has_any, list};

vocabulary! {
    /// The period that the pay of an ad is for.
    Period ("période", "period")
    Year = "year", "an", "year", "annee", "annuel";
    Month = "month", "mois", "month", "mensuel";
    Day = "day", "jour", "day", "tjm";
}

/// The period that the words around an amount tell.
pub fn told_period(before: &str, after: &str) -> Option<Period> {
    let close = first_chars(after, 28);
    let behind = [(Period::Year, "per year"), (Period::Month, "per month"), (Period::Day, "per day")];
    let places = behind.into_iter().filter_map(|(period, words)| {
        let at = list(words).iter().filter_map(|word| ending_at(close, word)).min()?;
        let is_count = period == Period::Month && ends_in_times(&close[..at]);
        (!is_count).then_some((at, period))
    });
    let ahead = [(Period::Day, "day rate"), (Period::Year, "yearly pay"), (Period::Month, "monthly pay")];
    let is_ahead = |words| list(words).iter().any(|word| ending_at(before, word).is_some());
    let told = places.min_by_key(|(at, _)| *at).map(|(_, period)| period);
    told.or_else(|| ahead.into_iter().find(|(_, words)| is_ahead(words)).map(|(period, _)| period))
}

/// Where `word` stands first in a text as the end of a word: a figure may stand right before it.
fn ending_at(text: &str, word: &str) -> Option<usize> {
    let mut places = text.match_indices(word).map(|(at, _)| at);
    places.find(|at| !text[at + word.len()..].starts_with(char::is_alphanumeric))
}

/// The period, said or told by the size of the amount.
pub fn period(before: &str, after: &str, figure: &Figure) -> Option<Period> {
    told_period(before, after).or(if figure.thousands || figure.low >= 12_000.0 {
        Some(Period::Year)
    } else if figure.low >= 1_000.0 && figure.euros {
        Some(Period::Month)
    } else {
        None
    })
}

/// Signs behind which stands how often a year a pay is paid.
const TIMES: &[&str] = &["sur", "x", "×", "*", "over"];

/// Whether a text ends with how often a year a pay is paid: “sur 13”.
fn ends_in_times(text: &str) -> bool {
    let before = text.trim_end().trim_end_matches(|char: char| char.is_ascii_digit() || char == ',');
    before.len() < text.trim_end().len() && TIMES.iter().any(|sign| before.trim_end().ends_with(sign))
}

/// How often a year a pay is paid, if the words behind it say so: “sur 13 mois”, “x 13”, “+ 13e mois”.
pub fn months(after: &str) -> Option<f64> {
    let paid = |at: usize, sign: &str| {
        let rest = after[at + sign.len()..].trim_start();
        let end = rest.find(|char: char| !(char.is_ascii_digit() || char == ',' || char == '.'));
        let written = rest[..end.unwrap_or(rest.len())].trim_end_matches([',', '.']).replace(',', ".");
        let months: f64 = written.parse().ok()?;
        let is_word = !after[..at].ends_with(char::is_alphanumeric);
        (is_word && (12.0..=16.0).contains(&months)).then_some(months)
    };
    let mut places = TIMES.iter().flat_map(|sign| after.match_indices(sign));
    let times = places.find_map(|(at, sign)| paid(at, sign));
    let extra = ["13e mois", "13eme mois", "13 eme mois", "treizieme mois", "13th month", "thirteenth month"];
    times.or_else(|| has_any(after, &extra).then_some(13.0))
}
