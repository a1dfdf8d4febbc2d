//! Which legal floors an amount must be held against: a pure function of the floors, a day and a contract.

use serde::Serialize;

use crate::model::floor::{Floor, FloorKind};
use crate::model::id::SourceId;
use crate::model::money::Money;
use crate::model::rules::Status;
use crate::model::text::Text;

/// Whose floors are asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FloorQuery {
    /// An employee; with the Syntec grid of the status if `syntec`.
    Employee {
        /// Cadre or not: engineers and managers, or ETAM.
        status: Status,
        /// The company belongs to the Syntec branch.
        syntec: bool,
        /// The age, where a position depends on it.
        age: Option<u8>,
    },
    /// An apprentice.
    Apprentice {
        /// The age in years.
        age: u8,
        /// The year of the contract, from 1; beyond the third the third counts.
        contract_year: u8,
        /// The company belongs to the Syntec branch.
        syntec: bool,
        /// The diploma prepared is of level bac+5.
        bac5: bool,
    },
    /// An employee of a portage company.
    Portage,
}

/// A floor beside an amount.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FloorCheck {
    /// The floor's id.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// The set it belongs to.
    pub kind: FloorKind,
    /// The position or level, if it has one.
    pub position: Option<String>,
    /// Gross euros a month for the hours worked.
    pub monthly: Money,
    /// The same a year.
    pub yearly: Money,
    /// Whether the amount is below it. Minimum wages must be reached; a position only if it is the employee's.
    pub below: bool,
    /// The text that sets it.
    pub text: Text,
    /// Who says so.
    pub sources: Vec<SourceId>,
}

/// The hourly minimum wage on `date` (`YYYY-MM-DD`); `None` before the first one that is known.
pub fn minimum_wage_on<'a>(floors: &'a [Floor], date: &str) -> Option<&'a Floor> {
    latest(floors, date, |floor| floor.kind == FloorKind::MinimumWage)
}

/// The floors that count on `date` (`YYYY-MM-DD`) for a gross pay of `gross` euros a year, lowest first.
///
/// `working_time` is the share of full time: floors are in proportion to it. From 21 years of age an apprentice's
/// share is of the minimum wage here; where the branch minimum of the job is higher, that one is its base.
pub fn floors_for(
    floors: &[Floor],
    date: &str,
    query: FloorQuery,
    gross: Money,
    working_time: f64,
) -> Vec<FloorCheck> {
    let Some(wage) = minimum_wage_on(floors, date) else { return Vec::new() };
    let valid = floors.iter().filter(|floor| floor.valid_from.as_str() <= date);
    let mut checks: Vec<FloorCheck> = valid
        .filter(|floor| if floor.kind == FloorKind::MinimumWage { floor.id == wage.id } else { true })
        .filter(|floor| applies(floor, query))
        .filter_map(|floor| check(floor, wage.amount, gross, working_time))
        .collect();
    checks.sort_by(|a, b| a.monthly.as_euros().total_cmp(&b.monthly.as_euros()));
    checks
}

/// The least that an apprentice is owed on `date`: the highest floor that applies, with its gross euros a month.
pub fn apprentice_minimum(
    floors: &[Floor],
    date: &str,
    age: u8,
    contract_year: u8,
    syntec: bool,
    bac5: bool,
) -> Option<FloorCheck> {
    let query = FloorQuery::Apprentice { age, contract_year, syntec, bac5 };
    floors_for(floors, date, query, Money::euros(0.0), 1.0).pop()
}

fn latest<'a>(floors: &'a [Floor], date: &str, wanted: impl Fn(&Floor) -> bool) -> Option<&'a Floor> {
    let valid = floors.iter().filter(|floor| wanted(floor) && floor.valid_from.as_str() <= date);
    valid.max_by(|a, b| a.valid_from.cmp(&b.valid_from))
}

fn applies(floor: &Floor, query: FloorQuery) -> bool {
    let fits =
        |age: u8| floor.age_from.is_none_or(|from| from <= age) && floor.age_to.is_none_or(|to| age <= to);
    match query {
        FloorQuery::Employee { status, syntec, age } => match floor.kind {
            FloorKind::MinimumWage => true,
            FloorKind::Engineer => syntec && status == Status::Cadre && age.is_none_or(fits),
            FloorKind::Etam => syntec && status == Status::NonCadre,
            _ => false,
        },
        FloorQuery::Apprentice { age, contract_year, syntec, bac5 } => {
            let year = contract_year.clamp(1, 3);
            let of_branch = floor.kind == FloorKind::SyntecApprentice && syntec;
            (floor.kind == FloorKind::Apprentice || of_branch)
                && floor.contract_year == Some(year)
                && fits(age)
                && floor.bac5.is_none_or(|only| only == bac5)
        }
        FloorQuery::Portage => matches!(floor.kind, FloorKind::MinimumWage | FloorKind::Portage),
    }
}

fn check(floor: &Floor, wage: f64, gross: Money, working_time: f64) -> Option<FloorCheck> {
    // Twelfths are compared in whole cents, as pay slips have them.
    let monthly = (floor.monthly(wage)? * working_time.clamp(0.0, 1.0)).rounded();
    Some(FloorCheck {
        id: floor.id.as_str().to_owned(),
        title: floor.title.clone(),
        kind: floor.kind,
        position: floor.position.clone(),
        monthly,
        yearly: (monthly * 12.0).rounded(),
        below: (gross / 12.0).rounded() < monthly,
        text: floor.text.clone(),
        sources: floor.sources.clone(),
    })
}
