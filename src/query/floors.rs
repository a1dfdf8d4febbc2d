//! Legal floors beside an amount, for every answer that tells of pay: rows for machines, a short table and a warning
//! for people.

use serde::Serialize;

use super::cite::Citations;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figures::amount;
use crate::model::floor::{Floor, FloorKind};
use crate::model::id::SourceId;
use crate::model::money::Money;
use crate::model::text::{Text, text};
use crate::model::vocabulary::Per;
use crate::pay::{FloorCheck, FloorQuery, Status, floors_for, usual_status};
use crate::report::{Cell, Kind, Line, Table};

/// A legal floor beside an amount.
#[derive(Debug, Clone, Serialize)]
pub struct FloorRow {
    /// The floor's id.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// The set it belongs to.
    pub kind: FloorKind,
    /// The position or level, if it has one.
    pub position: Option<String>,
    /// Gross euros for the hours worked, over `per`.
    pub amount: Money,
    /// The period of `amount`.
    pub per: Per,
    /// Whether the amount that was asked about is below it.
    pub below: bool,
    /// The text that sets it.
    pub source: Text,
    /// Who says so.
    pub sources: Vec<SourceId>,
}

impl From<FloorCheck> for FloorRow {
    fn from(check: FloorCheck) -> Self {
        Self {
            id: check.id,
            title: check.title,
            kind: check.kind,
            position: check.position,
            amount: check.monthly,
            per: Per::Month,
            below: check.below,
            source: check.text,
            sources: check.sources,
        }
    }
}

impl FloorRow {
    /// A floor as an amount of a month.
    pub fn of_month(floor: &Floor, amount: Money, below: bool) -> Self {
        Self {
            id: floor.id.to_string(),
            title: floor.title.clone(),
            kind: floor.kind,
            position: None,
            amount,
            per: Per::Month,
            below,
            source: floor.text.clone(),
            sources: floor.sources.clone(),
        }
    }
}

/// The minimum of interns that counts on `date`, if it is known.
///
/// # Errors
/// Fails if the floors cannot be read.
pub fn of_interns<'a>(dataset: &'a Dataset, date: &str) -> Result<Option<&'a Floor>, Reason> {
    let floors = dataset.floors()?.floors.iter();
    let valid = floors.filter(|floor| floor.kind == FloorKind::Intern && *floor.valid_from <= *date);
    Ok(valid.max_by(|a, b| a.valid_from.cmp(&b.valid_from)))
}

/// The floors that count on `date` for `gross` euros a year, lowest first; `working_time` is the share of full time.
///
/// # Errors
/// Fails if the floors cannot be read.
pub fn rows(
    dataset: &Dataset,
    date: &str,
    query: FloorQuery,
    gross: Money,
    working_time: f64,
) -> Result<Vec<FloorRow>, Reason> {
    let floors = &dataset.floors()?.floors;
    Ok(floors_for(floors, date, query, gross, working_time).into_iter().map(FloorRow::from).collect())
}

/// The floors beside an offer of `gross` euros a year at full time: the status is the one that fits the amount if `None`,
/// the branch that of IT services.
///
/// # Errors
/// Fails if the floors or the rules cannot be read.
pub fn beside_offer(
    dataset: &Dataset,
    gross: Money,
    status: Option<Status>,
) -> Result<Vec<FloorRow>, Reason> {
    let status = status.unwrap_or_else(|| usual_status(gross));
    let query = FloorQuery::Employee { status, syntec: true, age: None };
    rows(dataset, &super::rules::of(dataset, None)?.date, query, gross, 1.0)
}

/// Whether a set binds everybody whom it is for, each month: the law's minima and those of apprentices in a branch.
const fn binds_each_month(kind: FloorKind) -> bool {
    matches!(
        kind,
        FloorKind::MinimumWage | FloorKind::Apprentice | FloorKind::SyntecApprentice | FloorKind::Intern
    )
}

/// Compares each pay of a year, one of `pays`, with the minima that must be reached every month: a thirteenth month
/// counts for the month it is paid in only. The minima of a branch's positions are those of a year.
pub fn compare_by_pay(rows: &mut [FloorRow], gross: Money, pays: u8) {
    let each = (gross / f64::from(pays)).rounded();
    for row in rows.iter_mut().filter(|row| binds_each_month(row.kind)) {
        row.below = each < row.amount;
    }
}

/// Whether the amount is below one of the minima that must be reached every month; `None` if there are none.
pub fn below_minimum_wage(rows: &[FloorRow]) -> Option<bool> {
    let below = rows.iter().filter(|row| binds_each_month(row.kind)).map(|row| row.below);
    below.reduce(|below, other| below || other)
}

/// What must be told first of an amount below a floor that binds everybody: the minimum wage, an apprentice's or an
/// intern's minimum, the lowest position of a grid. `None` if it is above all of them.
///
/// A higher position of a grid binds only whoever holds it: the table shows where the amount stands.
pub fn warning(rows: &[FloorRow]) -> Option<Text> {
    let lowest_of_its_kind = |row: &&FloorRow| {
        let same = rows.iter().filter(|other| other.kind == row.kind);
        same.map(|other| other.amount.as_euros()).fold(f64::INFINITY, f64::min) >= row.amount.as_euros()
    };
    let crossed = rows.iter().filter(|row| row.below).filter(lowest_of_its_kind);
    // The law comes before an agreement.
    let rank = |row: &FloorRow| (row.kind == FloorKind::MinimumWage, row.amount.as_euros());
    let highest = crossed.max_by(|a, b| {
        let ((a_is_law, a), (b_is_law, b)) = (rank(a), rank(b));
        a_is_law.cmp(&b_is_law).then(a.total_cmp(&b))
    })?;
    let floor = amount(highest.amount);
    let title = &highest.title;
    Some(match highest.kind {
        FloorKind::MinimumWage => Text::new(
            format!("En dessous du minimum légal : {} ({} brut par mois).", title.fr, floor.fr),
            format!("Below the legal floor: {} ({} gross a month).", title.en, floor.en),
        ),
        FloorKind::Etam | FloorKind::Engineer => Text::new(
            format!(
                "En dessous du minimum de la branche Syntec : {} ({} brut par mois).",
                title.fr, floor.fr
            ),
            format!("Below the minimum of the Syntec branch: {} ({} gross a month).", title.en, floor.en),
        ),
        _ => Text::new(
            format!("En dessous du minimum : {} ({} brut par mois).", title.fr, floor.fr),
            format!("Below the minimum: {} ({} gross a month).", title.en, floor.en),
        ),
    })
}

/// The rows that say where the amount stands: those that bind everybody, the highest position that is reached and the
/// next one.
pub fn nearest(rows: &[FloorRow]) -> Vec<&FloorRow> {
    let is_position = |row: &&FloorRow| row.position.is_some();
    let reached = rows.iter().filter(is_position).rev().find(|row| !row.below);
    let next = rows.iter().filter(is_position).find(|row| row.below);
    let kept = rows.iter().filter(|row| {
        row.position.is_none() || [reached, next].into_iter().flatten().any(|other| other.id == row.id)
    });
    kept.collect()
}

/// A table of floors for people.
pub fn table<'a>(rows: impl IntoIterator<Item = &'a FloorRow>, citations: &Citations<'_>) -> Table {
    let stands =
        |row: &FloorRow| if row.below { text("en dessous", "below") } else { text("atteint", "reached") };
    Table::of(rows)
        .hidden("id", Kind::Name, text("Id", "Id"), |row| &row.id)
        .column("title", Kind::Text, text("Minimum légal", "Legal floor"), |row| &row.title)
        .column("month", Kind::Number, text("Brut par mois", "Gross a month"), |row| Cell::Cents(row.amount))
        .column("stands", Kind::Text, text("Le montant", "The amount"), stands)
        .hidden("source", Kind::Text, text("Fondement", "Source"), |row| &row.source)
        .hidden("sources", Kind::Names, text("Sources", "Sources"), |row| citations.cell(&row.sources))
        .noted(|row| [row.source.clone()])
        .beside()
}

/// The floors as lines across a chart of yearly amounts: those that bind everybody.
pub fn lines(rows: &[FloorRow]) -> Vec<Line> {
    let binding = rows.iter().filter(|row| row.position.is_none());
    let line = |row: &FloorRow| Line {
        label: row.title.clone(),
        amount: (row.amount * row.per.per_year()).rounded(),
        is_floor: true,
    };
    binding.map(line).collect()
}

/// A floor in a sentence: "minimum wage, €1,867.02 a month".
pub fn phrase(row: &FloorRow) -> Text {
    let (floor, per) = (amount(row.amount), row.per.each());
    row.title.bracketed(&Text::joined([floor, per], " "))
}
