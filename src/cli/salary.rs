//! `salary` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, choice, choices, flag, option};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::id::SourceId;
use crate::model::text::{Lang, text};
use crate::model::vocabulary::{Per, Seniority};
use crate::query::salary::{SalaryParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "salary",
    group: Group::Discover,
    about: text(
        "Ce que l’on y gagne, niveau par niveau et source par source",
        "What it pays, level by level and source by source",
    ),
    examples: &[
        "backend-career salary",
        "backend-career salary --level senior",
        "backend-career salary --level junior --per month",
        "backend-career salary --net",
        "backend-career salary --source onisep-2024",
        "backend-career salary --format json | jq '.levels[].low'",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let level = text("Ces niveaux seulement, en détail", "These levels only, in detail");
    let source = text("Cette source seulement (voir `sources`)", "This source only (see `sources`)");
    let per = text("Période des montants", "Period of the amounts");
    let net = text("Ajouter le net par mois avant impôt", "Add the net a month before tax");
    command.args([
        choices::<Seniority>(lang, "level", text("NIVEAU", "LEVEL"), level),
        option(lang, "source", text("ID", "ID"), source),
        choice::<Per>(lang, "per", text("PÉRIODE", "PERIOD"), per),
        flag(lang, "net", net),
    ])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let params = SalaryParams {
        levels: args.many("level"),
        source: args.one::<String>("source").map(SourceId::new),
        per: args.one("per").unwrap_or(Per::Year),
        net: args.has("net"),
    };
    let report = ask(&params, session.dataset)?;
    session.show(&*report)
}
