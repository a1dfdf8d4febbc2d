//! An apprentice: net pay, cost and hiring aid. The legal minimum is among the [`super::floors`].
//!
//! Contracts since 1 March 2025: no employee contribution and no CSG up to half the minimum wage (code du travail,
//! art. L6243-2 and D6243-5). Pay is exempt from income tax up to a year's minimum wage (CGI, art. 81 bis).

use serde::Serialize;

use super::payslip::Payslip;
use super::profile::Profile;
use super::schedule::{Figures, Schedule};
use super::tax::Taxation;
use crate::model::money::Money;
use crate::model::rules::{Diploma, Rules, Status};

/// What an apprentice's pay gives, in euros a year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ApprenticeFigures {
    /// The usual figures; `employer_cost` is before the aid.
    pub salary: Figures,
    /// The hiring aid of the first year; zero in later years.
    pub aid: Money,
    /// The employer's cost less the aid; never below zero.
    pub cost_after_aid: Money,
}

/// An apprentice under the rules of a year.
#[derive(Debug, Clone)]
pub struct Apprentice<'rules> {
    schedule: Schedule<'rules>,
    aid: Money,
}

impl<'rules> Apprentice<'rules> {
    /// An apprentice who prepares `diploma` in a company of `staff`, in year `contract_year` of the contract.
    ///
    /// `None` if the year's rules do not have apprentices.
    pub fn new(rules: &'rules Rules, staff: u32, diploma: Diploma, contract_year: u8) -> Option<Self> {
        Self::with_profile(rules, Profile::of(Status::NonCadre, staff), diploma, contract_year)
    }

    /// The same with a health cover or a zone of its own; status and hours of `profile` are not looked at.
    ///
    /// `None` if the year's rules do not have apprentices.
    pub fn with_profile(
        rules: &'rules Rules,
        profile: Profile,
        diploma: Diploma,
        contract_year: u8,
    ) -> Option<Self> {
        let rule = rules.apprentice.as_ref()?;
        let profile =
            Profile { status: Status::NonCadre, working_time: Profile::default().working_time, ..profile };
        let mut schedule = Schedule::new(rules, profile);
        schedule
            .levies
            .retain(|levy| levy.rule.apprentice_min_staff.is_none_or(|least| profile.staff >= least));
        schedule.exempt = rule.exempt_minimum_wages * rules.minimum_wage_per_year().as_euros();
        schedule.tax_exempt = rule.tax_exempt.as_euros();
        if contract_year <= 1 && rule.participation.diplomas.contains(&diploma) {
            schedule.employer_flat = rule.participation.amount.as_euros();
        }
        let aid = rule.aid.iter().find(|aid| aid.diploma == diploma && contract_year <= 1);
        let aid = aid
            .map_or(Money::euros(0.0), |aid| if profile.staff < 250 { aid.under_250 } else { aid.from_250 });
        Some(Self { schedule, aid })
    }

    /// The schedule of contributions, for lines, steps and inverses.
    pub const fn schedule(&self) -> &Schedule<'rules> {
        &self.schedule
    }

    /// What `gross`, a year's gross pay, gives.
    pub fn figures(&self, gross: Money, taxation: impl Into<Taxation>) -> ApprenticeFigures {
        let salary = self.schedule.figures(gross, taxation);
        let cost_after_aid = (salary.employer_cost - self.aid).max(Money::euros(0.0));
        ApprenticeFigures { salary, aid: self.aid, cost_after_aid }
    }

    /// The payslip of a year, line by line.
    pub fn payslip(&self, gross: Money, taxation: impl Into<Taxation>) -> Payslip {
        self.schedule.payslip(gross, taxation)
    }
}
