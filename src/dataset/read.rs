//! Reads a user's file whole: no more than fits, whatever its bytes.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::check::Span;
use super::error::Problem;
use crate::model::error::system_reason as reason;
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
    /// How its bytes are written.
    pub encoding: Encoding,
}

/// How bytes are written; all but UTF-8 is read, to look on, but not accepted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Encoding {
    /// As JSON is, but for the flaws.
    #[default]
    Utf8,
    /// Two bytes for a character, or four.
    Utf16,
    /// One byte for a character, as in Windows-1252.
    OneByte,
}

/// More places than this in which a text is no UTF-8 say no more.
const MAX_FLAWS: usize = 1000;

impl Content {
    /// The text that `bytes` are.
    pub fn of(bytes: Vec<u8>) -> Self {
        let mut content = match utf16(&bytes) {
            Some(text) => Self { text, flaws: Vec::new(), encoding: Encoding::Utf16 },
            None => match String::from_utf8(bytes) {
                Ok(text) => Self { text, ..Self::default() },
                Err(error) => one_byte(error.as_bytes()).unwrap_or_else(|| repaired(error.as_bytes())),
            },
        };
        if content.text.starts_with('\u{feff}') {
            let mark = '\u{feff}'.len_utf8();
            content.text.drain(..mark);
            for flaw in &mut content.flaws {
                *flaw = Span { start: flaw.start - mark, end: flaw.end - mark };
            }
        }
        content
    }
}

/// The text that `bytes` are in UTF-16, if they are: a file begins with their mark, a brace or a blank.
fn utf16(bytes: &[u8]) -> Option<String> {
    let unit = match bytes {
        [0xff, 0xfe, ..] | [b'{' | b' ' | b'\n' | b'\r', 0, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] | [0, b'{' | b' ' | b'\n' | b'\r', ..] => u16::from_be_bytes,
        _ => return None,
    };
    let (units, _) = bytes.as_chunks();
    let units = units.iter().map(|two| unit(*two));
    Some(char::decode_utf16(units).map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// The text that `bytes` are if each is a character, as it is where none but ASCII is UTF-8; the first that is not
/// is its flaw.
fn one_byte(bytes: &[u8]) -> Option<Content> {
    if bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii()) {
        return None;
    }
    let start = bytes.iter().position(|byte| !byte.is_ascii())?;
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let end = start + text[start..].chars().next().map_or(0, char::len_utf8);
    Some(Content { text, flaws: vec![Span { start, end }], encoding: Encoding::OneByte })
}

/// A text in which a sign stands for each run of bytes that is no UTF-8.
fn repaired(bytes: &[u8]) -> Content {
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
    Content { text, flaws, encoding: Encoding::Utf8 }
}

/// The bytes of the file at `path`, which is shown as `shown`.
pub fn bytes(path: &Path, shown: &str) -> Result<Vec<u8>, Box<Problem>> {
    let refused = |message: Text| Box::new(Problem::of_file(shown, message));
    let unread = |error: io::Error| refused(reason(&error));
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
    let of_the_shell = ["/dev/fd", "/proc/self/fd", "/dev/stdin"].iter().any(|given| path.starts_with(given));
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

#[cfg(test)]
mod tests {
    use super::{Content, Encoding};

    #[test]
    fn a_byte_order_mark_is_left_out() {
        assert_eq!(Content::of(b"\xef\xbb\xbf{}".to_vec()).text, "{}");
        let content = Content::of(b"\xef\xbb\xbf{\xff}".to_vec());
        assert_eq!((content.text.as_str(), content.flaws[0].start), ("{\u{fffd}}", 1));
        let two = Content::of(b"\xef\xbb\xbf\xef\xbb\xbf\xff".to_vec());
        assert_eq!((two.text.as_str(), two.flaws[0].start), ("\u{feff}\u{fffd}", 3));
    }

    #[test]
    fn one_byte_for_each_character_is_one_flaw() {
        let content = Content::of(b"{\"\xe9t\xe9\"}".to_vec());
        assert_eq!((content.text.as_str(), content.encoding), ("{\"été\"}", Encoding::OneByte));
        assert_eq!(content.flaws.len(), 1);
        let mixed = Content::of("{\"é\u{0}\"}".replace('\0', "x").bytes().chain([0xe9]).collect());
        assert_eq!((mixed.encoding, mixed.flaws.len()), (Encoding::Utf8, 1));
    }

    #[test]
    fn utf_16_is_read_to_be_told() {
        for (bytes, expected) in [
            (&b"\xff\xfe{\x00}\x00"[..], true),
            (b"{\x00\xe9\x00}\x00", true),
            (b"\xfe\xff\x00{", true),
            (b"{}", false),
            (b"", false),
        ] {
            let content = Content::of(bytes.to_vec());
            assert_eq!(content.encoding == Encoding::Utf16, expected);
            assert_eq!(content.text.starts_with('{'), !bytes.is_empty());
        }
    }
}
