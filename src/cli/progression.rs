//! `progression` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, count_up_to, option};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::id::RoleId;
use crate::model::text::{Lang, text};
use crate::query::progression::{ProgressionParams, ask};

/// More ways than this are no choice any more.
const MOST: usize = 50;

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
        "backend-career progression --from junior --to cto",
        "backend-career progression --to cto --format mermaid",
        "backend-career progression --columns from,to,kind,sources",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let from = text(
        "Partir de ce poste (junior, senior, lead-developer…)",
        "Start from this role (junior, senior, lead-developer…)",
    );
    let to =
        text("Les voies jusqu’à ce poste, les plus courtes d’abord", "The ways to this role, shortest first");
    let max = text("Le nombre de voies au plus (5 par défaut)", "The number of ways at most (5 by default)");
    command.args([
        option(lang, "from", text("POSTE", "ROLE"), from),
        option(lang, "to", text("POSTE", "ROLE"), to),
        option(lang, "max", text("N", "N"), max).value_parser(count_up_to(MOST)).requires("to"),
    ])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let role = |name| args.one::<String>(name).map(RoleId::new);
    let params = ProgressionParams { from: role("from"), to: role("to"), max: args.one("max") };
    session.show(&ask(&params, session.dataset)?)
}
