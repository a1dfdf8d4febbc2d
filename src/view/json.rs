//! JSON: the whole report as one object, or the main table as one object a line.
//!
//! Nothing here depends on the language: same report, same bytes.

use std::io::{self, BufWriter, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::Edition;
use super::safe::acts;
use crate::report::{Cell, Column, Document, Report};

/// The keys every answer begins with, then the report's own.
#[derive(Serialize)]
struct Envelope<'a, R> {
    schema: String,
    edition: &'a str,
    data: Option<&'a str>,
    #[serde(flatten)]
    report: &'a R,
}

/// Writes the whole report.
pub fn write<R: Report>(report: &R, edition: Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
    // The answer comes in thousands of small pieces, which are cheaper to gather here than behind a pointer.
    let mut out = Harmless(BufWriter::with_capacity(2048, out));
    let schema = format!("backend-career/{}/1", R::NAME);
    let envelope = Envelope { schema, edition: edition.edition, data: edition.data, report };
    serde_json::to_writer_pretty(&mut out, &envelope).map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// Escapes what would act on a terminal; all of it stands in texts, where an escape is the same text.
struct Harmless<W>(W);

impl<W: Write> Write for Harmless<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        // Nothing in ASCII but DEL acts here: the serializer has escaped the rest.
        if bytes.iter().all(|byte| *byte < 0x7f) {
            return self.0.write_all(bytes);
        }
        match std::str::from_utf8(bytes) {
            Ok(text) if text.chars().any(|char| char >= '\u{7f}' && acts(char)) => {
                text.chars().try_for_each(|char| {
                    if acts(char) {
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
    let mut out = Harmless(BufWriter::with_capacity(2048, out));
    for row in &table.rows {
        let record = Record { columns: &table.columns, cells: &row.cells };
        serde_json::to_writer(&mut out, &record).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}
