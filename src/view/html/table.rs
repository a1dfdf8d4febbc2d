//! A table in HTML: groups as row groups, and cards where a phone has no room for columns.

use maud::{Markup, html};

use super::place::{Place, pieces};
use crate::model::vocabulary::{Seniority, Vocabulary};
use crate::report::{Cell, Row, Table, plain_text};
use crate::view::formatted::{FormattedRow, FormattedTable};
use crate::view::unknown::is_unknown;

/// With more columns than this, or this many of them texts, a phone shows cards.
const NARROW: usize = 3;

/// The table under its caption, which only who hears the page is told: the heading above says the same.
pub fn render(table: &Table, caption: &str, place: &mut Place) -> Markup {
    captioned(table, caption, false, place)
}

/// The table under its caption, which everybody sees if `shown`.
pub fn captioned(table: &Table, caption: &str, shown: bool, place: &mut Place) -> Markup {
    let formatted = FormattedTable::numbered(table, place.lang, &mut place.notes);
    if formatted.rows.is_empty() {
        return Markup::default();
    }
    let groups = leading_groups(&formatted);
    let texts = formatted.figures.iter().skip(groups).filter(|figure| !**figure).count();
    let columns = formatted.headings.len() - groups;
    let cards = columns > NARROW || (columns == NARROW && texts == NARROW);
    let role = |name: &'static str| cards.then_some(name);
    let named = formatted.marked_column().max(groups);
    let slim = !cards && formatted.headings.len() <= NARROW + groups;
    let told: Vec<String> = formatted.constants_told(place.lang).collect();
    html! {
        table.cards[cards].slim[slim] role=[role("table")] {
            caption.vh[!shown] { (caption) }
            thead role=[role("rowgroup")] {
                tr role=[role("row")] {
                    @for (at, heading) in formatted.headings.iter().enumerate().skip(groups) {
                        th.n[formatted.figures[at] && at != named] scope="col" role=[role("columnheader")] { (heading) }
                    }
                }
            }
            @for body in bodies(table, &formatted, groups) {
                tbody class=[body.class] role=[role("rowgroup")] {
                    @if let Some((title, numbers)) = &body.title {
                        tr.grp role=[role("row")] {
                            th scope="rowgroup" colspan=(columns) role=[role("rowheader")] { (title) (place.marks(numbers)) }
                        }
                    }
                    @for (row, cells) in &body.rows { (line(row, cells, &formatted, groups, cards, place)) }
                }
            }
        }
        @for told in told { p.key { (told) } }
    }
}

/// Rows that belong together, under what they have in common.
struct Body<'a> {
    title: Option<(String, Vec<usize>)>,
    class: Option<&'static str>,
    rows: Vec<(&'a FormattedRow, &'a Row)>,
}

/// How many columns at the left become titles of row groups, since they say only what rows have in common.
///
/// A table of few columns keeps them, and so does one in which a group comes back further down or has one row each.
fn leading_groups(formatted: &FormattedTable) -> usize {
    let groups = formatted.grouped.iter().take_while(|grouped| **grouped).count();
    let names =
        |row: &FormattedRow| row.cells[..groups].iter().map(|cell| plain_text(cell)).collect::<Vec<_>>();
    let mut runs: Vec<Vec<String>> = formatted.rows.iter().map(names).collect();
    runs.dedup();
    let count = runs.len();
    runs.sort_unstable();
    runs.dedup();
    let is_of_use = count < formatted.rows.len() && formatted.headings.len() >= groups + 2;
    if is_of_use && runs.len() == count { groups } else { 0 }
}

/// The rows by group; a heading row opens one too.
fn bodies<'a>(table: &'a Table, formatted: &'a FormattedTable, groups: usize) -> Vec<Body<'a>> {
    let mut bodies: Vec<Body<'a>> = Vec::new();
    let mut above: Option<&FormattedRow> = None;
    for (row, cells) in formatted.rows.iter().zip(&table.rows) {
        if groups > 0 && above.is_none_or(|above| above.cells[..groups] != row.cells[..groups]) {
            bodies.push(Body {
                title: Some((common(row, groups), Vec::new())),
                class: level(cells),
                rows: Vec::new(),
            });
        } else if is_heading(row, cells, formatted) {
            let title = plain_text(row.cells.first().map_or(&[], Vec::as_slice));
            bodies.push(Body { title: Some((title, row.numbers.clone())), class: None, rows: Vec::new() });
            above = Some(row);
            continue;
        } else if bodies.is_empty()
            || (row.strong
                && groups == 0
                && row.indent == 0
                && bodies.iter().any(|body| body.title.is_some()))
        {
            bodies.push(Body { title: None, class: None, rows: Vec::new() });
        }
        above = Some(row);
        if let Some(body) = bodies.last_mut() {
            body.rows.push((row, cells));
        }
    }
    bodies
}

/// What the rows of a group have in common.
fn common(row: &FormattedRow, groups: usize) -> String {
    row.cells[..groups].iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join(" · ")
}

/// Whether a row only opens a group: nothing is meant to stand in its other columns.
fn is_heading(row: &FormattedRow, cells: &Row, formatted: &FormattedTable) -> bool {
    let mut others = formatted.places.iter().skip(1).map(|at| &cells.cells[*at]);
    row.strong && formatted.places.len() > 1 && others.all(|cell| matches!(cell, Cell::Blank))
}

/// The class of the level that a row is about.
fn level(row: &Row) -> Option<&'static str> {
    row.cells.iter().find_map(|cell| match cell {
        Cell::Term(term) => Seniority::ALL.iter().map(|level| level.id()).find(|id| *id == term.id),
        _ => None,
    })
}

/// A row; the column that names it is its heading.
fn line(
    row: &FormattedRow,
    cells: &Row,
    formatted: &FormattedTable,
    groups: usize,
    cards: bool,
    place: &Place,
) -> Markup {
    let named = formatted.marked_column().max(groups);
    let role = |name: &'static str| cards.then_some(name);
    html! {
        tr.sum[row.strong] role=[role("row")] {
            @for (at, spans) in row.cells.iter().enumerate().skip(groups) {
                @let cell = &cells.cells[formatted.places[at]];
                @let text = if matches!(cell, Cell::Blank) { Markup::default() } else if is_unknown(cell) { place.unknown() } else { pieces(spans) };
                @let indent = (at == groups && row.indent > 0).then(|| format!("padding-left:{}em", row.indent));
                @if at == named {
                    th scope="row" role=[role("rowheader")] style=[indent] { (text) (place.marks(&row.numbers)) }
                } @else {
                    td.n[formatted.figures[at]] style=[indent] role=[role("cell")] data-h=[cards.then_some(&formatted.headings[at])] { (text) }
                }
            }
        }
    }
}
