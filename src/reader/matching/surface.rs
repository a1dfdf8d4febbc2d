//! A text as matching sees it: folded, with where each piece stands in the original.
//!
//! A line break stays a line break, since it may end a thought; [`super::Clauses`] says which ones do.

use crate::model::name::fold_char;

/// A text made of another one that it can still quote.
pub struct Surface<'a> {
    original: &'a str,
    text: String,
    /// For each byte of the text, where its character begins in the original.
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

    /// `folded` with every run of blanks and hyphens as one space, and an empty line as one line break.
    pub fn squeezed(folded: &'a str) -> Self {
        let (text, origins) = (String::with_capacity(folded.len()), Vec::with_capacity(folded.len()));
        let mut squeezed = Self { original: folded, text, origins };
        let blank = |char: char| matches!(char, ' ' | '-' | '\n');
        let mut chars = folded.char_indices().peekable();
        while let Some((at, char)) = chars.next() {
            let mut piece = char;
            if blank(char) {
                let mut breaks = usize::from(char == '\n');
                while let Some((_, next)) = chars.next_if(|(_, next)| blank(*next)) {
                    breaks += usize::from(next == '\n');
                }
                piece = if breaks > 1 { '\n' } else { ' ' };
            }
            squeezed.append(at, piece);
        }
        squeezed
    }

    /// The text made of the original.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as it was given.
    pub fn original(&self) -> &'a str {
        self.original
    }

    /// Where what stands at a place of the text stands in the original.
    pub fn origin(&self, at: usize) -> usize {
        self.origins.get(at).copied().unwrap_or(self.original.len())
    }

    /// Where a span of the text stands in the original.
    pub fn span(&self, start: usize, end: usize) -> (usize, usize) {
        (self.origin(start), self.origin(end))
    }

    /// The words of the original behind a span of the text.
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
