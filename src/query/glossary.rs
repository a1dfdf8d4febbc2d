//! `glossary`: the words that a newcomer stops at, each with one sentence.

use serde::Serialize;

use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::glossary::GlossaryEntry;
use crate::model::name::Unknown;
use crate::model::text::{Lang, Text, text};
use crate::report::{Block, Cell, Document, Facts, Kind, Report, Table};

/// What to explain.
#[derive(Debug, Default)]
pub struct GlossaryParams {
    /// The words, in either language or by another name; all if empty.
    pub words: Vec<String>,
}

/// Words with their sentences.
#[derive(Serialize)]
pub struct GlossaryReport<'a> {
    /// By id, or in the order in which they were asked for.
    words: Vec<&'a GlossaryEntry>,
    #[serde(skip)]
    is_open: bool,
}

/// Answers with every word, or with those asked for.
///
/// # Errors
/// Fails if a word is unknown, or the user's data cannot be read.
pub fn ask<'a>(params: &GlossaryParams, dataset: &'a Dataset) -> Result<GlossaryReport<'a>, Reason> {
    let known = dataset.glossary()?.words.as_slice();
    let find = |word: &String| {
        let names =
            known.iter().flat_map(|entry| [entry.word.in_lang(Lang::Fr), entry.word.in_lang(Lang::En)]);
        let unknown = || {
            let message = Unknown::among_many(text("mot", "word"), word, names).message();
            Reason::Usage(Text::new(
                format!("{}\ntous les mots : `backend-career glossary`", message.fr),
                format!("{}\nall words: `backend-career glossary`", message.en),
            ))
        };
        known.iter().find(|entry| entry.is_named(word)).ok_or_else(unknown)
    };
    let words = if params.words.is_empty() {
        known.iter().collect()
    } else {
        params.words.iter().map(find).collect::<Result<Vec<_>, _>>()?
    };
    Ok(GlossaryReport { words, is_open: params.words.is_empty() })
}

impl Report for GlossaryReport<'_> {
    fn name(&self) -> &'static str {
        "glossary"
    }

    fn document(&self) -> Document {
        let table = Table::of(self.words.iter().copied())
            .hidden("id", Kind::Name, text("Id", "Id"), |entry| &entry.id)
            .column("word", Kind::Text, text("Mot", "Word"), |entry| &entry.word)
            .column("definition", Kind::Text, text("Ce que c’est", "What it is"), |entry| &entry.definition)
            .hidden("aliases", Kind::Names, text("Aussi", "Also"), |entry| &entry.aliases)
            .main();
        let document = Document::new(text("Les mots du métier", "The words of the job"));
        if self.is_open {
            return document.with(Block::Table(table.alphabetical("word")));
        }
        document
            .with(Block::Table(table.unseen()))
            .with_all(self.words.iter().map(|entry| Block::Facts(told(entry))))
    }
}

/// One word with its sentence and its other names.
fn told(entry: &GlossaryEntry) -> Facts {
    let mut items = vec![(text("C’est", "It is"), Cell::Text(entry.definition.clone()))];
    if !entry.aliases.is_empty() {
        items.push((text("Aussi", "Also"), Cell::Words(entry.aliases.clone())));
    }
    Facts { title: Some(entry.word.clone()), items }
}

/// The sentence of a word, for those who show it beside a text.
///
/// # Errors
/// Fails if the user's data cannot be read.
pub fn sentence(dataset: &Dataset, word: &str) -> Result<Option<Text>, Reason> {
    let words = &dataset.glossary()?.words;
    Ok(words.iter().find(|entry| entry.is_named(word)).map(|entry| entry.definition.clone()))
}
