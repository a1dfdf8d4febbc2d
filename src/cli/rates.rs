//! `rates` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, choice, choices, list, option, positive_amount, year, years_of_experience};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::id::SourceId;
use crate::model::text::{Lang, text};
use crate::model::vocabulary::Seniority;
use crate::query::rates::{PriceKind, RatesParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "rates",
    group: Group::Discover,
    about: text("Ce que les freelances demandent par jour", "What freelances ask for a day"),
    examples: &[
        "backend-career rates",
        "backend-career rates --experience 5 --technology php",
        "backend-career rates --rate 450 --basis declared",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let rate = text("Situer ce tarif, hors TVA", "Place this rate, before VAT");
    let experience = text("Pour tant d’années d’expérience", "For so many years of experience");
    let level = text("Pour ce niveau", "For this level");
    let technology = text("Pour cette technologie : php…", "For this technology: php…");
    let region = text("Pour cette région : paris…", "For this region: paris…");
    let basis = text("Ces sortes de prix seulement", "These kinds of price only");
    let since = text("Depuis cette année seulement", "Since this year only");
    let source = text("Ces sources seulement (voir `sources`)", "These sources only (see `sources`)");
    let without = text("Sans ces sources", "Without these sources");
    command.args([
        option(lang, "rate", text("EUROS", "EUROS"), rate).value_parser(positive_amount(lang)),
        option(lang, "experience", text("ANNÉES", "YEARS"), experience).value_parser(years_of_experience()),
        choice::<Seniority>(lang, "level", text("NIVEAU", "LEVEL"), level),
        option(lang, "technology", text("NOM", "NAME"), technology),
        option(lang, "region", text("RÉGION", "REGION"), region),
        choices::<PriceKind>(lang, "basis", text("PRIX", "PRICE"), basis),
        option(lang, "since", text("ANNÉE", "YEAR"), since).value_parser(year()),
        list(lang, "source", text("ID", "ID"), source),
        list(lang, "without", text("ID", "ID"), without),
    ])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let params = RatesParams {
        rate: args.one("rate"),
        experience: args.one("experience"),
        level: args.one("level"),
        technology: args.one("technology"),
        region: args.one("region"),
        kinds: args.many("basis"),
        since: args.one("since"),
        sources: args.many::<String>("source").into_iter().map(SourceId::new).collect(),
        without: args.many::<String>("without").into_iter().map(SourceId::new).collect(),
    };
    session.show(&ask(&params, session.dataset)?)
}
