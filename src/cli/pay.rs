//! `pay` on the command line.

use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command};

use super::argument::{
    Arguments, Refusal, choice, count_up_to, figure, flag, option, positional, positive_amount, whole_number,
    year,
};
use super::command::{Group, Subcommand, in_language};
use super::household;
use super::session::Session;
use crate::model::amount::parse_amount_in;
use crate::model::money::Money;
use crate::model::percent::parse_percent;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Per;
use crate::pay::{Basis, Diploma, MAX_HEALTH_COVER, Rate};
use crate::query::pay::{Branch, PaidAs, PayParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "pay",
    group: Group::Decide,
    about: text(
        "Du brut au net, à l’impôt et au coût, et retour",
        "From gross to net, tax and cost, and back",
    ),
    examples: &[
        "backend-career pay 48000",
        "backend-career pay 3200 --from net --per month",
        "backend-career pay 48k --household couple --children 2",
        "backend-career pay --status apprentice --age 20 --contract-year 2",
        "backend-career pay 65k --from cost --staff 250 --lines",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let amount =
        text("Le montant : 48000, 48k, 48 000, 3 200,50…", "The amount: 48000, 48k, 48,000, 3200.50…");
    let from = text("Type", "As");
    let per = text("Période du montant", "Period of the amount");
    let lines = text("Le bulletin entier, ligne par ligne", "The whole slip, line by line");
    command
        .arg(figure(positional(lang, "amount", text("MONTANT", "AMOUNT"), amount), positive_amount(lang)))
        .args([
            choice::<Basis>(lang, "from", text("MONTANT", "AMOUNT"), from),
            choice::<Per>(lang, "per", text("PÉRIODE", "PERIOD"), per),
        ])
        .args(contract(lang))
        .args(young(lang))
        .arg(household::tax(lang))
        .args(household::household(lang))
        .args([flag(lang, "lines", lines), confirmation(lang), rules_year(lang)])
}

/// Status, company and contract.
fn contract(lang: Lang) -> [Arg; 7] {
    let status = text("Statut", "Status");
    let staff = text("Effectif de l’entreprise (10 par défaut)", "Staff of the company (10 by default)");
    let part_time = text("Temps partiel, en % du temps plein", "Part-time work, in % of full time");
    let pays = text("Salaires par an : 12, 13 ou 14", "Monthly pays a year: 12, 13 or 14");
    let cover = text("Prix entier de la mutuelle, par mois", "Whole price of the health cover, a month");
    let zone = text("L’employeur est en Alsace-Moselle", "The employer is in Alsace-Moselle");
    let branch = text("Minima de branche", "Minima of the branch");
    [
        choice::<PaidAs>(lang, "status", text("STATUT", "STATUS"), status),
        figure(option(lang, "staff", text("N", "N"), staff), count_up_to(1_000_000)),
        figure(option(lang, "part-time", text("%", "%"), part_time), working_time()),
        figure(option(lang, "monthly-pays", text("N", "N"), pays), number_such_as(13, 12, 14)),
        figure(option(lang, "health-cover", text("€", "€"), cover), health_cover(lang)),
        flag(lang, "alsace-moselle", zone),
        choice::<Branch>(lang, "branch", text("BRANCHE", "BRANCH"), branch),
    ]
}

/// What counts for apprentices and interns.
fn young(lang: Lang) -> [Arg; 4] {
    let age = text(
        "Âge (apprenti : 21 par défaut ; cadre : grille Syntec)",
        "Age (apprentice: 21 by default; cadre: Syntec grid)",
    );
    let contract = text("Année du contrat d’apprentissage", "Year of the apprentice’s contract");
    let diploma = text("Diplôme", "Diploma");
    let hours = text("Heures de stage (910 par défaut)", "Hours of the internship (910 by default)");
    [
        figure(option(lang, "age", text("ANS", "YEARS"), age), number_such_as(20, 15, 75)),
        figure(option(lang, "contract-year", text("N", "N"), contract), number_such_as(2, 1, 4)),
        choice::<Diploma>(lang, "diploma", text("DIPLÔME", "DIPLOMA"), diploma),
        figure(option(lang, "hours", text("N", "N"), hours), hours_of_a_year()),
    ]
}

/// `--year`, the year of the rules.
pub fn rules_year(lang: Lang) -> Arg {
    let help =
        text("Année du barème (la plus récente par défaut)", "Year of the rules (the newest by default)");
    option(lang, "year", text("ANNÉE", "YEAR"), help).value_parser(year())
}

/// `--yes`, an unusually large amount is meant.
pub fn confirmation(lang: Lang) -> Arg {
    flag(lang, "yes", text("Le montant inhabituel est voulu", "The unusual amount is meant"))
}

/// A whole number between two bounds, with an example of a right one.
fn number_such_as(example: u8, least: u8, most: u8) -> ValueParser {
    whole_number(least..=most, move |typed| {
        Text::new(
            format!(
                "« {typed} » ne convient pas ; donnez un entier de {least} à {most}, par exemple {example}"
            ),
            format!("`{typed}` will not do; give a whole number from {least} to {most}, such as {example}"),
        )
    })
}

fn hours_of_a_year() -> ValueParser {
    whole_number(1..=1820_u16, |typed| {
        Text::new(
            format!("« {typed} » ne convient pas ; donnez les heures du stage, de 1 à 1820, par exemple 400"),
            format!("`{typed}` will not do; give the hours of the internship, from 1 to 1820, such as 400"),
        )
    })
}

/// A share of full time in percent. Below 1 % a fraction was meant.
fn working_time() -> ValueParser {
    ValueParser::new(|typed: &str| {
        let percent = parse_percent(typed).ok().filter(|percent| (1.0..=100.0).contains(percent));
        percent.map(Rate::percent).ok_or_else(|| {
            Refusal(Text::new(
                format!("« {typed} » ne convient pas ; donnez un pourcentage du temps plein de 1 à 100, par exemple 80"),
                format!("`{typed}` will not do; give a percentage of full time from 1 to 100, such as 80"),
            ))
        })
    })
}

fn health_cover(lang: Lang) -> ValueParser {
    ValueParser::new(move |typed: &str| match parse_amount_in(typed, lang) {
        Ok(price) if price <= MAX_HEALTH_COVER => Ok(price),
        Ok(_) => Err(Refusal(Text::new(
            format!(
                "« {typed} » ne convient pas ; donnez un prix par mois de 0 à {} €, par exemple 60",
                MAX_HEALTH_COVER.as_euros()
            ),
            format!(
                "`{typed}` will not do; give a price a month from 0 to €{}, such as 60",
                MAX_HEALTH_COVER.as_euros()
            ),
        ))),
        Err(error) => Err(Refusal(error.text(typed))),
    })
}

/// What the arguments ask.
///
/// # Errors
/// A usage error if they do not go together.
pub fn params(args: &ArgMatches) -> anyhow::Result<PayParams> {
    let staff = args.one::<usize>("staff").map(|staff| u32::try_from(staff).unwrap_or(u32::MAX));
    Ok(PayParams {
        amount: args.one::<Money>("amount"),
        basis: args.one("from").unwrap_or(Basis::Gross),
        per: args.one("per").unwrap_or(Per::Year),
        status: args.one("status"),
        staff,
        taxation: household::taxation(args)?,
        part_time: args.one("part-time"),
        monthly_pays: args.one("monthly-pays"),
        health_cover: args.one("health-cover"),
        alsace_moselle: args.has("alsace-moselle"),
        age: args.one("age"),
        contract_year: args.one("contract-year"),
        branch: args.one("branch"),
        diploma: args.one("diploma"),
        hours: args.one("hours"),
        year: args.one("year"),
        lines: args.has("lines"),
        confirmed: args.has("yes"),
    })
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    session.show(&ask(&params(args)?, session.dataset)?)
}
