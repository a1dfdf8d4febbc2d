//! How many things an answer lists of how many there are.

use std::collections::BTreeSet;

use crate::report::{Block, Cell, Document, Table};

/// Everything that a question lists where nothing is left out.
#[derive(Debug, Clone, Default)]
pub struct Whole {
    /// The entries that the main table lists, by id.
    ids: BTreeSet<String>,
    /// How many rows it has; they may be of no entry.
    rows: usize,
}

impl Whole {
    /// What this document lists.
    pub fn of(document: &Document) -> Self {
        let Some(table) = document.main_table() else { return Self::default() };
        Self { ids: ids(table).map(str::to_owned).collect(), rows: table.rows.len() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        if self.ids.is_empty() { self.rows } else { self.ids.len() }
    }

    /// How many of them another answer to the question lists, in whichever table.
    pub fn listed(&self, document: &Document) -> usize {
        if self.ids.is_empty() {
            return document.main_table().map_or(0, |table| table.rows.len());
        }
        let all = document.blocks.iter().filter_map(Block::as_table).flat_map(ids);
        all.filter(|id| self.ids.contains(*id)).collect::<BTreeSet<_>>().len()
    }

    /// The blocks that list some of them.
    pub fn blocks(&self, document: &Document) -> Vec<usize> {
        let lists =
            |block: &Block| block.as_table().is_some_and(|table| ids(table).any(|id| self.ids.contains(id)));
        (0..document.blocks.len()).filter(|at| lists(&document.blocks[*at])).collect()
    }
}

/// The entries that a table lists.
fn ids(table: &Table) -> impl Iterator<Item = &str> {
    let at = table.columns.iter().position(|column| column.key == "id");
    table.rows.iter().filter_map(move |row| match row.cells.get(at?)? {
        Cell::Word(id) => Some(id.as_str()),
        Cell::Term(term) => Some(&*term.id),
        _ => None,
    })
}
