//! `pay` on the command line.

use clap::{Arg, ArgMatches, Command};

use super::argument::{Arguments, choice, count, flag, option, positional, positive_amount, year};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::money::Money;
use crate::model::text::{Lang, text};
use crate::model::vocabulary::Per;
use crate::pay::{Basis, Profile, Status, Tax};
use crate::query::pay::{PayParams, ask};

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
        "backend-career pay 45k --status non-cadre --lines",
        "backend-career pay 65k --from cost --staff 250 --year 2025",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let amount =
        text("Le montant : 48000, 48k, 48 000, 3 200,50…", "The amount: 48000, 48k, 48,000, 3200.50…");
    let from = text("Ce qu’est le montant (gross par défaut)", "What the amount is (gross by default)");
    let per = text("Période du montant (year par défaut)", "Period of the amount (year by default)");
    let tax =
        text("Taux neutre ou barème (neutral par défaut)", "Default rate or scale (neutral by default)");
    let lines = text("Le bulletin entier, ligne par ligne", "The whole slip, line by line");
    command
        .arg(
            positional(lang, "amount", text("MONTANT", "AMOUNT"), amount)
                .required(true)
                .value_parser(positive_amount())
                .allow_hyphen_values(true),
        )
        .args([
            choice::<Basis>(lang, "from", text("MONTANT", "AMOUNT"), from),
            choice::<Per>(lang, "per", text("PÉRIODE", "PERIOD"), per),
        ])
        .args(profile(lang))
        .args([choice::<Tax>(lang, "tax", text("MÉTHODE", "METHOD"), tax), flag(lang, "lines", lines)])
        .arg(rules_year(lang))
}

/// `--status` and `--staff`.
fn profile(lang: Lang) -> [Arg; 2] {
    let status = text("Statut (cadre par défaut)", "Status (cadre by default)");
    let staff = text("Effectif de l’entreprise (10 par défaut)", "Staff of the company (10 by default)");
    [
        choice::<Status>(lang, "status", text("STATUT", "STATUS"), status),
        option(lang, "staff", text("N", "N"), staff).value_parser(count()),
    ]
}

/// `--year`, the year of the rules.
pub fn rules_year(lang: Lang) -> Arg {
    let help =
        text("Année du barème (la plus récente par défaut)", "Year of the rules (the newest by default)");
    option(lang, "year", text("ANNÉE", "YEAR"), help).value_parser(year())
}

/// What the arguments ask.
///
/// # Errors
/// A usage error if they do not go together.
#[allow(clippy::unnecessary_wraps, reason = "arguments may contradict each other")]
pub fn params(args: &ArgMatches) -> anyhow::Result<PayParams> {
    let usual = Profile::default();
    let staff = args.one::<usize>("staff").map(|staff| u32::try_from(staff).unwrap_or(u32::MAX));
    Ok(PayParams {
        amount: args.one("amount").unwrap_or(Money::euros(0.0)),
        basis: args.one("from").unwrap_or(Basis::Gross),
        per: args.one("per").unwrap_or(Per::Year),
        profile: Profile {
            status: args.one("status").unwrap_or(usual.status),
            staff: staff.unwrap_or(usual.staff),
            ..usual
        },
        tax: args.one("tax").unwrap_or(Tax::Neutral),
        year: args.one("year"),
        lines: args.has("lines"),
    })
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let report = ask(&params(args)?, session.dataset)?;
    session.show(&*report)
}
