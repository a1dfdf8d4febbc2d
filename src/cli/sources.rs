//! `sources` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, positional};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::id::SourceId;
use crate::model::text::{Lang, text};
use crate::query::sources::{SourcesParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "sources",
    group: Group::Trust,
    about: text("Qui le dit, et ce qui repose sur une source", "Who says so, and what rests on a source"),
    examples: &["backend-career sources", "backend-career sources onisep-2024"],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let id = text("Ouvrir cette source", "Open this source");
    command.arg(positional(lang, "id", text("ID", "ID"), id))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let params = SourcesParams { id: args.one::<String>("id").map(SourceId::new) };
    session.show(&ask(&params, session.dataset)?)
}
