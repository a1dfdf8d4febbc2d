//! The part of a fact that shows why it matches, with the hits marked.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::words::{Word, tokens};
use crate::model::text::{Lang, Text};
use crate::report::{Cell, Fragment};

/// About how many bytes of text are shown.
const LENGTH: usize = 140;

/// The part of a fact that shows why it matches; JSON gets it as a plain text.
pub struct Excerpt {
    fr: Vec<Fragment>,
    en: Vec<Fragment>,
}

impl Excerpt {
    /// From the text with the most hits in each language; the title only if nothing else is there.
    pub fn of(texts: &[Cow<'_, Text>], words: &[Word]) -> Self {
        let of = |lang| {
            let best =
                texts.iter().skip(1).map(|text| text.in_lang(lang)).max_by_key(|text| hits(text, words));
            let title = texts.first().map_or("", |title| title.in_lang(lang));
            cut(best.unwrap_or(title), words)
        };
        Self { fr: of(Lang::Fr), en: of(Lang::En) }
    }

    /// The excerpt in a table.
    pub fn cell(&self) -> Cell {
        Cell::Marked { fr: self.fr.clone(), en: self.en.clone() }
    }
}

impl Serialize for Excerpt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.cell().serialize(serializer)
    }
}

/// How many of the words a text has.
fn hits(text: &str, words: &[Word]) -> usize {
    let found = |word: &&Word| tokens(text).any(|token| word.hit(&token).is_some());
    words.iter().filter(found).count()
}

/// The text around its first hit, in fragments.
fn cut(text: &str, words: &[Word]) -> Vec<Fragment> {
    let marked: Vec<(usize, usize)> = tokens(text)
        .filter(|token| words.iter().any(|word| word.hit(token).is_some()))
        .map(|token| (token.start, token.end))
        .collect();
    let (from, to) = window(text, marked.first().map_or(0, |(start, _)| *start));
    let mut fragments = Vec::new();
    let mut at = from;
    let plain = |text: &str| Fragment { text: text.to_owned(), hit: false };
    if from > 0 {
        fragments.push(plain("…"));
    }
    for (start, end) in marked.into_iter().filter(|(start, end)| *start >= from && *end <= to) {
        fragments.push(plain(&text[at..start]));
        fragments.push(Fragment { text: text[start..end].to_owned(), hit: true });
        at = end;
    }
    fragments.push(plain(&text[at..to]));
    if to < text.len() {
        fragments.push(plain("…"));
    }
    fragments.retain(|fragment| !fragment.text.is_empty());
    fragments
}

/// Where to begin and end so that `hit` is shown and no word is cut.
fn window(text: &str, hit: usize) -> (usize, usize) {
    let after_space = |at: usize| text[..at].rfind(' ').map_or(0, |space| space + 1);
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let from = if hit > LENGTH / 2 { after_space(boundary(hit - LENGTH / 3)) } else { 0 };
    let to = if text.len() - from > LENGTH {
        let end = boundary(from + LENGTH);
        text[end..].find(' ').map_or(text.len(), |space| end + space)
    } else {
        text.len()
    };
    (from, to)
}
