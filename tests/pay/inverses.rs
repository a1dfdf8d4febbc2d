//! The way back from any amount to the gross salary.

use backend_career::model::money::Money;
use backend_career::pay::{Basis, Inverse, Profile, Schedule, Status, StepCause, Tax};
use proptest::prelude::*;

use crate::{RULES, TAXES, assert_near, edges, rules, schedules};

/// How far from the starting amount an inverse may lead, euros.
const TOLERANCE: f64 = 0.01;

/// Salaries just above the ceiling whose net pay a salary below it reaches too, euros.
const CET_SHADOW: f64 = 120.0;

fn forward(schedule: &Schedule, basis: Basis, gross: Money, tax: Tax) -> Money {
    let figures = schedule.figures(gross, tax);
    match basis {
        Basis::Gross => figures.gross,
        Basis::Net => figures.net_before_tax,
        Basis::Taxable => figures.taxable,
        Basis::NetAfterTax => figures.net_after_tax,
        Basis::Cost => figures.employer_cost,
    }
}

const BASES: [Basis; 5] = [Basis::Gross, Basis::Net, Basis::Taxable, Basis::NetAfterTax, Basis::Cost];

#[test]
fn the_amounts_of_a_salary_lead_back_to_them_at_every_threshold() {
    for (index, schedule) in schedules().enumerate().step_by(5) {
        for gross in edges(&RULES[index / 16]) {
            for (basis, tax) in BASES.into_iter().flat_map(|basis| TAXES.map(|tax| (basis, tax))) {
                let amount = forward(&schedule, basis, gross, tax);
                let found = schedule.gross_from(basis, amount, tax);
                assert!(found.as_euros() <= gross.as_euros() + TOLERANCE);
                assert_near(forward(&schedule, basis, found, tax), amount.as_euros(), TOLERANCE, "amount");
            }
        }
    }
}

#[test]
fn nothing_and_less_than_nothing_lead_to_no_salary() {
    let schedule = Schedule::new(rules(2026), Profile::default());
    for (basis, euros) in
        BASES.into_iter().flat_map(|basis| [0.0, -5.0, f64::NAN].map(|euros| (basis, euros)))
    {
        assert_eq!(schedule.gross_from(basis, Money::euros(euros), Tax::Neutral), Money::euros(0.0));
    }
}

#[test]
fn an_absurd_amount_ends_the_search() {
    let schedule = Schedule::new(rules(2026), Profile::default());
    for basis in [Basis::Net, Basis::NetAfterTax, Basis::Cost] {
        let found = schedule.gross_from(basis, Money::euros(f64::INFINITY), Tax::Scale);
        assert!(found.as_euros().is_finite());
    }
}

#[test]
fn of_two_salaries_with_the_same_net_the_lower_is_returned() {
    let schedule = Schedule::new(rules(2026), Profile::default());
    let above_the_ceiling = schedule.figures(Money::euros(48_070.0), Tax::Neutral);
    let found = schedule.gross_from_net(above_the_ceiling.net_before_tax);
    assert!(found < rules(2026).ceiling.yearly);
}

#[test]
fn of_several_salaries_with_the_same_net_after_the_default_rate_the_lowest_is_returned() {
    let schedule = Schedule::new(rules(2026), Profile::default());
    let net = |gross| schedule.figures(gross, Tax::Neutral).net_after_tax;
    let steps = schedule.steps(Tax::Neutral, Money::euros(100_000.0));
    let rates = steps.iter().filter(|step| step.cause == StepCause::WithholdingRate);
    for step in rates {
        let above = step.gross + Money::euros(20.0);
        let found = schedule.gross_from_net_after_tax(net(above), Tax::Neutral);
        assert!(found <= step.gross + Money::euros(0.01), "{found:?} {step:?}");
        assert_near(net(found), net(above).as_euros(), TOLERANCE, "net after tax");
    }
}

#[test]
fn every_salary_with_the_same_net_after_tax_is_returned() {
    let schedule = Schedule::new(rules(2026), Profile::default());
    let gross = Money::euros(45_136.69);
    let net = schedule.figures(gross, Tax::Neutral).net_after_tax;
    let Inverse::Exact(all) = schedule.inverse(Basis::NetAfterTax, net, Tax::Neutral) else { panic!() };
    assert!(all.len() > 1, "{all:?}");
    assert!(all.iter().any(|one| (*one - gross).as_euros().abs() < 0.01));
    for one in all {
        assert_near(schedule.figures(one, Tax::Neutral).net_after_tax, net.as_euros(), TOLERANCE, "net");
    }
}

#[test]
fn a_cost_inside_a_leap_gives_the_salaries_on_both_sides() {
    let schedule = Schedule::new(rules(2025), Profile::of(Status::NonCadre, 10));
    let cost = Money::euros(5690.0 * 12.0);
    let Inverse::Between { below: Some(below), above: Some(above) } =
        schedule.inverse(Basis::Cost, cost, Tax::Neutral)
    else {
        panic!()
    };
    let of = |gross| schedule.figures(gross, Tax::Neutral).employer_cost;
    assert!(of(below) < cost && cost < of(above));
    assert_near(above - below, 0.0, 0.021, "neighbours");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn a_salary_leads_to_its_net_and_cost_and_back(euros in 15_000.0..400_000.0_f64, pick in 0..32_usize) {
        let schedule = schedules().nth(pick).unwrap();
        let figures = schedule.figures(Money::euros(euros), Tax::Neutral);
        assert_near(schedule.gross_from_cost(figures.employer_cost), euros, TOLERANCE, "from cost");
        let above_ceiling = euros - RULES[pick / 16].ceiling.yearly.as_euros();
        if !(0.0..CET_SHADOW).contains(&above_ceiling) {
            assert_near(schedule.gross_from_net(figures.net_before_tax), euros, TOLERANCE, "from net");
        }
    }

    #[test]
    fn any_net_is_reached_and_by_no_lower_salary(
        euros in 15_000.0..400_000.0_f64,
        lower in 0.0..1.0_f64,
        pick in 0..32_usize,
    ) {
        let schedule = schedules().nth(pick).unwrap();
        let net = |gross| schedule.figures(gross, Tax::Neutral).net_before_tax;
        let found = schedule.gross_from_net(Money::euros(euros));
        assert_near(net(found), euros, TOLERANCE, "net");
        prop_assert!(net(found * lower) < Money::euros(euros));
    }

    #[test]
    fn any_net_after_tax_is_reached_and_by_no_lower_salary(
        euros in 15_000.0..400_000.0_f64,
        lower in prop_oneof![0.0..1.0_f64, 0.999..0.999_999_f64],
        pick in 0..32_usize,
        tax in 0..2_usize,
    ) {
        let schedule = schedules().nth(pick).unwrap();
        let net = |gross| schedule.figures(gross, TAXES[tax]).net_after_tax;
        let found = schedule.gross_from_net_after_tax(Money::euros(euros), TAXES[tax]);
        assert_near(net(found), euros, TOLERANCE, "net after tax");
        prop_assert!(net(found * lower) < Money::euros(euros));
    }

    #[test]
    fn any_cost_is_reached_or_inside_a_leap_that_the_next_cent_of_salary_passes(
        euros in 15_000.0..400_000.0_f64,
        pick in 0..32_usize,
    ) {
        let schedule = schedules().nth(pick).unwrap();
        let cost = |gross| schedule.figures(gross, Tax::Neutral).employer_cost.as_euros();
        let found = schedule.gross_from_cost(Money::euros(euros));
        prop_assert!(cost(found) <= euros + TOLERANCE);
        prop_assert!(cost(found + Money::euros(0.01)) > euros);
    }
}
