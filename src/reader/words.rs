//! Whole words in a folded text, and the lists of words by which texts are read.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The texts with the lists of words; a list has a name of its own among all of them.
const FILES: [&str; 2] = [include_str!("ad/words.txt"), include_str!("matching/words.txt")];

/// The words of a list in `ad/words.txt` or `matching/words.txt`.
pub fn list(name: &str) -> &'static [&'static str] {
    static LISTS: LazyLock<HashMap<&str, Vec<&str>>> =
        LazyLock::new(|| FILES.iter().flat_map(|text| parsed_lists(text)).collect());
    let list = LISTS.get(name).map(Vec::as_slice);
    debug_assert!(list.is_some(), "there is no list of {name}");
    list.unwrap_or_default()
}

/// The lists of a text by their names: `[name]`, then words separated by commas; `#` begins a comment.
/// What is collected of each is the caller's: a list, or a set.
pub fn parsed_lists<L: Default + Extend<&'static str>>(text: &'static str) -> HashMap<&'static str, L> {
    let (mut lists, mut name) = (HashMap::new(), "");
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(begun) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            name = begun;
        } else {
            let words = line.trim_end_matches(',').split(", ").map(|word| word.trim_matches('"'));
            lists.entry(name).or_insert_with(L::default).extend(words);
        }
    }
    lists
}

/// The words of a text, without what stands between them.
pub fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a word of `text` begins with `start`.
pub fn has_start(text: &str, start: &str) -> bool {
    find_start(text, start).is_some()
}

/// Where the first word of `text` begins that begins with `start`.
pub fn find_start(text: &str, start: &str) -> Option<usize> {
    text.match_indices(start).map(|(at, _)| at).find(|at| !text[..*at].ends_with(char::is_alphanumeric))
}

/// Whether `text` has `word` as whole words.
pub fn has_word(text: &str, word: &str) -> bool {
    find_word(text, word).is_some()
}

/// Whether `text` has one of `words` as whole words.
pub fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| has_word(text, word))
}

/// Where `word` stands first in `text` as whole words.
pub fn find_word(text: &str, word: &str) -> Option<usize> {
    words_at(text, word).next()
}

/// Each place where `word` stands in `text` as whole words.
pub fn words_at<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(word).map(|(at, _)| at).filter(|at| {
        !text[..*at].ends_with(char::is_alphanumeric) && ends_word(word, &text[at + word.len()..])
    })
}

/// What stands behind `word`, if `text` begins with it as whole words.
pub fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_prefix(word).filter(|rest| ends_word(word, rest))
}

/// Whether `text` ends with one of `words` as whole words.
pub fn ends_with_word(text: &str, words: &[&str]) -> bool {
    let before = |word: &&str| text.strip_suffix(*word);
    words.iter().filter_map(before).any(|before| !before.ends_with(char::is_alphanumeric))
}

/// Whether a word ends where `rest` stands behind it; an elided one, `d'`, ends with its apostrophe.
fn ends_word(word: &str, rest: &str) -> bool {
    word.ends_with('\'') || !rest.starts_with(char::is_alphanumeric)
}

/// The first `most` characters of a text.
pub fn first_chars(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

/// The first `most` bytes of a text, less a character that would be cut there.
pub fn first_bytes(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or_default()]
}

/// The last `most` bytes of a text, less a character that would be cut there.
pub fn last_bytes(text: &str, most: usize) -> &str {
    let start = (text.len().saturating_sub(most)..=text.len()).find(|at| text.is_char_boundary(*at));
    &text[start.unwrap_or(text.len())..]
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{FILES, ends_with_word, has_any, parsed_lists, strip_word};

    #[test]
    fn no_two_lists_have_one_name() {
        let names = FILES.iter().flat_map(|text| text.lines()).filter(|line| line.starts_with('['));
        let mut known = HashSet::new();
        assert!(names.clone().all(|name| known.insert(name)), "{:?}", names.collect::<Vec<_>>());
    }

    #[test]
    fn a_list_keeps_the_blanks_and_commas_that_stand_in_quotes() {
        let lists = parsed_lists::<Vec<&str>>("# for people\n[one]\na b, \"c \",\nd\n\n[two]\n\"licence,\"");
        assert_eq!((&lists["one"], &lists["two"]), (&vec!["a b", "c ", "d"], &vec!["licence,"]));
    }

    #[test]
    fn a_word_is_whole_and_an_elided_one_ends_with_its_apostrophe() {
        assert!(has_any("niveau d'anglais", &["d'"]) && !has_any("stages", &["stage"]));
        assert_eq!(strip_word("stage de", "stage"), Some(" de"));
        assert_eq!(strip_word("stages", "stage"), None);
        assert!(ends_with_word("ou au plus", &["plus"]) && !ends_with_word("surplus", &["plus"]));
    }
}
