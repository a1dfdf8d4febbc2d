//! Reading a CV or a job ad from a file or from standard input; what kind of document it is, `reader` tells.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::model::error::Reason;
use crate::model::error::system_reason;
use crate::model::text::{Text, text};
use crate::reader::{LARGEST as LARGEST_DOCUMENT, read as read_document};

/// The text of the document in `file`.
pub fn text_in(file: &Path) -> Result<String, Reason> {
    let name = Text::same(&file.display().to_string());
    let about = |reason: &Text| Reason::Failed(about(&name, reason));
    let unreadable = |error: io::Error| about(&system_reason(&error));
    let kind = fs::metadata(file).map_err(unreadable)?;
    if kind.is_dir() {
        return Err(about(&text("c’est un dossier ; donnez un fichier", "it is a folder; give a file")));
    }
    // A device or a pipe may never end.
    if !kind.is_file() {
        return Err(about(&text("ce n’est pas un fichier ordinaire", "it is no regular file")));
    }
    let bytes = read(File::open(file).map_err(unreadable)?).map_err(unreadable)?;
    let json = file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    read_document(&bytes, json).map_err(|reason| about(&reason))
}

/// More documents than this in a folder are no set of ads that somebody chose.
const MOST_DOCUMENTS: usize = 10_000;

/// The documents of a folder: the texts of those that can be read, and what is the matter with the others.
#[derive(Debug, Default)]
pub struct Documents {
    /// The texts, in the order of the files' names.
    pub texts: Vec<String>,
    /// What is the matter with each file that is not read.
    pub unread: Vec<Text>,
}

/// The documents in a folder, or a single file. One damaged file among others hides nothing; fails if none is read.
pub fn texts_in(path: &Path) -> Result<Documents, Reason> {
    if !path.is_dir() {
        return Ok(Documents { texts: vec![text_in(path)?], unread: Vec::new() });
    }
    let mut files = files_in(path)?;
    let left_out = files.len().saturating_sub(MOST_DOCUMENTS);
    files.truncate(MOST_DOCUMENTS);
    let mut documents = Documents::default();
    for file in files {
        match text_in(&file) {
            Ok(text) => documents.texts.push(text),
            Err(reason) => documents.unread.push(reason.message()),
        }
    }
    if let Some(reason) = documents.unread.first().filter(|_| documents.texts.is_empty()) {
        return Err(Reason::Failed(reason.clone()));
    }
    if left_out > 0 {
        documents.unread.push(about(&Text::same(&path.display().to_string()), &beyond_the_first(left_out)));
    }
    Ok(documents)
}

/// That so many files of a folder are not read.
fn beyond_the_first(left_out: usize) -> Text {
    let files = if left_out == 1 { ("fichier", "file") } else { ("fichiers", "files") };
    Text::new(
        format!("{left_out} {} au-delà des {MOST_DOCUMENTS} premiers par ordre de nom", files.0),
        format!("{left_out} {} beyond the first {MOST_DOCUMENTS} in the order of names", files.1),
    )
}

/// The files of a folder that may be documents, in the order of their names; fails if there are none.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Reason> {
    let name = Text::same(&folder.display().to_string());
    let unreadable = |error: io::Error| Reason::Failed(about(&name, &system_reason(&error)));
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let mut files = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(unreadable)?;
    let hidden = |file: &Path| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    // JSON beside ads tells of them; it is none.
    let is_ad =
        |file: &Path| file.is_file() && !hidden(file) && file.extension().is_none_or(|end| end != "json");
    files.retain(|file| is_ad(file));
    files.sort();
    if files.is_empty() {
        return Err(Reason::Failed(about(&name, &text("ce dossier est vide", "this folder is empty"))));
    }
    Ok(files)
}

/// The text of the document that `input` carries.
pub fn text_of(input: impl Read) -> Result<String, Reason> {
    let name = text("entrée standard", "standard input");
    let about = |reason: &Text| Reason::Failed(about(&name, reason));
    let bytes = read(input).map_err(|error| about(&system_reason(&error)))?;
    read_document(&bytes, false).map_err(|reason| about(&reason))
}

/// What is the matter, behind the name of the document.
fn about(name: &Text, reason: &Text) -> Text {
    Text::new(format!("{} : {}", name.fr, reason.fr), format!("{}: {}", name.en, reason.en))
}

/// Everything up to one byte more than is accepted.
fn read(input: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(LARGEST_DOCUMENT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{MOST_DOCUMENTS, texts_in};

    #[test]
    fn of_a_folder_the_first_files_are_read_and_the_others_counted() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..MOST_DOCUMENTS + 2 {
            fs::write(folder.path().join(format!("{number:05}.txt")), format!("PHP {number}")).unwrap();
        }
        fs::write(folder.path().join(".hidden"), "PHP").unwrap();
        let documents = texts_in(folder.path()).unwrap();
        assert_eq!(documents.texts.last().map(String::as_str), Some("PHP 9999"));
        assert_eq!(documents.texts.len(), MOST_DOCUMENTS);
        let [left_out] = documents.unread.as_slice() else { panic!("{:?}", documents.unread) };
        assert!(
            left_out.en.ends_with(": 2 files beyond the first 10000 in the order of names"),
            "{left_out:?}"
        );
    }
}
