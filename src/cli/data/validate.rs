//! `data validate` on the command line.

use clap::{ArgMatches, Command};

use super::{opened, path};
use crate::cli::argument::{Arguments, flag};
use crate::cli::session::Session;
use crate::cli::{Failure, Group, Subcommand};
use crate::query::data::validate::{DataValidateParams, ask, of_unread};
use crate::query::{Lang, text};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "validate",
    group: Group::Trust,
    about: text("Tout ce qui ne va pas dans des données", "Everything that is wrong with data"),
    examples: &["backend-career data validate mine", "backend-career data validate mine --format json"],
    arguments,
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let all =
        text("Montrer tous les problèmes, même très nombreux", "Show every problem, however many there are");
    command.args([path(lang), flag(lang, "all", all)])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let params = DataValidateParams { all: args.has("all") };
    let report = match opened(args, session) {
        Ok(own) => ask(params, own),
        Err(Failure::Data(unread)) => of_unread(params, unread),
        Err(failure) => return Err(failure),
    };
    session.show(&report)?;
    if report.is_valid() { Ok(()) } else { Err(Failure::Told) }
}
