//! `work` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, choices};
use super::session::Session;
use super::{Failure, Group, Subcommand};
use crate::query::work::{WorkParams, ask};
use crate::query::{Lang, WorkTopic, text};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "work",
    group: Group::Discover,
    about: text(
        "Qui recrute, sous quel statut, avec qui, quel marché",
        "Who hires, under which contract, with whom, the market",
    ),
    examples: &["backend-career work", "backend-career work --topic contracts"],
    arguments,
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let topic = text("Ces sujets seulement, en détail", "These topics only, in detail");
    command.arg(choices::<WorkTopic>(lang, "topic", text("SUJET", "TOPIC"), topic))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let params = WorkParams { topics: args.many("topic") };
    let report = ask(session.dataset, &params)?;
    session.show(&report)
}
