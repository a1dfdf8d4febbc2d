//! The options of every command: format, language, colour, width, columns, order.

use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches};

use super::argument::{Arguments, Refusal, choice, flag, option};
use super::color::Color;
use super::help;
use super::surroundings::Surroundings;
use crate::query::{Lang, Text, text};
use crate::view::{Format, Look, Shape, Sort};

/// The options that `-h` shows; `--help` shows them all.
const USUAL: [&str; 2] = ["format", "lang"];

/// The options, accepted before and after the command.
pub fn all(lang: Lang) -> [Arg; 12] {
    let value = |fr, en| text(fr, en);
    let format = text("Forme de la réponse", "Form of the answer");
    let data = text(
        "Vos propres faits : un dossier ou un fichier (sinon BACKEND_CAREER_DATA)",
        "Your own facts: a folder or a file (else BACKEND_CAREER_DATA)",
    );
    let columns = text(
        "Colonnes du tableau principal, dans cet ordre (a,b,c)",
        "Columns of the main table, in this order (a,b,c)",
    );
    let sort = text(
        "Colonne qui ordonne le tableau principal ; -colonne pour l’ordre inverse",
        "Column that orders the main table; -column for the reverse",
    );
    [
        choice::<Format>(lang, "format", value("FORME", "FORMAT"), format),
        flag(lang, "json", text("Comme --format json", "Same as --format json")).conflicts_with("format"),
        choice::<Lang>(
            lang,
            "lang",
            value("LANGUE", "LANG"),
            text("Langue de la réponse", "Language of the answer"),
        ),
        choice::<Color>(lang, "color", value("QUAND", "WHEN"), text("Couleurs", "Colours")),
        option(
            lang,
            "width",
            value("N", "N"),
            text("Largeur en caractères (30 à 1000)", "Width in characters (30 to 1000)"),
        )
        .value_parser(width()),
        option(lang, "columns", value("COLONNES", "COLUMNS"), columns)
            .value_delimiter(',')
            .action(ArgAction::Append),
        option(lang, "sort", value("COLONNE", "COLUMN"), sort).allow_hyphen_values(true),
        flag(lang, "no-chart", text("Sans graphique", "No chart")),
        flag(lang, "ascii", text("Dessiner en ASCII", "Draw in ASCII")),
        flag(lang, "no-pager", text("Sans pagineur", "No pager")),
        option(lang, "data", value("CHEMIN", "PATH"), data).value_parser(ValueParser::path_buf()),
        flag(lang, "quiet", text("Sans remarques sur la sortie d’erreur", "No remarks on standard error"))
            .short('q'),
    ]
    .map(|option| {
        let rare = !USUAL.contains(&option.get_id().as_str());
        option.global(true).help_heading(help::common(lang)).hide_short_help(rare)
    })
}

/// Where the user's own facts are: the option, else the environment.
pub fn data(matches: &ArgMatches, surroundings: &Surroundings) -> Option<PathBuf> {
    matches.one("data").or_else(|| surroundings.data().map(PathBuf::from))
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
    let format = matches.one::<Format>("format").unwrap_or(Format::Table);
    let columns = matches.many::<String>("columns");
    Look {
        format: if matches.get_flag("json") { Format::Json } else { format },
        lang,
        width: matches.one("width").unwrap_or(surroundings.width()),
        color: colors(matches, surroundings),
        links: surroundings.links(),
        charts: !matches.get_flag("no-chart"),
        ascii: matches.get_flag("ascii") || surroundings.ascii(),
        shape: Shape {
            columns: (!columns.is_empty()).then(|| columns.iter().map(|key| key.trim().to_owned()).collect()),
            sort: matches.one::<String>("sort").map(|column| sort(&column)),
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
fn colors(matches: &ArgMatches, surroundings: &Surroundings) -> bool {
    match matches.one("color").unwrap_or(Color::Auto) {
        Color::Auto => surroundings.colors(),
        Color::Always => true,
        Color::Never => false,
    }
}
