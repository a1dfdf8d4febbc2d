//! `data validate`: everything that is wrong with a user's files, or how many entries they hold.

use serde::Serialize;

use super::snippet;
use crate::dataset::{FileCheck, UserData};
use crate::model::error::{InvalidData, Problem};
use crate::model::text::{Text, text};
use crate::report::{Block, Cell, Document, Facts, Kind, Report, Table};

/// Problems beyond this many are counted for people: about two screens of them.
const SHOWN: usize = 50;

/// A file and what it holds.
#[derive(Debug, Serialize)]
struct FileLine {
    file: String,
    stands_for: String,
    entries: usize,
}

/// How much is told.
#[derive(Debug, Clone, Copy, Default)]
pub struct DataValidateParams {
    /// Whether every problem is listed, however many there are.
    pub all: bool,
}

/// What was found in a user's files.
#[derive(Debug, Serialize)]
pub struct DataValidateReport {
    #[serde(skip)]
    all: bool,
    valid: bool,
    /// How many entries the files hold.
    entries: usize,
    files: Vec<FileLine>,
    problems: Vec<Problem>,
    /// Problems that were counted but are not listed.
    omitted: usize,
}

/// Checks every file.
pub fn ask(params: DataValidateParams, user: UserData) -> DataValidateReport {
    let (files, found) = crate::dataset::validate(user, params.all);
    let line = |file: FileCheck| FileLine { file: file.shown, stands_for: file.name, entries: file.entries };
    DataValidateReport {
        all: params.all,
        valid: found.total() == 0,
        entries: files.iter().map(|file| file.entries).sum(),
        files: files.into_iter().map(line).collect(),
        problems: found.problems,
        omitted: found.omitted,
    }
}

/// Answers for files that could not be found or told apart.
pub fn of_unread(params: DataValidateParams, found: InvalidData) -> DataValidateReport {
    let InvalidData { problems, omitted } = found;
    DataValidateReport { all: params.all, valid: false, entries: 0, files: Vec::new(), problems, omitted }
}

impl DataValidateReport {
    /// How many problems people see one by one.
    const fn shown(&self) -> usize {
        if self.all { usize::MAX } else { SHOWN }
    }

    /// How many problems are only counted for people.
    const fn counted(&self) -> usize {
        self.problems.len().saturating_sub(self.shown()) + self.omitted
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
        Table::of(&self.problems)
            .grouped("file", Kind::Name, text("Fichier", "File"), |problem| &problem.file)
            .column("line", Kind::Number, text("Ligne", "Line"), |problem| problem.line)
            .column("column", Kind::Number, text("Colonne", "Column"), |problem| problem.column)
            .column("path", Kind::Name, text("Chemin", "Path"), |problem| &problem.path)
            .column("message", Kind::Text, text("Problème", "Problem"), |problem| &problem.message)
            .main()
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
        let shown = self.problems.iter().take(self.shown()).map(|problem| Block::Snippet(snippet(problem)));
        let counted = self.counted();
        let more = Text::new(
            format!("Et {counted} autres ; `--all` les montre tous."),
            format!("And {counted} more; `--all` shows them all."),
        );
        document.with_all(shown).with_all((counted > 0).then_some(Block::Note(more)))
    }
}
