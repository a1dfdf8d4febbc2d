//! A text as matching sees it: folded, with where each piece stands in the original.

use crate::model::name::fold_char;

/// A folded text that can still quote its original.
pub struct Folded<'a> {
    original: &'a str,
    text: String,
    /// For each byte of the folded text, where its character begins in the original.
    origins: Vec<usize>,
}

impl<'a> Folded<'a> {
    /// Folds `original`; a line break inside a paragraph is a space, an empty line stays a break.
    pub fn new(original: &'a str) -> Self {
        let mut folded = Self { original, text: String::new(), origins: Vec::new() };
        let mut chars = original.char_indices().peekable();
        while let Some((at, char)) = chars.next() {
            if !char.is_whitespace() {
                folded.push(at, char);
                continue;
            }
            let mut breaks = usize::from(char == '\n');
            while let Some((_, space)) = chars.next_if(|(_, next)| next.is_whitespace()) {
                breaks += usize::from(space == '\n');
            }
            folded.append(at, if breaks > 1 { "\n" } else { " " });
        }
        folded
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a byte of the folded text stands in the original.
    fn origin(&self, at: usize) -> usize {
        self.origins.get(at).copied().unwrap_or(self.original.len())
    }

    /// What the original has before, in and after a span of the folded text.
    pub fn around(&self, start: usize, end: usize) -> (&'a str, &'a str, &'a str) {
        let (start, end) = (self.origin(start), self.origin(end));
        (&self.original[..start], &self.original[start..end], &self.original[end..])
    }

    fn push(&mut self, at: usize, char: char) {
        match char {
            // A soft hyphen or a zero-width space is no part of a word.
            '\u{ad}' | '\u{200b}' => {}
            '\u{2010}'..='\u{2015}' => self.append(at, "-"),
            // Texts taken out of a PDF keep its ligatures.
            '\u{fb00}' => self.append(at, "ff"),
            '\u{fb01}' => self.append(at, "fi"),
            '\u{fb02}' => self.append(at, "fl"),
            '\u{fb03}' => self.append(at, "ffi"),
            '\u{fb04}' => self.append(at, "ffl"),
            _ => {
                fold_char(char, &mut self.text);
                self.origins.resize(self.text.len(), at);
            }
        }
    }

    fn append(&mut self, at: usize, piece: &str) {
        self.text.push_str(piece);
        self.origins.resize(self.text.len(), at);
    }
}

#[cfg(test)]
mod tests {
    use super::Folded;

    #[test]
    fn a_folded_span_quotes_the_original() {
        let folded = Folded::new("Gestion\n  des  Accès, œuvre\n\nfin");
        assert_eq!(folded.text(), "gestion des acces, oeuvre\nfin");
        assert_eq!(folded.around(8, 17), ("Gestion\n  ", "des  Accès", ", œuvre\n\nfin"));
        assert_eq!(folded.around(26, 29).1, "fin");
        assert_eq!(Folded::new("\u{fb01}able").text(), "fiable");
    }
}
