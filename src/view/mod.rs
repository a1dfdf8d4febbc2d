//! How an answer looks: one file per format, and what they share.
//!
//! A view gets a report, a language and a width; it never asks a query or the environment.

mod csv;
mod json;
mod markdown;
mod number;
mod safe;
mod shape;
mod shown;
mod style;
mod terminal;

use std::io::{self, Write};

pub use crate::report::Report;
use crate::report::{Lang, Text, Unknown, Vocabulary};

pub use self::shape::{Shape, Sort};
pub use self::style::error;
pub use self::terminal::snippet::render as snippet;

/// Writes a styled text, without its style where colour is off: the only place that decides.
pub fn write_styled(text: &str, color: bool, out: &mut dyn Write) -> io::Result<()> {
    if color { out.write_all(text.as_bytes()) } else { write!(out, "{}", anstream::adapter::strip_str(text)) }
}

/// A message of one or more lines, each safe to print.
pub fn said(message: &Text, lang: Lang) -> String {
    let lines = message.in_lang(lang).lines();
    let spaced =
        lines.map(|line| if lang == Lang::Fr { crate::report::french_spacing(line) } else { line.into() });
    spaced.map(|line| safe::visible(&line).into_owned()).collect::<Vec<_>>().join("\n")
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Aligned tables for a terminal.
    Table,
    /// One JSON object: the whole report.
    Json,
    /// One JSON object per line: the main table.
    JsonLines,
    /// Comma-separated values: the main table.
    Csv,
    /// Markdown for a page or a ticket.
    Markdown,
}

impl Vocabulary for Format {
    const KIND: Text = crate::report::text("format", "format");
    const ALL: &'static [Self] = &[Self::Table, Self::Json, Self::JsonLines, Self::Csv, Self::Markdown];

    fn id(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
        }
    }
    fn label(self) -> Text {
        Text::same(self.id())
    }
    fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Markdown => &["md"],
            Self::JsonLines => &["ndjson"],
            _ => &[],
        }
    }
}

/// What a view needs to know besides the report.
#[derive(Debug, Clone)]
pub struct Look {
    /// The format.
    pub format: Format,
    /// The language of everything people read.
    pub lang: Lang,
    /// Columns of text that fit in a line.
    pub width: usize,
    /// Whether the terminal's colours are kept.
    pub color: bool,
    /// Columns and order of the main table.
    pub shape: Shape,
}

/// What every JSON answer says of the dataset it rests on.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// The dataset's edition, as `YYYY-MM-DD`.
    pub edition: &'a str,
    /// Where the user's own facts were read from; `None` for those of the program alone.
    pub data: Option<&'a str>,
}

/// Why an answer could not be shown.
#[derive(Debug)]
pub enum ViewError {
    /// `--columns` or `--sort` names a column that the main table does not have.
    Column(Unknown),
    /// The output took no more.
    Output(io::Error),
}

impl From<io::Error> for ViewError {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Writes `report` to `out` as `look` asks.
pub fn show<R: Report>(
    report: &R,
    edition: Edition<'_>,
    look: &Look,
    out: &mut dyn Write,
) -> Result<(), ViewError> {
    if look.format == Format::Json && look.shape.is_plain() {
        return Ok(json::write(report, edition, out)?);
    }
    let mut document = report.document();
    look.shape.apply(&mut document).map_err(ViewError::Column)?;
    match look.format {
        Format::Table => {
            write_styled(&terminal::render(&document, look.lang, look.width), look.color, out)?;
            // The program ends with its answer: giving back a million cells takes as long as making them.
            std::mem::forget(document);
        }
        Format::Json => json::write(report, edition, out)?,
        Format::JsonLines => json::write_lines(document, out)?,
        Format::Csv => csv::write(document, out)?,
        Format::Markdown => write_styled(&markdown::render(&document, look.lang), false, out)?,
    }
    Ok(())
}
