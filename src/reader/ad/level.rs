//! The level that an ad names.

use super::sections::has_word;
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
                    line.trim_start_matches([' ', '-', '*', '·', '>']).strip_prefix(label).is_some_and(
                        |rest| rest.len() < 60 && (rest.contains(':') || rest.trim().split(' ').count() <= 3),
                    )
                }) && named_level(line, false).is_some()
            });
            told.and_then(|line| named_level(line, false))
        })
        .or_else(|| {
            let open = [
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
                "profil junior",
                "junior profile",
            ];
            let found = open.iter().any(|phrase| text.contains(phrase));
            found
                .then_some(AdLevel::Junior)
                .or_else(|| {
                    ["profil confirme", "developpeur confirme", "developpeuse confirmee"]
                        .iter()
                        .any(|phrase| text.contains(phrase))
                        .then_some(AdLevel::Confirmed)
                })
                .or_else(|| {
                    [
                        "profil senior",
                        "developpeur senior",
                        "developpeuse senior",
                        "senior developer",
                        "senior engineer",
                    ]
                    .iter()
                    .any(|phrase| text.contains(phrase))
                    .then_some(AdLevel::Senior)
                })
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
    ]) {
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
