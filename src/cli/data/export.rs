//! `data export` on the command line.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::cli::argument::{Arguments, path, positional};
use crate::cli::atomic_file::write_files;
use crate::cli::command::{Group, Subcommand, in_language};
use crate::cli::session::Session;
use crate::model::text::{Lang, text};
use crate::query::data::export::{files, written};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "export",
    group: Group::Trust,
    about: text("Écrire les données du programme dans un dossier", "Write the program’s data into a folder"),
    examples: &["backend-career data export mine", "backend-career data export mine --force"],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let folder = text("Le dossier, créé s’il n’existe pas", "The folder, made if it is not there");
    // --force is one of the options that every command has.
    command.arg(path(positional(lang, "folder", text("DOSSIER", "DIR"), folder)).required(true))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let folder = args.one::<PathBuf>("folder").unwrap_or_default();
    let paths = write_files(&folder, &files(), args.has("force"))?;
    session.show(&written(&folder, paths))
}
