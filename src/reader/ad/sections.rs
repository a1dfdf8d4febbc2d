//! Which part of an ad a clause belongs to: what is required, what is a plus, and what is only told.

use super::titles::title;
use crate::model::vocabulary::vocabulary;
use crate::reader::matching::{Clauses, Surface};

vocabulary! {
    /// How strongly an ad asks for a skill.
    Asked ("exigence", "demand")
    Must = "must", "exigé", "required", "exige";
    Nice = "nice", "un plus", "a plus", "plus";
    Mentioned = "mentioned", "cité", "mentioned", "cite";
}

/// Words in a clause that make what it names a plus.
const NICE_WORDS: &[&str] = &[
    "un plus",
    "un vrai plus",
    "un reel plus",
    "apprecie",
    "appreciee",
    "apprecies",
    "appreciees",
    "atout",
    "atouts",
    "idealement",
    "souhaite",
    "souhaitee",
    "souhaites",
    "souhaitees",
    "bonus",
    "nice to have",
    "a plus",
    "a bonus",
    "ideally",
    "notions de",
    "notions d'",
    "notion de",
    "des notions",
    "bienvenu",
    "bienvenue",
    "bienvenus",
    "welcome",
    "premier contact",
    "interet pour",
    "utile",
    "would be great",
    "would be nice",
    "is an advantage",
    "an advantage",
    "preferably",
    "de preference",
    "facultatif",
    "optionnel",
    "desirable",
    "would help",
    "encore mieux",
    "even better",
    "preferred",
    "ce serait bien",
];
/// Words in a clause that make what it names required.
pub const MUST_WORDS: &[&str] = &[
    "obligatoire",
    "obligatoires",
    "imperatif",
    "imperative",
    "imperatifs",
    "imperativement",
    "exige",
    "exigee",
    "exiges",
    "indispensable",
    "indispensables",
    "requis",
    "requise",
    "requises",
    "vous maitrisez",
    "tu maitrises",
    "il vous faut",
    "il te faut",
    "must have",
    "must know",
    "required",
    "mandatory",
    "essential",
    "you know",
    "vous connaissez",
    "tu connais",
    "maitrise de",
    "maitrise du",
    "maitrise d'",
    "bonne connaissance",
    "bonnes connaissances",
    "solide experience",
    "solid knowledge",
    "strong knowledge",
    "proven experience",
    "proficien",
    "necessaire",
    "a l'aise avec",
];

/// For each clause, how strongly it asks for what it names; the title of the ad asks for all of it.
pub fn demands(
    surface: &Surface<'_>,
    clauses: &Clauses,
    names_skill: impl Fn(usize, usize) -> bool,
) -> Vec<Asked> {
    let text = surface.text();
    let mut demands = Vec::new();
    let mut section = Asked::Mentioned;
    let mut label: Option<(usize, Asked)> = None;
    let mut before = Asked::Mentioned;
    for (at, clause) in clauses.all().iter().enumerate() {
        let words = text[clause.start..clause.end].trim();
        let skills = names_skill(clause.start, clause.end);
        if at == 0 || clauses.all()[0].line == clause.line {
            demands.push(Asked::Must);
            continue;
        }
        if clause.heading && clause.first {
            if let Some(title) = title(words) {
                section = title;
            } else if !skills {
                section = Asked::Mentioned;
            }
        }
        if clause.first {
            label = clause
                .label_end
                .and_then(|end| title(text[clause.start..end].trim()))
                .map(|asked| (clause.line, asked));
        }
        let base = label.filter(|(line, _)| *line == clause.line).map_or(section, |(_, asked)| asked);
        let said = spoken(words);
        let also = words.trim_end_matches(['.', ' ']).ends_with("aussi")
            || words.trim_end_matches(['.', ' ']).ends_with(" too")
            || words.starts_with("egalement");
        let asked = match said {
            _ if clause.heading && clause.first => base,
            Some(said) => said,
            None if also && !clause.first => before,
            None => base,
        };
        demands.push(asked);
        before = asked;
    }
    demands
}

/// What a clause says itself.
fn spoken(words: &str) -> Option<Asked> {
    // *Your strengths* are what is asked for, not a bonus.
    let strengths =
        ["vos atouts", "tes atouts", "principaux atouts"].iter().any(|phrase| words.contains(phrase));
    if !strengths && NICE_WORDS.iter().any(|word| has_word(words, word)) {
        Some(Asked::Nice)
    } else if MUST_WORDS.iter().any(|word| has_start(words, word)) {
        Some(Asked::Must)
    } else {
        None
    }
}

/// Whether a word of `text` begins with `start`.
pub fn has_start(text: &str, start: &str) -> bool {
    text.match_indices(start).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

/// Whether `text` has `word` as whole words.
pub fn has_word(text: &str, word: &str) -> bool {
    find_word(text, word).is_some()
}

/// Where `word` stands first in `text` as whole words.
pub fn find_word(text: &str, word: &str) -> Option<usize> {
    words_at(text, word).next()
}

/// Each place where `word` stands in `text` as whole words.
pub fn words_at<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(word).map(|(at, _)| at).filter(|at| {
        let (before, after) = (&text[..*at], &text[at + word.len()..]);
        !before.ends_with(char::is_alphanumeric)
            && (word.ends_with('\'') || !after.starts_with(char::is_alphanumeric))
    })
}
