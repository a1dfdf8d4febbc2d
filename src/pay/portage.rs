//! Portage salarial: a freelance who is the employee of a company that bills in their stead.
//!
//! The Urssaf's simulator does not have it. What is left of the turnover after the company's fee and the expenses is
//! the employer's cost of a cadre, from which the gross salary follows (code du travail, art. L1254-1 and following;
//! agreement of 22 March 2017, IDCC 3219).

use serde::Serialize;

use super::profile::Profile;
use super::schedule::{Figures, Schedule};
use super::tax::Tax;
use crate::model::money::Money;
use crate::model::rules::{Rate, Rules, Status};

/// What a freelance bills and what comes off it before pay, in euros a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Billing {
    /// The turnover.
    pub turnover: Money,
    /// The company's fee, a share of turnover.
    pub fee: Rate,
    /// Professional expenses paid out of the turnover.
    pub expenses: Money,
}

/// What a turnover leaves, in euros a year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PortageFigures {
    /// The turnover.
    pub turnover: Money,
    /// The company's fee.
    pub fee: Money,
    /// Professional expenses.
    pub expenses: Money,
    /// What is left to pay a salary and its contributions; never below zero.
    pub budget: Money,
    /// The salary. Its cost is the budget, or a little less where no salary costs exactly that.
    pub salary: Figures,
}

/// Portage under the rules of a year.
#[derive(Debug, Clone)]
pub struct Portage<'rules> {
    schedule: Schedule<'rules>,
}

impl<'rules> Portage<'rules> {
    /// A cadre in a company of the assumed size.
    pub fn new(rules: &'rules Rules) -> Self {
        let profile = Profile { status: Status::Cadre, staff: rules.portage.staff };
        Self { schedule: Schedule::new(rules, profile) }
    }

    /// The salary that `billing` pays for.
    pub fn figures(&self, billing: Billing, tax: Tax) -> PortageFigures {
        let fee = billing.fee.of(billing.turnover);
        let budget = (billing.turnover - fee - billing.expenses).max(Money::euros(0.0));
        let gross = self.schedule.gross_from_cost(budget);
        let salary = self.schedule.figures(gross, tax);
        PortageFigures { turnover: billing.turnover, fee, expenses: billing.expenses, budget, salary }
    }

    /// The lowest turnover that leaves `net` before tax; `None` if the fee takes everything.
    pub fn turnover_from_net(&self, net: Money, fee: Rate, expenses: Money) -> Option<Money> {
        self.turnover_from_gross(self.schedule.gross_from_net(net), fee, expenses)
    }

    /// The lowest turnover that leaves `net` after tax; `None` if the fee takes everything.
    pub fn turnover_from_net_after_tax(
        &self,
        net: Money,
        tax: Tax,
        fee: Rate,
        expenses: Money,
    ) -> Option<Money> {
        self.turnover_from_gross(self.schedule.gross_from_net_after_tax(net, tax), fee, expenses)
    }

    /// The turnover that pays for a gross salary, the fee and the expenses.
    fn turnover_from_gross(&self, gross: Money, fee: Rate, expenses: Money) -> Option<Money> {
        let cost = self.schedule.figures(gross, Tax::Neutral).employer_cost;
        let kept = 1.0 - fee.as_fraction();
        (kept > 0.0).then(|| (cost + expenses) / kept)
    }
}
