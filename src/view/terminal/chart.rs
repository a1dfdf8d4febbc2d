//! Low–high bars on one scale, drawn with block characters.

use textwrap::core::display_width;

use super::headed;
use crate::report::{Bar, Cell, Lang, Money, Ranges};
use crate::view::number::{cell, say};
use crate::view::style;

/// Below this many columns for the bars a chart says nothing.
const NARROWEST: usize = 20;

/// The scale of a chart: euros at the left edge, euros a column.
struct Scale {
    start: f64,
    step: f64,
    columns: usize,
    per_column: f64,
}

impl Scale {
    /// A scale from a round amount below the smallest figure to one above the largest.
    fn over(ranges: &Ranges, columns: usize) -> Option<Self> {
        let line = ranges.line.iter().map(|(_, amount)| amount.as_euros());
        let ends = ranges.bars.iter().flat_map(|bar| [bar.range.low, bar.range.high]).flatten();
        let amounts: Vec<f64> = ends.map(Money::as_euros).chain(line).collect();
        let low = amounts.iter().copied().reduce(f64::min)?;
        let high = amounts.iter().copied().reduce(f64::max)?;
        let ticks = (columns / 7).clamp(2, 8);
        #[allow(clippy::cast_precision_loss, reason = "a handful of ticks")]
        let step = round_step((high - low).max(1.0) / ticks as f64);
        let start = (low / step).floor() * step;
        let end = (high / step).ceil().mul_add(step, 0.0).max(start + step);
        #[allow(clippy::cast_precision_loss, reason = "a terminal's columns")]
        let per_column = (end - start) / (columns - 1) as f64;
        Some(Self { start, step, columns, per_column })
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the columns")]
    fn column(&self, euros: f64) -> usize {
        (((euros - self.start) / self.per_column).round().max(0.0) as usize).min(self.columns - 1)
    }
}

/// The smallest of 1, 2, 5 × 10ⁿ that is at least `step`.
fn round_step(step: f64) -> f64 {
    let magnitude = 10f64.powf(step.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * magnitude)
        .find(|round| *round >= step)
        .unwrap_or(step)
}

/// The chart within `width`; nothing where it would be too narrow to read.
pub fn render(ranges: &Ranges, lang: Lang, width: usize) -> String {
    let labels: Vec<String> = ranges.bars.iter().map(|bar| say(&bar.label, lang)).collect();
    let figures: Vec<String> = ranges.bars.iter().map(|bar| cell(&Cell::Amounts(bar.range), lang)).collect();
    let widest = |texts: &[String]| texts.iter().map(|text| display_width(text)).max().unwrap_or(0);
    let (left, right) = (widest(&labels) + 4, widest(&figures) + 2);
    let columns = width.saturating_sub(left + right).min(72);
    if columns < NARROWEST {
        return String::new();
    }
    let Some(scale) = Scale::over(ranges, columns) else { return String::new() };
    let mut lines = vec![headed(&ranges.title, lang, width), axis(&scale, left, lang)];
    let mut groups: Vec<&crate::report::Text> = Vec::new();
    let line = ranges.line.as_ref().map(|(_, amount)| scale.column(amount.as_euros()));
    for ((bar, label), figure) in ranges.bars.iter().zip(&labels).zip(&figures) {
        if groups.last() != Some(&&bar.group) {
            groups.push(&bar.group);
            lines.extend(
                Some(say(&bar.group, lang))
                    .filter(|group| !group.is_empty())
                    .map(|group| style::title(&group)),
            );
        }
        let pad = " ".repeat(left - 2 - display_width(label));
        let drawn = draw(bar, &scale, line, groups.len() - 1);
        lines.push(format!("  {label}{pad}{drawn}  {}", style::quiet(figure)));
    }
    lines.extend(ranges.line.iter().map(|(label, amount)| {
        let amount = cell(&Cell::Money(*amount), lang);
        style::mark(&format!("┃ {} {amount}", say(label, lang)))
    }));
    lines.join("\n")
}

/// The amounts along the top, in thousands of euros.
fn axis(scale: &Scale, left: usize, lang: Lang) -> String {
    let mut text = String::new();
    let mut tick = scale.start;
    loop {
        let at = left + scale.column(tick);
        let label = thousands(tick, lang);
        if at >= display_width(&text) + usize::from(!text.is_empty()) {
            text.push_str(&" ".repeat(at - display_width(&text)));
            text.push_str(&label);
        }
        tick += scale.step;
        if scale.column(tick) + display_width(&label) > scale.columns + 6
            || tick > scale.start + scale.per_column * 1e6
        {
            break;
        }
    }
    style::quiet(&text)
}

fn thousands(euros: f64, lang: Lang) -> String {
    let k = euros / 1000.0;
    let written = if k.fract() == 0.0 { format!("{k:.0}") } else { format!("{k:.1}") };
    match lang {
        Lang::Fr => format!("{}\u{202f}k€", written.replace('.', ",")),
        Lang::En => format!("€{written}k"),
    }
}

/// A bar from low to high, a dot for a single figure, a fading line up to an upper bound.
fn draw(bar: &Bar, scale: &Scale, line: Option<usize>, group: usize) -> String {
    let high = bar.range.high.or(bar.range.low).map(|high| scale.column(high.as_euros()));
    let low = bar.range.low.map(|low| scale.column(low.as_euros()));
    let glyph = |column: usize| match (low, high) {
        (Some(low), Some(high)) if low == high && column == low => '●',
        (Some(low), Some(high)) if low < high && (low..=high).contains(&column) => '█',
        (None, Some(high)) if column == high => '▌',
        (None, Some(high)) if column < high => '·',
        _ => ' ',
    };
    let mut drawn = String::new();
    for column in 0..scale.columns {
        let sign = glyph(column);
        match line {
            Some(at) if at == column => drawn.push_str(&style::mark("┃")),
            _ if sign == ' ' => drawn.push(' '),
            _ => drawn.push_str(&style::bar(&sign.to_string(), group)),
        }
    }
    drawn
}
