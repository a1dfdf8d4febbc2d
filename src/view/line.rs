//! Lines of a drawn answer: pieces of text, each with what it is; the last step gives every kind its look.
//!
//! A terminal paints them with escape sequences, the explorer with cells of a screen; nothing reads a style back.

pub use textwrap::core::display_width;

use crate::report::{Role, Span};

/// What a piece of a drawn line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// Words and figures.
    Plain,
    /// The title of the answer, or of a group.
    Title,
    /// The title of a block.
    Heading,
    /// A column heading, the name of a card, a total.
    Strong,
    /// A label beside a value.
    Label,
    /// What stands back: rules, remarks, sources.
    Quiet,
    /// What must not be missed: a legal floor, an offer.
    Mark,
    /// What was looked for.
    Match,
    /// What is wrong.
    Error,
    /// A sign of a chart: of a level by its rank, of another group by the number behind those, of a curve by its own.
    Group(usize),
    /// A page that can be opened, by its address.
    Link(String),
}

impl From<&Role> for Look {
    fn from(role: &Role) -> Self {
        match role {
            Role::Plain | Role::Figure => Self::Plain,
            Role::Quiet => Self::Quiet,
            Role::Strong => Self::Strong,
            Role::Match => Self::Match,
            Role::Link(url) => Self::Link(url.clone()),
        }
    }
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text, safe to print, in one line.
    pub text: String,
    /// What it is.
    pub look: Look,
}

/// One of the things that a block lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// The block, by its position in the document.
    pub block: usize,
    /// The row of a table, or the bar of a chart.
    pub at: usize,
}

/// A line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Its pieces, left to right.
    pub pieces: Vec<Piece>,
    /// What begins or goes on in this line.
    pub item: Option<Item>,
}

impl Line {
    /// A line of one piece.
    pub fn of(text: impl Into<String>, look: Look) -> Self {
        Self::default().with(text, look)
    }

    /// The same line with one more piece; an empty one adds nothing.
    #[must_use]
    pub fn with(mut self, text: impl Into<String>, look: Look) -> Self {
        self.push(text, look);
        self
    }

    /// Adds a piece, to the last one where it looks the same.
    pub fn push(&mut self, text: impl Into<String>, look: Look) {
        let text = text.into();
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.look == look => last.text.push_str(&text),
            _ => self.pieces.push(Piece { text, look }),
        }
    }

    /// Adds the pieces of another line.
    pub fn append(&mut self, more: Self) {
        for piece in more.pieces {
            self.push(piece.text, piece.look);
        }
    }

    /// Adds spans in the looks of their roles.
    pub fn push_spans(&mut self, spans: &[Span]) {
        for span in spans {
            self.push(span.text.as_str(), Look::from(&span.role));
        }
    }

    /// The text without any look.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// The columns that it takes.
    pub fn width(&self) -> usize {
        self.pieces.iter().map(|piece| display_width(&piece.text)).sum()
    }

    /// Whether there is nothing to see.
    pub fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.text.trim().is_empty())
    }

    /// The same line without blanks at its end.
    #[must_use]
    pub fn trimmed(mut self) -> Self {
        while let Some(last) = self.pieces.last_mut() {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                break;
            }
            self.pieces.pop();
        }
        self
    }

    /// The part of the line between two positions in its text.
    pub fn slice(&self, start: usize, end: usize) -> Self {
        let mut part = Self { pieces: Vec::new(), item: self.item };
        let mut at = 0;
        for piece in &self.pieces {
            let (from, to) = (start.max(at), end.min(at + piece.text.len()));
            if from < to {
                part.push(piece.text.get(from - at..to - at).unwrap_or_default(), piece.look.clone());
            }
            at += piece.text.len();
        }
        part
    }
}

/// Lines without any style.
pub fn plain(lines: &[Line]) -> String {
    lines.iter().map(Line::text).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{Line, Look};

    #[test]
    fn a_part_of_a_line_keeps_its_looks() {
        let line = Line::of("Selon ", Look::Label).with("l’Onisep", Look::Strong).with(" 2024", Look::Quiet);
        let part = line.slice(2, 12);
        assert_eq!(part, Line::of("lon ", Look::Label).with("l’On", Look::Strong));
        assert_eq!(line.width(), 19);
    }
}
