//! `data export`: the embedded files written into a folder, as a start to edit.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::dataset::FILES;
use crate::model::text::{Text, text};
use crate::report::{Block, Cell, Column, Document, Kind, Report, Row, Table};

/// A file that was written.
#[derive(Debug, Serialize)]
struct Written {
    file: &'static str,
    path: String,
    bytes: usize,
}

/// What was written.
#[derive(Debug, Serialize)]
pub struct DataExportReport {
    files: Vec<Written>,
    #[serde(skip)]
    folder: String,
}

/// Every file of data/, sorted by name: what is to be written.
pub fn files() -> Vec<(&'static str, &'static [u8])> {
    let mut files: Vec<_> = FILES.iter().map(|kind| (kind.name, kind.embedded.as_bytes())).collect();
    files.sort_unstable();
    files
}

/// Tells that [`files`] were written to `paths`, in the same order, which are in `folder`.
pub fn written(folder: &Path, paths: Vec<PathBuf>) -> DataExportReport {
    let line = |((file, bytes), path): ((_, &[u8]), PathBuf)| Written {
        file,
        path: path.display().to_string(),
        bytes: bytes.len(),
    };
    let files = files().into_iter().zip(paths).map(line).collect();
    DataExportReport { files, folder: folder.display().to_string() }
}

impl Report for DataExportReport {
    fn name(&self) -> &'static str {
        "data-export"
    }

    fn document(&self) -> Document {
        let columns = vec![
            Column::new("file", Kind::Name, text("Fichier", "File")),
            Column::new("path", Kind::Name, text("Chemin", "Path")).hidden(),
            Column::new("bytes", Kind::Number, text("Octets", "Bytes")),
        ];
        let row = |file: &Written| {
            Row::new(vec![
                Cell::Word(file.file.to_owned()),
                Cell::Word(file.path.clone()),
                Cell::Count(file.bytes as u64),
            ])
        };
        let (count, folder) = (self.files.len(), &self.folder);
        Document::new(Text::new(
            format!("{count} fichiers écrits dans {folder}"),
            format!("{count} files written to {folder}"),
        ))
        .with(Block::Table(Table::main(columns, self.files.iter().map(row).collect())))
        .with(Block::Note(Text::new(
            format!(
                "Après vos changements : `backend-career data validate {folder}`, puis `--data {folder}`."
            ),
            format!("After your changes: `backend-career data validate {folder}`, then `--data {folder}`."),
        )))
    }
}
