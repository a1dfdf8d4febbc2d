//! The one scale of every chart: round amounts from below the smallest to above the largest figure.

use crate::model::money::Money;
use crate::report::Ranges;

/// A scale of euros with round ticks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The amount at the left edge.
    pub start: f64,
    /// The amount at the right edge.
    pub end: f64,
    /// The distance between two ticks.
    pub step: f64,
}

/// A chart of amounts covers at least this share of its largest one, so that close figures are not torn apart.
const LEAST_COVER: f64 = 1.0 / 3.0;

/// A chart of amounts covers at least so many euros.
const LEAST_EUROS: f64 = 100.0;

impl Scale {
    /// The scale of a chart with about `ticks` ticks; `None` without any amount.
    pub fn of_ranges(ranges: &Ranges, ticks: usize) -> Option<Self> {
        let lines = ranges.lines.iter().map(|line| line.amount);
        let amounts = ranges.bars.iter().flat_map(crate::report::Bar::amounts).chain(lines);
        Self::over(amounts.map(Money::as_euros), ticks, LEAST_COVER, LEAST_EUROS)
    }

    /// The scale over `values`, at least `least` wide; `cover` is the share of the largest that it must cover.
    #[allow(clippy::cast_precision_loss, reason = "a handful of ticks")]
    pub fn over(values: impl Iterator<Item = f64>, ticks: usize, cover: f64, least: f64) -> Option<Self> {
        let ends = |(low, high): (f64, f64), value: f64| (low.min(value), high.max(value));
        let (low, high) =
            values.filter(|value| value.is_finite()).fold((f64::INFINITY, f64::NEG_INFINITY), ends);
        if low > high {
            return None;
        }
        let low = low.min(high - high.abs() * cover);
        let step = round_step((high - low).max(least) / ticks.max(1) as f64);
        let start = (low / step).floor() * step;
        let end = ((high / step).ceil() * step).max(start + step);
        Some(Self { start, end, step })
    }

    /// Where an amount stands, from 0 at the left edge to 1 at the right one.
    pub fn share(&self, value: f64) -> f64 {
        ((value - self.start) / (self.end - self.start)).clamp(0.0, 1.0)
    }

    /// The cell of `cells` that an amount falls in.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a share of the cells, clamped to them"
    )]
    pub fn cell(&self, value: f64, cells: usize) -> usize {
        let last = cells.saturating_sub(1);
        ((self.share(value) * last as f64).round() as usize).min(last)
    }

    /// The round amounts along the scale.
    pub fn ticks(&self) -> impl Iterator<Item = f64> + use<> {
        let (start, step, past) = (self.start, self.step, self.end + self.step / 2.0);
        std::iter::successors(Some(start), move |tick| Some(tick + step)).take_while(move |tick| *tick < past)
    }
}

/// The smallest of 1, 2, 5 × 10ⁿ that is at least `step`.
fn round_step(step: f64) -> f64 {
    let magnitudes = std::iter::successors(Some(1.0), |magnitude| Some(magnitude * 10.0));
    let mut round = magnitudes
        .take_while(|magnitude: &f64| magnitude.is_finite())
        .flat_map(|magnitude| [1.0, 2.0, 5.0].map(|factor| factor * magnitude));
    round.find(|round| *round >= step).unwrap_or(step)
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn a_scale_has_round_ticks_around_its_figures() {
        let scale = Scale::over([24_000.0, 55_000.0].into_iter(), 8, 1.0 / 3.0, 1000.0).unwrap();
        assert_eq!((scale.start, scale.end, scale.step), (20_000.0, 55_000.0, 5_000.0));
        assert_eq!(scale.ticks().count(), 8);
        assert_eq!((scale.cell(20_000.0, 36), scale.cell(55_000.0, 36)), (0, 35));
        assert!(Scale::over(std::iter::empty(), 8, 0.0, 1.0).is_none());
    }
}
