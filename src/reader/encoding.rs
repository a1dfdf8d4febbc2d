//! Bytes as text: UTF-8 and UTF-16 with or without a byte order mark, and Windows-1252, which old editors write.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::model::text::{Text, text};

/// How many bytes at the beginning tell UTF-16 without a mark.
const SAMPLE: usize = 512;

/// The text that bytes carry, with line feeds for every kind of line end.
///
/// # Errors
/// Fails if the bytes are no text at all.
pub fn decode(bytes: &[u8]) -> Result<String, Text> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = match marked.or_else(|| unmarked_utf16(bytes)) {
        Some(encoding) => encoding,
        None if bytes.contains(&0) => return Err(binary()),
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let decoded = encoding.decode_with_bom_removal(bytes).0;
    let control = |char: char| char.is_control() && !matches!(char, '\n' | '\r' | '\t' | '\u{c}' | '\u{b}');
    // A text may have a stray control character; what has many is something else.
    let strays = decoded.chars().filter(|char| control(*char) || *char == '\u{fffd}').count();
    if strays > 8 && strays * 10 > decoded.chars().count() {
        return Err(binary());
    }
    Ok(decoded
        .replace("\r\n", "\n")
        .replace(['\r', '\u{c}', '\u{b}', '\u{2028}', '\u{85}'], "\n")
        .replace('\u{2029}', "\n\n"))
}

fn binary() -> Text {
    text(
        "c’est un fichier binaire, pas un document que l’on sait lire",
        "it is a binary file, not a document that can be read",
    )
}

/// UTF-16 of Western text has a zero in every other byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if sample.len() < 4 || bytes.len() % 2 == 1 {
        return None;
    }
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let half = sample.len() / 2;
    match (zeros(0) * 10 > half * 8, zeros(1) * 10 > half * 8) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn every_usual_encoding_is_read() {
        let words = "Développeur œuvre\n€";
        let wide: Vec<u16> = words.encode_utf16().collect();
        let little: Vec<u8> = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = wide.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for (name, bytes) in [
            ("utf-8", words.as_bytes().to_vec()),
            ("utf-8 with mark", [b"\xef\xbb\xbf", words.as_bytes()].concat()),
            ("utf-16 little", [b"\xff\xfe".as_slice(), &little].concat()),
            ("utf-16 big", [b"\xfe\xff".as_slice(), &big].concat()),
            ("utf-16 little without mark", little.clone()),
            ("utf-16 big without mark", big.clone()),
            ("windows-1252", b"D\xe9veloppeur \x9cuvre\r\n\x80".to_vec()),
        ] {
            assert_eq!(decode(&bytes).unwrap(), words, "{name}");
        }
        assert!(decode(b"php\0php").unwrap_err().en.contains("binary"));
    }
}
