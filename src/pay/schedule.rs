//! The rules resolved for one profile, and what a gross salary gives in one pass without lines.
//!
//! The pass is in plain `f64` euros a year, for speed; figures, lines and inverses share it.

use serde::Serialize;

use super::contribution::Levy;
use super::profile::Profile;
use super::tax::{Taxation, Taxer};
use crate::model::money::Money;
use crate::model::rules::{Rate, Rules, SasuRules, Status};

/// What a gross salary gives, in euros a year, unrounded but for the tax, which is in whole euros.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Figures {
    /// The gross salary.
    pub gross: Money,
    /// What is left after the employee's contributions.
    pub net_before_tax: Money,
    /// What income tax is computed on, by the tax code (art. 83, 1° quater).
    pub taxable: Money,
    /// The tax base of the Urssaf's simulator, which adds a cadre's death cover.
    pub taxable_urssaf: Money,
    /// The rate of withholding, or the mean rate of the scale on one's own taxable pay.
    pub tax_rate: Rate,
    /// One's own income tax: of a couple's tax by the scale, the share of one's own taxable pay.
    pub tax: Money,
    /// The tax of the whole household, as its tax notice has it; the same without a partner's income.
    pub household_tax: Money,
    /// What is left after tax.
    pub net_after_tax: Money,
    /// What the employer pays in all.
    pub employer_cost: Money,
}

/// Every step between a gross salary and its figures, in euros a year.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Assessment {
    pub(super) employee_contributions: f64,
    pub(super) employer_contributions: f64,
    pub(super) employee_cover: f64,
    pub(super) employer_cover: f64,
    pub(super) protection: f64,
    pub(super) csg_base: f64,
    pub(super) net_before_tax: f64,
    pub(super) taxable: f64,
    pub(super) taxable_urssaf: f64,
    pub(super) reduction_coefficient: f64,
    pub(super) employer_cost: f64,
}

/// The rules of a year resolved for a profile: made once, then asked for as many salaries as needed.
#[derive(Debug, Clone)]
pub struct Schedule<'rules> {
    pub(super) rules: &'rules Rules,
    pub(super) levies: Vec<Levy<'rules>>,
    pub(super) cover: Cover,
    pub(super) csg: CsgRates,
    pub(super) forfait_rate: f64,
    pub(super) reduction: Option<Reduction>,
    /// The gross pay without employee contributions or CSG (apprentices).
    pub(super) exempt: f64,
    /// The taxable pay that is exempt from income tax (apprentices).
    pub(super) tax_exempt: f64,
    /// A flat amount that the employer owes on top (apprentices of higher diplomas).
    pub(super) employer_flat: f64,
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
    allowance: f64,
    allowance_to: f64,
    deductible: f64,
    non_deductible: f64,
}

/// The general reduction with its bounds in euros a year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reduction {
    floor: f64,
    spread: f64,
    power: f64,
    pub(super) exit: f64,
    width: f64,
    steps_per_unit: f64,
}

impl<'rules> Schedule<'rules> {
    /// Keeps the contributions that this profile owes and turns every bound into euros.
    pub fn new(rules: &'rules Rules, profile: Profile) -> Self {
        let owed = rules.contributions.iter().filter(|rule| rule.applies_to(profile));
        let owes_forfait = profile.staff >= rules.forfait_social.min_staff;
        Self {
            rules,
            levies: owed.map(|rule| Levy::new(rule, rules, profile)).collect(),
            cover: Cover::new(rules, profile),
            csg: CsgRates::new(rules, profile),
            forfait_rate: if owes_forfait { rules.forfait_social.rate.as_fraction() } else { 0.0 },
            reduction: Some(Reduction::new(rules, profile)),
            exempt: 0.0,
            tax_exempt: 0.0,
            employer_flat: 0.0,
        }
    }

    /// The president of a SASU: a cadre without unemployment insurance, general reduction or reduced rates.
    pub fn of_president(rules: &'rules Rules) -> Self {
        let SasuRules { staff, not_due, .. } = &rules.sasu;
        let mut schedule = Self::new(rules, Profile::of(Status::Cadre, *staff));
        schedule.levies.retain(|levy| !not_due.contains(&levy.rule.id));
        schedule.levies = schedule.levies.into_iter().map(Levy::unreduced).collect();
        schedule.reduction = None;
        schedule
    }

    /// The rules it was made from.
    pub const fn rules(&self) -> &'rules Rules {
        self.rules
    }

    /// What `gross`, a year's gross salary, gives. A negative salary counts as none.
    pub fn figures(&self, gross: Money, taxation: impl Into<Taxation>) -> Figures {
        self.figures_taxed(gross, &self.taxer(taxation.into()))
    }

    /// Whether a health cover is taken at `gross`, a year's.
    pub fn has_health_cover(&self, gross: Money) -> bool {
        gross.as_euros() > self.cover.above
    }

    pub(super) fn taxer(&self, taxation: Taxation) -> Taxer<'rules> {
        Taxer::of_pay(&self.rules.income_tax, taxation)
    }

    pub(super) fn figures_taxed(&self, gross: Money, taxer: &Taxer<'_>) -> Figures {
        let gross = gross.as_euros().max(0.0);
        let assessment = self.assess(gross);
        let due = taxer.due(assessment.taxable);
        Figures {
            gross: Money::euros(gross),
            net_before_tax: Money::euros(assessment.net_before_tax),
            taxable: Money::euros(assessment.taxable),
            taxable_urssaf: Money::euros(assessment.taxable_urssaf),
            tax_rate: Rate::fraction(due.rate),
            tax: Money::euros(due.amount),
            household_tax: Money::euros(due.household),
            net_after_tax: Money::euros(assessment.net_before_tax - due.amount),
            employer_cost: Money::euros(assessment.employer_cost),
        }
    }

    /// Adds up the contributions of both sides, then takes the employee's and the employer's steps.
    pub(super) fn assess(&self, gross: f64) -> Assessment {
        let mut assessment = Assessment::default();
        let subject = (gross - self.exempt).max(0.0);
        for levy in &self.levies {
            let base = levy.base(gross);
            let employer = base * levy.employer_rate(gross);
            let employee_base = if self.exempt > 0.0 { levy.base(subject) } else { base };
            assessment.employee_contributions += employee_base * levy.employee_rate;
            assessment.employer_contributions += employer;
            if levy.rule.protection {
                assessment.protection += employer;
            }
        }
        if self.has_health_cover(Money::euros(gross)) {
            assessment.employee_cover = self.cover.employee;
            assessment.employer_cover = self.cover.employer;
            assessment.protection += self.cover.employer;
        }
        self.assess_employee(gross, subject, &mut assessment);
        self.assess_employer(gross, &mut assessment);
        assessment
    }

    /// The base of CSG and CRDS, the net salary before tax and the taxable one.
    ///
    /// - base = gross − 1.75 % of its part up to four ceilings + what the employer pays for cover
    ///   (code de la sécurité sociale, art. L136-1-1 and L136-2);
    /// - net = gross − contributions − CSG − CRDS − the employee's part of the health cover;
    /// - taxable = net + the CSG and CRDS that are not deductible + the employer's part of the health cover (code
    ///   général des impôts, art. 83, 1° quater); the Urssaf's simulator adds a cadre's death cover too.
    fn assess_employee(&self, gross: f64, subject: f64, assessment: &mut Assessment) {
        let csg = self.csg;
        let base = if self.exempt > 0.0 && subject <= 0.0 {
            0.0
        } else {
            subject - csg.allowance * subject.min(csg.allowance_to) + assessment.protection
        };
        let contributions = assessment.employee_contributions + base * (csg.deductible + csg.non_deductible);
        let net = gross - contributions - assessment.employee_cover;
        let taxable = net + base * csg.non_deductible;
        assessment.csg_base = base;
        assessment.net_before_tax = net;
        assessment.taxable = (taxable + assessment.employer_cover - self.tax_exempt).max(0.0);
        assessment.taxable_urssaf = (taxable + assessment.protection - self.tax_exempt).max(0.0);
    }

    /// The coefficient of the general reduction and the employer's cost.
    ///
    /// Cost = gross + contributions + the employer's part of the health cover + forfait social on what pays for cover
    /// (code de la sécurité sociale, art. L137-15 and L137-16) − general reduction.
    fn assess_employer(&self, gross: f64, assessment: &mut Assessment) {
        let coefficient = self.reduction.map_or(0.0, |reduction| reduction.coefficient(gross));
        let flat = if gross > 0.0 { self.employer_flat } else { 0.0 };
        let levies = assessment.employer_contributions + self.forfait_rate * assessment.protection + flat;
        assessment.reduction_coefficient = coefficient;
        assessment.employer_cost = gross + levies + assessment.employer_cover - gross * coefficient;
    }
}

impl Cover {
    /// Source of the opt-out: code de la sécurité sociale, art. R242-1-6. It also keeps a net salary above zero.
    fn new(rules: &Rules, profile: Profile) -> Self {
        let cover = &rules.health_cover;
        let price = profile.health_cover.unwrap_or(cover.monthly).as_euros().clamp(0.0, 1e6) * 12.0;
        let share = profile.employer_cover_share.unwrap_or(cover.employer_share).as_fraction();
        let employer = price * share.clamp(0.0, 1.0);
        let left = price - employer;
        let share = cover.opt_out_share.as_fraction();
        Self { employee: left, employer, above: if share > 0.0 { left / share } else { 0.0 } }
    }
}

impl CsgRates {
    fn new(rules: &Rules, profile: Profile) -> Self {
        let csg = &rules.csg;
        Self {
            allowance: csg.allowance.as_fraction(),
            allowance_to: rules.ceilings(csg.allowance_to).as_euros() * profile.working_time.as_fraction(),
            deductible: csg.deductible.rate.as_fraction(),
            non_deductible: csg.non_deductible.rate.as_fraction() + csg.crds.rate.as_fraction(),
        }
    }
}

impl Reduction {
    /// Turns multiples of the reduction's own minimum wage into euros and picks the spread for this staff.
    fn new(rules: &Rules, profile: Profile) -> Self {
        let rule = &rules.general_reduction;
        let spread = if profile.staff < 50 { rule.spread.under_50_staff } else { rule.spread.from_50_staff };
        let wage = rule.minimum_wage_hourly.as_euros() * rules.minimum_wage.hours_per_year;
        Self {
            floor: rule.floor.as_fraction(),
            spread: spread.as_fraction(),
            power: rule.power,
            exit: rule.exit_minimum_wages * wage * profile.working_time.as_fraction(),
            width: rule.exit_minimum_wages - 1.0,
            steps_per_unit: 10_f64.powi(rule.decimals),
        }
    }

    /// The share of the gross salary that is given back, rounded as the law says.
    ///
    /// Source: code de la sécurité sociale, art. L241-13 and D241-7.
    fn coefficient(&self, gross: f64) -> f64 {
        if gross <= 0.0 || gross >= self.exit {
            return 0.0;
        }
        let position = ((self.exit / gross - 1.0) / self.width).min(1.0);
        // The standard library leaves the last digits of a power to the machine; these are the same on each.
        let share = self.floor + self.spread * libm::pow(position, self.power);
        (share * self.steps_per_unit).round() / self.steps_per_unit
    }
}
