//! Why a run ends without an answer, and with which exit code.

use std::io::{self, Write};

use crate::query::{DataError, Lang, QueryError, Text, text};
use crate::view::{self, ViewError};

/// Why a run ends without an answer.
#[derive(Debug)]
pub enum Failure {
    /// The question was not understood.
    Usage(Text),
    /// The user's data is invalid.
    Data(Text),
    /// A document cannot be read.
    Document(Text),
    /// There is nothing to work on, and nobody to type it in.
    NothingGiven,
    /// The help of a command that was given nothing to work on, laid out.
    Help(String),
    /// A file or folder, by name, could not be read or written.
    File(String, io::Error),
    /// The output took no more.
    Output(io::Error),
}

impl Failure {
    /// Tells the reason on `err` and gives the exit code; a closed pipe is no failure.
    pub fn report(&self, lang: Lang, color: bool, err: &mut dyn Write) -> u8 {
        let (code, message) = match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return 0,
            Self::Output(error) => (1, unwritten(error)),
            Self::Help(help) => {
                // Nobody is left to tell if standard error is closed too.
                let _ = view::write_styled(help, color, false, err);
                return 2;
            }
            Self::NothingGiven => (2, text("rien à lire", "nothing to read")),
            Self::Document(message) => (1, message.clone()),
            Self::File(name, error) => {
                (1, Text::new(format!("{name} : {error}"), format!("{name}: {error}")))
            }
            Self::Usage(message) => (2, message.clone()),
            Self::Data(message) => (3, message.clone()),
        };
        let word = match lang {
            Lang::Fr => "erreur\u{202f}:",
            Lang::En => "error:",
        };
        let line = format!("{} {}\n", view::error(word), view::said(&message, lang));
        // Nobody is left to tell if standard error is closed too.
        let _ = view::write_styled(&line, color, false, err);
        code
    }
}

fn unwritten(error: &io::Error) -> Text {
    if error.kind() == io::ErrorKind::StorageFull {
        return text(
            "la réponse n’a pas pu être écrite : plus de place sur le disque",
            "could not write the answer: no space left on the device",
        );
    }
    Text::new(
        format!("la réponse n’a pas pu être écrite : {error}"),
        format!("could not write the answer: {error}"),
    )
}

impl From<QueryError> for Failure {
    fn from(error: QueryError) -> Self {
        match &error {
            QueryError::Unknown(_) => Self::Usage(error.message()),
            QueryError::Data(_) => Self::Data(error.message()),
        }
    }
}

impl From<DataError> for Failure {
    fn from(error: DataError) -> Self {
        Self::Data(error.message())
    }
}

impl From<ViewError> for Failure {
    fn from(error: ViewError) -> Self {
        match error {
            ViewError::Column(unknown) => Self::Usage(unknown.message()),
            ViewError::NoGraph(answer, format) => Self::Usage(ViewError::no_graph(answer, format)),
            ViewError::Output(error) => Self::Output(error),
        }
    }
}
