//! The headings and labels of an ad, and what they say of what stands below them.

use super::sections::{Asked, MUST_WORDS, has_start};

/// Headings and labels that name the whole profile: whatever else they say of it, it is what is required.
const PROFILE_TITLES: &[&str] = &[
    "profil",
    "votre profil",
    "ton profil",
    "le profil",
    "notre profil",
    "your profile",
    "your ideal profile",
    "candidate profile",
];
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
    "pre requis",
    "exigences",
    "attendus",
    "vous avez",
    "tu as",
    "vous etes",
    "tu es",
    "qui etes vous",
    "qui es tu",
    "nous attendons",
    "savoir",
    "savoirs",
    "savoir faire",
    "savoir etre",
    "qualites",
    "indispensable",
    "imperatif",
    "obligatoire",
    "you must have",
    "must have",
    "must haves",
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
    "nice to haves",
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
/// Words that a heading has beside its title and that change nothing of it: “Profil recherché”, “Technical skills”.
const QUALIFIERS: &[&str] = &[
    "recherche",
    "recherches",
    "recherchee",
    "recherchees",
    "souhaite",
    "souhaites",
    "souhaitee",
    "souhaitees",
    "ideal",
    "requis",
    "requise",
    "requises",
    "attendu",
    "attendus",
    "attendue",
    "attendues",
    "technique",
    "techniques",
    "demande",
    "demandes",
    "demandees",
    "indispensables",
    "necessaires",
    "obligatoires",
    "cle",
    "cles",
    "candidat",
    "candidate",
    "du",
    "de",
    "la",
    "le",
    "et",
    "and",
    "the",
    "for",
    "professionnelles",
    "comportementales",
    "humaines",
    "principales",
    "principaux",
    "required",
    "needed",
    "technical",
    "key",
    "essential",
    "points",
    "skills",
    "profile",
    "experience",
    "poste",
    "job",
    "role",
    "qualites",
    "competences",
    "technologique",
    "tech",
    "stack",
    "vous",
    "you",
    "mission",
    "missions",
    "us",
];

/// Whether a whole line, folded, is the title of a section, even where nothing sets it apart from the lines around it.
pub fn is_section(line: &str) -> bool {
    let label = plain(line);
    let titles = [PROFILE_TITLES, MUST_TITLES, NICE_TITLES, TOLD_TITLES].into_iter().flatten();
    let mut ends = titles.filter_map(|title| label.strip_prefix(title));
    ends.any(|rest| {
        (rest.is_empty() || rest.starts_with(' '))
            && rest.split_whitespace().all(|word| QUALIFIERS.contains(&word))
    })
}

/// A heading without what surrounds it, each hyphen a space.
fn plain(line: &str) -> String {
    line.trim_matches(|char: char| !char.is_alphanumeric()).replace('-', " ")
}

/// What a heading or label says of what stands below it.
pub fn title(words: &str) -> Option<Asked> {
    let label = plain(words);
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
    if begins(PROFILE_TITLES).is_some() {
        return Some(Asked::Must);
    }
    if NICE_TITLES.iter().any(|title| has_start(&label, title)) {
        return Some(Asked::Nice);
    }
    let must = begins(MUST_TITLES)
        .max(MUST_WORDS.iter().filter(|word| has_start(&label, word)).map(|word| word.len()).max());
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
