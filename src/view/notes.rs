//! The reservations of an answer as columns of its main table, so that no form of it loses one.

use super::options::Format;
use crate::model::text::{Lang, Text, text};
use crate::report::{Block, Cell, Column, Document, Kind, Row, Table};

/// Adds to the main table what is said of each row, and what is said of the whole answer.
///
/// A workbook has both beside the table and on a sheet of their own.
pub fn as_columns(document: &mut Document, format: Format) {
    let remarks: Vec<Text> = document.blocks.iter().filter_map(remark).collect();
    let Some(table) = document.main_table_mut().filter(|_| format != Format::Xlsx) else { return };
    let of_row = |row: &Row| said(&row.notes);
    add(table, Column::new("notes", Kind::Text, text("Réserves", "Notes")), of_row);
    add(table, Column::new("remarks", Kind::Text, text("Sur l’ensemble", "On the whole")), |_| {
        said(&remarks)
    });
}

/// Adds a column for machines and for those who ask for it, unless the table has one of this name.
fn add(table: &mut Table, column: Column, cell: impl Fn(&Row) -> Cell) {
    if table.columns.iter().any(|known| known.key == column.key) {
        return;
    }
    table.columns.push(column.hidden());
    for row in &mut table.rows {
        let cell = cell(row);
        row.cells.push(cell);
    }
}

fn remark(block: &Block) -> Option<Text> {
    match block {
        Block::Note(note) => Some(note.clone()),
        _ => None,
    }
}

fn said(notes: &[Text]) -> Cell {
    let all = |lang: Lang| notes.iter().map(|note| note.in_lang(lang)).collect::<Vec<_>>().join(" ");
    if notes.is_empty() { Cell::Empty } else { Cell::Text(Text::new(all(Lang::Fr), all(Lang::En))) }
}
