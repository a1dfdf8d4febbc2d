//! `data schema` on the command line.

use clap::{ArgMatches, Command};

use crate::cli::argument::{Arguments, option, positional};
use crate::cli::command::{Group, Subcommand, in_language};
use crate::cli::session::Session;
use crate::model::error::Reason;
use crate::model::text::{Lang, text};
use crate::query::data::answer;
use crate::query::data::schema::{ask, of_file};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "schema",
    group: Group::Trust,
    about: text(
        "Le schéma JSON de chaque fichier et de chaque réponse",
        "The JSON Schema of each file and each answer",
    ),
    examples: &[
        "backend-career data schema",
        "backend-career data schema training.json",
        "backend-career data schema --answer salary",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let help = text(
        "Le fichier dont le schéma est écrit tel quel, quel que soit --format",
        "The file whose schema is written as it is, whatever --format says",
    );
    let answer = text(
        "La réponse (salary, training…) dont le schéma est écrit tel quel",
        "The answer (salary, training…) whose schema is written as it is",
    );
    command.args([
        positional(lang, "file", text("FICHIER", "FILE"), help),
        option(lang, "answer", text("RÉPONSE", "ANSWER"), answer).conflicts_with("file"),
    ])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    if let Some(name) = args.one::<String>("answer") {
        return session.write(answer::schema(&name).map_err(Reason::from)?.as_bytes());
    }
    match args.one::<String>("file") {
        Some(name) => session.write(of_file(&name).map_err(Reason::from)?.as_bytes()),
        None => session.show(&ask()),
    }
}
