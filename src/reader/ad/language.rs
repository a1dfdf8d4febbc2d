//! The levels of spoken languages that an ad asks for.

use serde::Serialize;

use crate::model::name::fold;
use crate::model::vocabulary::{Vocabulary, vocabulary};
use crate::reader::words::has_any;

vocabulary! {
    /// A spoken language.
    Language ("langue", "language")
    English = "english", "anglais", "English", "anglais";
    French = "french", "français", "French", "francais";
    German = "german", "allemand", "German", "allemand";
    Spanish = "spanish", "espagnol", "Spanish", "espagnol";
    Italian = "italian", "italien", "Italian", "italien";
    Dutch = "dutch", "néerlandais", "Dutch", "neerlandais";
}

vocabulary! {
    /// How well a language is spoken: a level of the European framework, or the usual words.
    Fluency ("niveau de langue", "language level")
    A1 = "a1", "A1", "A1";
    A2 = "a2", "A2", "A2";
    B1 = "b1", "B1", "B1";
    B2 = "b2", "B2", "B2";
    C1 = "c1", "C1", "C1";
    C2 = "c2", "C2", "C2";
    Technical = "technical", "technique", "technical", "technique";
    Professional = "professional", "professionnel", "professional", "professionnel";
    Fluent = "fluent", "courant", "fluent", "courant";
    Bilingual = "bilingual", "bilingue", "bilingual", "bilingue";
}

/// A language with the level that is asked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LanguageLevel {
    /// Which language.
    pub language: Language,
    /// How well it must be spoken.
    pub level: Fluency,
}

const LEVELS: [(Fluency, &[&str]); 10] = [
    (Fluency::A1, &["a1"]),
    (Fluency::A2, &["a2"]),
    (Fluency::B1, &["b1"]),
    (Fluency::B2, &["b2"]),
    (Fluency::C1, &["c1"]),
    (Fluency::C2, &["c2"]),
    (Fluency::Bilingual, &["bilingue", "bilingual"]),
    (Fluency::Fluent, &["courant", "couramment", "fluent", "fluently", "fluency"]),
    (Fluency::Professional, &["professionnel", "professional", "business"]),
    (Fluency::Technical, &["technique", "technical"]),
];

/// The languages of which the folded text of an ad asks a level, each with the first that stands in the same piece of a
/// sentence.
pub fn languages(text: &str) -> Vec<LanguageLevel> {
    let pieces: Vec<&str> = text.split([',', ';', '.', '\n', '·', '|']).collect();
    let level = |language: Language| {
        let label = language.label();
        let (french, english) = (fold(&label.fr), fold(&label.en));
        let named = pieces.iter().filter(|piece| has_any(piece, &[&french, &english]));
        let mut levels = named.filter_map(|piece| LEVELS.iter().find(|(_, words)| has_any(piece, words)));
        levels.next().map(|(level, _)| *level)
    };
    let languages = Language::ALL.iter().copied();
    languages.filter_map(|language| Some(LanguageLevel { language, level: level(language)? })).collect()
}

#[cfg(test)]
mod tests {
    use super::{Fluency, Language, LanguageLevel, languages};

    #[test]
    fn a_level_is_read_beside_its_language() {
        let of = |language, level| vec![LanguageLevel { language, level }];
        assert_eq!(languages("php, anglais b2 minimum"), of(Language::English, Fluency::B2));
        assert_eq!(languages("fluent english is a must"), of(Language::English, Fluency::Fluent));
        assert_eq!(languages("anglais lu\nallemand courant"), of(Language::German, Fluency::Fluent));
        assert_eq!(languages("anglais apprecie, lead technique"), []);
    }
}
