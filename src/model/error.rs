//! Why a question has no answer: one typed reason with its text and its exit code, and the problems of a user's data.
//!
//! Everything above returns `anyhow::Result`; `main` finds the [`Reason`] in the chain once. Nothing here prints.

use std::fmt;
use std::io::{self, ErrorKind};

use serde::Serialize;

use super::name::Unknown;
use super::text::{Lang, Text, text};

/// Why there is no answer. The variant decides the exit code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Something could not be done: a file cannot be read or written. Exit code 1.
    Failed(Text),
    /// The question was not understood, or names something unknown. Exit code 2.
    Usage(Text),
    /// The user's data is invalid. Exit code 3.
    InvalidData(InvalidData),
}

impl Reason {
    /// The exit code of the program that ends for this reason.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Failed(_) => 1,
            Self::Usage(_) => 2,
            Self::InvalidData(_) => 3,
        }
    }

    /// The message for people, without the problems of the data one by one.
    pub fn message(&self) -> Text {
        match self {
            Self::Failed(message) | Self::Usage(message) => message.clone(),
            Self::InvalidData(data) => data.message(),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.message().in_lang(Lang::En))
    }
}

impl std::error::Error for Reason {}

impl From<InvalidData> for Reason {
    fn from(data: InvalidData) -> Self {
        Self::InvalidData(data)
    }
}

impl From<Unknown> for Reason {
    fn from(unknown: Unknown) -> Self {
        Self::Usage(unknown.message())
    }
}

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

/// A piece of a line of a file, and what in it is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before the place.
    pub before: String,
    /// What is meant; it may be empty at the end of a file.
    pub marked: String,
    /// What stands after it.
    pub after: String,
}

/// Data that could not be read as facts: at least one problem.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InvalidData {
    /// The problems, in the order of the text.
    pub problems: Vec<Problem>,
    /// How many more there are than are listed.
    pub omitted: usize,
}

impl InvalidData {
    /// How many problems there are, listed or not.
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

impl fmt::Display for InvalidData {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.message().in_lang(Lang::En))
    }
}

impl std::error::Error for InvalidData {}

impl From<Problem> for InvalidData {
    fn from(problem: Problem) -> Self {
        Self { problems: vec![problem], omitted: 0 }
    }
}

impl From<Box<Problem>> for InvalidData {
    fn from(problem: Box<Problem>) -> Self {
        Self::from(*problem)
    }
}

/// The reason behind `error`; one that is rare is told in the system's own words.
pub fn system_reason(error: &io::Error) -> Text {
    /// Too many symbolic links, on Linux and on macOS; std has no stable name for it.
    const LOOPS: [i32; 2] = [40, 62];
    match error.kind() {
        ErrorKind::NotFound => text("introuvable", "not found"),
        ErrorKind::PermissionDenied => text("accès refusé", "permission denied"),
        ErrorKind::AlreadyExists => text("existe déjà", "it is there already"),
        ErrorKind::NotADirectory => {
            text("un fichier se trouve à la place d’un dossier", "a file is in the place of a folder")
        }
        ErrorKind::IsADirectory => {
            text("un dossier se trouve à la place d’un fichier", "a folder is in the place of a file")
        }
        ErrorKind::StorageFull => text("plus de place sur le disque", "no space left on the device"),
        ErrorKind::QuotaExceeded => text("quota de disque dépassé", "the disk quota is used up"),
        ErrorKind::ReadOnlyFilesystem => text("disque en lecture seule", "the disk is read-only"),
        ErrorKind::FileTooLarge => {
            text("fichier trop gros pour ce disque", "the file is too large for this disk")
        }
        ErrorKind::InvalidFilename => text("nom de fichier impossible", "no such name is possible"),
        ErrorKind::StaleNetworkFileHandle | ErrorKind::TimedOut => {
            text("délai d’accès au disque dépassé", "I/O timed out")
        }
        _ if error.raw_os_error().is_some_and(|code| LOOPS.contains(&code)) => {
            text("un lien symbolique tourne en rond", "a symbolic link leads back to itself")
        }
        _ => Text::new(format!("refus du système ({error})"), format!("the system refused ({error})")),
    }
}
