//! One contribution applied: to whom, and on which part of the gross salary.

use super::profile::Profile;
use crate::model::rules::{Contribution, Rate, ReducedRate, Rules};

impl Contribution {
    /// Whether an employee and employer of this profile owe it at all.
    pub fn applies_to(&self, profile: Profile) -> bool {
        self.status.is_none_or(|status| status == profile.status)
            && self.zone.is_none_or(|zone| zone == profile.zone)
            && self.min_staff.is_none_or(|least| profile.staff >= least)
            && self.max_staff.is_none_or(|most| profile.staff <= most)
    }
}

/// A contribution with its bounds in euros a year, ready to be applied.
#[derive(Debug, Clone)]
pub(super) struct Levy<'rules> {
    pub(super) rule: &'rules Contribution,
    pub(super) employee_rate: f64,
    employer_rate: f64,
    reduced_rate: f64,
    pub(super) reduced_below: f64,
    from: f64,
    to: f64,
    pub(super) above: f64,
}

impl<'rules> Levy<'rules> {
    /// Turns multiples of the ceiling and of the minimum wage into euros, in proportion to the hours worked.
    pub(super) fn new(rule: &'rules Contribution, rules: &Rules, profile: Profile) -> Self {
        let hours = profile.working_time.as_fraction();
        let share = if rule.whole_ceiling { 1.0 } else { hours };
        let ceilings = |multiple: f64| rules.ceilings(multiple).as_euros() * share;
        let reduced = rule.reduced.unwrap_or(ReducedRate { employer: Rate::ZERO, below_minimum_wages: 0.0 });
        Self {
            rule,
            employee_rate: rule.employee.as_fraction(),
            employer_rate: rule.employer.as_fraction(),
            reduced_rate: reduced.employer.as_fraction(),
            // A bound in cents: a salary of exactly so many minimum wages does not exceed it.
            reduced_below: (rules.minimum_wage_per_year() * reduced.below_minimum_wages * hours)
                .rounded()
                .as_euros(),
            from: ceilings(rule.from),
            to: rule.to.map_or(f64::INFINITY, ceilings),
            above: if rule.only_above_ceiling { ceilings(1.0) } else { 0.0 },
        }
    }

    /// The same without a lower rate on low pay.
    pub(super) const fn unreduced(mut self) -> Self {
        self.reduced_below = 0.0;
        self
    }

    /// The part of the gross salary it is owed on.
    pub(super) fn base(&self, gross: f64) -> f64 {
        if gross > self.above { (gross.min(self.to) - self.from).max(0.0) } else { 0.0 }
    }

    /// The employer's rate at this gross salary.
    pub(super) fn employer_rate(&self, gross: f64) -> f64 {
        if gross <= self.reduced_below { self.reduced_rate } else { self.employer_rate }
    }
}
