//! The contract that an ad offers.

use crate::model::vocabulary::{Vocabulary, vocabulary};
use crate::reader::words::{has_any, list, words, words_at};

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
    // A line that says so outranks a word in passing.
    if let Some(at) = ["type de contrat", "contrat :", "contrat:", "contract type", "contract :", "contract:"]
        .iter()
        .filter_map(|label| text.find(label))
        .min()
    {
        let line = text[at..].lines().next().unwrap_or_default();
        if let Some(named) = first_contract(line) {
            return Some(named);
        }
    }
    first_contract(text)
}

/// Whether the job is part-time, and not full-time with that as a choice.
pub fn is_part_time(text: &str) -> bool {
    has_any(text, &["temps partiel", "mi-temps", "part-time", "part time", "half-time"])
        && !has_any(text, &["temps plein", "temps complet", "full-time", "full time"])
}

/// Words that refuse the contracts behind them.
const REFUSING: &[&str] =
    &["pas", "ni", "sans", "no", "not", "hors", "aucun", "aucune", "nor", "neither", "without"];

/// Whether the words `before` a contract refuse it, within its clause.
fn is_refused(before: &str) -> bool {
    let clause = before.rsplit(['.', ',', ';', ':', '\n', '(']).next().unwrap_or_default();
    words(clause)
        .rfind(|word| !list("contract fillers").contains(word))
        .is_some_and(|word| REFUSING.contains(&word))
}

/// The contract that a text names first.
fn first_contract(text: &str) -> Option<AdContract> {
    let first = |word: &str| words_at(text, word).find(|at| names_contract(text, *at, word));
    let place = |contract: &AdContract| list(contract.id()).iter().filter_map(|word| first(word)).min();
    let places = AdContract::ALL.iter().filter_map(|contract| Some((place(contract)?, *contract)));
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
            list("other stages").contains(&last)
                || after.starts_with("startup")
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
