//! The help in both languages: clap's own English words are replaced by ours.

use std::io::Write;

use clap::{Arg, ArgAction, Command};

use super::Subcommand;
use super::failure::Failure;
use super::surroundings::Surroundings;
use crate::query::{Lang, Text, text};
use crate::view::{self, said};

/// Help is easiest to read in lines no longer than this.
const LONGEST_LINE: usize = 100;

/// The root command without its subcommands.
pub fn root(lang: Lang) -> Command {
    let about = text(
        "Le métier de développeur back-end en France : missions, salaires, formations, évolutions, avec leurs sources",
        "The back-end developer’s job in France: missions, pay, training, career, each with its sources",
    );
    let root = command("backend-career", &about, EXAMPLES, lang)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true);
    with_commands(root, lang)
}

/// Where to begin.
const EXAMPLES: &[&str] = &[
    "backend-career salary --level senior",
    "backend-career training --level bac+5 --sector public",
    "backend-career progression --from senior",
    "backend-career salary --format json | jq '.levels[].low'",
];

/// A command with its examples, without its arguments.
pub fn command(name: &'static str, about: &Text, examples: &[&str], lang: Lang) -> Command {
    let (usage, title) = (text("Usage :", "Usage:"), text("Exemples :", "Examples:"));
    Command::new(name)
        .about(said(about, lang))
        .help_template(format!(
            "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
            said(&usage, lang)
        ))
        .next_help_heading(said(&text("Arguments et options\u{202f}", "Arguments and options"), lang))
        .after_help(format!("{}\n  {}", said(&title, lang), examples.join("\n  ")))
        .disable_help_flag(true)
}

/// `command` with one more command below it.
pub fn add(above: Command, below: &Subcommand, lang: Lang) -> Command {
    let arguments = below.arguments;
    let command = command(below.name, &below.about, below.examples, lang);
    above.subcommand(arguments(command, lang))
}

/// A command that other commands stand below.
pub fn with_commands(command: Command, lang: Lang) -> Command {
    command
        .disable_help_subcommand(true)
        .subcommand_help_heading(said(&text("Commandes\u{202f}", "Commands"), lang))
        .subcommand_value_name(said(&text("COMMANDE", "COMMAND"), lang))
}

/// The heading of what every command accepts.
pub fn common(lang: Lang) -> String {
    said(&text("Options communes\u{202f}", "Common options"), lang)
}

/// `--help` and `--version`.
pub fn flags(lang: Lang) -> [Arg; 2] {
    let help = text("Afficher cette aide", "Print this help");
    let version = text("Afficher la version", "Print the version");
    [
        Arg::new("help").short('h').long("help").action(ArgAction::Help).help(said(&help, lang)).global(true),
        Arg::new("version").short('V').long("version").action(ArgAction::Version).help(said(&version, lang)),
    ]
    .map(|flag| flag.help_heading(common(lang)))
}

/// The width of help texts.
pub fn width(surroundings: &Surroundings) -> usize {
    surroundings.width().min(LONGEST_LINE)
}

/// Writes a text that is already laid out.
pub fn written(text: &str, surroundings: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    view::write_styled(text, surroundings.colors(), out).and_then(|()| out.flush()).map_err(Failure::Output)
}
