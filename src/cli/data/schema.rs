//! `data schema` on the command line.

use clap::{ArgMatches, Command};

use crate::cli::argument::{Arguments, positional};
use crate::cli::session::Session;
use crate::cli::{Failure, Group, Subcommand};
use crate::query::data::schema::{ask, of_file};
use crate::query::{Lang, QueryError, text};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "schema",
    group: Group::Trust,
    about: text("Le schéma JSON de chaque fichier", "The JSON Schema of each file"),
    examples: &["backend-career data schema", "backend-career data schema training.json"],
    arguments,
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let help = text(
        "Le fichier dont le schéma est écrit tel quel, quel que soit --format",
        "The file whose schema is written as it is, whatever --format says",
    );
    command.arg(positional(lang, "file", text("FICHIER", "FILE"), help))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    match args.one::<String>("file") {
        Some(name) => session.write(of_file(&name).map_err(QueryError::from)?.as_bytes()),
        None => session.show(&ask()),
    }
}
