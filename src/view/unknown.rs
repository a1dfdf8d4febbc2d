//! What no source says, as a question to ask: `?` where tables of the command line have a dash.

use crate::model::text::Text;
use crate::report::{Block, Cell, Document};

/// The sign of a question to ask.
pub const QUESTION: &str = "?";

/// The member of a closed set that says the same.
const NOT_SAID: &str = "not-said";

/// Whether no source says anything here.
pub fn is_unknown(cell: &Cell) -> bool {
    match cell {
        Cell::Empty => true,
        Cell::Terms(terms) => terms.is_empty(),
        Cell::Words(words) => words.is_empty(),
        _ => false,
    }
}

/// The same document with a question mark wherever nothing is known in what people see.
pub fn as_questions(document: &mut Document) {
    let is_not_said = |cell: &Cell| matches!(cell, Cell::Term(term) if term.id == NOT_SAID);
    let ask = |cell: &mut Cell| {
        if is_unknown(cell) || is_not_said(cell) {
            *cell = Cell::Word(QUESTION.to_owned());
        }
    };
    for block in &mut document.blocks {
        match block {
            Block::Table(table) => {
                let shown: Vec<bool> = table.columns.iter().map(|column| column.shown).collect();
                for row in &mut table.rows {
                    row.cells
                        .iter_mut()
                        .zip(&shown)
                        .filter(|(_, shown)| **shown)
                        .for_each(|(cell, _)| ask(cell));
                }
            }
            Block::Facts(facts) => facts.items.iter_mut().for_each(|(_, cell)| ask(cell)),
            Block::Note(text) => *text = remark(text),
            _ => {}
        }
    }
}

/// A remark that explains the dash explains the question mark.
pub fn remark(text: &Text) -> Text {
    let dash = ["« – »", "«\u{202f}–\u{202f}»"];
    match dash.iter().find(|dash| text.fr.contains(**dash)) {
        Some(dash) => Text::new(text.fr.replace(dash, "« ? »"), text.en.replace("“–”", "“?”")),
        None => text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::as_questions;
    use crate::model::text::text;
    use crate::report::{Block, Cell, Column, Document, Kind, Row, Table};

    #[test]
    fn a_dash_becomes_a_question_where_it_is_seen_and_in_what_explains_it() {
        let columns = vec![
            Column::new("a", Kind::Names, text("A", "A")),
            Column::new("b", Kind::Text, text("B", "B")).hidden(),
        ];
        let table = Table::main(columns, vec![Row::new(vec![Cell::Terms(Vec::new()), Cell::Empty])]);
        let note = text("« – » : aucune source ne le dit.", "“–”: no source says.");
        let mut document = Document::new(text("", "")).with(Block::Table(table)).with(Block::Note(note));
        as_questions(&mut document);
        let row = &document.main_table().unwrap().rows[0];
        assert_eq!(row.cells, [Cell::Word("?".to_owned()), Cell::Empty]);
        let told = text("« ? » : aucune source ne le dit.", "“?”: no source says.").spaced();
        assert_eq!(document.blocks[1], Block::Note(told));
    }
}
