//! `glossary` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, words};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::text::{Lang, text};
use crate::query::glossary::{GlossaryParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "glossary",
    group: Group::Trust,
    about: text("Les mots du métier, en une phrase", "The words of the job, a sentence each"),
    examples: &[
        "backend-career glossary",
        "backend-career glossary alternance",
        "backend-career glossary api cvec",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let help = text("Ces mots seulement", "These words only");
    command.arg(words(lang, "words", text("MOTS", "WORDS"), help))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    session.show(&ask(&GlossaryParams { words: args.many("words") }, session.dataset)?)
}
