//! The years of experience that an ad asks for.

use serde::Serialize;

use super::figures::{Figure, reach_before, sentence_after, sentence_before};
use crate::reader::words::{first_chars, has_any, has_start, has_word, list, strip_word, words_at};

/// Years of experience asked, from numbers alone.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Years {
    /// At least; `null` if only a most is told.
    pub low: Option<u8>,
    /// At most; `null` if it is open.
    pub high: Option<u8>,
}

/// The units in which experience is counted; the last one says itself that it is experience.
const YEARS: [&str; 9] = ["ans", "annees", "annee", "an", "years", "year", "yrs", "yr", "yoe"];
const MONTHS: [&str; 3] = ["mois", "months", "month"];

/// The years of experience asked for; what is only a plus is not.
pub fn experience(text: &str, figures: &[Figure]) -> Option<Years> {
    let mut best: Option<(i32, Years)> = None;
    for figure in figures {
        let after = text[figure.end..].trim_start_matches(' ');
        let is_unit = |unit: &&str| strip_word(after, unit).is_some();
        let line_end = text[figure.end..].find('\n').map_or(text.len(), |at| figure.end + at);
        let before = sentence_before(reach_before(text, figure.start), &['\n', ';']);
        let behind =
            |unit: &str| sentence_after(&text[text.len() - after.len() + unit.len()..line_end], &[';', '!']);
        if let Some(unit) = MONTHS.into_iter().find(is_unit).filter(|_| figure.high <= 240.0) {
            let rest = behind(unit);
            if is_of_experience(before, rest) && !is_a_plus(before, rest) {
                best = best.or_else(|| Some((1, whole_years(figure)?)));
            }
            continue;
        }
        let unit = YEARS.into_iter().find(is_unit);
        let (Some(unit), true) = (unit, figure.high <= 25.0 && !figure.thousands) else { continue };
        let rest = behind(unit);
        let mut score = years_score(before, rest, figure);
        score += if unit == "yoe" { 4 } else { 0 };
        if score > 0 && !is_a_plus(before, rest) && best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, years(before, rest, figure)));
        }
    }
    best.map(|(_, years)| years)
}

/// Whether what is said of the experience, between commas, calls it a plus.
fn is_a_plus(before: &str, after: &str) -> bool {
    const PLUS: [&str; 7] = ["un plus", "un atout", "a plus", "an advantage", "a bonus", "bonus", "apprecie"];
    let (before, after) = (before.rsplit(',').next(), after.split(',').next());
    [before, after].into_iter().flatten().any(|piece| has_any(piece, &PLUS))
}

/// Whether months beside these words are months of experience, which most months in an ad are not.
fn is_of_experience(before: &str, after: &str) -> bool {
    const BEHIND: [&str; 6] = ["d'experience", "d'exp", "d'xp", "of experience", "experience", "de pratique"];
    const AHEAD: [&str; 3] = ["experience", "exp", "xp"];
    // Between “expérience” and its months stand few words: “expérience souhaitée : au moins”.
    let piece = before.rsplit([',', '(']).next().unwrap_or_default();
    let is_ahead = |word: &str| {
        words_at(piece, word).last().is_some_and(|at| piece[at..].split_whitespace().count() <= 6)
    };
    BEHIND.iter().any(|word| after.trim_start().starts_with(word)) || AHEAD.iter().any(|word| is_ahead(word))
}

/// Months in whole years, which are still at least that; `None` if they make no year.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "months are few and not negative")]
fn whole_years(figure: &Figure) -> Option<Years> {
    let (low, high) = ((figure.low / 12.0) as u8, (figure.high / 12.0) as u8);
    (low > 0).then_some(Years { low: Some(low), high: Some(high).filter(|high| *high > low) })
}

/// Whether a text ends with a word of a list.
fn ends_with(text: &str, words: &str) -> bool {
    list(words).iter().any(|word| text.ends_with(word))
}

fn years_score(before: &str, after: &str, figure: &Figure) -> i32 {
    let tail = before.trim_end();
    let last = tail.rsplit([' ', '\'', '(']).next().unwrap_or_default();
    if matches!(last, "depuis" | "pendant" | "sur" | "dans" | "since" | "last" | "past" | "over")
        || ends_with(tail, "other durations")
        || has_word(first_chars(after, 12), "ago")
        || has_start(after, "d'existence")
        || ["renouvelable", "old", "d'age", "d'etudes"]
            .iter()
            .any(|word| after.trim_start().starts_with(word))
    {
        return 0;
    }
    let short = first_chars(after, 60);
    let mut score = 0;
    score += i32::from(
        ["experience", "d'exp", "exp.", "exp ", "xp", "pratique", "practice"]
            .iter()
            .any(|word| has_start(short, word))
            || has_word(short, "exp"),
    ) * 4;
    score += i32::from(has_start(tail, "exp") || has_word(tail, "xp")) * 3;
    let begins = |words: &str| list(words).iter().any(|word| short.trim_start().starts_with(word));
    score += i32::from(begins("experience in")) * 2;
    let is_bound = ends_with(tail, "years at least") || has_any(short, list("years or more"));
    score += i32::from(is_bound) * 2;
    score += i32::from(figure.open) * 3;
    score += i32::from(figure.high > figure.low);
    let says_least =
        has_any(short, &["minimum", "mini"]) || tail.ends_with("au moins") || tail.ends_with("at least");
    // A bare number of years says nothing.
    if score >= 3 || (score == 2 && says_least) { score } else { 0 }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "years are few and not negative")]
fn years(before: &str, after: &str, figure: &Figure) -> Years {
    let (low, high) = (figure.low as u8, figure.high as u8);
    let tail = before.trim_end();
    let most = ["moins de", "maximum", "max", "up to", "jusqu'a", "less than"]
        .iter()
        .any(|word| tail.ends_with(word))
        || has_word(first_chars(after, 14), "maximum");
    if high > low {
        Years { low: Some(low), high: Some(high) }
    } else if most {
        Years { low: None, high: Some(high) }
    } else {
        Years { low: Some(low), high: None }
    }
}
