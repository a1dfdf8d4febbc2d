//! Charts in sentences: what a drawing shows, for who cannot see it.

use super::format::{cell_text, localize};
use super::scale::Scale;
use crate::model::figures::{euros, number};
use crate::model::text::{Lang, Text};
use crate::report::{Bar, Cell, Curves, Ranges, Series};

/// Every bar with its amount, group by group, and the lines across: `Junior: Onisep €24,000; …`.
pub fn ranges(ranges: &Ranges, lang: Lang) -> String {
    let sentence = |group: &[Bar]| {
        let bars =
            group.iter().map(|bar| format!("{} {}", localize(&bar.label, lang), bar_figure(bar, lang)));
        let bars = bars.collect::<Vec<_>>().join(&semicolon(lang));
        let name = group.first().map(|bar| localize(&bar.group, lang)).unwrap_or_default();
        if name.is_empty() { bars } else { format!("{name}{} {bars}", colon(lang)) }
    };
    let groups = ranges.bars.chunk_by(|bar, next| bar.group == next.group);
    let mut sentences: Vec<String> = groups.map(sentence).collect();
    let line = |line: &crate::report::Line| {
        format!("{} {}", localize(&line.label, lang), cell_text(&Cell::Money(line.amount), lang))
    };
    sentences.extend(ranges.lines.iter().map(line));
    sentences.iter().map(|sentence| format!("{sentence}.")).collect::<Vec<_>>().join(" ")
}

/// What a bar shows: its ends, and its centre where it is a distribution.
pub fn bar_figure(bar: &Bar, lang: Lang) -> String {
    let ends = cell_text(&bar.ends(), lang);
    let Some(distribution) = bar.distribution else { return ends };
    let centre = cell_text(&Cell::Money(distribution.centre), lang);
    let word = localize(&distribution.centre_name(), lang);
    if !bar.has_spread() {
        return format!("{centre} ({word})");
    }
    let what = localize(&distribution.ends_name(), lang);
    format!("{centre} ({word}{} {ends}, {what})", semicolon(lang).trim_end())
}

/// Where an axis of amounts begins and ends.
pub fn axis(scale: &Scale, lang: Lang) -> String {
    let [start, end] = [scale.start, scale.end].map(|end| euros(end, 0, lang));
    localize(
        &Text::new(format!("Axe de {start} à {end}."), format!("The axis goes from {start} to {end}.")),
        lang,
    )
}

/// Where each curve begins and ends, and what is counted along the axis.
pub fn curves(curves: &Curves, lang: Lang) -> String {
    let series = |series: &Series| {
        let (Some(first), Some(last)) = (series.points.first(), series.points.last()) else {
            return String::new();
        };
        let end = |(x, y): &(f64, f64)| (axis_figure(*x, lang), euros(*y, 0, lang));
        let ((from, low), (to, high)) = (end(first), end(last));
        let name = localize(&series.label, lang);
        let told = Text::new(
            format!("{name} : {low} à {from}, {high} à {to}."),
            format!("{name}: {low} at {from}, {high} at {to}."),
        );
        localize(&told, lang)
    };
    let axis = localize(&curves.axis, lang);
    let axis = Text::new(format!("En abscisse : {axis}."), format!("Along the axis: {axis}."));
    let told = curves.series.iter().map(series).filter(|told| !told.is_empty());
    std::iter::once(localize(&axis, lang)).chain(told).collect::<Vec<_>>().join(" ")
}

/// A place on an axis, with a decimal where there is one.
pub fn axis_figure(value: f64, lang: Lang) -> String {
    number(value, usize::from(value.fract() != 0.0), lang)
}

/// The colon of the language, without a space behind it.
pub const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "\u{202f}:",
        Lang::En => ":",
    }
}

/// The semicolon of the language and the space behind it.
pub fn semicolon(lang: Lang) -> String {
    let space = if lang == Lang::Fr { "\u{202f}" } else { "" };
    format!("{space}; ")
}

#[cfg(test)]
mod tests {
    use super::ranges;
    use crate::model::money::{Money, Range};
    use crate::model::text::{Lang, text};
    use crate::report::{Bar, Distribution, Line, Ranges};

    #[test]
    fn a_chart_is_told_bar_by_bar() {
        let range = Range::between(Money::euros(45_000.0), Money::euros(55_000.0));
        let bar = |name| Bar::new(text("Junior", "Junior"), name, range);
        let survey = Bar {
            distribution: Some(Distribution::around_median(Money::euros(50_000.0))),
            ..bar(text("b", "b"))
        };
        let line =
            Line { label: text("Smic", "Minimum wage"), amount: Money::euros(22_404.0), is_floor: true };
        let chart =
            Ranges { title: text("", ""), bars: vec![bar(text("a", "a")), survey], lines: vec![line] };
        assert_eq!(
            ranges(&chart, Lang::En),
            "Junior: a €45,000–55,000; b €50,000 (median; €45,000–55,000, 1st to 9th decile). Minimum wage €22,404."
        );
        assert!(ranges(&chart, Lang::Fr).starts_with("Junior\u{202f}: a 45\u{202f}000–55"));
    }
}
