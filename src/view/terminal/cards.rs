//! Tables too wide for the terminal: one card per row, nothing cut.

use textwrap::core::display_width;

use super::{labelled, wrapped};
use crate::view::shown::Shown;
use crate::view::style;

/// Each row as a name and labelled lines; what rows have in common stands above them once.
pub fn render(shown: &Shown, width: usize) -> String {
    let common = shown.grouped.iter().take_while(|grouped| **grouped).count().min(shown.headings.len() - 1);
    let mut lines = Vec::new();
    let mut above: &[String] = &[];
    for row in &shown.rows {
        let (group, rest) = row.split_at(common);
        if group != above || group.is_empty() {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.extend(group.iter().map(|name| style::title(name)));
            above = group;
        }
        lines.extend(card(&shown.headings[common..], rest, if common > 0 { "  " } else { "" }, width));
    }
    lines.join("\n")
}

/// The first value as a name, the others behind their labels; what is blank is left out.
fn card(headings: &[String], row: &[String], indent: &str, width: usize) -> Vec<String> {
    let widest = headings.iter().skip(1).map(|heading| display_width(heading)).max().unwrap_or(0);
    let name = row.iter().take(1).map(|name| style::title(&wrapped(name, width, indent, indent)));
    let values = headings.iter().zip(row).skip(1).filter(|(_, value)| !value.is_empty());
    let indent = format!("{indent}  ");
    name.chain(values.map(|(heading, value)| labelled(heading, value, &indent, widest, width))).collect()
}
