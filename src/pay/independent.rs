//! An independent: EI taxed on profit (BNC), or EURL under corporate tax paid only by remuneration.
//!
//! Social security of independents, liberal profession without a fund of its own, base of the reform of 2025-2026
//! (code de la sécurité sociale, art. L131-6, L136-3 and D131-6). Each line is in whole euros.
//! Not modelled: optional insurance, the flat base of a first year, dividends of an EURL.

use serde::Serialize;

use super::charge::ChargeLine;
use super::interval::{Interval, beyond, bisect};
use super::notice::Notice;
use super::tax::{Taxation, Taxer};
use crate::model::money::Money;
use crate::model::rules::{IndependentRules, RampPoint, Rules};
use crate::model::text::Text;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// Which independent.
    IndependentKind ("statut", "status")
    Ei = "ei", "Entreprise individuelle au réel (BNC)", "Sole trader taxed on profit (BNC)";
    Eurl = "eurl", "EURL à l’IS, rémunération seule", "EURL under corporate tax, remuneration only";
}

/// What an independent's turnover leaves, in euros a year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndependentFigures {
    /// The turnover, without VAT.
    pub turnover: Money,
    /// Expenses of the activity.
    pub expenses: Money,
    /// Turnover less expenses: the profit before any social contribution.
    pub income: Money,
    /// The base of contributions and CSG, whole euros.
    pub base: Money,
    /// The sum of the lines.
    pub contributions: Money,
    /// What is left before tax; never below zero: contributions have floors, see `shortfall`.
    pub net_before_tax: Money,
    /// By how much the least contributions exceed the income.
    pub shortfall: Money,
    /// What income tax is computed on.
    pub taxable: Money,
    /// One's own income tax, whole euros.
    pub tax: Money,
    /// The tax of the whole household.
    pub household_tax: Money,
    /// What is left after tax.
    pub net_after_tax: Money,
    /// Each contribution.
    pub lines: Vec<ChargeLine>,
    /// What must be said.
    pub notices: Vec<Notice>,
}

/// An independent under the rules of a year.
#[derive(Debug, Clone, Copy)]
pub struct Independent<'rules> {
    rules: &'rules Rules,
    kind: IndependentKind,
    /// A whole year with the relief of a new business.
    acre: bool,
}

/// Line amounts, in the order of a notice of contributions.
#[derive(Clone, Copy, Default)]
struct Amounts {
    sickness: f64,
    daily_allowances: f64,
    family: f64,
    base_pension: f64,
    supplementary_pension: f64,
    disability: f64,
    csg_deductible: f64,
    csg_non_deductible: f64,
    training: f64,
}

impl Amounts {
    /// Each line in whole euros; sickness and disability are rounded before the relief, disability keeps the cents that the relief makes.
    fn rounded(self) -> Self {
        Self {
            sickness: self.sickness.round(),
            daily_allowances: self.daily_allowances.round(),
            family: self.family.round(),
            base_pension: self.base_pension.round(),
            supplementary_pension: self.supplementary_pension.round(),
            disability: (self.disability * 100.0).round() / 100.0,
            csg_deductible: self.csg_deductible.round(),
            csg_non_deductible: self.csg_non_deductible.round(),
            training: self.training.round(),
        }
    }

    fn total(&self) -> f64 {
        self.sickness
            + self.daily_allowances
            + self.family
            + self.base_pension
            + self.supplementary_pension
            + self.disability
            + self.csg_deductible
            + self.csg_non_deductible
            + self.training
    }
}

impl<'rules> Independent<'rules> {
    /// An independent of this kind; `acre` counts a whole year of the relief.
    pub const fn new(rules: &'rules Rules, kind: IndependentKind, acre: bool) -> Self {
        Self { rules, kind, acre }
    }

    fn of(&self) -> &'rules IndependentRules {
        &self.rules.independent
    }

    fn ceiling(&self) -> f64 {
        self.rules.ceiling.yearly.as_euros()
    }

    /// What `turnover` less `expenses`, both of a year, leaves.
    pub fn figures(
        &self,
        turnover: Money,
        expenses: Money,
        taxation: impl Into<Taxation>,
    ) -> IndependentFigures {
        let zero = Money::euros(0.0);
        let (turnover, expenses) = (turnover.max(zero), expenses.max(zero));
        let income = (turnover - expenses).max(zero);
        let base = self.base(income.as_euros());
        let amounts = self.amounts(income.as_euros(), base);
        let left = income.as_euros() - amounts.total();
        let net = left.max(0.0);
        let taxable = net + if left > 0.0 { amounts.csg_non_deductible } else { 0.0 };
        let due = self.taxer(taxation.into()).due(taxable);
        let mut notices = Vec::new();
        if expenses > turnover {
            notices.push(Notice::ExpensesAboveTurnover);
        }
        if self.acre {
            notices.push(Notice::AcreConditions);
        }
        notices.extend([Notice::NoUnemployment, Notice::CfeNotComputed]);
        IndependentFigures {
            turnover,
            expenses,
            income,
            base: Money::euros(base),
            contributions: Money::euros(amounts.total()),
            net_before_tax: Money::euros(net),
            shortfall: Money::euros((-left).max(0.0)),
            taxable: Money::euros(taxable),
            tax: Money::euros(due.amount),
            household_tax: Money::euros(due.household),
            net_after_tax: Money::euros(net - due.amount),
            lines: self.lines(base, &amounts),
            notices,
        }
    }

    /// The lowest turnover that leaves `net` after tax; within the euro to which contributions are rounded.
    pub fn turnover_from_net_after_tax(
        &self,
        net: Money,
        expenses: Money,
        taxation: impl Into<Taxation>,
    ) -> Money {
        let taxer = self.taxer(taxation.into());
        let expenses = expenses.as_euros().max(0.0);
        let target = net.as_euros().clamp(0.0, 1e10);
        if target <= 0.0 {
            return Money::euros(0.0);
        }
        let curve = |income: f64| {
            let amounts = self.amounts(income, self.base(income));
            let left = (income - amounts.total()).max(0.0);
            left - taxer.due(left + amounts.csg_non_deductible).amount
        };
        let end = beyond(curve, target + 100.0);
        let (_, above) = bisect(Interval { start: 0.0, end }, |income| curve(income) >= target);
        Money::euros(above + expenses)
    }

    fn taxer(&self, taxation: Taxation) -> Taxer<'rules> {
        match self.kind {
            // A profit has no deduction for working costs; a manager's remuneration has (CGI, art. 62).
            IndependentKind::Ei => Taxer::of_profit(&self.rules.income_tax, taxation),
            IndependentKind::Eurl => Taxer::of_pay(&self.rules.income_tax, taxation),
        }
    }

    /// The base: income less an allowance with bounds, in whole euros.
    fn base(&self, income: f64) -> f64 {
        let rules = self.of();
        let (least, most) = (rules.allowance_min_ceilings, rules.allowance_max_ceilings);
        let allowance =
            (income * rules.allowance.as_fraction()).max(least * self.ceiling()).min(most * self.ceiling());
        (income - allowance).max(0.0).round()
    }

    /// Every line before the relief, then with it.
    fn amounts(&self, income: f64, base: f64) -> Amounts {
        if income <= 0.0 {
            return Amounts::default();
        }
        let full = self.full(base);
        if self.acre { self.relieved(base, full) } else { full }.rounded()
    }

    /// Every line without the relief, unrounded but for sickness and disability.
    fn full(&self, base: f64) -> Amounts {
        let (rules, ceiling) = (self.of(), self.ceiling());
        let sickness = &rules.sickness;
        let ramp_end = sickness.ramp_to_ceilings * ceiling;
        let sick = base.min(ramp_end) * ramp(&sickness.ramp, base / ceiling)
            + (base - ramp_end).max(0.0) * sickness.rate_above.as_fraction();
        let bounded = |rule: &crate::model::rules::BoundedRule| {
            let least = rule.min_ceilings * ceiling;
            base.max(least).min(rule.max_ceilings * ceiling) * rule.rate.as_fraction()
        };
        let pension = &rules.base_pension;
        let pension_base = base.max(pension.min_wage_hours * pension.min_wage_hourly.as_euros());
        let above = (pension_base - ceiling).max(0.0);
        let supplementary = &rules.supplementary_pension;
        let above_capped = (base.min(supplementary.max_ceilings * ceiling) - ceiling).max(0.0);
        Amounts {
            sickness: sick.round(),
            daily_allowances: bounded(&rules.daily_allowances),
            family: base * ramp(&rules.family.ramp, base / ceiling),
            base_pension: pension_base.min(ceiling) * pension.rate.as_fraction()
                + above * pension.rate_above.as_fraction(),
            supplementary_pension: base.min(ceiling) * supplementary.rate.as_fraction()
                + above_capped * supplementary.rate_above.as_fraction(),
            disability: bounded(&rules.disability).round(),
            csg_deductible: base * rules.csg_deductible.rate.as_fraction(),
            csg_non_deductible: base * rules.csg_non_deductible.rate.as_fraction(),
            training: rules.training.ceilings * ceiling,
        }
    }

    /// The relief of a new business: all of it up to a base, then in a straight line to none.
    ///
    /// Source: code de la sécurité sociale, art. L131-6-4 and D131-6-3. The Urssaf keeps the cents of disability.
    fn relieved(&self, base: f64, full: Amounts) -> Amounts {
        let (acre, ceiling) = (&self.of().acre, self.ceiling());
        let (start, end) = (acre.full_to_ceilings * ceiling, acre.none_from_ceilings * ceiling);
        let most = acre.max_reduction.as_fraction();
        if base >= end {
            return full;
        }
        let slope = most * ((end - base) / (end - start)).min(1.0);
        let share = if base < start { most } else { slope * start / base };
        let sickness = if base < start { full.sickness * most } else { self.full(start).sickness * slope };
        let kept = |amount: f64| amount * (1.0 - share);
        Amounts {
            sickness: (full.sickness - sickness).max(0.0),
            daily_allowances: kept(full.daily_allowances),
            family: kept(full.family),
            base_pension: kept(full.base_pension),
            disability: kept(full.disability),
            ..full
        }
    }

    fn lines(&self, base: f64, amounts: &Amounts) -> Vec<ChargeLine> {
        let rules = self.of();
        let on = |id: &str, name: &Text, source: &Text, amount: f64| {
            ChargeLine::on_base((id, name, source), base, amount)
        };
        macro_rules! line {
            ($rule:ident) => {
                on(&rules.$rule.id, &rules.$rule.name, &rules.$rule.source, amounts.$rule)
            };
        }
        let training = &rules.training;
        vec![
            line!(sickness),
            line!(daily_allowances),
            line!(family),
            line!(base_pension),
            line!(supplementary_pension),
            line!(disability),
            line!(csg_deductible),
            line!(csg_non_deductible),
            ChargeLine::flat((&training.id, &training.name, &training.source), amounts.training),
        ]
    }
}

/// The rate of a ramp at a base of `ceilings`, to a hundredth of a percent.
fn ramp(points: &[RampPoint], ceilings: f64) -> f64 {
    let next = points.iter().position(|point| ceilings < point.ceilings);
    let rate = match next {
        None => points.last().map_or(0.0, |last| last.rate.as_fraction()),
        Some(0) => points.first().map_or(0.0, |first| first.rate.as_fraction()),
        Some(index) => {
            let (low, high) = (points[index - 1], points[index]);
            let share = (ceilings - low.ceilings) / (high.ceilings - low.ceilings);
            low.rate.as_fraction() + share * (high.rate.as_fraction() - low.rate.as_fraction())
        }
    };
    // A billionth lifts what binary fractions leave just below a half.
    (rate * 10_000.0 + 1e-9).round() / 10_000.0
}
