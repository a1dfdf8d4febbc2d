//! `data validate`: everything that is wrong with a user's files, or how many entries they hold.

use serde::Serialize;

use super::snippet;
use crate::dataset::{DataError, Own, Problem};
use crate::model::text::{Text, text};
use crate::report::{Block, Cell, Column, Document, Facts, Kind, Report, Row, Table};

/// Problems beyond this many are counted for people, not told.
const TOLD: usize = 50;

/// A file and what it holds.
#[derive(Debug, Serialize)]
struct FileLine {
    file: String,
    stands_for: String,
    entries: usize,
}

/// What was found in a user's files.
#[derive(Debug, Serialize)]
pub struct DataValidateReport {
    valid: bool,
    /// How many entries the files hold.
    entries: usize,
    files: Vec<FileLine>,
    problems: Vec<Problem>,
    /// Problems that were counted but are not listed.
    omitted: usize,
}

/// Checks every file.
pub fn ask(own: Own) -> DataValidateReport {
    let (files, found, _) = crate::dataset::validate(own);
    let line = |file: crate::dataset::FileCheck| FileLine {
        file: file.shown,
        stands_for: file.name,
        entries: file.entries,
    };
    DataValidateReport {
        valid: found.total() == 0,
        entries: files.iter().map(|file| file.entries).sum(),
        files: files.into_iter().map(line).collect(),
        problems: found.problems,
        omitted: found.omitted,
    }
}

/// Answers for files that could not be found or told apart.
pub fn of_unread(found: DataError) -> DataValidateReport {
    let DataError { problems, omitted } = found;
    DataValidateReport { valid: false, entries: 0, files: Vec::new(), problems, omitted }
}

impl DataValidateReport {
    /// Whether nothing is wrong.
    pub const fn is_valid(&self) -> bool {
        self.valid
    }

    /// Whether people see the problem list whole.
    const fn untold(&self) -> usize {
        self.problems.len().saturating_sub(TOLD) + self.omitted
    }

    fn title(&self) -> Text {
        let (entries, total) = (self.entries, self.problems.len() + self.omitted);
        match (total, entries) {
            (0, 1) => text("1 entrée, aucun problème", "1 entry, no problem"),
            (0, _) => Text::new(
                format!("{entries} entrées, aucun problème"),
                format!("{entries} entries, no problem"),
            ),
            (1, _) => text("1 problème", "1 problem"),
            _ => Text::new(format!("{total} problèmes"), format!("{total} problems")),
        }
    }

    fn table(&self) -> Table {
        let columns = vec![
            Column::new("file", Kind::Name, text("Fichier", "File")).grouped(),
            Column::new("line", Kind::Number, text("Ligne", "Line")),
            Column::new("column", Kind::Number, text("Colonne", "Column")),
            Column::new("path", Kind::Name, text("Chemin", "Path")),
            Column::new("message", Kind::Text, text("Problème", "Problem")),
        ];
        let number = |number: Option<usize>| Cell::of(number, |number| Cell::Count(number as u64));
        let row = |problem: &Problem| {
            Row::new(vec![
                Cell::Word(problem.file.clone()),
                number(problem.line),
                number(problem.column),
                Cell::Word(problem.path.clone()),
                Cell::Text(problem.message.clone()),
            ])
        };
        Table::main(columns, self.problems.iter().map(row).collect())
    }

    /// The files with their entries.
    fn counts(&self) -> Block {
        let item = |line: &FileLine| (Text::same(&line.file), Cell::Count(line.entries as u64));
        let title = Some(text("Entrées par fichier", "Entries per file"));
        Block::Facts(Facts { title, items: self.files.iter().map(item).collect() })
    }
}

impl Report for DataValidateReport {
    fn name(&self) -> &'static str {
        "data-validate"
    }

    /// The answer is given, and it says that data is invalid.
    fn exit_code(&self) -> u8 {
        if self.valid { 0 } else { 3 }
    }

    fn document(&self) -> Document {
        let document = Document::new(self.title()).with(Block::Table(self.table().unseen()));
        if self.valid {
            return document.with(self.counts());
        }
        let shown = self.problems.iter().take(TOLD).map(|problem| Block::Snippet(snippet(problem)));
        let untold = self.untold();
        let more = Text::new(
            format!("Et {untold} autres ; `--format jsonl` liste les mille premiers de chaque fichier."),
            format!("And {untold} more; `--format jsonl` lists the first thousand of each file."),
        );
        document.with_all(shown).with_all((untold > 0).then_some(Block::Note(more)))
    }
}
