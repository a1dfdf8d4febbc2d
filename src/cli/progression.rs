//! `progression` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, option};
use super::session::Session;
use super::{Failure, Group, Subcommand};
use crate::query::progression::{ProgressionParams, ask};
use crate::query::{Lang, RoleId, text};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "progression",
    group: Group::Discover,
    about: text(
        "Où cela mène : promotions, spécialités, encadrement",
        "Where it leads: promotions, specialities, management",
    ),
    examples: &[
        "backend-career progression",
        "backend-career progression --from senior",
        "backend-career progression --columns from,to,kind,sources",
    ],
    arguments,
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let from = text(
        "Partir de ce poste (junior, senior, lead-developer…)",
        "Start from this role (junior, senior, lead-developer…)",
    );
    command.arg(option(lang, "from", text("POSTE", "ROLE"), from))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let params = ProgressionParams { from: args.one::<String>("from").map(RoleId::new) };
    let report = ask(session.dataset, &params)?;
    session.show(&report)
}
