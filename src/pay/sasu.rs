//! The president of a SASU: a salary out of the company, and dividends out of what is left.
//!
//! Sources: code de la sécurité sociale, art. L311-3, 23°; code général des impôts, art. 219 (corporate tax) and 200 A
//! (flat tax). The reduced rate of corporate tax supposes paid-up capital held for three quarters by persons.

use serde::Serialize;

use super::charge::ChargeLine;
use super::notice::Notice;
use super::payslip::Payslip;
use super::schedule::{Figures, Schedule};
use super::tax::Taxation;
use crate::model::money::Money;
use crate::model::rules::Rules;

/// How the company's money is taken out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Remuneration {
    /// All of it as salary.
    SalaryOnly,
    /// A chosen gross salary of a year, and the rest as dividends.
    WithDividends {
        /// Gross euros a year; zero for none.
        salary: Money,
    },
}

/// What a turnover leaves, in euros a year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SasuFigures {
    /// The turnover, without VAT.
    pub turnover: Money,
    /// Expenses of the activity.
    pub expenses: Money,
    /// What is left for salary, contributions and profit.
    pub budget: Money,
    /// The salary.
    pub salary: Figures,
    /// The profit after the salary's cost.
    pub profit: Money,
    /// Corporate tax on it.
    pub corporate_tax: Money,
    /// What is paid out as dividends.
    pub dividends: Money,
    /// The flat tax on dividends, social levies included.
    pub dividend_tax: Money,
    /// The salary's contributions of both sides, without tax.
    pub contributions: Money,
    /// Salary before tax and dividends before the flat tax.
    pub net_before_tax: Money,
    /// Income tax on the salary, corporate tax left out, and the flat tax.
    pub tax: Money,
    /// What the person has after all taxes.
    pub net_after_tax: Money,
    /// Corporate tax and the taxes on dividends; the salary's lines are those of [`Sasu::payslip`].
    pub lines: Vec<ChargeLine>,
    /// What must be said.
    pub notices: Vec<Notice>,
}

/// A SASU under the rules of a year.
#[derive(Debug, Clone)]
pub struct Sasu<'rules> {
    rules: &'rules Rules,
    schedule: Schedule<'rules>,
}

impl<'rules> Sasu<'rules> {
    /// A president alone in the company.
    pub fn new(rules: &'rules Rules) -> Self {
        Self { rules, schedule: Schedule::of_president(rules) }
    }

    /// The president's schedule of contributions.
    pub const fn schedule(&self) -> &Schedule<'rules> {
        &self.schedule
    }

    /// The salary of `figures` line by line.
    pub fn payslip(&self, figures: &SasuFigures, taxation: impl Into<Taxation>) -> Payslip {
        self.schedule.payslip(figures.salary.gross, taxation)
    }

    /// What `turnover` less `expenses`, both of a year, leaves.
    pub fn figures(
        &self,
        turnover: Money,
        expenses: Money,
        remuneration: Remuneration,
        taxation: impl Into<Taxation>,
    ) -> SasuFigures {
        let zero = Money::euros(0.0);
        let (turnover, expenses) = (turnover.max(zero), expenses.max(zero));
        let budget = (turnover - expenses).max(zero);
        let mut notices = vec![Notice::NoUnemployment];
        if expenses > turnover {
            notices.push(Notice::ExpensesAboveTurnover);
        }
        let most = self.schedule.gross_from_cost(budget);
        let (gross, pays_dividends) = match remuneration {
            Remuneration::SalaryOnly => (most, false),
            Remuneration::WithDividends { salary } => {
                if salary > most {
                    notices.push(Notice::SalaryCut { gross: most.rounded() });
                }
                (salary.max(zero).min(most), true)
            }
        };
        let salary = self.schedule.figures(gross, taxation);
        let left = (budget - salary.employer_cost).max(zero);
        let profit = if pays_dividends { left } else { zero };
        if !pays_dividends && left.as_euros() >= 1.0 {
            notices.push(Notice::LeftOver { amount: left.rounded() });
        }
        if pays_dividends && gross.as_euros() <= 0.0 {
            notices.push(Notice::NoSalaryNoPension);
        }
        let rules = &self.rules.dividends;
        let corporate_tax = Money::euros(self.corporate_tax(profit.as_euros(), turnover.as_euros()));
        let dividends = profit - corporate_tax;
        let flat = |rate: crate::model::rules::Rate| rate.of(dividends);
        let dividend_tax = flat(rules.income_tax.rate) + flat(rules.social.rate);
        let mut lines = Vec::new();
        if profit > zero {
            let tax = &rules.corporate_tax;
            let label = (tax.id.as_str(), &tax.name, &tax.source);
            lines.push(ChargeLine::on_base(label, profit.as_euros(), corporate_tax.as_euros()));
            for rule in [&rules.income_tax, &rules.social] {
                let label = (rule.id.as_str(), &rule.name, &rule.source);
                lines.push(ChargeLine::on_base(label, dividends.as_euros(), flat(rule.rate).as_euros()));
            }
        }
        SasuFigures {
            turnover,
            expenses,
            budget,
            salary,
            profit,
            corporate_tax,
            dividends,
            dividend_tax,
            contributions: salary.employer_cost - salary.net_before_tax,
            net_before_tax: salary.net_before_tax + dividends,
            tax: salary.tax + dividend_tax,
            net_after_tax: salary.net_after_tax + dividends - dividend_tax,
            lines,
            notices,
        }
    }

    /// The turnover that leaves `net` after tax as salary only.
    pub fn turnover_from_net_after_tax(
        &self,
        net: Money,
        expenses: Money,
        taxation: impl Into<Taxation>,
    ) -> Money {
        let gross = self.schedule.gross_from_net_after_tax(net, taxation);
        self.schedule.figures(gross, Taxation::Neutral).employer_cost + expenses.max(Money::euros(0.0))
    }

    /// The turnover that leaves `net` after tax, however the money is taken out: a chosen salary first, the rest as
    /// dividends.
    pub fn turnover_for(
        &self,
        net: Money,
        expenses: Money,
        remuneration: Remuneration,
        taxation: impl Into<Taxation>,
    ) -> Money {
        let taxation = taxation.into();
        let zero = Money::euros(0.0);
        let salary = match remuneration {
            Remuneration::SalaryOnly => None,
            Remuneration::WithDividends { salary } => Some(self.schedule.figures(salary, taxation)),
        };
        match salary.filter(|salary| net > salary.net_after_tax) {
            // Less than the chosen salary leaves: it is cut, and nothing is left for dividends.
            None => self.turnover_from_net_after_tax(net, expenses, taxation),
            Some(salary) => {
                let rules = &self.rules.dividends;
                let kept = 1.0 - rules.income_tax.rate.as_fraction() - rules.social.rate.as_fraction();
                let dividends = (net - salary.net_after_tax).as_euros() / kept;
                let paid = salary.employer_cost + expenses.max(zero);
                let turnover = |reduced_to: f64| paid + Money::euros(self.profit_for(dividends, reduced_to));
                let rule = &rules.corporate_tax;
                let small = turnover(rule.reduced_to.as_euros());
                // A large company has no reduced rate.
                if small <= rule.reduced_max_turnover { small } else { turnover(0.0) }
            }
        }
    }

    /// The profit that leaves `dividends` after corporate tax, whose reduced rate ends at `reduced_to`.
    fn profit_for(&self, dividends: f64, reduced_to: f64) -> f64 {
        let rule = &self.rules.dividends.corporate_tax;
        let reduced = 1.0 - rule.reduced_rate.as_fraction();
        let above = dividends - reduced_to * reduced;
        if above > 0.0 { reduced_to + above / (1.0 - rule.rate.as_fraction()) } else { dividends / reduced }
    }

    fn corporate_tax(&self, profit: f64, turnover: f64) -> f64 {
        let rule = &self.rules.dividends.corporate_tax;
        let reduced =
            if turnover <= rule.reduced_max_turnover.as_euros() { rule.reduced_to.as_euros() } else { 0.0 };
        profit.min(reduced) * rule.reduced_rate.as_fraction()
            + (profit - reduced).max(0.0) * rule.rate.as_fraction()
    }
}
