//! `data` on the command line: one command per thing to do with one's own facts.

mod diff;
mod export;
mod files;
mod schema;
mod validate;

use clap::{ArgMatches, Command};

use super::command::{Group, Subcommand, in_language, named_below};
use super::help;
use super::session::Session;
use crate::model::text::{Lang, Text, text};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "data",
    group: Group::Trust,
    about: text(
        "Vos propres faits : les vérifier, les décrire, les comparer",
        "Your own facts: check, describe, compare them",
    ),
    examples: &["backend-career data export mine", "backend-career data validate mine"],
    arguments: in_language!(arguments),
    run,
};

/// What can be done with facts.
static COMMANDS: &[&Subcommand] = &[&validate::COMMAND, &diff::COMMAND, &schema::COMMAND, &export::COMMAND];

fn arguments(command: Command, lang: Lang) -> Command {
    let command = help::with_commands(command, lang);
    COMMANDS.iter().fold(command, |command, below| command.subcommand(help::deferred(below, lang)))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let (asked, args) = named_below(COMMANDS, args, missing)?;
    (asked.run)(args, session)
}

fn missing(names: &str) -> Text {
    Text::new(
        format!("il manque ce qu’il faut faire des données : {names}\nvoir `backend-career data --help`"),
        format!("what to do with the data is missing: {names}\nsee `backend-career data --help`"),
    )
}
