//! `freelance` on the command line.

use clap::builder::ValueParser;
use clap::{ArgGroup, ArgMatches, Command};

use super::argument::{Arguments, Refusal, amount, option, positive_amount};
use super::command::{Group, Subcommand, in_language};
use super::pay::rules_year;
use super::session::Session;
use crate::model::money::Money;
use crate::model::text::{Lang, Text, text};
use crate::pay::Rate;
use crate::query::freelance::{FreelanceParams, Known, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "freelance",
    group: Group::Decide,
    about: text(
        "Ce que laisse un tarif journalier, et quel tarif vaut un salaire",
        "What a day rate leaves, and which rate equals a salary",
    ),
    examples: &[
        "backend-career freelance --daily-rate 450",
        "backend-career freelance --daily-rate 450 --days 180 --fee 10 --expenses 3000",
        "backend-career freelance --like 48000",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let euros = || text("EUROS", "EUROS");
    let rate = text("Tarif journalier hors taxes", "Day rate without VAT");
    let like = text("Le salaire brut annuel à égaler", "The gross salary of a year to equal");
    let days = text("Jours facturés par an (200 par défaut)", "Days billed a year (200 by default)");
    let fee =
        text("Frais de gestion en portage, en % (7,5 par défaut)", "Portage fee, in % (7.5 by default)");
    let expenses = text("Frais professionnels par an", "Professional expenses a year");
    command
        .args([
            option(lang, "daily-rate", euros(), rate)
                .value_parser(positive_amount())
                .allow_hyphen_values(true),
            option(lang, "like", euros(), like).value_parser(positive_amount()).allow_hyphen_values(true),
            option(lang, "days", text("N", "N"), days).value_parser(days_of_a_year()),
            option(lang, "fee", text("POUR CENT", "PERCENT"), fee)
                .value_parser(percent())
                .allow_hyphen_values(true),
            option(lang, "expenses", euros(), expenses).value_parser(amount()).allow_hyphen_values(true),
            rules_year(lang),
        ])
        .group(ArgGroup::new("known").args(["daily-rate", "like"]).required(true))
}

fn days_of_a_year() -> ValueParser {
    ValueParser::new(|typed: &str| {
        typed.trim().parse::<u16>().ok().filter(|days| (1..=366).contains(days)).ok_or_else(|| {
            Refusal(Text::new(
                format!("« {typed} » n’est pas un nombre de jours ; donnez un entier de 1 à 366"),
                format!("`{typed}` is no number of days; give a whole number from 1 to 366"),
            ))
        })
    })
}

fn percent() -> ValueParser {
    ValueParser::new(|typed: &str| {
        let plain = typed.trim().trim_end_matches('%').trim().replace(',', ".");
        let percent = plain.parse::<f64>().ok().filter(|percent| (0.0..=50.0).contains(percent));
        percent.map(Rate::percent).ok_or_else(|| {
            Refusal(Text::new(
                format!(
                    "« {typed} » n’est pas un taux de frais ; donnez un nombre de 0 à 50, par exemple 7,5"
                ),
                format!("`{typed}` is no fee; give a number from 0 to 50, for instance 7.5"),
            ))
        })
    })
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let nothing = Money::euros(0.0);
    let known = match args.one("like") {
        Some(gross) => Known::Salary(gross),
        None => Known::DailyRate(args.one("daily-rate").unwrap_or(nothing)),
    };
    let params = FreelanceParams {
        known,
        days: args.one("days").unwrap_or(200),
        fee: args.one("fee"),
        expenses: args.one("expenses").unwrap_or(nothing),
        year: args.one("year"),
    };
    let report = ask(&params, session.dataset)?;
    session.show(&*report)
}
