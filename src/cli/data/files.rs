//! Which files of the user's a `data` command looks at.

use std::path::PathBuf;

use clap::{Arg, ArgMatches};

use crate::cli::argument::{self, Arguments, positional};
use crate::cli::session::Session;
use crate::dataset::UserData;
use crate::model::error::Reason;
use crate::model::text::{Lang, text};

/// The files to look at; those of `--data` if it is left out.
pub fn path(lang: Lang) -> Arg {
    let help = text(
        "Un dossier avec des fichiers de données, ou l’un d’eux (par défaut : celui de --data)",
        "A folder with data files, or one of them (by default: that of --data)",
    );
    argument::path(positional(lang, "path", text("CHEMIN", "PATH"), help))
}

/// Opens the files that were asked for.
///
/// # Errors
/// A usage error without a path; the problems of files that cannot be read or told apart.
pub fn opened(args: &ArgMatches, session: &Session<'_>) -> Result<UserData, Reason> {
    let path: Option<PathBuf> = args.one("path").or_else(|| session.path.clone());
    let path = path.ok_or_else(|| {
        Reason::Usage(text("il manque le chemin des données", "the path of the data is missing"))
    })?;
    Ok(UserData::open(&path)?)
}
