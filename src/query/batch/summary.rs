//! The figures of many rows summed up: how many there are, the lowest, the deciles, the median, the highest.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::money::{Money, Range};
use crate::model::text::{Text, text};
use crate::report::{Bar, Block, Cell, Column, Document, Kind, Ranges, Report, Row, Table};

/// Collects the figures of rows, group by group.
pub struct Summary {
    keys: Vec<String>,
    groups: BTreeMap<String, Vec<Vec<f64>>>,
    rows: u64,
    failures: u64,
}

/// One figure of one group.
#[derive(Debug, Serialize)]
pub struct SummaryLine {
    /// The value of the column that rows are grouped by; empty without one.
    pub group: String,
    /// The figure.
    pub figure: String,
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
    /// Nothing yet, of the figures `keys`.
    pub const fn new(keys: Vec<String>) -> Self {
        Self { keys, groups: BTreeMap::new(), rows: 0, failures: 0 }
    }

    /// Takes the figures of a row, one a key; `None` where it has none.
    pub fn add(&mut self, group: &str, figures: impl Iterator<Item = Option<f64>>) {
        if !self.groups.contains_key(group) {
            self.groups.insert(group.to_owned(), vec![Vec::new(); self.keys.len()]);
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
        for (group, figures) in self.groups {
            for (figure, mut values) in self.keys.iter().zip(figures) {
                values.sort_by(f64::total_cmp);
                if let (Some(min), Some(max)) = (values.first(), values.last()) {
                    lines.push(SummaryLine {
                        group: group.clone(),
                        figure: figure.clone(),
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
    /// Counts, shares and years are no euros.
    fn is_money(&self) -> bool {
        !["count", "coverage", "months", "years", "below", "within", "above", "days", "must", "experience"]
            .iter()
            .any(|part| self.figure.contains(part) && !self.figure.contains("per_year"))
    }

    fn cell(&self, value: f64) -> Cell {
        if self.is_money() { Cell::Money(Money::euros(value)) } else { Cell::Rate(value) }
    }

    fn plain(&self, value: f64) -> Cell {
        if self.is_money() { self.cell(value) } else { Cell::Word(value.to_string()) }
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
        let number = |key: &'static str, name: Text| Column::new(key, Kind::Number, name);
        let columns = vec![
            Column::new("group", Kind::Name, text("Groupe", "Group")).grouped(),
            Column::new("figure", Kind::Name, text("Chiffre", "Figure")),
            number("count", text("Lignes", "Rows")),
            number("min", text("Minimum", "Lowest")),
            number("p10", text("1er décile", "1st decile")),
            number("median", text("Médiane", "Median")),
            number("p90", text("9e décile", "9th decile")),
            number("max", text("Maximum", "Highest")),
        ];
        let row = |line: &SummaryLine| {
            let values = [line.min, line.p10, line.median, line.p90, line.max];
            let group = if line.group.is_empty() { Cell::Empty } else { Cell::Word(line.group.clone()) };
            let first = [group, Cell::Word(line.figure.clone()), Cell::Count(line.count as u64)];
            Row::new(first.into_iter().chain(values.map(|value| line.plain(value))).collect())
        };
        let table = Table::main(columns, self.figures.iter().map(row).collect());
        let document = Document::new(title).with(Block::Table(table));
        match self.chart() {
            Some(chart) => document.with(Block::Ranges(chart)),
            None => document,
        }
    }
}

impl SummaryReport {
    /// From the first to the ninth decile of each amount of euros; of the group's first such figure if there are groups.
    fn chart(&self) -> Option<Ranges> {
        let of_one = self.by.as_ref().and_then(|_| self.figures.iter().find(|line| line.is_money()));
        let lines = self.figures.iter().filter(|line| line.is_money());
        let bars: Vec<Bar> = lines
            .filter(|line| of_one.is_none_or(|one| one.figure == line.figure))
            .map(|line| {
                let label = if self.by.is_some() { &line.group } else { &line.figure };
                let range = Range::between(Money::euros(line.p10), Money::euros(line.p90));
                let mut bar = Bar::new(Text::same(""), Text::same(label), range);
                bar.median = Some(Money::euros(line.median));
                bar
            })
            .collect();
        let figure = of_one.map(|one| one.figure.as_str()).unwrap_or_default();
        let title = Text::new(
            format!("Du premier au neuvième décile {figure}").trim(),
            format!("From the first to the ninth decile {figure}").trim().to_owned(),
        );
        (!bars.is_empty()).then_some(Ranges { title, bars, lines: Vec::new() })
    }
}
