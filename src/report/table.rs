//! Tables: columns declared once with what makes their cells, and rows of typed cells.

use super::cell::{Cell, Kind};
use crate::model::text::Text;

/// Columns declared once, and rows of typed cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows; `None` where the document's title says it.
    pub title: Option<Text>,
    /// Whether it is the document's main table: the one of `--columns`, `--sort`, CSV and JSON Lines.
    pub main: bool,
    /// Whether people see it without asking for columns or an order.
    pub shown: bool,
    /// Whether its columns are read side by side, so that they rather get narrow than stand one below the other.
    pub side_by_side: bool,
    /// The key of the column whose words put the rows in alphabetical order, in the language that is read.
    pub alphabetical_by: Option<&'static str>,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows; each has one cell per column.
    pub rows: Vec<Row>,
    /// How many more rows there are, which are left out.
    pub more: usize,
}

impl Table {
    /// The main table of a document, a row for each record.
    pub fn of<R>(records: impl IntoIterator<Item = R>, columns: Vec<TypedColumn<'_, R>>) -> Self {
        Self::annotated(records, columns, |_, row| row)
    }

    /// The main table of a document; `annotate` adds the notes, the indent and the marks of each record's row.
    pub fn annotated<R>(
        records: impl IntoIterator<Item = R>,
        columns: Vec<TypedColumn<'_, R>>,
        annotate: impl Fn(&R, Row) -> Row,
    ) -> Self {
        let (columns, makers): (Vec<Column>, Vec<_>) =
            columns.into_iter().map(|typed| (typed.column, typed.cell)).unzip();
        let row = |record: R| annotate(&record, Row::new(makers.iter().map(|make| make(&record)).collect()));
        let rows = records.into_iter().map(row).collect();
        Self::main(columns, rows)
    }

    /// The main table of a document.
    pub const fn main(columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self {
            title: None,
            main: true,
            shown: true,
            side_by_side: false,
            alphabetical_by: None,
            columns,
            rows,
            more: 0,
        }
    }

    /// A table beside the main one that needs no title.
    pub const fn plain(columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self::main(columns, rows).beside()
    }

    /// A table beside the main one.
    pub fn aside(title: Text, columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self::plain(columns, rows).titled(title)
    }

    /// The same table, beside the main one.
    #[must_use]
    pub const fn beside(mut self) -> Self {
        self.main = false;
        self
    }

    /// The same table, for machines and for those who ask for it: another block shows it to people.
    #[must_use]
    pub const fn unseen(mut self) -> Self {
        self.shown = false;
        self
    }

    /// The same table, whose columns are read side by side.
    #[must_use]
    pub const fn side_by_side(mut self) -> Self {
        self.side_by_side = true;
        self
    }

    /// The same table, its rows in the alphabetical order of a column, in the language that is read.
    #[must_use]
    pub const fn alphabetical(mut self, key: &'static str) -> Self {
        self.alphabetical_by = Some(key);
        self
    }

    /// The first rows of the table; where all of them say the same and others do not, the column tells.
    #[must_use]
    pub fn head(&self, count: usize) -> Self {
        let varies = |at: usize| self.rows.iter().any(|row| row.cells.get(at) != self.rows[0].cells.get(at));
        let column = |(at, column): (usize, &Column)| Column { varies: varies(at), ..column.clone() };
        Self {
            title: self.title.clone(),
            columns: self.columns.iter().enumerate().map(column).collect(),
            rows: self.rows.iter().take(count).cloned().collect(),
            more: self.more + self.rows.len().saturating_sub(count),
            ..*self
        }
    }

    /// The same table under a title.
    #[must_use]
    pub fn titled(mut self, title: Text) -> Self {
        self.title = Some(title);
        self
    }
}

/// A column with what makes its cells out of a record.
pub struct TypedColumn<'r, R> {
    column: Column,
    cell: Box<dyn Fn(&R) -> Cell + 'r>,
}

/// Declares a column: its key for machines, its heading for people, and its cells.
pub fn col<'r, R>(
    key: &'static str,
    kind: Kind,
    label: Text,
    cell: impl Fn(&R) -> Cell + 'r,
) -> TypedColumn<'r, R> {
    TypedColumn { column: Column::new(key, kind, label), cell: Box::new(cell) }
}

impl<R> TypedColumn<'_, R> {
    /// The same column, for machines and for those who ask for it.
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.column.shown = false;
        self
    }

    /// The same column, for people only where `shown`.
    #[must_use]
    pub fn shown_if(mut self, shown: bool) -> Self {
        self.column.shown = shown;
        self
    }

    /// The same column, with repeated values left blank for people.
    #[must_use]
    pub fn grouped(mut self) -> Self {
        self.column.grouped = true;
        self
    }
}

/// A column: its key for machines and its label for people.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The key in CSV, JSON Lines, `--columns` and `--sort`.
    pub key: &'static str,
    /// The heading people read.
    pub label: Text,
    /// What its cells are.
    pub kind: Kind,
    /// Whether people see it without asking.
    pub shown: bool,
    /// Whether a value equal to the one above is left blank for people.
    pub grouped: bool,
    /// The key of the column that orders the rows in its place: that of the figures which its words tell.
    pub sorted_by: Option<&'static str>,
    /// Whether rows that are left out have other values than those that are there.
    pub varies: bool,
}

impl Column {
    /// A column people see.
    pub const fn new(key: &'static str, kind: Kind, label: Text) -> Self {
        Self { key, label, kind, shown: true, grouped: false, sorted_by: None, varies: false }
    }

    /// The same column, whose rows are ordered by the figures of another.
    #[must_use]
    pub const fn sorted_by(mut self, key: &'static str) -> Self {
        self.sorted_by = Some(key);
        self
    }

    /// The same column, for machines and for those who ask for it.
    #[must_use]
    pub const fn hidden(mut self) -> Self {
        self.shown = false;
        self
    }

    /// The same column, with repeated values left blank for people.
    #[must_use]
    pub const fn grouped(mut self) -> Self {
        self.grouped = true;
        self
    }
}

/// A row, with how it stands in the table and what must be said of it below.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// One cell per column.
    pub cells: Vec<Cell>,
    /// Remarks on the row; the table marks it and prints them below, each once.
    pub notes: Vec<Text>,
    /// How many steps its first words stand to the right.
    pub indent: u8,
    /// Whether it is a heading or a total, which stands out.
    pub strong: bool,
}

impl Row {
    /// A row without remarks.
    pub const fn new(cells: Vec<Cell>) -> Self {
        Self { cells, notes: Vec::new(), indent: 0, strong: false }
    }

    /// The same row with remarks.
    #[must_use]
    pub fn noted(mut self, notes: impl IntoIterator<Item = Text>) -> Self {
        self.notes.extend(notes);
        self
    }

    /// The same row, `steps` to the right of the one it belongs to.
    #[must_use]
    pub const fn indented(mut self, steps: u8) -> Self {
        self.indent = steps;
        self
    }

    /// The same row, as a heading or a total.
    #[must_use]
    pub const fn strong(mut self) -> Self {
        self.strong = true;
        self
    }
}
