//! Telling why there is no answer, and with which exit code the program ends.

use std::io::{self, Write};

use super::environment::Environment;
use crate::model::error::{InvalidData, Reason, system_reason};
use crate::model::text::{Lang, Text, text};
use crate::query::data::snippet;
use crate::view::{self, localize_message};

/// Problems beyond this many are counted, not listed.
const LISTED: usize = 10;

/// Tells `error` on `err` and returns the exit code; a pipe that the reader closed is no failure.
pub fn explain(error: &anyhow::Error, lang: Lang, environment: &Environment, err: &mut dyn Write) -> u8 {
    let Some(reason) = reason(error) else { return 0 };
    let word = localize_message(&text("erreur :", "error:"), lang);
    let message = wrapped(&localize_message(&reason.message(), lang), environment);
    let mut told = format!("{} {message}\n", view::error(&word));
    if let Reason::InvalidData(data) = &reason {
        told += &problems(data, lang, environment.width);
    }
    // Nobody is left to tell if standard error is closed too.
    let _ = view::write_styled(&told, environment.color_errors, err);
    reason.exit_code()
}

/// The reason in the chain of causes; `None` if the reader closed the pipe.
pub fn reason(error: &anyhow::Error) -> Option<Reason> {
    if let Some(reason) = error.chain().find_map(|cause| cause.downcast_ref::<Reason>()) {
        return Some(reason.clone());
    }
    if let Some(data) = error.chain().find_map(|cause| cause.downcast_ref::<InvalidData>()) {
        return Some(Reason::InvalidData(data.clone()));
    }
    match error.chain().find_map(|cause| cause.downcast_ref::<io::Error>()) {
        Some(error) if error.kind() == io::ErrorKind::BrokenPipe => None,
        Some(error) => Some(Reason::Failed(unwritten(error))),
        None => Some(Reason::Failed(Text::same(&format!("{error:#}")))),
    }
}

/// On a terminal, long messages are broken between words.
pub fn wrapped(message: &str, environment: &Environment) -> String {
    if environment.errors_on_terminal { view::wrap(message, environment.width) } else { message.to_owned() }
}

/// The problems below the message that counts them.
fn problems(data: &InvalidData, lang: Lang, width: usize) -> String {
    if data.is_told_whole() {
        return String::new();
    }
    let listed = data.problems.iter().take(LISTED);
    let mut shown = String::new();
    for problem in listed {
        shown += &format!("\n{}\n", view::snippet(&snippet(problem), lang, width));
    }
    let more = data.total().saturating_sub(LISTED);
    if more > 0 {
        let rest = Text::new(
            format!("et {more} autres ; `backend-career data validate` les liste"),
            format!("and {more} more; `backend-career data validate` lists them"),
        );
        shown += &format!("\n{}\n", localize_message(&rest, lang));
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
