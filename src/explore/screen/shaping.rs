//! What of an answer's document a screen shows: its own columns, what is unknown as a question, nothing that only a
//! program reads.

use crate::explore::question::Asked;
use crate::report::{Block, Cell, Column, Document};
use crate::view::as_questions;

/// From this width on, a list is read row by row, not card by card.
const ROWS: usize = 60;

/// The document of an answer as every screen shows it, whatever its width.
pub fn shape(document: &mut Document, asked: &Asked) {
    hide_for_programs(document);
    list_what_is_told(document);
    name_once(document, asked);
}

/// The same for a page of this many columns: the columns that fit, read in rows where there is room.
pub fn fit(document: &mut Document, asked: &Asked, width: usize) {
    for block in &mut document.blocks {
        let Block::Table(table) = block else { continue };
        table.side_by_side |= width >= ROWS;
        if table.main && !asked.question.columns.is_empty() {
            for column in &mut table.columns {
                choose(column, asked, width);
            }
        }
    }
    as_questions(document);
}

/// Shows a column where the question does, under the short heading that it has there; a card has room for all.
fn choose(column: &mut Column, asked: &Asked, width: usize) {
    let is_in_cards = width < ROWS;
    let chosen = asked
        .question
        .columns
        .iter()
        .find(|one| one.key == column.key && (is_in_cards || one.from_width <= width));
    column.shown = chosen.is_some();
    if let Some(heading) = chosen.and_then(|one| one.heading.clone()) {
        column.label = heading;
    }
}

/// What stands in a list for the command line only: an id opens an entry here, `o` a page, and `d` tells what differs.
const FOR_COMMANDS: [&str; 3] = ["id", "url", "differs"];

/// Hides what nobody has to type here.
fn hide_for_programs(document: &mut Document) {
    for block in &mut document.blocks {
        let Block::Table(table) = block else { continue };
        for column in table.columns.iter_mut().filter(|column| FOR_COMMANDS.contains(&column.key)) {
            column.shown = false;
        }
    }
}

/// A table that stands behind a sentence of the command line is listed, and the sentence behind it left out.
fn list_what_is_told(document: &mut Document) {
    let is_told = |block: &Block| matches!(block, Block::Table(table) if !table.main && !table.shown);
    let mut at = 0;
    while at < document.blocks.len() {
        if is_told(&document.blocks[at]) {
            if let Block::Table(table) = &mut document.blocks[at] {
                table.shown = true;
            }
            if matches!(document.blocks.get(at + 1), Some(Block::Note(_))) {
                document.blocks.remove(at + 1);
            }
        }
        at += 1;
    }
}

/// The entry that a screen shows is named by its title, not by its id.
fn name_once(document: &mut Document, asked: &Asked) {
    let is_id = |cell: &Cell| matches!(cell, Cell::Word(word) if asked.subjects.contains(word));
    for block in &mut document.blocks {
        if let Block::Facts(facts) = block {
            facts.items.retain(|(_, cell)| !is_id(cell));
        }
    }
}

/// A comparison without what is the same of all.
pub fn only_differences(document: &mut Document) {
    if let Some(table) = document.main_table_mut() {
        let at = table.columns.iter().position(|column| column.key == "differs");
        let is_same = |cell: Option<&Cell>| cell == Some(&Cell::Flag(false));
        table.rows.retain(|row| !is_same(at.and_then(|at| row.cells.get(at))));
    }
}
