//! An answer as people read it: a title and blocks, still in both languages and without style.

use super::cell::Cell;
use super::chart::{Curves, Ranges};
use super::table::Table;
use super::tree::Tree;
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

    /// The same document with a table, unless that has no rows.
    #[must_use]
    pub fn with_rows(self, table: Table) -> Self {
        if table.rows.is_empty() { self } else { self.with(Block::Table(table)) }
    }

    /// The same document with more remarks.
    #[must_use]
    pub fn with_notes(self, notes: impl IntoIterator<Item = Text>) -> Self {
        self.with_all(notes.into_iter().map(Block::Note))
    }

    /// The same document with more blocks.
    #[must_use]
    pub fn with_all(mut self, blocks: impl IntoIterator<Item = Block>) -> Self {
        self.blocks.extend(blocks);
        self
    }

    /// The table that `--columns`, `--sort`, CSV and JSON Lines are about.
    pub fn main_table(&self) -> Option<&Table> {
        self.blocks.iter().filter_map(Block::as_table).find(|table| table.main)
    }

    /// The same document with only the first rows of its tables, unless a chart is drawn from them.
    #[must_use]
    pub fn head(&self, rows: usize) -> Self {
        let is_drawn = self.blocks.iter().any(|block| matches!(block, Block::Ranges(_)));
        let is_long = |table: &Table| !is_drawn && table.rows.len() > rows;
        let head = |block: &Block| match block {
            Block::Table(table) if is_long(table) => Block::Table(table.head(rows)),
            block => block.clone(),
        };
        Self { title: self.title.clone(), blocks: self.blocks.iter().map(head).collect() }
    }

    /// The same table, to be changed.
    pub fn main_table_mut(&mut self) -> Option<&mut Table> {
        self.tables_mut().find(|table| table.main)
    }

    /// Every table.
    pub fn tables_mut(&mut self) -> impl Iterator<Item = &mut Table> {
        self.blocks.iter_mut().filter_map(|block| match block {
            Block::Table(table) => Some(table),
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
    pub fn visible_blocks(&self) -> impl Iterator<Item = &Block> {
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
    /// Curves over a common axis.
    Curves(Curves),
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
    /// A title over the blocks that follow, of an answer put together from several.
    Section(Section),
    /// The end of a printed page.
    Break,
}

impl Block {
    /// The table that it is.
    pub const fn as_table(&self) -> Option<&Table> {
        if let Self::Table(table) = self { Some(table) } else { None }
    }
}

/// A title over several blocks, and what they show in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The title.
    pub title: Text,
    /// What the blocks show.
    pub finding: Option<Finding>,
}

/// A sentence whose first part makes sense alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What stands out.
    pub strong: Text,
    /// The rest, which may be empty.
    pub rest: Text,
}

impl Finding {
    /// The whole sentence.
    pub fn sentence(&self) -> Text {
        let joined = |strong: &str, rest: &str| format!("{strong} {rest}").trim_end().to_owned();
        Text::new(joined(&self.strong.fr, &self.rest.fr), joined(&self.strong.en, &self.rest.en))
    }
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

/// Labels with values.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// What they are about.
    pub title: Option<Text>,
    /// Label, value.
    pub items: Vec<(Text, Cell)>,
}
