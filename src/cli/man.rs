//! `man` on the command line: manual pages of every command.

mod page;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::Command as Process;

use clap::{ArgMatches, Command};

pub use self::page::ENVIRONMENT;
use super::argument::{Arguments, option, path};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::cli::atomic_file::write_files;
use crate::model::text::{Lang, text};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "man",
    group: Group::Shell,
    about: text("Pages de manuel", "Manual pages"),
    examples: &["backend-career man", "backend-career man --dir ~/.local/share/man/man1"],
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
    let lang = session.options.lang;
    // A page tells what the short help leaves out.
    let mut command = (session.command_line)(lang).mut_args(|option| option.hide_short_help(false));
    command = command.disable_help_subcommand(true);
    command.build();
    let edition = session.dataset.edition()?.to_owned();
    match args.one::<PathBuf>("dir") {
        None => {
            let siblings = names_below(&command, command.get_name());
            let page = page::render(command.clone(), &siblings, &edition, lang)?;
            if !session.shows_on_terminal() {
                return session.write(&page);
            }
            // `man` brings its own pager.
            if session.pager.is_some() && shown_by_man(&page) {
                return Ok(());
            }
            session.write(command.render_long_help().to_string().as_bytes())
        }
        Some(dir) => {
            let mut pages = Vec::new();
            let siblings = names_below(&command, command.get_name());
            add_pages(command, &siblings, (&edition, lang), &mut pages)?;
            let pages: Vec<(&str, &[u8])> =
                pages.iter().map(|(name, page)| (name.as_str(), page.as_slice())).collect();
            write_files(&dir, &pages, args.has("force"))?;
            Ok(())
        }
    }
}

/// Shows the page as `man` shows those that are installed; false where there is no `man`.
fn shown_by_man(page: &[u8]) -> bool {
    let file = tempfile::Builder::new().prefix("backend-career").suffix(".1").tempfile();
    let shown = file.and_then(|mut file| {
        file.write_all(page)?;
        Process::new("man").arg("-l").arg(file.path()).status()
    });
    shown.is_ok_and(|status| status.success())
}

/// The pages of the commands below one.
fn names_below(command: &Command, name: &str) -> Vec<String> {
    command
        .get_subcommands()
        .filter(|below| !below.is_hide_set() && below.get_name() != "help")
        .map(|below| format!("{name}-{}", below.get_name()))
        .collect()
}

/// `backend-career.1`, `backend-career-salary.1`, `backend-career-data-validate.1`, …: the page of a command and of
/// every command below it.
fn add_pages(
    command: Command,
    siblings: &[String],
    (edition, lang): (&str, Lang),
    pages: &mut Vec<(String, Vec<u8>)>,
) -> io::Result<()> {
    let name = command.get_name().to_owned();
    let below = names_below(&command, &name);
    for one in command.get_subcommands() {
        let page = format!("{name}-{}", one.get_name());
        let others = std::iter::once(&name).chain(siblings.iter().filter(|other| **other != page));
        let others: Vec<String> = others.cloned().collect();
        add_pages(one.clone().name(page), &others, (edition, lang), pages)?;
    }
    let others = if below.is_empty() { siblings.to_vec() } else { below };
    pages.push((format!("{name}.1"), page::render(command, &others, edition, lang)?));
    Ok(())
}
