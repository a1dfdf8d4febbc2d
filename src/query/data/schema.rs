//! `data schema`: the JSON Schema of each data file, for editors and checkers.

use serde::Serialize;

use crate::dataset::{FILES, FileKind, FileSchema};
use crate::model::name::Unknown;
use crate::model::text::text;
use crate::report::{Block, Cell, Document, Kind, Report, Table};

/// The schemas of all files.
#[derive(Serialize)]
pub struct DataSchemaReport {
    files: Vec<FileSchema>,
}

/// Answers with every file and its schema.
pub fn ask() -> DataSchemaReport {
    let mut files: Vec<FileSchema> = FILES.iter().map(FileKind::schema).collect();
    files.sort_by_key(|schema| schema.file);
    DataSchemaReport { files }
}

/// The schema of one file, as the text of a file.
pub fn of_file(name: &str) -> Result<String, Unknown> {
    FileKind::named(name).map(|kind| kind.schema().text()).ok_or_else(|| {
        Unknown::new(text("fichier de données", "data file"), name, FILES.iter().map(|kind| kind.name))
    })
}

impl Report for DataSchemaReport {
    fn name(&self) -> &'static str {
        "data-schema"
    }

    fn document(&self) -> Document {
        let keys = |schema: &FileSchema| schema.keys.iter().map(|key| (*key).to_owned()).collect();
        let table = Table::of(&self.files)
            .column("file", Kind::Name, text("Fichier", "File"), |schema| schema.file)
            .column("keys", Kind::Names, text("Clés", "Keys"), |schema| Cell::Words(keys(schema)));
        Document::new(text("Les fichiers de données et leurs clés", "The data files and their keys"))
            .with(Block::Table(table.main()))
            .with(Block::Note(text(
                "Le schéma d’un fichier : `backend-career data schema training.json`.",
                "The schema of a file: `backend-career data schema training.json`.",
            )))
    }
}
