//! `ad` on the command line.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::argument::{Arguments, flag, option, path, positional};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::text::{Lang, text};
use crate::query::ad::{AdParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "ad",
    group: Group::Decide,
    about: text("Ce qu’une annonce demande, paie et tait", "What a job ad asks, pays and leaves out"),
    examples: &[
        "backend-career ad ad.txt",
        "backend-career ad ad.txt --cv cv.md",
        "backend-career ad ad.txt --check",
        "xclip -o | backend-career ad -",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let file = text(
        "Une annonce : texte, HTML, Markdown, PDF ou DOCX ; - pour l’entrée standard. Rien ne quitte cette machine",
        "A job ad: text, HTML, Markdown, PDF or DOCX; - for standard input. Nothing leaves this machine",
    );
    let cv = text(
        "Le CV à mettre en face : texte, Markdown, JSON Resume, PDF ou DOCX",
        "The CV to hold against it: text, Markdown, JSON Resume, PDF or DOCX",
    );
    let check = text(
        "Code de sortie 3 s’il manque la rémunération, le contrat ou le lieu",
        "Exit code 3 if the pay, the contract or the place is missing",
    );
    command.args([
        path(positional(lang, "file", text("FICHIER", "FILE"), file)),
        path(option(lang, "cv", text("FICHIER", "FILE"), cv)),
        flag(lang, "check", check),
    ])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let cv = args.one::<PathBuf>("cv").map(|file| session.read(Some(file), "ad")).transpose()?;
    let ad = session.read(args.one("file"), "ad")?;
    session.show(&ask(&AdParams { ad, cv, check: args.has("check") }, session.dataset)?)
}
