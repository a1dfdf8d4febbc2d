//! The options of every command: format, language, colour, width, columns, order.

use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::{Arg, ArgMatches};

use super::argument::{Arguments, choice, flag, list, option, path, whole_number};
use super::color::Color;
use super::environment::{Environment, PIPE_WIDTH};
use super::french;
use super::output::{self, Output};
use crate::model::error::Reason;
use crate::model::text::{Lang, Text, text};
use crate::view::{ColumnSelection, Format, RenderOptions, Sort, localize_message};

/// The options that `-h` shows; `--help` shows them all.
const USUAL: [&str; 2] = ["format", "lang"];

/// The options, in the order of the help.
fn made(lang: Lang) -> [Arg; 16] {
    let format = text("Forme de la réponse", "Form of the answer");
    let output = text(
        "Écrire dans ce fichier ; sa fin dit la forme (.html .csv .json .md .xlsx …)",
        "Write to this file; its ending says the form (.html .csv .json .md .xlsx …)",
    );
    let force = text("Remplacer le fichier s’il existe", "Replace the file if it is there already");
    let language = text("Langue de la réponse", "Language of the answer");
    let width = text("Largeur en caractères (30 à 1000)", "Width in characters (30 to 1000)");
    let columns = text(
        "Colonnes du tableau principal, dans cet ordre (a,b,c)",
        "Columns of the main table, in this order (a,b,c)",
    );
    let sort = text(
        "Colonne qui ordonne le tableau principal ; -colonne pour l’ordre inverse",
        "Column that orders the main table; -column for the reverse",
    );
    let excel = text(
        "CSV pour un Excel français : point-virgules, virgules décimales",
        "CSV for a French Excel: semicolons, decimal commas",
    );
    let plain = text(
        "Une étiquette et sa valeur par ligne, pour lecteurs d’écran",
        "A label and its value a line, for screen readers",
    );
    let data = text(
        "Vos propres faits : un dossier ou un fichier (sinon BACKEND_CAREER_DATA)",
        "Your own facts: a folder or a file (else BACKEND_CAREER_DATA)",
    );
    let quiet = text("Sans remarques sur la sortie d’erreur", "No remarks on standard error");
    [
        choice::<Format>(lang, "format", text("FORME", "FORMAT"), format),
        flag(lang, "json", text("Comme --format json", "Same as --format json")).conflicts_with("format"),
        path(option(lang, "output", text("FICHIER", "FILE"), output)).short('o'),
        flag(lang, "force", force),
        choice::<Lang>(lang, "lang", text("LANGUE", "LANG"), language),
        choice::<Color>(lang, "color", text("QUAND", "WHEN"), text("Couleurs", "Colours")),
        option(lang, "width", text("N", "N"), width).value_parser(page_width()),
        list(lang, "columns", text("COLONNES", "COLUMNS"), columns),
        option(lang, "sort", text("COLONNE", "COLUMN"), sort).allow_hyphen_values(true),
        flag(lang, "excel", excel),
        flag(lang, "plain", plain),
        flag(lang, "no-chart", text("Sans graphique", "No chart")),
        flag(lang, "ascii", text("Dessiner en ASCII", "Draw in ASCII")),
        flag(lang, "no-pager", text("Sans pagineur", "No pager")),
        path(option(lang, "data", text("CHEMIN", "PATH"), data)),
        flag(lang, "quiet", quiet).short('q'),
    ]
}

/// The options, accepted before and after the command.
pub fn all(lang: Lang) -> impl Iterator<Item = Arg> {
    made(lang).into_iter().map(move |option| {
        let is_usual = USUAL.contains(&option.get_id().as_str());
        option.global(true).help_heading(heading(lang)).hide_short_help(!is_usual)
    })
}

/// The heading of what every command accepts.
pub fn heading(lang: Lang) -> String {
    localize_message(&text("Options communes\u{202f}", "Common options"), lang)
}

/// Whether a word of the command line is a common option whose value is the next word.
pub fn takes_value(word: &str) -> bool {
    let Some((name, None)) = french::named(word) else { return false };
    made(Lang::En).iter().any(|option| option.get_id() == name && option.get_action().takes_values())
}

fn page_width() -> ValueParser {
    whole_number(30..=1000_usize, |typed| {
        Text::new(
            format!("« {typed} » n’est pas une largeur ; donnez un nombre de 30 à 1000"),
            format!("`{typed}` is no width; give a number from 30 to 1000"),
        )
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
    let on_terminal = environment.on_terminal && !to_file;
    RenderOptions {
        format,
        lang,
        width: matches.one("width").unwrap_or(if to_file { PIPE_WIDTH } else { environment.width }),
        color: colors(matches, environment) && !to_file,
        links: environment.links && !to_file,
        on_terminal,
        charts: !matches.has("no-chart"),
        ascii: matches.has("ascii") || (environment.ascii && !to_file),
        plain: matches.has("plain") || environment.accessible,
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
    if format.is_binary() && environment.on_terminal && file.is_none() {
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
        Color::Auto => environment.color,
        Color::Always => true,
        Color::Never => false,
    }
}

#[cfg(test)]
mod tests {
    use super::takes_value;

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
