//! What a view needs to know besides the report: the format, the language, the page, what the answer rests on.

use super::selection::ColumnSelection;
use super::terminal::Page;
use crate::model::source::Source;
use crate::model::text::Lang;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// How an answer is written.
    Format ("format", "format")
    // Aligned tables for a terminal.
    Table = "table", "table", "table";
    // One JSON object: the whole report.
    Json = "json", "json", "json";
    // One JSON object per line: the main table.
    JsonLines = "jsonl", "jsonl", "jsonl", "ndjson";
    // Comma-separated values: the main table.
    Csv = "csv", "csv", "csv";
    // Markdown for a page or a ticket.
    Markdown = "markdown", "markdown", "markdown", "md";
    // One page that stands by itself, for a browser, a mail or a printer.
    Html = "html", "html", "html", "htm", "page";
    // A workbook: every table of the answer.
    Xlsx = "xlsx", "xlsx", "xlsx", "excel", "tableur", "spreadsheet";
    // The skills that an answer found in a CV, as JSON Resume.
    JsonResume = "jsonresume", "jsonresume", "jsonresume";
    // A flowchart for Mermaid, of answers that can be drawn.
    Mermaid = "mermaid", "mermaid", "mermaid";
    // A graph for Graphviz, of answers that can be drawn.
    Dot = "dot", "dot", "dot", "graphviz";
}

impl Format {
    /// Whether only some answers have this form: those that are a graph, or that read a CV.
    pub const fn is_for_some(self) -> bool {
        matches!(self, Self::Mermaid | Self::Dot | Self::JsonResume)
    }

    /// Whether it is no text, which a terminal could not show.
    pub const fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx)
    }

    /// The endings of the files that hold it; none other has them.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Table => &["txt"],
            Self::Json => &["json"],
            Self::JsonLines => &["jsonl", "ndjson"],
            Self::Csv => &["csv"],
            Self::Markdown => &["md", "markdown"],
            Self::Html => &["html", "htm"],
            Self::Xlsx => &["xlsx"],
            Self::JsonResume => &["resume"],
            Self::Mermaid => &["mmd"],
            Self::Dot => &["dot", "gv"],
        }
    }
}

/// How an answer is to be rendered.
#[derive(Debug, Clone)]
pub struct RenderOptions {
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
    /// Whether tables are told line by line, for who hears the answer.
    pub plain: bool,
    /// Whether CSV is for a French Excel rather than for a program.
    pub excel: bool,
    /// The command that gives the answer again; empty where none does.
    pub command: String,
    /// Columns and order of the main table.
    pub selection: ColumnSelection,
}

impl RenderOptions {
    /// The page that a terminal view draws on; links need colour, since both are escape sequences.
    pub const fn page(&self) -> Page {
        Page::new(self.lang, self.width, self.charts, self.ascii).with_links(self.links && self.color)
    }
}

/// What every JSON answer says of the dataset it rests on.
#[derive(Debug, Clone, Copy)]
pub struct Provenance<'a> {
    /// The dataset's edition, as `YYYY-MM-DD`.
    pub edition: &'a str,
    /// Where the user's own facts were read from; `None` for those of the program alone.
    pub data: Option<&'a str>,
    /// Every source of the facts, for a page that names those it rests on.
    pub sources: &'a [Source],
}
