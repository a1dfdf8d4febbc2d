//! The level that an ad names.

use crate::model::vocabulary::{Vocabulary, vocabulary};
use crate::reader::words::{has_any, list, words_at};

vocabulary! {
    /// The level that an ad names.
    AdLevel ("niveau", "level")
    Junior = "junior", "Junior", "Junior", "debutant";
    Confirmed = "confirmed", "Confirmé", "Mid-level", "confirme";
    Senior = "senior", "Senior", "Senior", "experimente";
    Lead = "lead-developer", "Lead développeur", "Lead developer", "lead";
    Staff = "staff-engineer", "Staff engineer", "Staff engineer", "staff";
}

/// The level that the title or a line about the level names; the lower of two.
pub fn level(text: &str, title: &str) -> Option<AdLevel> {
    named_level(title, true)
        .or_else(|| {
            text.lines().filter(|line| is_about_level(line)).find_map(|line| named_level(line, false))
        })
        .or_else(|| {
            let is_open = list("open to beginners").iter().any(|phrase| text.contains(phrase));
            is_open.then_some(AdLevel::Junior)
        })
        .or_else(|| SOUGHT.iter().find(|(_, name)| is_sought(text, list(name))).map(|(level, _)| *level))
}

/// Whether a line begins with a label of the level, with a colon or few words behind it.
fn is_about_level(line: &str) -> bool {
    let body = line.trim_start_matches([' ', '-', '*', '·', '>', '#']);
    let labels = ["niveau", "seniority", "level", "seniorite", "profil", "experience"];
    let mut behind = labels.iter().filter_map(|label| body.strip_prefix(label));
    behind.any(|rest| rest.len() < 60 && (rest.contains(':') || rest.trim().split(' ').count() <= 3))
}

/// Whom an ad seeks, the lowest level first, and the list of how it says so.
const SOUGHT: [(AdLevel, &str); 3] = [
    (AdLevel::Junior, "junior sought"),
    (AdLevel::Confirmed, "confirmed sought"),
    (AdLevel::Senior, "senior sought"),
];
/// Words between one that seeks and a level that say that it is somebody else's: “épaulé par un développeur senior”.
const OF_OTHERS: &[&str] =
    &["par", "avec", "by", "with", "epauler", "encadrer", "accompagner", "aupres", "to", "report"];

/// Whether one of `phrases` opens a sentence of the ad, or names whom it seeks.
fn is_sought(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().flat_map(|phrase| text.match_indices(phrase)).any(|(at, _)| {
        let sentence = text[..at].rsplit(['\n', '.', ';', '!', '?', '|']).next().unwrap_or_default();
        let opens = !sentence.contains(char::is_alphanumeric)
            || matches!(
                sentence.trim().trim_end_matches(':').trim(),
                "profil" | "poste" | "position" | "le" | "un"
            );
        let seeking =
            list("seeking words").iter().filter_map(|word| Some(sentence.rfind(word)? + word.len())).max();
        opens || seeking.is_some_and(|end| !has_any(&sentence[end..], OF_OTHERS))
    })
}

/// Whether “mid” stands for a level, and not for the middle of something: *mid-2027*, *mid-size*.
fn is_mid(line: &str) -> bool {
    words_at(line, "mid").any(|at| {
        let after = &line[at + "mid".len()..];
        !after.starts_with('-') || after.starts_with("-senior")
    })
}

/// The lowest level that a line names; only a title names those above a senior.
fn named_level(line: &str, is_title: bool) -> Option<AdLevel> {
    let mut levels = AdLevel::ALL.iter().copied();
    levels.find(|level| {
        (is_title || *level <= AdLevel::Senior)
            && (has_any(line, list(level.id())) || (*level == AdLevel::Confirmed && is_mid(line)))
    })
}
