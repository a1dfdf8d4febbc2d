//! `freelance`: what a day rate or a turnover leaves under each status, beside an employee's pay; and the day rate
//! that leaves as much as a salary.

mod calculator;
mod creation;
mod curve;
mod document;
mod grid;
mod lines;
mod notes;
mod params;
mod standing;

use serde::Serialize;

use self::calculator::{Calculator, Totals};
use self::curve::{Crossing, CurvePoint};
pub use self::grid::GridCell;
use self::lines::StatusLine;
use self::notes::Protection;
pub use self::params::{FreelanceParams, Known, WorkStatus};
use self::standing::RateStanding;
use super::floors::{self, FloorRow};
use super::rules::{self, Percent, RulesOf};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figures::amount;
use crate::model::money::Money;
use crate::model::text::Text;
use crate::pay::{FloorQuery, Household, Rate, Rules, Status, acre_quarters};
use crate::report::{Document, Report};

/// What is billed in a year.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Turnover {
    year: Money,
    daily_rate: Money,
    days: u16,
}

/// What a status leaves, euros a year.
#[derive(Serialize)]
struct StatusRow {
    id: WorkStatus,
    turnover: Option<Turnover>,
    /// The gross salary of who has one.
    gross: Option<Money>,
    net_before_tax: Money,
    taxable: Money,
    tax: Money,
    net_after_tax: Money,
    contributions: Money,
    /// The gross salary of an employee with the same take-home.
    equivalent_gross: Money,
    /// The day rate at which the status leaves as much as the employee of this answer.
    daily_rate_like_employee: Option<Money>,
    protection: Protection,
    floors: Vec<FloorRow>,
    lines: Vec<StatusLine>,
    notes: Vec<Text>,
    #[serde(skip)]
    alerts: Vec<Text>,
}

/// Every status side by side, curves by day rate, and a grid of days and fees.
#[derive(Serialize)]
pub struct FreelanceReport {
    /// What is billed; `null` if a salary is to be equalled, since each status bills its own.
    turnover: Option<Turnover>,
    /// The salary to equal; `null` if a day rate is given.
    like: Option<Money>,
    fee: Rate,
    fee_percent: Percent,
    expenses: Money,
    household: Household,
    statuses: Vec<StatusRow>,
    curve: Vec<CurvePoint>,
    crossings: Vec<Crossing>,
    grid: Vec<GridCell>,
    /// Where the day rate stands among those that sources state; empty if none is given.
    rate_standings: Vec<RateStanding>,
    rules: RulesOf,
    assumptions: Vec<Text>,
    warnings: Vec<Text>,
    #[serde(skip)]
    days: u16,
    #[serde(skip)]
    fees: [Rate; 3],
    #[serde(skip)]
    in_lines: bool,
    #[serde(skip)]
    shows_grid: bool,
}

/// Answers for each status.
///
/// # Errors
/// A usage error if options contradict each other or an amount needs to be confirmed, or if the rules are unknown.
pub fn ask(params: &FreelanceParams, dataset: &Dataset) -> Result<FreelanceReport, Reason> {
    params.check()?;
    let rules = rules::of(dataset, params.year)?;
    check_start(&rules, params)?;
    let calculator = Calculator::new(&rules, params);
    let billed = params.known.turnover(params.days);
    let employee_net = match params.known {
        Known::Salary(gross) => calculator.schedule.figures(gross, calculator.taxation).net_after_tax,
        Known::DailyRate(_) | Known::Turnover(_) => {
            let turnover = billed.unwrap_or(Money::euros(0.0));
            calculator.totals(WorkStatus::Employee, turnover).net_after_tax
        }
    };
    let statuses = params.statuses();
    let mut rows = Vec::new();
    for status in &statuses {
        let needed = calculator.turnover_for(*status, employee_net);
        if let Some(turnover) = billed.or(needed) {
            rows.push(row(&calculator, dataset, *status, turnover, needed, params)?);
        }
    }
    let turnover = billed.map(|turnover| calculator.billed(turnover));
    let curve =
        turnover.map_or_else(Vec::new, |turnover| curve::around(&calculator, &statuses, turnover.daily_rate));
    let crossings = curve::crossings(&calculator, &curve);
    let warnings = billed.and_then(|turnover| too_many_expenses(turnover, params.expenses));
    let warnings = warnings.into_iter().chain(creation::too_many_days(&rules, params));
    let mut assumptions = notes::assumptions(&calculator, params);
    assumptions.extend(notes::crossings(&crossings));
    let like = match params.known {
        Known::Salary(gross) => Some(gross),
        Known::DailyRate(_) | Known::Turnover(_) => None,
    };
    let rate_standings = match params.known {
        Known::DailyRate(rate) => standing::of(dataset, rate)?,
        Known::Turnover(_) | Known::Salary(_) => Vec::new(),
    };
    Ok(FreelanceReport {
        turnover,
        like,
        fee: calculator.fee,
        fee_percent: Percent::from(calculator.fee),
        expenses: params.expenses,
        household: params.household,
        statuses: rows,
        curve,
        crossings,
        grid: grid::of(&calculator, params.known),
        rate_standings,
        rules: RulesOf::from(&rules),
        assumptions,
        warnings: warnings.collect(),
        days: params.days,
        fees: grid::fees(&rules),
        in_lines: params.lines,
        shows_grid: like.is_some() || params.status == Some(WorkStatus::Portage),
    })
}

fn row(
    calculator: &Calculator<'_>,
    dataset: &Dataset,
    status: WorkStatus,
    turnover: Money,
    like_employee: Option<Money>,
    params: &FreelanceParams,
) -> Result<StatusRow, Reason> {
    let totals: Totals = match (status, params.known) {
        // The salary itself, not the salary whose cost is its cost: costs may be the same at a leap.
        (WorkStatus::Employee, Known::Salary(gross)) => calculator.of_employee(gross),
        _ => calculator.totals(status, turnover),
    };
    let query = match status {
        WorkStatus::Portage => Some(FloorQuery::Portage),
        WorkStatus::Employee => {
            Some(FloorQuery::Employee { status: Status::Cadre, syntec: false, age: None })
        }
        _ => None,
    };
    let floors = match (query, totals.gross) {
        (Some(query), Some(gross)) => floors::rows(dataset, &calculator.rules.date, query, gross, 1.0)?,
        _ => Vec::new(),
    };
    let is_asked_salary = matches!(params.known, Known::Salary(_));
    let remarks = notes::of_status(calculator, status, turnover, &floors);
    let alerts = remarks.iter().filter(|remark| remark.is_alert).map(|remark| remark.text.clone());
    let alerts: Vec<Text> =
        if is_asked_salary && status == WorkStatus::Employee { Vec::new() } else { alerts.collect() };
    let bills = status != WorkStatus::Employee;
    let per_day = |turnover: Money| (turnover / f64::from(params.days)).rounded();
    Ok(StatusRow {
        id: status,
        turnover: bills.then(|| calculator.billed(turnover)),
        gross: totals.gross.map(Money::rounded),
        net_before_tax: totals.net_before_tax.rounded(),
        taxable: totals.taxable.rounded(),
        tax: totals.tax.rounded(),
        net_after_tax: totals.net_after_tax.rounded(),
        contributions: totals.contributions.rounded(),
        equivalent_gross: match totals.gross.filter(|_| status == WorkStatus::Employee) {
            Some(gross) => gross.rounded(),
            None => calculator.equivalent_gross(totals.net_after_tax),
        },
        daily_rate_like_employee: like_employee.filter(|_| bills).map(per_day),
        protection: notes::protection(status),
        lines: lines::of(calculator, status, turnover, &totals),
        floors,
        notes: remarks.into_iter().map(|remark| remark.text).collect(),
        alerts,
    })
}

/// A business that begins after the year of the rules has no turnover in it, and the relief of an old one has ended: a
/// micro-entrepreneur's with a civil quarter, another's after twelve months.
fn check_start(rules: &Rules, params: &FreelanceParams) -> Result<(), Reason> {
    let Some(start) = params.start else { return Ok(()) };
    let year = rules.year;
    if start.year > year {
        let began = start.year;
        return Err(Reason::Usage(Text::new(
            format!(
                "`--start` en {began} : le barème est celui de {year}, par exemple `--start {year}-09-01`"
            ),
            format!(
                "`--start` in {began}: the rules are those of {year}, for instance `--start {year}-09-01`"
            ),
        )));
    }
    let is_micro = params.status.is_none_or(|status| status == WorkStatus::Micro);
    let has_ended =
        if is_micro { acre_quarters(&rules.micro.acre, start, year) == 0 } else { start.year + 1 < year };
    if params.acre && has_ended {
        return Err(Reason::Usage(Text::new(
            format!(
                "l’Acre d’une entreprise créée en {} a pris fin avant {year} ; sans `--acre`, ou par exemple `--start {year}-01-15`",
                start.year
            ),
            format!(
                "Acre of a business created in {} ended before {year}; leave out `--acre`, or for instance `--start {year}-01-15`",
                start.year
            ),
        )));
    }
    Ok(())
}

/// Expenses that leave nothing to be paid from.
fn too_many_expenses(turnover: Money, expenses: Money) -> Option<Text> {
    let (billed, spent) = (amount(turnover), amount(expenses));
    (expenses > turnover).then(|| {
        Text::new(
            format!("Les frais ({}) dépassent ce qui est facturé ({}).", spent.fr, billed.fr),
            format!("Expenses ({}) exceed what is billed ({}).", spent.en, billed.en),
        )
    })
}

impl Calculator<'_> {
    fn billed(&self, turnover: Money) -> Turnover {
        Turnover {
            year: turnover.rounded(),
            daily_rate: (turnover / f64::from(self.days)).rounded(),
            days: self.days,
        }
    }
}

impl Report for FreelanceReport {
    fn name(&self) -> &'static str {
        "freelance"
    }

    fn document(&self) -> Document {
        document::of(self)
    }
}
