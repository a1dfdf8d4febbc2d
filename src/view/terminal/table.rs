//! Tables in a terminal: quiet rules, numbers that never wrap, marks with their notes below.

use comfy_table::{
    Cell as TableCell, CellAlignment, ContentArrangement, LineStyle, Table as Grid, TableStyle,
};

use super::widths::{GAP, Need, share};
use super::{Page, cards, headed, wrapped};
use crate::report::Table;
use crate::view::shown::Shown;
use crate::view::style;

/// Below this width every table is told as cards.
const NARROW: usize = 60;
/// Wide terminals leave the rest blank.
const WIDEST: usize = 130;

/// The widths at which the table fits in `width`, if it can.
fn widths(shown: &Shown, width: usize) -> Option<Vec<usize>> {
    let needs = (0..shown.headings.len()).map(|at| {
        let cells = shown.rows.iter().map(|row| row[at].as_str());
        Need::of(&shown.headings[at], cells, shown.figures[at])
    });
    share(&needs.collect::<Vec<_>>(), width)
}

/// The table within the page, as cards where it would not fit or the page is narrow.
pub fn render(table: &Table, page: &Page) -> String {
    let page = page.at_most(WIDEST);
    let title = table.title.as_ref().map(|title| headed(title, &page));
    let shown = Shown::new(table, page.lang, true);
    let fitting = (page.width >= NARROW).then(|| widths(&shown, page.width)).flatten();
    let body = (!shown.rows.is_empty()).then(|| match fitting {
        Some(widths) => grid(&shown, &widths, page.signs.rule),
        None => cards::render(&Shown::new(table, page.lang, false), page.width),
    });
    let notes = shown.notes_below().map(|note| style::quiet(&wrapped(&note, page.width, "", "  ")));
    title.into_iter().chain(body).chain(notes).collect::<Vec<_>>().join("\n")
}

/// Rows and columns, with texts already broken to their column's width.
fn grid(shown: &Shown, widths: &[usize], rule: char) -> String {
    let mut grid = Grid::new();
    let total = widths.iter().sum::<usize>() + GAP * widths.len();
    let headings = shown.headings.iter().zip(widths).map(|(heading, width)| {
        let lines = broken(heading, *width);
        TableCell::new(lines.iter().map(|line| style::column(line)).collect::<Vec<_>>().join("\n"))
    });
    // A line under the headings, and no other.
    grid.load_style(TableStyle::new().header_separator(LineStyle::none().fill(rule)))
        .set_content_arrangement(ContentArrangement::Disabled)
        .set_width(u16::try_from(total).unwrap_or(u16::MAX))
        .set_header(headings);
    for row in &shown.rows {
        grid.add_row(row.iter().zip(widths).map(|(cell, width)| broken(cell, *width).join("\n")));
    }
    let last = widths.len().saturating_sub(1);
    for (at, column) in grid.column_iter_mut().enumerate() {
        column.set_padding((0, if at == last { 0 } else { 2 }));
        if shown.figures[at] {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let lines: Vec<String> = grid.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

/// `text` in lines of `width`, broken between words wherever a word fits; no-break spaces that begin it
/// begin every line.
fn broken(text: &str, width: usize) -> Vec<String> {
    let indent: String = text.chars().take_while(|char| *char == '\u{a0}').collect();
    let options = textwrap::Options::new(width.max(1))
        .subsequent_indent(&indent)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}
