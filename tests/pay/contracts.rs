//! Every other reference row of employees: options, apprentices, interns.

use backend_career::model::money::Money;
use backend_career::pay::{Apprentice, Diploma, Intern, Profile, Rate, Schedule, Status, Tax, Zone};
use serde::Deserialize;

use crate::{assert_near, rules};

#[derive(Deserialize)]
struct Row {
    year: u16,
    gross: f64,
    cadre: bool,
    staff: u32,
    net_before_tax: f64,
    net_taxable: f64,
    employee_total: f64,
    employer_cost: f64,
    taxable_by_law: f64,
    tax_scale_by_law: f64,
    tax_neutral_by_law: Option<f64>,
    #[serde(default)]
    alsace_moselle: bool,
    contract: Option<String>,
    percent: Option<f64>,
    mutuelle_month: Option<f64>,
    mutuelle_employer_share: Option<f64>,
    level: Option<String>,
    aid: Option<f64>,
    employer_cost_before_aid: Option<f64>,
}

fn rows() -> Vec<Row> {
    let files = [
        include_str!("../data/pay/reference_alsace_moselle_2026.json"),
        include_str!("../data/pay/reference_health_cover_2026.json"),
        include_str!("../data/pay/reference_contracts_2026.json"),
    ];
    files.into_iter().flat_map(|json| serde_json::from_str::<Vec<Row>>(json).unwrap()).collect()
}

/// The reference tax of the simulator, which does not know the least that is collected.
fn collected(tax: f64) -> f64 {
    if tax < 61.0 { 0.0 } else { tax }
}

#[test]
fn employees_with_options_are_paid_what_the_reference_says() {
    let rows = rows().into_iter().filter(|row| row.contract.as_deref() != Some("apprentice"));
    for row in rows {
        let status = if row.cadre { Status::Cadre } else { Status::NonCadre };
        let profile = Profile {
            working_time: Rate::percent(row.percent.unwrap_or(100.0)),
            health_cover: row.mutuelle_month.map(Money::euros),
            employer_cover_share: row.mutuelle_employer_share.map(Rate::fraction),
            zone: if row.alsace_moselle { Zone::AlsaceMoselle } else { Zone::Elsewhere },
            ..Profile::of(status, row.staff)
        };
        let schedule = Schedule::new(rules(row.year), profile);
        let gross = Money::euros(row.gross);
        let figures = schedule.figures(gross, Tax::Scale);
        assert_near(figures.net_before_tax, row.net_before_tax, 0.011, "net before tax");
        assert_near(gross - figures.net_before_tax, row.employee_total, 0.011, "employee's total");
        assert_near(figures.taxable_urssaf, row.net_taxable, 0.011, "taxable of the simulator");
        assert_near(figures.taxable, row.taxable_by_law, 0.011, "taxable");
        assert_near(figures.tax, collected(row.tax_scale_by_law), 0.0, "tax by the scale");
        assert_near(figures.employer_cost, row.employer_cost, 0.011, "cost");
        let neutral = schedule.figures(gross, Tax::Neutral).tax;
        assert_near(neutral, row.tax_neutral_by_law.unwrap(), 0.0, "default rate");
    }
}

#[test]
fn apprentices_are_paid_what_the_reference_says() {
    let rows = rows().into_iter().filter(|row| row.contract.as_deref() == Some("apprentice"));
    for row in rows {
        let diploma = match row.level.as_deref().unwrap() {
            "bac" => Diploma::Bac,
            "bac_2" => Diploma::Bac2,
            _ => Diploma::Bac5,
        };
        let apprentice = Apprentice::new(rules(row.year), row.staff, diploma, 1).unwrap();
        let figures = apprentice.figures(Money::euros(row.gross), Tax::Scale);
        assert_near(figures.salary.net_before_tax, row.net_before_tax, 0.011, "net");
        assert_near(figures.salary.taxable, row.taxable_by_law, 0.011, "taxable");
        assert_near(figures.salary.tax, row.tax_scale_by_law, 0.0, "tax");
        assert_near(figures.salary.employer_cost, row.employer_cost_before_aid.unwrap(), 0.011, "cost");
        assert_near(figures.aid, row.aid.unwrap(), 0.0, "aid");
        assert_near(figures.cost_after_aid, row.employer_cost, 0.011, "cost after the aid");
        let payslip = apprentice.payslip(Money::euros(row.gross), Tax::Scale);
        let taken: f64 =
            payslip.side(backend_career::pay::Side::Employee).map(|line| line.amount.as_euros()).sum();
        assert_near(Money::euros(taken), row.employee_total, 0.011, "employee's lines");
    }
}

#[test]
fn an_intern_is_owed_pay_from_the_309th_hour() {
    let intern = Intern::new(rules(2026)).unwrap();
    assert_near(intern.minimum(308), 0.0, 0.0, "none yet");
    assert_near(intern.minimum(309), 309.0 * 4.5, 1e-9, "from the first hour");
    let figures = intern.figures(700, None, Tax::Scale);
    assert_near(figures.net_after_tax, 3150.0, 1e-9, "net");
}
