//! What a command is: its name, what it answers, its arguments, what it does.

use clap::{ArgMatches, Command};

use super::session::Session;
use crate::model::error::Reason;
use crate::model::text::{Lang, Text, text};

/// A command: its name, what it answers, its arguments, what it does.
pub struct Subcommand {
    /// The name that is typed.
    pub name: &'static str,
    /// The heading of the help that it stands under.
    pub group: Group,
    /// What it answers.
    pub about: Text,
    /// Command lines to copy.
    pub examples: &'static [&'static str],
    /// Adds the arguments; see [`in_language`].
    pub arguments: fn(Lang) -> fn(Command) -> Command,
    /// Reads the arguments, asks the question and shows the answer.
    pub run: fn(&ArgMatches, &mut Session<'_>) -> anyhow::Result<()>,
}

/// Turns `fn(Command, Lang) -> Command` into what a [`Subcommand`] holds: clap builds the help and the arguments of a
/// command only once that command is asked for, through a function pointer, which cannot carry the language along. Where
/// it is used, the command must be called `COMMAND`.
macro_rules! in_language {
    ($arguments:path) => {
        |lang| match lang {
            $crate::model::text::Lang::Fr => |command| {
                let lang = $crate::model::text::Lang::Fr;
                $arguments($crate::cli::help::described(command, &COMMAND, lang), lang)
            },
            $crate::model::text::Lang::En => |command| {
                let lang = $crate::model::text::Lang::En;
                $arguments($crate::cli::help::described(command, &COMMAND, lang), lang)
            },
        }
    };
}
pub(crate) use in_language;

/// Which of `commands` is named below another command, with its arguments; without one, `missing` says what is, behind
/// the names that are known.
pub fn named_below<'m>(
    commands: &[&'static Subcommand],
    args: &'m ArgMatches,
    missing: fn(&str) -> Text,
) -> Result<(&'static Subcommand, &'m ArgMatches), Reason> {
    let named = args.subcommand();
    let found = named.and_then(|(name, args)| Some((*commands.iter().find(|sub| sub.name == name)?, args)));
    found.ok_or_else(|| {
        let known: Vec<&str> = commands.iter().map(|sub| sub.name).collect();
        Reason::Usage(missing(&known.join(", ")))
    })
}

/// What a person is after, a heading of the help each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// What the job is.
    Discover,
    /// What it means for oneself.
    Decide,
    /// Who says so.
    Trust,
    /// The program in a shell.
    Shell,
}

impl Group {
    /// Every group with its heading, in the order of the help.
    pub const ALL: [(Self, Text); 4] = [
        (Self::Discover, text("Découvrir\u{202f}", "Discover")),
        (Self::Decide, text("Décider\u{202f}", "Decide")),
        (Self::Trust, text("Vérifier\u{202f}", "Trust")),
        (Self::Shell, text("Terminal\u{202f}", "Shell")),
    ];
}
