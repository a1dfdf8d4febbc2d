//! `data export`: the embedded files written into a folder, as a start to edit.

use std::path::PathBuf;

use serde::Serialize;

use crate::dataset::{Exported, export};
use crate::model::error::Reason;
use crate::model::text::{Text, text};
use crate::report::{Block, Cell, Column, Document, Kind, Report, Row, Table};

/// Where to write, and whether over what is there.
#[derive(Debug)]
pub struct DataExportParams {
    /// The folder; it is made if it is not there.
    pub folder: PathBuf,
    /// Whether files that are there already are replaced.
    pub force: bool,
}

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

/// Writes the files, each whole or not at all; fails if one is there already or the system refuses.
pub fn ask(params: &DataExportParams) -> Result<DataExportReport, Reason> {
    let written = export(&params.folder, params.force).map_err(|reason| Reason::Failed(reason.message()))?;
    let line = |file: Exported| Written { file: file.name, path: file.path, bytes: file.bytes };
    Ok(DataExportReport {
        files: written.into_iter().map(line).collect(),
        folder: params.folder.display().to_string(),
    })
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
