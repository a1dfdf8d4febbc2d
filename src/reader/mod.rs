//! What people hand in, CVs and job ads: bytes in, text out; then the skills that a text names, and the terms of an ad.
//!
//! The bytes are not trusted: input and what it unpacks to are bounded, nothing panics, and what cannot be read is refused
//! with what to do about it. Nothing here opens a file or knows a question.

pub mod ad;
mod docx;
mod encoding;
mod html;
pub mod matching;
mod mend;
mod pdf;
mod resume;
mod words;

use crate::model::text::{Text, text};

/// The most that is read, in bytes: a long CV with pictures has a tenth of it.
pub const LARGEST: usize = 10 * 1024 * 1024;
/// The most that a packed document may unpack to, in bytes.
const LARGEST_UNPACKED: usize = 64 * 1024 * 1024;
/// The most text that a document may hold, in bytes: what is left of a large file is text only in part.
const LONGEST_TEXT: usize = 4 * 1024 * 1024;

/// What marks a heading in the text of a page or a document, as in Markdown.
const HEADING: &str = "# ";

/// The text of a document; what it is, its content says, and its name only if that ends in `.json`.
///
/// # Errors
/// Fails, with what to do about it, if the document is too large, of an unknown kind, damaged, encrypted or without words.
pub fn read(bytes: &[u8], is_json: bool) -> Result<String, Text> {
    if bytes.len() > LARGEST {
        return Err(text(
            "plus de 10 Mo : ce n’est ni un CV ni une annonce",
            "more than 10 MB: this is neither a CV nor an ad",
        ));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return finished(&docx::words(bytes)?);
    }
    // Some programs write a few bytes before the header, as the format allows.
    if bytes.get(..bytes.len().min(1024)).is_some_and(|head| head.windows(5).any(|five| five == b"%PDF-")) {
        return finished(&pdf::words(bytes)?);
    }
    refuse_other_kinds(bytes)?;
    let decoded = encoding::decode(bytes)?;
    let begins = decoded.trim_start();
    if is_json || begins.starts_with('{') {
        // JSON takes up to a hundred times its size in memory.
        refuse_long(&decoded)?;
        return finished(&resume::words(&decoded)?);
    }
    finished(&html::stripped(&decoded))
}

/// Says what other kinds of document are and how to make them readable.
fn refuse_other_kinds(bytes: &[u8]) -> Result<(), Text> {
    if bytes.starts_with(b"{\\rtf") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(text(
            "c’est un document RTF ou Word ancien ; enregistrez-le en DOCX, en PDF ou en texte",
            "it is an RTF or old Word document; save it as DOCX, PDF or text",
        ));
    }
    let picture = [b"\x89PNG".as_slice(), b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"]
        .iter()
        .any(|sign| bytes.starts_with(sign));
    if picture {
        return Err(text(
            "c’est une image ; il faut un document dont le texte se laisse sélectionner",
            "it is a picture; a document whose text can be selected is needed",
        ));
    }
    Ok(())
}

/// Fails if there is more than anybody writes.
fn refuse_long(words: &str) -> Result<(), Text> {
    if words.len() > LONGEST_TEXT {
        return Err(text(
            "plus de 4 Mo de texte : ce n’est ni un CV ni une annonce",
            "more than 4 MB of text: this is neither a CV nor an ad",
        ));
    }
    Ok(())
}

/// The words as they were meant; fails if there are none, or more than anybody writes.
fn finished(words: &str) -> Result<String, Text> {
    refuse_long(words)?;
    let words = mend::mended(words);
    if words.trim().is_empty() {
        return Err(text("il n’y a rien à lire", "there is nothing to read"));
    }
    Ok(words)
}
