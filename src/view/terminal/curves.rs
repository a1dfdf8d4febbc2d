//! Curves in a terminal: a grid of signs over round amounts.

use textwrap::core::display_width;

use super::layout::{headed, wrapped, wrapped_line};
use super::page::Page;
use crate::model::figures::number;
use crate::report::{Curves, Series};
use crate::view::format::axis_amount;
use crate::view::line::{Line, Look};
use crate::view::scale::Scale;

/// Lines of the grid: enough to see where curves cross, few enough for one screen.
const HEIGHT: usize = 12;
/// Columns of the grid at most; more say no more.
const WIDEST: usize = 64;
/// On a page narrower than this curves say nothing.
const NARROWEST_PAGE: usize = 40;

/// The curves on one grid; nothing where charts are not wanted, or where nothing can be drawn.
pub fn render(curves: &Curves, page: &Page) -> Vec<Line> {
    if !page.charts || page.width < NARROWEST_PAGE {
        return Vec::new();
    }
    let points = || curves.series.iter().flat_map(|series| series.points.iter().copied());
    let across = Scale::over(points().map(|(x, _)| x), 6, 0.0, 1.0);
    let up = Scale::over(points().map(|(_, y)| y), 5, 0.0, 1000.0);
    let (Some(across), Some(up)) = (across, up) else { return Vec::new() };
    let amounts: Vec<(usize, String)> =
        up.ticks().map(|tick| (up.cell(tick, HEIGHT), axis_amount(tick, up.step, page.lang))).collect();
    let left = amounts.iter().map(|(_, amount)| display_width(amount)).max().unwrap_or(0) + 1;
    let columns = (page.width - left - 2).min(WIDEST);
    let mut grid = vec![vec![None; columns]; HEIGHT];
    for (sign, series) in curves.series.iter().enumerate() {
        draw(series, sign, &across, &up, &mut grid);
    }
    let mut lines = headed(&curves.title, page);
    for (at, row) in grid.iter().enumerate().rev() {
        let amount = amounts.iter().find(|(row, _)| *row == at).map_or("", |(_, amount)| amount.as_str());
        let pad = " ".repeat(left - 1 - display_width(amount));
        let mut line = Line::of(format!("{pad}{amount} {}", page.signs.line), Look::Quiet);
        for cell in row {
            match cell {
                Some(series) => line.push(sign(*series, page), Look::Group(*series)),
                None => line.push(" ", Look::Plain),
            }
        }
        lines.push(line.trimmed());
    }
    lines.push(Line::of(axis(&across, left + 1, columns, page), Look::Quiet));
    lines.extend(wrapped(&page.say(&curves.axis), page.width, &" ".repeat(left + 1), "", &Look::Quiet));
    let mut legend = Line::default();
    for (at, series) in curves.series.iter().enumerate() {
        legend.push(if at == 0 { "" } else { "   " }, Look::Plain);
        legend.push(sign(at, page), Look::Group(at));
        legend.push(format!(" {}", page.say(&series.label)), Look::Plain);
    }
    lines.extend(wrapped_line(&legend, page.width));
    lines
}

fn sign(series: usize, page: &Page) -> char {
    page.signs.curves[series % page.signs.curves.len()]
}

/// Marks the cell of every column that the curve crosses, between its points on a straight line.
#[allow(clippy::cast_precision_loss, reason = "a few dozen columns")]
fn draw(series: &Series, sign: usize, across: &Scale, up: &Scale, grid: &mut [Vec<Option<usize>>]) {
    let columns = grid.first().map_or(0, Vec::len);
    let last = columns.saturating_sub(1).max(1) as f64;
    for (column, x) in (0..columns).map(|column| (column, column as f64 / last)) {
        let x = across.start + (across.end - across.start) * x;
        let pair = series.points.windows(2).find(|pair| pair[0].0 <= x && x <= pair[1].0);
        let Some([(x0, y0), (x1, y1)]) = pair else { continue };
        let y = if x1 > x0 { y0 + (y1 - y0) * (x - x0) / (x1 - x0) } else { *y0 };
        // The first curve keeps the cell where two meet.
        grid[up.cell(y, HEIGHT)][column].get_or_insert(sign);
    }
}

/// The round numbers below the grid.
fn axis(across: &Scale, left: usize, columns: usize, page: &Page) -> String {
    let mut line = String::new();
    for tick in across.ticks() {
        let written = number(tick, usize::from(across.step < 1.0), page.lang);
        let at = left + across.cell(tick, columns);
        let used = display_width(&line);
        let fits = at + display_width(&written) <= left + columns + 1;
        if fits && (line.is_empty() || used + 1 < at) {
            line.push_str(&" ".repeat(at.saturating_sub(used)));
            line.push_str(&written);
        }
    }
    line
}
