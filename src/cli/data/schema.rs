//! `data schema` on the command line.

use clap::{ArgMatches, Command};

use crate::cli::argument::{Arguments, positional};
use crate::cli::command::{Group, Subcommand, in_language};
use crate::cli::session::Session;
use crate::model::error::Reason;
use crate::model::text::{Lang, text};
use crate::query::data::schema::{ask, of_file};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "schema",
    group: Group::Trust,
    about: text("Le schéma JSON de chaque fichier", "The JSON Schema of each file"),
    examples: &["backend-career data schema", "backend-career data schema training.json"],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let help = text(
        "Le fichier dont le schéma est écrit tel quel, quel que soit --format",
        "The file whose schema is written as it is, whatever --format says",
    );
    command.arg(positional(lang, "file", text("FICHIER", "FILE"), help))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    match args.one::<String>("file") {
        Some(name) => session.write(of_file(&name).map_err(Reason::from)?.as_bytes()),
        None => session.show(&ask()),
    }
}
