//! What an apprentice is paid at least: by law and in the branch, by age and year of the contract.

use super::TrainingParams;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::money::Money;
use crate::model::text::{Text, text};
use crate::model::training::WorkStudy;
use crate::pay::FloorQuery;
use crate::query::floors::{self, FloorRow};
use crate::query::rules;
use crate::report::{Cell, Kind, Table};

/// What an apprentice is paid at least by law and in the Syntec branch, by age and year of the contract.
pub fn pay(params: &TrainingParams, dataset: &Dataset) -> Result<Vec<FloorRow>, Reason> {
    /// An age of each bracket of the scales.
    const AGES: [u8; 4] = [17, 19, 23, 27];
    if params.apprenticeship != [WorkStudy::Yes] {
        return Ok(Vec::new());
    }
    let date = rules::of(dataset, None)?.date;
    let mut all: Vec<FloorRow> = Vec::new();
    for (age, bac5) in AGES.into_iter().flat_map(|age| [(age, false), (age, true)]) {
        for contract_year in 1..=3 {
            let query = FloorQuery::Apprentice { age, contract_year, syntec: true, bac5 };
            all.extend(floors::rows(dataset, &date, query, Money::euros(0.0), 1.0)?);
        }
    }
    all.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
    all.dedup_by(|a, b| a.id == b.id);
    Ok(all)
}

/// What an apprentice is paid at least, gross a month: a row for each scale and age, a column for each year of the
/// contract.
pub fn table(pay: &[FloorRow]) -> Table {
    let firsts = pay.iter().filter(|row| row.id.ends_with("-year-1"));
    let without_year = |row: &FloorRow| {
        Text::literal(row.title.fr.replace(", année 1", ""), row.title.en.replace(", year 1", ""))
    };
    let in_year = |first: &FloorRow, year: u8| {
        let id = format!("{}{year}", first.id.trim_end_matches('1'));
        pay.iter().find(|row| row.id == id).map(|row| Cell::Cents(row.amount))
    };
    Table::of(firsts)
        .column("who", Kind::Text, text("Brut minimum par mois", "Least gross pay a month"), without_year)
        .column("year_1", Kind::Number, text("1re année", "1st year"), |first| in_year(first, 1))
        .column("year_2", Kind::Number, text("2e année", "2nd year"), |first| in_year(first, 2))
        .column("year_3", Kind::Number, text("3e année", "3rd year"), |first| in_year(first, 3))
        .noted(|first| [first.source.clone()])
        .aside(text(
            "Ce qu’un apprenti est payé au moins ; votre cas : `backend-career pay --status apprentice --age 19`",
            "What an apprentice is paid at least; your case: `backend-career pay --status apprentice --age 19`",
        ))
}
