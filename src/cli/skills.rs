//! `skills` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, choice, choices};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::skill::{Category, Origin, SkillKind};
use crate::model::text::{Lang, text};
use crate::query::skills::{SkillsParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "skills",
    group: Group::Discover,
    about: text(
        "Les compétences citées, les plus citées d’abord",
        "The skills it takes, most often named first",
    ),
    examples: &[
        "backend-career skills --kind hard",
        "backend-career skills --category language,database",
        "backend-career skills --origin vocabulary --category containers",
        "backend-career skills --format csv",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let kind = text("Techniques ou humaines", "Technical or human");
    let category = text("Ces catégories seulement, en détail", "These categories only, in detail");
    let origin = text(
        "Citées par une source, ou ajoutées par notre vocabulaire",
        "Named by a source, or added by our vocabulary",
    );
    command.args([
        choice::<SkillKind>(lang, "kind", text("NATURE", "KIND"), kind),
        choices::<Category>(lang, "category", text("CATÉGORIE", "CATEGORY"), category),
        choice::<Origin>(lang, "origin", text("ORIGINE", "ORIGIN"), origin),
    ])
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let params = SkillsParams {
        kind: args.one("kind"),
        categories: args.many("category"),
        origin: args.one("origin"),
    };
    session.show(&ask(&params, session.dataset)?)
}
