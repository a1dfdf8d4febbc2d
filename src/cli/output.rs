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
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let of_ending = |format: &&Format| format.endings().contains(&ending.as_str());
    Format::ALL.iter().find(of_ending).copied().ok_or_else(|| {
        let known: Vec<String> = Format::ALL
            .iter()
            .filter_map(|format| format.endings().first())
            .map(|ending| format!(".{ending}"))
            .collect();
        let (file, known) = (shown(file), known.join(" "));
        Reason::Usage(Text::new(
            format!("la fin de « {file} » ne dit pas la forme ; ajoutez --format\nconnues : {known}"),
            format!("the ending of `{file}` does not say the form; add --format\nknown: {known}"),
        ))
    })
}

/// A path in one line.
fn shown(path: &Path) -> String {
    path.display().to_string().replace('\n', "␊")
}
