//! The years of experience that an ad asks for.

use serde::Serialize;

use super::figures::{Figure, reach_before};
use super::sections::{has_start, has_word};

/// Years of experience asked, from numbers alone.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Years {
    /// At least; `null` if only a most is told.
    pub low: Option<u8>,
    /// At most; `null` if it is open.
    pub high: Option<u8>,
}

/// The years of experience asked for.
pub fn experience(text: &str, figures: &[Figure]) -> Option<Years> {
    let mut best: Option<(i32, Years)> = None;
    for figure in figures {
        let after = text[figure.end..].trim_start_matches(' ');
        let unit = ["ans", "annees", "annee", "an", "years", "year", "yrs"].into_iter().find(|unit| {
            after.strip_prefix(unit).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        let (Some(unit), true) = (unit, figure.high <= 25.0 && !figure.thousands) else { continue };
        let line_end = text[figure.end..].find('\n').map_or(text.len(), |at| figure.end + at);
        let before = reach_before(text, figure.start).rsplit(['\n', '.', ';']).next().unwrap_or_default();
        let rest = &text[text.len() - after.len() + unit.len()..line_end];
        let rest = rest.split(['.', ';', '!']).next().unwrap_or_default();
        let score = years_score(before, rest, figure);
        if score > 0 && best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, years(before, rest, figure)));
        }
    }
    best.map(|(_, years)| years)
}

#[allow(clippy::too_many_lines, reason = "one list of words per sign")]
fn years_score(before: &str, after: &str, figure: &Figure) -> i32 {
    let tail = before.trim_end();
    let last = tail.rsplit([' ', '\'', '(']).next().unwrap_or_default();
    if matches!(last, "depuis" | "pendant" | "sur" | "dans" | "since" | "last" | "past" | "over")
        || [
            "cdd de",
            "duree de",
            "duree :",
            "contrat de",
            "il y a",
            "mission de",
            "for the",
            "agees de",
            "age de",
            "period of",
            "tous les",
            "stage de",
            "term of",
            "every",
            "durant",
            "engagement de",
            "existe",
            "fete",
        ]
        .iter()
        .any(|phrase| tail.ends_with(phrase))
        || has_word(&after[..after.char_indices().nth(12).map_or(after.len(), |(at, _)| at)], "ago")
        || after.trim_start().starts_with("renouvelable")
        || has_start(after, "d'existence")
        || after.trim_start().starts_with("old")
        || after.trim_start().starts_with("d'age")
        || after.trim_start().starts_with("d'etudes")
    {
        return 0;
    }
    let short = &after[..after.char_indices().nth(60).map_or(after.len(), |(at, _)| at)];
    let mut score = 0;
    score += i32::from(
        ["experience", "d'exp", "exp.", "exp ", "pratique", "practice"]
            .iter()
            .any(|word| has_start(short, word)),
    ) * 4;
    score += i32::from(has_start(tail, "experience") || has_start(tail, "exp")) * 3;
    score += i32::from(
        [
            "developpement",
            "development",
            "backend",
            "back-end",
            "programming",
            "programmation",
            "software",
            "in ",
            "en ",
            "with ",
            "of ",
            "de ",
            "as ",
            "dans",
            "working",
            "sur ",
        ]
        .iter()
        .any(|word| short.trim_start().starts_with(word)),
    ) * 2;
    score += i32::from(
        [
            "au moins",
            "minimum",
            "min",
            "mini",
            "at least",
            "plus de",
            "more than",
            "over",
            "de",
            "entre",
            "between",
            "maximum",
            "max",
            "moins de",
        ]
        .iter()
        .any(|word| tail.ends_with(word))
            || [
                "minimum", "mini", "au moins", "or more", "et plus", "ou plus", "at least", "maximum", "max",
                "plus",
            ]
            .iter()
            .any(|word| has_word(short, word)),
    ) * 2;
    score += i32::from(figure.open) * 3;
    score += i32::from(figure.high > figure.low);
    // A bare number of years says nothing.
    if score < 3
        && !(score == 2
            && (has_word(short, "minimum")
                || has_word(short, "mini")
                || figure.open
                || tail.ends_with("au moins")
                || tail.ends_with("at least")))
    {
        0
    } else {
        score
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "years are few and not negative")]
fn years(before: &str, after: &str, figure: &Figure) -> Years {
    let (low, high) = (figure.low as u8, figure.high as u8);
    let tail = before.trim_end();
    let most = ["moins de", "maximum", "max", "up to", "jusqu'a", "less than"]
        .iter()
        .any(|word| tail.ends_with(word))
        || has_word(&after[..after.char_indices().nth(14).map_or(after.len(), |(at, _)| at)], "maximum");
    if high > low {
        Years { low: Some(low), high: Some(high) }
    } else if most {
        Years { low: None, high: Some(high) }
    } else {
        Years { low: Some(low), high: None }
    }
}
