//! An answer as people read it: a title and blocks, still in both languages and without style.

use super::cell::{Cell, Kind};
use crate::model::money::{Money, Range};
use crate::model::text::Text;

/// A titled answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What the answer is about.
    pub title: Text,
    /// Its parts, in reading order.
    pub blocks: Vec<Block>,
}

impl Document {
    /// A document without blocks yet.
    pub const fn new(title: Text) -> Self {
        Self { title, blocks: Vec::new() }
    }

    /// The same document with one more block.
    #[must_use]
    pub fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// The same document with more blocks.
    #[must_use]
    pub fn with_all(mut self, blocks: impl IntoIterator<Item = Block>) -> Self {
        self.blocks.extend(blocks);
        self
    }

    /// The table that `--columns`, `--sort`, CSV and JSON Lines are about.
    pub fn main_table(&self) -> Option<&Table> {
        self.blocks.iter().find_map(|block| match block {
            Block::Table(table) if table.main => Some(table),
            _ => None,
        })
    }

    /// The same table, to be changed.
    pub fn main_table_mut(&mut self) -> Option<&mut Table> {
        self.blocks.iter_mut().find_map(|block| match block {
            Block::Table(table) if table.main => Some(table),
            _ => None,
        })
    }

    /// Shows a main table that other blocks stood for, in their place.
    pub fn reveal_main_table(&mut self) {
        let is_hidden_main =
            |block: &Block| matches!(block, Block::Table(table) if table.main && !table.shown);
        if self.blocks.iter().any(is_hidden_main) {
            self.blocks.retain(|block| is_hidden_main(block) || matches!(block, Block::Note(_)));
        }
        if let Some(table) = self.main_table_mut() {
            table.shown = true;
        }
    }

    /// The blocks people see.
    pub fn seen(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| !matches!(block, Block::Table(table) if !table.shown))
    }

    /// The main table, by value.
    pub fn into_main_table(self) -> Option<Table> {
        self.blocks.into_iter().find_map(|block| match block {
            Block::Table(table) if table.main => Some(table),
            _ => None,
        })
    }
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Rows and columns.
    Table(Table),
    /// Low–high bars on one scale.
    Ranges(Ranges),
    /// Nested names.
    Tree(Tree),
    /// Labels with values.
    Facts(Facts),
    /// A paragraph.
    Prose(Text),
    /// A remark on how to read the rest.
    Note(Text),
    /// Something wrong in a file.
    Snippet(Snippet),
}

/// Something wrong in a file, with the line it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// File, line and column: `mine/training.json:12:7`.
    pub place: String,
    /// The place in the data: `programmes[12].tuition.low`.
    pub path: String,
    /// What is wrong.
    pub message: Text,
    /// The line's number and text, if it can be shown.
    pub source: Option<SourceLine>,
}

/// A line of a file in three pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLine {
    /// Its number, from 1.
    pub number: usize,
    /// What stands before the place.
    pub before: String,
    /// What is meant.
    pub marked: String,
    /// What stands after it.
    pub after: String,
}

/// Columns declared once, and rows of typed cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows; `None` where the document's title says it.
    pub title: Option<Text>,
    /// Whether it is the document's main table.
    pub main: bool,
    /// Whether people see it without asking for columns or an order.
    pub shown: bool,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows; each has one cell per column.
    pub rows: Vec<Row>,
}

impl Table {
    /// The main table of a document.
    pub const fn main(columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self { title: None, main: true, shown: true, columns, rows }
    }

    /// A table beside the main one that needs no title.
    pub const fn plain(columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self { title: None, main: false, shown: true, columns, rows }
    }

    /// A table beside the main one.
    pub const fn aside(title: Text, columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self { title: Some(title), main: false, shown: true, columns, rows }
    }

    /// The same table, for machines and for those who ask for it: another block tells it to people.
    #[must_use]
    pub const fn unseen(mut self) -> Self {
        self.shown = false;
        self
    }

    /// The same table under a title.
    #[must_use]
    pub fn titled(mut self, title: Text) -> Self {
        self.title = Some(title);
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
}

impl Column {
    /// A column people see.
    pub const fn new(key: &'static str, kind: Kind, label: Text) -> Self {
        Self { key, label, kind, shown: true, grouped: false }
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

/// Which columns of a main table are wanted.
#[derive(Debug, Clone, Copy)]
pub enum Wanted<'a> {
    /// Every one.
    All,
    /// Those that people see, and the one that rows are sorted by.
    Shown(Option<&'a str>),
    /// Those named, and the one that rows are sorted by.
    These(&'a [String], Option<&'a str>),
}

impl Wanted<'_> {
    /// Whether the cells of `column` are wanted.
    pub fn has(self, column: &Column) -> bool {
        let is = |key: &str| column.key.eq_ignore_ascii_case(key);
        match self {
            Self::All => true,
            Self::Shown(sort) => column.shown || sort.is_some_and(is),
            Self::These(keys, sort) => keys.iter().any(|key| is(key)) || sort.is_some_and(is),
        }
    }
}

/// A row, with what must be said of it below the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// One cell per column.
    pub cells: Vec<Cell>,
    /// Remarks on the row; the table marks it and prints them below, each once.
    pub notes: Vec<Text>,
}

impl Row {
    /// A row without remarks.
    pub const fn new(cells: Vec<Cell>) -> Self {
        Self { cells, notes: Vec::new() }
    }

    /// The same row with remarks.
    #[must_use]
    pub fn noted(mut self, notes: impl IntoIterator<Item = Text>) -> Self {
        self.notes.extend(notes);
        self
    }
}

/// Low–high bars on one scale of euros.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranges {
    /// What the bars show.
    pub title: Text,
    /// The bars, top to bottom.
    pub bars: Vec<Bar>,
    /// An amount drawn as a line across all bars.
    pub line: Option<(Text, Money)>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What the bar belongs to, empty if nothing; bars of one group share a colour.
    pub group: Text,
    /// What the bar is.
    pub label: Text,
    /// Its ends; without a low end it is an upper bound.
    pub range: Range<Money>,
}

/// Nested names under one root.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// The root.
    pub root: Node,
}

/// A name in a tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The name.
    pub label: Text,
    /// What led here: the kind of step.
    pub tag: Option<Text>,
    /// Who says so, what it takes.
    pub detail: Option<Text>,
    /// Whether it is our reading rather than a source's.
    pub inferred: bool,
    /// The names below.
    pub children: Vec<Self>,
}

/// Labels with values.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// What they are about.
    pub title: Option<Text>,
    /// Label, value.
    pub items: Vec<(Text, Cell)>,
}
