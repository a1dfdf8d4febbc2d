//! `data diff` on the command line.

use clap::{ArgMatches, Command};

use super::{opened, path};
use crate::cli::session::Session;
use crate::cli::{Failure, Group, Subcommand};
use crate::query::data::diff::ask;
use crate::query::{Lang, text};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "diff",
    group: Group::Trust,
    about: text(
        "Ce que des données changent à celles du programme",
        "What data changes in the program’s own",
    ),
    examples: &["backend-career data diff mine", "backend-career data diff mine --format json"],
    arguments,
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    command.arg(path(lang))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let report = ask(opened(args, session)?)?;
    session.show(&report)
}
