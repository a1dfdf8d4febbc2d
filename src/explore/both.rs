//! Two answers on one screen: that of the question, and that of another which it is asked beside.

use serde::{Serialize, Serializer};

use crate::model::text::Text;
use crate::report::{Block, Document, Report, Section};

/// An answer, and the main table of another one below it.
pub struct Both<'a> {
    /// The answer to the question.
    pub first: Box<dyn Report + 'a>,
    /// What the other question is called, and its answer.
    pub beside: (Text, Box<dyn Report + 'a>),
}

impl Serialize for Both<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.first.serialize(serializer)
    }
}

impl Report for Both<'_> {
    fn name(&self) -> &'static str {
        self.first.name()
    }

    fn document(&self) -> Document {
        let (title, beside) = &self.beside;
        let section = Block::Section(Section { title: title.clone(), finding: None });
        let table = beside.document().into_main_table().map(|table| Block::Table(table.beside()));
        let mut document = self.first.document();
        // Remarks on how the first was reckoned stand last.
        let notes = document.blocks.iter().rposition(|block| !matches!(block, Block::Note(_)));
        let at = notes.map_or(0, |last| last + 1);
        document.blocks.splice(at..at, table.into_iter().flat_map(|table| [section.clone(), table]));
        document
    }

    fn remarks(&self) -> Vec<Text> {
        self.first.remarks()
    }
}
