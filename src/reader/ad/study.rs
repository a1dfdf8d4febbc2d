//! The diploma that an ad or a CV names.

use crate::model::training::StudyLevel;
use crate::model::vocabulary::Vocabulary;
use crate::reader::words::{list, words_at};

/// The levels of which diplomas have names, the lowest first.
const LEVELS: [StudyLevel; 3] = [StudyLevel::Bac2, StudyLevel::Bac3, StudyLevel::Bac5];

/// The lowest diploma that is accepted.
pub fn study_level(text: &str) -> Option<StudyLevel> {
    let mut told: Option<u32> = None;
    for (at, _) in text.match_indices("bac") {
        let rest = text[at + 3..].trim_start_matches(' ');
        let before = &text[..at];
        if before.ends_with(char::is_alphabetic) {
            continue;
        }
        let Some(rest) = rest.strip_prefix('+').map(str::trim_start) else { continue };
        if let Some(years) =
            rest.chars().next().and_then(|digit| digit.to_digit(10)).filter(|years| (1..=8).contains(years))
        {
            told = Some(told.map_or(years, |known| known.min(years)));
        }
    }
    let level = told.map(|years| match years {
        0..=2 => StudyLevel::Bac2,
        3 => StudyLevel::Bac3,
        _ => StudyLevel::Bac5,
    });
    level.or_else(|| LEVELS.into_iter().find(|level| is_named(text, *level)))
}

/// The highest diploma that a CV names.
pub fn highest_study_level(text: &str) -> Option<StudyLevel> {
    LEVELS.into_iter().rev().find(|level| is_named(text, *level))
}

fn is_named(text: &str, level: StudyLevel) -> bool {
    list(level.id()).iter().any(|name| names_diploma(text, name))
}

/// Words before and behind “master” that make it a role or the first among machines, branches and records.
const OTHER_MASTERS: (&[&str], &[&str]) = (
    &["scrum", "agile", "web", "branche", "branch", "noeud", "serveur", "kanban", "train"],
    &[
        "data", "branch", "node", "nodes", "slave", "class", "server", "record", "records", "key", "plan",
        "file",
    ],
);

/// Whether a word of `text` names a diploma: a scrum master has none for being one.
fn names_diploma(text: &str, name: &str) -> bool {
    let is_master = name.starts_with("master");
    words_at(text, name).any(|at| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        let apart = |char: char| !char.is_alphanumeric();
        let last = before.trim_end_matches(apart).rsplit(apart).next().unwrap_or_default();
        let next = after.trim_start_matches([' ', '-', '/']).split(apart).next().unwrap_or_default();
        !is_master || !(OTHER_MASTERS.0.contains(&last) || OTHER_MASTERS.1.contains(&next))
    })
}
