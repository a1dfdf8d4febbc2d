//! `--output`: which file an answer goes to, and the form that its ending says.

use std::path::{Path, PathBuf};

use crate::model::error::Reason;
use crate::model::text::Text;
use crate::model::vocabulary::Vocabulary;
use crate::view::Format;

/// The file that an answer goes to.
#[derive(Debug, Clone)]
pub struct Output {
    /// Its path.
    pub file: PathBuf,
    /// Whether a file that is there already is replaced.
    pub force: bool,
}

/// The form that the ending of `file` says.
///
/// # Errors
/// A usage error lists the endings that say one.
pub fn format_of(file: &Path) -> Result<Format, Reason> {
    let ending = ending_of(file).unwrap_or_default();
    let of_ending = |format: &&Format| format.endings().contains(&ending.as_str());
    Format::ALL.iter().find(of_ending).copied().ok_or_else(|| {
        let known: Vec<String> = Format::ALL
            .iter()
            .filter_map(|format| format.endings().first())
            .map(|ending| format!(".{ending}"))
            .collect();
        let (file, known) = (in_one_line(&file.display().to_string()), known.join(" "));
        Reason::Usage(Text::new(
            format!("la fin de « {file} » ne dit pas la forme ; ajoutez --format\nconnues : {known}"),
            format!("the ending of `{file}` does not say the form; add --format\nknown: {known}"),
        ))
    })
}

/// What stands behind the last point of a file's name, in small letters.
pub fn ending_of(file: &Path) -> Option<String> {
    Some(file.extension()?.to_string_lossy().to_lowercase())
}

/// A path is one line, whatever it is.
pub fn in_one_line(path: &str) -> String {
    path.replace('\n', "␊")
}
