//! A text as it was meant: words cut at the end of a line joined, ligatures and accents in one piece.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_compatible;

/// What may stand where a word is cut: a hyphen, a soft one, and those of typesetters.
const HYPHENS: [char; 4] = ['-', '\u{ad}', '\u{2010}', '\u{2011}'];

/// Joins what a printer has cut and composes what a font has taken apart.
pub fn mended(text: &str) -> String {
    let composed: String = if text.is_ascii() { text.to_owned() } else { text.nfc().map(plain).collect() };
    let mut out = String::with_capacity(composed.len());
    let mut rest = composed.as_str();
    while let Some(at) = rest.find(|char| is_ligature(char) || HYPHENS.contains(&char)) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(char) = rest.chars().next().filter(|char| is_ligature(*char)) {
            decompose_compatible(char, |letter| out.push(letter));
            rest = &rest[char.len_utf8()..];
            continue;
        }
        let hyphens = rest.len() - rest.trim_start_matches(HYPHENS).len();
        let (dashes, after) = rest.split_at(hyphens);
        if let Some(next) = joined_with(&out, dashes, after) {
            rest = next;
        } else {
            // A soft hyphen inside a line is no part of the word.
            out.extend(dashes.chars().filter(|char| *char != '\u{ad}').map(|_| '-'));
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// Where a word goes on in the next line, if it was cut here.
fn joined_with<'a>(before: &str, dashes: &str, after: &'a str) -> Option<&'a str> {
    let soft = dashes.contains('\u{ad}');
    let letter = before.ends_with(char::is_alphabetic);
    if !letter || dashes.chars().count() > 2 {
        return None;
    }
    let line = after.trim_start_matches([' ', '\t']);
    let next = line.strip_prefix('\n')?.trim_start_matches([' ', '\t', '|']);
    // An empty line ends a paragraph, and with it every word.
    (next.starts_with(char::is_alphabetic) || (soft && next.starts_with(char::is_alphanumeric)))
        .then_some(next)
}

/// Whether a character is two or three letters in one: `ﬀ`, `ﬁ`, `ﬂ`, `ﬃ`, `ﬄ`.
const fn is_ligature(char: char) -> bool {
    matches!(char, '\u{fb00}'..='\u{fb04}')
}

/// Characters that stand for a plainer one.
const fn plain(char: char) -> char {
    match char {
        '\u{2007}' | '\u{2009}' | '\u{200a}' => ' ',
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn a_word_cut_at_the_end_of_a_line_is_whole_again() {
        assert_eq!(
            mended("Post-\ngreSQL et Ja-\nvaScript, tests auto-\nmatisés"),
            "PostgreSQL et JavaScript, tests automatisés"
        );
        assert_eq!(
            mended("Ku\u{ad}-\n bernetes, Jen\u{ad}\nkins, mes\u{ad}sage"),
            "Kubernetes, Jenkins, message"
        );
        assert_eq!(mended("conﬁrmé e\u{301}te\u{301} oﬃce"), "confirmé été office");
    }

    #[test]
    fn a_dash_is_no_cut() {
        for text in ["2019-\n2022", "PHP -\nSymfony", "un- \n\nParagraphe", "micro-services"] {
            assert_eq!(mended(text), text);
        }
    }
}
