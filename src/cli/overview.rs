//! `overview` on the command line.

use clap::{ArgMatches, Command};

use super::session::Session;
use super::{Failure, Group, Subcommand};
use crate::query::overview::ask;
use crate::query::{Lang, text};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "overview",
    group: Group::Discover,
    about: text("Le métier en un écran", "The job on one screen"),
    examples: &["backend-career", "backend-career --lang fr"],
    arguments,
    run,
};

fn arguments(command: Command, _: Lang) -> Command {
    command
}

fn run(_: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let report = ask(session.dataset)?;
    session.show(&report)
}
