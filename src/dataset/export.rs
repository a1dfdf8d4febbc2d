//! Writes the embedded files into a folder: each whole or not at all.

use std::path::Path;

use super::atomic_file::write_files;
use super::table::FILES;
use crate::model::error::Reason;

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

/// Writes every file of data/ into `folder`; files that are there already stay unless `force`.
///
/// Fails without writing anything if one of them is there, or at the first one that the system refuses.
pub fn export(folder: &Path, force: bool) -> Result<Vec<Exported>, Reason> {
    let mut files: Vec<(&str, &[u8])> =
        FILES.iter().map(|kind| (kind.name, kind.embedded.as_bytes())).collect();
    files.sort_unstable();
    let paths = write_files(folder, &files, force)?;
    let exported = |((name, bytes), path): ((&'static str, &[u8]), _)| {
        let path: std::path::PathBuf = path;
        Exported { name, path: path.display().to_string(), bytes: bytes.len() }
    };
    Ok(files.into_iter().zip(paths).map(exported).collect())
}
