//! `search`: every fact in which all the asked words stand, in the language that is read, best first.

mod entry;
mod excerpt;
mod phrases;
mod tokens;
mod words;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use serde::Serialize;

use self::entry::{Entry, SHORTEST_NEAR, texts};
pub use self::excerpt::Excerpt;
use self::words::{Hit, Word};
use super::cite::Citations;
use crate::dataset::{Dataset, ProgressionFile};
use crate::model::error::Reason;
use crate::model::fact::Fact;
use crate::model::id::SourceId;
use crate::model::name::{fold, slips};
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Topic;
use crate::report::{Block, Document, Kind, Report, Table};

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
pub fn ask<'a>(params: &SearchParams, dataset: &'a Dataset) -> Result<SearchReport<'a>, Reason> {
    let career = dataset.progression()?;
    found_in(params, dataset, &|visit| Ok(dataset.each_fact(&mut |fact| visit(&Entry::of(fact, career)))?))
}

/// Every fact with its words folded, for whoever searches the same dataset again and again.
pub struct Index<'a> {
    dataset: &'a Dataset,
    /// In the order of the facts.
    entries: Vec<Entry>,
}

impl<'a> Index<'a> {
    /// Folds every word of the dataset.
    ///
    /// # Errors
    /// Fails if the user's data cannot be read.
    pub fn new(dataset: &'a Dataset) -> Result<Self, Reason> {
        let (mut entries, career) = (Vec::new(), dataset.progression()?);
        dataset.each_fact(&mut |fact| entries.push(Entry::of(fact, career)))?;
        Ok(Self { dataset, entries })
    }

    /// Answers as [`ask`] does.
    ///
    /// # Errors
    /// Fails as [`ask`] does.
    pub fn ask(&self, params: &SearchParams) -> Result<SearchReport<'a>, Reason> {
        let all = |visit: &mut dyn FnMut(&Entry)| {
            self.entries.iter().for_each(visit);
            Ok(())
        };
        found_in(params, self.dataset, &all)
    }
}

/// Shows the entry of every fact, in the order of the facts.
type EachEntry<'e> = &'e dyn Fn(&mut dyn FnMut(&Entry)) -> Result<(), Reason>;

/// The answer from the entries that `each` shows.
fn found_in<'a>(
    params: &SearchParams,
    dataset: &'a Dataset,
    each: EachEntry<'_>,
) -> Result<SearchReport<'a>, Reason> {
    let words = words::asked(&params.words, &dataset.glossary()?.synonyms);
    let langs: &[Lang] = match params.lang {
        None => &[Lang::Fr, Lang::En],
        Some(Lang::Fr) => &[Lang::Fr],
        Some(Lang::En) => &[Lang::En],
    };
    // How well each fact matches, and which it is.
    let mut matches: Vec<(usize, usize)> = Vec::new();
    let mut found = vec![false; words.len()];
    let mut at = 0;
    each(&mut |entry| {
        let mut best: Option<usize> = None;
        for lang in langs {
            let hits: Vec<Option<Hit>> = words.iter().map(|word| entry.best(word, *lang)).collect();
            for (found, hit) in found.iter_mut().zip(&hits) {
                *found |= hit.is_some();
            }
            best = best.max(hits.iter().map(|hit| hit.map(words::Hit::score)).sum::<Option<usize>>());
        }
        if let Some(score) = best.filter(|_| !words.is_empty()) {
            matches.push((score, at));
        }
        at += 1;
    })?;
    matches.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let total = matches.len();
    matches.truncate(params.limit);
    let unmatched: Vec<&str> =
        words.iter().zip(found).filter(|(_, found)| !found).map(|(word, _)| word.typed()).collect();
    let mut vocabulary: HashSet<String> = HashSet::new();
    if unmatched.iter().any(|word| word.chars().count() >= SHORTEST_NEAR) {
        each(&mut |entry| entry.teach(&mut vocabulary, langs))?;
    }
    Ok(SearchReport {
        matches: told(&matches, &words, dataset)?,
        total,
        unmatched: nearest_words(vocabulary, &unmatched, dataset)?,
        citations: Citations::new(dataset)?,
    })
}

/// What is shown of the facts at these places; nobody reads the excerpts of the others.
fn told(best: &[(usize, usize)], words: &[Word], dataset: &Dataset) -> Result<Vec<Match>, Reason> {
    let ranks: HashMap<usize, usize> = best.iter().enumerate().map(|(rank, (_, at))| (*at, rank)).collect();
    let mut matches = Vec::with_capacity(best.len());
    let (mut at, career) = (0, dataset.progression()?);
    dataset.each_fact(&mut |fact| {
        matches.extend(ranks.get(&at).map(|rank| (*rank, Match::of(fact, words, career))));
        at += 1;
    })?;
    matches.sort_by_key(|(rank, _)| *rank);
    Ok(matches.into_iter().map(|(_, found)| found).collect())
}

/// For each word that is found nowhere, the nearest one of the vocabulary, as a fact writes it.
fn nearest_words(
    vocabulary: HashSet<String>,
    unmatched: &[&str],
    dataset: &Dataset,
) -> Result<Vec<(String, Option<String>)>, Reason> {
    let mut vocabulary: Vec<String> = vocabulary.into_iter().collect();
    vocabulary.sort_unstable();
    let mut nearest = Vec::with_capacity(unmatched.len());
    for word in unmatched {
        let folded = fold(word);
        let near = vocabulary.iter().filter_map(|known| Some((slips(&folded, known)?, known)));
        let near = near.min_by_key(|(slips, _)| *slips).map(|(_, known)| known);
        let written = near.map(|near| as_written(near, dataset)).transpose()?;
        nearest.push(((*word).to_owned(), written));
    }
    Ok(nearest)
}

/// A folded word with the accents that a fact gives it.
fn as_written(folded: &str, dataset: &Dataset) -> Result<String, Reason> {
    let (mut written, career) = (None, dataset.progression()?);
    dataset.each_fact(&mut |fact| {
        if written.is_some() {
            return;
        }
        for text in &texts(fact, career) {
            for text in [text.in_lang(Lang::Fr), text.in_lang(Lang::En)] {
                let found = tokens::tokens(text).find(|token| token.folded == folded);
                written =
                    written.take().or_else(|| found.map(|token| text[token.start..token.end].to_lowercase()));
            }
        }
    })?;
    Ok(written.unwrap_or_else(|| folded.to_owned()))
}

impl Match {
    fn of(fact: &dyn Fact, words: &[Word], career: &ProgressionFile) -> Self {
        let texts = texts(fact, career);
        // A word is explained by its sentence, whichever of its names was typed.
        let told = if fact.topic() == Topic::Word { &texts[..texts.len().min(2)] } else { &texts };
        let excerpt = Excerpt::of(told, words);
        let title = texts.into_iter().next().map_or_else(|| Text::same(fact.id()), Cow::into_owned);
        let (id, sources) = (fact.id().to_owned(), fact.sources().to_vec());
        Self { topic: fact.topic(), id, title, excerpt, sources }
    }
}

impl Report for SearchReport<'_> {
    fn name(&self) -> &'static str {
        "search"
    }

    fn document(&self) -> Document {
        let table = Table::of(&self.matches)
            .column("topic", Kind::Name, text("Sujet", "Topic"), |found| found.topic)
            .hidden("id", Kind::Name, text("Id", "Id"), |found| &found.id)
            .column("title", Kind::Text, text("Entrée", "Entry"), |found| &found.title)
            .column("excerpt", Kind::Text, text("Extrait", "Excerpt"), |found| found.excerpt.cell())
            .column("sources", Kind::Names, text("Selon", "According to"), |found| {
                self.citations.cell(&found.sources)
            });
        Document::new(self.title()).with(Block::Table(table.main())).with_rows(self.meant())
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
    /// The words that were perhaps meant, for who can ask for them at once: people read it among the remarks.
    fn meant(&self) -> Table {
        let near = self.unmatched.iter().filter_map(|(word, near)| Some((word, near.as_ref()?)));
        Table::of(near)
            .column("word", Kind::Name, text("Mot", "Word"), |(word, _)| word)
            .column("meant", Kind::Name, text("Mot proche", "Near word"), |(_, near)| near)
            .aside(text("Mots proches", "Near words"))
            .unseen()
    }

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
