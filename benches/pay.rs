//! How many salaries a second one core turns into figures, payslips and back, and how many turnovers each status.

#![allow(clippy::unwrap_used, reason = "the rules are in the repository and tested")]

use std::hint::black_box;

use backend_career::model::money::Money;
use backend_career::pay::{
    Apprentice, Billing, Diploma, Household, HouseholdKind, Independent, IndependentKind, Micro, MicroKind,
    MicroTax, Portage, Profile, Rate, Remuneration, Rules, Sasu, Schedule, Tax, Taxation,
};
use divan::Bencher;
use divan::counter::ItemsCount;

/// Salaries and turnovers from 20 000 € up by 100 €.
const AMOUNTS: u32 = 1000;

fn main() {
    divan::main();
}

fn rules() -> Rules {
    serde_json::from_str(include_str!("../data/pay/2026.json")).unwrap()
}

fn amounts() -> impl Iterator<Item = Money> {
    (0..AMOUNTS).map(|index| Money::euros(20_000.0 + 100.0 * f64::from(index)))
}

/// Runs `one` on every amount; the count is amounts a second.
fn each<T>(bencher: Bencher, one: impl Fn(Money) -> T) {
    bencher.counter(ItemsCount::new(AMOUNTS)).bench_local(|| {
        for amount in amounts() {
            black_box(one(black_box(amount)));
        }
    });
}

/// A couple with two children and a partner's pay.
fn family() -> Taxation {
    Taxation::Scale(Household::new(HouseholdKind::Couple, 2, Money::euros(20_000.0)).unwrap())
}

/// Figures without lines.
#[divan::bench(args = [Tax::Neutral, Tax::Scale])]
fn figures(bencher: Bencher, tax: Tax) {
    let rules = rules();
    let schedule = Schedule::new(&rules, Profile::default());
    each(bencher, |gross| schedule.figures(gross, tax));
}

/// Figures of a family.
#[divan::bench]
fn figures_of_a_family(bencher: Bencher) {
    let rules = rules();
    let schedule = Schedule::new(&rules, Profile::default());
    each(bencher, |gross| schedule.figures(gross, family()));
}

/// Figures of an apprentice.
#[divan::bench]
fn apprentice(bencher: Bencher) {
    let rules = rules();
    let apprentice = Apprentice::new(&rules, 10, Diploma::Bac3, 1).unwrap();
    each(bencher, |gross| apprentice.figures(gross, Tax::Neutral));
}

/// Turnovers of a micro-entrepreneur.
#[divan::bench]
fn micro(bencher: Bencher) {
    let rules = rules();
    let micro = Micro::new(&rules, MicroKind::Bnc);
    each(bencher, |turnover| micro.figures(turnover, MicroTax::Scale));
}

/// Turnovers of an EI and an EURL, lines included.
#[divan::bench(args = [IndependentKind::Ei, IndependentKind::Eurl])]
fn independent(bencher: Bencher, kind: IndependentKind) {
    let rules = rules();
    let independent = Independent::new(&rules, kind, false);
    each(bencher, |turnover| independent.figures(turnover, Money::euros(0.0), Tax::Scale));
}

/// Turnovers of a SASU: the salary is looked for.
#[divan::bench]
fn sasu(bencher: Bencher) {
    let rules = rules();
    let sasu = Sasu::new(&rules);
    each(bencher, |turnover| sasu.figures(turnover, Money::euros(0.0), Remuneration::SalaryOnly, Tax::Scale));
}

/// Turnovers in portage: the salary is looked for.
#[divan::bench]
fn portage(bencher: Bencher) {
    let rules = rules();
    let portage = Portage::new(&rules);
    each(bencher, |turnover| {
        let billing = Billing { turnover, fee: Rate::percent(7.5), expenses: Money::euros(0.0) };
        portage.figures(billing, Tax::Scale)
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
