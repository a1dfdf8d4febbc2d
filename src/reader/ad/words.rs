//! Whole words in a folded text.

/// Whether a word of `text` begins with `start`.
pub fn has_start(text: &str, start: &str) -> bool {
    text.match_indices(start).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

/// Whether `text` has `word` as whole words.
pub fn has_word(text: &str, word: &str) -> bool {
    find_word(text, word).is_some()
}

/// Where `word` stands first in `text` as whole words.
pub fn find_word(text: &str, word: &str) -> Option<usize> {
    words_at(text, word).next()
}

/// Each place where `word` stands in `text` as whole words.
pub fn words_at<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(word).map(|(at, _)| at).filter(|at| {
        let (before, after) = (&text[..*at], &text[at + word.len()..]);
        !before.ends_with(char::is_alphanumeric)
            && (word.ends_with('\'') || !after.starts_with(char::is_alphanumeric))
    })
}
