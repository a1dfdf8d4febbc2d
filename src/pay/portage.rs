//! Portage salarial: a freelance who is the employee of a company that bills in their stead.
//!
//! The Urssaf's simulator does not have it. What is left of the turnover after the company's fee and the expenses is
//! the employer's cost of a cadre, from which the gross salary follows (code du travail, art. L1254-1 and following;
//! agreement of 22 March 2017, IDCC 3219).

use serde::Serialize;

use super::notice::Notice;
use super::profile::Profile;
use super::schedule::{Figures, Schedule};
use super::tax::Taxation;
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
    /// What is left of the budget where no salary costs exactly that.
    pub left: Money,
    /// The part of the gross salary that a permanent contract keeps in reserve: paid later, not lost.
    pub reserve: Money,
}

/// Portage under the rules of a year.
#[derive(Debug, Clone)]
pub struct Portage<'rules> {
    schedule: Schedule<'rules>,
}

impl<'rules> Portage<'rules> {
    /// A cadre in a company of the assumed size.
    pub fn new(rules: &'rules Rules) -> Self {
        let profile = Profile::of(Status::Cadre, rules.portage.staff);
        Self { schedule: Schedule::new(rules, profile) }
    }

    /// The salary that `billing` pays for.
    pub fn figures(&self, billing: Billing, taxation: impl Into<Taxation>) -> PortageFigures {
        let fee = billing.fee.of(billing.turnover);
        let budget = (billing.turnover - fee - billing.expenses).max(Money::euros(0.0));
        let gross = self.schedule.gross_from_cost(budget);
        let salary = self.schedule.figures(gross, taxation);
        let left = (budget - salary.employer_cost).max(Money::euros(0.0));
        let reserve = self.reserve(gross);
        PortageFigures {
            turnover: billing.turnover,
            fee,
            expenses: billing.expenses,
            budget,
            salary,
            left,
            reserve,
        }
    }

    /// The part of a gross salary that a permanent contract keeps in reserve: the base pay is what is left of the
    /// gross without it (agreement of 22 March 2017, art. 21).
    pub fn reserve(&self, gross: Money) -> Money {
        let share = self.schedule.rules().portage.reserve.as_fraction();
        gross * (share / (1.0 + share))
    }

    /// The schedule of contributions, for lines, steps and inverses.
    pub const fn schedule(&self) -> &Schedule<'rules> {
        &self.schedule
    }

    /// What must be said of `figures`; `below_minimum` if the pay is below a level of the agreement.
    pub fn notices(&self, figures: &PortageFigures, below_minimum: bool) -> Vec<Notice> {
        let mut notices = Vec::new();
        if figures.expenses > figures.turnover {
            notices.push(Notice::ExpensesAboveTurnover);
        }
        if below_minimum {
            notices.push(Notice::PortageBelowMinimum);
        }
        if figures.left.as_euros() >= 1.0 {
            notices.push(Notice::LeftOver { amount: figures.left.rounded() });
        }
        notices.push(Notice::PortageReserve { amount: figures.reserve.rounded() });
        notices
    }

    /// The lowest turnover that leaves `net` before tax; `None` if the fee takes everything.
    pub fn turnover_from_net(&self, net: Money, fee: Rate, expenses: Money) -> Option<Money> {
        self.turnover_from_gross(self.schedule.gross_from_net(net), fee, expenses)
    }

    /// The lowest turnover that leaves `net` after tax; `None` if the fee takes everything.
    pub fn turnover_from_net_after_tax(
        &self,
        net: Money,
        taxation: impl Into<Taxation>,
        fee: Rate,
        expenses: Money,
    ) -> Option<Money> {
        self.turnover_from_gross(self.schedule.gross_from_net_after_tax(net, taxation), fee, expenses)
    }

    /// The turnover that pays for a gross salary, the fee and the expenses.
    fn turnover_from_gross(&self, gross: Money, fee: Rate, expenses: Money) -> Option<Money> {
        let cost = self.schedule.figures(gross, Taxation::Neutral).employer_cost;
        let kept = 1.0 - fee.as_fraction();
        (kept > 0.0).then(|| (cost + expenses) / kept)
    }
}
