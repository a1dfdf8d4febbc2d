//! What is wrong with a data file, and where.

use crate::model::text::Text;

/// A data file that could not be read as facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataError {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What the parser expected.
    pub reason: String,
}

impl DataError {
    /// The parser's error in `file`.
    pub fn new(file: &str, error: &serde_json::Error) -> Self {
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default().to_owned();
        Self { file: file.to_owned(), line: error.line(), column: error.column(), reason }
    }

    /// The message: where, and what.
    pub fn message(&self) -> Text {
        let place = format!("{}:{}:{}", self.file, self.line, self.column);
        Text::new(
            format!("données illisibles dans {place} ({})", self.reason),
            format!("unreadable data in {place} ({})", self.reason),
        )
    }
}
