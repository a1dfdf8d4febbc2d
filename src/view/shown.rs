//! What people see of a table, whatever the format: the shown columns as texts, with marks and notes.

use std::collections::HashMap;

use super::number::{cell, say};
use crate::report::{Column, Lang, Row, Table, mapped};

/// The shown columns of a table, formatted, with marks and the notes they stand for.
pub struct Shown {
    /// The headings.
    pub headings: Vec<String>,
    /// Whether each column holds figures.
    pub figures: Vec<bool>,
    /// Whether each column says what rows have in common.
    pub grouped: Vec<bool>,
    /// The formatted rows.
    pub rows: Vec<Vec<String>>,
    /// The notes, in the order of their marks.
    pub notes: Vec<String>,
}

impl Shown {
    /// Formats a table.
    pub fn new(table: &Table, lang: Lang) -> Self {
        let shown: Vec<(usize, &Column)> =
            table.columns.iter().enumerate().filter(|(_, column)| column.shown).collect();
        let bears_marks = |(_, column): &(usize, &Column)| !column.grouped && !column.kind.is_figure();
        let marked = shown.iter().position(bears_marks).unwrap_or_default();
        let mut notes = Notes::default();
        let texts = |row: &Row| shown.iter().map(|(at, _)| cell(&row.cells[*at], lang)).collect();
        let mut rows: Vec<Vec<String>> = mapped(&table.rows, texts);
        for (row, cells) in table.rows.iter().zip(&mut rows).filter(|(row, _)| !row.notes.is_empty()) {
            if let Some(cell) = cells.get_mut(marked) {
                cell.push_str(&notes.marks(row, lang));
            }
        }
        Self {
            headings: shown.iter().map(|(_, column)| say(&column.label, lang)).collect(),
            figures: shown.iter().map(|(_, column)| column.kind.is_figure()).collect(),
            grouped: shown.iter().map(|(_, column)| column.grouped).collect(),
            rows,
            notes: notes.texts,
        }
    }

    /// The same rows, with a grouped value left blank below an equal one.
    #[must_use]
    pub fn grouped(mut self, table: &Table) -> Self {
        let shown = table.columns.iter().enumerate().filter(|(_, column)| column.shown);
        for (column, (at, _)) in shown.enumerate().filter(|(_, (_, column))| column.grouped) {
            let pairs = table.rows.windows(2).zip(self.rows.iter_mut().skip(1));
            for (_, cells) in pairs.filter(|(pair, _)| pair[0].cells[at] == pair[1].cells[at]) {
                cells[column].clear();
            }
        }
        self
    }

    /// The notes below the table, each behind its mark.
    pub fn notes_below(&self) -> impl Iterator<Item = String> {
        self.notes.iter().enumerate().map(|(at, note)| format!("{} {note}", superscript(at + 1)))
    }
}

/// The notes of a table; one that several rows share is numbered once.
#[derive(Default)]
struct Notes {
    texts: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Notes {
    /// The marks of a row's notes.
    fn marks(&mut self, row: &Row, lang: Lang) -> String {
        let mut numbers: Vec<usize> = row.notes.iter().map(|note| self.number(say(note, lang))).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().map(superscript).collect::<Vec<_>>().join("\u{2009}")
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

/// A number in raised digits.
fn superscript(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = number.to_string();
    digits.chars().filter_map(|digit| DIGITS.get(digit.to_digit(10)? as usize)).collect()
}
