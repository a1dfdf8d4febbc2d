//! Low–high bars on one scale.

use textwrap::core::display_width;

use super::{Page, headed, wrapped};
use crate::report::{Bar, Cell, Lang, Money, NARROW_SPACE, Ranges, Text, number, text};
use crate::view::style;

/// Fewer columns than this for the bars beside their labels, and the labels stand above them.
const NARROWEST: usize = 28;
/// On a page narrower than this a chart says nothing.
pub const NARROWEST_PAGE: usize = 40;
/// Longer bars say no more.
const WIDEST: usize = 72;

/// The scale of a chart: euros from one edge to the other.
struct Scale {
    start: f64,
    end: f64,
    step: f64,
    columns: usize,
}

impl Scale {
    /// A scale from a round amount below the smallest figure to one above the largest.
    #[allow(clippy::cast_precision_loss, reason = "a handful of ticks")]
    fn over(ranges: &Ranges, columns: usize) -> Option<Self> {
        let line = ranges.line.iter().map(|(_, amount)| *amount);
        let ends = ranges.bars.iter().flat_map(|bar| [bar.range.low, bar.range.high]).flatten();
        let amounts: Vec<f64> = ends.chain(line).map(Money::as_euros).collect();
        let low = amounts.iter().copied().reduce(f64::min)?;
        let high = amounts.iter().copied().reduce(f64::max)?;
        let ticks = (columns / 7).clamp(2, 8);
        // Figures that are close together are not torn apart: the scale covers at least a third of them.
        let low = low.min(high - high.abs() / 3.0);
        let step = round_step((high - low).max(1000.0) / ticks as f64);
        let start = (low / step).floor() * step;
        let end = ((high / step).ceil() * step).max(start + step);
        Some(Self { start, end, step, columns })
    }

    /// The column an amount falls in.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a share of the columns, clamped to them"
    )]
    fn column(&self, euros: f64) -> usize {
        let last = self.columns - 1;
        let share = (euros - self.start) / (self.end - self.start);
        ((share * last as f64).round().max(0.0) as usize).min(last)
    }

    /// The round amounts along the scale.
    fn ticks(&self) -> impl Iterator<Item = f64> {
        let past = self.end + self.step / 2.0;
        std::iter::successors(Some(self.start), |tick| Some(tick + self.step))
            .take_while(move |tick| *tick < past)
    }
}

/// The smallest of 1, 2, 5 × 10ⁿ euros that is at least `step`.
fn round_step(step: f64) -> f64 {
    let magnitudes = std::iter::successors(Some(1.0), |magnitude| Some(magnitude * 10.0));
    let mut round = magnitudes
        .take_while(|magnitude: &f64| magnitude.is_finite())
        .flat_map(|magnitude| [1.0, 2.0, 5.0].map(|factor| factor * magnitude));
    round.find(|round| *round >= step).unwrap_or(step)
}

/// The chart within the page; nothing where it is not wanted or would be too narrow to read.
pub fn render(ranges: &Ranges, page: &Page) -> String {
    let labels: Vec<String> = ranges.bars.iter().map(|bar| page.say(&bar.label)).collect();
    let figures: Vec<String> = ranges.bars.iter().map(|bar| page.cell(&Cell::Amounts(bar.range))).collect();
    let widest = |texts: &[String]| texts.iter().map(|text| display_width(text)).max().unwrap_or(0);
    if page.width < NARROWEST_PAGE || !page.charts {
        return String::new();
    }
    let beside = page.width.saturating_sub(widest(&labels) + widest(&figures) + 6);
    let is_narrow = beside < NARROWEST;
    let left = if is_narrow { 4 } else { widest(&labels) + 4 };
    // The last amount of the axis may stand over the last column.
    let columns = if is_narrow { page.width - left - 6 } else { beside.min(WIDEST) };
    let Some(scale) = Scale::over(ranges, columns) else { return String::new() };
    let mut lines = vec![headed(&ranges.title, page), axis(&scale, left, page.lang)];
    let mut groups: Vec<&Text> = Vec::new();
    for ((bar, label), figure) in ranges.bars.iter().zip(&labels).zip(&figures) {
        if groups.last() != Some(&&bar.group) {
            groups.push(&bar.group);
            let group = Some(page.say(&bar.group)).filter(|group| !group.is_empty());
            lines.extend(group.map(|group| style::title(&group)));
        }
        let drawn = draw(bar, ranges, &scale, groups.len() - 1, page);
        let figure = style::quiet(figure);
        if is_narrow {
            lines.push(wrapped(&format!("{label}  {figure}"), page.width, "  ", "  "));
            lines.push(format!("    {drawn}").trim_end().to_owned());
        } else {
            let pad = " ".repeat(left - 2 - display_width(label));
            lines.push(format!("  {label}{pad}{drawn}  {figure}"));
        }
    }
    lines.extend(ranges.line.iter().map(|(label, amount)| {
        let told = format!("{} {} {}", page.signs.line, page.say(label), page.cell(&Cell::Money(*amount)));
        style::mark(&told)
    }));
    lines.extend(legend(ranges, page));
    lines.join("\n")
}

/// What the signs mean, for those that are drawn.
fn legend(ranges: &Ranges, page: &Page) -> Option<String> {
    let signs = page.signs;
    let any = |drawn: &dyn Fn(&Bar) -> bool| ranges.bars.iter().any(drawn);
    let point = any(&|bar| bar.range.low.is_some() && bar.range.low == bar.range.high);
    let bar = any(&|bar| bar.range.low.is_some() && bar.range.low < bar.range.high);
    let bound = any(&|bar| bar.range.is_ceiling());
    let lead = signs.lead;
    let entries = [
        (point, signs.point.to_string(), text("un chiffre", "a figure")),
        (bar, signs.bar.to_string(), text("une fourchette", "a range")),
        (bound, format!("{lead}{lead}{lead}{}", signs.bound), text("un plafond", "a ceiling")),
    ];
    let told = entries.iter().filter(|(drawn, ..)| *drawn);
    let told: Vec<String> = told.map(|(_, sign, meaning)| format!("{sign} {}", page.say(meaning))).collect();
    // One kind of sign explains itself.
    let told = (told.len() > 1).then(|| told.join("   "));
    told.map(|told| style::quiet(&wrapped(&told, page.width, "", "")))
}

/// The amounts along the top, in thousands of euros.
fn axis(scale: &Scale, left: usize, lang: Lang) -> String {
    let ticks: Vec<(usize, String)> =
        scale.ticks().map(|tick| (left + scale.column(tick), thousands(tick, lang))).collect();
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
    style::quiet(&text)
}

fn thousands(euros: f64, lang: Lang) -> String {
    let k = euros / 1000.0;
    let written = number(k, usize::from(k.fract() != 0.0), lang);
    match lang {
        Lang::Fr => format!("{written}{NARROW_SPACE}k€"),
        Lang::En => format!("€{written}k"),
    }
}

/// A bar from low to high, a point for a single figure, a fading line up to an upper bound.
fn draw(bar: &Bar, ranges: &Ranges, scale: &Scale, group: usize, page: &Page) -> String {
    let column = |amount: Money| scale.column(amount.as_euros());
    let (low, high) = (bar.range.low.map(column), bar.range.high.or(bar.range.low).map(column));
    let across = ranges.line.as_ref().map(|(_, amount)| column(*amount));
    let signs = page.signs;
    let sign = |at: usize| match (low, high) {
        (Some(low), Some(high)) if low == high && at == low => signs.point,
        (Some(low), Some(high)) if low < high && (low..=high).contains(&at) => signs.bar,
        (None, Some(high)) if at == high => signs.bound,
        (None, Some(high)) if at < high => signs.lead,
        _ => ' ',
    };
    let drawn = (0..scale.columns).map(|at| match sign(at) {
        sign if across == Some(at) && sign != signs.point => style::mark(&signs.line.to_string()),
        ' ' => " ".to_owned(),
        sign => style::bar(&sign.to_string(), group),
    });
    drawn.collect()
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::report::{Bar, Lang, Money, Range, Ranges, text};
    use crate::view::terminal::Page;

    fn ranges() -> Ranges {
        let bar = |low: Option<f64>, high: f64| Bar {
            group: text("g", "g"),
            label: text("b", "b"),
            range: Range { low: low.map(Money::euros), high: Some(Money::euros(high)) },
        };
        Ranges {
            title: text("t", "t"),
            bars: vec![bar(Some(20_000.0), 40_000.0), bar(None, 30_000.0)],
            line: None,
        }
    }

    #[test]
    fn a_chart_without_unicode_is_plain_ascii_but_for_the_currency() {
        let drawn = render(&ranges(), &Page::new(Lang::En, 80, true, true));
        let drawn = anstream::adapter::strip_str(&drawn).to_string();
        assert!(drawn.chars().all(|char| char.is_ascii() || "€≤–\u{202f}".contains(char)), "{drawn}");
        assert!(drawn.contains("####") && drawn.contains("....|"), "{drawn}");
    }

    #[test]
    fn a_chart_vanishes_where_it_is_not_wanted_or_too_narrow() {
        assert_eq!(render(&ranges(), &Page::new(Lang::En, 80, false, false)), "");
        assert_eq!(render(&ranges(), &Page::new(Lang::En, 39, true, false)), "");
        assert_ne!(render(&ranges(), &Page::new(Lang::En, 60, true, false)), "");
    }
}
