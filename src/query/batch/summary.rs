//! The figures of many rows summed up: how many there are, the lowest, the deciles, the median, the highest.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::money::{Money, Range};
use crate::model::text::{Text, text};
use crate::query::batch::{Figure, Measure};
use crate::report::{Bar, Block, Cell, Column, Distribution, Document, Kind, Ranges, Report, Table};

/// Collects the figures of rows, group by group.
pub struct Summary {
    figures: Vec<Figure>,
    groups: BTreeMap<String, Vec<Vec<f64>>>,
    rows: u64,
    failures: u64,
}

/// One figure of one group.
#[derive(Debug, Serialize)]
pub struct SummaryLine {
    /// The value of the column that rows are grouped by; empty without one.
    pub group: String,
    /// The figure's key.
    pub figure: String,
    /// What people call it.
    #[serde(skip)]
    pub label: Text,
    /// What it is measured in.
    #[serde(skip)]
    pub measure: Measure,
    /// How many rows have it.
    pub count: usize,
    /// The lowest.
    pub min: f64,
    /// One in ten is at most this.
    pub p10: f64,
    /// Half are at most this.
    pub median: f64,
    /// Nine in ten are at most this.
    pub p90: f64,
    /// The highest.
    pub max: f64,
}

/// Every figure of every group.
#[derive(Debug, Serialize)]
pub struct SummaryReport {
    question: &'static str,
    by: Option<String>,
    rows: u64,
    errors: u64,
    figures: Vec<SummaryLine>,
}

impl Summary {
    /// Nothing yet, of `figures`.
    pub const fn new(figures: Vec<Figure>) -> Self {
        Self { figures, groups: BTreeMap::new(), rows: 0, failures: 0 }
    }

    /// Takes the figures of a row, in their order; `None` where it has none.
    pub fn add(&mut self, group: &str, figures: impl Iterator<Item = Option<f64>>) {
        if !self.groups.contains_key(group) {
            self.groups.insert(group.to_owned(), vec![Vec::new(); self.figures.len()]);
        }
        self.rows += 1;
        if let Some(all) = self.groups.get_mut(group) {
            for (values, figure) in all.iter_mut().zip(figures) {
                values.extend(figure.filter(|figure| figure.is_finite()));
            }
        }
    }

    /// Counts a row that has no answer.
    pub const fn fail(&mut self) {
        self.rows += 1;
        self.failures += 1;
    }

    /// The whole answer.
    pub fn report(self, question: &'static str, by: Option<String>) -> SummaryReport {
        let mut lines = Vec::new();
        for (group, columns) in self.groups {
            let numbers =
                self.figures.iter().zip(columns).filter(|(figure, _)| figure.measure != Measure::Word);
            for (figure, mut values) in numbers {
                values.sort_by(f64::total_cmp);
                if let (Some(min), Some(max)) = (values.first(), values.last()) {
                    lines.push(SummaryLine {
                        group: group.clone(),
                        figure: figure.key.clone(),
                        label: figure.label.clone(),
                        measure: figure.measure,
                        count: values.len(),
                        min: *min,
                        p10: quantile(&values, 0.1),
                        median: quantile(&values, 0.5),
                        p90: quantile(&values, 0.9),
                        max: *max,
                    });
                }
            }
        }
        SummaryReport { question, by, rows: self.rows, errors: self.failures, figures: lines }
    }
}

/// The value below which `share` of the sorted values lie, between two by their distance (type 7 of Hyndman and Fan).
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rows are far fewer than 2^52"
)]
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = (sorted.len().saturating_sub(1)) as f64 * share;
    let below = place.floor() as usize;
    let low = sorted.get(below).copied().unwrap_or_default();
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    let exact = low + (high - low) * (place - place.floor());
    (exact * 10_000.0).round() / 10_000.0 + 0.0
}

impl SummaryLine {
    fn cell(&self, value: f64) -> Cell {
        match self.measure {
            Measure::Euros | Measure::PartOfYear => Cell::Money(Money::euros(value)),
            Measure::Share => Cell::Share(value),
            Measure::Number | Measure::Word => Cell::Number(value),
        }
    }
}

impl Report for SummaryReport {
    fn name(&self) -> &'static str {
        "batch"
    }

    fn document(&self) -> Document {
        let (rows, errors) = (self.rows, self.errors);
        let title = Text::new(
            format!("{} : {rows} lignes, {errors} sans réponse", self.question),
            format!("{}: {rows} rows, {errors} without an answer", self.question),
        );
        let by = self.by.as_deref().map_or(text("Groupe", "Group"), Text::same);
        let group = Column { shown: self.by.is_some(), ..Column::new("group", Kind::Name, by).grouped() };
        let named = |line: &SummaryLine| (!line.group.is_empty()).then(|| line.group.clone());
        let table = Table::of(&self.figures)
            .with(group, named)
            .hidden("figure", Kind::Name, text("Nom de colonne", "Column name"), |line| &line.figure)
            .column("label", Kind::Text, text("Chiffre", "Figure"), |line| &line.label)
            .column("count", Kind::Number, text("Lignes", "Rows"), |line| line.count)
            .column("min", Kind::Number, text("Minimum", "Lowest"), |line| line.cell(line.min))
            .column("p10", Kind::Number, text("1er décile", "1st decile"), |line| line.cell(line.p10))
            .column("median", Kind::Number, text("Médiane", "Median"), |line| line.cell(line.median))
            .column("p90", Kind::Number, text("9e décile", "9th decile"), |line| line.cell(line.p90))
            .column("max", Kind::Number, text("Maximum", "Highest"), |line| line.cell(line.max));
        let document = Document::new(title).with(Block::Table(table.main()));
        match self.chart() {
            Some(chart) => document.with(Block::Ranges(chart)),
            None => document,
        }
    }
}

impl SummaryReport {
    /// From the first to the ninth decile of each amount of euros; of the first such figure if there are groups.
    fn chart(&self) -> Option<Ranges> {
        let euros = || self.figures.iter().filter(|line| line.measure == Measure::Euros);
        let of_groups = self.by.as_ref().and_then(|_| euros().next());
        let bars: Vec<Bar> = euros()
            .filter(|line| of_groups.is_none_or(|one| one.figure == line.figure))
            .map(|line| {
                let label = if self.by.is_some() { Text::same(&line.group) } else { line.label.clone() };
                let range = Range::between(Money::euros(line.p10), Money::euros(line.p90));
                let mut bar = Bar::new(Text::same(""), label, range);
                bar.distribution = Some(Distribution::around_median(Money::euros(line.median)));
                bar
            })
            .collect();
        let title = match of_groups {
            None => text("Du premier au neuvième décile", "From the first to the ninth decile"),
            Some(line) => Text::new(
                format!("{}, du premier au neuvième décile", line.label.fr),
                format!("{}, from the first to the ninth decile", line.label.en),
            ),
        };
        (!bars.is_empty()).then_some(Ranges { title, bars, lines: Vec::new() })
    }
}
