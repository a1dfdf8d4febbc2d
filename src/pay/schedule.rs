//! The rules resolved for one profile, and the figures of a gross salary in one pass without lines.

use serde::Serialize;

use super::contribution::Levy;
use super::employer::Reduction;
use super::profile::Profile;
use super::tax::Tax;
use crate::model::money::Money;
use crate::model::rules::{Rate, Rules};

/// What a gross salary gives, in euros a year, unrounded but for the tax, which is in whole euros.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Figures {
    /// The gross salary.
    pub gross: Money,
    /// What is left after the employee's contributions.
    pub net_before_tax: Money,
    /// What income tax is computed on.
    pub taxable: Money,
    /// The rate of withholding, or the mean rate of the scale.
    pub tax_rate: Rate,
    /// The income tax.
    pub tax: Money,
    /// What is left after tax.
    pub net_after_tax: Money,
    /// What the employer pays in all.
    pub employer_cost: Money,
}

/// The rules of a year resolved for a profile: made once, then asked for as many salaries as needed.
#[derive(Debug, Clone)]
pub struct Schedule<'rules> {
    pub(super) rules: &'rules Rules,
    pub(super) levies: Vec<Levy<'rules>>,
    pub(super) cover: Cover,
    pub(super) csg: CsgRates,
    pub(super) forfait_rate: f64,
    pub(super) reduction: Reduction,
}

/// The health cover, euros a year, and the gross salary above which it is taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cover {
    pub(super) employee: f64,
    pub(super) employer: f64,
    pub(super) above: f64,
}

/// CSG and CRDS with their bound in euros.
#[derive(Debug, Clone, Copy)]
pub(super) struct CsgRates {
    pub(super) allowance: f64,
    pub(super) allowance_to: f64,
    pub(super) deductible: f64,
    pub(super) non_deductible: f64,
}

impl<'rules> Schedule<'rules> {
    /// Keeps the contributions that this profile owes and turns every bound into euros.
    pub fn new(rules: &'rules Rules, profile: Profile) -> Self {
        let owed = rules.contributions.iter().filter(|rule| rule.applies_to(profile));
        let owes_forfait = profile.staff >= rules.forfait_social.min_staff;
        Self {
            rules,
            levies: owed.map(|rule| Levy::new(rule, rules)).collect(),
            cover: Cover::new(rules),
            csg: CsgRates::new(rules),
            forfait_rate: if owes_forfait { rules.forfait_social.rate.as_fraction() } else { 0.0 },
            reduction: Reduction::new(rules, profile.staff),
        }
    }

    /// What `gross`, a year's gross salary, gives. A negative salary counts as none.
    pub fn figures(&self, gross: Money, tax: Tax) -> Figures {
        let gross = gross.as_euros().max(0.0);
        let assessment = self.assess(gross);
        let due = self.rules.income_tax.due(tax, assessment.taxable);
        Figures {
            gross: Money::euros(gross),
            net_before_tax: Money::euros(assessment.net_before_tax),
            taxable: Money::euros(assessment.taxable),
            tax_rate: Rate::fraction(due.rate),
            tax: Money::euros(due.amount),
            net_after_tax: Money::euros(assessment.net_before_tax - due.amount),
            employer_cost: Money::euros(assessment.employer_cost),
        }
    }
}

impl Cover {
    /// Source of the opt-out: code de la sécurité sociale, art. R242-1-6. It also keeps a net salary above zero.
    fn new(rules: &Rules) -> Self {
        let cover = &rules.health_cover;
        let price = cover.monthly.as_euros() * 12.0;
        let employer = price * cover.employer_share.as_fraction();
        let left = price - employer;
        let share = cover.opt_out_share.as_fraction();
        Self { employee: left, employer, above: if share > 0.0 { left / share } else { 0.0 } }
    }
}

impl CsgRates {
    fn new(rules: &Rules) -> Self {
        let csg = &rules.csg;
        Self {
            allowance: csg.allowance.as_fraction(),
            allowance_to: rules.ceilings(csg.allowance_to).as_euros(),
            deductible: csg.deductible.rate.as_fraction(),
            non_deductible: csg.non_deductible.rate.as_fraction() + csg.crds.rate.as_fraction(),
        }
    }
}
