//! `sheet` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, choice, choices, option};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::text::{Lang, text};
use crate::query::sheet::{Audience, Level, Part, SheetParams, ask};
use crate::view::Format;

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "sheet",
    group: Group::Discover,
    about: text("Le métier sur deux pages à imprimer", "The job on two pages to print"),
    examples: &[
        "backend-career sheet --output sheet.html",
        "backend-career sheet --for pupil --region bretagne -o bretagne.html",
        "backend-career sheet --for developer --level senior --format markdown",
        "backend-career sheet --name 'Forum des métiers, Metz' --with salary,training -o forum.html",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let audience = text("Pour qui", "For whom");
    let region = text("Écoles de cette région seulement", "Schools of this region only");
    let level =
        text("Ces niveaux seulement, de salaire ou d’études", "These levels only, of pay or of study");
    let name = text("Une ligne à vous, sous le titre", "A line of your own, under the title");
    let with = text("Ces parties seulement", "These parts only");
    command.args([
        choice::<Audience>(lang, "for", text("QUI", "WHO"), audience),
        option(lang, "region", text("RÉGION", "REGION"), region),
        choices::<Level>(lang, "level", text("NIVEAU", "LEVEL"), level),
        option(lang, "name", text("TEXTE", "TEXT"), name),
        choices::<Part>(lang, "with", text("PARTIES", "PARTS"), with),
    ])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let params = SheetParams {
        audience: args.one("for").unwrap_or(Audience::Pupil),
        region: args.one("region"),
        levels: args.many("level"),
        name: args.one::<String>("name").filter(|name| !name.trim().is_empty()),
        parts: args.many("with"),
    };
    // Markup on a screen helps nobody.
    session.prefer(if session.shows_on_terminal() { Format::Markdown } else { Format::Html });
    session.show(&ask(&params, session.dataset)?)
}
