//! Tables too wide for the terminal: one card per row, nothing cut.

use textwrap::core::display_width;

use super::layout::{labelled, wrapped};
use super::page::Page;
use crate::view::formatted::{FormattedRow, FormattedTable};
use crate::view::line::{Item, Line, Look};

/// A text with fewer columns than this beside its label reads badly.
const COMFORTABLE: usize = 24;

/// Each row of the block at `block` as a name and labelled lines; what rows have in common stands above them once.
pub fn render(formatted: &FormattedTable, block: usize, page: &Page) -> Vec<Line> {
    let headings = &formatted.headings;
    let common = formatted.grouped.iter().take_while(|grouped| **grouped).count();
    let common = common.min(headings.len().saturating_sub(1));
    let indent = if common > 0 { "  " } else { "" };
    let labels: Vec<&str> = headings.iter().skip(common + 1).map(String::as_str).collect();
    let widest = labels.iter().map(|label| display_width(label)).max().unwrap_or(0);
    let marked = formatted.marked_column();
    let mut lines: Vec<Line> = Vec::new();
    let mut above: Option<&FormattedRow> = None;
    for (at, row) in formatted.rows.iter().enumerate() {
        let texts = row.texts(marked);
        if common > 0 && above.is_none_or(|above| above.cells[..common] != row.cells[..common]) {
            lines.extend(above.is_some().then(Line::default));
            let names = texts[..common].iter().filter(|name| !name.is_empty());
            lines.extend(names.map(|name| Line::of(name, Look::Heading)));
        } else if above.is_some() && common == 0 {
            lines.push(Line::default());
        }
        above = Some(row);
        let mut values = texts.into_iter().skip(common);
        let indent = format!("{indent}{}", "  ".repeat(row.indent.into()));
        let name = values.next().unwrap_or_default();
        let mut card = wrapped(&name, page.width, &indent, &indent, &Look::Strong);
        for (label, value) in labels.iter().zip(values).filter(|(_, value)| !value.is_empty()) {
            card.extend(field(label, &value, &format!("{indent}  "), widest, page.width));
        }
        lines.extend(card.into_iter().map(|line| Line { item: Some(Item { block, at }), ..line }));
    }
    lines
}

/// A value behind its label, or below it where it would stand a word a line.
fn field(label: &str, value: &str, indent: &str, widest: usize, width: usize) -> Vec<Line> {
    let room = width.saturating_sub(display_width(indent) + widest + 2);
    if room < COMFORTABLE && display_width(value) > room {
        let below = format!("{indent}  ");
        let label = Line::of(indent, Look::Plain).with(label, Look::Label);
        return std::iter::once(label).chain(wrapped(value, width, &below, &below, &Look::Plain)).collect();
    }
    labelled(label, &Line::of(value, Look::Plain), indent, widest, width)
}
