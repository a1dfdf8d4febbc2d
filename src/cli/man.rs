//! `man` on the command line: manual pages of every command.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};
use clap_mangen::Man;

use super::argument::{Arguments, option, path};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::error::Reason;
use crate::model::text::{Lang, Text, text};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "man",
    group: Group::Shell,
    about: text("Pages de manuel", "Manual pages"),
    examples: &["backend-career man | man -l -", "backend-career man --dir ~/.local/share/man/man1"],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let dir = text(
        "Écrire une page par commande dans ce dossier, au lieu de la page principale",
        "Write a page per command to this folder, instead of the main page",
    );
    command.arg(path(option(lang, "dir", text("DOSSIER", "DIR"), dir)))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    // A page tells what the short help leaves out.
    let mut command = (session.command_line)(session.lang()).mut_args(|option| option.hide_short_help(false));
    command.build();
    let edition = session.dataset.edition()?.to_owned();
    match args.one::<PathBuf>("dir") {
        None => session.write(&page(command, &edition)?),
        Some(dir) => {
            let name = dir.display().to_string();
            write_all(command, &dir, &edition).map_err(|error| {
                Reason::Failed(Text::new(format!("{name} : {error}"), format!("{name}: {error}"))).into()
            })
        }
    }
}

/// A page, dated by the edition of the facts; lines end without blanks, as the linters want it.
fn page(command: Command, edition: &str) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let examples = command.get_before_help().cloned().unwrap_or_default();
    let command = command.after_help(examples.clone()).after_long_help(examples);
    Man::new(command).date(edition).render(&mut page)?;
    let page = String::from_utf8_lossy(&page);
    let page = page.replace(".SH EXTRA\nExemples", ".SH EXEMPLES\nExemples");
    let page = page.replace(".SH EXTRA\nExamples", ".SH EXAMPLES\nExamples");
    let lines: Vec<&str> = page.lines().map(str::trim_end).collect();
    Ok((lines.join("\n") + "\n").into_bytes())
}

/// `backend-career.1`, `backend-career-salary.1`, `backend-career-data-validate.1`, …
fn write_all(command: Command, dir: &Path, edition: &str) -> io::Result<()> {
    fs::create_dir_all(dir)?;
    write_below(command, dir, edition)
}

/// The page of a command and of every command below it.
fn write_below(command: Command, dir: &Path, edition: &str) -> io::Result<()> {
    let name = command.get_name().to_owned();
    for below in command.get_subcommands() {
        write_below(below.clone().name(format!("{name}-{}", below.get_name())), dir, edition)?;
    }
    fs::write(dir.join(format!("{name}.1")), page(command, edition)?)
}
