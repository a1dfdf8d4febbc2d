//! How many salaries a second one core turns into figures, payslips and back.

#![allow(clippy::unwrap_used, reason = "the rules are in the repository and tested")]

use std::hint::black_box;

use backend_career::model::money::Money;
use backend_career::pay::{Profile, Rules, Schedule, Tax};
use divan::Bencher;
use divan::counter::ItemsCount;

/// Salaries from 20 000 € up by 100 €.
const SALARIES: u32 = 1000;

fn main() {
    divan::main();
}

fn rules() -> Rules {
    serde_json::from_str(include_str!("../data/pay/2026.json")).unwrap()
}

fn salaries() -> impl Iterator<Item = Money> {
    (0..SALARIES).map(|index| Money::euros(20_000.0 + 100.0 * f64::from(index)))
}

/// Figures without lines; the count is figures per second.
#[divan::bench(args = [Tax::Neutral, Tax::Scale])]
fn figures(bencher: Bencher, tax: Tax) {
    let rules = rules();
    let schedule = Schedule::new(&rules, Profile::default());
    bencher.counter(ItemsCount::new(SALARIES)).bench_local(|| {
        for gross in salaries() {
            black_box(schedule.figures(black_box(gross), tax));
        }
    });
}

/// A payslip with every line.
#[divan::bench]
fn payslip(bencher: Bencher) {
    let rules = rules();
    let schedule = Schedule::new(&rules, Profile::default());
    bencher.bench_local(|| schedule.payslip(black_box(Money::euros(45_000.0)), Tax::Neutral));
}

/// The gross salary that leaves an amount after tax: the longest way back.
#[divan::bench(args = [Tax::Neutral, Tax::Scale])]
fn gross_from_net_after_tax(bencher: Bencher, tax: Tax) {
    let rules = rules();
    let schedule = Schedule::new(&rules, Profile::default());
    bencher.bench_local(|| schedule.gross_from_net_after_tax(black_box(Money::euros(30_000.0)), tax));
}
