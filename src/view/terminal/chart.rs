//! Low–high bars on one scale: each row has its label, its mark, its amount and its date.

use textwrap::core::display_width;

use super::layout::{headed, wrapped};
use super::page::Page;
use crate::model::money::Money;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::{Seniority, Vocabulary};
use crate::report::{Bar, Cell, Distribution, Ranges};
use crate::view::format::axis_figure;
use crate::view::formatted::Notes;
use crate::view::line::{Item, Line, Look};
use crate::view::scale::Scale;

/// Fewer columns than this for the bars beside their labels, and the labels stand above them.
const NARROWEST: usize = 16;
/// On a page narrower than this a chart says nothing.
pub const NARROWEST_PAGE: usize = 40;
/// Longer bars say no more.
const WIDEST: usize = 72;
/// Columns of the bars for each tick of the scale, so that amounts do not touch.
const COLUMNS_PER_TICK: usize = 7;

/// The texts of a bar, formatted.
struct Labelled<'a> {
    bar: &'a Bar,
    label: String,
    figure: String,
    detail: String,
}

/// Where things stand in the lines of the chart.
struct Layout {
    /// Columns before the bars.
    left: usize,
    /// Columns of the bars.
    columns: usize,
    /// Columns of the amounts.
    figures: usize,
    /// Whether labels stand above their bars.
    is_narrow: bool,
}

/// The chart of the block at `block` within the page; nothing where it is not wanted or would be too narrow to read.
pub fn render(ranges: &Ranges, block: usize, page: &Page) -> Vec<Line> {
    if page.width < NARROWEST_PAGE || !page.charts {
        return Vec::new();
    }
    let mut notes = Notes::default();
    let rows: Vec<Labelled<'_>> = ranges.bars.iter().map(|bar| labelled(bar, &mut notes, page)).collect();
    let layout = layout(&rows, page);
    let Some(scale) = Scale::of_ranges(ranges, (layout.columns / COLUMNS_PER_TICK).clamp(4, 8)) else {
        return Vec::new();
    };
    let mut lines = headed(&ranges.title, page);
    lines.push(axis(ranges, &scale, &layout, page.lang));
    let mut groups: Vec<&Text> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if groups.last() != Some(&&row.bar.group) {
            groups.push(&row.bar.group);
            let group = Some(page.say(&row.bar.group)).filter(|group| !group.is_empty());
            lines.extend(group.map(|group| Line::of(group, Look::Title)));
        }
        let bar = bar_lines(row, ranges, &scale, &layout, page);
        lines.extend(bar.into_iter().map(|line| Line { item: Some(Item { block, at }), ..line }));
    }
    for line in &ranges.lines {
        let sign = if line.is_floor { page.signs.floor } else { page.signs.line };
        let told = format!("{sign} {} {}", page.say(&line.label), page.cell(&Cell::Money(line.amount)));
        lines.extend(wrapped(&told, page.width, "", "  ", &Look::Mark));
    }
    lines.extend(legend(ranges, page));
    for (at, note) in notes.texts.iter().enumerate() {
        let note = format!("{} {note}", crate::view::formatted::superscript(at + 1));
        lines.extend(wrapped(&note, page.width, "", "  ", &Look::Quiet));
    }
    lines
}

fn labelled<'a>(bar: &'a Bar, notes: &mut Notes, page: &Page) -> Labelled<'a> {
    let label = format!("{}{}", page.say(&bar.label), notes.marks_of(&bar.notes, page.lang));
    let ends = page.cell(&bar.ends());
    let figure = match bar.distribution {
        None => ends,
        Some(distribution) => {
            let centre = page.cell(&Cell::Money(distribution.centre));
            let sign = page.signs.centre(distribution);
            if bar.has_spread() { format!("{ends} ({sign} {centre})") } else { centre }
        }
    };
    let detail = bar.detail.as_ref().map(|detail| page.say(detail)).unwrap_or_default();
    Labelled { bar, label, figure, detail }
}

fn layout(rows: &[Labelled<'_>], page: &Page) -> Layout {
    let widest = |text: &dyn Fn(&Labelled<'_>) -> usize| rows.iter().map(text).max().unwrap_or(0);
    let (labels, figures) =
        (widest(&|row| display_width(&row.label)), widest(&|row| display_width(&row.figure)));
    let details = widest(&|row| display_width(&row.detail));
    let behind = figures + 2 + if details > 0 { details + 2 } else { 0 };
    let beside = page.width.saturating_sub(labels + behind + 4);
    let is_narrow = beside < NARROWEST;
    if is_narrow {
        // The last amount of the axis may stand over the last column.
        Layout { left: 4, columns: page.width - 4 - 6, figures, is_narrow }
    } else {
        Layout { left: labels + 4, columns: beside.min(WIDEST), figures, is_narrow }
    }
}

/// A bar in one line, or below its label where the page is narrow.
fn bar_lines(row: &Labelled<'_>, ranges: &Ranges, scale: &Scale, layout: &Layout, page: &Page) -> Vec<Line> {
    let drawn = draw(row.bar, ranges, scale, layout.columns, page);
    if layout.is_narrow {
        let label = format!("{}  {}  {}", row.label, row.figure, row.detail);
        let mut lines = wrapped(label.trim_end(), page.width, "  ", "  ", &Look::Plain);
        let mut line = Line::of("    ", Look::Plain);
        line.append(drawn);
        lines.push(line.trimmed());
        return lines;
    }
    let detail = if row.detail.is_empty() { String::new() } else { format!("  {}", row.detail) };
    let pad = " ".repeat(layout.left - 2 - display_width(&row.label));
    let space = " ".repeat(layout.figures - display_width(&row.figure));
    let mut line = Line::of(format!("  {}{pad}", row.label), Look::Plain);
    line.append(drawn);
    vec![line.with(format!("  {space}{}", row.figure), Look::Plain).with(detail, Look::Quiet)]
}

/// What the signs mean, for those that are drawn.
fn legend(ranges: &Ranges, page: &Page) -> Vec<Line> {
    let signs = page.signs;
    let any = |drawn: &dyn Fn(&Bar) -> bool| ranges.bars.iter().any(drawn);
    let plain = |bar: &Bar| bar.distribution.is_none();
    let point = any(&|bar| plain(bar) && bar.range.low.is_some() && bar.range.low == bar.range.high);
    let bar = any(&|bar| plain(bar) && bar.range.low.is_some() && bar.range.low < bar.range.high);
    let bound = any(&|bar| plain(bar) && bar.range.is_ceiling());
    let least = any(&|bar| plain(bar) && bar.range.is_minimum());
    let lead = signs.lead;
    let mut entries = vec![
        (point, signs.point.to_string(), text("un chiffre", "a figure")),
        (bar, signs.bar.to_string(), text("une fourchette", "a range")),
        (bound, format!("{lead}{lead}{lead}{}", signs.bound), text("un plafond", "a ceiling")),
        (least, format!("{}{lead}{lead}{lead}", signs.least), text("un minimum", "a minimum")),
    ];
    let mut is_statistics = false;
    for bar in &ranges.bars {
        let Some(distribution) = bar.distribution else { continue };
        is_statistics = true;
        let whisker = signs.whisker(distribution).iter().collect();
        let centre = (true, signs.centre(distribution).to_string(), distribution.centre_name());
        for entry in [centre, (bar.has_spread(), whisker, distribution.ends_name())] {
            if !entries.contains(&entry) {
                entries.push(entry);
            }
        }
    }
    let told = entries.iter().filter(|(drawn, ..)| *drawn);
    // A sign and its meaning stay in one line.
    let told = told.map(|(_, sign, meaning)| format!("{sign} {}", page.say(meaning)).replace(' ', "\u{a0}"));
    let told: Vec<String> = told.collect();
    // One kind of sign explains itself, unless it is statistics.
    let told = (told.len() > 1 || is_statistics).then(|| told.join("   "));
    told.map(|told| wrapped(&told, page.width, "", "", &Look::Quiet)).unwrap_or_default()
}

/// The amounts along the top, in thousands of euros.
fn axis(ranges: &Ranges, scale: &Scale, layout: &Layout, lang: Lang) -> Line {
    let at = |tick: f64| layout.left + scale.cell(tick, layout.columns);
    let ticks: Vec<(usize, String)> =
        scale.ticks().map(|tick| (at(tick), axis_figure(ranges, tick, scale.step, lang))).collect();
    let every = |step: usize| ticks.iter().step_by(step);
    // As many as stand apart, at even distances.
    let stand_apart = |step: &usize| {
        every(*step).zip(every(*step).skip(1)).all(|((at, one), (next, _))| at + display_width(one) < *next)
    };
    let step = (1..ticks.len()).find(stand_apart).unwrap_or(ticks.len().max(1));
    let mut text = String::new();
    for (at, tick) in every(step) {
        text.push_str(&" ".repeat(at.saturating_sub(display_width(&text))));
        text.push_str(tick);
    }
    Line::of(text, Look::Quiet)
}

/// A bar from low to high, a point for a single figure, a dotted line up to an upper bound or on from a lower one, a
/// stroke for a distribution.
fn draw(bar: &Bar, ranges: &Ranges, scale: &Scale, columns: usize, page: &Page) -> Line {
    let column = |amount: Money| scale.cell(amount.as_euros(), columns);
    let (low, high) = (bar.range.low.map(column), bar.range.high.map(column));
    let group = bar.level().map_or(Seniority::ALL.len(), |level| level as usize);
    let centre = bar.distribution.map(|distribution| column(distribution.centre));
    let across = |at: usize| ranges.lines.iter().find(|line| column(line.amount) == at);
    let signs = page.signs;
    let whisker = |distribution: Distribution, at: usize| {
        let [left, stroke, right] = signs.whisker(distribution);
        match (low, high) {
            _ if centre == Some(at) => signs.centre(distribution),
            (Some(low), _) if at == low => left,
            (_, Some(high)) if at == high => right,
            (Some(low), Some(high)) if low < at && at < high => stroke,
            _ => ' ',
        }
    };
    let sign = |at: usize| match (low, high) {
        _ if bar.distribution.is_some() => bar.distribution.map_or(' ', |one| whisker(one, at)),
        (Some(low), Some(high)) if low == high && at == low => signs.point,
        (Some(low), Some(high)) if low < high && (low..=high).contains(&at) => signs.bar,
        (None, Some(high)) if at == high => signs.bound,
        (None, Some(high)) if at < high => signs.lead,
        (Some(low), None) if at == low => signs.least,
        (Some(low), None) if at > low => signs.lead,
        _ => ' ',
    };
    let mut drawn = Line::default();
    for at in 0..columns {
        match (sign(at), across(at)) {
            (sign, Some(line)) if ![signs.point, signs.median, signs.mean].contains(&sign) => {
                drawn.push(if line.is_floor { signs.floor } else { signs.line }, Look::Mark);
            }
            (' ', _) => drawn.push(" ", Look::Plain),
            (sign, _) if bar.apart => drawn.push(sign, Look::Quiet),
            (sign, _) => drawn.push(sign, Look::Group(group)),
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::model::money::{Money, Range};
    use crate::model::text::{Lang, text};
    use crate::model::vocabulary::{Seniority, Vocabulary};
    use crate::report::{Bar, Distribution, Ranges};
    use crate::view::line::{Look, plain};
    use crate::view::terminal::Page;

    fn ranges() -> Ranges {
        let bar = |low: Option<f64>, high: f64| {
            let range = Range { low: low.map(Money::euros), high: Some(Money::euros(high)) };
            Bar::new(text("g", "g"), text("b", "b"), range)
        };
        let survey = Bar {
            distribution: Some(Distribution::around_median(Money::euros(30_000.0))),
            ..bar(Some(25_000.0), 38_000.0)
        };
        Ranges {
            title: text("t", "t"),
            bars: vec![bar(Some(20_000.0), 40_000.0), bar(None, 30_000.0), survey],
            lines: Vec::new(),
        }
    }

    fn drawn(width: usize, charts: bool) -> String {
        plain(&render(&ranges(), 0, &Page::new(Lang::En, width, charts, true)))
    }

    #[test]
    fn a_chart_without_unicode_is_plain_ascii_but_for_the_currency() {
        let drawn = drawn(80, true);
        assert!(drawn.chars().all(|char| char.is_ascii() || "€≤–\u{202f}\u{a0}".contains(char)), "{drawn}");
        assert!(drawn.contains("####") && drawn.contains("....|") && drawn.contains("[---"), "{drawn}");
    }

    #[test]
    fn a_minimum_has_a_shape_of_its_own_and_only_levels_have_their_colours() {
        let bar = |group: &crate::model::text::Text, low: f64| {
            let range = Range { low: Some(Money::euros(low)), high: None };
            Bar::new(group.clone(), text("b", "b"), range)
        };
        let groups = [Seniority::Senior.label(), text("all levels", "all levels")];
        let bars = vec![bar(&groups[0], 50_000.0), bar(&groups[1], 40_000.0)];
        let chart = Ranges { title: text("t", "t"), bars, lines: Vec::new() };
        let lines = render(&chart, 0, &Page::new(Lang::En, 80, true, false));
        assert!(plain(&lines).contains("▐···"), "{}", plain(&lines));
        let looks = lines.iter().flat_map(|line| &line.pieces).map(|piece| &piece.look);
        let groups: Vec<&Look> = looks.filter(|look| matches!(look, Look::Group(_))).collect();
        assert_eq!(groups, [&Look::Group(2), &Look::Group(3)]);
    }

    #[test]
    fn a_chart_vanishes_where_it_is_not_wanted_or_too_narrow() {
        assert_eq!(drawn(80, false), "");
        assert_eq!(drawn(39, true), "");
        assert_ne!(drawn(60, true), "");
    }
}
