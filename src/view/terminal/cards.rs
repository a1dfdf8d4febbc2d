//! Tables too wide for the terminal: one card per row, nothing cut.

use textwrap::core::display_width;

use super::{labelled, wrapped};
use crate::view::parts::mapped;
use crate::view::shown::Shown;
use crate::view::style;

/// Each row as a name and labelled lines; what rows have in common stands above them once.
pub fn render(shown: &Shown, width: usize) -> String {
    let common = shown.grouped.iter().take_while(|grouped| **grouped).count().min(shown.headings.len() - 1);
    let widest = shown.headings[common..].iter().skip(1).map(|heading| display_width(heading)).max();
    let widest = widest.unwrap_or(0);
    let indent = if common > 0 { "  " } else { "" };
    let cards = mapped(&shown.rows, |row| {
        card(&shown.headings[common..], &row[common..], widest, indent, width).join("\n")
    });
    let mut lines = Vec::with_capacity(cards.len());
    let mut above: &[String] = &[];
    for (row, card) in shown.rows.iter().zip(cards) {
        let group = &row[..common];
        if group != above || group.is_empty() {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.extend(group.iter().map(|name| style::title(name)));
            above = group;
        }
        lines.push(card);
    }
    lines.join("\n")
}

/// The first value as a name, the others behind their labels; what is blank is left out.
fn card(headings: &[String], row: &[String], widest: usize, indent: &str, width: usize) -> Vec<String> {
    let name = row.iter().take(1).map(|name| style::title(&wrapped(name, width, indent, indent)));
    let values = headings.iter().zip(row).skip(1).filter(|(_, value)| !value.is_empty());
    let indent = format!("{indent}  ");
    name.chain(values.map(|(heading, value)| labelled(heading, value, &indent, widest, width))).collect()
}
