//! `salary` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, choice, choices, flag, list, option, year};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::figure::{EmployerKind, Population};
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
        "backend-career salary --level junior --per month",
        "backend-career salary --since 2025 --without job-sheet",
        "backend-career salary --population php,software-engineers --more",
        "backend-career salary --format json | jq '.levels[].low'",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let level = text("Ces niveaux seulement, en détail", "These levels only, in detail");
    let population = text("Ces populations seulement", "These populations only");
    let since = text("Depuis cette année seulement", "Since this year only");
    let source = text("Ces sources seulement (voir `sources`)", "These sources only (see `sources`)");
    let without = text("Sans ces sources", "Without these sources");
    let employer = text("Ce type d’employeur seulement", "This kind of employer only");
    let region = text("Cette région seulement : paris…", "This region only: paris…");
    let more = text("Avec écarts, facteurs et évolutions", "With gaps, factors and trends");
    let per = text("Période des montants", "Period of the amounts");
    let net = text("Ajouter le net par mois avant impôt", "Add the net a month before tax");
    command.args([
        choices::<Seniority>(lang, "level", text("NIVEAU", "LEVEL"), level),
        choices::<Population>(lang, "population", text("POPULATION", "POPULATION"), population),
        option(lang, "since", text("ANNÉE", "YEAR"), since).value_parser(year()),
        list(lang, "source", text("ID", "ID"), source),
        list(lang, "without", text("ID", "ID"), without),
        choices::<EmployerKind>(lang, "employer", text("TYPE", "KIND"), employer),
        option(lang, "region", text("RÉGION", "REGION"), region),
        choice::<Per>(lang, "per", text("PÉRIODE", "PERIOD"), per),
        flag(lang, "net", net),
        flag(lang, "more", more),
    ])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let params = SalaryParams {
        levels: args.many("level"),
        populations: args.many("population"),
        since: args.one("since"),
        sources: args.many::<String>("source").into_iter().map(SourceId::new).collect(),
        without: args.many::<String>("without").into_iter().map(SourceId::new).collect(),
        employers: args.many("employer"),
        region: args.one("region"),
        per: args.one("per").unwrap_or(Per::Year),
        net: args.has("net"),
        more: args.has("more"),
    };
    session.show(&ask(&params, session.dataset)?)
}
