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
use crate::view::line::{Item, Line, Look};

/// On a page narrower than this every table becomes cards.
const NARROWEST_TABLE: usize = 60;
/// A column of texts narrower than this is tiring to read beside two others.
const READABLE_TEXT: usize = 30;
/// The same where the texts are read side by side: about three words a line.
const READABLE_SIDE_BY_SIDE: usize = 18;
/// With this many columns of texts or more, texts can get that narrow.
const MANY_TEXTS: usize = 3;
/// The indent of a row, a step.
const STEP: &str = "\u{a0}\u{a0}";

/// The table of the block at `block` within the page: aligned, or as cards where columns would be too narrow.
pub fn render(table: &Table, block: usize, page: &Page) -> Vec<Line> {
    let formatted = FormattedTable::new(table, page.lang);
    let mut lines: Vec<Line> = formatted.title.iter().flat_map(|title| headed_line(title, page)).collect();
    if !formatted.rows.is_empty() {
        let aligned = (page.width >= NARROWEST_TABLE).then(|| aligned(&formatted, block, page)).flatten();
        lines.extend(aligned.unwrap_or_else(|| cards::render(&formatted, block, page)));
    }
    let below = formatted.constants_told(page.lang).chain(formatted.notes_below());
    lines.extend(below.flat_map(|note| wrapped(&note, page.width, "", "  ", &Look::Quiet)));
    lines
}

/// The rows in columns; `None` if they do not fit, or if texts get too narrow.
fn aligned(formatted: &FormattedTable, block: usize, page: &Page) -> Option<Vec<Line>> {
    let table = laid_out(formatted, page);
    let natural = table.column_max_content_widths();
    let lines: Vec<String> = table.lines().collect();
    let rule = lines.iter().position(|line| is_rule(line, page.signs.rule))?;
    let widths: Vec<usize> = lines[rule].split_whitespace().map(display_width).collect();
    let fits = lines.iter().all(|line| display_width(line.trim_end()) <= page.width);
    let texts = || (0..formatted.headings.len()).filter(|at| !formatted.figures[*at]);
    let readable = if formatted.side_by_side { READABLE_SIDE_BY_SIDE } else { READABLE_TEXT };
    let squeezed = |at: usize| {
        widths.get(at).is_none_or(|width| {
            *width < readable && *width < usize::from(natural.get(at).copied().unwrap_or_default())
        })
    };
    if !fits || (texts().count() >= MANY_TEXTS && texts().any(squeezed)) {
        return None;
    }
    Some(styled(&lines, rule, formatted, block, page))
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
fn styled(lines: &[String], rule: usize, formatted: &FormattedTable, block: usize, page: &Page) -> Vec<Line> {
    let spans = formatted.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let mut matches: Vec<&str> =
        spans.filter(|span| span.role == Role::Match).map(|span| span.text.as_str()).collect();
    matches.sort_unstable_by_key(|text| std::cmp::Reverse(text.len()));
    matches.dedup();
    matches.retain(|text| !text.is_empty());
    let mut rows = Rows::new(formatted);
    let style_line = |(at, line): (usize, &String)| {
        let line = line.trim_end();
        if at < rule {
            return Line::of(line, Look::Strong);
        }
        if at == rule {
            // One stroke under all headings is quieter than one for each.
            return Line::of(line.replace(' ', &page.signs.rule.to_string()), Look::Quiet);
        }
        let (at, strong) = rows.of(line);
        let drawn = if strong { Line::of(line, Look::Strong) } else { emphasised(line, &matches) };
        Line { item: Some(Item { block, at }), ..drawn }
    };
    lines.iter().enumerate().map(style_line).collect()
}

/// Which row each line of the layout belongs to: a row goes on until its letters are used up.
struct Rows<'a> {
    formatted: &'a FormattedTable,
    texts: Vec<Vec<String>>,
    at: usize,
    /// Letters of the row that its lines have not shown yet.
    left: usize,
}

impl<'a> Rows<'a> {
    fn new(formatted: &'a FormattedTable) -> Self {
        let texts = formatted.grouped_texts();
        let left = texts.first().map_or(0, |row| row.iter().map(|text| letters(text)).sum());
        Self { formatted, texts, at: 0, left }
    }

    /// The row that `line` belongs to, and whether it stands out.
    fn of(&mut self, line: &str) -> (usize, bool) {
        if self.left == 0 && self.at + 1 < self.texts.len() {
            self.at += 1;
            self.left = self.texts[self.at].iter().map(|text| letters(text)).sum();
        }
        self.left = self.left.saturating_sub(letters(line));
        (self.at, self.formatted.rows.get(self.at).is_some_and(|row| row.strong))
    }
}

/// How many characters there are besides blanks, which a layout adds and takes.
fn letters(text: &str) -> usize {
    text.chars().filter(|char| !char.is_whitespace()).count()
}

/// A line with the first of the `matches` that it has in bold, and so on behind it.
fn emphasised(line: &str, matches: &[&str]) -> Line {
    let first = |rest: &str| {
        matches.iter().filter_map(|word| Some((rest.find(word)?, word.len()))).min_by_key(|(at, _)| *at)
    };
    let mut shown = Line::default();
    let mut rest = line;
    while let Some((at, length)) = first(rest) {
        let (before, from) = rest.split_at(at);
        let (word, behind) = from.split_at(length);
        shown.push(before, Look::Plain);
        shown.push(word, Look::Match);
        rest = behind;
    }
    shown.with(rest, Look::Plain)
}
