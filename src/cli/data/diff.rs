//! `data diff` on the command line.

use clap::{ArgMatches, Command};

use super::files::{opened, path};
use crate::cli::command::{Group, Subcommand, in_language};
use crate::cli::session::Session;
use crate::model::text::{Lang, text};
use crate::query::data::diff::ask;

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "diff",
    group: Group::Trust,
    about: text(
        "Ce que des données changent à celles du programme",
        "What data changes in the program’s own",
    ),
    examples: &["backend-career data diff mine", "backend-career data diff mine --format json"],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    command.arg(path(lang))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let report = ask(opened(args, session)?)?;
    session.show(&report)
}
