//! Independents and the president of a SASU against the reference answers.

use backend_career::model::money::Money;
use backend_career::pay::{Household, Independent, IndependentKind, Remuneration, Sasu, Tax, Taxation};
use proptest::prelude::*;
use serde::Deserialize;

use crate::{RULES, assert_near, rules};

#[derive(Deserialize)]
struct Row {
    year: u16,
    status: String,
    turnover: f64,
    expenses: f64,
    net_before_tax: f64,
    taxable: f64,
    tax_scale: f64,
    gross: Option<f64>,
    taxable_by_law: Option<f64>,
    tax_scale_by_law: Option<f64>,
    social_base: Option<f64>,
    contributions_total: Option<f64>,
    net_after_tax_scale: f64,
    acre_created: Option<String>,
    #[serde(flatten)]
    rest: std::collections::BTreeMap<String, serde_json::Value>,
}

fn rows() -> Vec<Row> {
    let files = [
        include_str!("../data/pay/reference_selfemployed_2025.json"),
        include_str!("../data/pay/reference_selfemployed_2026.json"),
        include_str!("../data/pay/reference_selfemployed_acre_2026.json"),
    ];
    files.into_iter().flat_map(|json| serde_json::from_str::<Vec<Row>>(json).unwrap()).collect()
}

const LINES: [(&str, &str); 9] = [
    ("maladie", "independent-sickness"),
    ("indemnites_journalieres", "independent-daily-allowances"),
    ("allocations_familiales", "independent-family"),
    ("retraite_base", "independent-base-pension"),
    ("retraite_complementaire", "independent-supplementary-pension"),
    ("invalidite_deces", "independent-disability"),
    ("csg_deductible", "independent-csg-deductible"),
    ("csg_crds_non_deductible", "independent-csg-non-deductible"),
    ("cfp", "independent-training"),
];

#[test]
fn independents_pay_what_the_reference_says() {
    let mut seen = 0;
    for row in rows().into_iter().filter(|row| row.status != "sasu") {
        seen += 1;
        let kind = if row.status == "ei_ir" { IndependentKind::Ei } else { IndependentKind::Eurl };
        let independent = Independent::new(rules(row.year), kind, row.acre_created.is_some());
        let figures = independent.figures(Money::euros(row.turnover), Money::euros(row.expenses), Tax::Scale);
        assert_near(figures.base, row.social_base.unwrap(), 0.5, "base");
        for (theirs, ours) in LINES {
            let line = figures.lines.iter().find(|line| line.id == ours).unwrap();
            assert_near(line.amount, row.rest[theirs].as_f64().unwrap(), 0.51, theirs);
        }
        assert_near(figures.contributions, row.contributions_total.unwrap(), 1.0, "contributions");
        assert_near(figures.net_before_tax, row.net_before_tax, 1.0, "net before tax");
        assert_near(figures.taxable, row.taxable, 1.0, "taxable");
        assert_near(figures.household_tax, row.tax_scale, 1.0, "tax");
        assert_near(figures.net_after_tax, row.net_after_tax_scale, 1.0, "net after tax");
        let sum: f64 = figures.lines.iter().map(|line| line.amount.as_euros()).sum();
        assert_near(figures.contributions, sum, 1e-6, "sum of the lines");
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn a_president_is_paid_what_the_reference_says() {
    let mut seen = 0;
    for row in rows().into_iter().filter(|row| row.status == "sasu") {
        seen += 1;
        let sasu = Sasu::new(rules(row.year));
        let figures = sasu.figures(
            Money::euros(row.turnover),
            Money::euros(row.expenses),
            Remuneration::SalaryOnly,
            Tax::Scale,
        );
        assert_near(figures.salary.gross, row.gross.unwrap(), 0.02, "gross");
        assert_near(figures.salary.net_before_tax, row.net_before_tax, 0.02, "net before tax");
        assert_near(figures.salary.taxable_urssaf, row.taxable, 0.02, "taxable of the simulator");
        assert_near(figures.salary.taxable, row.taxable_by_law.unwrap(), 0.02, "taxable");
        assert_near(figures.tax, row.tax_scale_by_law.unwrap(), 0.0, "tax");
    }
    assert!(seen >= 25, "{seen}");
}

#[test]
fn dividends_pay_corporate_tax_and_the_flat_tax() {
    let none = Money::euros(0.0);
    let all = Remuneration::WithDividends { salary: none };
    let figures = Sasu::new(rules(2026)).figures(Money::euros(50_000.0), none, all, Tax::Scale);
    // 15 % of 42 500 and 25 % of 7 500.
    assert_near(figures.corporate_tax, 8250.0, 1e-6, "corporate tax");
    assert_near(figures.dividends, 41_750.0, 1e-6, "dividends");
    assert_near(figures.dividend_tax, 41_750.0 * 0.314, 1e-6, "flat tax");
    assert_near(figures.net_after_tax, 41_750.0 * 0.686, 1e-6, "net");
    assert_eq!(figures.lines.len(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn nothing_is_ever_negative_and_all_adds_up(
        turnover in 0.0..400_000.0_f64,
        expenses in 0.0..100_000.0_f64,
        salary in 0.0..200_000.0_f64,
        year in 0..2_usize,
        acre: bool,
    ) {
        let zero = Money::euros(0.0);
        let (turnover, expenses) = (Money::euros(turnover), Money::euros(expenses));
        for kind in [IndependentKind::Ei, IndependentKind::Eurl] {
            let one = Independent::new(&RULES[year], kind, acre).figures(turnover, expenses, Tax::Scale);
            prop_assert!(one.net_after_tax >= zero && one.net_before_tax >= zero);
            let left = one.income - one.contributions;
            assert_near(one.net_before_tax - one.shortfall, left.as_euros(), 1e-6, "sum");
        }
        let with = Remuneration::WithDividends { salary: Money::euros(salary) };
        let one = Sasu::new(&RULES[year]).figures(turnover, expenses, with, Taxation::Scale(Household::default()));
        prop_assert!(one.net_after_tax >= zero);
        let sum = one.net_after_tax + one.tax + one.corporate_tax + one.contributions;
        assert_near(one.budget, sum.as_euros(), 0.01, "budget");
    }

    #[test]
    fn a_turnover_is_found_for_any_net(euros in 5_000.0..150_000.0_f64, year in 0..2_usize) {
        for kind in [IndependentKind::Ei, IndependentKind::Eurl] {
            let one = Independent::new(&RULES[year], kind, false);
            let turnover = one.turnover_from_net_after_tax(Money::euros(euros), Money::euros(0.0), Tax::Scale);
            let net = one.figures(turnover, Money::euros(0.0), Tax::Scale).net_after_tax;
            // Contributions are in whole euros: a net may lie between two steps.
            assert_near(net, euros, 4.0, "net");
        }
    }
}
