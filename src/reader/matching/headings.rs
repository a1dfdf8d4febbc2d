//! Headings and labels that change what stands below them: "Not yet", "Currently learning".

use super::attitude::Attitude;
use super::spelling::plain;

/// How many words a negated verb may have between itself and what it denies: “pas encore eu l’occasion de pratiquer”.
pub const REACH: usize = 8;

/// Headings and labels under which everything is being learned or wished for.
const LEARNING_TITLES: &[&str] = &[
    "en cours d'apprentissage",
    "apprentissage en cours",
    "en apprentissage",
    "formations en cours",
    "formation en cours",
    "en cours",
    "learning",
    "currently learning",
    "a apprendre",
    "to learn",
    "j'apprends",
    "je decouvre",
    "en cours d'acquisition",
    "en cours de formation",
    "en decouverte",
    "souhaits",
    "ce que j'aimerais",
    "ce que je veux apprendre",
    "what i want to learn",
    "want to learn",
    "next on my list",
    "wish list",
    "formation prevue",
    "formations prevues",
    "prochaines formations",
    "a venir",
    "en auto-formation",
    "auto-formation en cours",
    "exploring",
    "what i am learning",
];

/// Headings and labels under which nothing is had.
const ABSENT_TITLES: &[&str] = &[
    "ne pas me proposer",
    "ne pas proposer",
    "ce que je ne fais pas",
    "ce que je ne fais plus",
    "ce que je ne cherche pas",
    "ce que je ne veux pas",
    "ce que je ne connais pas",
    "je ne fais pas",
    "not on this cv",
    "what i do not do",
    "what i don't do",
    "not interested in",
    "no thanks",
    "please do not",
    "do not contact me",
    "refus",
    "je refuse",
    "hors perimetre",
    "hors de mon perimetre",
    "pas pour moi",
    "pas encore",
    "jamais pratique",
    "never used",
    "not used",
    "non merci",
    "out of scope",
    "what we do not use",
    "ce que nous n'utilisons pas",
    "ce que nous n'attendons pas",
    "not for me",
];

/// Phrases in which a negation denies nothing.
pub const NOT_DENIED: &[&str] = &[
    "pas seulement",
    "pas uniquement",
    "pas que",
    "not only",
    "not just",
    "sans oublier",
    "sans compter",
    "sans probleme",
    "n'hesite",
    "n'ayez pas peur",
    "no longer only",
    "pas a pas",
    "without forgetting",
    "machine learning",
    "deep learning",
    "e-learning",
    "sans parler de",
    "pas moins",
];

/// Whether a line is one of the headings that change what is below them.
pub fn is_title(line: &str) -> bool {
    title(&plain(line)).is_some()
}

/// What a heading or label says of what stands below it.
pub fn title(label: &str) -> Option<Attitude> {
    let label = label.trim_matches(|char: char| !char.is_alphanumeric());
    let is = |titles: &[&str]| titles.iter().any(|title| starts_or_ends(label, title));
    let attitude = if is(ABSENT_TITLES) {
        Attitude::Absent
    } else if is(LEARNING_TITLES) {
        Attitude::Learning
    } else {
        return None;
    };
    let denies = !NOT_DENIED.iter().any(|phrase| label.contains(phrase));
    (denies && label.split_whitespace().count() <= REACH).then_some(attitude)
}

fn starts_or_ends(label: &str, title: &str) -> bool {
    let rest = label.strip_prefix(title).or_else(|| {
        label.strip_suffix(title).map(|rest| if rest.ends_with(char::is_alphanumeric) { "x" } else { "" })
    });
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric) || title == "refus")
}
