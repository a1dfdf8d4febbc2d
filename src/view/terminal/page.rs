//! What drawing needs to know of the page: language, width, signs to draw with.

use crate::report::{Cell, Lang, Text};
use crate::view::number;

/// The signs that lines, bars and branches are drawn with.
#[derive(Debug, PartialEq, Eq)]
pub struct Signs {
    /// The line under headings.
    pub rule: char,
    /// A remark.
    pub bullet: &'static str,
    /// A branch that others follow, and the space below it.
    pub branch: [&'static str; 2],
    /// The last branch, and the space below it.
    pub last: [&'static str; 2],
    /// A bar from low to high.
    pub bar: char,
    /// A single figure.
    pub point: char,
    /// An upper bound.
    pub bound: char,
    /// What leads up to an upper bound.
    pub lead: char,
    /// A line across all bars.
    pub line: char,
}

/// Signs that every modern terminal has.
const UNICODE: Signs = Signs {
    rule: '─',
    bullet: "• ",
    branch: ["├─ ", "│  "],
    last: ["└─ ", "   "],
    bar: '█',
    point: '●',
    bound: '▌',
    lead: '·',
    line: '┃',
};

/// Signs for a terminal or a locale without Unicode.
const ASCII: Signs = Signs {
    rule: '-',
    bullet: "* ",
    branch: ["|- ", "|  "],
    last: ["`- ", "   "],
    bar: '#',
    point: 'o',
    bound: '|',
    lead: '.',
    line: '!',
};

/// What drawing needs to know of the page.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// The language of every text.
    pub lang: Lang,
    /// Columns that fit in a line.
    pub width: usize,
    /// Whether charts are drawn.
    pub charts: bool,
    /// The signs to draw with.
    pub signs: &'static Signs,
}

impl Page {
    /// A page drawn with Unicode signs, or with ASCII only.
    pub const fn new(lang: Lang, width: usize, charts: bool, ascii: bool) -> Self {
        Self { lang, width, charts, signs: if ascii { &ASCII } else { &UNICODE } }
    }

    /// The same page, no wider than `most`.
    pub fn at_most(self, most: usize) -> Self {
        Self { width: self.width.min(most), ..self }
    }

    /// A text in the page's language.
    pub fn say(&self, text: &Text) -> String {
        number::say(text, self.lang)
    }

    /// A value as people read it.
    pub fn cell(&self, cell: &Cell) -> String {
        number::cell(cell, self.lang)
    }
}
