//! Payslips: the lines of the Urssaf's model, the order of a French payslip, sums to the cent.

use backend_career::model::money::Money;
use backend_career::pay::{Payslip, Profile, Schedule, Section, Side, Status, Tax};
use proptest::prelude::*;

use crate::{TAXES, edges, rules, schedules};

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
