//! `freelance` on the command line.

use clap::builder::ValueParser;
use clap::{ArgGroup, ArgMatches, Command};

use super::argument::{
    Arguments, Refusal, amount, choice, days_of_a_year, figure, flag, option, positional, positive_amount,
};
use super::command::{Group, Subcommand, in_language};
use super::household;
use super::pay::{confirmation, rules_year};
use super::session::Session;
use crate::model::day::Day;
use crate::model::money::Money;
use crate::model::percent::parse_percent;
use crate::model::text::{Lang, Text, text};
use crate::pay::{MicroKind, Rate};
use crate::query::freelance::{FreelanceParams, Known, WorkStatus, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "freelance",
    group: Group::Decide,
    about: text(
        "Ce que laisse un tarif journalier, et quel tarif vaut un salaire",
        "What a day rate leaves, and which rate equals a salary",
    ),
    examples: &[
        "backend-career freelance 450",
        "backend-career freelance 450 --days 180 --fee 10 --expenses 3000",
        "backend-career freelance 450 --status sasu --dividends 30000 --lines",
        "backend-career freelance 300 --status micro --acre --start 2026-09-01",
        "backend-career freelance --like 48000",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let euros = || text("EUROS", "EUROS");
    let rate = text("Tarif journalier hors taxes", "Day rate without VAT");
    let turnover = text("Chiffre d’affaires annuel hors taxes", "Turnover of a year without VAT");
    let like = text("Le salaire brut annuel à égaler", "The gross salary of a year to equal");
    let days = text("Jours facturés par an (200 par défaut)", "Days billed a year (200 by default)");
    let expenses = text("Frais professionnels par an", "Professional expenses a year");
    let money = |name, help| figure(option(lang, name, euros(), help), positive_amount(lang));
    command
        .args([
            figure(positional(lang, "rate", text("TARIF", "DAY RATE"), rate.clone()), positive_amount(lang)),
            money("daily-rate", rate),
            money("turnover", turnover),
            money("like", like),
            figure(option(lang, "days", text("N", "N"), days), days_of_a_year()),
            figure(option(lang, "expenses", euros(), expenses), amount(lang)),
        ])
        .args(household::household(lang))
        .args(of_statuses(lang))
        .args([confirmation(lang), rules_year(lang)])
        .group(ArgGroup::new("known").args(["rate", "daily-rate", "turnover", "like"]).required(true))
}

/// What counts for some statuses only.
fn of_statuses(lang: Lang) -> [clap::Arg; 8] {
    let status = text("Seul", "Only");
    let lines = text("Chaque ligne du statut choisi", "Every line of the chosen status");
    let fee = text("Frais de portage, en % (7,5 par défaut)", "Portage fee, in % (7.5 by default)");
    let activity = text("Micro", "Micro");
    let acre = text("Avec l’Acre d’une nouvelle entreprise", "With the relief of a new business (Acre)");
    let flat = text("Micro au versement libératoire", "Micro with the flat tax");
    let start = text("Date de création : 2026-09-01", "Date of creation: 2026-09-01");
    let dividends =
        text("SASU : salaire brut, le reste en dividendes", "SASU: gross salary, the rest as dividends");
    [
        choice::<WorkStatus>(lang, "status", text("STATUT", "STATUS"), status),
        flag(lang, "lines", lines),
        figure(option(lang, "fee", text("%", "%"), fee), percent()),
        choice::<MicroKind>(lang, "activity", text("ACTIVITÉ", "ACTIVITY"), activity),
        flag(lang, "acre", acre),
        flag(lang, "flat-tax", flat),
        option(lang, "start", text("DATE", "DATE"), start).value_parser(day()),
        figure(option(lang, "dividends", text("SALAIRE", "SALARY"), dividends), amount(lang)),
    ]
}

fn day() -> ValueParser {
    ValueParser::new(|typed: &str| {
        Day::parse(typed.trim()).ok_or_else(|| {
            Refusal(Text::new(
                format!("« {typed} » n’est pas une date ; écrivez par exemple 2026-09-01"),
                format!("`{typed}` is no date; write for instance 2026-09-01"),
            ))
        })
    })
}

/// A fee in percent.
fn percent() -> ValueParser {
    ValueParser::new(|typed: &str| {
        let refused = || {
            Text::new(
                format!(
                    "« {typed} » n’est pas un taux de frais ; donnez un nombre de 0 à 50, par exemple 7,5"
                ),
                format!("`{typed}` is no fee; give a number from 0 to 50, for instance 7.5"),
            )
        };
        match parse_percent(typed) {
            Ok(percent) if percent <= 50.0 => Ok(Rate::percent(percent)),
            Ok(_) => Err(Refusal(refused())),
            Err(error) => Err(Refusal(error.readings(typed).unwrap_or_else(refused))),
        }
    })
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let nothing = Money::euros(0.0);
    let known = match (args.one("like"), args.one("turnover")) {
        (Some(gross), _) => Known::Salary(gross),
        (None, Some(turnover)) => Known::Turnover(turnover),
        (None, None) => Known::DailyRate(args.one("rate").or(args.one("daily-rate")).unwrap_or(nothing)),
    };
    let params = FreelanceParams {
        known,
        days: args.one("days").unwrap_or(200),
        fee: args.one("fee"),
        expenses: args.one("expenses").unwrap_or(nothing),
        household: household::household_of(args)?.unwrap_or_default(),
        activity: args.one("activity"),
        acre: args.has("acre"),
        flat_tax: args.has("flat-tax"),
        start: args.one("start"),
        dividends: args.one("dividends"),
        status: args.one("status"),
        lines: args.has("lines"),
        confirmed: args.has("yes"),
        year: args.one("year"),
    };
    session.show(&ask(&params, session.dataset)?)
}
