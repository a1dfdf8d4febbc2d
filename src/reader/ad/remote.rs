//! The days a week away from the office that an ad promises.

use super::figures::{Figure, reach_before, sentence_after, sentence_before};
use super::words::{find_word, has_word};

const REMOTE: &[&str] = &[
    "teletravail",
    "distance",
    "remote",
    "remotely",
    "distanciel",
    "home office",
    "from home",
    "tt",
    "homeoffice",
    "wfh",
    "a la maison",
    "away from the office",
    "home-office",
    "home working",
];
const OFFICE: &[&str] = &[
    "sur site",
    "sur place",
    "presentiel",
    "au bureau",
    "on site",
    "on-site",
    "onsite",
    "in the office",
    "in office",
    "in-office",
    "in our office",
    "dans nos locaux",
    "de presence",
    "at the office",
    "office days",
    "days in",
    "en agence",
    "dans les bureaux",
];

/// Whether “remote” stands by itself as the place of work, in an ad that speaks of no other way of working.
fn is_remote_alone(text: &str) -> bool {
    let ends = |char: char| matches!(char, '.' | ',' | ';' | '|' | '·' | '\n' | '(' | ')');
    let place = |piece: &str| {
        let piece = piece.rsplit(':').next().unwrap_or_default();
        piece.trim_matches([' ', '-', '*']) == "remote"
    };
    !["hybrid", "hybride", "partial", "partiel", "possible"].iter().any(|word| has_word(text, word))
        && text.split(ends).any(place)
}

/// What a job that allows it is to remote work, in both languages.
const OPEN: &[&str] = &[
    "ouvert",
    "ouverte",
    "eligible",
    "eligibles",
    "possible",
    "prevu",
    "envisageable",
    "envisage",
    "propose",
    "compatible",
    "autorise",
    "accepte",
    "open",
    "available",
    "offered",
    "allowed",
];

/// Whether a sentence says that the job is not open to remote work: “non éligible au télétravail”.
fn is_closed_to_remote(text: &str) -> bool {
    text.split(['.', ';', ',', '\n', '|', '·', '!']).any(|piece| {
        let words: Vec<&str> = piece.split(|char: char| !char.is_alphanumeric()).collect();
        let denied = words
            .windows(2)
            .any(|pair| matches!(pair[0], "non" | "pas" | "not" | "t") && OPEN.contains(&pair[1]));
        denied && REMOTE.iter().any(|word| has_word(piece, word))
    })
}

/// Days a week away from the office.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a week has five working days")]
#[allow(clippy::too_many_lines, reason = "one list of phrases per answer")]
pub fn remote_days(text: &str, figures: &[Figure]) -> Option<u8> {
    let mut office: Option<u8> = None;
    for figure in figures {
        let after = text[figure.end..].trim_start_matches([' ', '-']);
        let unit = ["jours", "jour", "jrs", "j", "days", "day", "d"].into_iter().find(|unit| {
            after.strip_prefix(unit).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        let (Some(unit), true) = (unit, figure.high <= 5.0 && !figure.euros && !figure.thousands) else {
            continue;
        };
        let rest = &after[unit.len()..];
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
        let verdict = match (first(REMOTE, behind), first(OFFICE, behind)) {
            (Some(remote), office) if office.is_none_or(|office| remote < office) => Some(true),
            (_, Some(_)) => Some(false),
            _ => match (last(REMOTE, piece).or_else(|| last(REMOTE, line)), last(OFFICE, piece)) {
                (Some(remote), office) if office.is_none_or(|office| remote > office) => Some(true),
                (_, Some(_)) => Some(false),
                _ => None,
            },
        };
        let monthly = has_word(near, "par mois") || has_word(near, "per month") || has_word(near, "a month");
        match verdict {
            Some(true) if !monthly => return Some(days),
            Some(false) if !monthly => office = office.or(Some(5 - days.min(5))),
            _ => {}
        }
    }
    let any = |words: &[&str]| words.iter().any(|word| has_word(text, word));
    if any(&[
        "pas de teletravail",
        "sans teletravail",
        "100 % presentiel",
        "100% presentiel",
        "no remote",
        "not remote",
        "teletravail non",
        "teletravail : non",
        "teletravail : aucun",
        "aucun teletravail",
        "on-site only",
        "onsite only",
        "fully on-site",
        "fully onsite",
        "100% on-site",
        "100 % sur site",
        "100% sur site",
        "presentiel uniquement",
        "sur site uniquement",
        "no remote work",
        "remote work is not possible",
        "teletravail impossible",
        "pas de remote",
        "presentiel complet",
        "5 days on site",
        "pas de teletravail possible",
        "uniquement sur site",
        "uniquement en presentiel",
        "non teletravaillable",
        "office only",
    ]) {
        return Some(0);
    }
    if office.is_none() && is_closed_to_remote(text) {
        return Some(0);
    }
    if office.is_some() {
        return office;
    }
    let full = any(&[
        "full remote",
        "fully remote",
        "full-remote",
        "100% remote",
        "100 % remote",
        "100 % teletravail",
        "100% teletravail",
        "teletravail complet",
        "teletravail total",
        "teletravail integral",
        "teletravail a 100 %",
        "teletravail a 100%",
        "teletravail 100 %",
        "teletravail 100%",
        "entierement a distance",
        "100 % a distance",
        "100% a distance",
        "remote-first",
        "remote only",
        "remote (france)",
        "totalement a distance",
        "entierement en teletravail",
        "remote from anywhere",
        "all remote",
        "remote france",
        "work from anywhere",
        "completely remote",
        "full distanciel",
        "totalement en teletravail",
        "full teletravail",
        "remote (europe)",
        "remote (eu)",
        "teletravail full",
    ]);
    (full || is_remote_alone(text)).then_some(5)
}
