//! How an answer looks: one file per format, and what they share.
//!
//! A view gets a report, a language and a width; it never asks a query or the environment.

mod csv;
mod dot;
pub mod escape;
mod format;
mod formatted;
mod html;
mod json;
mod line;
mod markdown;
mod mermaid;
mod notes;
mod options;
mod plain;
mod scale;
mod selection;
mod sentence;
mod spread;
mod style;
mod terminal;
mod unknown;
mod xlsx;

use std::io::{self, Write};

use crate::model::error::Reason;
use crate::model::text::{Lang, NARROW_SPACE, Text};
use crate::model::vocabulary::Vocabulary;
use crate::report::{Block, Document, Graph, Report, Snippet};

pub use self::escape::{guard_formula, quoted_for_shell};
pub use self::format::{cell_text, localize, localize_message, spans};
pub use self::line::{Item, Line, Look, Piece, display_width, plain};
pub use self::options::{Format, Provenance, RenderOptions};
pub use self::selection::{ColumnSelection, Sort};
pub use self::style::{error, title};
pub use self::terminal::chart::NARROWEST_PAGE;
pub use self::terminal::{Page, lines, wrap};
pub use self::unknown::{QUESTION, as_questions};

/// Writes `report` to `out` as `options` ask.
///
/// # Errors
/// A usage error if `--columns` or `--sort` names no column, or if the answer has no graph for a format that draws;
/// an `io::Error` if the output takes no more.
pub fn render(
    report: &dyn Report,
    provenance: Provenance<'_>,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    match options.format {
        Format::Table if options.plain => {
            let text = plain::render(&selected(report, options)?, options.lang, options.width);
            write_styled(&off_terminal(text, options), false, out)?;
        }
        Format::Table => {
            let text = terminal::render(&selected(report, options)?, &options.page());
            write_styled(&off_terminal(text, options), options.color, out)?;
        }
        Format::Json => {
            // A column that does not exist is a mistake in every format.
            check_selection(report, options)?;
            json::write(report, provenance, options.on_terminal, out)?;
        }
        Format::JsonLines => json::write_lines(with_rows(report, options)?, out)?,
        Format::Csv if options.excel => csv::write_for_excel(with_rows(report, options)?, options.lang, out)?,
        Format::Csv => csv::write(with_rows(report, options)?, options.on_terminal, out)?,
        Format::Html => {
            let page = html::render(&selected(report, options)?, provenance, options);
            out.write_all(page.as_bytes())?;
        }
        Format::Xlsx => xlsx::write(&selected(report, options)?, provenance, options, out)?,
        Format::Markdown => {
            let text = markdown::render(&selected(report, options)?, &options.page());
            write_styled(&off_terminal(text, options), false, out)?;
        }
        Format::JsonResume => {
            check_selection(report, options)?;
            let resume =
                report.resume().ok_or_else(|| Reason::Usage(not_for(report.name(), options.format)))?;
            json::write_resume(&resume, options.lang, out)?;
        }
        Format::Mermaid => {
            write_styled(&mermaid::render(&graph(report, options)?, options.lang), false, out)?;
        }
        Format::Dot => write_styled(&dot::render(&graph(report, options)?, options.lang), false, out)?,
    }
    Ok(())
}

/// Something wrong in a file, with the escape sequences of its looks.
pub fn snippet(snippet: &Snippet, lang: Lang, width: usize) -> String {
    style::paint(&terminal::snippet::render(snippet, lang, width), false)
}

/// Writes a styled text; without colour no escape sequence is left. The only place that decides.
///
/// # Errors
/// Fails if `out` takes no more.
pub fn write_styled(text: &str, color: bool, out: &mut dyn Write) -> io::Result<()> {
    if color { out.write_all(text.as_bytes()) } else { write!(out, "{}", anstream::adapter::strip_str(text)) }
}

/// Off a terminal, plain spaces stand for narrow no-break ones, so that `grep '24 000'` finds what is read.
fn off_terminal(text: String, options: &RenderOptions) -> String {
    if options.on_terminal { text } else { text.replace([NARROW_SPACE, '\u{a0}'], " ") }
}

/// What people read, with the main table as `options` ask.
fn selected(report: &dyn Report, options: &RenderOptions) -> Result<Document, Reason> {
    let mut document = report.document();
    let draws = options.charts
        && (options.width >= terminal::chart::NARROWEST_PAGE
            || options.plain
            || options.format != Format::Table);
    if !draws {
        instead_of_drawings(&mut document);
    }
    if !options.selection.is_plain() && document.main_table().is_none() {
        return Err(Reason::Usage(no_rows(report.name())));
    }
    notes::as_columns(&mut document, options.format);
    // Programs get the same order in every language.
    if !matches!(options.format, Format::Csv | Format::JsonLines) {
        selection::put_in_alphabet(&mut document, options.lang);
    }
    options.selection.apply(&mut document, options.lang)?;
    Ok(document)
}

/// The same, for a format that holds the rows of one table.
fn with_rows(report: &dyn Report, options: &RenderOptions) -> Result<Document, Reason> {
    let document = selected(report, options)?;
    if document.main_table().is_none() { Err(Reason::Usage(no_rows(report.name()))) } else { Ok(document) }
}

/// Fails if the options name a column that the answer does not have, in formats that show no table.
fn check_selection(report: &dyn Report, options: &RenderOptions) -> Result<(), Reason> {
    if options.selection.is_plain() { Ok(()) } else { selected(report, options).map(|_| ()) }
}

/// Where nothing is drawn, the main table says what a tree or a chart would show.
pub fn instead_of_drawings(document: &mut Document) {
    let is_drawing = |block: &Block| matches!(block, Block::Tree(_) | Block::Ranges(_) | Block::Curves(_));
    if document.blocks.iter().any(is_drawing) {
        document.blocks.retain(|block| !is_drawing(block));
        if let Some(table) = document.main_table_mut() {
            table.shown = true;
        }
    }
}

fn graph(report: &dyn Report, options: &RenderOptions) -> Result<Graph, Reason> {
    check_selection(report, options)?;
    report.graph().ok_or_else(|| Reason::Usage(not_for(report.name(), options.format)))
}

/// Why an answer of several tables has no rows, and which forms it has.
fn no_rows(answer: &str) -> Text {
    let others = [Format::Table, Format::Markdown, Format::Html, Format::Xlsx, Format::Json];
    let others = others.map(Vocabulary::id).join(", ");
    Text::new(
        format!(
            "`{answer}` réunit plusieurs réponses : ni lignes ni colonnes d’un seul tableau ici\nconnues : {others}"
        ),
        format!(
            "`{answer}` brings several answers together: no rows or columns of one table here\nknown: {others}"
        ),
    )
}

/// Why an answer has not the asked form, and which forms it has.
fn not_for(answer: &str, format: Format) -> Text {
    let others = Format::ALL.iter().filter(|format| !format.is_for_some());
    let others = others.map(|format| format.id()).collect::<Vec<_>>().join(", ");
    let id = format.id();
    let (fr, en) = if format == Format::JsonResume { ("un CV", "a CV") } else { ("un graphe", "a graph") };
    Text::new(
        format!("`{answer}` n’est pas {fr} : pas de forme « {id} » ici\nconnues : {others}"),
        format!("`{answer}` is not {en}: there is no format `{id}` here\nknown: {others}"),
    )
}

#[cfg(test)]
mod tests {
    use super::line::{Line, Look};
    use super::style::{self, paint};
    use super::write_styled;

    #[test]
    fn a_plain_text_has_the_words_of_the_styled_one() {
        let link = Line::of("https://a.fr", Look::Link("https://a.fr".to_owned()));
        let link = paint(&[link.with("x", Look::Match)], true);
        let styled = format!("{}\nplain é\n{link}\r\n", style::title("a\nb"));
        let mut plain = Vec::new();
        write_styled(&styled, false, &mut plain).unwrap();
        assert_eq!(String::from_utf8(plain).unwrap(), "a\nb\nplain é\nhttps://a.frx\r\n");
    }
}
