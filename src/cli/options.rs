//! The options of every command: format, language, colour, width, columns, order.

use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches};

use super::argument::{Arguments, Refusal, choice, flag, option, path};
use super::color::Color;
use super::environment::{Environment, PIPE_WIDTH};
use super::french;
use super::output::{self, Output};
use crate::model::error::Reason;
use crate::model::text::{Lang, Text, text};
use crate::view::{ColumnSelection, Format, RenderOptions, Sort, localize_message};

/// The options that `-h` shows; `--help` shows them all.
const USUAL: [&str; 2] = ["format", "lang"];

/// An option: its name, and how it is made.
type Common = (&'static str, fn(Lang) -> Arg);

/// The options, in the order of the help.
const ALL: [Common; 16] = [
    ("format", |lang| {
        let help = text("Forme de la réponse", "Form of the answer");
        choice::<Format>(lang, "format", text("FORME", "FORMAT"), help)
    }),
    ("json", |lang| {
        let help = text("Comme --format json", "Same as --format json");
        flag(lang, "json", help).conflicts_with("format")
    }),
    ("output", |lang| {
        let help = text(
            "Écrire dans ce fichier ; sa fin dit la forme (.html .csv .json .md .xlsx …)",
            "Write to this file; its ending says the form (.html .csv .json .md .xlsx …)",
        );
        path(option(lang, "output", text("FICHIER", "FILE"), help)).short('o')
    }),
    ("force", |lang| {
        let help = text("Remplacer le fichier s’il existe", "Replace the file if it is there already");
        flag(lang, "force", help)
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
    ("excel", |lang| {
        let help = text(
            "CSV pour un Excel français : point-virgules, virgules décimales",
            "CSV for a French Excel: semicolons, decimal commas",
        );
        flag(lang, "excel", help)
    }),
    ("plain", |lang| {
        let help = text(
            "Une étiquette et sa valeur par ligne, pour lecteurs d’écran",
            "A label and its value a line, for screen readers",
        );
        flag(lang, "plain", help)
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
    let made = move |(name, make): &Common| {
        make(lang).global(true).help_heading(heading(lang)).hide_short_help(!USUAL.contains(name))
    };
    ALL.iter().map(made)
}

/// The heading of what every command accepts.
pub fn heading(lang: Lang) -> String {
    localize_message(&text("Options communes\u{202f}", "Common options"), lang)
}

/// Whether a word of the command line is a common option whose value is the next word.
pub fn takes_value(word: &str) -> bool {
    let Some((name, None)) = french::named(word) else { return false };
    let made = ALL.iter().find(|(known, _)| *known == name);
    made.is_some_and(|(_, make)| make(Lang::En).get_action().takes_values())
}

/// Where the user's own facts are: the option, else the environment.
pub fn data(matches: &ArgMatches, environment: &Environment) -> Option<PathBuf> {
    matches.one("data").or_else(|| environment.data().map(PathBuf::from))
}

/// Whether remarks are kept back.
pub fn is_quiet(matches: &ArgMatches) -> bool {
    matches.has("quiet")
}

/// Whether long answers go through the pager.
pub fn pages(matches: &ArgMatches) -> bool {
    !matches.has("no-pager")
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

/// What the options ask of the view, in the form `format`.
pub fn render_options(
    matches: &ArgMatches,
    lang: Lang,
    environment: &Environment,
    format: Format,
) -> RenderOptions {
    let columns = matches.many::<String>("columns");
    let to_file = file(matches).is_some();
    let on_terminal = environment.on_terminal() && !to_file;
    RenderOptions {
        format,
        lang,
        width: matches.one("width").unwrap_or(if to_file { PIPE_WIDTH } else { environment.width() }),
        color: colors(matches, environment) && !to_file,
        links: environment.links() && !to_file,
        on_terminal,
        charts: !matches.has("no-chart"),
        ascii: matches.has("ascii") || (environment.ascii() && !to_file),
        plain: matches.has("plain") || environment.accessible(),
        excel: matches.has("excel"),
        command: String::new(),
        selection: ColumnSelection {
            columns: (!columns.is_empty()).then(|| columns.iter().map(|key| key.trim().to_owned()).collect()),
            sort: matches.one::<String>("sort").map(|column| sort(&column)),
        },
    }
}

/// The form that is asked for: by its name, else by the ending of the file.
///
/// # Errors
/// A usage error if the file's ending does not say a form and no option does, or if a terminal cannot show the form.
pub fn format(matches: &ArgMatches, environment: &Environment) -> Result<Format, Reason> {
    let named = matches.has("json").then_some(Format::Json).or_else(|| matches.one("format"));
    let for_excel = || matches.has("excel").then_some(Format::Csv);
    let file = file(matches);
    let format = match (named.or_else(for_excel), &file) {
        (Some(format), _) => format,
        (None, Some(file)) => output::format_of(file)?,
        (None, None) => Format::Table,
    };
    if matches.has("excel") && format != Format::Csv {
        return Err(Reason::Usage(text("--excel va avec --format csv", "--excel goes with --format csv")));
    }
    if format.is_binary() && environment.on_terminal() && file.is_none() {
        return Err(Reason::Usage(text(
            "un classeur ne s’affiche pas ; ajoutez par exemple `--output reponse.xlsx`",
            "a workbook cannot be shown; add for instance `--output answer.xlsx`",
        )));
    }
    Ok(format)
}

/// Whether a form is asked for.
pub fn asks_format(matches: &ArgMatches) -> bool {
    let named = matches.has("json") || matches.has("excel") || matches.has("plain");
    named || matches.one::<Format>("format").is_some() || file(matches).is_some()
}

/// The file that the answer goes to, and whether it may be replaced.
pub fn output(matches: &ArgMatches) -> Option<Output> {
    Some(Output { file: file(matches)?, force: matches.has("force") })
}

/// The file that is named; a dash stands for standard output.
fn file(matches: &ArgMatches) -> Option<PathBuf> {
    matches.one::<PathBuf>("output").filter(|file| file.as_os_str() != "-")
}

fn sort(column: &str) -> Sort {
    let (descending, column) = match column.strip_prefix('-') {
        Some(column) => (true, column),
        None => (false, column),
    };
    Sort { column: column.trim().to_owned(), descending }
}

/// Whether the answer is coloured.
fn colors(matches: &ArgMatches, environment: &Environment) -> bool {
    match matches.one("color").unwrap_or(Color::Auto) {
        Color::Auto => environment.colors(),
        Color::Always => true,
        Color::Never => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, takes_value};
    use crate::model::text::Lang;

    #[test]
    fn an_option_is_listed_under_its_own_name() {
        for (name, make) in ALL {
            let option = make(Lang::En);
            assert_eq!((option.get_id().as_str(), option.get_long()), (name, Some(name)));
        }
    }

    #[test]
    fn a_value_follows_an_option_that_takes_one_and_stands_apart() {
        for word in ["--format", "--data", "--donnees", "--sort"] {
            assert!(takes_value(word), "{word}");
        }
        for word in ["--format=json", "--json", "-q", "salary", "--level"] {
            assert!(!takes_value(word), "{word}");
        }
    }
}
