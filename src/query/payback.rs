//! `payback`: what a training costs, what it brings a year, and after how long it has paid back.

mod account;
mod document;

use serde::Serialize;

use self::account::Account;
pub use self::account::Outcome;
use super::cite::Citations;
use super::salary::{self, SalaryParams};
use super::training::{self, TrainingParams};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::id::{EntryId, SourceId};
use crate::model::money::{Money, Range};
use crate::model::text::{Text, text};
use crate::model::training::{Programme, Sector, StudyLevel};
use crate::model::vocabulary::Seniority;
use crate::report::{Document, Report};

/// What to ask of the programmes.
#[derive(Debug, Default)]
pub struct PaybackParams {
    /// What is earned now, gross a year, and given up while studying; nothing if `None`.
    pub current: Option<Money>,
    /// The levels to show; all if empty.
    pub levels: Vec<StudyLevel>,
    /// Who runs the programme.
    pub sector: Option<Sector>,
}

/// A programme with what it costs and brings.
#[derive(Serialize)]
pub struct PaybackLine {
    id: EntryId,
    name: Text,
    level: StudyLevel,
    sector: Option<Sector>,
    months: Option<Range<u16>>,
    #[serde(flatten)]
    account: Account,
    /// When it can be done as an apprentice, in the source's words.
    apprenticeship: Option<Text>,
    sources: Vec<SourceId>,
}

/// Every programme, the one that may pay back soonest first, and what was assumed.
#[derive(Serialize)]
pub struct PaybackReport<'a> {
    current: Money,
    /// What a junior earns, gross a year, over the sources.
    entry_pay: Option<Range<Money>>,
    programmes: Vec<PaybackLine>,
    assumptions: Vec<Text>,
    #[serde(skip)]
    citations: Citations<'a>,
}

/// Answers with ranges from the lowest cost and highest pay to the highest cost and lowest pay.
pub fn ask<'a>(params: &PaybackParams, dataset: &'a Dataset) -> anyhow::Result<Box<dyn Report + 'a>> {
    Ok(Box::new(report(params, dataset)?))
}

/// The answer as its own type, for the questions that build on it; it fails as [`ask`] does.
pub fn report<'a>(params: &PaybackParams, dataset: &'a Dataset) -> Result<PaybackReport<'a>, Reason> {
    let current = params.current.unwrap_or(Money::euros(0.0));
    let entry_pay = junior_pay(dataset)?;
    let asked =
        TrainingParams { levels: params.levels.clone(), sector: params.sector, ..TrainingParams::default() };
    let programmes = training::report(&asked, dataset)?.programmes;
    let mut lines: Vec<PaybackLine> = programmes
        .into_iter()
        .map(|line| PaybackLine::of(line.programme.into_owned(), current, entry_pay))
        .collect();
    lines.sort_by(|a, b| a.account.compare(&b.account));
    let apprenticed = lines.iter().any(|line| line.apprenticeship.is_some());
    Ok(PaybackReport {
        current,
        entry_pay,
        assumptions: document::assumptions(current, apprenticed),
        programmes: lines,
        citations: Citations::new(dataset)?,
    })
}

/// The span of what juniors earn, gross a year; `None` if no source gives a figure.
fn junior_pay(dataset: &Dataset) -> Result<Option<Range<Money>>, Reason> {
    let params = SalaryParams { levels: vec![Seniority::Junior], ..SalaryParams::default() };
    let report = salary::report(&params, dataset)?;
    let span = report.levels.first().map(|level| Range { low: level.low, high: level.high });
    Ok(span.filter(|span| span.low.is_some()))
}

impl PaybackLine {
    fn of(programme: Programme, current: Money, entry_pay: Option<Range<Money>>) -> Self {
        Self {
            account: Account::of(&programme, current, entry_pay),
            months: programme.duration_months,
            id: programme.id,
            name: programme.name,
            level: programme.level,
            sector: programme.sector,
            apprenticeship: programme.apprenticeship,
            sources: programme.sources,
        }
    }
}

impl Report for PaybackReport<'_> {
    fn name(&self) -> &'static str {
        "payback"
    }

    fn document(&self) -> Document {
        document::of(self)
    }

    fn remarks(&self) -> Vec<Text> {
        let none = text(
            "aucune formation ne remplit ces conditions ; `backend-career payback` les montre toutes",
            "no programme meets these conditions; `backend-career payback` shows them all",
        );
        self.programmes.is_empty().then_some(none).into_iter().collect()
    }
}
