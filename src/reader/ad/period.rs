//! The period that the pay of an ad is for, and how often a year a monthly pay is paid.

use super::figures::Figure;
use super::words::has_word;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// The period that the pay of an ad is for.
    Period ("période", "period")
    Year = "year", "an", "year", "annee", "annuel";
    Month = "month", "mois", "month", "mensuel";
    Day = "day", "jour", "day", "tjm";
}

/// The period that the words around an amount tell.
pub fn told_period(before: &str, after: &str) -> Option<Period> {
    let close = &after[..after.char_indices().nth(28).map_or(after.len(), |(at, _)| at)];
    let said = |words: &[&str], text: &str| {
        words.iter().any(|word| {
            text.match_indices(word)
                .any(|(at, _)| !text[at + word.len()..].starts_with(char::is_alphanumeric))
        })
    };
    let first = |words: &[&str]| {
        words
            .iter()
            .filter_map(|word| {
                close
                    .match_indices(word)
                    .map(|(at, _)| at)
                    .find(|at| !close[at + word.len()..].starts_with(char::is_alphanumeric))
            })
            .min()
    };
    let year = first(&[
        "/an",
        "/ an",
        "par an",
        "annuel",
        "annuels",
        "annuelle",
        "/year",
        "/ year",
        "per year",
        "a year",
        "per annum",
        "annual",
        "yearly",
        "/yr",
        "p.a",
        "an",
    ]);
    let month = first(&[
        "/mois",
        "/ mois",
        "par mois",
        "mensuel",
        "mensuels",
        "mensuelle",
        "/month",
        "/ month",
        "per month",
        "a month",
        "monthly",
        "mois",
    ])
    .filter(|at| !ends_in_times(&close[..*at]));
    let day = first(&[
        "/j",
        "/ j",
        "/jour",
        "/ jour",
        "par jour",
        "/day",
        "/ day",
        "per day",
        "a day",
        "journalier",
        "ht",
    ]);
    let told = [(year, Period::Year), (month, Period::Month), (day, Period::Day)]
        .into_iter()
        .filter_map(|(at, period)| Some((at?, period)))
        .min_by_key(|(at, _)| *at);
    told.map(|(_, period)| period).or_else(|| {
        if said(&["tjm", "taux journalier", "daily rate", "day rate", "tarif journalier"], before) {
            Some(Period::Day)
        } else if said(&["annuel", "annuelle", "annual", "par an", "yearly"], before) {
            Some(Period::Year)
        } else if said(&["mensuel", "mensuelle", "monthly", "par mois"], before) {
            Some(Period::Month)
        } else {
            None
        }
    })
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
    times.or_else(|| extra.iter().any(|words| has_word(after, words)).then_some(13.0))
}
