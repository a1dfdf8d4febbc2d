//! Curves in a terminal: a grid of signs over round amounts.

use textwrap::core::display_width;

use super::chart::thousands;
use super::layout::{headed, wrapped};
use super::page::Page;
use crate::model::figures::number;
use crate::report::{Curves, Series};
use crate::view::scale::Scale;
use crate::view::style;

/// Lines of the grid: enough to see where curves cross, few enough for one screen.
const HEIGHT: usize = 12;
/// Columns of the grid at most; more say no more.
const WIDEST: usize = 64;
/// On a page narrower than this curves say nothing.
const NARROWEST_PAGE: usize = 40;

/// The curves on one grid; nothing where charts are not wanted, or where nothing can be drawn.
pub fn render(curves: &Curves, page: &Page) -> String {
    if !page.charts || page.width < NARROWEST_PAGE {
        return String::new();
    }
    let points = || curves.series.iter().flat_map(|series| series.points.iter().copied());
    let across = Scale::over(points().map(|(x, _)| x), 6, 0.0, 1.0);
    let up = Scale::over(points().map(|(_, y)| y), 5, 0.0, 1000.0);
    let (Some(across), Some(up)) = (across, up) else { return String::new() };
    let amounts: Vec<(usize, String)> =
        up.ticks().map(|tick| (up.cell(tick, HEIGHT), thousands(tick, page.lang))).collect();
    let left = amounts.iter().map(|(_, amount)| display_width(amount)).max().unwrap_or(0) + 1;
    let columns = (page.width - left - 2).min(WIDEST);
    let mut grid = vec![vec![None; columns]; HEIGHT];
    for (sign, series) in curves.series.iter().enumerate() {
        draw(series, sign, &across, &up, &mut grid);
    }
    let mut lines = vec![headed(&curves.title, page)];
    for (at, row) in grid.iter().enumerate().rev() {
        let amount = amounts.iter().find(|(row, _)| *row == at).map_or("", |(_, amount)| amount.as_str());
        let pad = " ".repeat(left - 1 - display_width(amount));
        let axis = style::quiet(&format!("{pad}{amount} {}", page.signs.line));
        let cells = row.iter().map(|cell| match cell {
            Some(series) => style::bar(&sign(*series, page).to_string(), *series),
            None => " ".to_owned(),
        });
        lines.push(format!("{axis}{}", cells.collect::<String>()).trim_end().to_owned());
    }
    lines.push(style::quiet(&axis(&across, left + 1, columns, page)));
    lines.push(style::quiet(&wrapped(&page.say(&curves.axis), page.width, &" ".repeat(left + 1), "")));
    let legend = curves.series.iter().enumerate();
    let legend = legend.map(|(at, series)| format!("{} {}", sign(at, page), page.say(&series.label)));
    lines.push(wrapped(&legend.collect::<Vec<_>>().join("   "), page.width, "", ""));
    lines.join("\n")
}

fn sign(series: usize, page: &Page) -> char {
    page.signs.curves[series % page.signs.curves.len()]
}

/// Marks the cell of every column that the curve crosses, between its points on a straight line.
#[allow(clippy::cast_precision_loss, reason = "a few dozen columns")]
fn draw(series: &Series, sign: usize, across: &Scale, up: &Scale, grid: &mut [Vec<Option<usize>>]) {
    let columns = grid.first().map_or(0, Vec::len);
    let last = columns.saturating_sub(1).max(1) as f64;
    for column in 0..columns {
        let x = across.start + (across.end - across.start) * column as f64 / last;
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
