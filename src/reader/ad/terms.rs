//! What an ad says in words and small numbers: contract, level, years of experience, diploma, days away from the office.

use serde::Serialize;

use super::figures::Figure;
use super::sections::{find_word, has_start, has_word};
use crate::model::training::StudyLevel;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// Under which contract an ad hires.
    AdContract ("contrat", "contract")
    Permanent = "permanent", "CDI", "permanent", "cdi";
    FixedTerm = "fixed-term", "CDD", "fixed term", "cdd";
    Apprenticeship = "apprenticeship", "alternance", "apprenticeship", "alternance";
    Internship = "internship", "stage", "internship", "stage";
    Freelance = "freelance", "freelance", "freelance", "independant";
    Temporary = "temporary", "intérim", "temporary work", "interim";
}

vocabulary! {
    /// The level that an ad names.
    AdLevel ("niveau", "level")
    Junior = "junior", "Junior", "Junior", "debutant";
    Confirmed = "confirmed", "Confirmé", "Mid-level", "confirme";
    Senior = "senior", "Senior", "Senior", "experimente";
    Lead = "lead-developer", "Lead développeur", "Lead developer", "lead";
    Staff = "staff-engineer", "Staff engineer", "Staff engineer", "staff";
}

/// Years of experience asked, from numbers alone.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Years {
    /// At least; `null` if only a most is told.
    pub low: Option<u8>,
    /// At most; `null` if it is open.
    pub high: Option<u8>,
}

/// The contract that is named first.
pub fn contract(text: &str) -> Option<AdContract> {
    const WORDS: [(AdContract, &[&str]); 6] = [
        (
            AdContract::Permanent,
            &[
                "cdi",
                "contrat a duree indeterminee",
                "permanent contract",
                "permanent position",
                "permanent role",
                "permanent",
                "full-time permanent",
                "fonctionnaire titulaire",
            ],
        ),
        (
            AdContract::FixedTerm,
            &["cdd", "contrat a duree determinee", "fixed-term", "fixed term", "temporary contract"],
        ),
        (
            AdContract::Apprenticeship,
            &[
                "alternance",
                "alternant",
                "alternante",
                "apprentissage",
                "contrat d'apprentissage",
                "contrat de professionnalisation",
                "apprenticeship",
                "apprentice",
                "work-study",
            ],
        ),
        (AdContract::Internship, &["stage", "stagiaire", "internship", "intern", "stage de fin d'etudes"]),
        (
            AdContract::Freelance,
            &[
                "freelance",
                "freelances",
                "independant",
                "independante",
                "contractor",
                "portage salarial",
                "self-employed",
                "tjm",
            ],
        ),
        (
            AdContract::Temporary,
            &[
                "interim",
                "mission d'interim",
                "travail temporaire",
                "temp agency",
                "agency worker",
                "interimaire",
            ],
        ),
    ];
    // A line that says so outranks a word in passing.
    if let Some(at) = ["type de contrat", "contrat :", "contrat:", "contract type", "contract :", "contract:"]
        .iter()
        .filter_map(|label| text.find(label))
        .min()
    {
        let line = text[at..].lines().next().unwrap_or_default();
        if let Some(named) = first_contract(line, &WORDS) {
            return Some(named);
        }
    }
    first_contract(text, &WORDS)
}

fn first_contract(text: &str, words: &[(AdContract, &[&str])]) -> Option<AdContract> {
    let first = |word: &str| {
        let mut from = 0;
        while let Some(at) = find_word(&text[from..], word).map(|at| at + from) {
            if names_contract(text, at, word) {
                return Some(at);
            }
            from = at + word.len();
        }
        None
    };
    let places = words
        .iter()
        .flat_map(|(contract, words)| words.iter().filter_map(move |word| Some((first(word)?, *contract))));
    places.min_by_key(|(at, _)| *at).map(|(_, contract)| contract)
}

/// Whether a word names the contract where it stands: not *early-stage*, *en permanence*, *pas de freelance*.
fn names_contract(text: &str, at: usize, word: &str) -> bool {
    let before = text[..at].trim_end_matches([' ', '-', '\'']);
    let after = text[at + word.len()..].trim_start();
    let last = before.rsplit([' ', '\n', '\'', '(', '-']).next().unwrap_or_default();
    let refused = matches!(last, "pas" | "ni" | "sans" | "no" | "not" | "hors")
        || before.ends_with("pas de")
        || before.ends_with("pas d")
        || before.ends_with("ni de");
    let other = match word {
        "stage" => {
            matches!(
                last,
                "early"
                    | "late"
                    | "later"
                    | "growth"
                    | "this"
                    | "every"
                    | "any"
                    | "next"
                    | "first"
                    | "seed"
                    | "each"
                    | "the"
                    | "a"
                    | "at"
                    | "on"
                    | "center"
                    | "projet"
                    | "projets"
                    | "premier"
                    | "convention"
                    | "ou"
                    | "experience"
                    | "maitre"
            ) || after.starts_with("startup")
                || after.starts_with("of")
                || after.starts_with(',') && !text[..at].trim().is_empty() && last != "en"
        }
        "permanent" => {
            let alone = (after.is_empty()
                || after.starts_with(['|', '·', ',', '-', '\n', ';', '.', '/', '(']))
                && (before.is_empty() || before.ends_with(['|', '·', ',', ':', '\n', ';', '/', '(']));
            !(alone
                || after.starts_with("contract")
                || after.starts_with("position")
                || after.starts_with("role")
                || text[..at].ends_with("- "))
        }
        "intern" => after.starts_with("al"),
        "apprentissage" => {
            after.starts_with("automatique")
                || matches!(last, "cours" | "d" | "en" | "machine")
                    && !before.ends_with("contrat d")
                    && !before.ends_with("en")
        }
        "freelance" | "independant" | "independante" | "freelances" => {
            after.starts_with("s'abstenir")
                || after.starts_with("developers")
                || matches!(last, "des" | "les")
        }
        _ => false,
    };
    !refused && !other
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

/// The years of experience asked for.
pub fn experience(text: &str, figures: &[Figure]) -> Option<Years> {
    let mut best: Option<(i32, Years)> = None;
    for figure in figures {
        let after = text[figure.end..].trim_start_matches(' ');
        let unit = ["ans", "annees", "annee", "an", "years", "year", "yrs"].into_iter().find(|unit| {
            after.strip_prefix(unit).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        let (Some(unit), true) = (unit, figure.high <= 25.0 && !figure.thousands) else { continue };
        let line_end = text[figure.end..].find('\n').map_or(text.len(), |at| figure.end + at);
        let before = reach_before(text, figure.start).rsplit(['\n', '.', ';']).next().unwrap_or_default();
        let rest = &text[text.len() - after.len() + unit.len()..line_end];
        let rest = rest.split(['.', ';', '!']).next().unwrap_or_default();
        let score = years_score(before, rest, figure);
        if score > 0 && best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, years(before, rest, figure)));
        }
    }
    best.map(|(_, years)| years)
}

#[allow(clippy::too_many_lines, reason = "one list of words per sign")]
fn years_score(before: &str, after: &str, figure: &Figure) -> i32 {
    let tail = before.trim_end();
    let last = tail.rsplit([' ', '\'', '(']).next().unwrap_or_default();
    if matches!(last, "depuis" | "pendant" | "sur" | "dans" | "since" | "last" | "past" | "over")
        || [
            "cdd de",
            "duree de",
            "duree :",
            "contrat de",
            "il y a",
            "mission de",
            "for the",
            "agees de",
            "age de",
            "period of",
            "tous les",
            "stage de",
            "term of",
            "every",
            "durant",
            "engagement de",
            "existe",
            "fete",
        ]
        .iter()
        .any(|phrase| tail.ends_with(phrase))
        || has_word(&after[..after.char_indices().nth(12).map_or(after.len(), |(at, _)| at)], "ago")
        || after.trim_start().starts_with("renouvelable")
        || has_start(after, "d'existence")
        || after.trim_start().starts_with("old")
        || after.trim_start().starts_with("d'age")
        || after.trim_start().starts_with("d'etudes")
    {
        return 0;
    }
    let short = &after[..after.char_indices().nth(60).map_or(after.len(), |(at, _)| at)];
    let mut score = 0;
    score += i32::from(
        ["experience", "d'exp", "exp.", "exp ", "pratique", "practice"]
            .iter()
            .any(|word| has_start(short, word)),
    ) * 4;
    score += i32::from(has_start(tail, "experience") || has_start(tail, "exp")) * 3;
    score += i32::from(
        [
            "developpement",
            "development",
            "backend",
            "back-end",
            "programming",
            "programmation",
            "software",
            "in ",
            "en ",
            "with ",
            "of ",
            "de ",
            "as ",
            "dans",
            "working",
            "sur ",
        ]
        .iter()
        .any(|word| short.trim_start().starts_with(word)),
    ) * 2;
    score += i32::from(
        [
            "au moins",
            "minimum",
            "min",
            "mini",
            "at least",
            "plus de",
            "more than",
            "over",
            "de",
            "entre",
            "between",
            "maximum",
            "max",
            "moins de",
        ]
        .iter()
        .any(|word| tail.ends_with(word))
            || [
                "minimum", "mini", "au moins", "or more", "et plus", "ou plus", "at least", "maximum", "max",
                "plus",
            ]
            .iter()
            .any(|word| has_word(short, word)),
    ) * 2;
    score += i32::from(figure.open) * 3;
    score += i32::from(figure.high > figure.low);
    // A bare number of years says nothing.
    if score < 3
        && !(score == 2
            && (has_word(short, "minimum")
                || has_word(short, "mini")
                || figure.open
                || tail.ends_with("au moins")
                || tail.ends_with("at least")))
    {
        0
    } else {
        score
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "years are few and not negative")]
fn years(before: &str, after: &str, figure: &Figure) -> Years {
    let (low, high) = (figure.low as u8, figure.high as u8);
    let tail = before.trim_end();
    let most = ["moins de", "maximum", "max", "up to", "jusqu'a", "less than"]
        .iter()
        .any(|word| tail.ends_with(word))
        || has_word(&after[..after.char_indices().nth(14).map_or(after.len(), |(at, _)| at)], "maximum");
    if high > low {
        Years { low: Some(low), high: Some(high) }
    } else if most {
        Years { low: None, high: Some(high) }
    } else {
        Years { low: Some(low), high: None }
    }
}

/// How far before a figure, in bytes, stands what it counts.
const REACH: usize = 200;

/// The words before `at`, not further than they can belong to it.
fn reach_before(text: &str, at: usize) -> &str {
    let mut from = at.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..at]
}

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
            .find(|(_, names)| names.iter().any(|name| has_word(text, name)))
            .map(|(level, _)| *level)
    })
}

/// The highest diploma that a CV names.
pub fn highest_study_level(text: &str) -> Option<StudyLevel> {
    DIPLOMAS
        .iter()
        .rev()
        .find(|(_, names)| names.iter().any(|name| has_word(text, name)))
        .map(|(level, _)| *level)
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

const REMOTE: &[&str] = &[
    "teletravail",
    "distance",
    "remote",
    "remotely",
    "distanciel",
    "home office",
    "from home",
    "tt",
    "homeoffice",
    "wfh",
    "a la maison",
    "away from the office",
    "home-office",
    "home working",
];
const OFFICE: &[&str] = &[
    "sur site",
    "sur place",
    "presentiel",
    "au bureau",
    "on site",
    "on-site",
    "onsite",
    "in the office",
    "in office",
    "in-office",
    "in our office",
    "dans nos locaux",
    "de presence",
    "at the office",
    "office days",
    "days in",
    "en agence",
    "dans les bureaux",
];

/// Days a week away from the office.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a week has five working days")]
#[allow(clippy::too_many_lines, reason = "one list of phrases per answer")]
pub fn remote_days(text: &str, figures: &[Figure]) -> Option<u8> {
    let mut office: Option<u8> = None;
    for figure in figures {
        let after = text[figure.end..].trim_start_matches([' ', '-']);
        let unit = ["jours", "jour", "jrs", "j", "days", "day", "d"].into_iter().find(|unit| {
            after.strip_prefix(unit).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        let (Some(unit), true) = (unit, figure.high <= 5.0 && !figure.euros && !figure.thousands) else {
            continue;
        };
        let rest = &after[unit.len()..];
        let rest = rest.split(['.', ';', '\n', '|', '·']).next().unwrap_or_default();
        // What a number of days counts stands right behind it, or before it in the same piece.
        let near = rest.split([',', '(', ')']).next().unwrap_or_default();
        let until = near.find(|char: char| char.is_ascii_digit()).unwrap_or(near.len());
        let behind = &near[..until];
        let line =
            reach_before(text, figure.start).rsplit(['\n', '.', ';', '|', '·']).next().unwrap_or_default();
        let piece = line.rsplit([',', '(']).next().unwrap_or_default();
        let first = |words: &[&str], text: &str| words.iter().filter_map(|word| find_word(text, word)).min();
        let last = |words: &[&str], text: &str| {
            words.iter().filter_map(|word| text.rfind(word).filter(|at| has_word(&text[*at..], word))).max()
        };
        let days = figure.low as u8;
        let verdict = match (first(REMOTE, behind), first(OFFICE, behind)) {
            (Some(remote), office) if office.is_none_or(|office| remote < office) => Some(true),
            (_, Some(_)) => Some(false),
            _ => match (last(REMOTE, piece).or_else(|| last(REMOTE, line)), last(OFFICE, piece)) {
                (Some(remote), office) if office.is_none_or(|office| remote > office) => Some(true),
                (_, Some(_)) => Some(false),
                _ => None,
            },
        };
        let monthly = has_word(near, "par mois") || has_word(near, "per month") || has_word(near, "a month");
        match verdict {
            Some(true) if !monthly => return Some(days),
            Some(false) if !monthly => office = office.or(Some(5 - days.min(5))),
            _ => {}
        }
    }
    let any = |words: &[&str]| words.iter().any(|word| has_word(text, word));
    if any(&[
        "pas de teletravail",
        "sans teletravail",
        "100 % presentiel",
        "100% presentiel",
        "no remote",
        "not remote",
        "teletravail non",
        "teletravail : non",
        "teletravail : aucun",
        "aucun teletravail",
        "on-site only",
        "onsite only",
        "fully on-site",
        "fully onsite",
        "100% on-site",
        "100 % sur site",
        "100% sur site",
        "presentiel uniquement",
        "sur site uniquement",
        "no remote work",
        "remote work is not possible",
        "teletravail impossible",
        "pas de remote",
        "presentiel complet",
        "5 days on site",
        "pas de teletravail possible",
        "uniquement sur site",
        "uniquement en presentiel",
        "non teletravaillable",
        "office only",
    ]) {
        return Some(0);
    }
    if office.is_some() {
        return office;
    }
    any(&[
        "full remote",
        "fully remote",
        "full-remote",
        "100% remote",
        "100 % remote",
        "100 % teletravail",
        "100% teletravail",
        "teletravail complet",
        "teletravail total",
        "teletravail integral",
        "teletravail a 100 %",
        "teletravail a 100%",
        "teletravail 100 %",
        "teletravail 100%",
        "entierement a distance",
        "100 % a distance",
        "100% a distance",
        "remote-first",
        "remote only",
        "remote (france)",
        "totalement a distance",
        "entierement en teletravail",
        "remote from anywhere",
        "all remote",
        "remote france",
        "work from anywhere",
        "completely remote",
        "full distanciel",
        "totalement en teletravail",
        "full teletravail",
        "remote (europe)",
        "remote (eu)",
        "teletravail full",
    ])
    .then_some(5)
}
