//! What drawing needs to know of the page: language, width, signs to draw with.

use crate::model::text::{Lang, Text};
use crate::report::{Cell, Distribution};
use crate::view::format;
use crate::view::line::Line;

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
    /// A lower bound.
    pub least: char,
    /// What leads up to an upper bound, and on from a lower one.
    pub lead: char,
    /// A line across all bars.
    pub line: char,
    /// A legal floor across all bars.
    pub floor: char,
    /// The ends and the stroke of a distribution, from decile to decile.
    pub deciles: [char; 3],
    /// The same from quartile to quartile.
    pub quartiles: [char; 3],
    /// The median of a distribution.
    pub median: char,
    /// The mean of a distribution.
    pub mean: char,
    /// What the curves are drawn with.
    pub curves: [char; 6],
}

impl Signs {
    /// The centre of a distribution.
    pub const fn centre(&self, distribution: Distribution) -> char {
        if distribution.is_mean { self.mean } else { self.median }
    }

    /// The ends and the stroke of a distribution.
    pub const fn whisker(&self, distribution: Distribution) -> [char; 3] {
        if distribution.of_quartiles { self.quartiles } else { self.deciles }
    }
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
    least: '▐',
    lead: '·',
    line: '┃',
    floor: '╎',
    deciles: ['├', '─', '┤'],
    quartiles: ['╞', '═', '╡'],
    median: '◆',
    mean: '◇',
    curves: ['●', '○', '▲', '△', '■', '□'],
};

/// Signs for a terminal or a locale without Unicode.
const ASCII: Signs = Signs {
    rule: '-',
    bullet: "- ",
    branch: ["|- ", "|  "],
    last: ["`- ", "   "],
    bar: '#',
    point: 'o',
    bound: '|',
    least: '|',
    lead: '.',
    line: '!',
    floor: ':',
    deciles: ['[', '-', ']'],
    quartiles: ['(', '=', ')'],
    median: '*',
    mean: 'x',
    curves: ['o', 'x', '+', '*', '#', '@'],
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
    /// Whether links can be clicked.
    pub links: bool,
    /// The signs to draw with.
    pub signs: &'static Signs,
}

impl Page {
    /// A page drawn with Unicode signs, or with ASCII only.
    pub const fn new(lang: Lang, width: usize, charts: bool, ascii: bool) -> Self {
        Self { lang, width, charts, links: false, signs: if ascii { &ASCII } else { &UNICODE } }
    }

    /// The same page, where links can be clicked if `links`.
    #[must_use]
    pub const fn with_links(self, links: bool) -> Self {
        Self { links, ..self }
    }

    /// The same page, no wider than `most`.
    #[must_use]
    pub fn at_most(self, most: usize) -> Self {
        Self { width: self.width.min(most), ..self }
    }

    /// A text in the page's language.
    pub fn say(&self, text: &Text) -> String {
        format::localize(text, self.lang)
    }

    /// A value as people read it.
    pub fn cell(&self, cell: &Cell) -> String {
        format::cell_text(cell, self.lang)
    }

    /// A value as people read it, in the looks of its roles.
    pub fn cell_line(&self, cell: &Cell) -> Line {
        let mut line = Line::default();
        line.push_spans(&format::spans(cell, self.lang));
        line
    }
}
