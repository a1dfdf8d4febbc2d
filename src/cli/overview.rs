//! `overview` on the command line.

use clap::{ArgMatches, Command};

use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::text::{Lang, text};
use crate::query::overview::ask;

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "overview",
    group: Group::Discover,
    about: text("Le métier en un écran", "The job on one screen"),
    examples: &["backend-career", "backend-career --lang fr"],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, _: Lang) -> Command {
    command
}

fn run(_: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    session.show(&ask(session.dataset)?)
}
