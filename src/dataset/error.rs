//! What is wrong with data, and where.

use serde::Serialize;

use super::check::Excerpt;
use crate::model::text::{Text, text};

/// One thing that is wrong with a data file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file, as its path was given.
    pub file: String,
    /// The line, from 1; `None` if the file could not be read at all.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// The place in the JSON: `programmes[12].tuition.low`; empty for the file itself.
    pub path: String,
    /// What is wrong, what was expected, what was perhaps meant.
    pub message: Text,
    /// The line of the source around the place.
    #[serde(skip)]
    pub excerpt: Option<Excerpt>,
}

impl Problem {
    /// What is wrong with a file as a whole.
    pub fn of_file(file: &str, message: Text) -> Self {
        let message = message.spaced();
        Self { file: file.to_owned(), line: None, column: None, path: String::new(), message, excerpt: None }
    }

    /// Where and what, in one line.
    pub fn line(&self) -> Text {
        let place = self.place();
        Text::new(format!("{place} : {}", self.message.fr), format!("{place}: {}", self.message.en))
    }

    /// The file with its line and column: `mine/training.json:12:7`.
    pub fn place(&self) -> String {
        let figure = |figure: Option<usize>| figure.map(|figure| format!(":{figure}")).unwrap_or_default();
        format!("{}{}{}", self.file, figure(self.line), figure(self.column))
    }
}

/// Data that could not be read as facts: at least one problem.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DataError {
    /// The problems, in the order of the text.
    pub problems: Vec<Problem>,
    /// How many more there are than are told.
    pub omitted: usize,
}

impl DataError {
    /// The parser's error in `file`.
    pub fn new(file: &str, error: &serde_json::Error) -> Self {
        let place = (error.line() > 0).then_some((error.line(), error.column()));
        let problem = Problem {
            line: place.map(|(line, _)| line),
            column: place.map(|(_, column)| column),
            ..Problem::of_file(file, unreadable(error))
        };
        Self::from(problem)
    }

    /// How many problems there are, told or not.
    pub fn total(&self) -> usize {
        self.problems.len() + self.omitted
    }

    /// Whether the message says all there is to say: one problem, without a line to show.
    pub fn is_told_whole(&self) -> bool {
        self.total() == 1 && self.problems.iter().all(|problem| problem.excerpt.is_none())
    }

    /// The message: how many problems, or the only one with its place.
    pub fn message(&self) -> Text {
        match self.problems.as_slice() {
            [] => text("données illisibles", "unreadable data"),
            [one] if self.is_told_whole() => one.line(),
            [_] if self.omitted == 0 => text("1 problème dans les données", "1 problem in the data"),
            _ => {
                let total = self.total();
                Text::new(
                    format!("{total} problèmes dans les données"),
                    format!("{total} problems in the data"),
                )
            }
        }
    }
}

/// What another parser said, without the place it puts behind.
pub fn unreadable(error: &serde_json::Error) -> Text {
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default();
    Text::new(format!("données illisibles ({reason})"), format!("unreadable data ({reason})"))
}

impl From<Problem> for DataError {
    fn from(problem: Problem) -> Self {
        Self { problems: vec![problem], omitted: 0 }
    }
}

impl From<Box<Problem>> for DataError {
    fn from(problem: Box<Problem>) -> Self {
        Self::from(*problem)
    }
}
