//! The legal floors beside the pay of an ad: those of an employee, of an apprentice or of an intern.

use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::floor::FloorKind;
use crate::model::money::Money;
use crate::model::text::Text;
use crate::pay::FloorQuery;
use crate::query::floors::{self, FloorRow};
use crate::query::rules;
use crate::reader::ad::{Ad, AdContract};

/// Hours of a month at full time: 35 × 52 ÷ 12.
const HOURS: f64 = 1820.0 / 12.0;
/// One age of each bracket in which the law puts apprentices.
const AGES: [u8; 4] = [16, 18, 21, 26];

/// The floors beside `gross` euros a year, lowest first; none beside a part-time pay, whose share of full time is
/// unknown.
///
/// # Errors
/// Fails if the floors or the rules cannot be read.
pub fn beside(ad: &Ad<'_>, gross: Money, dataset: &Dataset) -> Result<Vec<FloorRow>, Reason> {
    if ad.part_time {
        return Ok(Vec::new());
    }
    match ad.contract {
        Some(AdContract::Apprenticeship) => of_apprentices(gross, dataset),
        Some(AdContract::Internship) => of_interns(gross, dataset),
        _ => floors::beside_offer(dataset, gross, None),
    }
}

/// The floors of a first year, age by age: an ad says nobody's age.
fn of_apprentices(gross: Money, dataset: &Dataset) -> Result<Vec<FloorRow>, Reason> {
    let date = rules::of(dataset, None)?.date;
    let mut all = Vec::new();
    for age in AGES {
        let query = FloorQuery::Apprentice { age, contract_year: 1, syntec: false, bac5: false };
        all.extend(floors::rows(dataset, &date, query, gross, 1.0)?);
    }
    Ok(all)
}

/// The least that an intern is owed for a month of full time.
fn of_interns(gross: Money, dataset: &Dataset) -> Result<Vec<FloorRow>, Reason> {
    let date = rules::of(dataset, None)?.date;
    let floor = floors::of_interns(dataset, &date)?.map(|floor| {
        let amount = Money::euros(floor.amount * HOURS).rounded();
        FloorRow::of_month(floor, amount, (gross / 12.0).rounded() < amount)
    });
    Ok(floor.into_iter().collect())
}

/// What must be told first of a pay below a floor; `is_range` where the ad tells two ends.
///
/// The floors of apprentices go by age, so that the lowest that is not reached is the one to know.
pub fn warning(rows: &[FloorRow], is_range: bool) -> Option<Text> {
    let of_apprentices = rows.iter().find(|row| row.kind == FloorKind::Apprentice && row.below);
    let warning = floors::warning(of_apprentices.map_or(rows, std::slice::from_ref))?;
    if !is_range {
        return Some(warning);
    }
    Some(Text::new(
        format!("Le bas de la fourchette. {}", warning.fr),
        format!("The low end of the range. {}", warning.en),
    ))
}
