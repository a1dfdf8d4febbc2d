//! Tables too wide for the terminal: one card per row, nothing cut.

use textwrap::core::display_width;

use super::layout::{labelled, wrapped};
use super::page::Page;
use crate::view::formatted::{FormattedRow, FormattedTable};
use crate::view::style;

/// A text with fewer columns than this beside its label reads badly.
const COMFORTABLE: usize = 24;

/// Each row as a name and labelled lines; what rows have in common stands above them once.
pub fn render(formatted: &FormattedTable, page: &Page) -> String {
    let headings = &formatted.headings;
    let common = formatted.grouped.iter().take_while(|grouped| **grouped).count();
    let common = common.min(headings.len().saturating_sub(1));
    let indent = if common > 0 { "  " } else { "" };
    let labels: Vec<&str> = headings.iter().skip(common + 1).map(String::as_str).collect();
    let widest = labels.iter().map(|label| display_width(label)).max().unwrap_or(0);
    let marked = formatted.marked_column();
    let mut lines: Vec<String> = Vec::new();
    let mut above: Option<&FormattedRow> = None;
    for row in &formatted.rows {
        let texts = row.texts(marked);
        if common > 0 && above.is_none_or(|above| above.cells[..common] != row.cells[..common]) {
            if above.is_some() {
                lines.push(String::new());
            }
            lines.extend(
                texts[..common].iter().filter(|name| !name.is_empty()).map(|name| style::heading(name)),
            );
        } else if above.is_some() && common == 0 {
            lines.push(String::new());
        }
        above = Some(row);
        let mut values = texts.into_iter().skip(common);
        let indent = format!("{indent}{}", "  ".repeat(row.indent.into()));
        let name = values.next().unwrap_or_default();
        lines.push(style::strong(&wrapped(&name, page.width, &indent, &indent)));
        for (label, value) in labels.iter().zip(values).filter(|(_, value)| !value.is_empty()) {
            lines.push(field(label, &value, &format!("{indent}  "), widest, page.width));
        }
    }
    lines.join("\n")
}

/// A value behind its label, or below it where it would stand a word a line.
fn field(label: &str, value: &str, indent: &str, widest: usize, width: usize) -> String {
    let hanging = format!("{indent}{}", " ".repeat(widest + 2));
    let room = width.saturating_sub(display_width(&hanging));
    if room < COMFORTABLE && display_width(value) > room {
        let below = format!("{indent}  ");
        return format!("{indent}{}\n{}", style::label(label), wrapped(value, width, &below, &below));
    }
    labelled(label, value, indent, widest, width)
}
