//! A fact as search sees it: its words in each language, folded once.

use std::borrow::Cow;
use std::collections::HashSet;

use super::words::{self, Hit, Word};
use crate::dataset::ProgressionFile;
use crate::model::fact::Fact;
use crate::model::money::Money;
use crate::model::text::{Lang, Text};
use crate::model::vocabulary::{Topic, Vocabulary};
use crate::query::progression;

/// A word with fewer letters is near to too many others.
pub const SHORTEST_NEAR: usize = 4;

/// A fact with its words in each language, folded.
pub struct Entry {
    topic: Topic,
    figures: Vec<Money>,
    fr: FoldedWords,
    en: FoldedWords,
}

/// The words of a fact in one language.
struct FoldedWords {
    title: String,
    /// Those of the texts beside the title, and of the id.
    others: String,
}

impl FoldedWords {
    fn of(fact: &dyn Fact, texts: &[Cow<'_, Text>], lang: Lang) -> Self {
        let mut words = Self { title: String::new(), others: String::new() };
        for (at, text) in texts.iter().enumerate() {
            let onto = if at == 0 { &mut words.title } else { &mut words.others };
            words::fold_onto(onto, text.in_lang(lang));
        }
        words::fold_onto(&mut words.others, fact.id());
        words
    }
}

impl Entry {
    /// The words of a fact.
    pub fn of(fact: &dyn Fact, career: &ProgressionFile) -> Self {
        let texts = texts(fact, career);
        let of = |lang| FoldedWords::of(fact, &texts, lang);
        Self { topic: fact.topic(), figures: fact.figures(), fr: of(Lang::Fr), en: of(Lang::En) }
    }

    const fn words(&self, lang: Lang) -> &FoldedWords {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }

    /// Adds every word of the entry that another can be near to.
    pub fn teach(&self, vocabulary: &mut HashSet<String>, langs: &[Lang]) {
        let words = langs.iter().map(|lang| self.words(*lang));
        let texts = words.flat_map(|words| [words.title.as_str(), words.others.as_str()]);
        for word in texts.flat_map(words::split).filter(|word| word.chars().count() >= SHORTEST_NEAR) {
            if !vocabulary.contains(word) {
                vocabulary.insert(word.to_owned());
            }
        }
    }

    /// The best hit of a word in one language; a hit in the title counts most, one in the topic's name least.
    pub fn best(&self, word: &Word, lang: Lang) -> Option<Hit> {
        let figure = word
            .figure()
            .filter(|figure| self.figures.iter().any(|money| (money.as_euros() - figure).abs() < 0.005));
        if figure.is_some() {
            return Some(Word::hit_as_figure());
        }
        let words = self.words(lang);
        let best_in = |text: &str| words::split(text).filter_map(|found| word.hit(found, lang)).max();
        let hit = best_in(&words.title).map(Hit::in_title).max(best_in(&words.others));
        hit.or_else(|| {
            let label = self.topic.label();
            let hits = words::tokens(label.in_lang(lang)).filter_map(|token| word.hit(&token.folded, lang));
            hits.max()
        })
    }
}

/// The texts of a fact in which a word can stand, the title first.
///
/// A step of a career knows its roles only by their ids: here it has their names.
pub fn texts<'f>(fact: &'f dyn Fact, career: &ProgressionFile) -> Vec<Cow<'f, Text>> {
    let names = fact.names();
    let names = (!names.is_empty()).then(|| Cow::Owned(Text::same(&names.join(", "))));
    let caveat = fact.caveat().map(|caveat| Cow::Borrowed(&caveat.reason));
    let texts = fact.texts().into_iter().map(Cow::Borrowed);
    let is_step = fact.topic() == Topic::ProgressionStep;
    let step = career.steps.iter().find(|step| is_step && step.id.as_str() == fact.id());
    let title = step.map_or_else(|| fact.title(), |step| progression::step_title(&career.roles, step));
    let stated = fact.stated().map(Cow::Owned);
    std::iter::once(Cow::Owned(title)).chain(stated).chain(texts).chain(caveat).chain(names).collect()
}
