//! Whether a word right beside a spelling says that something else is meant: an express train, a permit of class C.
//!
//! Data says which parts of life a spelling must not stand beside; `domains.txt` lists the words of each part.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::model::skill::Domain;
use crate::model::vocabulary::Vocabulary;
use crate::reader::words::{first_chars, parsed_lists};

/// How many characters on either side of a name are looked at; it keeps the work per name bounded.
const LOOK: usize = 80;
/// How many words that carry a meaning count on either side: “helm of the ship”, “jeu de Go”.
const NEIGHBOURS: usize = 2;

/// Signs behind which another thought begins.
const ENDS: [char; 8] = [',', ';', '|', '·', ':', '/', '\n', '.'];

/// A dash between blanks is such a sign too.
const DASH: &str = " - ";

/// Words that only tie a noun to the one before it: they are passed over.
const LINKS: &[&str] =
    &["de", "d", "des", "du", "la", "le", "les", "l", "un", "une", "au", "aux", "a", "of", "the", "an", "to"];
/// Words behind which a purpose or a means is told, and no longer what the name is: “Express for parcels”, “in Go”.
const STOPS: &[&str] = &[
    "en", "in", "on", "avec", "with", "using", "via", "sous", "pour", "for", "sur", "dans", "at", "chez",
    "et", "and", "ou", "or", "from", "by", "par",
];

/// Whether a word of one of `domains` stands right before or behind the name `written`, or before the letters of which
/// it is one: “permis B et C”.
pub fn is_beside(before: &str, after: &str, written: &str, domains: &[Domain]) -> bool {
    if domains.is_empty() {
        return false;
    }
    let (before, after) = (last(before), first_chars(after, LOOK));
    let before = if written.chars().count() == 1 { before_letters(before) } else { before };
    let left = nearest(
        before
            .rsplit(ENDS)
            .next()
            .and_then(|piece| piece.rsplit(DASH).next())
            .unwrap_or_default()
            .rsplit(apart),
    );
    let right = nearest(
        after.split(ENDS).next().and_then(|piece| piece.split(DASH).next()).unwrap_or_default().split(apart),
    );
    let pairs = [left.iter().rev().copied().collect::<Vec<_>>().join(" "), right.join(" ")];
    domains.iter().any(|domain| {
        // A first name stands right before a surname; the words of a domain may stand on either side.
        let is_first_name = |word: &&str| WORDS.get(FIRST_NAMES).is_some_and(|names| names.contains(word));
        let names = |word: &str| is_listed(domain.id(), word);
        (*domain == Domain::People && left.first().is_some_and(is_first_name))
            || pairs.iter().any(|pair| names(pair))
            || left.iter().chain(&right).any(|word| names(word))
    })
}

/// What stands before a row of single letters that ends at the name: `permis` of `permis B, `.
fn before_letters(before: &str) -> &str {
    let mut rest = before;
    loop {
        let trimmed = rest.trim_end_matches(apart);
        let word = trimmed.rsplit(apart).next().unwrap_or_default();
        let is_letter = word.chars().count() == 1;
        if !(is_letter || matches!(word, "et" | "and" | "ou" | "or")) {
            // Only letters reach further than a sign does: in “PHP, C” nothing does.
            return if rest.len() < before.len() { trimmed } else { before };
        }
        rest = trimmed.strip_suffix(word).unwrap_or_default();
    }
}

fn apart(char: char) -> bool {
    !char.is_alphanumeric()
}

/// The last characters of what stands before a name.
fn last(text: &str) -> &str {
    text.char_indices().rev().nth(LOOK).map_or(text, |(at, _)| &text[at..])
}

/// The nearest words that carry a meaning.
fn nearest<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let near = words.take_while(|word| !STOPS.contains(word));
    near.filter(|word| !word.is_empty() && !LINKS.contains(word)).take(NEIGHBOURS).collect()
}

/// The words of each part of life, by its id; the first names under `first-names`.
static WORDS: LazyLock<HashMap<&str, HashSet<&str>>> =
    LazyLock::new(|| parsed_lists(include_str!("domains.txt")));

const FIRST_NAMES: &str = "first-names";

/// Whether a folded word is listed, as it stands or without the mark of its plural.
fn is_listed(section: &str, word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    WORDS.get(section).is_some_and(|words| words.contains(word) || words.contains(singular))
}

#[cfg(test)]
mod tests {
    use super::{FIRST_NAMES, NEIGHBOURS, WORDS};
    use crate::model::name::fold;
    use crate::model::skill::Domain;
    use crate::model::vocabulary::Vocabulary;

    #[test]
    fn every_part_of_life_has_words_that_can_be_found() {
        let ids: Vec<&str> = Domain::ALL.iter().map(|domain| domain.id()).chain([FIRST_NAMES]).collect();
        assert!(ids.iter().all(|id| WORDS.get(id).is_some_and(|words| words.len() > 2)), "{ids:?}");
        for (section, words) in WORDS.iter().filter(|(section, _)| !section.is_empty()) {
            assert!(ids.contains(section), "{section}");
            for word in words {
                assert!(fold(word) == *word && word.split(' ').count() <= NEIGHBOURS, "{word}");
            }
        }
    }
}
