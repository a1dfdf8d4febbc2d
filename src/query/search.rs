//! `search`: every fact in which all the asked words stand, in the language that is read, best first.

mod excerpt;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

pub use self::excerpt::Excerpt;
use self::words::{Hit, Word};
use super::cite::Citations;
use super::progression;
use crate::dataset::{Dataset, ProgressionFile};
use crate::model::error::Reason;
use crate::model::fact::Fact;
use crate::model::id::SourceId;
use crate::model::money::Money;
use crate::model::name::within_edits;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::{Topic, Vocabulary};
use crate::report::{Block, Cell, Column, Document, Kind, Report, Row, Table, Term};

/// What to look for.
#[derive(Debug)]
pub struct SearchParams {
    /// The words, all of which must match.
    pub words: Vec<String>,
    /// The most matches to show.
    pub limit: usize,
    /// The language to look in; both if `None`.
    pub lang: Option<Lang>,
}

/// A fact in which every word was found.
#[derive(Serialize)]
struct Match {
    topic: Topic,
    id: String,
    title: Text,
    excerpt: Excerpt,
    sources: Vec<SourceId>,
    #[serde(skip)]
    score: usize,
}

/// The facts in which every word was found.
#[derive(Serialize)]
pub struct SearchReport<'a> {
    matches: Vec<Match>,
    /// How many facts match, shown or not.
    total: usize,
    #[serde(skip)]
    unmatched: Vec<(String, Option<String>)>,
    #[serde(skip)]
    citations: Citations<'a>,
}

/// Answers from every topic; a word that is found nowhere is reported with the nearest that is.
///
/// Every word must be found in one language: a French and an English word together find nothing.
///
/// # Errors
/// Fails if the user's data cannot be read.
pub fn ask<'a>(params: &SearchParams, dataset: &'a Dataset) -> anyhow::Result<Box<dyn Report + 'a>> {
    Ok(Box::new(report(params, dataset)?))
}

/// The answer as its own type, for the questions that build on it; it fails as [`ask`] does.
pub fn report<'a>(params: &SearchParams, dataset: &'a Dataset) -> Result<SearchReport<'a>, Reason> {
    let words = words::asked(&params.words, &dataset.glossary()?.synonyms);
    let langs: &[Lang] = match params.lang {
        None => &[Lang::Fr, Lang::En],
        Some(Lang::Fr) => &[Lang::Fr],
        Some(Lang::En) => &[Lang::En],
    };
    let mut matches = Vec::new();
    let mut found = vec![false; words.len()];
    let career = dataset.progression()?;
    dataset.each_fact(&mut |fact| {
        let entry = Entry::of(fact).with_names_of_roles(career);
        let mut best: Option<usize> = None;
        for lang in langs {
            let hits: Vec<Option<Hit>> = words.iter().map(|word| entry.best(word, *lang)).collect();
            for (found, hit) in found.iter_mut().zip(&hits) {
                *found |= hit.is_some();
            }
            best = best.max(hits.iter().map(|hit| hit.map(words::Hit::score)).sum::<Option<usize>>());
        }
        if let Some(score) = best.filter(|_| !words.is_empty()) {
            matches.push(entry.matched(&words, score));
        }
    })?;
    matches.sort_by_key(|found| std::cmp::Reverse(found.score));
    let total = matches.len();
    matches.truncate(params.limit);
    let unmatched: Vec<&str> =
        words.iter().zip(found).filter(|(_, found)| !found).map(|(word, _)| word.typed()).collect();
    Ok(SearchReport {
        matches,
        total,
        unmatched: nearest_words(dataset, &unmatched, langs)?,
        citations: Citations::new(dataset)?,
    })
}

/// For each word that is found nowhere, the nearest one that is, in the languages that were looked in.
fn nearest_words(
    dataset: &Dataset,
    unmatched: &[&str],
    langs: &[Lang],
) -> Result<Vec<(String, Option<String>)>, Reason> {
    let mut vocabulary: BTreeMap<String, String> = BTreeMap::new();
    if !unmatched.is_empty() {
        dataset.each_fact(&mut |fact| Entry::of(fact).teach(&mut vocabulary, langs))?;
    }
    vocabulary.retain(|folded, _| folded.chars().count() > 3);
    // A word is proposed as it is written, with its accents.
    let near = |word: &str| {
        within_edits(word, vocabulary.keys().map(String::as_str))
            .and_then(|near| vocabulary.get(near))
            .cloned()
    };
    Ok(unmatched.iter().map(|word| ((*word).to_owned(), near(word))).collect())
}

/// A fact with its texts, the title first.
struct Entry<'f> {
    topic: Topic,
    id: &'f str,
    sources: &'f [SourceId],
    texts: Vec<Cow<'f, Text>>,
    figures: Vec<Money>,
}

impl<'f> Entry<'f> {
    fn of(fact: &'f dyn Fact) -> Self {
        let names = fact.names();
        let names = (!names.is_empty()).then(|| Cow::Owned(Text::same(&names.join(", "))));
        let caveat = fact.caveat().map(|caveat| Cow::Borrowed(&caveat.reason));
        let texts = fact.texts().into_iter().map(Cow::Borrowed);
        let stated = fact.stated().map(Cow::Owned);
        Self {
            topic: fact.topic(),
            id: fact.id(),
            sources: fact.sources(),
            texts: std::iter::once(Cow::Owned(fact.title()))
                .chain(stated)
                .chain(texts)
                .chain(caveat)
                .chain(names)
                .collect(),
            figures: fact.figures(),
        }
    }

    /// The same entry; a step of a career, which knows its roles only by their ids, gets their names.
    fn with_names_of_roles(mut self, career: &ProgressionFile) -> Self {
        let is_step = self.topic == Topic::ProgressionStep;
        let step = career.steps.iter().find(|step| is_step && step.id.as_str() == self.id);
        if let (Some(step), Some(title)) = (step, self.texts.first_mut()) {
            *title = Cow::Owned(progression::step_title(&career.roles, step));
        }
        self
    }

    /// Adds every word of the entry, as it is written, under its folded form.
    fn teach(&self, vocabulary: &mut BTreeMap<String, String>, langs: &[Lang]) {
        for text in self.texts.iter().flat_map(|text| langs.iter().map(|lang| text.in_lang(*lang))) {
            for token in words::tokens(text) {
                if !vocabulary.contains_key(token.folded.as_ref()) {
                    let written = text[token.start..token.end].to_lowercase();
                    vocabulary.insert(token.folded.into_owned(), written);
                }
            }
        }
    }

    /// The best hit of a word in one language; a hit in the title counts most, one in the topic's name least.
    fn best(&self, word: &Word, lang: Lang) -> Option<Hit> {
        let figure = word
            .figure()
            .filter(|figure| self.figures.iter().any(|money| (money.as_euros() - figure).abs() < 0.005));
        if figure.is_some() {
            return Some(Word::hit_as_figure());
        }
        let id = words::tokens(self.id).filter_map(|token| word.hit(&token, lang)).max();
        let texts = self.texts.iter().enumerate().flat_map(|(at, text)| {
            let hits = words::tokens(text.in_lang(lang)).filter_map(|token| word.hit(&token, lang));
            hits.map(move |hit| if at == 0 { hit.in_title() } else { hit })
        });
        let label = self.topic.label();
        let topic = words::tokens(label.in_lang(lang)).filter_map(|token| word.hit(&token, lang)).max();
        texts.chain(id).max().or(topic)
    }

    fn matched(self, words: &[Word], score: usize) -> Match {
        // A word is explained by its sentence, whichever of its names was typed.
        let told =
            if self.topic == Topic::Word { &self.texts[..self.texts.len().min(2)] } else { &self.texts };
        let excerpt = Excerpt::of(told, words);
        let title = self.texts.into_iter().next().map_or_else(|| Text::same(self.id), Cow::into_owned);
        let (id, sources) = (self.id.to_owned(), self.sources.to_vec());
        Match { topic: self.topic, id, title, excerpt, sources, score }
    }
}

impl Report for SearchReport<'_> {
    fn name(&self) -> &'static str {
        "search"
    }

    fn document(&self) -> Document {
        let columns = vec![
            Column::new("topic", Kind::Name, text("Sujet", "Topic")),
            Column::new("id", Kind::Name, text("Id", "Id")).hidden(),
            Column::new("title", Kind::Text, text("Entrée", "Entry")),
            Column::new("excerpt", Kind::Text, text("Extrait", "Excerpt")),
            Column::new("sources", Kind::Names, text("Selon", "According to")),
        ];
        let row = |found: &Match| {
            Row::new(vec![
                Cell::Term(Term::of(found.topic)),
                Cell::Word(found.id.clone()),
                Cell::Text(found.title.clone()),
                found.excerpt.cell(),
                self.citations.cell(&found.sources),
            ])
        };
        Document::new(self.title())
            .with(Block::Table(Table::main(columns, self.matches.iter().map(row).collect())))
    }

    fn remarks(&self) -> Vec<Text> {
        let unmatched = self.unmatched.iter().map(|(word, near)| match near {
            Some(near) => Text::new(
                format!("« {word} » n’apparaît nulle part ; vouliez-vous dire « {near} » ?"),
                format!("`{word}` is found nowhere; did you mean `{near}`?"),
            ),
            None => {
                Text::new(format!("« {word} » n’apparaît nulle part"), format!("`{word}` is found nowhere"))
            }
        });
        let apart = (self.total == 0 && self.unmatched.is_empty()).then(|| {
            text(
                "aucune entrée ne contient tous ces mots ; retirez-en un",
                "no entry has all these words; drop one",
            )
        });
        unmatched.chain(apart).collect()
    }
}

impl SearchReport<'_> {
    fn title(&self) -> Text {
        let (shown, total) = (self.matches.len(), self.total);
        match total {
            0 => text("Aucune entrée", "No entry"),
            1 => text("1 entrée", "1 entry"),
            _ if shown < total => Text::new(
                format!("{shown} entrées sur {total} (`--limit {total}` les montre toutes)"),
                format!("{shown} of {total} entries (`--limit {total}` shows them all)"),
            ),
            _ => Text::new(format!("{total} entrées"), format!("{total} entries")),
        }
    }
}
