//! How an answer looks: one file per format, and what they share.
//!
//! A view gets a report, a language and a width; it never asks a query or the environment.

mod csv;
mod dot;
mod json;
mod markdown;
mod mermaid;
mod number;
mod safe;
mod shape;
mod shown;
mod style;
mod terminal;

use std::io::{self, Write};

use crate::report::{Block, Document, Graph, Lang, Report, Text, Unknown, Vocabulary, Wanted};

pub use self::shape::{Shape, Sort};
pub use self::style::{error, title};
pub use self::terminal::snippet::render as snippet;

/// Writes a styled text without what is off: the only place that decides.
///
/// Without colour no escape sequence is left; with colour, links stay only where they can be clicked.
pub fn write_styled(text: &str, color: bool, links: bool, out: &mut dyn Write) -> io::Result<()> {
    match (color, links) {
        (false, _) => write_plain(text, out),
        (true, false) => out.write_all(style::without_links(text).as_bytes()),
        (true, true) => out.write_all(text.as_bytes()),
    }
}

/// Writes a text without its escape sequences; none of them goes over the end of a line.
fn write_plain(text: &str, out: &mut dyn Write) -> io::Result<()> {
    for line in text.split_inclusive('\n') {
        if line.contains('\u{1b}') {
            write!(out, "{}", anstream::adapter::strip_str(line))?;
        } else {
            out.write_all(line.as_bytes())?;
        }
    }
    Ok(())
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
    /// A flowchart for Mermaid, of answers that can be drawn.
    Mermaid,
    /// A graph for Graphviz, of answers that can be drawn.
    Dot,
}

impl Format {
    /// Whether only an answer that is a graph has this form.
    pub const fn draws(self) -> bool {
        matches!(self, Self::Mermaid | Self::Dot)
    }
}

impl Vocabulary for Format {
    const KIND: Text = crate::report::text("format", "format");
    const ALL: &'static [Self] =
        &[Self::Table, Self::Json, Self::JsonLines, Self::Csv, Self::Markdown, Self::Mermaid, Self::Dot];

    fn id(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Mermaid => "mermaid",
            Self::Dot => "dot",
        }
    }
    fn label(self) -> Text {
        Text::same(self.id())
    }
    fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Markdown => &["md"],
            Self::JsonLines => &["ndjson"],
            Self::Dot => &["graphviz"],
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
    /// Whether links can be clicked.
    pub links: bool,
    /// Whether the answer goes to a terminal rather than to a file or a pipe.
    pub on_terminal: bool,
    /// Whether charts are drawn.
    pub charts: bool,
    /// Whether drawings keep to ASCII.
    pub ascii: bool,
    /// Columns and order of the main table.
    pub shape: Shape,
}

impl Look {
    const fn page(&self) -> terminal::Page {
        terminal::Page::new(self.lang, self.width, self.charts, self.ascii)
    }
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
    /// The answer is no graph and cannot be drawn: its name.
    NoGraph(&'static str, Format),
    /// The output took no more.
    Output(io::Error),
}

impl ViewError {
    /// Why an answer that is no graph has not the asked form, and which forms it has.
    pub fn no_graph(answer: &str, format: Format) -> Text {
        let others = Format::ALL.iter().filter(|format| !format.draws());
        let others = others.map(|format| format.id()).collect::<Vec<_>>().join(", ");
        let format = format.id();
        Text::new(
            format!("`{answer}` n’est pas un graphe : pas de forme « {format} » ici\nconnues : {others}"),
            format!("`{answer}` is no graph: there is no format `{format}` here\nknown: {others}"),
        )
    }
}

impl From<io::Error> for ViewError {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// A report, whatever its type: each format is written, and compiled, once for all of them.
pub trait Answer {
    /// [`Report::NAME`].
    fn name(&self) -> &'static str;
    /// [`Report::document_of`].
    fn document(&self, wanted: Wanted<'_>) -> Document;
    /// [`Report::graph`].
    fn graph(&self) -> Option<Graph>;
    /// [`Report::remarks`].
    fn remarks(&self) -> Vec<Text>;
    /// Writes the whole report as one JSON object.
    fn write_json(&self, edition: Edition<'_>, out: &mut dyn Write) -> io::Result<()>;
}

impl<R: Report> Answer for R {
    fn name(&self) -> &'static str {
        R::NAME
    }
    fn document(&self, wanted: Wanted<'_>) -> Document {
        self.document_of(wanted)
    }
    fn graph(&self) -> Option<Graph> {
        Report::graph(self)
    }
    fn remarks(&self) -> Vec<Text> {
        Report::remarks(self)
    }
    fn write_json(&self, edition: Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
        json::write(self, edition, out)
    }
}

/// Writes `report` to `out` as `look` asks.
pub fn show(
    report: &dyn Answer,
    edition: Edition<'_>,
    look: &Look,
    out: &mut dyn Write,
) -> Result<(), ViewError> {
    match look.format {
        Format::Table => {
            let document = shaped(report, look)?;
            write_styled(&terminal::render(&document, &look.page()), look.color, look.links, out)?;
            // The program ends with its answer: giving back a million cells takes as long as making them.
            std::mem::forget(document);
        }
        Format::Json => {
            check_shape(report, look)?;
            report.write_json(edition, out)?;
        }
        Format::JsonLines => json::write_lines(shaped(report, look)?, out)?,
        Format::Csv => csv::write(shaped(report, look)?, look.on_terminal, out)?,
        Format::Markdown => {
            write_styled(&markdown::render(&shaped(report, look)?, &look.page()), false, false, out)?;
        }
        Format::Mermaid => {
            write_styled(&mermaid::render(&graph(report, look)?, look.lang), false, false, out)?;
        }
        Format::Dot => write_styled(&dot::render(&graph(report, look)?, look.lang), false, false, out)?,
    }
    Ok(())
}

/// What people read, with the main table as `look` asks.
fn shaped(report: &dyn Answer, look: &Look) -> Result<Document, ViewError> {
    let mut document =
        report.document(look.shape.wanted(matches!(look.format, Format::Table | Format::Markdown)));
    let draws =
        look.charts && (look.width >= terminal::chart::NARROWEST_PAGE || look.format != Format::Table);
    if !draws && document.blocks.iter().any(|block| matches!(block, Block::Tree(_))) {
        // What a tree draws, the main table tells.
        document.reveal_main_table();
    }
    look.shape.apply(&mut document).map_err(ViewError::Column)?;
    Ok(document)
}

/// Fails if the shape that `look` asks for is none the main table can have; some formats show no table.
fn check_shape(report: &dyn Answer, look: &Look) -> Result<(), ViewError> {
    if look.shape.is_plain() {
        return Ok(());
    }
    // The names of the columns are enough.
    let document = report.document(Wanted::These(&[], None));
    document.main_table().map_or(Ok(()), |table| look.shape.check(table)).map_err(ViewError::Column)
}

fn graph(report: &dyn Answer, look: &Look) -> Result<Graph, ViewError> {
    check_shape(report, look)?;
    report.graph().ok_or(ViewError::NoGraph(report.name(), look.format))
}

#[cfg(test)]
mod tests {
    use super::{style, write_styled};

    #[test]
    fn a_plain_text_has_the_words_of_the_styled_one() {
        let styled = format!(
            "{}\nplain é\n{}\r\n{}",
            style::title("a\nb"),
            style::link("https://a.fr"),
            style::hit("x")
        );
        let mut plain = Vec::new();
        write_styled(&styled, false, true, &mut plain).unwrap();
        assert_eq!(String::from_utf8(plain).unwrap(), "a\nb\nplain é\nhttps://a.fr\r\nx");
    }
}
