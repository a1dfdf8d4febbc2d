//! The diploma that an ad or a CV names.

use super::words::words_at;
use crate::model::training::StudyLevel;

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
    level.or_else(|| {
        DIPLOMAS
            .iter()
            .find(|(_, names)| names.iter().any(|name| names_diploma(text, name)))
            .map(|(level, _)| *level)
    })
}

/// The highest diploma that a CV names.
pub fn highest_study_level(text: &str) -> Option<StudyLevel> {
    DIPLOMAS
        .iter()
        .rev()
        .find(|(_, names)| names.iter().any(|name| names_diploma(text, name)))
        .map(|(level, _)| *level)
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

/// Names of diplomas, the lowest first.
const DIPLOMAS: &[(StudyLevel, &[&str])] = &[
    (
        StudyLevel::Bac2,
        &[
            "bts",
            "dut",
            "deust",
            "niveau 5",
            "diplome de niveau 5",
            "higher national diploma",
            "bac+2",
            "bac +2",
        ],
    ),
    (
        StudyLevel::Bac3,
        &[
            "licence professionnelle",
            "licence pro",
            "licence ou",
            "licence informatique",
            "licence en",
            "une licence",
            "licence,",
            "but informatique",
            "niveau 6",
            "niveau licence",
            "bachelor",
            "bachelor's",
            "bachelors",
            "bsc",
            "cda",
            "de licence",
            "licence (",
            "licence/",
            "but ou",
            "bac+3",
            "bac +3",
        ],
    ),
    (
        StudyLevel::Bac5,
        &[
            "master",
            "master's",
            "masters",
            "msc",
            "niveau 7",
            "ecole d'ingenieur",
            "ecole d'ingenieurs",
            "diplome d'ingenieur",
            "ingenieur diplome",
            "engineering degree",
            "engineering school",
            "formation ingenieur",
            "formation d'ingenieur",
            "diplome ingenieur",
            "grande ecole",
            "titre d'ingenieur",
            "bac+5",
            "bac +5",
        ],
    ),
];
