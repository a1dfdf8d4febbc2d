//! Tables too wide for the terminal: one card per row, nothing cut.

use textwrap::core::display_width;

use super::widths::columns;
use super::wrapped;
use crate::report::mapped;
use crate::view::shown::Shown;
use crate::view::style;

/// A text with fewer columns than this beside its label reads badly.
const COMFORTABLE: usize = 24;

/// Each row as a name and labelled lines; what rows have in common stands above them once.
pub fn render(shown: &Shown, width: usize) -> String {
    let common = shown.grouped.iter().take_while(|grouped| **grouped).count().min(shown.headings.len() - 1);
    let widest = shown.headings[common..].iter().skip(1).map(|heading| display_width(heading)).max();
    let widest = widest.unwrap_or(0);
    let indent = if common > 0 { "  " } else { "" };
    let labels: Vec<String> = shown.headings[common..]
        .iter()
        .skip(1)
        .map(|heading| {
            let gap = " ".repeat(widest - display_width(heading) + 2);
            format!("{indent}  {}{gap}", style::label(heading))
        })
        .collect();
    let hanging = " ".repeat(indent.len() + widest + 4);
    let cards = mapped(&shown.rows, |row| card(&labels, &row[common..], indent, &hanging, width));
    let mut drawn = String::with_capacity(cards.iter().map(|card| card.len() + 1).sum());
    let mut above: &[String] = &[];
    for (row, card) in shown.rows.iter().zip(cards) {
        let group = &row[..common];
        if group != above || group.is_empty() {
            if !drawn.is_empty() {
                drawn.push('\n');
            }
            for name in group.iter().filter(|name| !name.is_empty()) {
                drawn.extend([&style::title(name), "\n"]);
            }
            above = group;
        }
        drawn.extend([&card, "\n"]);
    }
    drawn.pop();
    drawn
}

/// The first value as a name, the others behind their labels; what is blank is left out.
fn card(labels: &[String], row: &[String], indent: &str, hanging: &str, width: usize) -> String {
    let name = row.first().map_or("", String::as_str);
    let mut lines = style::title(&wrapped(name, width, indent, indent));
    for (label, value) in labels.iter().zip(row.iter().skip(1)).filter(|(_, value)| !value.is_empty()) {
        lines.extend(["\n", label.trim_end()]);
        if width < hanging.len() + COMFORTABLE && hanging.len() + columns(value) > width {
            // Beside a long label a text would stand a word a line.
            let below = format!("{indent}    ");
            lines.extend(["\n", &wrapped(value, width, &below, &below)]);
        } else {
            lines.push_str(&label[label.trim_end().len()..]);
            lines.push_str(wrapped(value, width, hanging, hanging).trim_start_matches(' '));
        }
    }
    lines
}
