//! Charts as data: low–high bars on one scale of euros, and curves over a common axis.

use super::cell::Cell;
use crate::model::money::{Money, Range};
use crate::model::text::{Text, text};
use crate::model::vocabulary::{Seniority, Vocabulary};

/// Low–high bars on one scale of euros.
///
/// The bars are a table too: each has its label, its amount and its date, so that no second table is needed.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranges {
    /// What the bars show.
    pub title: Text,
    /// The bars, top to bottom.
    pub bars: Vec<Bar>,
    /// Amounts drawn as lines across all bars: an offer, a legal floor.
    pub lines: Vec<Line>,
}

impl Ranges {
    /// Whether the bars count things rather than euros.
    pub fn counts(&self) -> bool {
        self.bars.iter().any(|bar| bar.counts)
    }
}

/// An amount drawn as a line across all bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What the amount is.
    pub label: Text,
    /// The amount.
    pub amount: Money,
    /// Whether it is a legal floor rather than somebody's amount.
    pub is_floor: bool,
}

/// What lies between the ends of a bar that draws a distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distribution {
    /// Its median or its mean.
    pub centre: Money,
    /// Whether the centre is the mean.
    pub is_mean: bool,
    /// Whether the ends are the first and third quartiles; else they are the first and ninth deciles.
    pub of_quartiles: bool,
}

impl Distribution {
    /// From decile to decile around a median.
    pub const fn around_median(centre: Money) -> Self {
        Self { centre, is_mean: false, of_quartiles: false }
    }

    /// What its centre is.
    pub const fn centre_name(self) -> Text {
        if self.is_mean { text("moyenne", "mean") } else { text("médiane", "median") }
    }

    /// What its ends are.
    pub const fn ends_name(self) -> Text {
        if self.of_quartiles {
            text("du 1er au 3e quartile", "1st to 3rd quartile")
        } else {
            text("du 1er au 9e décile", "1st to 9th decile")
        }
    }
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What the bar belongs to, empty if nothing; bars of one group share a colour.
    pub group: Text,
    /// What the bar is.
    pub label: Text,
    /// Its ends; without a low end it is an upper bound.
    pub range: Range<Money>,
    /// The distribution that its ends belong to, if they do.
    pub distribution: Option<Distribution>,
    /// The date of the figure, or what else stands behind the amount.
    pub detail: Option<Text>,
    /// Whether it is of another population, which stands apart.
    pub apart: bool,
    /// Whether it counts things rather than euros; then every bar of the chart does.
    pub counts: bool,
    /// Remarks on the bar, numbered and printed below the chart, each once.
    pub notes: Vec<Text>,
    /// The id of the record that it draws, where the main table lists it.
    pub id: Option<String>,
}

impl Bar {
    /// A bar without a date or remarks.
    pub const fn new(group: Text, label: Text, range: Range<Money>) -> Self {
        Self {
            group,
            label,
            range,
            distribution: None,
            detail: None,
            apart: false,
            counts: false,
            notes: Vec::new(),
            id: None,
        }
    }

    /// Its ends as a cell: amounts, or a number of things.
    pub fn ends(&self) -> Cell {
        if !self.counts {
            return Cell::Amounts(self.range);
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a number of things is whole and not negative"
        )]
        Cell::of(self.range.high.or(self.range.low), |count| Cell::Count(count.as_euros().max(0.0) as u64))
    }

    /// The level that its group is, if it is one.
    pub fn level(&self) -> Option<Seniority> {
        Seniority::ALL.iter().copied().find(|level| level.label() == self.group)
    }

    /// Whether it draws the ends of a distribution, not its centre alone.
    pub const fn has_spread(&self) -> bool {
        self.distribution.is_some() && (self.range.low.is_some() || self.range.high.is_some())
    }

    /// Every amount that the bar shows.
    pub fn amounts(&self) -> impl Iterator<Item = Money> {
        let centre = self.distribution.map(|distribution| distribution.centre);
        [self.range.low, centre, self.range.high].into_iter().flatten()
    }
}

/// Curves over a common axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Curves {
    /// What the curves show.
    pub title: Text,
    /// What is counted along the axis: "day rate in euros", "months".
    pub axis: Text,
    /// The curves; each is drawn with a sign of its own.
    pub series: Vec<Series>,
}

/// One curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What the curve is.
    pub label: Text,
    /// Its points: the place on the axis, and euros.
    pub points: Vec<(f64, f64)>,
}
