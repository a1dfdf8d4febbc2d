//! The level that an ad names.

use super::words::{has_word, words_at};
use crate::model::vocabulary::vocabulary;

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
            let told = text.lines().find(|line| {
                ["niveau", "seniority", "level", "seniorite", "profil", "experience"].iter().any(|label| {
                    line.trim_start_matches([' ', '-', '*', '·', '>', '#']).strip_prefix(label).is_some_and(
                        |rest| rest.len() < 60 && (rest.contains(':') || rest.trim().split(' ').count() <= 3),
                    )
                }) && named_level(line, false).is_some()
            });
            told.and_then(|line| named_level(line, false))
        })
        .or_else(|| {
            let is_open = OPEN_TO_BEGINNERS.iter().any(|phrase| text.contains(phrase));
            is_open.then_some(AdLevel::Junior)
        })
        .or_else(|| SOUGHT.iter().find(|(_, phrases)| is_sought(text, phrases)).map(|(level, _)| *level))
}

/// Phrases that say that beginners may apply.
const OPEN_TO_BEGINNERS: &[&str] = &[
    "debutant accepte",
    "debutants acceptes",
    "debutants bienvenus",
    "debutant(e) accepte",
    "debutante acceptee",
    "debutant·e accepte",
    "juniors welcome",
    "juniors bienvenus",
    "junior accepte",
    "jeunes diplomes bienvenus",
    "graduates welcome",
];

/// Whom an ad seeks, by level, the lowest first.
const SOUGHT: [(AdLevel, &[&str]); 3] = [
    (AdLevel::Junior, &["profil junior", "junior profile"]),
    (AdLevel::Confirmed, &["profil confirme", "developpeur confirme", "developpeuse confirmee"]),
    (
        AdLevel::Senior,
        &[
            "profil senior",
            "developpeur senior",
            "developpeuse senior",
            "senior developer",
            "senior engineer",
        ],
    ),
];
/// Beginnings of words that say that somebody is sought, or that the reader is meant.
const SEEKING: &[&str] = &[
    "recherch",
    "recrut",
    "cherch",
    "embauch",
    "looking for",
    "hiring",
    "hire",
    "seek",
    "need",
    "poste de",
    "en tant que",
    "as a",
    "role of",
    "position of",
    "vous etes",
    "tu es",
    "you are",
];
/// Words between such a word and a level that say that it is somebody else's: “épaulé par un développeur senior”.
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
        let seeking = SEEKING.iter().filter_map(|word| Some(sentence.rfind(word)? + word.len())).max();
        opens || seeking.is_some_and(|end| !OF_OTHERS.iter().any(|word| has_word(&sentence[end..], word)))
    })
}

/// Whether “mid” stands for a level, and not for the middle of something: *mid-2027*, *mid-size*.
fn is_mid(line: &str) -> bool {
    words_at(line, "mid").any(|at| {
        let after = &line[at + "mid".len()..];
        !after.starts_with('-') || after.starts_with("-senior")
    })
}

fn named_level(line: &str, is_title: bool) -> Option<AdLevel> {
    let has = |words: &[&str]| words.iter().any(|word| has_word(line, word));
    if has(&["junior", "juniors", "debutant", "debutante", "entry-level", "entry level", "jr", "graduate"]) {
        Some(AdLevel::Junior)
    } else if has(&[
        "confirme",
        "confirmee",
        "confirm",
        "mid-level",
        "mid level",
        "midlevel",
        "intermediate",
        "intermediaire",
        "medior",
    ]) || is_mid(line)
    {
        Some(AdLevel::Confirmed)
    } else if has(&["senior", "seniors", "sr", "experimente", "experimentee", "expert", "experte"]) {
        Some(AdLevel::Senior)
    } else if is_title && has(&["lead", "leader technique", "tech lead", "techlead", "responsable technique"])
    {
        Some(AdLevel::Lead)
    } else if is_title && has(&["staff", "principal"]) {
        Some(AdLevel::Staff)
    } else {
        None
    }
}
