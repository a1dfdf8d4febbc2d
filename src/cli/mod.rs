//! How the explorer is asked: arguments in, an answer on stdout, remarks on stderr, an exit code.
//!
//! One file per command; nothing here computes or formats.

mod ad;
mod again;
mod argument;
pub mod atomic_file;
mod batch;
mod color;
mod command;
mod compare;
mod completions;
mod data;
mod document;
mod environment;
mod explain;
mod explore;
mod fit;
mod freelance;
mod french;
mod gap;
mod glossary;
mod help;
mod household;
mod language;
mod man;
mod missions;
mod next;
mod offer;
mod options;
mod output;
mod overview;
mod pager;
mod pay;
mod payback;
mod progression;
mod rates;
mod salary;
mod search;
mod session;
mod sheet;
mod show;
mod skills;
mod sources;
mod training;
mod usage;
mod work;

use std::ffi::OsString;
use std::io::Write;

use clap::Command;

use self::argument::Arguments;
use self::command::{Group, Subcommand};
pub use self::environment::{Environment, TerminalInfo};
pub use self::explain::explain;
pub use self::language::language;
use self::session::Session;
use crate::dataset::{Dataset, UserData};
use crate::model::text::Lang;

/// Every command, in the order of the help.
static COMMANDS: &[&Subcommand] = &[
    &overview::COMMAND,
    &explore::COMMAND,
    &missions::COMMAND,
    &skills::COMMAND,
    &salary::COMMAND,
    &rates::COMMAND,
    &training::COMMAND,
    &progression::COMMAND,
    &work::COMMAND,
    &sheet::COMMAND,
    &gap::COMMAND,
    &fit::COMMAND,
    &ad::COMMAND,
    &payback::COMMAND,
    &compare::COMMAND,
    &offer::COMMAND,
    &pay::COMMAND,
    &freelance::COMMAND,
    &batch::COMMAND,
    &search::COMMAND,
    &show::COMMAND,
    &glossary::COMMAND,
    &sources::COMMAND,
    &data::COMMAND,
    &completions::COMMAND,
    &man::COMMAND,
];

/// Answers the command line `args` in `lang`, and returns the exit code of an answer: 0, or 3 where the answer is that
/// something is invalid.
///
/// # Errors
/// Whatever keeps the answer from being given; [`explain`] tells it and gives its exit code.
pub fn run(
    args: Vec<OsString>,
    lang: Lang,
    environment: &Environment,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<u8> {
    let args = french::understood(args);
    let named = named(&args);
    let mut root = match named {
        Some(named) => command_line_of(named, lang),
        None => command_line(lang),
    }
    .term_width(help::width(environment));
    let matches = match root.try_get_matches_from_mut(&args) {
        Ok(matches) => matches,
        Err(error) => return usage::answer(&error, named, environment, out).map(|()| 0),
    };
    let (name, arguments) = matches.subcommand().unwrap_or((overview::COMMAND.name, &matches));
    let asked = COMMANDS.iter().copied().find(|command| command.name == name).unwrap_or(&overview::COMMAND);
    let path = matches.one("data").or_else(|| environment.data.clone());
    let dataset = match &path {
        // `data` looks at the files themselves, right or wrong; scripts and manual pages rest on none.
        Some(path) if name != data::COMMAND.name && asked.group != Group::Shell => {
            Dataset::with(UserData::open(path)?)
        }
        _ => Dataset::embedded(),
    };
    let mut session = Session::open(&matches, (lang, &args), environment, &dataset, path, out, err);
    session.command_line = command_line;
    (asked.run)(arguments, &mut session)?;
    Ok(session.exit_code)
}

/// The whole command line in `lang`.
fn command_line(lang: Lang) -> Command {
    COMMANDS
        .iter()
        .fold(root(lang, false), |root, subcommand| root.subcommand(help::deferred(subcommand, lang)))
}

/// The command line with one command only: clap copies the common options into every command that is there. The help
/// of one command names the common options in one line.
fn command_line_of(subcommand: &'static Subcommand, lang: Lang) -> Command {
    root(lang, true).subcommand(help::deferred(subcommand, lang))
}

/// The command line without its commands.
fn root(lang: Lang, hides_common: bool) -> Command {
    let groups = Group::ALL.map(|(group, heading)| {
        let commands = COMMANDS.iter().filter(|command| command.group == group);
        (heading, commands.map(|command| (command.name, &command.about)).collect())
    });
    let common = options::all(lang).chain(help::flags(lang)).map(|option| option.hide(hides_common));
    help::root(lang, &groups).args(common)
}

/// The command that the arguments name: the first word that is no option and no value of a common one.
///
/// What is wrong with an argument is told with the help of that command, which clap's error does not name.
fn named(args: &[OsString]) -> Option<&'static Subcommand> {
    let mut words = args.iter().skip(1).filter_map(|arg| arg.to_str());
    while let Some(word) = words.next() {
        if options::takes_value(word) {
            words.next();
        } else if !word.starts_with('-') && word != "help" {
            return COMMANDS.iter().copied().find(|command| {
                command.name == word || french::command_aliases(command.name).contains(&word)
            });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::{COMMANDS, command_line, command_line_of, named};
    use crate::model::text::Lang;

    #[test]
    fn the_command_line_is_consistent_in_both_languages() {
        command_line(Lang::Fr).debug_assert();
        for subcommand in COMMANDS {
            command_line_of(subcommand, Lang::En).debug_assert();
        }
    }

    #[test]
    fn the_named_command_is_the_first_word_that_is_no_value() {
        let named = |line: &str| {
            let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            named(&args).map(|command| command.name)
        };
        assert_eq!(named("x search salary --limit 0"), Some("search"));
        assert_eq!(named("x --data salary -q search x"), Some("search"));
        assert_eq!(named("x --lang=fr formations"), Some("training"));
        assert_eq!(named("x help training"), Some("training"));
        assert_eq!(named("x --json"), None);
    }
}
