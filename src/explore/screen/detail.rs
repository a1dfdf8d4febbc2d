//! What can be said of one line of an answer beyond what the line shows: hidden columns, remarks, sources, links.

use super::Context;
use crate::model::error::{InvalidData, Reason};
use crate::model::text::{Lang, Text};
use crate::query::data::snippet;
use crate::report::{Bar, Block, Cell, Column, Document, Facts, Row, Table};
use crate::view::{self, Item, Line, Look, cell_text};

/// A row of the answer, whichever block shows it.
pub struct Found<'d> {
    /// The columns.
    pub columns: &'d [Column],
    /// The row.
    pub row: &'d Row,
}

impl Found<'_> {
    /// What stands in the column of this key.
    pub fn cell(&self, key: &str) -> Option<&Cell> {
        let at = self.columns.iter().position(|column| column.key == key)?;
        self.row.cells.get(at)
    }

    /// The id of the entry that the row is about.
    pub fn id(&self) -> Option<String> {
        match self.cell("id")? {
            Cell::Word(id) => Some(id.clone()),
            Cell::Term(term) => Some(term.id.clone().into_owned()),
            _ => None,
        }
    }

    /// The ids of the sources that say so.
    pub fn sources(&self) -> Vec<String> {
        ["sources", "source"].iter().find_map(|key| self.cell(key)).map(term_ids).unwrap_or_default()
    }

    /// The first page that the row names.
    pub fn link(&self) -> Option<String> {
        self.row.cells.iter().find_map(|cell| match cell {
            Cell::Link(url) => Some(url.clone()),
            Cell::Word(word) if is_web_address(word) => Some(word.clone()),
            Cell::Words(words) => words.iter().find(|word| is_web_address(word)).cloned(),
            _ => None,
        })
    }
}

/// The sources that the facts of an entry name.
pub fn named_sources(document: &Document, context: &Context<'_>) -> Vec<String> {
    let facts = document.blocks.iter().filter_map(|block| match block {
        Block::Facts(facts) => Some(facts.items.iter().map(|(_, cell)| cell)),
        _ => None,
    });
    facts.flatten().flat_map(term_ids).filter(|id| is_source(id, context)).collect()
}

/// The ids of the names that a cell holds.
fn term_ids(cell: &Cell) -> Vec<String> {
    match cell {
        Cell::Term(term) => vec![term.id.clone().into_owned()],
        Cell::Terms(terms) => terms.iter().map(|term| term.id.clone().into_owned()).collect(),
        _ => Vec::new(),
    }
}

/// Whether an id is that of a source.
pub fn is_source(id: &str, context: &Context<'_>) -> bool {
    let names = context.dataset.source_names();
    names.is_ok_and(|names| names.sources.iter().any(|source| source.id.as_str() == id))
}

/// Whether a browser would open it.
pub fn is_web_address(word: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| word.starts_with(scheme))
}

/// The row that an item of a document is; for a bar, the row of the table that it is drawn from.
pub fn found(document: &Document, item: Item) -> Option<Found<'_>> {
    match document.blocks.get(item.block)? {
        Block::Table(table) => Some(Found { columns: &table.columns, row: table.rows.get(item.at)? }),
        Block::Ranges(ranges) => {
            let bar = ranges.bars.get(item.at)?;
            let table = document.main_table()?;
            let mut rows = table.rows.iter().map(|row| Found { columns: &table.columns, row });
            if bar.id.is_some() {
                return rows.find(|found| found.id() == bar.id);
            }
            let found = rows.nth(item.at).filter(|_| table.rows.len() == ranges.bars.len())?;
            names(&found, bar).then_some(found)
        }
        _ => None,
    }
}

/// Whether a row names the source that a bar is labelled with.
fn names(found: &Found<'_>, bar: &Bar) -> bool {
    let said = |key: &str| found.cell(key).map(|cell| cell_text(cell, Lang::En));
    let source = ["source", "sources"].iter().find_map(|key| said(key));
    source.is_some_and(|source| !source.is_empty() && bar.label.en.starts_with(source.as_str()))
}

/// What the line does not show: remarks first, then the columns that are hidden.
pub fn lines(document: &Document, item: Item, context: &Context<'_>, width: usize) -> Vec<Line> {
    let detail = match document.blocks.get(item.block) {
        Some(Block::Table(table)) => table.rows.get(item.at).map(|row| of_row(table, row)),
        Some(Block::Ranges(ranges)) => {
            ranges.bars.get(item.at).map(|bar| of_bar(bar, found(document, item).as_ref()))
        }
        _ => None,
    };
    let Some((name, notes, items)) = detail else { return Vec::new() };
    let blocks = [Block::Facts(Facts { title: None, items })];
    let blocks = notes.into_iter().map(Block::Note).chain(blocks);
    let mut drawn = view::lines(&Document::new(name).with_all(blocks), &context.page(width));
    // The blank line below the title would only cost room.
    drawn.retain(|line| !line.is_blank());
    if drawn.len() > 1 { drawn } else { Vec::new() }
}

type Detail = (Text, Vec<Text>, Vec<(Text, Cell)>);

fn of_row(table: &Table, row: &Row) -> Detail {
    let name = table.columns.iter().zip(&row.cells).find(|(column, cell)| {
        column.shown && !column.grouped && matches!(cell, Cell::Text(_) | Cell::Word(_) | Cell::Term(_))
    });
    let name = name.map_or_else(|| Text::same(""), |(_, cell)| both(cell));
    (name, row.notes.clone(), hidden(&table.columns, row))
}

fn of_bar(bar: &Bar, found: Option<&Found<'_>>) -> Detail {
    let separate = if bar.group.en.is_empty() { "" } else { ", " };
    let name = Text::new(
        format!("{}{separate}{}", bar.label.fr, bar.group.fr),
        format!("{}{separate}{}", bar.label.en, bar.group.en),
    );
    (name, bar.notes.clone(), found.map(|found| hidden(found.columns, found.row)).unwrap_or_default())
}

/// Columns that say nothing to a person.
const INTERNAL: [&str; 3] = ["id", "key", "differs"];

/// The cells that say something and are not shown, with their headings.
fn hidden(columns: &[Column], row: &Row) -> Vec<(Text, Cell)> {
    let says = |cell: &Cell| match cell {
        Cell::Empty | Cell::Blank | Cell::Flag(false) => false,
        Cell::Text(text) => !row.notes.contains(text),
        Cell::Terms(terms) => !terms.is_empty(),
        Cell::Words(words) => !words.is_empty(),
        _ => true,
    };
    let hidden =
        columns.iter().zip(&row.cells).filter(|(column, _)| !column.shown && !INTERNAL.contains(&column.key));
    hidden.filter(|(_, cell)| says(cell)).map(|(column, cell)| (column.label.clone(), cell.clone())).collect()
}

/// A cell as a text in both languages.
fn both(cell: &Cell) -> Text {
    Text::literal(cell_text(cell, Lang::Fr), cell_text(cell, Lang::En))
}

/// Why there is no answer, with the lines of the user's files that are wrong.
pub fn told(error: &anyhow::Error, context: &Context<'_>, width: usize) -> Vec<Line> {
    let data = error.chain().find_map(|cause| match cause.downcast_ref::<Reason>() {
        Some(Reason::InvalidData(data)) => Some(data),
        _ => cause.downcast_ref::<InvalidData>(),
    });
    let message = view::localize_message(&message(error), context.lang);
    let wrapped = message.lines().flat_map(|line| textwrap::wrap(line, width.max(12)));
    let mut lines: Vec<Line> = wrapped.map(|line| Line::of(line, Look::Plain)).collect();
    for problem in data.map(|data| data.problems.as_slice()).unwrap_or_default() {
        let document = Document::new(Text::same("")).with(Block::Snippet(snippet(problem)));
        lines.extend(view::lines(&document, &context.page(width)));
    }
    lines
}

/// Why there is no answer.
pub fn message(error: &anyhow::Error) -> Text {
    let reason = error.chain().find_map(|cause| cause.downcast_ref::<Reason>()).map(Reason::message);
    let data =
        || error.chain().find_map(|cause| cause.downcast_ref::<InvalidData>()).map(InvalidData::message);
    reason.or_else(data).unwrap_or_else(|| Text::same(&error.to_string()))
}
