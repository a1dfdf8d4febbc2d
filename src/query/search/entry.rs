//! A fact as search sees it: its words in each language, folded once.

use std::borrow::Cow;
use std::collections::HashSet;

use super::tokens;
use super::words::{Hit, Word};
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
            tokens::fold_onto(onto, text.in_lang(lang));
        }
        tokens::fold_onto(&mut words.others, fact.id());
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
        for word in texts.flat_map(tokens::split).filter(|word| word.chars().count() >= SHORTEST_NEAR) {
            if !vocabulary.contains(word) {
                vocabulary.insert(word.to_owned());
            }
        }
    }

    /// The best hit of a word in one language; a hit in the title counts most, one in the topic's name least.
    pub fn best(&self, word: &Word, lang: Lang) -> Option<Hit> {
        if word.figure().is_some_and(|figure| self.figures.iter().any(|money| is_figure(*money, figure))) {
            return Some(Word::hit_as_figure());
        }
        let words = self.words(lang);
        let best_in = |text: &str| tokens::split(text).filter_map(|found| word.hit(found, lang)).max();
        let hit = best_in(&words.title).map(Hit::in_title).max(best_in(&words.others));
        let phrase = || {
            let in_title = word.phrase_hit(&words.title, lang).map(Hit::in_title);
            in_title.or_else(|| word.phrase_hit(&words.others, lang))
        };
        hit.or_else(phrase).or_else(|| {
            let label = self.topic.label();
            let hits = tokens::tokens(label.in_lang(lang)).filter_map(|token| word.hit(&token.folded, lang));
            hits.max()
        })
    }
}

/// Whether an amount is the figure that was asked: to the cent, or to the euro where whole euros were.
fn is_figure(money: Money, figure: f64) -> bool {
    let euros = money.as_euros();
    let is_whole = figure.fract() == 0.0;
    (euros - figure).abs() < if is_whole { 0.995 } else { 0.005 }
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
