//! `payback` on the command line.

use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command};

use super::argument::{
    Arguments, Refusal, amount, choice, choices, figure, flag, list, number_between, option, pay, word, words,
};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::amount::parse_amount;
use crate::model::id::SourceId;
use crate::model::percent::parse_percent;
use crate::model::text::{Lang, Text, text};
use crate::model::training::{Sector, StudyLevel};
use crate::pay::Status;
use crate::query::payback::{Diploma, Kept, PaybackParams, ask};

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
        "backend-career payback --current 26k --fees 7000 --months 6 --kept 57%",
        "backend-career payback but-informatique --from bac --apprentice --age 19",
        "backend-career payback --level bac+5 --sector private --without job-sheet",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let euros = || text("EUROS", "EUROS");
    let name = text(
        "Ces formations seulement, par leur nom, leur école ou leur id",
        "These programmes only, by name, school or id",
    );
    let fees = text("Les frais de ma formation, en tout", "The fees of my own training, in all");
    let months = text("La durée de ma formation, en mois", "How long my own training takes, in months");
    let entry_pay = text(
        "Salaire brut annuel après la formation, au lieu de celui des juniors",
        "Gross pay a year after the training, instead of what juniors earn",
    );
    let from =
        text("Compter les années et les sommes depuis ce diplôme", "Count years and sums from this diploma");
    let apprentice = text(
        "En apprentissage là où une source le dit possible : sans frais, avec un salaire",
        "As an apprentice where a source says that it is possible: no fees, and a wage",
    );
    let age = text("L’âge au début de l’apprentissage", "The age at the start of the apprenticeship");
    let source =
        text("Ces sources seulement pour le salaire d’entrée", "These sources only for the pay at entry");
    let without = text("Pas ces sources pour le salaire d’entrée", "Not these sources for the pay at entry");
    let level = text("Ces niveaux d’études seulement", "These study levels only");
    let sector = text("Ce secteur seulement", "This sector only");
    command.args(today(lang)).args([
        words(lang, "name", text("FORMATION", "PROGRAMME"), name),
        figure(option(lang, "fees", euros(), fees), amount(lang)),
        option(lang, "months", text("MOIS", "MONTHS"), months).value_parser(number_between(1_u16, 120)),
        figure(option(lang, "entry-pay", euros(), entry_pay), amount(lang)),
        choice::<Diploma>(lang, "from", text("DIPLÔME", "DIPLOMA"), from),
        flag(lang, "apprentice", apprentice),
        option(lang, "age", text("ÂGE", "AGE"), age)
            .value_parser(number_between(15_u8, 99))
            .requires("apprentice"),
        list(lang, "source", text("SOURCES", "SOURCES"), source).value_parser(word()),
        list(lang, "without", text("SOURCES", "SOURCES"), without).value_parser(word()),
        choices::<StudyLevel>(lang, "level", text("NIVEAU", "LEVEL"), level),
        choice::<Sector>(lang, "sector", text("SECTEUR", "SECTOR"), sector),
    ])
}

/// What is earned today, and what is kept of it.
fn today(lang: Lang) -> [Arg; 3] {
    let current = text(
        "Salaire actuel, auquel on renonce pendant les études (0 par défaut) : brut par an, ou comme « 2 100 net »",
        "Pay today, given up while studying (0 by default): gross a year, or as in “2,100 net”",
    );
    let status = text(
        "Le statut du salaire actuel ; sinon celui que le montant rend habituel",
        "The status of today’s pay; else the one that the amount makes usual",
    );
    let share = text(
        "Ce que l’on garde ou reçoit pendant la formation : une part du salaire actuel (57%) ou des euros bruts par an",
        "What is kept or received while training: a share of today’s pay (57%) or gross euros a year",
    );
    [
        figure(option(lang, "current", text("EUROS", "EUROS"), current), pay(lang)),
        choice::<Status>(lang, "status", text("STATUT", "STATUS"), status),
        figure(option(lang, "kept", text("%|EUROS", "%|EUROS"), share), kept()),
    ]
}

/// Parses a share of today's pay, or an amount a year.
fn kept() -> ValueParser {
    ValueParser::new(|typed: &str| {
        let refused = || {
            Refusal(Text::new(
                format!("« {typed} » ne convient pas ; donnez une part de 0 à 100 % ou des euros par an"),
                format!("`{typed}` will not do; give a share from 0 to 100% or euros a year"),
            ))
        };
        if !typed.trim().ends_with('%') {
            let kept = parse_amount(typed).map_err(|_| refused())?;
            // Between 0 and 1 a share was most likely meant.
            let euros = kept.as_euros();
            let is_fraction = euros > 0.0 && euros < 1.0;
            return if is_fraction { Err(fraction(typed, euros)) } else { Ok(Kept::Amount(kept)) };
        }
        let share = parse_percent(typed).map_err(|_| refused())?;
        (share <= 100.0).then_some(Kept::Share(share / 100.0)).ok_or_else(refused)
    })
}

/// A fraction may be a share, or an amount below a euro.
fn fraction(typed: &str, euros: f64) -> Refusal {
    let share = (euros * 1e4).round() / 1e2;
    Refusal(Text::new(
        format!(
            "« {typed} » serait moins d’un euro par an ; une part se donne en pour cent, par exemple {}%",
            share.to_string().replace('.', ",")
        ),
        format!("`{typed}` would be less than a euro a year; a share is given in percent, such as {share}%"),
    ))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let sources = |name| args.many::<String>(name).into_iter().map(SourceId::new).collect();
    let params = PaybackParams {
        names: args.many("name"),
        current: args.one("current"),
        status: args.one("status"),
        kept: args.one("kept"),
        fees: args.one("fees"),
        months: args.one("months"),
        entry_pay: args.one("entry-pay"),
        from: args.one("from"),
        apprentice: args.has("apprentice"),
        age: args.one("age"),
        sources: sources("source"),
        without: sources("without"),
        levels: args.many("level"),
        sector: args.one("sector"),
    };
    session.show(&ask(&params, session.dataset)?)
}
