//! JSON: the whole report as one object, or the main table as one object a line.
//!
//! Nothing here depends on the language: same report, same bytes.

use std::io::{self, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::Provenance;
use super::escape::is_control_like;
use crate::model::text::Lang;
use crate::report::{Cell, Column, Document, Report, Resume, ResumeSkill};

/// The keys every answer begins with, then the report's own.
#[derive(Serialize)]
struct Envelope<'a> {
    schema: String,
    edition: &'a str,
    data: Option<&'a str>,
    #[serde(flatten)]
    report: &'a dyn Report,
}

/// Writes the whole report: indented for people, on one line for programs.
///
/// # Errors
/// Fails if `out` takes no more.
pub fn write(
    report: &dyn Report,
    provenance: Provenance<'_>,
    indented: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut out = EscapingWriter(out);
    let schema = format!("backend-career/{}/1", report.name());
    let Provenance { edition, data, .. } = provenance;
    let envelope = Envelope { schema, edition, data, report };
    if indented {
        serde_json::to_writer_pretty(&mut out, &envelope).map_err(io::Error::from)?;
    } else {
        serde_json::to_writer(&mut out, &envelope).map_err(io::Error::from)?;
    }
    out.write_all(b"\n")
}

/// Escapes what would act on a terminal; all of it stands in texts, where an escape is the same text.
struct EscapingWriter<W>(W);

impl<W: Write> Write for EscapingWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        // Nothing in ASCII but DEL acts here: the serializer has escaped the rest.
        if bytes.iter().all(|byte| *byte < 0x7f) {
            return self.0.write_all(bytes);
        }
        match std::str::from_utf8(bytes) {
            Ok(text) if text.chars().any(|char| char >= '\u{7f}' && is_control_like(char)) => {
                text.chars().try_for_each(|char| {
                    if is_control_like(char) {
                        write!(self.0, "\\u{:04x}", u32::from(char))
                    } else {
                        write!(self.0, "{char}")
                    }
                })
            }
            _ => self.0.write_all(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A person's skills as JSON Resume has them.
#[derive(Serialize)]
struct ResumeFile<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    skills: Vec<ResumeEntry<'a>>,
}

#[derive(Serialize)]
struct ResumeEntry<'a> {
    name: &'a str,
    level: &'a str,
    keywords: &'a [String],
}

/// The schema that a JSON Resume names.
const RESUME_SCHEMA: &str = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// Writes the skills of a person as JSON Resume, with their names in `lang`.
///
/// # Errors
/// Fails if `out` takes no more.
pub fn write_resume(resume: &Resume, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut out = EscapingWriter(out);
    let mut file = ResumeFile { schema: RESUME_SCHEMA, skills: Vec::new() };
    for ResumeSkill { name, level, keywords } in &resume.skills {
        file.skills.push(ResumeEntry { name: name.in_lang(lang), level: level.in_lang(lang), keywords });
    }
    serde_json::to_writer_pretty(&mut out, &file).map_err(io::Error::from)?;
    out.write_all(b"\n")
}

/// A row of the main table under its columns' keys.
struct Record<'a> {
    columns: &'a [Column],
    cells: &'a [Cell],
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(column.key, cell)?;
        }
        map.end()
    }
}

/// Writes the main table, a line per row.
pub fn write_lines(document: Document, out: &mut dyn Write) -> io::Result<()> {
    let Some(table) = document.into_main_table() else { return Ok(()) };
    let mut out = EscapingWriter(out);
    for row in &table.rows {
        let record = Record { columns: &table.columns, cells: &row.cells };
        serde_json::to_writer(&mut out, &record).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// The values of a cell as they stand in JSON Lines, `width` empty ones where nothing is known; `text` says how a text is
/// written.
///
/// # Errors
/// Fails if the cell has no form in JSON.
pub fn values(cell: &Cell, width: usize, text: fn(&str) -> String) -> io::Result<Vec<String>> {
    let written = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(word) => text(word),
        Value::Array(names) => text(&names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; ")),
        Value::Number(number) if number.is_f64() => number.as_f64().unwrap_or_default().to_string(),
        other => other.to_string(),
    };
    Ok(match serde_json::to_value(cell)? {
        Value::Null => vec![String::new(); width],
        // A cell may be of another kind than its column: an amount where others have a text.
        Value::Object(parts) => PARTS.iter().filter_map(|key| parts.get(*key)).map(written).collect(),
        value => vec![written(&value)],
    })
}

/// The parts of a cell that has several, in the order of the columns that they become.
const PARTS: [&str; 5] = ["fr", "en", "low", "high", "per"];
