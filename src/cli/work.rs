//! `work` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, choices};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::text::{Lang, text};
use crate::model::work::WorkTopic;
use crate::query::work::{WorkParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "work",
    group: Group::Discover,
    about: text(
        "Qui recrute, sous quel statut, avec qui, quel marché",
        "Who hires, under which contract, with whom, the market",
    ),
    examples: &["backend-career work", "backend-career work --topic contracts"],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let topic = text("Ces sujets seulement, en détail", "These topics only, in detail");
    command.arg(choices::<WorkTopic>(lang, "topic", text("SUJET", "TOPIC"), topic))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let params = WorkParams { topics: args.many("topic") };
    session.show(&ask(&params, session.dataset)?)
}
