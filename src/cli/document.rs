//! Reading a CV: what is no text is refused with how to make it one.

mod resume;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::Failure;
use crate::query::{Text, system_reason, text};

/// The most that is read, in bytes: a long CV has a hundredth of it.
const LARGEST: u64 = 10 * 1024 * 1024;

/// The text of the CV in `file`.
pub fn cv_in(file: &Path) -> Result<String, Failure> {
    let name = Text::same(&file.display().to_string());
    let about = |reason: &Text| Failure::Document(about(&name, reason));
    let unreadable = |error: io::Error| about(&system_reason(&error));
    if fs::metadata(file).map_err(unreadable)?.is_dir() {
        return Err(about(&text("c’est un dossier ; donnez un fichier", "it is a folder; give a file")));
    }
    let bytes = read(File::open(file).map_err(unreadable)?).map_err(unreadable)?;
    let json = file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    text_of(&bytes, json).map_err(|reason| about(&reason))
}

/// The text of the CV that `input` carries.
pub fn cv_of(input: impl Read) -> Result<String, Failure> {
    let name = text("entrée standard", "standard input");
    let about = |reason: &Text| Failure::Document(about(&name, reason));
    let bytes = read(input).map_err(|error| about(&system_reason(&error)))?;
    text_of(&bytes, false).map_err(|reason| about(&reason))
}

/// What is the matter, behind the name of the document.
fn about(name: &Text, reason: &Text) -> Text {
    Text::new(format!("{} : {}", name.fr, reason.fr), format!("{}: {}", name.en, reason.en))
}

/// Everything up to one byte more than is accepted.
fn read(input: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The words of a document, or why it has none that can be read.
fn text_of(bytes: &[u8], json: bool) -> Result<String, Text> {
    if let Some(reason) = refusal(bytes) {
        return Err(reason);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let words = std::str::from_utf8(bytes).map_err(|_| {
        text(
            "ce texte n’est pas en UTF-8 ; convertissez-le : iconv -f LATIN1 -t UTF-8",
            "this text is not UTF-8; convert it: iconv -f LATIN1 -t UTF-8",
        )
    })?;
    let words =
        if json || words.trim_start().starts_with('{') { resume::words(words)? } else { words.to_owned() };
    if words.trim().is_empty() {
        return Err(text("il n’y a rien à lire", "there is nothing to read"));
    }
    Ok(words)
}

/// Why bytes are no text: what kind of file they are and what to do about it.
fn refusal(bytes: &[u8]) -> Option<Text> {
    if bytes.len() as u64 > LARGEST {
        return Some(text("plus de 10 Mo : ce n’est pas un CV", "more than 10 MB: this is no CV"));
    }
    if bytes.starts_with(b"%PDF") {
        return Some(text(
            "c’est un PDF ; essayez : pdftotext cv.pdf - | backend-career gap -",
            "it is a PDF; try: pdftotext cv.pdf - | backend-career gap -",
        ));
    }
    if bytes.starts_with(b"PK\x03\x04")
        || bytes.starts_with(b"{\\rtf")
        || bytes.starts_with(b"\xd0\xcf\x11\xe0")
    {
        return Some(text(
            "c’est un document de traitement de texte ; enregistrez-le en texte (.txt)",
            "it is a word processor’s document; save it as text (.txt)",
        ));
    }
    bytes.contains(&0).then(|| {
        text("c’est un fichier binaire, pas un texte en UTF-8", "it is a binary file, not text in UTF-8")
    })
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, text_of};

    fn refused(bytes: &[u8]) -> String {
        text_of(bytes, false).unwrap_err().en.into_owned()
    }

    #[test]
    fn what_is_no_text_is_refused_with_what_to_do() {
        assert!(refused(b"%PDF-1.7 \0").contains("pdftotext cv.pdf - | backend-career gap -"));
        assert!(refused(b"PK\x03\x04\0").contains("save it as text"));
        assert!(refused(b"{\\rtf1 cv}").contains("save it as text"));
        assert!(refused(b"\x7fELF\0").contains("binary"));
        assert!(refused(b"d\xe9veloppeur").contains("iconv"));
        assert!(refused(b" \n\t").contains("nothing to read"));
        assert!(refused(&vec![b'a'; usize::try_from(LARGEST).unwrap() + 1]).contains("10 MB"));
        assert_eq!(text_of(b"\xef\xbb\xbfPHP", false), Ok("PHP".to_owned()));
    }
}
