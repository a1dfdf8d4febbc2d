//! Options that rows cannot have: they are refused rather than passed over.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::argument::Arguments;
use crate::cli::output::ending_of;
use crate::model::error::Reason;
use crate::model::text::{Text, text};
use crate::view::Format;

/// The endings of a file that say the form of its rows; `.txt` says none, and stays CSV.
const ENDINGS: [&str; 7] = ["csv", "json", "jsonl", "ndjson", "tsv", "txt", "xlsx"];

/// Fails if an option means nothing for rows: a summary has every form, order and column.
///
/// # Errors
/// A usage error that names the option.
pub fn check(args: &ArgMatches) -> Result<(), Reason> {
    let output = args.one::<PathBuf>("output");
    let errors = args.one::<PathBuf>("errors");
    let is_errors = |other: Option<PathBuf>| {
        errors.as_ref().zip(other).is_some_and(|(errors, other)| is_one_file(errors, &other))
    };
    if is_errors(args.one("input")) {
        return Err(refused(
            "--errors",
            text(
                "la liste des lignes refusées remplacerait l’entrée",
                "the list of refused rows would replace the input",
            ),
        ));
    }
    if is_errors(output.clone()) {
        return Err(refused(
            "--errors",
            text(
                "les lignes refusées et les réponses ne vont pas dans le même fichier",
                "refused rows and answers do not go into one file",
            ),
        ));
    }
    if args.has("summary") {
        return Ok(());
    }
    let format = args.one::<Format>("format");
    let known = matches!(format, None | Some(Format::Csv | Format::Json | Format::JsonLines | Format::Xlsx));
    if !known || args.has("excel") {
        return Err(refused(
            "--format",
            text(
                "les lignes s’écrivent en csv, en jsonl ou en xlsx ; `--summary` a toutes les formes",
                "rows are written as csv, jsonl or xlsx; `--summary` has every form",
            ),
        ));
    }
    let ending = output.as_deref().and_then(ending_of);
    if let Some(ending) = ending.filter(|ending| format.is_none() && !ENDINGS.contains(&ending.as_str())) {
        return Err(Reason::Usage(Text::new(
            format!(
                "--output : la fin « .{ending} » n’est celle d’aucune forme de lignes ; prenez .csv, .jsonl ou .xlsx, ou dites-la par --format"
            ),
            format!(
                "--output: the ending `.{ending}` is that of no form of rows; take .csv, .jsonl or .xlsx, or say it by --format"
            ),
        )));
    }
    for (id, option) in [("sort", "--sort"), ("plain", "--plain"), ("lines", "--lines")] {
        // Not every command has each of them.
        let given = args.try_contains_id(id).unwrap_or(false)
            && args.value_source(id) == Some(clap::parser::ValueSource::CommandLine);
        if given {
            return Err(refused(
                option,
                text(
                    "les lignes gardent leur ordre et n’ont que leurs colonnes",
                    "rows keep their order and have their columns only",
                ),
            ));
        }
    }
    Ok(())
}

fn refused(option: &str, why: Text) -> Reason {
    Reason::Usage(Text::new(format!("{option} : {}", why.fr), format!("{option}: {}", why.en)))
}

/// Whether two paths name one file, as far as their folders can be read.
fn is_one_file(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        folder.canonicalize().ok().map(|folder| folder.join(path.file_name().unwrap_or_default()))
    };
    one != Path::new("-") && (one == other || (whole(one).is_some() && whole(one) == whole(other)))
}
