//! Questions that are answered in place: all of them stay, with their replies, above what the replies come to.

use crate::report::{Block, Cell, Document};

/// Shows every question with its reply; the rest of a row is told where the cursor stands.
pub fn keep_questions(document: &mut Document) {
    let Some(table) = document.main_table_mut() else { return };
    let reply = table.columns.iter().position(|column| column.key == "reply");
    let is_given = |cell: Option<&Cell>| cell.is_some_and(|cell| *cell != Cell::Empty);
    let is_answered = table.rows.iter().any(|row| is_given(reply.and_then(|at| row.cells.get(at))));
    table.shown = true;
    for column in &mut table.columns {
        column.shown = column.key == "question" || (column.key == "reply" && is_answered);
    }
    if !is_answered {
        // How to answer on the command line is of no use here.
        document.blocks.retain(|block| !matches!(block, Block::Note(_)));
    }
}
