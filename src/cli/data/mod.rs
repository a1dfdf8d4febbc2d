//! `data` on the command line: one command per thing to do with one's own facts.

mod diff;
mod export;
mod schema;
mod validate;

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};

use super::argument::{Arguments, positional};
use super::session::Session;
use super::{Failure, Group, Subcommand, help};
use crate::query::{Lang, Text, UserData, text};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "data",
    group: Group::Trust,
    about: text(
        "Vos propres faits : les vérifier, les décrire, les comparer",
        "Your own facts: check, describe, compare them",
    ),
    examples: &["backend-career data export mine", "backend-career data validate mine"],
    arguments,
    run,
};

/// What can be done with facts.
static COMMANDS: &[&Subcommand] = &[&validate::COMMAND, &diff::COMMAND, &schema::COMMAND, &export::COMMAND];

fn arguments(command: Command, lang: Lang) -> Command {
    COMMANDS.iter().fold(help::with_commands(command, lang), |command, sub| help::add(command, sub, lang))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let named = args.subcommand();
    let asked = named.and_then(|(name, args)| Some((COMMANDS.iter().find(|sub| sub.name == name)?, args)));
    let Some((asked, args)) = asked else {
        let known: Vec<&str> = COMMANDS.iter().map(|sub| sub.name).collect();
        return Err(Failure::Usage(missing(&known.join(", "))));
    };
    (asked.run)(args, session)
}

fn missing(names: &str) -> Text {
    Text::new(
        format!("il manque ce qu’il faut faire des données : {names}\nvoir `backend-career data --help`"),
        format!("what to do with the data is missing: {names}\nsee `backend-career data --help`"),
    )
}

/// The files to look at; those of `--data` if it is left out.
fn path(lang: Lang) -> Arg {
    let help = text(
        "Un dossier avec des fichiers de données, ou l’un d’eux (par défaut : celui de --data)",
        "A folder with data files, or one of them (by default: that of --data)",
    );
    super::argument::path(positional(lang, "path", text("CHEMIN", "PATH"), help))
}

/// Opens the files that were asked for.
fn opened(args: &ArgMatches, session: &Session<'_>) -> Result<UserData, Failure> {
    let path: Option<PathBuf> = args.one("path").or_else(|| session.data().map(PathBuf::from));
    let path = path.ok_or_else(|| {
        Failure::Usage(text("il manque le chemin des données", "the path of the data is missing"))
    })?;
    Ok(UserData::open(&path)?)
}
