//! The words that are looked for, and how well each is found.

use std::collections::HashSet;

use super::phrases::Phrase;
use super::tokens::{stem, tokens};
use crate::model::glossary::Synonyms;
use crate::model::name::fold;
use crate::model::text::Lang;

/// Words that say nothing alone; they count only if nothing else is asked.
const EMPTY: [&str; 31] = [
    "a", "an", "and", "au", "aux", "avec", "d", "dans", "de", "des", "du", "en", "et", "for", "in", "l",
    "la", "le", "les", "of", "on", "ou", "par", "pour", "qu", "s", "the", "to", "un", "une", "with",
];

/// More words than this are not looked for: nothing has so many, and each costs a reading of every fact.
pub const MOST_WORDS: usize = 24;

/// More words than this are not even read.
const MOST_READ: usize = 1_000;

/// A beginning of a word counts from this many letters.
const BEGINNING: usize = 4;

/// A word that is looked for.
pub struct Word {
    typed: String,
    folded: String,
    stem: String,
    synonyms: Vec<(Lang, String)>,
    /// What it is also called, or itself, in several words.
    phrases: Vec<Phrase>,
    figure: Option<f64>,
    /// The bytes that every word begins with in which it can be found.
    beginnings: Vec<u8>,
    tells: bool,
}

/// The word begins like the one that was asked.
const BEGINS: usize = 2;
/// It is a synonym of it.
const MEANS: usize = 3;
/// It is the same.
const IS: usize = 4;
/// The entry states the figure that was asked.
const IS_FIGURE: usize = 5;

/// How well a word was found; better hits are greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    title: bool,
    exactness: usize,
}

impl Hit {
    /// The same hit, in a title.
    pub const fn in_title(mut self) -> Self {
        self.title = true;
        self
    }

    /// What the hit adds to an entry's rank: a whole word in a title counts most.
    pub const fn score(self) -> usize {
        // That a word of a title begins alike says little.
        match (self.title, self.exactness) {
            (true, BEGINS) => BEGINS + 1,
            (true, exactness) => exactness * 3,
            (false, exactness) => exactness,
        }
    }
}

impl Word {
    /// The word as it was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The figure that is looked for, if it is one.
    pub const fn figure(&self) -> Option<f64> {
        self.figure
    }

    /// The hit of an entry that has the figure itself.
    pub const fn hit_as_figure() -> Hit {
        Hit { title: false, exactness: IS_FIGURE }
    }

    /// The hit of a folded text in `lang` in which one of the word's phrases stands.
    pub fn phrase_hit(&self, folded: &str, lang: Lang) -> Option<Hit> {
        let stands = self.phrases.iter().any(|phrase| phrase.is_in(folded, lang));
        stands.then_some(Hit { title: false, exactness: MEANS })
    }

    /// How well the word is found as a folded word of a text in `lang`: whole, as a synonym, or as a beginning.
    pub fn hit(&self, folded: &str, lang: Lang) -> Option<Hit> {
        if folded.bytes().next().is_none_or(|first| !self.beginnings.contains(&first)) {
            return None;
        }
        let found = stem(folded);
        let is_synonym = || self.synonyms.iter().any(|(of, synonym)| *of == lang && *synonym == found);
        let begins =
            || self.folded.len() >= BEGINNING && self.figure().is_none() && folded.starts_with(&*self.folded);
        let exactness = if found == self.stem {
            IS
        } else if is_synonym() {
            MEANS
        } else if begins() {
            BEGINS
        } else {
            return None;
        };
        Some(Hit { title: false, exactness })
    }
}

/// The words to look for in what was typed, each once, with what each is taken for; [`MOST_WORDS`] at most.
///
/// Words that mean something together are looked for together.
pub fn asked(typed: &[String], synonyms: &[Synonyms]) -> Vec<Word> {
    let read: Vec<(&str, String)> = typed
        .iter()
        .flat_map(|typed| {
            tokens(typed).map(|token| (&typed[token.start..token.end], token.folded.into_owned()))
        })
        .take(MOST_READ)
        .collect();
    let folded: Vec<&str> = read.iter().map(|(_, folded)| folded.as_str()).collect();
    let groups: Vec<(&Synonyms, Vec<Phrase>)> =
        synonyms.iter().map(|group| (group, Phrase::all(group))).collect();
    let mut seen = HashSet::new();
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    while at < read.len() && words.len() < MOST_WORDS {
        let phrase = groups.iter().find_map(|(group, phrases)| {
            Some((*group, phrases.iter().filter_map(|phrase| phrase.begins(&folded[at..])).max()?))
        });
        if let Some((group, length)) = phrase {
            let part = &read[at..at + length];
            let typed = part.iter().map(|(typed, _)| *typed).collect::<Vec<_>>().join(" ");
            let all = part.iter().map(|(_, folded)| folded.as_str()).collect::<Vec<_>>().join(" ");
            words.extend(seen.insert(all.clone()).then(|| Word::among(typed, all, &[group])));
            at += length;
            continue;
        }
        let (typed, folded) = &read[at];
        let is_thousands = read.get(at + 1).is_some_and(|(_, next)| matches!(next.as_str(), "k" | "keur"));
        let is_figure = !folded.is_empty() && folded.bytes().all(|byte| byte.is_ascii_digit());
        at += 1;
        // `39 k€` is 39 000, as `39k` is.
        let folded = match folded.strip_suffix('k').filter(|digits| !digits.is_empty()) {
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => format!("{digits}000"),
            _ if is_figure && is_thousands => {
                at += 1;
                format!("{folded}000")
            }
            _ => folded.clone(),
        };
        if seen.insert(folded.clone()) {
            words.push(Word::new((*typed).to_owned(), folded, synonyms));
        }
    }
    if words.iter().any(|word| word.tells) {
        words.retain(|word| word.tells);
    }
    words
}

impl Word {
    /// A word with what it is taken for by the groups it stands in.
    fn new(typed: String, folded: String, groups: &[Synonyms]) -> Self {
        let wanted = stem(&folded);
        let same = |word: &String| stem(&fold(word)) == wanted;
        let meant = groups.iter().filter(|group| group.fr.iter().chain(&group.en).any(same));
        let meant: Vec<&Synonyms> = meant.collect();
        Self::among(typed, folded, &meant)
    }

    /// A word or phrase that the groups `meant` stand for.
    fn among(typed: String, folded: String, meant: &[&Synonyms]) -> Self {
        let own = stem(&folded).to_owned();
        let of = |group: &&Synonyms| -> Vec<(Lang, String)> {
            let list = |lang, words: &[String]| -> Vec<(Lang, String)> {
                words.iter().map(|word| (lang, stem(&fold(word)).to_owned())).collect()
            };
            [list(Lang::Fr, &group.fr), list(Lang::En, &group.en)].concat()
        };
        let synonyms: Vec<(Lang, String)> = meant.iter().flat_map(of).collect();
        let found_as = synonyms.iter().map(|(_, synonym)| synonym).chain([&own]);
        let beginnings = found_as.filter_map(|word| word.bytes().next()).collect();
        let phrases = meant.iter().flat_map(|group| Phrase::all(group)).collect();
        let tells = !EMPTY.contains(&folded.as_str());
        let is_figure = folded.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let figure = folded.parse().ok().filter(|_| is_figure);
        Self { typed, folded, stem: own, synonyms, phrases, figure, beginnings, tells }
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_WORDS, asked};
    use crate::model::glossary::Synonyms;
    use crate::model::id::EntryId;
    use crate::model::text::Lang;
    use crate::query::search::tokens::tokens;

    fn typed(words: &[&str]) -> Vec<String> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        asked(&words, &[]).iter().map(|word| word.typed().to_owned()).collect()
    }

    fn hit(word: &str, text: &str) -> Option<usize> {
        let synonyms =
            [Synonyms { id: EntryId::new("vat"), fr: vec!["TVA".to_owned()], en: vec!["VAT".to_owned()] }];
        let word = asked(&[word.to_owned()], &synonyms).remove(0);
        tokens(text).filter_map(|token| word.hit(&token.folded, Lang::Fr)).max().map(super::Hit::score)
    }

    #[test]
    fn articles_and_elisions_are_passed_over_unless_alone() {
        assert_eq!(typed(&["l’API"]), ["API"]);
        assert_eq!(typed(&["base de données"]), ["base", "données"]);
        assert_eq!(typed(&["de"]), ["de"]);
        assert_eq!(typed(&["  ", "…"]), Vec::<String>::new());
    }

    #[test]
    fn a_word_is_found_whole_then_as_a_beginning_and_never_inside() {
        assert_eq!(hit("clients", "le client"), Some(4));
        assert_eq!(hit("donn", "données"), Some(2));
        assert_eq!(hit("script", "JavaScript"), None);
        assert_eq!(hit("prix", "le privé"), None);
        assert_eq!(hit("coût", "à l’écoute"), None);
        assert_eq!(hit("réseau", "les réseaux"), Some(4));
        assert_eq!(hit("coeur", "au cœur de"), Some(4));
    }

    #[test]
    fn a_word_is_found_by_its_synonyms_in_the_language_of_the_text() {
        assert_eq!(hit("VAT", "avant TVA"), Some(3));
        assert_eq!(hit("TVA", "before VAT"), None, "this text is taken for French");
    }

    #[test]
    fn a_figure_is_found_however_its_thousands_are_written() {
        for written in ["24 000 €", "24\u{202f}000 €", "€24,000", "24000"] {
            assert_eq!(hit("24000", written), Some(4), "{written}");
        }
        assert_eq!(hit("39 k€", "39 000 €"), Some(4));
        assert_eq!(hit("39k", "39 000 €"), Some(4));
        assert_eq!(hit("12.31", "à 12,31 €."), Some(4));
        assert_eq!(hit("1 867,02", "soit 1867,02 €"), Some(4));
        assert_eq!(hit("c", "c’est"), None);
        assert_eq!(hit("24", "24 000 €"), None);
        assert_eq!(hit("2 400", "24 000 €"), None);
    }

    #[test]
    fn words_are_looked_for_once_and_not_by_the_thousand() {
        let many: Vec<String> = (0..5_000).map(|number| format!("mot{number}")).collect();
        assert_eq!(asked(&many, &[]).len(), MOST_WORDS);
        assert_eq!(typed(&["api API", "Api"]), ["api"]);
    }
}
