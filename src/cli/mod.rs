//! How the explorer is asked: arguments in, an answer on stdout, remarks on stderr, an exit code.
//!
//! One file per command; nothing here computes or formats.

mod argument;
mod data;
mod failure;
mod help;
mod missions;
mod options;
mod overview;
mod progression;
mod salary;
mod search;
mod session;
mod skills;
mod sources;
mod surroundings;
mod training;
mod usage;
mod work;

use std::ffi::OsString;
use std::io::Write;

use clap::{ArgMatches, Command};

pub use self::failure::Failure;
use self::session::Session;
pub use self::surroundings::Surroundings;
use crate::query::{Dataset, Lang, Own, Text};

/// A command: its name, what it answers, its arguments, what it does.
struct Subcommand {
    name: &'static str,
    about: Text,
    examples: &'static [&'static str],
    arguments: fn(Command, Lang) -> Command,
    run: fn(&ArgMatches, &mut Session<'_>) -> Result<(), Failure>,
}

/// Every command, in the order of the help.
static COMMANDS: &[&Subcommand] = &[
    &overview::COMMAND,
    &missions::COMMAND,
    &skills::COMMAND,
    &salary::COMMAND,
    &training::COMMAND,
    &progression::COMMAND,
    &work::COMMAND,
    &search::COMMAND,
    &sources::COMMAND,
    &data::COMMAND,
];

/// Answers the command line `args` and returns the exit code.
///
/// 0: answered (or the reader closed the pipe), 1: failure, 2: usage, 3: the user's data is invalid.
pub fn answer(
    args: impl IntoIterator<Item = OsString>,
    surroundings: &Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = surroundings.lang_for(&args);
    match run(args, lang, surroundings, out, err) {
        Ok(()) => 0,
        Err(failure) => failure.report(lang, surroundings, err),
    }
}

fn run(
    args: Vec<OsString>,
    lang: Lang,
    surroundings: &Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), Failure> {
    let mut command = command(lang, surroundings);
    let matches = match command.try_get_matches_from_mut(args) {
        Ok(matches) => matches,
        Err(error) => return usage::explain(&error, surroundings, out),
    };
    let (name, arguments) = matches.subcommand().unwrap_or((overview::COMMAND.name, &matches));
    let asked = COMMANDS.iter().copied().find(|command| command.name == name).unwrap_or(&overview::COMMAND);
    let path = options::data(&matches, surroundings);
    let dataset = match &path {
        // These look at the files themselves, right or wrong.
        Some(path) if name != data::COMMAND.name => Dataset::with(Own::open(path)?),
        _ => Dataset::embedded(),
    };
    let mut session = Session::open(&matches, lang, surroundings, &dataset, path, out, err);
    let answered = (asked.run)(arguments, &mut session);
    // The program ends here: giving back a hundred thousand facts takes as long as reading them.
    std::mem::forget(dataset);
    answered
}

/// The whole command line in `lang`.
fn command(lang: Lang, surroundings: &Surroundings) -> Command {
    let root = help::root(lang)
        .args(options::all(lang))
        .args(help::flags(lang))
        .term_width(help::width(surroundings));
    COMMANDS.iter().fold(root, |root, subcommand| help::add(root, subcommand, lang))
}
