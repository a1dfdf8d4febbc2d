//! What people see of a table, whatever the format: the shown columns as spans, with marks and notes.

use std::collections::HashMap;

use super::format::{localize, spans};
use super::sentence::colon;
use crate::model::text::{Lang, Text, text};
use crate::report::{Cell, Column, Row, Span, Table, plain_text};

/// The shown columns of a table, formatted, with marks and the notes they stand for.
pub struct FormattedTable {
    /// The title above the table.
    pub title: Option<String>,
    /// The place of each shown column among all of the table's.
    pub places: Vec<usize>,
    /// Whether the columns are read side by side.
    pub side_by_side: bool,
    /// The headings.
    pub headings: Vec<String>,
    /// Whether each column holds figures, which stand right and never break.
    pub figures: Vec<bool>,
    /// Whether each column says what rows have in common.
    pub grouped: Vec<bool>,
    /// The formatted rows.
    pub rows: Vec<FormattedRow>,
    /// The notes, in the order of their marks.
    pub notes: Vec<String>,
    /// Columns that have the same value in every row: heading and value, told once instead.
    pub constants: Vec<(String, String)>,
}

/// A formatted row.
pub struct FormattedRow {
    /// One text in pieces per shown column.
    pub cells: Vec<Vec<Span>>,
    /// The marks of the notes below, empty without notes.
    pub marks: String,
    /// The numbers that the marks stand for.
    pub numbers: Vec<usize>,
    /// How many steps the row stands to the right.
    pub indent: u8,
    /// Whether it is a heading or a total.
    pub strong: bool,
}

impl FormattedRow {
    /// The texts of the row; the column that bears the marks has them behind its text.
    pub fn texts(&self, marked: usize) -> Vec<String> {
        let text = |(at, cell): (usize, &Vec<Span>)| {
            let marks = if at == marked { self.marks.as_str() } else { "" };
            plain_text(cell) + marks
        };
        self.cells.iter().enumerate().map(text).collect()
    }
}

impl FormattedTable {
    /// Formats a table whose notes are numbered from 1.
    pub fn new(table: &Table, lang: Lang) -> Self {
        let mut notes = Notes::default();
        let formatted = Self::numbered(table, lang, &mut notes);
        Self { notes: notes.texts, ..formatted }
    }

    /// Formats a table whose notes are numbered with those of the rest of the page, and stay with them.
    ///
    /// A column that says the same in every row of a longer table is left out and told once.
    pub fn numbered(table: &Table, lang: Lang, notes: &mut Notes) -> Self {
        let is_constant = |at: usize| {
            let mut cells = table.rows.iter().map(|row| &row.cells[at]);
            let first = cells.next();
            cells.all(|cell| Some(cell) == first)
        };
        let visible: Vec<(usize, &Column)> =
            table.columns.iter().enumerate().filter(|(_, column)| column.shown).collect();
        // Two rows may agree by chance; the first column names the rows and stays.
        let leaves_out = |(place, (at, _)): (usize, &(usize, &Column))| {
            place > 0 && table.rows.len() > 2 && !table.columns[*at].varies && is_constant(*at)
        };
        let constant: Vec<bool> = visible.iter().enumerate().map(leaves_out).collect();
        let kept: Vec<(usize, &Column)> = visible
            .iter()
            .zip(&constant)
            .filter(|(_, constant)| !**constant)
            .map(|(kept, _)| *kept)
            .collect();
        let constants = visible.iter().zip(&constant).filter(|(_, constant)| **constant);
        let constants = constants.filter_map(|((at, column), _)| {
            let cell = &table.rows.first()?.cells[*at];
            let says_something = !matches!(cell, Cell::Blank);
            says_something.then(|| (localize(&column.label, lang), plain_text(&spans(cell, lang))))
        });
        let row = |row: &Row| {
            let numbers = notes.numbers_of(&row.notes, lang);
            FormattedRow {
                cells: kept.iter().map(|(at, _)| spans(&row.cells[*at], lang)).collect(),
                marks: marks(&numbers),
                numbers,
                indent: row.indent,
                strong: row.strong,
            }
        };
        Self {
            side_by_side: table.side_by_side,
            title: table.title.as_ref().map(|title| localize(title, lang)),
            rows: table.rows.iter().map(row).collect(),
            places: kept.iter().map(|(at, _)| *at).collect(),
            headings: kept.iter().map(|(_, column)| localize(&column.label, lang)).collect(),
            figures: kept.iter().map(|(_, column)| column.kind.is_figure()).collect(),
            grouped: kept.iter().map(|(_, column)| column.grouped).collect(),
            constants: constants.collect(),
            notes: Vec::new(),
        }
    }

    /// The column whose text the marks of the notes stand behind: the first that names the row.
    pub fn marked_column(&self) -> usize {
        let bears_marks = |(grouped, figure): (&bool, &bool)| !grouped && !figure;
        self.grouped.iter().zip(&self.figures).position(bears_marks).unwrap_or_default()
    }

    /// The texts of every row, with a grouped value left blank below an equal one.
    pub fn grouped_texts(&self) -> Vec<Vec<String>> {
        let marked = self.marked_column();
        let mut rows: Vec<Vec<String>> = self.rows.iter().map(|row| row.texts(marked)).collect();
        for column in (0..self.headings.len()).filter(|column| self.grouped[*column]) {
            for (pair, texts) in self.rows.windows(2).zip(rows.iter_mut().skip(1)) {
                if pair[0].cells[column] == pair[1].cells[column] {
                    texts[column].clear();
                }
            }
        }
        rows
    }

    /// What is the same in every row, as a sentence each: `Sector: public`.
    pub fn constants_told(&self, lang: Lang) -> impl Iterator<Item = String> {
        let colon = colon(lang);
        let every = localize(&EVERYWHERE, lang);
        self.constants.iter().map(move |(heading, value)| format!("{heading}{colon} {value} ({every})"))
    }

    /// The notes below the table, each behind its mark.
    pub fn notes_below(&self) -> impl Iterator<Item = String> {
        self.notes.iter().enumerate().map(|(at, note)| format!("{} {note}", superscript(at + 1)))
    }
}

const EVERYWHERE: Text = text("partout", "in every row");

/// The notes of a table or a chart; one that several rows share is numbered once.
#[derive(Default)]
pub struct Notes {
    /// The notes, in the order of their numbers.
    pub texts: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Notes {
    /// The marks of notes, as raised figures.
    pub fn marks_of(&mut self, notes: &[Text], lang: Lang) -> String {
        marks(&self.numbers_of(notes, lang))
    }

    /// The numbers of notes, each once, lowest first.
    pub fn numbers_of(&mut self, notes: &[Text], lang: Lang) -> Vec<usize> {
        let mut numbers: Vec<usize> = notes.iter().map(|note| self.number(localize(note, lang))).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn number(&mut self, note: String) -> usize {
        if let Some(number) = self.numbers.get(&note) {
            return *number;
        }
        self.texts.push(note.clone());
        self.numbers.insert(note, self.texts.len());
        self.texts.len()
    }
}

/// Numbers in raised digits.
fn marks(numbers: &[usize]) -> String {
    numbers.iter().map(|number| superscript(*number)).collect::<Vec<_>>().join("\u{2009}")
}

/// A number in raised digits.
pub fn superscript(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = number.to_string();
    digits.chars().filter_map(|digit| DIGITS.get(digit.to_digit(10)? as usize)).collect()
}
