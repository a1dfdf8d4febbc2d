//! `data schema --answer`: the JSON Schema of each answer, drawn from answers and checked against every question.

use crate::model::name::{Unknown, key};
use crate::model::text::text;

/// Answers by name, each with its schema.
macro_rules! answers {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("answers/", $name, ".json"))),)+]
    };
}

/// Every answer.
const ANSWERS: &[(&str, &str)] = answers![
    "ad",
    "batch",
    "compare",
    "data-diff",
    "data-schema",
    "data-validate",
    "fit",
    "freelance",
    "gap",
    "glossary",
    "missions",
    "offer",
    "overview",
    "pay",
    "payback",
    "progression",
    "rates",
    "salary",
    "search",
    "sheet",
    "show",
    "skills",
    "sources",
    "training",
    "work",
];

/// The schema of the answer `name`, as the text of a file; fails if there is no such answer.
pub fn schema(name: &str) -> Result<&'static str, Unknown> {
    let wanted = key(name);
    let known = || ANSWERS.iter().map(|(name, _)| *name);
    let found = ANSWERS.iter().find(|(name, _)| key(name) == wanted).map(|(_, schema)| *schema);
    found.ok_or_else(|| Unknown::new(text("réponse", "answer"), name, known()))
}
