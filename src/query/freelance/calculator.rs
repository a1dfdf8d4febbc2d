//! What each status makes of a turnover, and which turnover each needs for a take-home.
//!
//! Take-home is net after tax by the scale for everybody: the default rate exists for employees only.

use super::params::{FreelanceParams, WorkStatus};
use crate::model::day::Day;
use crate::model::money::Money;
use crate::pay::{
    Billing, Independent, IndependentFigures, IndependentKind, Micro, MicroKind, MicroTax, Notice, Payslip,
    Portage, Profile, Rate, Remuneration, Rules, Sasu, SasuFigures, Schedule, Taxation,
};

/// The rules at work, with what every status needs.
pub struct Calculator<'a> {
    pub rules: &'a Rules,
    pub schedule: Schedule<'a>,
    pub micro: Micro<'a>,
    pub micro_tax: MicroTax,
    pub portage: Portage<'a>,
    pub sasu: Sasu<'a>,
    pub remuneration: Remuneration,
    pub acre: bool,
    /// Whether an EI or EURL has the relief for the whole of the rules' year.
    pub acre_of_independents: bool,
    pub taxation: Taxation,
    pub fee: Rate,
    pub expenses: Money,
    pub days: u16,
}

/// Totals of a status, euros a year.
#[derive(Debug, Clone, Copy)]
pub struct Totals {
    pub gross: Option<Money>,
    pub contributions: Money,
    pub net_before_tax: Money,
    pub taxable: Money,
    pub tax: Money,
    pub net_after_tax: Money,
}

const NOTHING: Money = Money::euros(0.0);

impl<'a> Calculator<'a> {
    /// Prepares every status once.
    pub fn new(rules: &'a Rules, params: &FreelanceParams) -> Self {
        let created = params.start.or_else(|| Day::parse(&rules.date));
        let kind = params.activity.unwrap_or(MicroKind::Bnc);
        let mut micro = Micro::new(rules, kind).for_household(params.household);
        if let Some(start) = params.start {
            micro = micro.started(start);
        }
        if let Some(created) = created.filter(|_| params.acre) {
            micro = micro.with_acre(created);
        }
        let remuneration = params
            .dividends
            .map_or(Remuneration::SalaryOnly, |salary| Remuneration::WithDividends { salary });
        Self {
            rules,
            schedule: Schedule::new(rules, Profile::default()),
            micro,
            micro_tax: if params.flat_tax { MicroTax::Flat } else { MicroTax::Scale },
            portage: Portage::new(rules),
            sasu: Sasu::new(rules),
            remuneration,
            acre: params.acre,
            acre_of_independents: params.acre && params.start.is_none_or(|start| start.year == rules.year),
            taxation: Taxation::Scale(params.household),
            fee: params.fee.unwrap_or(rules.portage.fee.usual),
            expenses: params.expenses,
            days: params.days,
        }
    }

    /// What is billed for the portage company's fee.
    pub const fn billing(&self, turnover: Money) -> Billing {
        Billing { turnover, fee: self.fee, expenses: self.expenses }
    }

    /// The EI or the EURL.
    fn independent(&self, status: WorkStatus, acre: bool) -> Independent<'a> {
        let kind = if status == WorkStatus::Ei { IndependentKind::Ei } else { IndependentKind::Eurl };
        Independent::new(self.rules, kind, acre)
    }

    /// The figures of the EI or the EURL out of a turnover.
    pub fn independent_figures(&self, status: WorkStatus, turnover: Money) -> IndependentFigures {
        let independent = self.independent(status, self.acre_of_independents);
        independent.figures(turnover, self.expenses, self.taxation)
    }

    /// The SASU's figures out of a turnover.
    pub fn sasu_figures(&self, turnover: Money) -> SasuFigures {
        self.sasu.figures(turnover, self.expenses, self.remuneration, self.taxation)
    }

    /// What `status` makes of `turnover`.
    pub fn totals(&self, status: WorkStatus, turnover: Money) -> Totals {
        match status {
            WorkStatus::Employee => {
                of_salary(&self.schedule, self.schedule.gross_from_cost(turnover), self.taxation)
            }
            WorkStatus::Portage => {
                let gross = self.portage.figures(self.billing(turnover), self.taxation).salary.gross;
                of_salary(self.portage.schedule(), gross, self.taxation)
            }
            WorkStatus::Micro => self.of_micro(turnover),
            WorkStatus::Sasu => of_sasu(&self.sasu_figures(turnover)),
            WorkStatus::Ei | WorkStatus::Eurl => of_independent(&self.independent_figures(status, turnover)),
        }
    }

    /// Expenses come out of the net: a micro-entrepreneur deducts none.
    fn of_micro(&self, turnover: Money) -> Totals {
        let figures = self.micro.figures(turnover, self.micro_tax);
        let net = (figures.net_before_tax - self.expenses).max(NOTHING);
        Totals {
            gross: None,
            contributions: figures.contributions,
            net_before_tax: net,
            taxable: figures.taxable,
            tax: figures.tax,
            net_after_tax: (net - figures.tax).max(NOTHING),
        }
    }

    /// The lowest turnover with which `status` leaves `net` after tax; `None` if the fee takes everything.
    pub fn turnover_for(&self, status: WorkStatus, net: Money) -> Option<Money> {
        match status {
            WorkStatus::Employee => {
                let gross = self.schedule.gross_from_net_after_tax(net, self.taxation);
                Some(self.schedule.figures(gross, self.taxation).employer_cost)
            }
            WorkStatus::Micro => {
                Some(self.micro.turnover_from_net_after_tax(net + self.expenses, self.micro_tax))
            }
            WorkStatus::Portage => {
                self.portage.turnover_from_net_after_tax(net, self.taxation, self.fee, self.expenses)
            }
            WorkStatus::Sasu => {
                Some(self.sasu.turnover_for(net, self.expenses, self.remuneration, self.taxation))
            }
            WorkStatus::Ei | WorkStatus::Eurl => {
                let independent = self.independent(status, self.acre_of_independents);
                Some(independent.turnover_from_net_after_tax(net, self.expenses, self.taxation))
            }
        }
    }

    /// An employee of this gross salary.
    pub fn of_employee(&self, gross: Money) -> Totals {
        of_salary(&self.schedule, gross, self.taxation)
    }

    /// By how much what a status costs exceeds what it brings in.
    pub fn shortfall(&self, status: WorkStatus, turnover: Money) -> Money {
        match status {
            WorkStatus::Micro => {
                let figures = self.micro.figures(turnover, self.micro_tax);
                (self.expenses - figures.net_after_tax).max(NOTHING)
            }
            WorkStatus::Ei | WorkStatus::Eurl => self.independent_figures(status, turnover).shortfall,
            WorkStatus::Employee | WorkStatus::Portage | WorkStatus::Sasu => NOTHING,
        }
    }

    /// The gross salary of an employee with the same take-home.
    pub fn equivalent_gross(&self, net_after_tax: Money) -> Money {
        self.schedule.gross_from_net_after_tax(net_after_tax, self.taxation).rounded()
    }

    /// The payslip of a status that has one.
    pub fn payslip(&self, status: WorkStatus, totals: &Totals) -> Option<Payslip> {
        let gross = totals.gross?;
        match status {
            WorkStatus::Employee => Some(self.schedule.payslip(gross, self.taxation)),
            WorkStatus::Portage => Some(self.portage.schedule().payslip(gross, self.taxation)),
            WorkStatus::Sasu => Some(self.sasu.schedule().payslip(gross, self.taxation)),
            WorkStatus::Micro | WorkStatus::Ei | WorkStatus::Eurl => None,
        }
    }

    /// What the rules say of a status at this turnover.
    pub fn notices(&self, status: WorkStatus, turnover: Money) -> Vec<Notice> {
        let expenses = (self.expenses > turnover).then_some(Notice::ExpensesAboveTurnover);
        match status {
            WorkStatus::Employee => Vec::new(),
            WorkStatus::Micro => {
                let mut all = self.micro.notices(turnover, self.micro_tax);
                all.extend(expenses);
                all
            }
            WorkStatus::Portage => {
                let figures = self.portage.figures(self.billing(turnover), self.taxation);
                self.portage.notices(&figures, false)
            }
            WorkStatus::Sasu => self.sasu_figures(turnover).notices,
            WorkStatus::Ei | WorkStatus::Eurl => self.independent_figures(status, turnover).notices,
        }
    }

    /// Whether the relief of a new business makes a difference for the EI or the EURL at `turnover`.
    pub fn acre_counts(&self, status: WorkStatus, turnover: Money) -> bool {
        let contributions = |acre: bool| {
            let independent = self.independent(status, acre);
            independent.figures(turnover, self.expenses, self.taxation).contributions
        };
        contributions(false) > contributions(true)
    }
}

fn of_salary(schedule: &Schedule<'_>, gross: Money, taxation: Taxation) -> Totals {
    let figures = schedule.figures(gross, taxation);
    Totals {
        gross: Some(figures.gross),
        contributions: figures.employer_cost - figures.net_before_tax,
        net_before_tax: figures.net_before_tax,
        taxable: figures.taxable,
        tax: figures.tax,
        net_after_tax: figures.net_after_tax,
    }
}

fn of_independent(figures: &IndependentFigures) -> Totals {
    Totals {
        gross: None,
        contributions: figures.contributions,
        net_before_tax: figures.net_before_tax,
        taxable: figures.taxable,
        tax: figures.tax,
        net_after_tax: figures.net_after_tax,
    }
}

fn of_sasu(figures: &SasuFigures) -> Totals {
    Totals {
        gross: Some(figures.salary.gross),
        contributions: figures.contributions,
        net_before_tax: figures.net_before_tax,
        taxable: figures.salary.taxable,
        tax: figures.tax,
        net_after_tax: figures.net_after_tax,
    }
}
