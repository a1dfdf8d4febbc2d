//! Reading a CV or a job ad from a file or from standard input; what kind of document it is, `reader` tells.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::Failure;
use crate::query::{LARGEST_DOCUMENT, Text, read_document, reason, text};

/// The text of the document in `file`.
pub fn text_in(file: &Path) -> Result<String, Failure> {
    let name = Text::same(&file.display().to_string());
    let about = |reason: &Text| Failure::Document(about(&name, reason));
    let unreadable = |error: io::Error| about(&reason(&error));
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

/// The text of the document that `input` carries.
pub fn text_of(input: impl Read) -> Result<String, Failure> {
    let name = text("entrée standard", "standard input");
    let about = |reason: &Text| Failure::Document(about(&name, reason));
    let bytes = read(input).map_err(|error| about(&reason(&error)))?;
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

