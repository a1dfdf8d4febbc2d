//! Curves in HTML: a drawing, and the points it is drawn through as a table.

use maud::{Markup, html};

use super::place::Place;
use super::table;
use crate::model::money::Money;
use crate::report::{Curves, Kind, Series, Table, TableBuilder};
use crate::view::format::axis_amount;
use crate::view::scale::Scale;
use crate::view::sentence;

/// Rows of the table at most; the drawing shows what is between.
const ROWS: usize = 12;
/// The curves' classes, one after the other.
const CLASSES: [&str; 4] = ["confirmed", "junior", "senior", "other"];

/// The drawing with its table; nothing without two points.
pub fn render(curves: &Curves, place: &mut Place) -> Markup {
    let ends = || curves.series.iter().flat_map(|series| series.points.iter().copied());
    let across = Scale::over(ends().map(|(x, _)| x), 6, 0.0, 1.0);
    let up = Scale::over(ends().map(|(_, y)| y), 5, 0.0, 1000.0);
    let (Some(across), Some(up)) = (across, up) else { return Markup::default() };
    let id = place.id("c");
    let (title, desc) = (format!("{id}t"), format!("{id}d"));
    let caption = place.say(&curves.title);
    let percent = |share: f64| format!("{:.1}%", share * 100.0);
    html! {
        figure {
            svg.curves role="img" aria-labelledby=(format!("{title} {desc}")) {
                title id=(title) { (place.say(&curves.title)) }
                desc id=(desc) { (sentence::curves(curves, place.lang)) }
                @for tick in up.ticks() {
                    @let y = percent(1.0 - up.share(tick));
                    line.g x1="0" x2="100%" y1=(y) y2=(y) {}
                    text.q x="0" y=(y) dy="-3" { (axis_amount(tick, up.step, place.lang)) }
                }
                svg viewBox="0 0 1000 1000" preserveAspectRatio="none" {
                    @for (at, series) in curves.series.iter().enumerate() {
                        polyline class=(class(at)) vector-effect="non-scaling-stroke" points=(path(series, &across, &up)) {}
                    }
                }
                @for tick in across.ticks() {
                    @let share = across.share(tick);
                    @let anchor = if share < 0.05 { "start" } else if share > 0.95 { "end" } else { "middle" };
                    text.q x=(percent(share)) y="100%" dy="14" text-anchor=(anchor) { (sentence::axis_figure(tick, place.lang)) }
                }
            }
            figcaption.key {
                span { (place.say(&curves.axis)) }
                @for (at, series) in curves.series.iter().enumerate() {
                    span { svg aria-hidden="true" { line class=(class(at)) x2="100%" y1="50%" y2="50%" {} } " " (place.say(&series.label)) }
                }
            }
        }
        div.xy { (table::render(&points(curves, place), &caption, place)) }
    }
}

/// The look of a curve: a colour, and dashes where colours are used up.
fn class(at: usize) -> String {
    let dashes = ["v", "v d", "v i"][at % 3];
    format!("{dashes} {}", CLASSES[at % CLASSES.len()])
}

fn path(series: &Series, across: &Scale, up: &Scale) -> String {
    let point = |(x, y): &(f64, f64)| {
        format!("{:.0},{:.0}", across.share(*x) * 1000.0, (1.0 - up.share(*y)) * 1000.0)
    };
    series.points.iter().map(point).collect::<Vec<_>>().join(" ")
}

/// The points of the curves, as many as read well, at even steps.
fn points(curves: &Curves, place: &Place) -> Table {
    let mut places: Vec<f64> =
        curves.series.iter().flat_map(|series| series.points.iter().map(|(x, _)| *x)).collect();
    places.sort_by(f64::total_cmp);
    places.dedup();
    let step = places.len().div_ceil(ROWS).max(1);
    let records = places.into_iter().step_by(step);
    let axis = Table::of(records)
        .column("axis", Kind::Number, curves.axis.clone(), |x| sentence::axis_figure(x, place.lang));
    let with_curve = |table: TableBuilder<f64>, series: &Series| {
        table.column("amount", Kind::Number, series.label.clone(), |x| {
            let point = series.points.iter().find(|(place, _)| place.total_cmp(&x).is_eq());
            point.map(|(_, y)| Money::euros(*y))
        })
    };
    curves.series.iter().fold(axis, with_curve).main()
}
