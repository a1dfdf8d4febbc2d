//! `search` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, count, option, words};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::text::{Lang, text};
use crate::query::search::{SearchParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "search",
    group: Group::Trust,
    about: text("Chercher des mots dans tous les faits", "Look for words in every fact"),
    examples: &[
        "backend-career search base de données",
        "backend-career search portage clients",
        "backend-career search \"39 k€\"",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let help = text("Les mots, qui doivent tous s’y trouver", "The words, all of which must be there");
    let limit =
        text("Le nombre d’entrées au plus (20 par défaut)", "The number of entries at most (20 by default)");
    command.args([
        words(lang, "words", text("MOTS", "WORDS"), help).required(true).num_args(1..),
        option(lang, "limit", text("N", "N"), limit).value_parser(count()),
    ])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let params = SearchParams {
        words: args.many("words"),
        limit: args.one("limit").unwrap_or(20),
        lang: session.reader(),
    };
    session.show(&ask(&params, session.dataset)?)
}
