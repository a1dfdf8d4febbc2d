//! The days a week away from the office that an ad promises.

use super::figures::{Figure, reach_before, sentence_after, sentence_before};
use crate::reader::words::{find_word, has_any, has_word, list, strip_word};

/// Whether “remote” stands by itself as the place of work, in an ad that speaks of no other way of working.
fn is_remote_alone(text: &str) -> bool {
    let ends = |char: char| matches!(char, '.' | ',' | ';' | '|' | '·' | '\n' | '(' | ')');
    let place = |piece: &str| {
        let piece = piece.rsplit(':').next().unwrap_or_default();
        piece.trim_matches([' ', '-', '*']) == "remote"
    };
    !has_any(text, &["hybrid", "hybride", "partial", "partiel", "possible"]) && text.split(ends).any(place)
}

/// Whether a sentence says that the job is not open to remote work: “non éligible au télétravail”.
fn is_closed_to_remote(text: &str) -> bool {
    text.split(['.', ';', ',', '\n', '|', '·', '!']).any(|piece| {
        let words: Vec<&str> = piece.split(|char: char| !char.is_alphanumeric()).collect();
        let denied = words.windows(2).any(|pair| {
            matches!(pair[0], "non" | "pas" | "not" | "t") && list("open to remote").contains(&pair[1])
        });
        denied && has_any(piece, list("remote"))
    })
}

/// Days a week away from the office.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a week has five working days")]
pub fn remote_days(text: &str, figures: &[Figure]) -> Option<u8> {
    let mut office: Option<u8> = None;
    for figure in figures {
        let after = text[figure.end..].trim_start_matches([' ', '-']);
        let units = ["jours", "jour", "jrs", "j", "days", "day", "d"];
        let Some(rest) = units.into_iter().find_map(|unit| strip_word(after, unit)) else { continue };
        if figure.high > 5.0 || figure.euros || figure.thousands {
            continue;
        }
        let rest = sentence_after(rest, &[';', '\n', '|', '·']);
        // What a number of days counts stands right behind it, or before it in the same piece.
        let near = rest.split([',', '(', ')']).next().unwrap_or_default();
        let until = near.find(|char: char| char.is_ascii_digit()).unwrap_or(near.len());
        let behind = &near[..until];
        let line = sentence_before(reach_before(text, figure.start), &['\n', ';', '|', '·']);
        let piece = line.rsplit([',', '(']).next().unwrap_or_default();
        let first = |words: &[&str], text: &str| words.iter().filter_map(|word| find_word(text, word)).min();
        let last = |words: &[&str], text: &str| {
            words.iter().filter_map(|word| text.rfind(word).filter(|at| has_word(&text[*at..], word))).max()
        };
        let days = figure.low as u8;
        let verdict = match (first(list("remote"), behind), first(list("office"), behind)) {
            (Some(remote), office) if office.is_none_or(|office| remote < office) => Some(true),
            (_, Some(_)) => Some(false),
            _ => match (
                last(list("remote"), piece).or_else(|| last(list("remote"), line)),
                last(list("office"), piece),
            ) {
                (Some(remote), office) if office.is_none_or(|office| remote > office) => Some(true),
                (_, Some(_)) => Some(false),
                _ => None,
            },
        };
        let monthly = has_any(near, &["par mois", "per month", "a month"]);
        match verdict {
            Some(true) if !monthly => return Some(days),
            Some(false) if !monthly => office = office.or(Some(5 - days.min(5))),
            _ => {}
        }
    }
    if has_any(text, list("no remote")) {
        return Some(0);
    }
    if office.is_none() && is_closed_to_remote(text) {
        return Some(0);
    }
    if office.is_some() {
        return office;
    }
    let full = has_any(text, list("full remote"));
    (full || is_remote_alone(text)).then_some(5)
}
