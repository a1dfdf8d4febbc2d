//! Words as search compares them: folded, without elided articles, singular like plural.

use std::borrow::Cow;

use crate::model::name::fold;

/// Words that say nothing alone; they count only if nothing else is asked.
const EMPTY: [&str; 31] = [
    "a", "an", "and", "au", "aux", "avec", "d", "dans", "de", "des", "du", "en", "et", "for", "in", "l",
    "la", "le", "les", "of", "on", "ou", "par", "pour", "qu", "s", "the", "to", "un", "une", "with",
];

/// A word of a text, with where it stands in it.
pub struct Token<'t> {
    /// The first byte in the text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The word, folded.
    pub folded: Cow<'t, str>,
}

/// The words of `text`: runs of letters and digits, with the signs that belong to `c#`, `c++` and `.net`.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = chars.find(|(_, char)| char.is_alphanumeric())?;
        let mut end = text.len();
        while let Some((at, char)) = chars.peek() {
            if !char.is_alphanumeric() && !matches!(char, '#' | '\u{300}'..='\u{36f}') {
                end = *at;
                break;
            }
            chars.next();
        }
        Some(Token { start, end, folded: folded(&text[start..end]) })
    })
}

/// A word as [`fold`] leaves it, without a copy where it is so already.
fn folded(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(fold(word))
    }
}

/// A word that is looked for.
pub struct Word {
    typed: String,
    stem: String,
    tells: bool,
}

/// How well a word was found; better hits are greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    exactness: usize,
    title: bool,
}

impl Hit {
    /// The same hit, in a title.
    pub const fn in_title(mut self) -> Self {
        self.title = true;
        self
    }

    /// What the hit adds to an entry's rank.
    pub const fn score(self) -> usize {
        self.exactness * if self.title { 3 } else { 1 }
    }
}

impl Word {
    /// The word as it was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// How well the word is found in a token: whole, as a beginning, or inside.
    pub fn hit(&self, token: &Token<'_>) -> Option<Hit> {
        let found = stem(&token.folded);
        let exactness = if found == self.stem {
            4
        } else if self.stem.len() >= 3 && found.starts_with(&self.stem) {
            2
        } else if self.stem.len() >= 4 && found.contains(&self.stem) {
            1
        } else {
            return None;
        };
        Some(Hit { exactness, title: false })
    }
}

/// The words to look for in what was typed.
pub fn asked(typed: &[String]) -> Vec<Word> {
    let word = |typed: &str, token: Token<'_>| Word {
        typed: typed[token.start..token.end].to_owned(),
        stem: stem(&token.folded).to_owned(),
        tells: !EMPTY.contains(&token.folded.as_ref()),
    };
    let mut words: Vec<Word> =
        typed.iter().flat_map(|typed| tokens(typed).map(|token| word(typed, token))).collect();
    if words.iter().any(|word| word.tells) {
        words.retain(|word| word.tells);
    }
    words
}

/// A folded word without the mark of its plural.
fn stem(folded: &str) -> &str {
    if folded.len() > 3 { folded.strip_suffix(['s', 'x']).unwrap_or(folded) } else { folded }
}

#[cfg(test)]
mod tests {
    use super::{asked, tokens};

    fn typed(words: &[&str]) -> Vec<String> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        asked(&words).iter().map(|word| word.typed().to_owned()).collect()
    }

    #[test]
    fn articles_and_elisions_are_passed_over_unless_alone() {
        assert_eq!(typed(&["l’API"]), ["API"]);
        assert_eq!(typed(&["base de données"]), ["base", "données"]);
        assert_eq!(typed(&["de"]), ["de"]);
        assert_eq!(typed(&["  ", "…"]), Vec::<String>::new());
    }

    #[test]
    fn a_word_is_found_whole_then_as_a_beginning_then_inside() {
        let hit = |word: &str, text: &str| {
            let word = asked(&[word.to_owned()]).remove(0);
            tokens(text).filter_map(|token| word.hit(&token)).max().map(super::Hit::score)
        };
        assert_eq!(hit("clients", "le client"), Some(4));
        assert_eq!(hit("donn", "données"), Some(2));
        assert_eq!(hit("script", "JavaScript"), Some(1));
        assert_eq!(hit("go", "MongoDB"), None);
        assert_eq!(hit("coeur", "au cœur de"), Some(4));
    }
}
