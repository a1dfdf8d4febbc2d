//! CSV: the main table, a record a line, values as they are.
//!
//! A text becomes two columns (`_fr`, `_en`), a range `_low` and `_high`; what is unknown stays empty. On a terminal,
//! what would act on it is made visible.

use std::io::{self, Write};

use super::escape::{escape_controls, guard_formula};
use super::json;
use super::spread::{Spread, Value};
use crate::model::text::{Lang, NARROW_SPACE};
use crate::report::{Column, Document};

/// Writes the main table with a header line, for a terminal or for whatever reads CSV.
pub fn write(document: Document, on_terminal: bool, out: &mut dyn Write) -> io::Result<()> {
    let Some(table) = document.into_main_table() else { return Ok(()) };
    let mut csv = csv::Writer::from_writer(out);
    let endings = |column: &Column| {
        let key = column.key;
        column.kind.endings().iter().map(move |ending| format!("{key}{ending}"))
    };
    csv.write_record(table.columns.iter().flat_map(endings)).map_err(io_error)?;
    for row in &table.rows {
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            for field in json::values(cell, column.kind.endings().len(), plain)? {
                let shown = if on_terminal {
                    escape_controls(&field).into_owned()
                } else {
                    // Plain spaces, so that `grep '24 000'` finds what is read.
                    field.replace([NARROW_SPACE, '\u{a0}'], " ")
                };
                csv.write_field(shown).map_err(io_error)?;
            }
        }
        csv.write_record(None::<&[u8]>).map_err(io_error)?;
    }
    csv.flush()
}

/// Writes the main table for a French Excel: a byte order mark, `;` between fields, `,` before decimals, headings and
/// words in the language.
pub fn write_for_excel(document: Document, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let Some(table) = document.into_main_table() else { return Ok(()) };
    let spread = Spread::new(&table);
    out.write_all("\u{feff}".as_bytes())?;
    let mut csv =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(spread.headings(lang)).map_err(io_error)?;
    for row in &table.rows {
        let fields = spread.values(&row.cells, lang).into_iter().map(excel_field);
        csv.write_record(fields).map_err(io_error)?;
    }
    csv.flush()
}

/// A number with a decimal comma, a text that is no formula; plain spaces, which every font has.
fn excel_field(value: Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => plain(&escape_controls(&text).replace(NARROW_SPACE, "\u{a0}")),
        Value::Euros(number) | Value::Number(number) => number.to_string().replace('.', ","),
        Value::Share(share) => format!("{}%", (share * 1e8).round() / 1e6).replace('.', ","),
    }
}

/// The io error inside a csv error, so that a closed pipe stays one.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn plain(text: &str) -> String {
    guard_formula(text).into_owned()
}
