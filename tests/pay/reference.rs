//! Salaries against the answers of the Urssaf's model, euros a year.

use std::collections::BTreeMap;

use backend_career::model::money::Money;
use backend_career::pay::{Profile, Schedule, Status, Tax};
use serde::Deserialize;

use crate::{assert_near, rules};

/// How far from the model an amount may be, euros a year.
const TOLERANCE: f64 = 0.011;

/// A salary of the model. The cost is given for each size of company, by the model's own name for it.
#[derive(Deserialize)]
pub struct Row {
    pub year: u16,
    pub gross: f64,
    pub cadre: bool,
    pub net_before_tax: f64,
    pub net_taxable: f64,
    pub taxable_by_law: f64,
    pub tax_neutral_by_law: f64,
    pub tax_scale_by_law: f64,
    pub employer_cost_by_size: BTreeMap<String, f64>,
}

impl Row {
    pub fn schedule(&self, staff: u32) -> Schedule<'static> {
        let status = if self.cadre { Status::Cadre } else { Status::NonCadre };
        Schedule::new(rules(self.year), Profile::of(status, staff))
    }

    pub fn gross(&self) -> Money {
        Money::euros(self.gross)
    }
}

pub fn rows() -> impl Iterator<Item = Row> {
    [
        include_str!("../data/pay/reference_salaried_2025.json"),
        include_str!("../data/pay/reference_salaried_2026.json"),
    ]
    .into_iter()
    .flat_map(|json| serde_json::from_str::<Vec<Row>>(json).unwrap())
}

/// The staff that the model takes for one of its sizes; a threshold moved by one between the years.
fn staff(size: &str, year: u16) -> u32 {
    match (size, year) {
        ("moins de 5", _) => 4,
        ("moins de 11", _) => 10,
        ("moins de 20", _) => 19,
        ("moins de 50", _) => 49,
        ("moins de 150", _) => 149,
        ("moins de 250", 2025) => 250,
        ("moins de 250", _) => 249,
        ("plus de 250", 2025) => 251,
        ("plus de 250", _) => 250,
        _ => panic!("unknown size {size}"),
    }
}

#[test]
fn every_reference_salary_is_there_for_both_years_and_statuses() {
    for year in [2025, 2026] {
        for cadre in [true, false] {
            assert_eq!(rows().filter(|row| row.year == year && row.cadre == cadre).count(), 9);
        }
    }
}

#[test]
fn net_and_taxable_pay_are_those_of_the_model() {
    for row in rows() {
        let figures = row.schedule(10).figures(row.gross(), Tax::Neutral);
        assert_near(figures.net_before_tax, row.net_before_tax, TOLERANCE, "net before tax");
        assert_near(figures.taxable, row.taxable_by_law, TOLERANCE, "taxable");
        assert_near(figures.taxable_urssaf, row.net_taxable, TOLERANCE, "taxable of the simulator");
    }
}

#[test]
fn tax_is_that_of_the_base_by_law() {
    for row in rows() {
        let schedule = row.schedule(10);
        let tax = |tax| schedule.figures(row.gross(), tax).tax;
        assert_near(tax(Tax::Neutral), row.tax_neutral_by_law, 0.0, "default rate");
        assert_near(tax(Tax::Scale), row.tax_scale_by_law, 0.0, "scale");
    }
}

#[test]
fn the_employers_cost_is_that_of_the_model_for_all_seven_sizes() {
    for row in rows() {
        assert_eq!(row.employer_cost_by_size.len(), 7);
        for (size, cost) in &row.employer_cost_by_size {
            let figures = row.schedule(staff(size, row.year)).figures(row.gross(), Tax::Neutral);
            assert_near(figures.employer_cost, *cost, TOLERANCE, size);
        }
    }
}
