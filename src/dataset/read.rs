//! Reads a user's file whole: a regular file, no larger than fits, in UTF-8.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::check::not_utf8;
use crate::model::error::{InvalidData, Problem, system_reason};
use crate::model::text::{Text, text as both};

/// A larger file is refused: 64 MiB are eight times ten thousand programmes.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// What is shown of a text behind the place where it stops being UTF-8, in bytes.
const SHOWN: usize = 256;

/// The bytes of the file at `path`, which is shown as `shown`.
///
/// Fails if it is no regular file (a link to one will do), too large, or refused by the system. A pipe or a device
/// is not opened: that may wait for ever.
pub fn bytes(path: &Path, shown: &str) -> Result<Vec<u8>, InvalidData> {
    let refused = |message: Text| InvalidData::from(Problem::of_file(shown, message));
    let unread = |error: io::Error| refused(system_reason(&error));
    let metadata = fs::metadata(path).map_err(unread)?;
    if metadata.is_dir() {
        return Err(refused(both(
            "c’est un dossier, un fichier est attendu",
            "this is a folder, expected a file",
        )));
    }
    if !metadata.is_file() {
        return Err(refused(both("ce n’est pas un fichier ordinaire", "not a regular file")));
    }
    if metadata.len() > MAX_BYTES {
        return Err(refused(too_large()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default() + 1);
    // The file may have grown since it was looked at.
    File::open(path).map_err(unread)?.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(refused(too_large()));
    }
    Ok(bytes)
}

/// The text that `bytes` are, without a byte order mark. Fails where they stop being UTF-8, or at a zero byte, which
/// no JSON has and UTF-16 is full of.
pub fn text(mut bytes: Vec<u8>, shown: &str) -> Result<String, InvalidData> {
    if bytes.starts_with("\u{feff}".as_bytes()) {
        bytes.drain(.."\u{feff}".len());
    }
    let cut = |bytes: &[u8], at: usize| {
        let shown_until = bytes.len().min(at + SHOWN);
        not_utf8(shown, &String::from_utf8_lossy(&bytes[..shown_until]), at)
    };
    if let Some(at) = bytes.iter().position(|byte| *byte == 0)
        && std::str::from_utf8(&bytes[..at]).is_ok()
    {
        return Err(cut(&bytes, at));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        cut(error.as_bytes(), at)
    })
}

fn too_large() -> Text {
    let limit = MAX_BYTES / 1024 / 1024;
    Text::new(format!("le fichier dépasse {limit} Mio"), format!("the file is larger than {limit} MiB"))
}
