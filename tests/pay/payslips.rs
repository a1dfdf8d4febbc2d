//! Payslips: the lines of the Urssaf's model, the order of a French payslip, sums to the cent.

use backend_career::model::money::Money;
use backend_career::pay::{Payslip, Profile, Schedule, Section, Side, Status, Tax};
use proptest::prelude::*;

use crate::reference::{RowLine, rows};
use crate::{TAXES, assert_near, edges, rules, schedules};

/// The id of the line that the model calls `name`.
fn id(name: &str) -> &'static str {
    match name {
        "maladie" => "sickness",
        "AT/MP" => "work-accidents",
        "vieillesse plafonnée" => "old-age-capped",
        "vieillesse déplafonnée" => "old-age-uncapped",
        "AGIRC-ARRCO T1" => "agirc-arrco-1",
        "AGIRC-ARRCO T2" => "agirc-arrco-2",
        "CEG T1" => "ceg-1",
        "CEG T2" => "ceg-2",
        "CET" => "cet",
        "APEC" => "apec",
        "allocations familiales" => "family",
        "chômage" => "unemployment",
        "AGS" => "ags",
        "FNAL" => "housing-aid",
        "CSA" => "solidarity",
        "taxe d'apprentissage (part principale)" => "apprenticeship-tax",
        "taxe d'apprentissage (solde)" => "apprenticeship-tax-balance",
        "formation professionnelle" => "training",
        "contribution au dialogue social" => "social-dialogue",
        "prévoyance cadre (décès)" => "executive-cover",
        "mutuelle part employeur" | "mutuelle part salarié" => "health-cover",
        "réduction générale (RGDU en 2026)" => "general-reduction",
        "CSG déductible" => "csg-deductible",
        "CSG non déductible" => "csg-non-deductible",
        "CRDS" => "crds",
        _ => panic!("unknown line {name}"),
    }
}

fn assert_same_lines(payslip: &Payslip, side: Side, expected: &[RowLine]) {
    assert_eq!(payslip.side(side).count(), expected.len());
    for row in expected {
        let line = payslip.side(side).find(|line| line.id == id(&row.name)).unwrap();
        assert_near(line.amount, row.amount, 0.0101, &row.name);
        assert_eq!(line.base.is_some(), row.base.is_some(), "{}", row.name);
        assert_near(line.base.unwrap_or(Money::euros(0.0)), row.base.unwrap_or(0.0), 0.01, "base");
        let percent = line.rate.map_or(0.0, |rate| rate.as_fraction() * 100.0);
        assert!((percent - row.rate_pct.unwrap_or(0.0)).abs() < 1e-9, "{}: {percent}", row.name);
    }
}

#[test]
fn the_lines_are_those_of_the_model() {
    let mut compared = 0;
    for row in rows() {
        let (Some(taken), Some(added)) = (&row.employee, &row.employer) else { continue };
        let payslip = row.schedule(10).payslip(row.gross(), Tax::Neutral);
        assert_same_lines(&payslip, Side::Employee, taken);
        assert_same_lines(&payslip, Side::Employer, added);
        compared += 1;
    }
    assert_eq!(compared, 8);
}

#[test]
fn lines_stand_in_the_order_of_a_payslip() {
    let payslip =
        Schedule::new(rules(2026), Profile::default()).payslip(Money::euros(60_000.0), Tax::Neutral);
    assert!(payslip.lines.is_sorted_by_key(|line| (line.side, line.section)));
    let names: Vec<_> = payslip.side(Side::Employee).map(|line| line.name.fr.as_ref()).collect();
    assert_eq!(
        names[..3],
        ["Complémentaire – Santé", "Sécurité sociale plafonnée", "Sécurité sociale déplafonnée"]
    );
    assert_eq!(payslip.lines.last().unwrap().section, Section::IncomeTax);
}

#[test]
fn a_larger_company_has_the_lines_of_its_size() {
    let ids = |staff| {
        let schedule = Schedule::new(rules(2026), Profile::of(Status::NonCadre, staff));
        let payslip = schedule.payslip(Money::euros(45_000.0), Tax::Scale);
        payslip.side(Side::Employer).map(|line| line.id.clone()).collect::<Vec<_>>()
    };
    for (id, from) in [("forfait-social", 11), ("housing-levy", 50), ("apprenticeship-supplement", 250)] {
        assert!(!ids(from - 1).contains(&id.to_owned()) && ids(from).contains(&id.to_owned()), "{id}");
    }
    assert_eq!(ids(250).iter().filter(|id| *id == "housing-aid").count(), 1);
}

#[test]
fn no_pay_has_no_line_but_the_tax() {
    let payslip = Schedule::new(rules(2025), Profile::default()).payslip(Money::euros(0.0), Tax::Neutral);
    assert_eq!(payslip.lines.len(), 1);
    assert_eq!(payslip.lines[0].amount, Money::euros(0.0));
}

/// Lines lead from total to total, and each is its base × rate to the cent.
fn assert_adds_up(payslip: &Payslip) {
    let figures = &payslip.figures;
    let sum = |side| payslip.side(side).fold(0.0, |sum, line| sum + line.amount.as_euros());
    let totals = |from: Money, to: Money| (from.rounded() - to.rounded()).as_euros();
    let gross = figures.gross;
    assert!((sum(Side::Employee) - totals(gross, figures.net_before_tax)).abs() < 1e-6);
    assert!((sum(Side::Tax) - totals(figures.net_before_tax, figures.net_after_tax)).abs() < 1e-6);
    assert!((sum(Side::Employer) - totals(figures.employer_cost, gross)).abs() < 1e-6);
    for line in payslip.side(Side::Employee).chain(payslip.side(Side::Employer)) {
        if let (Some(base), Some(rate)) = (line.base, line.rate) {
            assert!((rate.of(base) - line.amount).as_euros().abs() < 0.0101, "{line:?}");
        }
    }
}

#[test]
fn lines_add_up_to_the_totals_at_every_threshold() {
    for schedule in schedules() {
        for gross in crate::RULES.iter().flat_map(edges) {
            assert_adds_up(&schedule.payslip(gross, Tax::Neutral));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn lines_add_up_to_the_totals(euros in 0.0..500_000.0_f64, pick in 0..32_usize, tax in 0..2_usize) {
        let schedule = schedules().nth(pick).unwrap();
        assert_adds_up(&schedule.payslip(Money::euros(euros), TAXES[tax]));
    }
}
