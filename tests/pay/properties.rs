//! What is true of pay at any amount, and exactly where it is not.

use backend_career::model::money::Money;
use backend_career::pay::{Figures, Profile, Schedule, Tax};
use proptest::prelude::*;

use crate::{HEALTH_COVER_BEGINS, RULES, TAXES, assert_near, edges, rules, schedules};

fn figures_at(schedule: &Schedule, euros: f64) -> Figures {
    schedule.figures(Money::euros(euros), Tax::Neutral)
}

/// All amounts are numbers, none is negative, and cost ≥ gross ≥ net ≥ net after tax.
fn assert_sane(figures: &Figures) {
    let Figures { gross, net_before_tax, taxable, tax, net_after_tax, employer_cost, .. } = *figures;
    for amount in [gross, net_before_tax, taxable, tax, net_after_tax, employer_cost] {
        assert!(amount.as_euros().is_finite() && amount >= Money::euros(0.0), "{figures:?}");
    }
    assert!(
        employer_cost >= gross && gross >= net_before_tax && net_before_tax >= net_after_tax,
        "{figures:?}"
    );
    assert!((0.0..1.0).contains(&figures.tax_rate.as_fraction()), "{figures:?}");
}

#[test]
fn nothing_is_negative_or_no_number_at_zero_at_each_threshold_and_at_ten_million() {
    for schedule in schedules() {
        for gross in RULES.iter().flat_map(edges) {
            for tax in TAXES {
                assert_sane(&schedule.figures(gross, tax));
            }
        }
    }
}

#[test]
fn a_negative_or_absurd_salary_counts_as_none() {
    let schedule = Schedule::new(rules(2026), Profile::default());
    for euros in [-1.0, -1e9, f64::NAN, f64::NEG_INFINITY] {
        assert_eq!(figures_at(&schedule, euros), figures_at(&schedule, 0.0));
    }
}

#[test]
fn net_pay_falls_where_the_cet_becomes_due_on_all_pay_just_above_the_ceiling() {
    for schedule in schedules() {
        let ceilings = RULES.iter().map(|rules| rules.ceiling.yearly.as_euros());
        let falls = ceilings.map(|ceiling| {
            let net = |euros| figures_at(&schedule, euros).net_before_tax.as_euros();
            (ceiling, net(ceiling) - net(ceiling + 0.01))
        });
        let fallen: Vec<_> = falls.filter(|(_, fall)| *fall > 0.0).collect();
        assert_eq!(fallen.len(), 1);
        let (ceiling, fall) = fallen[0];
        assert!((fall - 0.0014 * ceiling).abs() < 0.02, "{fall}");
    }
}

#[test]
fn net_pay_falls_where_the_health_cover_begins() {
    for schedule in schedules() {
        let net = |euros| figures_at(&schedule, euros).net_before_tax.as_euros();
        let fall = net(HEALTH_COVER_BEGINS) - net(HEALTH_COVER_BEGINS + 0.01);
        assert!((fall - 240.0 * 1.097).abs() < 0.02, "{fall}");
    }
}

#[test]
fn the_employers_cost_leaps_where_a_reduced_rate_or_the_reduction_ends() {
    let leap = |year, minimum_wages: f64| {
        let schedule = Schedule::new(rules(year), Profile::default());
        let wage = rules(year).general_reduction.minimum_wage_hourly.as_euros() * 1820.0;
        let gross = wage * minimum_wages;
        let cost = |euros| figures_at(&schedule, euros).employer_cost.as_euros();
        (cost(gross + 0.01) - cost(gross - 0.01)) / gross
    };
    for (year, minimum_wages, share) in [(2025, 2.25, 0.06), (2025, 3.3, 0.018), (2026, 3.0, 0.02)] {
        assert!((leap(year, minimum_wages) - share).abs() < 1e-4, "{year} {minimum_wages}");
    }
    assert!(leap(2026, 2.25).abs() < 1e-3 && leap(2026, 3.3).abs() < 1e-3);
}

#[test]
fn the_default_rate_is_that_of_the_step_above_the_monthly_taxable_pay() {
    let schedule = Schedule::new(rules(2026), Profile::default());
    for (euros, percent) in [(0.0, 0.0), (55_000.0, 11.9), (1e7, 43.0)] {
        let rate = figures_at(&schedule, euros).tax_rate.as_fraction() * 100.0;
        assert!((rate - percent).abs() < 1e-9, "{euros}: {rate}");
    }
}

#[test]
fn the_scale_taxes_nothing_below_its_rebate() {
    let figures = Schedule::new(rules(2026), Profile::default()).figures(Money::euros(20_000.0), Tax::Scale);
    assert_near(figures.tax, 0.0, 0.0, "tax");
    assert_near(figures.net_after_tax, figures.net_before_tax.as_euros(), 0.0, "net after tax");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn cost_is_at_least_gross_and_gross_at_least_net(
        euros in prop_oneof![0.0..400_000.0_f64, 0.0..1e7_f64],
        pick in 0..32_usize,
        tax in 0..2_usize,
    ) {
        assert_sane(&schedules().nth(pick).unwrap().figures(Money::euros(euros), TAXES[tax]));
    }

    #[test]
    fn net_and_taxable_pay_grow_between_the_health_cover_and_the_cet(
        euros in 0.0..500_000.0_f64,
        more in 0.01..100_000.0_f64,
        pick in 0..32_usize,
    ) {
        let schedule = schedules().nth(pick).unwrap();
        let ceiling = RULES[pick / 16].ceiling.yearly.as_euros();
        let crosses = |bound: f64| euros <= bound && bound < euros + more;
        prop_assume!(!crosses(ceiling) && !crosses(HEALTH_COVER_BEGINS));
        let (low, high) = (figures_at(&schedule, euros), figures_at(&schedule, euros + more));
        prop_assert!(low.net_before_tax < high.net_before_tax);
        prop_assert!(low.taxable < high.taxable);
    }

    #[test]
    fn net_pay_after_the_scale_grows_by_more_than_the_rounded_euro_takes(
        euros in 50_000.0..500_000.0_f64,
        pick in 0..32_usize,
    ) {
        let schedule = schedules().nth(pick).unwrap();
        let net = |euros| schedule.figures(Money::euros(euros), Tax::Scale).net_after_tax;
        prop_assert!(net(euros) < net(euros + 3.0));
    }

    #[test]
    fn the_employers_cost_always_grows_with_gross(
        euros in 0.0..500_000.0_f64,
        more in prop_oneof![0.01..10.0_f64, 0.01..100_000.0_f64],
        pick in 0..32_usize,
    ) {
        let schedule = schedules().nth(pick).unwrap();
        let cost = |euros| figures_at(&schedule, euros).employer_cost;
        prop_assert!(cost(euros) < cost(euros + more));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn a_salary_that_leaves_less_than_a_lower_one_has_a_step_to_name(
        euros in 1.0..400_000.0_f64, less in 1.0..2_000.0_f64
    ) {
        for schedule in schedules() {
            for tax in TAXES {
                let net = |gross: f64| schedule.figures(Money::euros(gross), tax).net_after_tax;
                let gain = (net((euros - less).max(0.0)) - net(euros)).as_euros();
                let better = schedule.better_below(Money::euros(euros), tax);
                // The whole euros of the tax move a net by one.
                prop_assert!(gain < 2.5 || better.is_some(), "{euros} {less} {tax:?}");
                if let Some((figures, _)) = better {
                    prop_assert!(figures.gross.as_euros() < euros && figures.net_after_tax > net(euros));
                }
            }
        }
    }
}
