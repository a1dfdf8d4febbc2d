//! Writes files whole or not at all: the one way in which the program writes any file.
//!
//! A file is written beside its place first, and then put there. A link that stands there is replaced, not followed.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::model::error::{Reason, system_reason};
use crate::model::text::Text;

/// What the names of files begin with that are not in their place yet; the number of the process follows.
const PREFIX: &str = ".backend-career-";
/// What their names end with.
const SUFFIX: &str = ".tmp";

/// Writes `bytes` to `path`; a file that is there already stays unless `force`, and keeps its mode.
///
/// Fails if the file is there and not to be replaced, or if the system refuses; then nothing has changed.
pub fn write_file(path: &Path, bytes: &[u8], force: bool) -> Result<(), Reason> {
    let mut file = PendingFile::create(path, force)?;
    file.append(bytes)?;
    file.commit()
}

/// A file that is being written and is not in its place yet; dropped, it leaves nothing.
pub struct PendingFile {
    file: Target,
    path: PathBuf,
    force: bool,
}

enum Target {
    Beside(tempfile::NamedTempFile),
    /// A device or a pipe is written to: nothing can take its place.
    Device(fs::File),
}

impl PendingFile {
    /// Begins a file that will be `path`; one that is there already stays unless `force`.
    ///
    /// Fails if the file is there and not to be replaced, or if the system refuses.
    pub fn create(path: &Path, force: bool) -> Result<Self, Reason> {
        let there = fs::metadata(path).ok();
        let failed = |error: io::Error| Reason::Failed(unwritten(path, &error));
        if !force && there.as_ref().is_some_and(fs::Metadata::is_file) {
            return Err(Reason::Failed(taken_already(&path.display().to_string())));
        }
        let is_device = there.is_some_and(|there| !there.is_file() && !there.is_dir());
        let file = if is_device {
            Target::Device(fs::OpenOptions::new().write(true).open(path).map_err(failed)?)
        } else {
            let folder = folder_of(path);
            remove_leftovers(folder);
            Target::Beside(temporary(folder).map_err(failed)?)
        };
        Ok(Self { file, path: path.to_owned(), force })
    }

    /// Appends `bytes`. Fails if the system refuses.
    pub fn append(&mut self, bytes: &[u8]) -> Result<(), Reason> {
        let written = match &mut self.file {
            Target::Beside(file) => file.write_all(bytes),
            Target::Device(file) => file.write_all(bytes),
        };
        written.map_err(|error| Reason::Failed(unwritten(&self.path, &error)))
    }

    /// Puts the file into its place. Fails if the system refuses; then nothing has changed.
    pub fn commit(self) -> Result<(), Reason> {
        let Target::Beside(file) = self.file else { return Ok(()) };
        put(file, &self.path, self.force).map_err(|error| Reason::Failed(unwritten(&self.path, &error)))
    }
}

/// Writes several files into `folder`, which is made if it is not there; names may lead into folders below.
///
/// Fails before anything is written if one of them is there and not to be replaced; if the system refuses one, the
/// message says which ones were written before it.
pub fn write_files(folder: &Path, files: &[(&str, &[u8])], force: bool) -> Result<Vec<PathBuf>, Reason> {
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
    let taken: Vec<&PathBuf> = paths.iter().filter(|path| path.symlink_metadata().is_ok()).collect();
    if !force && !taken.is_empty() {
        return Err(Reason::Failed(taken_already(&listed(&taken))));
    }
    let mut written = Vec::new();
    for (path, (_, bytes)) in paths.iter().zip(files) {
        make_folder(folder_of(path))
            .and_then(|()| write_file(path, bytes, force))
            .map_err(|reason| Reason::Failed(stopped(&reason.message(), &written)))?;
        written.push(path);
    }
    Ok(paths)
}

/// Makes a folder and those that it is in; fails if a file stands there or the system refuses.
fn make_folder(folder: &Path) -> Result<(), Reason> {
    let made = if folder.exists() && !folder.is_dir() {
        Err(io::ErrorKind::NotADirectory.into())
    } else {
        fs::create_dir_all(folder)
    };
    made.map_err(|error| Reason::Failed(unwritten(folder, &error)))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Puts a finished file into its place, with the mode of the one it replaces.
fn put(file: tempfile::NamedTempFile, path: &Path, force: bool) -> io::Result<()> {
    if let Ok(old) = path.symlink_metadata()
        && old.is_file()
    {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    let placed = if force { file.persist(path) } else { file.persist_noclobber(path) };
    placed.map(|_| ()).map_err(|error| error.error)
}

/// A new file that others may read as they may read any new file here.
fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let prefix = format!("{PREFIX}{}-", std::process::id());
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(SUFFIX);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Removes what runs that were killed left in `folder`. One that cannot be removed is in nobody's way.
fn remove_leftovers(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_str().and_then(writer).is_some_and(|process| !is_running(process)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The process that a file of this name is from, if it is one that is not in its place yet.
fn writer(name: &str) -> Option<u32> {
    name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?.split_once('-')?.0.parse().ok()
}

/// Whether a process still runs, where the system lists processes as files; else none but this one is known to.
fn is_running(process: u32) -> bool {
    process == std::process::id() || Path::new("/proc").join(process.to_string()).exists()
}

fn listed(paths: &[&PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}

fn unwritten(path: &Path, error: &io::Error) -> Text {
    let (path, reason) = (path.display(), system_reason(error));
    Text::new(
        format!("{path} n’a pas pu être écrit : {}", reason.fr),
        format!("could not write {path}: {}", reason.en),
    )
}

/// Why one of several files was not written, and which were before it.
fn stopped(reason: &Text, written: &[&PathBuf]) -> Text {
    let list = listed(written);
    let (fr, en) = if written.is_empty() {
        ("rien n’a été écrit".to_owned(), "nothing was written".to_owned())
    } else {
        (format!("écrits avant lui : {list}"), format!("written before it: {list}"))
    };
    Text::new(format!("{}\n{fr}", reason.fr), format!("{}\n{en}", reason.en))
}

fn taken_already(list: &str) -> Text {
    Text::new(
        format!("rien n’est remplacé : {list}\nexiste déjà ; `--force` remplace"),
        format!("nothing is overwritten: {list}\nalready there; `--force` overwrites"),
    )
}
