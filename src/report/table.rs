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
    /// A table with a row for each record; its columns follow, one by one.
    pub fn of<R: Copy>(records: impl IntoIterator<Item = R>) -> TableBuilder<R> {
        let records: Vec<R> = records.into_iter().collect();
        let rows = records.iter().map(|_| Row::new(Vec::new())).collect();
        TableBuilder { records, columns: Vec::new(), rows }
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

    /// The first rows of the table. A column whose value never changes is said once above it, so each column remembers
    /// whether it changes in the rows that are left out.
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

/// A table in the making: its records, and column by column what it shows of them.
///
/// A record is a reference or a few of them, handed to every column in turn.
pub struct TableBuilder<R> {
    records: Vec<R>,
    columns: Vec<Column>,
    rows: Vec<Row>,
}

impl<R: Copy> TableBuilder<R> {
    /// Adds a column: its key for machines, its heading for people, and its cells.
    #[must_use]
    pub fn column<C: Into<Cell>>(
        self,
        key: &'static str,
        kind: Kind,
        label: Text,
        cell: impl Fn(R) -> C,
    ) -> Self {
        self.with(Column::new(key, kind, label), cell)
    }

    /// Adds a column for machines and for those who ask for it.
    #[must_use]
    pub fn hidden<C: Into<Cell>>(
        self,
        key: &'static str,
        kind: Kind,
        label: Text,
        cell: impl Fn(R) -> C,
    ) -> Self {
        self.with(Column::new(key, kind, label).hidden(), cell)
    }

    /// Adds a column whose repeated values are left blank for people.
    #[must_use]
    pub fn grouped<C: Into<Cell>>(
        self,
        key: &'static str,
        kind: Kind,
        label: Text,
        cell: impl Fn(R) -> C,
    ) -> Self {
        self.with(Column::new(key, kind, label).grouped(), cell)
    }

    /// Adds a column that people see without asking only where `shown`.
    #[must_use]
    pub fn shown_if<C: Into<Cell>>(
        self,
        shown: bool,
        key: &'static str,
        kind: Kind,
        label: Text,
        cell: impl Fn(R) -> C,
    ) -> Self {
        self.with(Column { shown, ..Column::new(key, kind, label) }, cell)
    }

    /// Adds a column, and a cell of it to each row.
    #[must_use]
    pub fn with<C: Into<Cell>>(mut self, column: Column, cell: impl Fn(R) -> C) -> Self {
        for (row, record) in self.rows.iter_mut().zip(&self.records) {
            row.cells.push(cell(*record).into());
        }
        self.columns.push(column);
        self
    }

    /// Adds remarks to the row of each record.
    #[must_use]
    pub fn noted<N: IntoIterator<Item = Text>>(self, notes: impl Fn(R) -> N) -> Self {
        self.styled(|record, row| row.noted(notes(record)))
    }

    /// Changes how the row of each record stands in the table.
    #[must_use]
    pub fn styled(mut self, style: impl Fn(R, Row) -> Row) -> Self {
        self.rows =
            self.rows.into_iter().zip(&self.records).map(|(row, record)| style(*record, row)).collect();
        self
    }

    /// The main table of a document.
    pub fn main(self) -> Table {
        Table::main(self.columns, self.rows)
    }

    /// A table beside the main one that needs no title.
    pub fn beside(self) -> Table {
        self.main().beside()
    }

    /// A table beside the main one.
    pub fn aside(self, title: Text) -> Table {
        self.beside().titled(title)
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
    /// Whether its value changes from row to row, those included that [`Table::head`] leaves out.
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
