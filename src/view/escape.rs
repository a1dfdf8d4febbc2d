//! Makes what must not act on a terminal or in a spreadsheet visible instead, and words safe in a shell.

use std::borrow::Cow;
use std::fmt::Write as _;

/// `text` with control characters, escape sequences and bidirectional overrides shown as signs.
///
/// A C0 control becomes its picture (`␛`), anything else its code point (`<U+202E>`).
pub fn escape_controls(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_control_like) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for char in text.chars() {
        match char {
            '\0'..='\u{1f}' => shown.extend(char::from_u32(0x2400 + u32::from(char))),
            '\u{7f}' => shown.push('␡'),
            _ if is_control_like(char) => {
                // Writing to a String cannot fail.
                let _ = write!(shown, "<U+{:04X}>", u32::from(char));
            }
            _ => shown.push(char),
        }
    }
    Cow::Owned(shown)
}

/// Whether a character does something to the text around it rather than being seen.
pub fn is_control_like(char: char) -> bool {
    char.is_control()
        || matches!(char,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Whether an address may be followed: a page of the web, or a letter to somebody; never a script.
pub fn is_followed(url: &str) -> bool {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// A CSV cell that no spreadsheet takes for a formula, also where it splits cells at `;` or at a tab.
pub fn guard_formula(cell: &str) -> Cow<'_, str> {
    let mut guarded = String::new();
    let mut kept = 0;
    for (at, _) in cell.match_indices(begins_formula) {
        if at == 0 || splits_before(&cell[..at]) {
            guarded.push_str(&cell[kept..at]);
            guarded.push('\'');
            kept = at;
        }
    }
    if kept == 0 && guarded.is_empty() {
        return Cow::Borrowed(cell);
    }
    guarded.push_str(&cell[kept..]);
    Cow::Owned(guarded)
}

/// A word as a shell takes it for one.
pub fn quoted_for_shell(word: &str) -> String {
    let is_plain = |char: char| char.is_alphanumeric() || "-_./:=+,@%".contains(char);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

const fn begins_formula(char: char) -> bool {
    matches!(char, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n')
}

/// Whether a spreadsheet may split a cell behind `before`.
fn splits_before(before: &str) -> bool {
    before.trim_end_matches(' ').ends_with([';', '\t'])
}

#[cfg(test)]
mod tests {
    use super::{escape_controls, guard_formula, quoted_for_shell};

    #[test]
    fn a_shell_takes_every_word_as_one() {
        assert_eq!(quoted_for_shell("48k"), "48k");
        assert_eq!(quoted_for_shell("école"), "école");
        assert_eq!(quoted_for_shell("l’é $(x)"), "'l’é $(x)'");
        assert_eq!(quoted_for_shell("a'b"), "'a'\\''b'");
        assert_eq!(quoted_for_shell(""), "''");
    }

    #[test]
    fn nothing_that_acts_on_a_terminal_comes_through() {
        assert_eq!(escape_controls("a\u{1b}[31mb\u{7f}\u{9b}\u{202e}c"), "a␛[31mb␡<U+009B><U+202E>c");
        assert_eq!(escape_controls("été 👩\u{200d}💻"), "été 👩\u{200d}💻");
    }

    #[test]
    fn a_formula_becomes_text() {
        assert_eq!(guard_formula("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(guard_formula("bac+5"), "bac+5");
        assert_eq!(guard_formula("x;=1+1; @y"), "x;'=1+1; '@y");
        assert_eq!(guard_formula("x\t=1"), "x\t'=1");
        assert_eq!(guard_formula("\t=1"), "'\t'=1");
    }
}
