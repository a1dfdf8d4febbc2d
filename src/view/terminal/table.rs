//! Tables in a terminal: laid out by comfy-table without borders, styled after the layout.
//!
//! Figures keep their width and stand right; texts share what is left. A table that would be hard to read becomes
//! cards: one record below the other.

use comfy_table::{
    Cell, CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Row, TableStyle,
};
use textwrap::core::display_width;

use super::cards;
use super::layout::{headed_line, wrapped};
use super::page::Page;
use crate::report::{Role, Table};
use crate::view::formatted::FormattedTable;
use crate::view::style;

/// On a page narrower than this every table becomes cards.
const NARROWEST_TABLE: usize = 60;
/// A column of texts narrower than this is tiring to read beside two others.
const READABLE_TEXT: usize = 30;
/// With this many columns of texts or more, texts can get that narrow.
const MANY_TEXTS: usize = 3;
/// The indent of a row, a step.
const STEP: &str = "\u{a0}\u{a0}";

/// The table within the page: aligned, or as cards where columns would be too narrow.
pub fn render(table: &Table, page: &Page) -> String {
    let formatted = FormattedTable::new(table, page.lang);
    let mut parts: Vec<String> = formatted.title.iter().map(|title| headed_line(title, page)).collect();
    if !formatted.rows.is_empty() {
        let aligned = (page.width >= NARROWEST_TABLE).then(|| aligned(&formatted, page)).flatten();
        parts.push(aligned.unwrap_or_else(|| cards::render(&formatted, page)));
    }
    let width = page.width;
    parts.extend(
        formatted.constants_told(page.lang).map(|told| style::quiet(&wrapped(&told, width, "", "  "))),
    );
    parts.extend(formatted.notes_below().map(|note| style::quiet(&wrapped(&note, width, "", "  "))));
    parts.join("\n")
}

/// The rows in columns; `None` if they do not fit, or if texts get too narrow.
fn aligned(formatted: &FormattedTable, page: &Page) -> Option<String> {
    let table = laid_out(formatted, page);
    let natural = table.column_max_content_widths();
    let lines: Vec<String> = table.lines().collect();
    let rule = lines.iter().position(|line| is_rule(line, page.signs.rule))?;
    let widths: Vec<usize> = lines[rule].split_whitespace().map(display_width).collect();
    let fits = lines.iter().all(|line| display_width(line.trim_end()) <= page.width);
    let texts = || (0..formatted.headings.len()).filter(|at| !formatted.figures[*at]);
    let squeezed = |at: usize| {
        widths.get(at).is_none_or(|width| {
            *width < READABLE_TEXT && *width < usize::from(natural.get(at).copied().unwrap_or_default())
        })
    };
    if !fits || (texts().count() >= MANY_TEXTS && texts().any(squeezed)) {
        return None;
    }
    Some(styled(&lines, rule, formatted, page))
}

/// The lines of comfy-table: headings, a rule, the rows.
fn laid_out(formatted: &FormattedTable, page: &Page) -> comfy_table::Table {
    let gap = ContentLineStyle::none().junction(' ');
    let rule = LineStyle::none().fill(page.signs.rule).junction(' ');
    let mut table = comfy_table::Table::new();
    table
        .load_style(TableStyle::new().header_lines(gap).content_lines(gap).header_separator(rule))
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(page.width).unwrap_or(u16::MAX))
        .set_header(Row::from(formatted.headings.clone()));
    for (row, texts) in formatted.rows.iter().zip(formatted.grouped_texts()) {
        let indent = STEP.repeat(row.indent.into());
        let cells = texts
            .into_iter()
            .enumerate()
            .map(|(at, text)| Cell::new_owned(if at == 0 { format!("{indent}{text}") } else { text }));
        table.add_row(Row::from(cells.collect::<Vec<_>>()));
    }
    let last = formatted.headings.len().saturating_sub(1);
    for (at, (column, figure)) in table.column_iter_mut().zip(&formatted.figures).enumerate() {
        column.set_padding((0, u16::from(at < last)));
        if *figure {
            column.set_constraint(ColumnConstraint::ContentWidth);
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}

/// Whether a line is the rule under the headings.
fn is_rule(line: &str, rule: char) -> bool {
    line.contains(rule) && line.chars().all(|char| char == rule || char == ' ')
}

/// The lines with bold headings, a quiet rule, and what was looked for in bold.
fn styled(lines: &[String], rule: usize, formatted: &FormattedTable, page: &Page) -> String {
    let spans = formatted.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let mut matches: Vec<&str> =
        spans.filter(|span| span.role == Role::Match).map(|span| span.text.as_str()).collect();
    matches.sort_unstable_by_key(|text| std::cmp::Reverse(text.len()));
    matches.dedup();
    let marked = formatted.marked_column();
    let squeeze = |line: &str| line.chars().filter(|char| !char.is_whitespace()).collect::<String>();
    let strong = formatted.rows.iter().filter(|row| row.strong);
    let strong: Vec<String> = strong.map(|row| squeeze(&row.texts(marked).concat())).collect();
    let style_line = |(at, line): (usize, &String)| {
        let line = line.trim_end();
        if at < rule {
            style::strong(line)
        } else if at == rule {
            // One stroke under all headings is quieter than one for each.
            style::quiet(&line.replace(' ', &page.signs.rule.to_string()))
        } else if strong.contains(&squeeze(line)) {
            style::strong(line)
        } else {
            emphasised(line, &matches)
        }
    };
    lines.iter().enumerate().map(style_line).collect::<Vec<_>>().join("\n")
}

/// A line with the first of the `matches` that it has in bold, and so on behind it.
fn emphasised(line: &str, matches: &[&str]) -> String {
    let first = matches.iter().filter_map(|word| Some((line.find(word)?, *word))).min_by_key(|(at, _)| *at);
    let mut shown = String::new();
    let mut rest = line;
    let mut next = first;
    while let Some((at, word)) = next {
        shown.push_str(&rest[..at]);
        shown.push_str(&style::matched(word));
        rest = &rest[at + word.len()..];
        next = matches.iter().filter_map(|word| Some((rest.find(word)?, *word))).min_by_key(|(at, _)| *at);
    }
    shown + rest
}
