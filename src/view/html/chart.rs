//! Low–high bars in HTML: the table is the chart. Each bar is a row that says the same in words.

use maud::{Markup, html};

use super::place::Place;
use crate::model::money::{Money, Range};
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::report::{Bar, Cell, Distribution, Ranges};
use crate::view::format::axis_figure;
use crate::view::scale::Scale;
use crate::view::sentence;

/// Amounts along the axis: enough to read a bar against, few enough for a phone.
const TICKS: usize = 5;
/// The chart; nothing without an amount.
pub fn render(ranges: &Ranges, place: &mut Place) -> Markup {
    let Some(scale) = Scale::of_ranges(ranges, TICKS) else { return Markup::default() };
    let grid = place.id("g");
    let details = ranges.bars.iter().any(|bar| bar.detail.is_some());
    let columns = if details { 4 } else { 3 };
    let groups = groups(ranges, place);
    html! {
        table.ranges role="table" {
            caption.vh { (place.say(&ranges.title)) }
            thead role="rowgroup" {
                tr role="row" {
                    th.t scope="col" role="columnheader" { (place.say(&text("Qui", "Who"))) }
                    th.plot scope="col" role="columnheader" { (axis(ranges, &scale, &grid, place)) }
                    th.n.t scope="col" role="columnheader" { (place.say(&text("Montant", "Amount"))) }
                    @if details { th.n.t.y scope="col" role="columnheader" { (place.say(&detail_heading(ranges))) } }
                }
            }
            @for group in &groups {
                tbody class=(group.class) role="rowgroup" {
                    @if !group.label.is_empty() {
                        tr.grp role="row" { th colspan=(columns) scope="rowgroup" role="rowheader" { (group.label) } }
                    }
                    @for (bar, notes) in &group.bars {
                        tr.other[bar.apart] role="row" {
                            th scope="row" role="rowheader" {
                                (place.say(&bar.label))
                                (place.marks(notes))
                            }
                            td.plot role="cell" { svg aria-hidden="true" { use href=(format!("#{grid}")) {} (mark(bar, &scale)) } }
                            td.n role="cell" { (figure(bar, place)) }
                            @if details {
                                td.n.y role="cell" { @if let Some(detail) = &bar.detail { (place.say(detail)) } }
                            }
                        }
                    }
                }
            }
        }
        (lines(ranges, place))
        (legend(ranges, place))
    }
}

/// What the last column holds: years, or what else stands behind an amount.
fn detail_heading(ranges: &Ranges) -> Text {
    let is_year = |detail: &Text| detail.fr.len() == 4 && detail.fr.chars().all(|char| char.is_ascii_digit());
    let years = ranges.bars.iter().flat_map(|bar| &bar.detail).any(is_year);
    if years { text("Année", "Year") } else { text("Précision", "Detail") }
}

/// Bars of one group, and how they look.
struct Group<'a> {
    label: String,
    class: &'static str,
    bars: Vec<(&'a Bar, Vec<usize>)>,
}

/// The bars by group; a level has a look of its own, which no other group takes, and what stands apart has none.
fn groups<'a>(ranges: &'a Ranges, place: &mut Place) -> Vec<Group<'a>> {
    let group = |bars: &'a [Bar]| {
        let class = match bars[0].level() {
            _ if bars.iter().all(|bar| bar.apart) => "other",
            Some(level) => level.id(),
            None => "all",
        };
        let label = place.say(&bars[0].group);
        let numbers = |bar: &'a Bar| (bar, place.notes.numbers_of(&bar.notes, place.lang));
        Group { label, class, bars: bars.iter().map(numbers).collect() }
    };
    ranges.bars.chunk_by(|bar, next| bar.group == next.group).map(group).collect()
}

/// The axis, which defines the grid of every row.
fn axis(ranges: &Ranges, scale: &Scale, grid: &str, place: &Place) -> Markup {
    let (title, desc) = (format!("{grid}t"), format!("{grid}d"));
    let ticks: Vec<f64> = scale.ticks().collect();
    let told = format!("{} {}", sentence::axis(scale, place.lang), sentence::ranges(ranges, place.lang));
    html! {
        svg role="img" aria-labelledby=(format!("{title} {desc}")) {
            title id=(title) { (place.say(&ranges.title)) }
            desc id=(desc) { (told) }
            defs {
                g id=(grid) {
                    @for tick in &ticks { (upright("g", scale.share(*tick))) }
                    @for line in &ranges.lines { (upright(if line.is_floor { "f" } else { "k" }, scale.share(line.amount.as_euros()))) }
                }
            }
            @for (at, tick) in ticks.iter().enumerate() {
                @let anchor = if at + 1 == ticks.len() { "end" } else if at == 0 { "start" } else { "middle" };
                text.q x=(percent(scale.share(*tick))) y="85%" text-anchor=(anchor) { (axis_figure(ranges, *tick, scale.step, place.lang)) }
            }
        }
    }
}

fn upright(class: &str, share: f64) -> Markup {
    html! { line class=(class) x1=(percent(share)) x2=(percent(share)) y1="0" y2="100%" {} }
}

/// A place along the plot.
fn percent(share: f64) -> String {
    format!("{:.1}%", share * 100.0)
}

/// Shape says the kind: a dot, a bar, a dotted line up to a stop or from one on, a stroke with caps and an open dot.
fn mark(bar: &Bar, scale: &Scale) -> Markup {
    let at = |amount: Money| scale.share(amount.as_euros());
    let (low, high) = (bar.range.low.map(at), bar.range.high.map(at));
    let stop = |share: f64, top: &str, bottom: &str| {
        html! { line.l x1=(percent(share)) x2=(percent(share)) y1=(top) y2=(bottom) {} }
    };
    let stroke = |class: &str, from: f64, to: f64| {
        html! { line class=(class) x1=(percent(from)) x2=(percent(to)) y1="50%" y2="50%" {} }
    };
    html! {
        @match (low, high, bar.distribution) {
            (low, high, Some(distribution)) => {
                @let (top, bottom) = if distribution.of_quartiles { ("42%", "58%") } else { ("32%", "68%") };
                @let centre = percent(at(distribution.centre));
                @if let (Some(low), Some(high)) = (low, high) { (stroke("l", low, high)) (stop(low, top, bottom)) (stop(high, top, bottom)) }
                @if distribution.is_mean { circle.m cx=(centre) cy="50%" r="3.5" {} }
                @else { circle.l.o cx=(centre) cy="50%" r="5" {} }
            }
            (None, Some(high), None) => { (stroke("l d", 0.0, high)) (stop(high, "15%", "85%")) }
            (Some(low), Some(high), None) if low < high => {
                rect.m x=(percent(low)) width=(percent(high - low)) y="28%" height="44%" {}
            }
            (Some(low), None, None) => { (stroke("l d", low, 1.0)) (stop(low, "15%", "85%")) }
            (Some(low), Some(_), None) => circle.m cx=(percent(low)) cy="50%" r="5" {}
            _ => {}
        }
    }
}

/// The amount of a bar, with the centre first where it is a distribution.
fn figure(bar: &Bar, place: &Place) -> Markup {
    match bar.distribution {
        None => place.cell(&bar.ends()),
        Some(distribution) => html! {
            (place.cell(&Cell::Money(distribution.centre)))
            @if bar.has_spread() { small { " (" (place.cell(&bar.ends())) ")" } }
        },
    }
}

/// The lines across all bars, in words.
fn lines(ranges: &Ranges, place: &Place) -> Markup {
    html! {
        @if !ranges.lines.is_empty() {
            p.key {
                @for line in &ranges.lines {
                    @let class = if line.is_floor { "f" } else { "k" };
                    span {
                        svg aria-hidden="true" { line class=(class) x1="50%" x2="50%" y2="100%" {} }
                        " " (place.say(&line.label)) " " b { (place.cell(&Cell::Money(line.amount))) }
                    }
                }
            }
        }
    }
}

/// What the shapes mean, for those that are drawn.
fn legend(ranges: &Ranges, place: &Place) -> Markup {
    let money = |euros: f64| Some(Money::euros(euros));
    let sample = |low: Option<Money>, high: Option<Money>| {
        let nothing = Text::same("");
        Bar::new(nothing.clone(), nothing, Range { low, high })
    };
    let is_drawn = |drawn: &dyn Fn(Range<Money>) -> bool| {
        ranges.bars.iter().any(|bar| bar.distribution.is_none() && drawn(bar.range))
    };
    let is_bar = |range: Range<Money>| range.low.is_some() && range.low < range.high;
    let is_point = |range: Range<Money>| range.low.is_some() && range.low == range.high;
    let plain = [
        (is_drawn(&is_point), sample(money(50.0), money(50.0)), text("un seul chiffre", "a single figure")),
        (is_drawn(&is_bar), sample(money(10.0), money(90.0)), text("une fourchette", "a range")),
        (is_drawn(&|range| range.is_ceiling()), sample(None, money(90.0)), text("un plafond", "a ceiling")),
        (is_drawn(&|range| range.is_minimum()), sample(money(10.0), None), text("un minimum", "a minimum")),
    ];
    let mut samples: Vec<(Bar, Text)> =
        plain.into_iter().filter(|(drawn, ..)| *drawn).map(|(_, bar, meaning)| (bar, meaning)).collect();
    for distribution in ranges.bars.iter().filter_map(|bar| bar.distribution) {
        let (centre, ends) = (distribution.centre_name(), distribution.ends_name());
        let meaning = Text::new(format!("{}, {}", centre.fr, ends.fr), format!("{}, {}", centre.en, ends.en));
        if !samples.iter().any(|(_, known)| *known == meaning) {
            let mut bar = sample(money(5.0), money(95.0));
            bar.distribution = Some(Distribution { centre: Money::euros(45.0), ..distribution });
            samples.push((bar, meaning));
        }
    }
    let is_statistics = samples.iter().any(|(bar, _)| bar.distribution.is_some());
    let scale = Scale { start: 0.0, end: 100.0, step: 50.0 };
    html! {
        @if samples.len() > 1 || is_statistics {
            p.key aria-hidden="true" {
                @for (bar, meaning) in &samples {
                    span { svg.other { (mark(bar, &scale)) } " " (place.say(meaning)) }
                }
            }
        }
    }
}
