//! `completions` on the command line: a script for the shell, with the dataset's ids as candidates.

mod lists;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{ArgMatches, Command};
use clap_complete::{Shell as Script, generate};

use super::argument::{Arguments, member, positional};
use super::command::{Group, Subcommand, in_language};
use super::session::Session;
use crate::dataset::Dataset;
use crate::model::text::{Lang, text};
use crate::model::vocabulary::vocabulary;
use crate::query::candidates::{self, Candidate};
use crate::view::localize_message;

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "completions",
    group: Group::Shell,
    about: text("Script de complétion pour votre shell", "Completion script for your shell"),
    examples: &["source <(backend-career completions bash)", "backend-career completions fish | source"],
    arguments: in_language!(arguments),
    run,
};

vocabulary! {
    /// The shells that a script can be written for.
    Shell ("shell", "shell")
    Bash = "bash", "bash", "bash";
    Zsh = "zsh", "zsh", "zsh";
    Fish = "fish", "fish", "fish";
    Elvish = "elvish", "elvish", "elvish";
    Pwsh = "powershell", "powershell", "powershell";
}

impl From<Shell> for Script {
    fn from(shell: Shell) -> Self {
        match shell {
            Shell::Bash => Self::Bash,
            Shell::Zsh => Self::Zsh,
            Shell::Fish => Self::Fish,
            Shell::Elvish => Self::Elvish,
            Shell::Pwsh => Self::PowerShell,
        }
    }
}

fn arguments(command: Command, lang: Lang) -> Command {
    let shell = text("Le shell", "The shell");
    let shell = positional(lang, "shell", text("SHELL", "SHELL"), shell);
    command.arg(member::<Shell>(lang, shell).required(true))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let shell: Shell = args.one("shell").unwrap_or(Shell::Bash);
    let lang = session.options.lang;
    let mut command = (session.command_line)(lang);
    // Arguments are only there once the command line is built.
    command.build();
    for (argument, of, values) in candidates_of_arguments(session.dataset)? {
        let named = |command: &&Command| of.is_empty() || of.contains(&command.get_name());
        let has = |command: &Command| command.get_arguments().any(|arg| arg.get_id() == argument);
        let names: Vec<String> = command
            .get_subcommands()
            .filter(named)
            .filter(|command| has(command))
            .map(|command| command.get_name().to_owned())
            .collect();
        for name in names {
            command = command.mut_subcommand(name, |below| with_candidates(below, argument, &values, lang));
        }
    }
    let mut lists = Vec::new();
    let names: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    for name in names {
        let columns = lists::columns(&name, session.environment);
        command = command.mut_subcommand(name, |below| lists::hold_places(below, &columns, &mut lists));
    }
    let mut script = Vec::new();
    generate(Script::from(shell), &mut command, "backend-career", &mut script);
    let script = String::from_utf8_lossy(&script);
    // clap_complete 4.6 spells the dash of the name in two ways in one script (clap issue 6421).
    let script = script.replace("backend__subcmd__career", "backend__career");
    let script = lists::fill(script, &lists, shell);
    let more = if shell == Shell::Fish { fish_positionals(&command) } else { String::new() };
    session.write((script + &more).as_bytes())
}

/// An argument, the commands whose argument it is (all that have it if none is named), and what it may be.
type ArgumentValues = (&'static str, &'static [&'static str], Vec<Candidate>);

/// The values of the dataset that arguments can have.
fn candidates_of_arguments(dataset: &Dataset) -> anyhow::Result<Vec<ArgumentValues>> {
    let sources = candidates::sources(dataset)?;
    let roles = candidates::roles(dataset)?;
    Ok(vec![
        ("source", &[], sources.clone()),
        ("without", &[], sources.clone()),
        ("id", &["sources"], sources),
        ("from", &["progression"], roles.clone()),
        ("to", &["progression"], roles),
        ("city", &["training"], candidates::towns(dataset)?),
        ("region", &["training", "sheet"], candidates::regions(dataset)?),
        ("department", &["training"], candidates::departments(dataset)?),
        ("name", &["training", "payback"], candidates::programmes(dataset)?),
        ("words", &["glossary"], candidates::words(dataset)?),
    ])
}

/// Candidates of arguments without dashes, which `clap_complete` 4.6 leaves out of scripts for fish.
fn fish_positionals(root: &Command) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"));
    let mut lines = String::new();
    for command in root.get_subcommands() {
        let name = command.get_name();
        for value in command.get_positionals().flat_map(clap::Arg::get_possible_values) {
            let (id, help) = (quoted(value.get_name()), value.get_help().map(ToString::to_string));
            lines += &format!(
                "complete -c backend-career -n \"__fish_backend_career_using_subcommand {name}\" -f -a {id} -d {}\n",
                quoted(&help.unwrap_or_default())
            );
        }
    }
    lines
}

/// The command with an argument's candidates, each with what it stands for.
fn with_candidates(
    command: Command,
    argument: &'static str,
    candidates: &[Candidate],
    lang: Lang,
) -> Command {
    let value = |candidate: &Candidate| {
        PossibleValue::new(candidate.id.clone()).help(localize_message(&candidate.label, lang))
    };
    let values: Vec<PossibleValue> = candidates.iter().map(value).collect();
    command.mut_arg(argument, |arg| arg.value_parser(PossibleValuesParser::new(values)))
}
