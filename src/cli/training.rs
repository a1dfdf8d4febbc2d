//! `training` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, amount, choice, choices, flag, option, word};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::text::{Lang, text};
use crate::model::training::{Sector, StudyLevel};
use crate::query::training::{TrainingParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "training",
    group: Group::Discover,
    about: text("Les diplômes et les écoles qui y mènent", "The diplomas and schools that lead to it"),
    examples: &[
        "backend-career training --level bac+5",
        "backend-career training --city Lyon --sector public",
        "backend-career training --max-tuition 1000",
        "backend-career training --apprenticeship",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let level = text("Ces niveaux d’études seulement", "These study levels only");
    let sector = text("Ce secteur seulement", "This sector only");
    let city = text("Seulement les écoles de cette ville", "Only schools in this town");
    let apprenticeship =
        text("Seulement ce qui se fait en apprentissage", "Only what can be done as an apprentice");
    let fee = text(
        "Frais annuels au plus, en euros ; les frais inconnus sont laissés de côté",
        "Fees a year at most, in euros; unknown fees are left out",
    );
    command.args([
        choices::<StudyLevel>(lang, "level", text("NIVEAU", "LEVEL"), level),
        choice::<Sector>(lang, "sector", text("SECTEUR", "SECTOR"), sector),
        option(lang, "city", text("VILLE", "TOWN"), city).value_parser(word()),
        flag(lang, "apprenticeship", apprenticeship),
        option(lang, "max-tuition", text("EUROS", "EUROS"), fee)
            .value_parser(amount())
            .allow_hyphen_values(true),
    ])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let params = TrainingParams {
        levels: args.many("level"),
        sector: args.one("sector"),
        city: args.one("city"),
        apprenticeship: args.has("apprenticeship"),
        max_tuition: args.one("max-tuition"),
    };
    let report = ask(&params, session.dataset)?;
    session.show(&*report)
}
