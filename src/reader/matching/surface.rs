//! A text as matching sees it: folded, every run of spaces and hyphens one space, with where each piece stands in the original.
//!
//! A line break stays a line break, since it may end a thought; [`super::Clauses`] says which ones do.

use crate::model::name::fold_char;

/// A folded text that can still quote its original.
pub struct Surface<'a> {
    original: &'a str,
    text: String,
    /// For each byte of the folded text, where its character begins in the original.
    origins: Vec<usize>,
}

impl<'a> Surface<'a> {
    /// Folds `original`.
    pub fn new(original: &'a str) -> Self {
        let (text, origins) = (String::with_capacity(original.len()), Vec::with_capacity(original.len()));
        let mut surface = Self { original, text, origins };
        let mut piece = String::new();
        for (at, char) in original.char_indices() {
            match char {
                'a'..='z' | '0'..='9' => surface.append(at, char),
                'A'..='Z' => surface.append(at, char.to_ascii_lowercase()),
                '\n' => surface.append(at, '\n'),
                // Not a part of any word.
                '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\r' => {}
                '\u{2010}'..='\u{2015}' | '\u{2212}' => surface.append(at, '-'),
                '♯' => surface.append(at, '#'),
                '\u{b7}' | '\u{2022}' | '\u{2219}' | '\u{25cf}' | '\u{25aa}' | '\u{f0b7}' => {
                    surface.append(at, '\u{b7}');
                }
                _ if char.is_whitespace() => surface.append(at, ' '),
                _ => {
                    piece.clear();
                    fold_char(char, &mut piece);
                    surface.text.push_str(&piece);
                    surface.origins.resize(surface.text.len(), at);
                }
            }
        }
        surface
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as it was given.
    pub fn original(&self) -> &'a str {
        self.original
    }

    /// Where a span of the folded text stands in the original.
    pub fn span(&self, start: usize, end: usize) -> (usize, usize) {
        let origin = |at: usize| self.origins.get(at).copied().unwrap_or(self.original.len());
        (origin(start), origin(end))
    }

    /// The words of the original behind a span of the folded text.
    pub fn quote(&self, start: usize, end: usize) -> &'a str {
        let (start, end) = self.span(start, end);
        self.original.get(start..end).unwrap_or_default()
    }

    fn append(&mut self, at: usize, char: char) {
        self.text.push(char);
        self.origins.resize(self.text.len(), at);
    }
}

#[cfg(test)]
mod tests {
    use super::Surface;

    #[test]
    fn a_folded_span_quotes_the_original() {
        let surface = Surface::new("Gestion  des Accès, œuvre\nfin");
        assert_eq!(surface.text(), "gestion  des acces, oeuvre\nfin");
        assert_eq!(surface.quote(9, 18), "des Accès");
        assert_eq!(surface.quote(27, 30), "fin");
    }
}
