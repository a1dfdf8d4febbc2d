//! Pay against the Urssaf model's own answers, and the laws that pay obeys at any amount.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod contracts;
mod floors;
mod freelance;
mod household;
mod independent;
mod inverses;
mod payslips;
mod properties;
mod reference;
mod rules;

use std::sync::LazyLock;

use backend_career::model::money::Money;
use backend_career::pay::{Profile, Rules, Schedule, Status, Tax};

/// The rules of 2025 and of 2026, as they are shipped.
static RULES: LazyLock<[Rules; 2]> = LazyLock::new(|| {
    [include_str!("../../data/pay/2025.json"), include_str!("../../data/pay/2026.json")]
        .map(|json| serde_json::from_str(json).unwrap())
});

/// The staff on each side of every threshold of the rules.
const STAFFS: [u32; 8] = [1, 10, 11, 49, 50, 149, 249, 250];

const STATUSES: [Status; 2] = [Status::Cadre, Status::NonCadre];

const TAXES: [Tax; 2] = [Tax::Neutral, Tax::Scale];

/// The rules of `year`.
fn rules(year: u16) -> &'static Rules {
    RULES.iter().find(|rules| rules.year == year).unwrap()
}

/// A schedule for each year, status and staff.
fn schedules() -> impl Iterator<Item = Schedule<'static>> {
    let profiles =
        || STATUSES.into_iter().flat_map(|status| STAFFS.map(move |staff| Profile::of(status, staff)));
    RULES.iter().flat_map(move |rules| profiles().map(move |profile| Schedule::new(rules, profile)))
}

/// Amounts where a rule begins or ends, each with its neighbours one cent away, nothing, and ten million.
fn edges(rules: &Rules) -> Vec<Money> {
    let smic = rules.minimum_wage_per_year().as_euros();
    let ceiling = rules.ceiling.yearly.as_euros();
    let bounds = [1.0, 4.0, 8.0].map(|multiple| multiple * ceiling);
    let wages = [1.0, 1.6, 2.25, 3.0, 3.3].map(|multiple| multiple * smic);
    let around = |bound: f64| [bound - 0.01, bound, bound + 0.01];
    let edges = bounds.into_iter().chain(wages).chain([HEALTH_COVER_BEGINS]).flat_map(around);
    edges.chain([0.0, 0.01, 1.0, 1e7]).map(Money::euros).collect()
}

/// Above this gross salary half a health cover of 40 € a month is less than a tenth of pay.
const HEALTH_COVER_BEGINS: f64 = 2400.0;

/// Fails unless the two amounts are within `tolerance` euros.
#[track_caller]
fn assert_near(actual: Money, expected: f64, tolerance: f64, what: &str) {
    let error = (actual.as_euros() - expected).abs();
    assert!(error <= tolerance, "{what}: {} instead of {expected}", actual.as_euros());
}
