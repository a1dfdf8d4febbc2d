//! `man` on the command line: manual pages of every command.

use std::io;
use std::path::PathBuf;

use clap::{ArgMatches, Command};
use clap_mangen::Man;

use super::argument::{Arguments, option, path};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::dataset::atomic_file::write_files;
use crate::model::text::{Lang, text};

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
            let mut pages = Vec::new();
            add_pages(command, &edition, &mut pages)?;
            let pages: Vec<(&str, &[u8])> =
                pages.iter().map(|(name, page)| (name.as_str(), page.as_slice())).collect();
            write_files(&dir, &pages, true)?;
            Ok(())
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

/// `backend-career.1`, `backend-career-salary.1`, `backend-career-data-validate.1`, …: the page of a command and of
/// every command below it.
fn add_pages(command: Command, edition: &str, pages: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    let name = command.get_name().to_owned();
    for below in command.get_subcommands() {
        add_pages(below.clone().name(format!("{name}-{}", below.get_name())), edition, pages)?;
    }
    pages.push((format!("{name}.1"), page(command, edition)?));
    Ok(())
}
