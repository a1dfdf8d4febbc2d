//! `training` on the command line.

use clap::{ArgMatches, Command};

use super::argument::{Arguments, amount, choice, choices, figure, flag, list, option, word, words};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::model::text::{Lang, text};
use crate::model::training::{Sector, StudyLevel, WorkStudy};
use crate::model::vocabulary::Vocabulary;
use crate::query::training::{TrainingParams, ask};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "training",
    group: Group::Discover,
    about: text(
        "Les diplômes et les écoles qui mènent au métier",
        "The diplomas and schools that lead to it",
    ),
    examples: &[
        "backend-career training --level bac+5",
        "backend-career training epitech",
        "backend-career training --city Lyon --near",
        "backend-career training --region Bretagne --sector public",
        "backend-career training --max-tuition 1000",
        "backend-career training --apprenticeship",
    ],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    let level = text("Ces niveaux d’études seulement", "These study levels only");
    let sector = text("Ce secteur seulement", "This sector only");
    let name = text(
        "Ces formations seulement, par leur nom, leur école ou leur id",
        "These programmes only, by name, school or id",
    );
    let city = text(
        "Seulement les écoles de ces villes et de celles qui les touchent",
        "Only schools in these towns and those beside them",
    );
    let near = text(
        "Avec `--city` : aussi dans les villes à moins de 60 km",
        "With `--city`: in towns within 60 km too",
    );
    let department = text("Ces départements seulement (69, Rhône)", "These departments only (69, Rhône)");
    let region = text(
        "Ces régions seulement (84, Auvergne-Rhône-Alpes, aura)",
        "These regions only (84, Auvergne-Rhône-Alpes, aura)",
    );
    let apprenticeship = text(
        "Seulement ce qu’une source dit possible en apprentissage, ou non ; ce qu’aucune ne dit est nommé à part, ou compté avec `=yes,not-said`",
        "Only what a source says can be done as an apprentice, or not; what none says is named apart, or counted with `=yes,not-said`",
    );
    let fee = text(
        "Frais annuels au plus, en euros ; les frais inconnus sont laissés de côté",
        "Fees a year at most, in euros; unknown fees are left out",
    );
    command.args([
        choices::<StudyLevel>(lang, "level", text("NIVEAU", "LEVEL"), level),
        choice::<Sector>(lang, "sector", text("SECTEUR", "SECTOR"), sector),
        words(lang, "name", text("FORMATION", "PROGRAMME"), name),
        list(lang, "city", text("VILLE", "TOWN"), city).value_parser(word()),
        flag(lang, "near", near).requires("city"),
        list(lang, "department", text("DÉPARTEMENT", "DEPARTMENT"), department).value_parser(word()),
        list(lang, "region", text("RÉGION", "REGION"), region).value_parser(word()),
        choices::<WorkStudy>(lang, "apprenticeship", text("DIT", "SAID"), apprenticeship)
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value(WorkStudy::Yes.id()),
        figure(option(lang, "max-tuition", text("EUROS", "EUROS"), fee), amount(lang)),
    ])
}

/// What a list between commas says of work-study; `None` if it is about something else.
fn said_of(list: &str) -> Option<Vec<WorkStudy>> {
    list.split(',').map(|said| WorkStudy::parse(said).ok()).collect()
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let mut names: Vec<String> = args.many("name");
    let mut apprenticeship: Vec<WorkStudy> = args.many("apprenticeship");
    if !apprenticeship.is_empty() {
        // `--apprenticeship yes,not-said`, with a blank in the place of the sign.
        let said = names.iter().enumerate().find_map(|(at, name)| Some((at, said_of(name)?)));
        if let Some((at, said)) = said {
            names.remove(at);
            apprenticeship = said;
        }
    }
    let params = TrainingParams {
        names,
        levels: args.many("level"),
        sector: args.one("sector"),
        cities: args.many("city"),
        near: args.has("near"),
        departments: args.many("department"),
        regions: args.many("region"),
        apprenticeship,
        hides_not_said: false,
        max_tuition: args.one("max-tuition"),
    };
    session.show(&ask(&params, session.dataset)?)
}
