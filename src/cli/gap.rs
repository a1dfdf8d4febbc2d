//! `gap` on the command line.

use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command};

use super::argument::{Arguments, choice, list, option, path, positional};
use super::command::{Group, Subcommand, in_language};
use super::document::{self, Documents};
use super::session::Session;
use crate::model::id::SourceId;
use crate::model::skill::SkillKind;
use crate::model::text::{Lang, text};
use crate::query::gap::{GapParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "gap",
    group: Group::Decide,
    about: text(
        "Ce qu’un CV couvre de ce qui est demandé, et ce qui manque",
        "What a CV covers of what is asked, and what is missing",
    ),
    examples: &[
        "backend-career gap cv.md",
        "backend-career gap resume.json --kind hard",
        "backend-career gap --have php,sql,git",
        "backend-career gap cv.md --against ad.txt",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let file = text(
        "Un CV : texte, Markdown, JSON Resume, PDF ou DOCX ; - pour l’entrée standard. Rien ne quitte cette machine",
        "A CV: text, Markdown, JSON Resume, PDF or DOCX; - for standard input. Nothing leaves this machine",
    );
    let have = text(
        "Des compétences, séparées par des virgules, avec un CV ou à sa place",
        "Skills, separated by commas, beside a CV or instead of one",
    );
    let source = text(
        "Ces sources seulement, par exemple france-travail-rome",
        "These sources only, for instance france-travail-rome",
    );
    let kind = text("Techniques ou humaines seulement", "Technical or human ones only");
    let against = text(
        "Des annonces, ou un dossier d’annonces : ce qu’elles demandent le plus et ce qui manque",
        "Job ads, or a folder of ads: what they ask for most, and what is missing",
    );
    command.args([
        path(option(lang, "against", text("FICHIER", "FILE"), against))
            .action(ArgAction::Append)
            .num_args(1..),
        path(positional(lang, "file", text("FICHIER", "FILE"), file)),
        list(lang, "have", text("A,B,C", "A,B,C"), have),
        list(lang, "source", text("ID", "ID"), source),
        choice::<SkillKind>(lang, "kind", text("NATURE", "KIND"), kind),
    ])
}

/// What the arguments ask; reads the CV and the ads.
///
/// # Errors
/// If a file cannot be read, or nothing is given.
pub fn params(args: &ArgMatches, session: &Session<'_>) -> anyhow::Result<GapParams> {
    let mut have = args.many::<String>("have");
    have.retain(|name| !name.trim().is_empty());
    let file = args.one::<PathBuf>("file");
    let cv = if file.is_none() && !have.is_empty() { None } else { Some(session.read(file, "gap")?) };
    let mut ads = Documents::default();
    for path in args.many::<PathBuf>("against") {
        let documents = document::texts_in(&path)?;
        ads.texts.extend(documents.texts);
        ads.unread.extend(documents.unread);
    }
    let sources = args.many::<String>("source").into_iter().map(SourceId::new).collect();
    let (against, unread_ads) = (ads.texts, ads.unread);
    Ok(GapParams { cv, have, kind: args.one("kind"), against, unread_ads, sources })
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    session.show(&ask(&params(args, session)?, session.dataset)?)
}
