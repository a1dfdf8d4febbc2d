//! `missions` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, choices};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::mission::Phase;
use crate::model::text::{Lang, text};
use crate::query::missions::{MissionsParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "missions",
    group: Group::Discover,
    about: text(
        "Ce que l’on fait dans ce métier, phase par phase",
        "What one does in the job, phase by phase",
    ),
    examples: &["backend-career missions", "backend-career missions --phase build,test"],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let help = text("Ces phases seulement, en détail", "These phases only, in detail");
    command.arg(choices::<Phase>(lang, "phase", text("PHASE", "PHASE"), help))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let params = MissionsParams { phases: args.many("phase") };
    session.show(&ask(&params, session.dataset)?)
}
