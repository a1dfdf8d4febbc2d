//! Whether a text says that a skill is had, is being learned, or is not had: from the words around its name.

use super::Hit;
use super::attitude::Attitude;
use super::clauses::{Clause, Clauses};
use super::headings::{NOT_DENIED, REACH, title};
use super::surface::Surface;

/// Verbs and nouns before a name that say it is being learned or wished for.
const LEARNING_BEFORE: &[&str] = &[
    "j'apprends",
    "apprends",
    "apprendre",
    "je decouvre",
    "me former",
    "me forme",
    "formation prevue",
    "en cours d'apprentissage",
    "cours d'apprentissage",
    "apprentissage de",
    "apprentissage du",
    "j'aimerais",
    "aimerais",
    "je souhaite",
    "souhaite",
    "je voudrais",
    "voudrais",
    "reflexion en cours",
    "interesse par",
    "interessee par",
    "je m'initie",
    "m'initie",
    "bientot",
    "prochainement",
    "learn",
    "learning",
    "want to try",
    "would like",
    "interested in",
    "curious about",
    "exploring",
    "hope to",
    "plan to",
    "planning to",
    "looking forward to",
    "keen to",
    "reading about",
    "envie de",
    "a l'automne",
    "monter en competence",
    "montee en competence",
    "decouverte de",
    "auto-formation",
    "training planned",
    "je debute",
    "debute",
    "debutant en",
    "debutante en",
    "premiers pas en",
    "premiers pas avec",
    "beginner in",
    "beginner with",
    "beginner at",
    "novice in",
    "novice en",
    "new to",
    "getting started with",
    "first steps in",
    "first steps with",
    "starting out with",
    "starting out in",
];
/// What stands behind a name and says that it is being learned.
const LEARNING_AFTER: &[&str] = &[
    "en cours d'apprentissage",
    "en cours",
    "a apprendre",
    "formation prevue",
    "souhaite",
    "learning",
    "in progress",
    "currently learning",
    "bientot",
    "a venir",
    "en autoformation",
    "en auto-formation",
    "to be learned",
    "je debute tout juste",
    "prevu",
    "planned",
    "apprentissage",
    "next",
];
/// What a level that is told behind a name, `Rust (beginner)`, says of it: it is being learned.
const LEARNING_LEVEL: &[&str] =
    &["debutant", "debutante", "niveau debutant", "beginner", "beginner level", "novice"];
/// What a level that is told behind a name, `English: none`, says of it: it is not had.
const ABSENT_LEVEL: &[&str] =
    &["aucun", "aucune", "aucun niveau", "neant", "non", "no", "nil", "zero", "pas du tout", "not at all"];
/// What stands behind a name and says that it is not had.
const ABSENT_AFTER: &[&str] = &[
    "pas encore",
    "aucune experience",
    "aucune connaissance",
    "aucune pratique",
    "aucune notion",
    "no experience",
    "no knowledge",
    "none",
    "n'est pas",
    "ne sont pas",
    "ne sera pas",
    "non requis",
    "non requise",
    "non necessaire",
    "pas necessaire",
    "pas requis",
    "pas pratique",
    "not required",
    "not needed",
    "is not needed",
    "is not required",
    "are not",
    "isn't",
    "aren't",
    "is not",
    "jamais",
    "never",
    "not yet",
    "hors mission",
    "hors perimetre",
    "refuse",
    "exclu",
    "no thanks",
];
/// What denies a name from behind a comma: “PHP, que je n’ai jamais utilisé”.
const ABSENT_RELATIVE: &[&str] = &[
    "que je n'ai jamais",
    "que je n'ai pas",
    "que je ne connais pas",
    "que je ne maitrise pas",
    "which i have never",
    "which i never",
    "which i do not know",
    "which i don't know",
];
/// Negated verbs: what they deny may stand a few words further.
const NEVER: &[&str] = &[
    "pas", "jamais", "never", "not", "don't", "haven't", "didn't", "won't", "cannot", "can't", "n'ai", "ni",
    "nor", "neither", "refuse", "refuses", "refusee", "refusees", "ne plus", "isn't",
];
/// Negated nouns: only what follows at once is denied.
const NO: &[&str] = &[
    "pas de",
    "pas d'",
    "sans",
    "aucun",
    "aucune",
    "no",
    "without",
    "zero",
    "hors",
    "non",
    "never any",
    "plus de",
    "plus d'",
    "ni de",
];
/// What may stand between a negated noun and the name: “aucune connaissance de”, “no experience with”.
const FILLERS: &[&str] = &[
    "de",
    "d",
    "du",
    "des",
    "le",
    "la",
    "les",
    "l",
    "en",
    "of",
    "in",
    "with",
    "avec",
    "the",
    "any",
    "a",
    "experience",
    "connaissance",
    "connaissances",
    "knowledge",
    "notion",
    "notions",
    "pratique",
    "expertise",
    "competence",
    "competences",
    "maitrise",
    "formation",
    "need",
    "for",
    "to",
    "know",
    "besoin",
    "connaitre",
    "real",
    "prior",
    "professional",
    "professionnelle",
    "previous",
    "more",
    "encore",
    "question",
    "dev",
    "code",
];
/// Words behind which a negation no longer counts.
const TURNS: &[&str] = &[
    "mais",
    "but",
    "however",
    "cependant",
    "toutefois",
    "en revanche",
    "par contre",
    "although",
    "whereas",
    "alors que",
    "tandis que",
];
/// A clause that denies what the one before it named.
const DENIES_BEFORE: &[&str] = &[
    "pas besoin de les",
    "pas besoin de le",
    "pas besoin de la",
    "pas besoin d'en",
    "pas necessaire de les",
    "pas necessaire de le",
    "no need to know",
    "don't need to know",
    "do not need to know",
    "need not know them",
    "not needed",
    "n'est pas demande",
    "n'est pas requis",
    "n'est pas necessaire",
];

/// For each hit, what the text says.
pub fn of(hits: &[Hit], surface: &Surface<'_>, clauses: &Clauses) -> Vec<Attitude> {
    let text = surface.text();
    let mut attitudes = vec![Attitude::Have; hits.len()];
    let (mut section, mut next) = (Attitude::Have, 0);
    let mut before: std::ops::Range<usize> = 0..0;
    for clause in clauses.all() {
        let first = next;
        while next < hits.len() && hits[next].start < clause.end {
            next += 1;
        }
        let range = first..next;
        if clause.heading && clause.first {
            section = match title(text[clause.start..clause.end].trim()) {
                Some(attitude) => attitude,
                None if range.is_empty() => Attitude::Have,
                None => section,
            };
        }
        within(hits, range.clone(), text, clause, section, &mut attitudes);
        let denied = text[clause.start..clause.end].trim_start();
        if range.is_empty() && DENIES_BEFORE.iter().any(|phrase| denied.contains(phrase)) {
            attitudes[before.clone()].fill(Attitude::Absent);
        }
        before = range;
    }
    attitudes
}

/// Judges the hits of one clause, from left to right: an item of a list shares what the one before it has.
fn within(
    hits: &[Hit],
    range: std::ops::Range<usize>,
    text: &str,
    clause: &Clause,
    section: Attitude,
    attitudes: &mut [Attitude],
) {
    let labelled = clause.label_end.and_then(|end| title(text[clause.start..end].trim()));
    let base = labelled.unwrap_or(section);
    let mut from = clause.start;
    let mut chain = range.start;
    for at in range.clone() {
        let hit = &hits[at];
        let gap = text.get(from..hit.start).unwrap_or_default();
        let linked = at > range.start && is_link(gap);
        let before = if linked { None } else { denied_before(gap) };
        attitudes[at] = before.unwrap_or(if linked { attitudes[at - 1] } else { base });
        if !linked {
            chain = at;
        }
        let until = hits.get(at + 1).filter(|_| at + 1 < range.end).map_or(clause.end, |next| next.start);
        let rest = text.get(hit.version_end.max(hit.end)..until).unwrap_or_default();
        if let Some(attitude) = denied_after(rest) {
            // In brackets it is said of this one alone.
            let alone = rest.trim_start().starts_with('(');
            attitudes[if alone { at } else { chain }..=at].fill(attitude);
        }
        from = hit.version_end.max(hit.end);
    }
}

/// Whether what stands between two names only joins them.
fn is_link(gap: &str) -> bool {
    gap.len() <= 24
        && gap.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).all(|word| {
            matches!(
                word,
                "et" | "ou"
                    | "ni"
                    | "and"
                    | "or"
                    | "nor"
                    | "de"
                    | "d"
                    | "le"
                    | "la"
                    | "les"
                    | "l"
                    | "du"
                    | "the"
                    | "en"
                    | "in"
                    | "puis"
                    | "pas"
                    | "no"
                    | "sans"
            )
        })
        && !gap.contains(['.', ';', ':', '(', ')'])
}

/// What the words right before a name say.
fn denied_before(gap: &str) -> Option<Attitude> {
    let gap = &gap.replace('\n', " ");
    let gap = gap.rsplit(['(', ')', '|']).next().unwrap_or_default();
    let gap = TURNS.iter().fold(gap, |gap, word| behind_word(gap, word));
    // A comma ends what is denied, unless the thing denied follows it at once.
    let gap = gap.rsplit([',']).next().unwrap_or_default();
    if NOT_DENIED.iter().any(|phrase| gap.contains(phrase)) {
        return None;
    }
    let words: Vec<&str> = gap
        .split(|char: char| !(char.is_alphanumeric() || char == '\''))
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        return None;
    }
    let window = &words[words.len().saturating_sub(REACH)..];
    let said = format!(" {} ", window.join(" "));
    if LEARNING_BEFORE.iter().any(|phrase| has_phrase(&said, phrase)) {
        return Some(Attitude::Learning);
    }
    if let Some((rest, _)) =
        NO.iter().filter_map(|phrase| after_phrase(&said, phrase)).min_by_key(|(rest, _)| rest.len())
    {
        return denies_at_once(rest).then_some(Attitude::Absent);
    }
    NEVER.iter().any(|phrase| has_phrase(&said, phrase)).then_some(Attitude::Absent)
}

/// What stands behind the last `word` of a text; all of it if the word is not there as a whole: “jamais” has no “mais”.
fn behind_word<'a>(text: &'a str, word: &str) -> &'a str {
    let whole = |at: &usize| {
        !text[..*at].ends_with(char::is_alphanumeric)
            && !text[at + word.len()..].starts_with(char::is_alphanumeric)
    };
    let last = text.rmatch_indices(word).map(|(at, _)| at).find(whole);
    last.map_or(text, |at| &text[at + word.len()..])
}

/// Whether nothing but fillers, and at most one noun, stand between a negated noun and the name.
///
/// Behind a noun a preposition begins another thought: *without downtime to Kubernetes*.
fn denies_at_once(rest: &str) -> bool {
    let mut noun = false;
    for word in rest.split([' ', '\'']).filter(|word| !word.is_empty()) {
        let filler = FILLERS.contains(&word);
        if noun && (!filler || !matches!(word, "de" | "d" | "du" | "des" | "of" | "en" | "la" | "le" | "l")) {
            return false;
        }
        noun |= !filler;
    }
    true
}

/// What the words right behind a name say.
fn denied_after(rest: &str) -> Option<Attitude> {
    if let Some(attitude) = level_after(rest) {
        return Some(attitude);
    }
    let rest = &rest.replace('\n', " ");
    let relative = rest.trim_start().strip_prefix(',').unwrap_or_default().trim_start();
    if ABSENT_RELATIVE.iter().any(|phrase| relative.starts_with(phrase)) {
        return Some(Attitude::Absent);
    }
    let rest = rest.trim_start_matches([' ', ':', '(', '-', '\n', '=']);
    let rest = rest.split([',', ';', ')', '.']).next().unwrap_or_default();
    let begins = |phrases: &[&str]| {
        phrases.iter().any(|phrase| {
            rest.strip_prefix(phrase)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric) || phrase.ends_with('e'))
        })
    };
    if begins(ABSENT_AFTER) {
        Some(Attitude::Absent)
    } else if begins(LEARNING_AFTER) {
        Some(Attitude::Learning)
    } else {
        None
    }
}

/// What a level says that is set apart behind a name by a colon, a bracket or a dash, and is all that stands there.
fn level_after(rest: &str) -> Option<Attitude> {
    let apart = [':', '(', '-', '=', '|'];
    let level = rest.trim_start().strip_prefix(apart)?.split([',', ';', ')', '.', '\n', '(']).next()?.trim();
    if ABSENT_LEVEL.contains(&level) {
        Some(Attitude::Absent)
    } else {
        LEARNING_LEVEL.contains(&level).then_some(Attitude::Learning)
    }
}

/// Whether the spaced words `said` have `phrase` in them as whole words.
fn has_phrase(said: &str, phrase: &str) -> bool {
    after_phrase(said, phrase).is_some()
}

fn after_phrase<'a>(said: &'a str, phrase: &str) -> Option<(&'a str, usize)> {
    // Looking for a phrase costs more than seeing that it is too long.
    if phrase.len() >= said.len() {
        return None;
    }
    let at = said.rmatch_indices(phrase).map(|(at, _)| at).find(|at| {
        let (before, after) = (&said[..*at], &said[at + phrase.len()..]);
        before.ends_with([' ', '\'']) && (phrase.ends_with('\'') || after.starts_with([' ', '\'']))
    })?;
    Some((&said[at + phrase.len()..], at))
}
