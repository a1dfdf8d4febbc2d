//! Ways of saying something in several words: "formation courte" is looked for as one, and so is what it is called.

use super::tokens::{split, stem, tokens};
use crate::model::glossary::Synonyms;
use crate::model::text::Lang;

/// Several words that mean something together, as their stems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    lang: Lang,
    stems: Vec<String>,
}

impl Phrase {
    /// `None` of a single word.
    pub fn of(words: &str, lang: Lang) -> Option<Self> {
        let stems: Vec<String> = tokens(words).map(|token| stem(&token.folded).to_owned()).collect();
        (stems.len() > 1).then_some(Self { lang, stems })
    }

    /// Every phrase of a group of synonyms.
    pub fn all(group: &Synonyms) -> Vec<Self> {
        let of = |words: &[String], lang| words.iter().filter_map(move |word| Self::of(word, lang)).collect();
        let all: [Vec<Self>; 2] = [of(&group.fr, Lang::Fr), of(&group.en, Lang::En)];
        all.concat()
    }

    /// How many words it takes of those that `folded` begins with; `None` if it is another phrase.
    pub fn begins(&self, folded: &[&str]) -> Option<usize> {
        let begun = folded.get(..self.stems.len())?;
        begun.iter().map(|word| stem(word)).eq(self.stems.iter().map(String::as_str)).then_some(begun.len())
    }

    /// Whether it stands in the words that [`super::tokens::fold_onto`] put together, of a text in `lang`.
    pub fn is_in(&self, folded: &str, lang: Lang) -> bool {
        // Looking through a whole text for its first word is what most texts end at.
        self.lang == lang && folded.contains(&*self.stems[0]) && {
            let words: Vec<&str> = split(folded).collect();
            (0..words.len()).any(|at| self.begins(&words[at..]).is_some())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Phrase;
    use crate::model::text::Lang;
    use crate::query::search::tokens::fold_onto;

    #[test]
    fn a_phrase_stands_where_its_words_follow_each_other() {
        let phrase = Phrase::of("formation courte", Lang::Fr).unwrap();
        let is_in = |text: &str, lang| {
            let mut folded = String::new();
            fold_onto(&mut folded, text);
            phrase.is_in(&folded, lang)
        };
        assert!(is_in("Des formations courtes, ailleurs", Lang::Fr));
        assert!(!is_in("une courte formation", Lang::Fr) && !is_in("formation courte", Lang::En));
        assert_eq!(Phrase::of("bootcamp", Lang::Fr), None);
        assert_eq!(phrase.begins(&["formation", "courte", "avant"]), Some(2));
        assert_eq!(phrase.begins(&["formation"]), None);
    }
}
