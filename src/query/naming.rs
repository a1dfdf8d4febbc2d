//! How entries are found by what people call them, and how they are listed: one way for every question.

use crate::model::name::{fold, key};
use crate::model::text::{Text, text};

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

/// More names than this in a sentence are not read, and a sentence stands behind every row for machines.
const MOST_LISTED: usize = 32;

/// Names one after the other, as a sentence lists them; of very many, the first.
pub fn listed<'a>(names: impl ExactSizeIterator<Item = &'a Text>) -> Text {
    let more = (names.len() > MOST_LISTED).then(|| text("…", "…"));
    Text::joined(names.take(MOST_LISTED).cloned().chain(more), " · ")
}
