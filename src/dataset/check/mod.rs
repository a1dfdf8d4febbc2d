//! Finds every problem of a file in one pass, each with its line, its column and its path in the JSON.
//!
//! The strict parser comes first; places are looked up only when something is wrong.

mod messages;
mod place;
mod rules;
mod schema;
mod syntax;
mod walk;

use std::collections::{BTreeSet, HashSet};

use serde_json::Value;

use self::place::{Flaw, Span, located, offset};
pub use self::rules::References;
pub use self::schema::Schema;
use self::syntax::{Parsed, Step, parse, written};
use self::walk::{Found, walk};
use crate::model::error::{InvalidData, Problem};
use crate::model::text::Text;

/// More than this many problems of one file are only counted, unless all are asked for.
pub const KEPT: usize = 1000;

/// How a file's text is read into its type: the strict parser has the last word.
pub type Typed = fn(&str) -> Result<(), serde_json::Error>;

/// What a file is checked along: its schema and its type.
#[derive(Debug, Clone, Copy)]
pub struct Form<'n> {
    /// What its values may be.
    pub schema: &'n Schema,
    /// Reads it into its type.
    pub typed: Typed,
}

/// What was found in a file.
#[derive(Debug, Default)]
pub struct Checked {
    /// What is wrong with it.
    pub problems: InvalidData,
    /// What it says, as far as it could be read.
    pub value: Option<Value>,
    /// How many entries it has.
    pub entries: usize,
}

/// Checks `text`, which is shown as `file`; keeps `limit` problems and counts the others.
pub fn check(file: &str, text: &str, form: Form<'_>, references: &References, limit: usize) -> Checked {
    if text.trim().is_empty() {
        return Checked { problems: at_start(file, text, messages::empty_file()), ..Checked::default() };
    }
    let strict = (form.typed)(text).and_then(|()| serde_json::from_str::<Value>(text));
    let error = match strict {
        Ok(value) => {
            let found = walk(form.schema, &value, references, 0);
            if found.omitted == 0 {
                let entries = found.entries;
                return Checked { entries, value: Some(value), ..Checked::default() };
            }
            None
        }
        Err(error) => Some(error),
    };
    match parse(text) {
        Err(flaw) => Checked { problems: problems(file, text, vec![flaw], 0), ..Checked::default() },
        Ok(parsed) => explain(file, text, parsed, error, form.schema, references, limit),
    }
}

/// Tells what is wrong with a text that is not as it should be.
fn explain(
    file: &str,
    text: &str,
    mut parsed: Parsed<'_>,
    error: Option<serde_json::Error>,
    schema: &Schema,
    references: &References,
    limit: usize,
) -> Checked {
    let value = parsed.value();
    let Found { notes, mut omitted, entries, .. } = walk(schema, &value, references, limit);
    let mut flaws = std::mem::take(&mut parsed.flaws);
    // A text that is no JSON where it stands explains what is wrong with its value.
    let explained: HashSet<usize> = flaws.iter().map(|flaw| flaw.span.start).collect();
    omitted += flaws.len().saturating_sub(limit);
    flaws.truncate(limit);
    let mut locator = parsed.locator();
    for note in notes {
        let span = locator.span(&note.path, note.on_key);
        if !explained.contains(&span.start) {
            flaws.push(Flaw { span, path: written(&note.path), message: note.message });
        }
    }
    if let Some(error) = error.filter(|_| flaws.is_empty()) {
        flaws.push(unreadable(text, &error));
    }
    Checked { problems: problems(file, text, flaws, omitted), value: Some(value), entries }
}

/// What stands in a text under the keys at its top, whatever is wrong with it. Fails with what cannot be overlooked.
pub fn read_loosely(file: &str, text: &str) -> Result<Value, InvalidData> {
    if text.trim().is_empty() {
        return Err(at_start(file, text, messages::empty_file()));
    }
    serde_json::from_str(text)
        .or_else(|_| parse(text).map(|parsed| parsed.value()))
        .map_err(|flaw| problems(file, text, vec![flaw], 0))
}

/// A file without any of the keys that would tell what it is.
pub fn no_known_key(file: &str, text: &str, keys: &BTreeSet<&str>) -> InvalidData {
    let keys: Vec<&str> = keys.iter().copied().collect();
    at_start(file, text, messages::no_known_key(keys.join(", ")))
}

/// A text that stops being UTF-8 at the byte `at`.
pub fn not_utf8(file: &str, text: &str, at: usize) -> InvalidData {
    let sign = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let span = Span { start: at, end: at + sign };
    problems(file, text, vec![Flaw::new(span, messages::not_utf8())], 0)
}

/// A problem with the value of `key` at the top of a text; with the file as a whole if that is not there.
pub fn at_key(file: &str, text: &str, key: &str, message: Text) -> InvalidData {
    let Ok(parsed) = parse(text) else { return Problem::of_file(file, message).into() };
    let span = parsed.locator().span(&[Step::Key(key)], false);
    problems(file, text, vec![Flaw { span, path: key.to_owned(), message }], 0)
}

/// The strict parser's error in a text.
pub fn parse_error(file: &str, text: &str, error: &serde_json::Error) -> InvalidData {
    problems(file, text, vec![unreadable(text, error)], 0)
}

/// What the strict parser said, without the place it puts behind.
fn unreadable(text: &str, error: &serde_json::Error) -> Flaw {
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default();
    let at = offset(text, error.line(), error.column());
    Flaw::new(Span { start: at, end: at }, messages::unreadable(reason))
}

fn at_start(file: &str, text: &str, message: Text) -> InvalidData {
    problems(file, text, vec![Flaw::new(Span { start: 0, end: 0 }, message)], 0)
}

fn problems(file: &str, text: &str, flaws: Vec<Flaw>, omitted: usize) -> InvalidData {
    InvalidData { problems: located(file, text, flaws), omitted }
}
