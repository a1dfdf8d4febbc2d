//! The questions about entries and sources: who says so, what a word means, one entry, entries side by side.

use super::super::question::{FieldSpec, Question, boxed};
use crate::model::id::SourceId;
use crate::model::text::{Text, text};
use crate::query::compare::CompareParams;
use crate::query::glossary::GlossaryParams;
use crate::query::show::ShowParams;
use crate::query::sources::SourcesParams;
use crate::query::{compare, glossary, show, sources};

/// Who says so.
pub static SOURCES: Question = Question {
    title: &text("Qui le dit ?", "Who says so?"),
    hint: |dataset| {
        let count = dataset.source_names().ok()?.sources.len();
        Some(Text::new(
            format!("{count} sources, ce que vaut chacune"),
            format!("{count} sources, what each is worth"),
        ))
    },
    things: Some(&[text("source", "source"), text("sources", "sources")]),
    ..Question::of("sources", |_, dataset| boxed(sources::ask(&SourcesParams { id: None }, dataset)))
};

/// One source: who, when, of whom, what rests on it.
pub static SOURCE: Question = Question {
    title: &text("Qui le dit ?", "Who says so?"),
    ..Question::of("sources", |asked, dataset| {
        boxed(sources::ask(&SourcesParams { id: asked.subjects.first().map(SourceId::new) }, dataset))
    })
};

/// What words mean.
pub static GLOSSARY: Question = Question {
    title: &text("Que veut dire ce mot ?", "What does this word mean?"),
    hint: |dataset| {
        let count = dataset.glossary().ok()?.words.len();
        Some(Text::new(format!("{count} mots expliqués"), format!("{count} words explained")))
    },
    things: Some(&[text("mot", "word"), text("mots", "words")]),
    fields: &[FieldSpec::new("", text("Mot", "Word"), text("CVEC", "CVEC"))],
    ..Question::of("glossary", |asked, dataset| {
        let words = asked.typed("").map(str::to_owned).into_iter().collect();
        boxed(glossary::ask(&GlossaryParams { words }, dataset))
    })
};

/// One entry, whole.
pub static SHOW: Question = Question {
    title: &text("Fiche", "Entry"),
    ..Question::of("show", |asked, dataset| {
        boxed(show::ask(&ShowParams { names: asked.subjects.clone() }, dataset))
    })
};

/// Entries side by side.
pub static COMPARE: Question = Question {
    title: &text("Côte à côte", "Side by side"),
    ..Question::of("compare", |asked, dataset| {
        let params =
            CompareParams { subjects: asked.subjects.clone(), daily_rate: None, days: 200, from: None };
        boxed(compare::ask(&params, dataset))
    })
};
