//! `data validate` on the command line.

use clap::{ArgMatches, Command};

use super::files::{opened, path};
use crate::cli::argument::{Arguments, flag};
use crate::cli::command::{Group, Subcommand, in_language};
use crate::cli::session::Session;
use crate::model::error::Reason;
use crate::model::text::{Lang, text};
use crate::query::data::validate::{DataValidateParams, ask, of_unread};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "validate",
    group: Group::Trust,
    about: text("Tout ce qui ne va pas dans des données", "Everything that is wrong with data"),
    examples: &["backend-career data validate mine", "backend-career data validate mine --format json"],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let all =
        text("Montrer tous les problèmes, même très nombreux", "Show every problem, however many there are");
    command.args([path(lang), flag(lang, "all", all)])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let params = DataValidateParams { all: args.has("all") };
    let report = match opened(args, session) {
        Ok(own) => ask(params, own),
        Err(Reason::InvalidData(unread)) => of_unread(params, unread),
        Err(reason) => return Err(reason.into()),
    };
    session.show(&report)
}
