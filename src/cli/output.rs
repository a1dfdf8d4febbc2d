//! `--output`: an answer in a file, written whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::model::error::{Reason, system_reason};
use crate::model::text::{Text, text};
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

impl Output {
    /// Writes `bytes` to a file of its own first, which then takes the place of the file: a reader never sees half of it.
    ///
    /// # Errors
    /// Fails if the file is there already and may not be replaced, or if it cannot be written.
    pub fn write(&self, bytes: &[u8]) -> Result<(), Reason> {
        self.try_write(bytes).map_err(|error| {
            let (file, reason) = (shown(&self.file), system_reason(&error));
            let more = if error.kind() == io::ErrorKind::AlreadyExists {
                text(" ; --force le remplace", "; --force replaces it")
            } else {
                text("", "")
            };
            Reason::Failed(Text::new(
                format!("« {file} » n’a pas été écrit : {}{}", reason.fr, more.fr),
                format!("`{file}` was not written: {}{}", reason.en, more.en),
            ))
        })
    }

    fn try_write(&self, bytes: &[u8]) -> io::Result<()> {
        let there = fs::symlink_metadata(&self.file).ok();
        if there.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if there.is_some() && !self.force {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        // What a link leads to is replaced, not the link.
        let target = if there.is_some() {
            fs::canonicalize(&self.file).unwrap_or_else(|_| self.file.clone())
        } else {
            self.file.clone()
        };
        let old = fs::metadata(&target).ok();
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            // A device or a pipe is written to: it cannot be replaced.
            return fs::OpenOptions::new().write(true).open(&target)?.write_all(bytes);
        }
        let folder =
            target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut fresh = new_file(folder)?;
        fresh.write_all(bytes)?;
        if let Some(old) = &old {
            fresh.as_file().set_permissions(old.permissions())?;
        }
        fresh.as_file().sync_all()?;
        let kept = if self.force { fresh.persist(&target) } else { fresh.persist_noclobber(&target) };
        kept.map(drop).map_err(|error| error.error)
    }
}

/// A file beside the one that is meant, with the rights that a new file has.
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".backend-career");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The process' own mask takes away what it does not grant.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// A path in one line.
fn shown(path: &Path) -> String {
    path.display().to_string().replace('\n', "␊")
}
