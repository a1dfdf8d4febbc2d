//! How the explorer is asked: arguments in, an answer on stdout, remarks on stderr, an exit code.
//!
//! One file per command; nothing here computes or formats.

mod ad;
mod argument;
mod color;
mod completions;
mod data;
mod document;
mod failure;
mod freelance;
mod gap;
mod help;
mod language;
mod man;
mod missions;
mod offer;
mod options;
mod overview;
mod pager;
mod pay;
mod payback;
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
pub use self::surroundings::{Surroundings, Terminal};
use crate::query::{Dataset, Lang, Own, Text, text};

/// A command: its name, what it answers, its arguments, what it does.
struct Subcommand {
    name: &'static str,
    group: Group,
    about: Text,
    examples: &'static [&'static str],
    arguments: fn(Command, Lang) -> Command,
    run: fn(&ArgMatches, &mut Session<'_>) -> Result<(), Failure>,
}

/// What a person is after, a heading of the help each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Discover,
    Decide,
    Trust,
    Shell,
}

impl Group {
    const ALL: [(Self, Text); 4] = [
        (Self::Discover, text("Découvrir\u{202f}", "Discover")),
        (Self::Decide, text("Décider\u{202f}", "Decide")),
        (Self::Trust, text("Vérifier\u{202f}", "Trust")),
        (Self::Shell, text("Terminal\u{202f}", "Shell")),
    ];
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
    &gap::COMMAND,
    &ad::COMMAND,
    &payback::COMMAND,
    &offer::COMMAND,
    &pay::COMMAND,
    &freelance::COMMAND,
    &search::COMMAND,
    &sources::COMMAND,
    &data::COMMAND,
    &completions::COMMAND,
    &man::COMMAND,
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
    let lang = language::asked(&args).unwrap_or(surroundings.lang());
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
    let matches = match parse(args, lang, surroundings) {
        Ok(matches) => matches,
        Err((error, asked)) => return usage::explain(&error, asked, surroundings, out),
    };
    let (name, arguments) = matches.subcommand().unwrap_or((overview::COMMAND.name, &matches));
    let asked = COMMANDS.iter().copied().find(|command| command.name == name).unwrap_or(&overview::COMMAND);
    let path = options::data(&matches, surroundings);
    let dataset = match &path {
        // `data` looks at the files themselves, right or wrong; scripts and manual pages rest on none.
        Some(path) if name != data::COMMAND.name && asked.group != Group::Shell => {
            Dataset::with(Own::open(path)?)
        }
        _ => Dataset::embedded(),
    };
    let mut session = Session::open(&matches, lang, surroundings, &dataset, path, out, err);
    let answered = match (asked.run)(arguments, &mut session) {
        Err(Failure::NothingGiven) => Err(Failure::Help(help::of(&mut command(lang), asked.name))),
        done => done,
    };
    // The program ends here: giving back a hundred thousand facts takes as long as reading them.
    std::mem::forget((dataset, matches));
    answered
}

/// Parses the arguments, or says what is wrong with them and of which command.
///
/// Most runs are right, so the first try knows only the commands and common options that are named: building all
/// of them, their help included, takes longer than answering. What goes wrong there is parsed again to be explained.
fn parse(
    args: Vec<OsString>,
    lang: Lang,
    surroundings: &Surroundings,
) -> Result<ArgMatches, (clap::Error, Option<&'static Subcommand>)> {
    let asked = named(&args);
    if let Ok(matches) = command_with(&asked, &args, lang).try_get_matches_from(&args) {
        return Ok(matches);
    }
    let whole = command(lang).term_width(help::width(surroundings));
    whole.try_get_matches_from(args).map_err(|error| (error, asked.first().copied()))
}

/// The commands that the arguments may mean: those whose name is among them.
fn named(args: &[OsString]) -> Vec<&'static Subcommand> {
    let among = |command: &Subcommand| args.iter().skip(1).any(|arg| arg == command.name);
    COMMANDS.iter().copied().filter(|command| among(command)).collect()
}

/// The command line with the commands `asked` and the common options among `args` only, and without a help.
fn command_with(asked: &[&Subcommand], args: &[OsString], lang: Lang) -> Command {
    let root = help::bare("backend-career").args(options::typed(args, lang));
    asked.iter().fold(root, |root, subcommand| {
        root.subcommand((subcommand.arguments)(help::bare(subcommand.name), lang))
    })
}

/// The whole command line in `lang`.
fn command(lang: Lang) -> Command {
    COMMANDS.iter().fold(root(lang), |root, subcommand| help::add(root, subcommand, lang))
}

/// The command line without its commands.
fn root(lang: Lang) -> Command {
    let groups = Group::ALL.map(|(group, heading)| {
        let commands = COMMANDS.iter().filter(|command| command.group == group);
        (heading, commands.map(|command| (command.name, &command.about)).collect())
    });
    help::root(lang, &groups).args(options::all(lang)).args(help::flags(lang))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::{Surroundings, Terminal, command, command_with, named, options};
    use crate::query::Lang;

    #[test]
    fn the_short_parse_reads_the_options_as_the_whole_one_does() {
        let surroundings = Surroundings::read(|_| None, Terminal::default());
        for line in [
            "x salary",
            "x --json salary -q",
            "x salary --format=csv --sort -level --columns level,source --columns year",
            "x -q",
            "x training --data here --lang fr --width 90 --no-chart --ascii --color always --no-pager",
            "x search --sort topic portage",
            "x data validate there -q",
        ] {
            let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let short = command_with(&named(&args), &args, Lang::En).try_get_matches_from(&args).unwrap();
            let whole = command(Lang::En).try_get_matches_from(&args).unwrap();
            let read = |matches: &clap::ArgMatches| {
                let look = options::look(matches, Lang::En, &surroundings);
                let data = options::data(matches, &surroundings);
                format!("{look:?} {data:?} {} {}", options::is_quiet(matches), options::pages(matches))
            };
            assert_eq!(read(&short), read(&whole), "{line}");
        }
    }
}
