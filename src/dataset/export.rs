//! Writes the embedded files into a folder: each whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::kind::FILES;

/// A file that was written.
#[derive(Debug)]
pub struct Exported {
    /// Its name in data/.
    pub name: &'static str,
    /// Where it was written.
    pub path: String,
    /// Its size.
    pub bytes: usize,
}

/// Why nothing, or not everything, was written.
#[derive(Debug)]
pub enum ExportError {
    /// These files are there already and may not be overwritten; nothing was written.
    Exists(Vec<String>),
    /// The system refused this file.
    Io {
        /// Its path.
        path: String,
        /// Why.
        error: io::Error,
        /// The files that were written before it.
        written: Vec<String>,
    },
}

/// Writes every file of data/ into `folder`; files that are there already stay unless `force`.
pub fn export(folder: &Path, force: bool) -> Result<Vec<Exported>, ExportError> {
    if folder.exists() && !folder.is_dir() {
        let error = io::Error::from(io::ErrorKind::NotADirectory);
        return Err(ExportError::Io { path: folder.display().to_string(), error, written: Vec::new() });
    }
    let files = embedded();
    let taken = |(name, _): &(&str, &str)| folder.join(name).symlink_metadata().is_ok();
    let shown = |name: &str| folder.join(name).display().to_string();
    let there: Vec<String> =
        files.iter().filter(|file| !force && taken(file)).map(|(name, _)| shown(name)).collect();
    if !there.is_empty() {
        return Err(ExportError::Exists(there));
    }
    let mut exported: Vec<Exported> = Vec::new();
    for (name, text) in files {
        let path = folder.join(name);
        let made = make_folder(&path).map_err(|(at, error)| (at.display().to_string(), error));
        let written =
            made.and_then(|()| write_whole(&path, text, force).map_err(|error| (shown(name), error)));
        written.map_err(|(path, error)| ExportError::Io {
            path,
            error,
            written: exported.iter().map(|file| file.path.clone()).collect(),
        })?;
        exported.push(Exported { path: shown(name), name, bytes: text.len() });
    }
    Ok(exported)
}

/// Every file of data/ with its text, by name.
fn embedded() -> Vec<(&'static str, &'static str)> {
    let mut files: Vec<(&str, &str)> = FILES.iter().map(|kind| (kind.name, kind.embedded)).collect();
    files.sort_unstable();
    files
}

/// Makes the folder that `path` is in; fails with the folder's own path.
fn make_folder(path: &Path) -> Result<(), (&Path, io::Error)> {
    let Some(folder) = path.parent() else { return Ok(()) };
    if folder.exists() && !folder.is_dir() {
        return Err((folder, io::ErrorKind::NotADirectory.into()));
    }
    fs::create_dir_all(folder).map_err(|error| (folder, error))
}

/// Writes beside the file first, then puts it in place.
fn write_whole(path: &Path, text: &str, force: bool) -> io::Result<()> {
    let folder = path.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf);
    let mut file = builder().tempfile_in(&folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    let placed = if force { file.persist(path) } else { file.persist_noclobber(path) };
    placed.map(|_| ()).map_err(|error| error.error)
}

/// A file that others may read as they may read any new file here.
fn builder() -> tempfile::Builder<'static, 'static> {
    #[allow(unused_mut, reason = "only Unix has modes")]
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}
