//! Reads a user's file whole: no more than fits, whatever its bytes.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::check::Span;
use super::error::Problem;
use crate::model::text::{Text, text};

/// A larger file is refused: 256 MiB.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// The text of a file.
#[derive(Debug, Default)]
pub struct Content {
    /// The text without its byte order mark; bytes that are no UTF-8 stand as `U+FFFD`.
    pub text: String,
    /// Where they stood, the first thousand of them.
    pub flaws: Vec<Span>,
}

/// More places than this in which a text is no UTF-8 say no more.
const MAX_FLAWS: usize = 1000;

impl Content {
    /// The text that `bytes` are.
    pub fn of(bytes: Vec<u8>) -> Self {
        let (mut text, flaws) = match String::from_utf8(bytes) {
            Ok(text) => (text, Vec::new()),
            Err(error) => repaired(error.as_bytes()),
        };
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        Self { text, flaws }
    }
}

/// A text in which a sign stands for each run of bytes that is no UTF-8; spans are those of the text
/// without its byte order mark.
fn repaired(bytes: &[u8]) -> (String, Vec<Span>) {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let (mut text, mut flaws) = (String::with_capacity(bytes.len()), Vec::new());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            let start = text.len();
            text.push(char::REPLACEMENT_CHARACTER);
            if flaws.len() < MAX_FLAWS {
                flaws.push(Span { start, end: text.len() });
            }
        }
    }
    (text, flaws)
}

/// The bytes of the file at `path`, which is shown as `shown`.
pub fn bytes(path: &Path, shown: &str) -> Result<Vec<u8>, Box<Problem>> {
    let refused = |message: Text| Box::new(Problem::of_file(shown, message));
    let unread = |error: io::Error| refused(unreadable(&error));
    if is_waiting(path) {
        return Err(refused(text(
            "c’est un tube, un fichier est attendu",
            "this is a pipe, expected a file",
        )));
    }
    let file = File::open(path).map_err(unread)?;
    let metadata = file.metadata().map_err(unread)?;
    if metadata.is_dir() {
        return Err(refused(text(
            "c’est un dossier, un fichier est attendu",
            "this is a folder, expected a file",
        )));
    }
    if metadata.len() > MAX_BYTES {
        return Err(refused(too_large()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default() + 1);
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(refused(too_large()));
    }
    Ok(bytes)
}

/// Whether opening `path` may wait for ever: a named pipe; those of the shell have a writer.
#[cfg(unix)]
fn is_waiting(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let of_the_shell = path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd");
    !of_the_shell && std::fs::metadata(path).is_ok_and(|metadata| metadata.file_type().is_fifo())
}

#[cfg(not(unix))]
fn is_waiting(_: &Path) -> bool {
    false
}

fn too_large() -> Text {
    let limit = MAX_BYTES / 1024 / 1024;
    Text::new(format!("le fichier dépasse {limit} Mio"), format!("the file is larger than {limit} MiB"))
}

/// Why the system did not give a file, in both languages where the reason is a common one.
pub fn unreadable(error: &io::Error) -> Text {
    /// Too many symbolic links, on Linux and on macOS; std has no stable name for it.
    const LOOPS: [i32; 2] = [40, 62];
    match error.kind() {
        ErrorKind::NotFound => text("introuvable", "not found"),
        ErrorKind::PermissionDenied => text("lecture refusée", "permission denied"),
        ErrorKind::NotADirectory => text("n’est pas dans un dossier", "not in a folder"),
        _ if error.raw_os_error().is_some_and(|code| LOOPS.contains(&code)) => {
            text("un lien symbolique tourne en rond", "a symbolic link leads back to itself")
        }
        _ => Text::new(format!("illisible ({error})"), format!("cannot be read ({error})")),
    }
}

#[cfg(test)]
mod tests {
    use super::Content;

    #[test]
    fn a_byte_order_mark_is_left_out() {
        assert_eq!(Content::of(b"\xef\xbb\xbf{}".to_vec()).text, "{}");
        let content = Content::of(b"\xef\xbb\xbf{\xff}".to_vec());
        assert_eq!((content.text.as_str(), content.flaws[0].start), ("{\u{fffd}}", 1));
    }
}
