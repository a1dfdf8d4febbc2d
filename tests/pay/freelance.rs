//! Micro-entrepreneurs and portage against the reference answers, and the way back.

use backend_career::model::day::Day;
use backend_career::model::money::Money;
use backend_career::pay::{Billing, Micro, MicroKind, MicroTax, Portage, Rate, Tax};
use proptest::prelude::*;
use serde::Deserialize;

use crate::{RULES, TAXES, assert_near, rules};

/// How far from the reference an amount may be, euros a year: it rounds two lines to the euro each month.
const TOLERANCE: f64 = 12.5;

#[derive(Deserialize)]
struct MicroRow {
    year: u16,
    kind: String,
    turnover: f64,
    contributions_total: f64,
    net_before_tax: f64,
    taxable: f64,
    tax_scale: f64,
    net_after_tax_scale: f64,
    tax_flat: f64,
    net_after_tax_flat: f64,
    threshold: f64,
    threshold_exceeded: bool,
    acre_created: Option<String>,
}

#[derive(Deserialize)]
struct PortageRow {
    year: u16,
    turnover: f64,
    fee_pct: f64,
    available: f64,
    gross: Option<f64>,
    net_before_tax: Option<f64>,
    net_after_tax_scale_by_law: Option<f64>,
}

const KINDS: [MicroKind; 3] = [MicroKind::Bnc, MicroKind::BicCommercial, MicroKind::BicArtisanal];

const MICRO_TAXES: [MicroTax; 2] = [MicroTax::Scale, MicroTax::Flat];

fn kind(name: &str) -> MicroKind {
    match name {
        "BNC libérale non réglementée" => MicroKind::Bnc,
        "BIC service commercial" => MicroKind::BicCommercial,
        "BIC service artisanal" => MicroKind::BicArtisanal,
        _ => panic!("unknown kind {name}"),
    }
}

#[track_caller]
fn assert_close(actual: Money, expected: f64, what: &str) {
    assert_near(actual, expected, TOLERANCE, what);
}

#[test]
fn a_micro_entrepreneur_keeps_what_the_model_says() {
    let files = [
        include_str!("../data/pay/reference_micro_2025.json"),
        include_str!("../data/pay/reference_micro_2026.json"),
        include_str!("../data/pay/reference_micro_more_2026.json"),
    ];
    let rows = files.into_iter().flat_map(|json| serde_json::from_str::<Vec<MicroRow>>(json).unwrap());
    for row in rows {
        let mut micro = Micro::new(rules(row.year), kind(&row.kind));
        if let Some(created) = row.acre_created {
            let (day, rest) = created.split_once('/').unwrap();
            let (month, year) = rest.split_once('/').unwrap();
            micro = micro.with_acre(Day::parse(&format!("{year}-{month}-{day}")).unwrap());
        }
        let scale = micro.figures(Money::euros(row.turnover), MicroTax::Scale);
        let flat = micro.figures(Money::euros(row.turnover), MicroTax::Flat);
        assert_close(scale.contributions, row.contributions_total, "contributions");
        assert_close(scale.net_before_tax, row.net_before_tax, "net before tax");
        assert_close(scale.taxable, row.taxable, "taxable");
        let due = if row.tax_scale < 60.5 { 0.0 } else { row.tax_scale };
        assert_near(scale.tax, due, 0.51, "tax by the scale, which we round and collect from 61 €");
        assert_close(scale.net_after_tax, row.net_after_tax_scale, "net after the scale");
        assert_close(flat.tax, row.tax_flat, "flat tax");
        assert_close(flat.net_after_tax, row.net_after_tax_flat, "net after the flat tax");
        assert_eq!(scale.ceiling_exceeded, row.threshold_exceeded);
        assert_near(rules(row.year).micro.ceiling, row.threshold, 0.0, "ceiling");
    }
}

#[test]
fn portage_pays_what_the_model_says_of_a_cadre_among_149() {
    let files = [
        include_str!("../data/pay/reference_portage_2025.json"),
        include_str!("../data/pay/reference_portage_2026.json"),
    ];
    let rows = files.into_iter().flat_map(|json| serde_json::from_str::<Vec<PortageRow>>(json).unwrap());
    for row in rows {
        let billing = Billing {
            turnover: Money::euros(row.turnover),
            fee: Rate::percent(row.fee_pct),
            expenses: Money::euros(0.0),
        };
        let figures = Portage::new(rules(row.year)).figures(billing, Tax::Scale);
        assert_near(figures.budget, row.available, 1e-6, "budget");
        if let (Some(gross), Some(net)) = (row.gross, row.net_before_tax) {
            assert_near(figures.salary.gross, gross, 0.86, "gross");
            assert_near(figures.salary.net_before_tax, net, 0.7, "net before tax");
        }
        if let Some(net) = row.net_after_tax_scale_by_law {
            assert_near(figures.salary.net_after_tax, net, 1.0, "net after tax");
        }
        assert!(figures.salary.employer_cost <= figures.budget + Money::euros(0.01));
    }
}

#[test]
fn expenses_come_off_before_pay_and_never_below_nothing() {
    let billing = |expenses| Billing {
        turnover: Money::euros(10_000.0),
        fee: Rate::percent(5.0),
        expenses: Money::euros(expenses),
    };
    let portage = Portage::new(rules(2026));
    assert_near(portage.figures(billing(1000.0), Tax::Neutral).budget, 8500.0, 1e-9, "budget");
    let spent = portage.figures(billing(20_000.0), Tax::Neutral);
    assert_eq!((spent.budget, spent.salary.gross), (Money::euros(0.0), Money::euros(0.0)));
}

#[test]
fn no_turnover_pays_a_net_if_the_fee_takes_everything() {
    let (net, none) = (Money::euros(30_000.0), Money::euros(0.0));
    assert_eq!(Portage::new(rules(2026)).turnover_from_net(net, Rate::percent(100.0), none), None);
}

#[test]
fn nothing_leaves_nothing_and_needs_nothing() {
    let none = Money::euros(0.0);
    for (rules, kind) in RULES.iter().flat_map(|rules| KINDS.map(|kind| (rules, kind))) {
        let micro = Micro::new(rules, kind);
        for tax in MICRO_TAXES {
            assert_eq!(micro.figures(Money::euros(-3.0), tax).net_after_tax, none);
            assert_eq!(micro.turnover_from_net_after_tax(none, tax), none);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn a_micro_turnover_is_found_for_any_net(euros in 1.0..400_000.0_f64, pick in 0..3_usize, year in 0..2_usize) {
        let micro = Micro::new(&RULES[year], KINDS[pick]);
        let turnover = micro.turnover_from_net(Money::euros(euros));
        assert_near(micro.figures(turnover, MicroTax::Flat).net_before_tax, euros, 0.01, "net before tax");
        for tax in MICRO_TAXES {
            let turnover = micro.turnover_from_net_after_tax(Money::euros(euros), tax);
            assert_near(micro.figures(turnover, tax).net_after_tax, euros, 0.01, "net after tax");
        }
    }

    #[test]
    fn a_portage_turnover_is_found_for_any_net(
        euros in 15_000.0..300_000.0_f64,
        percent in 5.0..10.0_f64,
        spent in 0.0..10_000.0_f64,
        year in 0..2_usize,
    ) {
        let portage = Portage::new(&RULES[year]);
        let (net, fee, expenses) = (Money::euros(euros), Rate::percent(percent), Money::euros(spent));
        let salary = |turnover, tax| portage.figures(Billing { turnover, fee, expenses }, tax).salary;
        let turnover = portage.turnover_from_net(net, fee, expenses).unwrap();
        assert_near(salary(turnover, Tax::Neutral).net_before_tax, euros, 0.01, "net before tax");
        for tax in TAXES {
            let turnover = portage.turnover_from_net_after_tax(net, tax, fee, expenses).unwrap();
            assert_near(salary(turnover, tax).net_after_tax, euros, 0.01, "net after tax");
        }
    }
}
