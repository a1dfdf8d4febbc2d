//! The headings and labels of an ad, and what they say of what stands below them.

use crate::model::vocabulary::vocabulary;
use crate::reader::words::{has_start, list, strip_word};

vocabulary! {
    /// How strongly an ad asks for a skill, the strongest first.
    Asked ("exigence", "demand")
    Must = "must", "exigé", "required", "exige";
    Nice = "nice", "un plus", "a plus", "plus";
    Mentioned = "mentioned", "cité", "mentioned", "cite";
}

/// The title of a section has no more words than this, what qualifies it included.
const LONGEST_TITLE: usize = 8;

/// Whether a whole line, folded, is the title of a section, even where nothing sets it apart from the lines around it.
pub fn is_section(line: &str) -> bool {
    if line.split_whitespace().nth(LONGEST_TITLE).is_some() {
        return false;
    }
    let label = plain(line);
    let titles = [list("profile titles"), list("must titles"), list("nice titles"), list("told titles")]
        .into_iter()
        .flatten();
    let mut ends = titles.filter_map(|title| label.strip_prefix(title));
    ends.any(|rest| {
        (rest.is_empty() || rest.starts_with(' '))
            && rest.split_whitespace().all(|word| list("title qualifiers").contains(&word))
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
        titles.iter().filter(|title| strip_word(&label, title).is_some()).map(|title| title.len()).max()
    };
    if ["avantages", "les avantages", "vos avantages", "nos avantages"]
        .iter()
        .any(|benefits| label.starts_with(benefits))
    {
        return Some(Asked::Mentioned);
    }
    if begins(list("profile titles")).is_some() {
        return Some(Asked::Must);
    }
    if list("nice titles").iter().any(|title| has_start(&label, title)) {
        return Some(Asked::Nice);
    }
    let must = begins(list("must titles"))
        .max(list("must words").iter().filter(|word| has_start(&label, word)).map(|word| word.len()).max());
    match (must, begins(list("told titles"))) {
        (Some(must), told) if told.is_none_or(|told| told <= must) => Some(Asked::Must),
        (_, Some(_)) => Some(Asked::Mentioned),
        _ => ["recherch", "attendu", "requis", "looking for", "profil"]
            .iter()
            .any(|word| label.contains(word))
            .then_some(Asked::Must),
    }
}
