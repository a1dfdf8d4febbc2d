//! What the JSON parser says, as a problem of the data.

pub use crate::model::error::{InvalidData as DataError, Problem};
use crate::model::text::Text;

/// The parser's error in `file`.
pub fn parse_error(file: &str, error: &serde_json::Error) -> DataError {
    let place = (error.line() > 0).then_some((error.line(), error.column()));
    DataError::from(Problem {
        line: place.map(|(line, _)| line),
        column: place.map(|(_, column)| column),
        ..Problem::of_file(file, unreadable(error))
    })
}

/// What another parser said, without the place it puts behind.
pub fn unreadable(error: &serde_json::Error) -> Text {
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default();
    Text::new(format!("données illisibles ({reason})"), format!("unreadable data ({reason})"))
}
