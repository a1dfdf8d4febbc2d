//! How entries are found by what people call them: one way for every question that takes such names.

use crate::model::name::{fold, key};

/// The entries that are called `name` whatever its case and accents; if none is, those of which one name has all its
/// words.
pub fn named<'a, T, N: AsRef<str>>(
    entries: &'a [T],
    name: &str,
    names: impl Fn(&'a T) -> Vec<N>,
) -> Vec<&'a T> {
    let (wanted, wanted_words) = (key(name), words(name));
    if wanted.is_empty() {
        return Vec::new();
    }
    let is_called = |entry: &&'a T| names(entry).iter().any(|known| key(known.as_ref()) == wanted);
    let exact: Vec<&T> = entries.iter().filter(is_called).collect();
    if !exact.is_empty() {
        return exact;
    }
    let has_words = |known: &N| {
        let known = words(known.as_ref());
        wanted_words.iter().all(|word| known.contains(word))
    };
    entries.iter().filter(|entry| names(entry).iter().any(has_words)).collect()
}

fn words(name: &str) -> Vec<String> {
    fold(name)
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
