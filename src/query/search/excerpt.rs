//! The sentence of a fact that shows why it matches, with the hits marked.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::tokens::{fold_onto, split, tokens};
use super::words::Word;
use crate::model::text::{Lang, Text};
use crate::report::{Cell, Fragment};

/// A sentence longer than this, in bytes, is cut around its first hit.
const LENGTH: usize = 220;

/// The part of a fact that shows why it matches; JSON gets it as a plain text.
pub struct Excerpt {
    fr: Vec<Fragment>,
    en: Vec<Fragment>,
}

impl Excerpt {
    /// From the text with the most hits in each language, the first of them if several have as many; the title, which
    /// is the first of `texts`, only if nothing else is there.
    pub fn of(texts: &[Cow<'_, Text>], words: &[Word]) -> Self {
        let of = |lang| {
            let title = texts.first().map_or("", |title| title.in_lang(lang));
            let mut best: Option<(usize, &str)> = None;
            // What the title says already shows nothing more.
            let others = texts.iter().skip(1).map(|text| text.in_lang(lang));
            for text in others.filter(|text| !title.contains(*text)) {
                let hits = hits(text, words, lang);
                if best.is_none_or(|(most, _)| hits > most) {
                    best = Some((hits, text));
                }
            }
            cut(best.map_or(title, |(_, text)| text), words, lang)
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
fn hits(text: &str, words: &[Word], lang: Lang) -> usize {
    let found = |word: &&Word| {
        let mut folded = String::new();
        fold_onto(&mut folded, text);
        split(&folded).any(|token| word.hit(token, lang).is_some())
            || word.phrase_hit(&folded, lang).is_some()
    };
    words.iter().filter(found).count()
}

/// The sentence around the first hit, in fragments.
fn cut(text: &str, words: &[Word], lang: Lang) -> Vec<Fragment> {
    let marked: Vec<(usize, usize)> = tokens(text)
        .filter(|token| words.iter().any(|word| word.hit(&token.folded, lang).is_some()))
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

/// Where the sentence of `hit` begins and ends; a long one is cut between words.
fn window(text: &str, hit: usize) -> (usize, usize) {
    let ends = [". ", "! ", "? ", ".\u{202f}"];
    let is_end = |at: &usize| !text[..*at].ends_with(" art") && !text[..*at].ends_with("(art");
    let stops = |end: &'static str| text.match_indices(end).map(|(at, _)| at).filter(is_end);
    let begin = ends
        .iter()
        .filter_map(|end| stops(end).filter(|at| *at < hit).map(|at| at + end.len()).max())
        .filter(|begin| *begin <= hit)
        .max();
    let finish = ends.iter().filter_map(|end| stops(end).find(|at| *at >= hit)).map(|at| at + 1).min();
    let (begin, finish) = (begin.unwrap_or(0), finish.unwrap_or(text.len()));
    if finish - begin <= LENGTH {
        return (begin, finish);
    }
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let from = if hit - begin > LENGTH / 2 {
        let near = boundary(hit - LENGTH / 3);
        text[..near].rfind(' ').map_or(0, |space| space + 1).max(begin)
    } else {
        begin
    };
    let to = boundary((from + LENGTH).min(finish));
    (from, text[to..finish].find(' ').map_or(finish, |space| to + space))
}
