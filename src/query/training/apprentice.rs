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
use crate::report::{Cell, Column, Kind, Row, Table};

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
pub fn table(pay: &[FloorRow]) -> Option<Table> {
    let columns = vec![
        Column::new("who", Kind::Text, text("Brut minimum par mois", "Least gross pay a month")),
        Column::new("year_1", Kind::Number, text("1re année", "1st year")),
        Column::new("year_2", Kind::Number, text("2e année", "2nd year")),
        Column::new("year_3", Kind::Number, text("3e année", "3rd year")),
    ];
    let without_year = |row: &FloorRow| {
        Text::literal(row.title.fr.replace(", année 1", ""), row.title.en.replace(", year 1", ""))
    };
    let firsts = pay.iter().filter(|row| row.id.ends_with("-year-1"));
    let row = |first: &FloorRow| {
        let scale = first.id.trim_end_matches('1');
        let year = |year: u8| {
            let id = format!("{scale}{year}");
            let found = pay.iter().find(|row| row.id == id);
            Cell::of(found, |row| Cell::Cents(row.amount))
        };
        let cells = vec![Cell::Text(without_year(first)), year(1), year(2), year(3)];
        Row::new(cells).noted(Some(first.source.clone()))
    };
    let rows: Vec<Row> = firsts.map(row).collect();
    let title = text(
        "Ce qu’un apprenti est payé au moins ; votre cas : `backend-career pay --status apprentice --age 19`",
        "What an apprentice is paid at least; your case: `backend-career pay --status apprentice --age 19`",
    );
    (!rows.is_empty()).then(|| Table::aside(title, columns, rows))
}
