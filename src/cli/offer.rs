//! `offer` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{
    Arguments, choice, choices, figure, list, option, positional, positive_amount, positive_range, year,
};
use super::command::{Group, Subcommand, in_language};
use super::pay::confirmation;
use super::session::Session;
use crate::model::error::Reason;
use crate::model::figure::Population;
use crate::model::figures;
use crate::model::id::SourceId;
use crate::model::money::{Money, Range};
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::{Per, Seniority};
use crate::pay::Status;
use crate::query::offer::{OfferParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "offer",
    group: Group::Decide,
    about: text(
        "Une offre face à chaque source, niveau par niveau",
        "An offer against each source, level by level",
    ),
    examples: &[
        "backend-career offer 42000 --level junior",
        "backend-career offer 3500 --per month",
        "backend-career offer 42-48k --level confirmed",
        "backend-career offer 48k --euros-of 2023",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let amount =
        text("Le salaire brut offert : 42000, 42k, 42-48k…", "The gross salary offered: 42000, 42k, 42-48k…");
    let level = text("Face à ce niveau seulement", "Against this level only");
    let to = text("Le haut d’une offre en fourchette", "The high end of an offer that is a range");
    let population = text("Face à ces populations seulement", "Against these populations only");
    let source = text("Face à ces sources seulement", "Against these sources only");
    let without = text("Sans ces sources", "Without these sources");
    let per = text("Période du montant (year par défaut)", "Period of the amount (year by default)");
    let status = text("Statut (selon le montant par défaut)", "Status (by the amount by default)");
    let euros =
        text("Comparer en euros de cette année (prix Insee)", "Compare in euros of this year (INSEE prices)");
    command.args([
        figure(positional(lang, "amount", text("MONTANT", "AMOUNT"), amount), positive_range(lang))
            .required(true),
        option(lang, "to", text("MONTANT", "AMOUNT"), to).value_parser(positive_amount(lang)),
        choices::<Population>(lang, "population", text("POPULATION", "POPULATION"), population),
        list(lang, "source", text("ID", "ID"), source),
        list(lang, "without", text("ID", "ID"), without),
        choice::<Seniority>(lang, "level", text("NIVEAU", "LEVEL"), level),
        choice::<Status>(lang, "status", text("STATUT", "STATUS"), status),
        choice::<Per>(lang, "per", text("PÉRIODE", "PERIOD"), per),
        option(lang, "euros-of", text("ANNÉE", "YEAR"), euros).value_parser(year()),
        confirmation(lang),
    ])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let nothing = Money::default();
    let offered = args.one("amount").unwrap_or(Range::between(nothing, nothing));
    let (low, high) = (offered.low.unwrap_or_default(), offered.high.unwrap_or_default());
    let (high, to) = (Some(high).filter(|high| *high > low), args.one("to"));
    if let (Some(high), Some(to)) = (high, to) {
        return Err(two_high_ends(high, to).into());
    }
    let params = OfferParams {
        amount: low,
        high: high.or(to),
        status: args.one("status"),
        populations: args.many("population"),
        sources: args.many::<String>("source").into_iter().map(SourceId::new).collect(),
        without: args.many::<String>("without").into_iter().map(SourceId::new).collect(),
        per: args.one("per").unwrap_or(Per::Year),
        level: args.one("level"),
        euros_of: args.one("euros-of"),
        confirmed: args.has("yes"),
    };
    session.show(&ask(&params, session.dataset)?)
}

/// An offer that is a range and has another high end besides.
fn two_high_ends(high: Money, to: Money) -> Reason {
    let (high, to) = (figures::amount(high), figures::amount(to));
    Reason::Usage(Text::new(
        format!(
            "l’offre a deux hauts, {} et {} (`--to`) ; gardez-en un, par exemple `offer 45-55k`",
            high.fr, to.fr
        ),
        format!(
            "the offer has two high ends, {} and {} (`--to`); keep one, for instance `offer 45-55k`",
            high.en, to.en
        ),
    ))
}
