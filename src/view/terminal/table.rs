//! Tables in a terminal: quiet rules, numbers that never wrap, marks with their notes below.

use std::borrow::Cow;

use super::widths::{GAP, Need, columns, share};
use super::{Page, cards, headed, wrapped};
use crate::report::{Table, in_parts};
use crate::view::shown::Shown;
use crate::view::style;

/// Below this width every table is told as cards.
const NARROW: usize = 60;
/// Wide terminals leave the rest blank.
const WIDEST: usize = 130;

/// The widths at which the table fits in `width`, if it can.
fn widths(shown: &Shown, width: usize) -> Option<Vec<usize>> {
    let needs = in_parts(&shown.rows, |rows| {
        let column = |at: usize| {
            let cells = rows.iter().map(|row| row[at].as_str());
            Need::of(&shown.headings[at], cells, shown.figures[at])
        };
        (0..shown.headings.len()).map(column).collect::<Vec<Need>>()
    });
    let both = |a: Vec<Need>, b: Vec<Need>| a.into_iter().zip(b).map(|(a, b)| a.or(b)).collect();
    share(&needs.into_iter().reduce(both)?, width)
}

/// The table within the page, as cards where it would not fit or the page is narrow.
pub fn render(table: &Table, page: &Page) -> String {
    if table.rows.is_empty() {
        return String::new();
    }
    let page = page.at_most(WIDEST);
    let title = table.title.as_ref().map(|title| headed(title, &page));
    let shown = Shown::new(table, page.lang);
    let fitting = (page.width >= NARROW).then(|| widths(&shown, page.width)).flatten();
    let shown = if fitting.is_some() { shown.grouped(table) } else { shown };
    let body = match fitting {
        Some(widths) => grid(&shown, &widths, page.signs.rule),
        None => cards::render(&shown, page.width),
    };
    let note = |note: String| style::quiet(&wrapped(&note, page.width, "", "  "));
    let drawn =
        shown.notes_below().map(note).fold(title.into_iter().chain([body]).reduce(below), |drawn, note| {
            drawn.map(|drawn| below(drawn, note))
        });
    // Like the document: see `view::show`.
    std::mem::forget(shown);
    drawn.unwrap_or_default()
}

/// A text on the lines below another.
fn below(mut above: String, text: String) -> String {
    above.push('\n');
    above.push_str(&text);
    above
}

/// Rows and columns below a quiet rule, with texts broken to their column's width.
fn grid(shown: &Shown, widths: &[usize], rule: char) -> String {
    let widths = &taken(shown, widths);
    let total = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    let mut drawn = String::with_capacity((shown.rows.len() + 2) * (total + 8));
    line_up(&shown.headings, widths, &shown.figures, style::column, &mut drawn);
    drawn.extend(std::iter::repeat_n(rule, total));
    drawn.push('\n');
    let lines = |rows: &[Vec<String>]| {
        let mut lines = String::with_capacity(rows.len() * (total + 8));
        for row in rows {
            line_up(row, widths, &shown.figures, str::to_owned, &mut lines);
        }
        lines
    };
    drawn.extend(in_parts(&shown.rows, lines));
    drawn.truncate(drawn.trim_end_matches('\n').len());
    drawn
}

/// What the columns take of the `widths` they may have, once their texts are broken.
fn taken(shown: &Shown, widths: &[usize]) -> Vec<usize> {
    let column = |(at, most): (usize, &usize)| {
        let mut taken = 0;
        for cell in shown.rows.iter().map(|row| &row[at]).chain([&shown.headings[at]]) {
            let lines = broken(cell, *most);
            taken = lines.iter().map(|line| columns(line.trim_end())).fold(taken, usize::max);
            if taken >= *most {
                break;
            }
        }
        taken
    };
    widths.iter().enumerate().map(column).collect()
}

/// Adds a row, as many lines high as its highest cell; figures stand right.
fn line_up(
    row: &[String],
    widths: &[usize],
    figures: &[bool],
    styled: fn(&str) -> String,
    drawn: &mut String,
) {
    let cells: Vec<Vec<Cow<'_, str>>> =
        row.iter().zip(widths).map(|(cell, width)| broken(cell, *width)).collect();
    for at in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
        let mut owed = 0;
        for ((cell, width), figure) in cells.iter().zip(widths).zip(figures) {
            let text = cell.get(at).map_or("", |line| line.trim_end());
            let blank = width.saturating_sub(columns(text));
            if !text.is_empty() {
                drawn.extend(std::iter::repeat_n(' ', owed + if *figure { blank } else { 0 }));
                drawn.push_str(&styled(text));
                owed = 0;
            }
            owed += GAP
                + if text.is_empty() {
                    *width
                } else if *figure {
                    0
                } else {
                    blank
                };
        }
        drawn.push('\n');
    }
}

/// `text` in lines of `width`, broken between words wherever a word fits; no-break spaces that begin it
/// begin every line.
fn broken(text: &str, width: usize) -> Vec<Cow<'_, str>> {
    if columns(text) <= width && !text.contains('\n') {
        return vec![Cow::Borrowed(text)];
    }
    let indent: String = text.chars().take_while(|char| *char == '\u{a0}').collect();
    let options = textwrap::Options::new(width.max(1))
        .subsequent_indent(&indent)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(|line| Cow::Owned(line.into_owned())).collect()
}
