//! The contract that an ad offers.

use super::words::find_word;
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

impl AdContract {
    /// Whether it is for apprentices or interns, whose pay has floors of its own.
    pub const fn is_of_learners(self) -> bool {
        matches!(self, Self::Apprenticeship | Self::Internship)
    }
}

/// The contract that is named first.
pub fn contract(text: &str) -> Option<AdContract> {
    const WORDS: [(AdContract, &[&str]); 6] = [
        (
            AdContract::Permanent,
            &[
                "cdi",
                "duree indeterminee",
                "open-ended contract",
                "open ended contract",
                "indefinite contract",
                "indefinite-term",
                "indefinite term",
                "unlimited contract",
                "permanent employment",
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
            &["cdd", "duree determinee", "fixed-term", "fixed term", "temporary contract"],
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
                "contrats de professionnalisation",
                "contrat pro",
                "contrats pro",
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

/// Whether the job is part-time, and not full-time with that as a choice.
pub fn is_part_time(text: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| find_word(text, word).is_some());
    has(&["temps partiel", "mi-temps", "part-time", "part time", "half-time"])
        && !has(&["temps plein", "temps complet", "full-time", "full time"])
}

/// Words that refuse the contracts behind them.
const REFUSING: &[&str] =
    &["pas", "ni", "sans", "no", "not", "hors", "aucun", "aucune", "nor", "neither", "without"];
/// What may stand between such a word and a contract, other contracts among it: “pas de stage ni d’alternance”.
const BETWEEN: &[&str] = &[
    "de",
    "d",
    "des",
    "du",
    "un",
    "une",
    "en",
    "a",
    "an",
    "any",
    "the",
    "ou",
    "et",
    "or",
    "and",
    "cdi",
    "cdd",
    "stage",
    "stages",
    "alternance",
    "apprentissage",
    "freelance",
    "freelances",
    "interim",
    "internship",
    "internships",
    "apprenticeship",
    "contractor",
    "contractors",
    "independant",
    "portage",
    "contrat",
];

/// Whether the words `before` a contract refuse it, within its clause.
fn is_refused(before: &str) -> bool {
    let clause = before.rsplit(['.', ',', ';', ':', '\n', '(']).next().unwrap_or_default();
    let mut words = clause.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    words.rfind(|word| !BETWEEN.contains(word)).is_some_and(|word| REFUSING.contains(&word))
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
    let refused = is_refused(before);
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
                && (before.is_empty()
                    || before.ends_with(['|', '·', ',', ':', '\n', ';', '/', '(', '.', '!', ')']));
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
