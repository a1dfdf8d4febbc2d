//! `fit` on the command line: answers from a file, or asked for one by one on a terminal.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::argument::{Arguments, option, path};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::query::fit::{FitParams, QUESTIONS, Reply, ask, replies};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "fit",
    group: Group::Decide,
    about: text("Ce métier est-il pour moi ? Quatorze questions", "Is this job for me? Fourteen questions"),
    examples: &["backend-career fit", "echo oui | backend-career fit --answers -"],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let answers = text(
        "Les réponses, une par ligne : oui, non, je ne sais pas ; - pour l’entrée standard",
        "The answers, one a line: yes, no, not sure; - for standard input",
    );
    command.arg(path(option(lang, "answers", text("FICHIER", "FILE"), answers)))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let replies = match args.one::<PathBuf>("answers") {
        Some(file) => replies(&session.read(Some(file), "fit")?)?,
        None if session.environment.typed_input => asked(session),
        None => Vec::new(),
    };
    session.show(&ask(&FitParams { replies }, session.dataset)?)
}

/// Asks every question on the terminal; an empty line leaves one out, the end of input all that follow.
fn asked(session: &mut Session<'_>) -> Vec<Option<Reply>> {
    let mut replies = Vec::new();
    for (at, question) in QUESTIONS.iter().enumerate() {
        let number = at + 1;
        let asked = Text::new(
            format!("{number}/{} {} [oui/non/?]", QUESTIONS.len(), question.question.fr),
            format!("{number}/{} {} [yes/no/?]", QUESTIONS.len(), question.question.en),
        );
        match answered(session, &asked) {
            Answer::Reply(reply) => replies.push(Some(reply)),
            Answer::LeftOut => replies.push(None),
            Answer::End => break,
        }
    }
    replies
}

/// What somebody typed behind a question.
enum Answer {
    Reply(Reply),
    LeftOut,
    /// There is no more input.
    End,
}

/// Asks until the reply is one, or empty.
fn answered(session: &mut Session<'_>, asked: &Text) -> Answer {
    while let Some(line) = session.prompt(asked) {
        match line.trim().trim_end_matches(['.', '!']) {
            "" => return Answer::LeftOut,
            "?" => return Answer::Reply(Reply::Unsure),
            line => match Reply::parse(line) {
                Ok(reply) => return Answer::Reply(reply),
                Err(_) => session.remark(&text(
                    "répondez oui, non ou ? ; une ligne vide passe la question",
                    "answer yes, no or ?; an empty line leaves the question out",
                )),
            },
        }
    }
    Answer::End
}
