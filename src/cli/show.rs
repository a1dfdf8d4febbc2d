//! `show` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, words};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::text::{Lang, text};
use crate::query::show::{ShowParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "show",
    group: Group::Trust,
    about: text("Une entrée entière, avec ses sources", "One entry whole, with its sources"),
    examples: &[
        "backend-career show epitech",
        "backend-career show onisep-2024-junior",
        "backend-career show work/very-sought-after",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let name = text(
        "L’entrée, par son id ou son nom ; `fichier/id` si plusieurs le portent",
        "The entry, by its id or name; `file/id` where several share it",
    );
    command.arg(words(lang, "entry", text("ENTRÉE", "ENTRY"), name).required(true).num_args(1..))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    session.show(&ask(&ShowParams { names: args.many("entry") }, session.dataset)?)
}
