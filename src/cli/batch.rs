//! `batch` on the command line: one question for every row of a file, answers in the order of the rows.
//!
//! The rows are split, answered and put in order in `batch/`; nothing here computes.

mod answer;
mod columns;
mod engine;
mod errors;
mod input;
mod object;
mod options;
mod pay;
mod plan;
mod row;
mod sink;
mod split;
mod told;
mod worker;

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};

use self::plan::Plan;
use super::argument::{Arguments, count_up_to, flag, option, path};
use super::command::{Group, Subcommand, in_language, named_below};
use super::session::Session;
use super::{ad, freelance, gap, help, offer, pay as pay_command, payback};
use crate::model::text::{Lang, Text, text};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "batch",
    group: Group::Decide,
    about: text(
        "La même question pour chaque ligne d’un fichier CSV ou JSON Lines",
        "The same question for every row of a CSV or JSON Lines file",
    ),
    examples: &[
        "backend-career batch pay --input salaries.csv",
        "backend-career batch pay --status cadre < salaries.csv > answers.csv",
        "backend-career batch offer --input salaries.csv --format jsonl",
        "backend-career batch pay --input salaries.csv --summary --by level",
    ],
    arguments: in_language!(arguments),
    run,
};

/// What can be asked of every row.
static COMMANDS: &[&Subcommand] = &[
    &pay_command::COMMAND,
    &offer::COMMAND,
    &freelance::COMMAND,
    &payback::COMMAND,
    &gap::COMMAND,
    &ad::COMMAND,
];

/// More threads than this are a slip of the keyboard.
const MOST_JOBS: usize = 1024;

fn arguments(command: Command, lang: Lang) -> Command {
    let command = help::with_commands(command, lang);
    COMMANDS.iter().fold(command, |command, below| {
        let built = move |plain: Command| optional((below.arguments)(lang)(plain)).args(own(lang));
        command
            .subcommand(built(Command::new(below.name).aliases(super::french::command_aliases(below.name))))
    })
}

/// The same arguments, none of which has to be there: a column may give it.
fn optional(command: Command) -> Command {
    let groups: Vec<String> = command.get_groups().map(|group| group.get_id().to_string()).collect();
    let command = command.mut_args(|arg| arg.required(false));
    groups.into_iter().fold(command, |command, id| command.mut_group(id, |group| group.required(false)))
}

/// The options of `batch` itself.
fn own(lang: Lang) -> [Arg; 6] {
    let file = || text("FICHIER", "FILE");
    let input = text(
        "Les lignes : CSV avec titres, ou JSON Lines ; - pour l’entrée standard (par défaut)",
        "The rows: CSV with headings, or JSON Lines; - for standard input (by default)",
    );
    let errors =
        text("Noter aussi les lignes refusées dans ce fichier", "List the refused rows in this file too");
    let strict = text("S’arrêter à la première ligne refusée", "Stop at the first refused row");
    let jobs = text(
        "Nombre de fils d’exécution (un par cœur par défaut)",
        "Number of threads (one a core by default)",
    );
    let summary = text(
        "Résumer chaque chiffre au lieu d’une réponse par ligne",
        "Sum up each figure instead of an answer a row",
    );
    let by = text("Résumer pour chaque valeur de cette colonne", "Sum up for each value of this column");
    [
        path(option(lang, "input", file(), input)),
        path(option(lang, "errors", file(), errors)),
        flag(lang, "strict", strict),
        option(lang, "jobs", text("N", "N"), jobs).value_parser(count_up_to(MOST_JOBS)),
        flag(lang, "summary", summary),
        option(lang, "by", text("COLONNE", "COLUMN"), by).requires("summary"),
    ]
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let (asked, args) = named_below(COMMANDS, args, missing)?;
    options::check(args)?;
    let input = input::Input::open(args.one::<PathBuf>("input"), session)?;
    if let Some((plan, input)) = Plan::new(asked, args, session, input)? {
        if !plan.columns.renamed.is_empty() {
            let names = plan.columns.renamed.join(", ");
            session.remark(&Text::new(
                format!("des titres sont donnés deux fois ; leurs autres colonnes s’appellent : {names}"),
                format!("headings stand twice; their other columns are called: {names}"),
            ));
        }
        return engine::run(plan, input, args, session);
    }
    session.remark(&text("rien à lire : l’entrée est vide", "nothing to read: the input is empty"));
    session.write(b"")
}

fn missing(names: &str) -> Text {
    Text::new(
        format!(
            "il manque ce qu’il faut demander de chaque ligne : {names}\nvoir `backend-career batch --help`"
        ),
        format!("what to ask of each row is missing: {names}\nsee `backend-career batch --help`"),
    )
}
