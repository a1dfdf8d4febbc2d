//! Which part of an ad a clause belongs to: what is required, what is a plus, and what is only told.

use crate::model::vocabulary::vocabulary;
use crate::reader::matching::{Clauses, Surface};

vocabulary! {
    /// How strongly an ad asks for a skill.
    Asked ("exigence", "demand")
    Must = "must", "exigé", "required", "exige";
    Nice = "nice", "un plus", "a plus", "plus";
    Mentioned = "mentioned", "cité", "mentioned", "cite";
}

/// Beginnings of headings and labels under which things are required.
const MUST_TITLES: &[&str] = &[
    "profil",
    "votre profil",
    "ton profil",
    "le profil",
    "vous",
    "toi",
    "ce que nous cherchons",
    "ce que nous recherchons",
    "ce que nous demandons",
    "ce que nous attendons",
    "ce qu'on cherche",
    "ce qu'on attend",
    "ce qu'on recherche",
    "ce qu'on demande",
    "ce qu'il faut",
    "ce qu'il vous faut",
    "ce qu'il te faut",
    "competences",
    "vos competences",
    "tes competences",
    "il vous faut",
    "il te faut",
    "prerequis",
    "pre-requis",
    "exigences",
    "attendus",
    "vous avez",
    "tu as",
    "vous etes",
    "tu es",
    "qui etes-vous",
    "qui es-tu",
    "nous attendons",
    "savoir",
    "savoirs",
    "savoir-faire",
    "savoir-etre",
    "qualites",
    "indispensable",
    "imperatif",
    "obligatoire",
    "you must have",
    "must have",
    "must-have",
    "requirements",
    "required",
    "qualifications",
    "what we need",
    "what we are looking for",
    "what we're looking for",
    "we are looking for",
    "who you are",
    "about you",
    "you are",
    "what you bring",
    "what you'll bring",
    "what you will bring",
    "you have",
    "you bring",
    "your profile",
    "your skills",
    "skills",
    "minimum",
    "we need",
    "we expect",
    "essential",
];
/// Words in headings, labels and clauses that make what stands there a plus.
const NICE_TITLES: &[&str] = &[
    "les plus",
    "un plus",
    "plus appreci",
    "serait un plus",
    "seraient un plus",
    "petit plus",
    "petits plus",
    "les petits +",
    "atouts",
    "atout",
    "appreci",
    "bonus",
    "nice to have",
    "nice-to-have",
    "what would help",
    "souhait",
    "ideal",
    "ce qui nous ferait plaisir",
    "ce qui ferait",
    "optionnel",
    "optional",
    "preferred",
    "good to have",
    "great to have",
    "would be nice",
    "a plus",
    "pluses",
    "plusses",
    "facultati",
    "cerise",
    "avantage",
    "would help",
    "also like",
    "could help",
    "not required but",
    "would be great",
    "ferait la difference",
    "feraient la difference",
    "serait apprecie",
    "complementaire",
    "extra",
    "ce qui nous plairait",
    "nous serions ravis",
    "desirable",
    "et si en plus",
    "en plus",
];
/// Beginnings of headings and labels under which things are only told.
const TOLD_TITLES: &[&str] = &[
    "mission",
    "vos missions",
    "les missions",
    "tes missions",
    "missions",
    "le poste",
    "poste",
    "stack",
    "notre stack",
    "la stack",
    "pile",
    "notre pile",
    "environnement",
    "contexte",
    "entreprise",
    "l'entreprise",
    "qui sommes",
    "a propos",
    "avantages",
    "les avantages",
    "ce que nous offrons",
    "nous offrons",
    "ce que tu feras",
    "ce que vous ferez",
    "votre quotidien",
    "ton quotidien",
    "votre role",
    "ton role",
    "realisations",
    "taches",
    "activites",
    "responsabilites",
    "projet",
    "le projet",
    "l'equipe",
    "equipe",
    "nous",
    "nos engagements",
    "processus",
    "recrutement",
    "conditions",
    "remuneration",
    "le sujet",
    "sujet",
    "about us",
    "about",
    "the role",
    "role",
    "what you will do",
    "what you'll do",
    "responsibilities",
    "the stack",
    "tech stack",
    "our stack",
    "benefits",
    "what we offer",
    "we offer",
    "perks",
    "the team",
    "how we",
    "process",
    "your day",
    "day to day",
    "the job",
    "tools",
    "technical environment",
];
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
const MUST_WORDS: &[&str] = &[
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

/// What a heading or label says of what stands below it.
fn title(words: &str) -> Option<Asked> {
    let label = words.trim_matches(|char: char| !char.is_alphanumeric());
    if label.split_whitespace().count() > 10 {
        return None;
    }
    let begins = |titles: &[&str]| {
        titles
            .iter()
            .filter(|title| {
                label.strip_prefix(**title).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            })
            .map(|title| title.len())
            .max()
    };
    if ["avantages", "les avantages", "vos avantages", "nos avantages"]
        .iter()
        .any(|benefits| label.starts_with(benefits))
    {
        return Some(Asked::Mentioned);
    }
    if NICE_TITLES.iter().any(|title| has_start(label, title)) {
        return Some(Asked::Nice);
    }
    let must = begins(MUST_TITLES)
        .max(MUST_WORDS.iter().filter(|word| has_start(label, word)).map(|word| word.len()).max());
    match (must, begins(TOLD_TITLES)) {
        (Some(must), told) if told.is_none_or(|told| told <= must) => Some(Asked::Must),
        (_, Some(_)) => Some(Asked::Mentioned),
        _ if label.contains("recherch")
            || label.contains("attendu")
            || label.contains("requis")
            || label.contains("looking for")
            || label.contains("profil") =>
        {
            Some(Asked::Must)
        }
        _ => None,
    }
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

/// Where `word` stands in `text` as whole words.
pub fn find_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let (before, after) = (&text[..*at], &text[at + word.len()..]);
        !before.ends_with(char::is_alphanumeric)
            && (word.ends_with('\'') || !after.starts_with(char::is_alphanumeric))
    })
}
