//! The scale for households against the reference answers.

use backend_career::model::money::Money;
use backend_career::pay::{
    Household, HouseholdError, HouseholdKind, MAX_CHILDREN, Profile, Schedule, Taxation,
};
use proptest::prelude::*;
use serde::Deserialize;

use crate::{RULES, assert_near, rules};

#[derive(Deserialize)]
struct Row {
    year: u16,
    status: String,
    children: u8,
    lone_parent: bool,
    taxable_1: f64,
    taxable_2: f64,
    parts: f64,
    net_income: f64,
    tax_before_decote: f64,
    decote: f64,
    cehr: f64,
    tax_exact: f64,
    tax_collected: f64,
}

fn rows() -> impl Iterator<Item = Row> {
    let files = [
        include_str!("../data/pay/reference_household_2025.json"),
        include_str!("../data/pay/reference_household_2026.json"),
    ];
    files.into_iter().flat_map(|json| serde_json::from_str::<Vec<Row>>(json).unwrap())
}

#[test]
fn a_household_owes_what_the_reference_says() {
    assert_eq!(rows().count(), 120);
    for row in rows() {
        let kind = match (row.status.as_str(), row.lone_parent) {
            ("couple", _) => HouseholdKind::Couple,
            (_, true) => HouseholdKind::LoneParent,
            _ => HouseholdKind::Single,
        };
        let household = Household::new(kind, row.children, Money::euros(row.taxable_2)).unwrap();
        let tax = rules(row.year).income_tax.of_household(household, Money::euros(row.taxable_1));
        assert!((tax.parts - row.parts).abs() < 1e-9);
        assert_near(tax.net_income, row.net_income, 0.011, "income");
        assert_near(tax.tax_before_rebate, row.tax_before_decote, 0.011, "before the rebate");
        assert_near(tax.rebate, row.decote, 0.011, "rebate");
        assert_near(tax.high_income, row.cehr, 0.011, "high incomes");
        assert_near(tax.exact, row.tax_exact, 0.011, "exact tax");
        assert_near(tax.collected, row.tax_collected, 0.0, "collected tax");
    }
}

#[test]
fn impossible_households_are_refused() {
    let none = Money::euros(0.0);
    let new = Household::new;
    assert_eq!(
        new(HouseholdKind::Single, MAX_CHILDREN + 1, none),
        Err(HouseholdError::TooManyChildren(MAX_CHILDREN + 1))
    );
    assert_eq!(new(HouseholdKind::LoneParent, 0, none), Err(HouseholdError::LoneParentWithoutChild));
    assert_eq!(new(HouseholdKind::Single, 0, Money::euros(5.0)), Err(HouseholdError::PartnerWithoutCouple));
    assert_eq!(new(HouseholdKind::Couple, 0, Money::euros(f64::NAN)), Err(HouseholdError::BadPartnerIncome));
}

#[test]
fn a_tax_below_61_euros_is_not_collected() {
    let schedule = Schedule::new(rules(2026), Profile::of(backend_career::pay::Status::NonCadre, 10));
    let figures = schedule.figures(Money::euros(23_500.0), Taxation::Scale(Household::default()));
    assert_near(figures.tax, 0.0, 0.0, "tax");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn children_never_raise_the_tax_and_income_never_lowers_it(
        euros in 0.0..900_000.0_f64,
        more in 0.0..50_000.0_f64,
        partner in 0.0..200_000.0_f64,
        children in 0..MAX_CHILDREN,
        year in 0..2_usize,
    ) {
        let tax = |euros, children| {
            let household = Household::new(HouseholdKind::Couple, children, Money::euros(partner)).unwrap();
            RULES[year].income_tax.of_household(household, Money::euros(euros)).exact.as_euros()
        };
        prop_assert!(tax(euros, children + 1) <= tax(euros, children) + 1e-6);
        prop_assert!(tax(euros, children) <= tax(euros + more, children) + 1e-6);
    }

    #[test]
    fn no_household_leaves_less_than_nothing(
        euros in 0.0..900_000.0_f64,
        partner in 0.0..900_000.0_f64,
        children in 0..=MAX_CHILDREN,
    ) {
        let household = Household::new(HouseholdKind::Couple, children, Money::euros(partner)).unwrap();
        let schedule = Schedule::new(rules(2026), Profile::default());
        let figures = schedule.figures(Money::euros(euros), Taxation::Scale(household));
        prop_assert!(figures.net_after_tax >= Money::euros(0.0));
        prop_assert!(figures.tax <= figures.household_tax + Money::euros(0.5));
    }
}
