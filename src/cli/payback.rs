//! `payback` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, amount, choice, choices, option};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::text::{Lang, text};
use crate::model::training::{Sector, StudyLevel};
use crate::query::payback::{PaybackParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "payback",
    group: Group::Decide,
    about: text(
        "Ce que coûte une formation, et quand elle est amortie",
        "What training costs, and when it has paid back",
    ),
    examples: &[
        "backend-career payback",
        "backend-career payback --current 24k",
        "backend-career payback --level bac+5 --sector private",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let current = text(
        "Salaire brut annuel auquel on renonce pendant les études (0 par défaut)",
        "Gross pay a year that is given up while studying (0 by default)",
    );
    let level = text("Ces niveaux d’études seulement", "These study levels only");
    let sector = text("Ce secteur seulement", "This sector only");
    command.args([
        option(lang, "current", text("EUROS", "EUROS"), current)
            .value_parser(amount())
            .allow_hyphen_values(true),
        choices::<StudyLevel>(lang, "level", text("NIVEAU", "LEVEL"), level),
        choice::<Sector>(lang, "sector", text("SECTEUR", "SECTOR"), sector),
    ])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let params = PaybackParams {
        current: args.one("current"),
        levels: args.many("level"),
        sector: args.one("sector"),
    };
    let report = ask(&params, session.dataset)?;
    session.show(&*report)
}
