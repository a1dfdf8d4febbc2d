//! `compare` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, choice, days_of_a_year, figure, option, positive_amount, words};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::text::{Lang, text};
use crate::query::compare::{CompareParams, ask};
use crate::query::payback::Diploma;

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "compare",
    group: Group::Decide,
    about: text(
        "Deux ou trois formations, postes, niveaux ou offres côte à côte",
        "Two or three programmes, roles, levels or offers side by side",
    ),
    examples: &[
        "backend-career compare but-mmi epitech --from bac",
        "backend-career compare lead-developer cto",
        "backend-career compare junior senior",
        "backend-career compare 48k 52k --daily-rate 450",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let subjects = text(
        "Ce qui est comparé : des noms d’un même genre, ou des salaires bruts annuels",
        "What is compared: names of one kind, or gross yearly pay",
    );
    let rate = text(
        "Un tarif journalier à mettre à côté des salaires, en euros hors taxe",
        "A day rate to set beside the salaries, in euros before VAT",
    );
    let days = text("Jours facturés par an (200 par défaut)", "Days billed a year (200 by default)");
    let from = text(
        "Compter les années et les sommes des formations depuis ce diplôme",
        "Count the years and sums of programmes from this diploma",
    );
    command.args([
        words(lang, "subjects", text("A B [C]", "A B [C]"), subjects).required(true).num_args(1..),
        figure(option(lang, "daily-rate", text("EUROS", "EUROS"), rate), positive_amount(lang)),
        option(lang, "days", text("N", "N"), days).value_parser(days_of_a_year()).requires("daily-rate"),
        choice::<Diploma>(lang, "from", text("DIPLÔME", "DIPLOMA"), from),
    ])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let params = CompareParams {
        subjects: args.many("subjects"),
        daily_rate: args.one("daily-rate"),
        days: args.one("days").unwrap_or(200),
        from: args.one("from"),
    };
    session.show(&ask(&params, session.dataset)?)
}
