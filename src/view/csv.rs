//! CSV: the main table, a record a line, values as they are.
//!
//! A text becomes two columns (`_fr`, `_en`), a range `_low` and `_high`; what is unknown stays empty. On a terminal,
//! what would act on it is made visible.

use std::io::{self, Write};

use super::escape::{escape_controls, guard_formula};
use super::spread::{Spread, Value};
use crate::model::money::Money;
use crate::model::text::{Lang, NARROW_SPACE};
use crate::model::vocabulary::Vocabulary;
use crate::report::{Cell, Column, Document, Kind, Term, joined as joined_fragments};

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
        let fields =
            table.columns.iter().zip(&row.cells).flat_map(|(column, cell)| fields(column.kind, cell));
        if on_terminal {
            csv.write_record(fields.map(|field| escape_controls(&field).into_owned())).map_err(io_error)?;
        } else {
            // Plain spaces, so that `grep '24 000'` finds what is read.
            csv.write_record(fields.map(|field| field.replace([NARROW_SPACE, '\u{a0}'], " ")))
                .map_err(io_error)?;
        }
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

/// The raw values of a cell, as many as its column has endings.
fn fields(kind: Kind, cell: &Cell) -> Vec<String> {
    match cell {
        Cell::Empty | Cell::Blank => vec![String::new(); kind.endings().len()],
        Cell::Text(text) => vec![plain(&text.fr), plain(&text.en)],
        Cell::Marked { fr, en } => vec![plain(&joined_fragments(fr)), plain(&joined_fragments(en))],
        Cell::Word(word) | Cell::Link(word) => vec![plain(word)],
        Cell::Term(term) => vec![plain(&term.id)],
        Cell::Terms(terms) => vec![plain(&joined(terms.iter().map(id)))],
        Cell::Words(words) => vec![plain(&joined(words.iter().map(String::as_str)))],
        Cell::Money(money) | Cell::Cents(money) | Cell::Figure(money) => vec![amount(*money)],
        Cell::Amounts(range) => vec![ends(range.low, amount), ends(range.high, amount)],
        Cell::AmountsPer(range, per) => {
            vec![ends(range.low, amount), ends(range.high, amount), per.id().to_owned()]
        }
        Cell::Months(range) => vec![ends(range.low, number), ends(range.high, number)],
        Cell::Years(range) => vec![ends(range.low, number), ends(range.high, number)],
        Cell::Year(year) => vec![year.to_string()],
        Cell::Count(count) => vec![count.to_string()],
        Cell::Number(number) | Cell::Share(number) | Cell::Rate(number) | Cell::Percent(number) => {
            vec![number.to_string()]
        }
        Cell::Flag(flag) => vec![flag.to_string()],
    }
}

fn plain(text: &str) -> String {
    guard_formula(text).into_owned()
}

fn id(term: &Term) -> &str {
    &term.id
}

fn joined<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join("; ")
}

fn ends<T>(end: Option<T>, write: impl Fn(T) -> String) -> String {
    end.map(write).unwrap_or_default()
}

fn number<T: ToString>(number: T) -> String {
    number.to_string()
}

/// Euros with a point, cents only where there are some.
fn amount(money: Money) -> String {
    money.rounded().as_euros().to_string()
}
