//! Why a run ends without an answer, and with which exit code.

use std::io::{self, Write};

use super::surroundings::Surroundings;
use crate::query::data::snippet;
use crate::query::{InvalidData, Lang, QueryError, Text, system_reason, text};
use crate::view::{self, ViewError};

/// Problems beyond this many are counted, not told.
const TOLD: usize = 10;

/// Why a run ends without an answer.
#[derive(Debug)]
pub enum Failure {
    /// The question was not understood.
    Usage(Text),
    /// The user's data is invalid.
    Data(InvalidData),
    /// The user's data is invalid, and the answer has said so.
    Told,
    /// A document cannot be read.
    Document(Text),
    /// There is nothing to work on, and nobody to type it in.
    NothingGiven,
    /// The help of a command that was given nothing to work on, laid out.
    Help(String),
    /// A file could not be written.
    Unwritten(Text),
    /// The output took no more.
    Output(io::Error),
}

impl Failure {
    /// Tells the reason on `err` and gives the exit code; a closed pipe is no failure.
    pub fn report(&self, lang: Lang, surroundings: &Surroundings, err: &mut dyn Write) -> u8 {
        let (code, message) = match self {
            Self::Told => return 3,
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return 0,
            Self::Output(error) => (1, unwritten(error)),
            Self::Help(help) => {
                // Nobody is left to tell if standard error is closed too.
                let _ = view::write_styled(help, surroundings.styles_errors(), false, err);
                return 2;
            }
            Self::NothingGiven => (2, text("rien à lire", "nothing to read")),
            Self::Document(message) | Self::Unwritten(message) => (1, message.clone()),
            Self::Usage(message) => (2, message.clone()),
            Self::Data(error) => (3, error.message()),
        };
        let word = match lang {
            Lang::Fr => "erreur\u{202f}:",
            Lang::En => "error:",
        };
        let mut line = format!("{} {}\n", view::error(word), view::said(&message, lang));
        if let Self::Data(error) = self {
            line += &problems(error, lang, surroundings.width());
        }
        // Nobody is left to tell if standard error is closed too.
        let _ = view::write_styled(&line, surroundings.styles_errors(), false, err);
        code
    }
}

/// The problems below the message that counts them.
fn problems(error: &InvalidData, lang: Lang, width: usize) -> String {
    if error.is_told_whole() {
        return String::new();
    }
    let told = error.problems.iter().take(TOLD);
    let mut shown = String::new();
    for problem in told {
        shown += &format!("\n{}\n", view::snippet(&snippet(problem), lang, width));
    }
    let more = error.total().saturating_sub(TOLD);
    if more > 0 {
        let rest = Text::new(
            format!("et {more} autres ; `backend-career data validate` les liste"),
            format!("and {more} more; `backend-career data validate` lists them"),
        );
        shown += &format!("\n{}\n", view::said(&rest, lang));
    }
    shown
}

fn unwritten(error: &io::Error) -> Text {
    let reason = system_reason(error);
    Text::new(
        format!("la réponse n’a pas pu être écrite : {}", reason.fr),
        format!("could not write the answer: {}", reason.en),
    )
}

impl From<QueryError> for Failure {
    fn from(error: QueryError) -> Self {
        match &error {
            QueryError::Unknown(_) => Self::Usage(error.message()),
            QueryError::Unwritten(reason) => Self::Unwritten(reason.clone()),
            QueryError::Data(wrong) => Self::Data(wrong.clone()),
        }
    }
}

impl From<InvalidData> for Failure {
    fn from(error: InvalidData) -> Self {
        Self::Data(error)
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
