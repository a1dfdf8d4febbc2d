//! Where a text ends whose quotes are not as they should be.
//!
//! Nothing here is true of valid JSON: a closing quote is never followed by a letter, nor a text broken by a line.

/// Between foreign quotes, no more bytes than this are taken as one word.
const WORD: usize = 1000;

/// Whether the quote before `at` opens another text rather than closing the one from `start`.
///
/// So it is in `"a, "b"`: something follows at once, and what stands before it would be followed by a text.
pub fn opens_another(bytes: &[u8], start: usize, at: usize) -> bool {
    bytes.get(at).is_some_and(|byte| *byte > b' ' && !matches!(byte, b',' | b':' | b'}' | b']'))
        && matches!(bytes[start + 1..at - 1].trim_ascii_end().last(), Some(b',' | b':' | b'{' | b'['))
}

/// Whether a line begins as one of JSON does, and not as the next line of a text.
pub fn goes_on_with_json(line: &[u8]) -> bool {
    match line.first() {
        Some(b'"') => !ends_value(&line[1..]),
        Some(b'{' | b'}' | b'[' | b']') | None => true,
        _ => false,
    }
}

/// Where the text from `start` ends if its quote is missing before `limit`: the marks at the end are not its own.
pub fn end_without_quote(bytes: &[u8], start: usize, limit: usize) -> usize {
    let own = |byte: &u8| !matches!(byte, b',' | b':' | b'{' | b'}' | b'[' | b']') && *byte > b' ';
    let text = &bytes[start + 1..limit];
    let end = key_end(text).unwrap_or_else(|| text.iter().rposition(own).map_or(0, |at| at + 1));
    start + 1 + end
}

/// Where the key ends that `text` begins with, and its colon with a value behind it: `a: 1, `, `a': [`.
fn key_end(text: &[u8]) -> Option<usize> {
    let name = text.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
    let quote = CLOSING
        .iter()
        .find(|quote| text[name..].starts_with(quote.as_bytes()))
        .map_or(0, |quote| quote.len());
    let value = text[name + quote..].strip_prefix(b":")?.first()?;
    (value.is_ascii_digit() || matches!(value, b' ' | b'{' | b'[')).then_some(name + quote)
}

/// Quotes of other writings that close.
const CLOSING: [&str; 5] = ["'", "’", "”", "`", "»"];

/// A key without the quotes around it, whichever they are.
pub fn unquoted(key: &str) -> &str {
    key.trim_matches(['"', '\'', '‘', '’', '“', '”', '`', '«', '»', ' ', '\u{a0}', '\u{202f}'])
}

/// Quotes of other writings: how they open and how they close.
pub const FOREIGN: [(&[u8], &[u8]); 3] =
    [(b"'", b"'"), ("“".as_bytes(), "”".as_bytes()), ("‘".as_bytes(), "’".as_bytes())];

/// Which of [`FOREIGN`] a word begins with.
pub fn foreign(word: &[u8]) -> Option<usize> {
    FOREIGN.iter().position(|(open, _)| word.starts_with(open))
}

/// Where a word between [`FOREIGN`] quotes of a kind ends: `'a b'`, `“a, b”`; else how far it was looked for.
pub fn foreign_end(bytes: &[u8], start: usize, kind: usize) -> Result<usize, usize> {
    let word = &bytes[start..];
    let (open, close) = FOREIGN[kind];
    let line = word.iter().take(WORD).position(|byte| *byte == b'\n').unwrap_or(WORD.min(word.len()));
    let ends = |at: &usize| word[*at..].starts_with(close) && ends_value(&word[at + close.len()..]);
    (open.len()..line).find(ends).map(|at| start + at + close.len()).ok_or(start + line)
}

/// Whether a quote stands where `rest` begins that belongs to the word before it: `a",`.
pub fn closes_a_word(rest: &[u8]) -> bool {
    rest.first() == Some(&b'"') && ends_value(&rest[1..])
}

/// Whether `rest` goes on as it does after a key or a value.
fn ends_value(rest: &[u8]) -> bool {
    let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    matches!(rest.get(blanks), None | Some(b',' | b':' | b'}' | b']' | b'\n' | b'\r'))
}
