//! The options of every command: format, language, colour, width, columns, order.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches};

use super::argument::{Refusal, choice, flag, option, path};
use super::color::Color;
use super::help;
use super::surroundings::Surroundings;
use crate::query::{Lang, Text, text};
use crate::view::{Format, Look, Shape, Sort};

/// The options that `-h` shows; `--help` shows them all.
const USUAL: [&str; 2] = ["format", "lang"];

/// An option: its name, and how it is made.
type Common = (&'static str, fn(Lang) -> Arg);

/// The options, in the order of the help.
const ALL: [Common; 12] = [
    ("format", |lang| {
        let help = text("Forme de la réponse", "Form of the answer");
        choice::<Format>(lang, "format", text("FORME", "FORMAT"), help)
    }),
    ("json", |lang| {
        let help = text("Comme --format json", "Same as --format json");
        flag(lang, "json", help).conflicts_with("format")
    }),
    ("lang", |lang| {
        choice::<Lang>(
            lang,
            "lang",
            text("LANGUE", "LANG"),
            text("Langue de la réponse", "Language of the answer"),
        )
    }),
    ("color", |lang| choice::<Color>(lang, "color", text("QUAND", "WHEN"), text("Couleurs", "Colours"))),
    ("width", |lang| {
        let help = text("Largeur en caractères (30 à 1000)", "Width in characters (30 to 1000)");
        option(lang, "width", text("N", "N"), help).value_parser(width())
    }),
    ("columns", |lang| {
        let help = text(
            "Colonnes du tableau principal, dans cet ordre (a,b,c)",
            "Columns of the main table, in this order (a,b,c)",
        );
        option(lang, "columns", text("COLONNES", "COLUMNS"), help)
            .value_delimiter(',')
            .action(ArgAction::Append)
    }),
    ("sort", |lang| {
        let help = text(
            "Colonne qui ordonne le tableau principal ; -colonne pour l’ordre inverse",
            "Column that orders the main table; -column for the reverse",
        );
        option(lang, "sort", text("COLONNE", "COLUMN"), help).allow_hyphen_values(true)
    }),
    ("no-chart", |lang| flag(lang, "no-chart", text("Sans graphique", "No chart"))),
    ("ascii", |lang| flag(lang, "ascii", text("Dessiner en ASCII", "Draw in ASCII"))),
    ("no-pager", |lang| flag(lang, "no-pager", text("Sans pagineur", "No pager"))),
    ("data", |lang| {
        let help = text(
            "Vos propres faits : un dossier ou un fichier (sinon BACKEND_CAREER_DATA)",
            "Your own facts: a folder or a file (else BACKEND_CAREER_DATA)",
        );
        path(option(lang, "data", text("CHEMIN", "PATH"), help))
    }),
    ("quiet", |lang| {
        flag(lang, "quiet", text("Sans remarques sur la sortie d’erreur", "No remarks on standard error"))
            .short('q')
    }),
];

/// The options, accepted before and after the command.
pub fn all(lang: Lang) -> impl Iterator<Item = Arg> {
    ALL.iter().map(move |common| made(common, lang))
}

/// The options that are among `args`, and those that these do not go with.
pub fn typed(args: &[OsString], lang: Lang) -> impl Iterator<Item = Arg> {
    let among = |name: &str| args.iter().any(|arg| names(arg, name));
    ALL.iter()
        .filter(move |(name, _)| among(name) || (*name == "format" && among("json")))
        .map(move |common| made(common, lang))
}

fn made((name, make): &Common, lang: Lang) -> Arg {
    make(lang).global(true).help_heading(help::common(lang)).hide_short_help(!USUAL.contains(name))
}

/// Whether `arg` may be the option `name`: `--name`, `--name=value`, or a cluster with its letter.
fn names(arg: &OsStr, name: &str) -> bool {
    let Some(arg) = arg.to_str() else { return true };
    match arg.strip_prefix("--") {
        Some(long) => long.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('=')),
        None => name == "quiet" && arg.starts_with('-') && arg.contains('q'),
    }
}

/// The common options of a command line; one that was not typed may not have been known to the parser.
struct Typed<'m>(&'m ArgMatches);

impl Typed<'_> {
    fn one<T: Clone + Send + Sync + 'static>(&self, name: &str) -> Option<T> {
        self.0.try_get_one::<T>(name).ok().flatten().cloned()
    }

    fn many<T: Clone + Send + Sync + 'static>(&self, name: &str) -> Vec<T> {
        let values = self.0.try_get_many::<T>(name).ok().flatten();
        values.map(|values| values.cloned().collect()).unwrap_or_default()
    }

    fn has(&self, name: &str) -> bool {
        self.one(name).unwrap_or(false)
    }
}

/// Where the user's own facts are: the option, else the environment.
pub fn data(matches: &ArgMatches, surroundings: &Surroundings) -> Option<PathBuf> {
    Typed(matches).one("data").or_else(|| surroundings.data().map(PathBuf::from))
}

/// Whether remarks are kept back.
pub fn is_quiet(matches: &ArgMatches) -> bool {
    Typed(matches).has("quiet")
}

/// Whether long answers go through the pager.
pub fn pages(matches: &ArgMatches) -> bool {
    !Typed(matches).has("no-pager")
}

fn width() -> ValueParser {
    ValueParser::new(|typed: &str| {
        typed.trim().parse::<usize>().ok().filter(|width| (30..=1000).contains(width)).ok_or_else(|| {
            Refusal(Text::new(
                format!("« {typed} » n’est pas une largeur ; donnez un nombre de 30 à 1000"),
                format!("`{typed}` is no width; give a number from 30 to 1000"),
            ))
        })
    })
}

/// What the options ask of the view.
pub fn look(matches: &ArgMatches, lang: Lang, surroundings: &Surroundings) -> Look {
    let typed = Typed(matches);
    let format = typed.one::<Format>("format").unwrap_or(Format::Table);
    let columns = typed.many::<String>("columns");
    Look {
        format: if typed.has("json") { Format::Json } else { format },
        lang,
        width: typed.one("width").unwrap_or(surroundings.width()),
        color: colors(&typed, surroundings),
        links: surroundings.links(),
        on_terminal: surroundings.on_terminal(),
        charts: !typed.has("no-chart"),
        ascii: typed.has("ascii") || surroundings.ascii(),
        shape: Shape {
            columns: (!columns.is_empty()).then(|| columns.iter().map(|key| key.trim().to_owned()).collect()),
            sort: typed.one::<String>("sort").map(|column| sort(&column)),
        },
    }
}

fn sort(column: &str) -> Sort {
    let (descending, column) = match column.strip_prefix('-') {
        Some(column) => (true, column),
        None => (false, column),
    };
    Sort { column: column.trim().to_owned(), descending }
}

/// Whether the answer is coloured.
fn colors(typed: &Typed<'_>, surroundings: &Surroundings) -> bool {
    match typed.one("color").unwrap_or(Color::Auto) {
        Color::Auto => surroundings.colors(),
        Color::Always => true,
        Color::Never => false,
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::{ALL, names};
    use crate::query::Lang;

    #[test]
    fn an_option_is_listed_under_its_own_name() {
        for (name, make) in ALL {
            let option = make(Lang::En);
            assert_eq!((option.get_id().as_str(), option.get_long()), (name, Some(name)));
        }
    }

    #[test]
    fn an_option_is_typed_whole_with_its_value_or_as_a_letter() {
        for typed in ["--quiet", "--quiet=x", "-q", "-vq"] {
            assert!(names(OsStr::new(typed), "quiet"), "{typed}");
        }
        for other in ["--quieter", "quiet", "--sort", "q"] {
            assert!(!names(OsStr::new(other), "quiet"), "{other}");
        }
    }
}
