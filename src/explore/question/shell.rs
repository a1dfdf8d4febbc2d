//! Words and paths as a shell writes them.

/// The path that is typed, or dropped on the terminal, which quotes it as for a shell.
pub fn unquoted(typed: &str) -> String {
    let typed = typed.trim();
    let within = ['\'', '"'].iter().find_map(|quote| typed.strip_prefix(*quote)?.strip_suffix(*quote));
    within.map_or_else(|| typed.replace("\\ ", " "), str::to_owned)
}

/// A word that a shell takes as it is.
pub fn quoted(word: &str) -> String {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || "-+_./,:=".contains(char);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::{quoted, unquoted};

    #[test]
    fn a_shell_takes_every_word_as_one() {
        assert_eq!(quoted("48k"), "48k");
        assert_eq!(quoted("l’é $(x)"), "'l’é $(x)'");
        assert_eq!(quoted("a'b"), "'a'\\''b'");
    }

    #[test]
    fn a_path_that_a_terminal_drops_is_read_without_its_quotes() {
        for typed in ["my cv.pdf", "'my cv.pdf'", "\"my cv.pdf\"", "my\\ cv.pdf", " 'my cv.pdf' "] {
            assert_eq!(unquoted(typed), "my cv.pdf", "{typed}");
        }
    }
}
