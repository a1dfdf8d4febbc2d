//! The help in both languages: clap's own English words are replaced by ours.

use std::io::{self, Write};

use clap::builder::styling::{Style, Styles};
use clap::{Arg, ArgAction, Command};

use super::command::Subcommand;
use super::environment::Environment;
use super::{french, man, options, pager};
use crate::model::text::{Lang, Text, text};
use crate::view::{self, localize_message};

/// Help is easiest to read in lines no longer than this.
const LONGEST_LINE: usize = 100;

/// A heading of the help with the commands under it.
pub type Chapter<'a> = (Text, Vec<(&'static str, &'a Text)>);

/// The root command without its subcommands; they are listed by chapter.
pub fn root(lang: Lang, chapters: &[Chapter<'_>]) -> Command {
    let about = text(
        "Le métier de développeur back-end en France : missions, salaires, formations, évolutions, avec leurs sources",
        "The back-end developer’s job in France: missions, pay, training, career, each with its sources",
    );
    let listed: String = chapters.iter().map(|chapter| listing(chapter, lang)).collect();
    let usage = usage(lang);
    let root = with_help(Command::new("backend-career"), &about, EXAMPLES, lang)
        .help_template(format!(
            "{{about}}\n\n{{before-help}}{usage} {{usage}}\n\n{listed}{}\n{{options}}\n{{after-help}}",
            heading(&options::heading(lang))
        ))
        .after_long_help(environment_variables(lang))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true);
    with_commands(root, lang).disable_help_subcommand(false)
}

/// The variables of the environment that the program heeds.
fn environment_variables(lang: Lang) -> String {
    let title = heading(&localize_message(&text("Environnement\u{202f}", "Environment"), lang));
    let lines =
        man::ENVIRONMENT.iter().map(|(name, told)| format!("  {name:<21} {}", localize_message(told, lang)));
    std::iter::once(title).chain(lines).collect::<Vec<_>>().join("\n")
}

/// A chapter: its heading, then a line per command.
fn listing((title, commands): &Chapter<'_>, lang: Lang) -> String {
    let lines =
        commands.iter().map(|(name, about)| format!("  {name:<13}{}\n", localize_message(about, lang)));
    format!("{}\n{}\n", heading(&localize_message(title, lang)), lines.collect::<String>())
}

/// A heading as clap writes its own.
fn heading(title: &str) -> String {
    format!("{}:", view::title(title))
}

fn usage(lang: Lang) -> String {
    view::title(&localize_message(&text("Usage :", "Usage:"), lang))
}

/// Where to begin.
const EXAMPLES: &[&str] = &[
    "backend-career salary --level senior",
    "backend-career training --level bac+5 --sector public",
    "backend-career salary --format json | jq '.levels[].low'",
];

/// `command` with what it answers and its examples, without its arguments.
pub fn described(command: Command, subcommand: &Subcommand, lang: Lang) -> Command {
    with_help(command, &subcommand.about, subcommand.examples, lang)
}

fn with_help(command: Command, about: &Text, examples: &[&str], lang: Lang) -> Command {
    let (usage, title) = (usage(lang), text("Exemples :", "Examples:"));
    let examples = format!("{}\n  {}", view::title(&localize_message(&title, lang)), examples.join("\n  "));
    command
        .styles(Styles::plain().header(Style::new().bold()).usage(Style::new().bold()))
        .about(localize_message(about, lang))
        .help_template(format!(
            "{{about}}\n\n{{before-help}}{usage} {{usage}}\n\n{{all-args}}\n\n{}\n",
            common_line(lang)
        ))
        .next_help_heading(localize_message(
            &text("Arguments et options\u{202f}", "Arguments and options"),
            lang,
        ))
        .before_help(examples)
        .disable_help_flag(true)
}

/// A command whose arguments are built once it is asked for.
pub fn deferred(subcommand: &Subcommand, lang: Lang) -> Command {
    Command::new(subcommand.name)
        .aliases(french::command_aliases(subcommand.name))
        .defer((subcommand.arguments)(lang))
}

/// A command that other commands stand below.
pub fn with_commands(command: Command, lang: Lang) -> Command {
    command
        .disable_help_subcommand(true)
        .subcommand_help_heading(localize_message(&text("Commandes\u{202f}", "Commands"), lang))
        .subcommand_value_name(localize_message(&text("COMMANDE", "COMMAND"), lang))
}

/// One line for what every command accepts.
fn common_line(lang: Lang) -> String {
    localize_message(
        &text(
            "Options communes (voir `backend-career --help`) : --format, --json, --lang, --columns, --sort, --data, -q …",
            "Common options (see `backend-career --help`): --format, --json, --lang, --columns, --sort, --data, -q …",
        ),
        lang,
    )
}

/// `--help` and `--version`.
pub fn flags(lang: Lang) -> [Arg; 2] {
    let help =
        text("Afficher cette aide ; --help : toutes les options", "Print this help; --help: every option");
    let version = text("Afficher la version", "Print the version");
    [
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help(localize_message(&help, lang))
            .global(true),
        Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .help(localize_message(&version, lang)),
    ]
    .map(|flag| flag.help_heading(options::heading(lang)))
}

/// The width of help texts.
pub fn width(environment: &Environment) -> usize {
    environment.width.min(LONGEST_LINE)
}

/// Writes a text that is already laid out, through the pager if it is longer than the screen.
///
/// # Errors
/// Fails if `out` takes no more.
pub fn write(text: &str, environment: &Environment, out: &mut dyn Write) -> io::Result<()> {
    let mut styled = Vec::new();
    view::write_styled(text, environment.color, &mut styled)?;
    pager::page(environment.pager.as_ref(), &styled, out)
}
