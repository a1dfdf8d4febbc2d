//! `freelance`: what a day rate leaves, as a micro-entrepreneur and in portage, beside an employee's
//! pay; and the day rate that leaves as much as a salary.
//!
//! Take-home is net after tax by the scale for everybody: the default rate exists for employees only.

mod document;
mod grid;

use serde::Serialize;

pub use self::grid::GridCell;
use super::rules::{self, RulesOf};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figures::amount;
use crate::model::money::Money;
use crate::model::text::{Text, text};
use crate::model::vocabulary::vocabulary;
use crate::pay::{Billing, Micro, MicroKind, MicroTax, Portage, Profile, Rate, Rules, Schedule, Tax};
use crate::report::{Document, Report};

vocabulary! {
    /// A status under which one works.
    WorkStatus ("statut", "status")
    Employee = "employee", "Salariat", "Employee", "salarie", "salariee";
    Micro = "micro", "Micro-entreprise", "Micro-entrepreneur", "microentrepreneur", "autoentrepreneur";
    Portage = "portage", "Portage salarial", "Portage salarial", "portagesalarial";
}

/// What is known: a day rate, or a salary to equal.
#[derive(Debug, Clone, Copy)]
pub enum Known {
    /// Euros billed a day, before tax on value added.
    DailyRate(Money),
    /// The gross salary of a year to equal.
    Salary(Money),
}

/// What to ask of freelance work.
#[derive(Debug)]
pub struct FreelanceParams {
    /// The day rate, or the salary to equal.
    pub known: Known,
    /// Days billed a year.
    pub days: u16,
    /// The portage company's fee; the usual one if `None`.
    pub fee: Option<Rate>,
    /// Professional expenses of a year.
    pub expenses: Money,
    /// The year of the rules; the newest if `None`.
    pub year: Option<u16>,
}

/// What is billed in a year.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Turnover {
    year: Money,
    daily_rate: Money,
    days: u16,
}

/// What a status leaves, euros a year.
#[derive(Serialize)]
struct StatusLine {
    id: WorkStatus,
    turnover: Option<Turnover>,
    gross: Option<Money>,
    net_before_tax: Money,
    net_after_tax: Money,
    /// The gross salary of an employee with the same take-home.
    equivalent_gross: Money,
    notes: Vec<Text>,
}

/// Every status side by side, and a grid of days and fees.
#[derive(Serialize)]
pub struct FreelanceReport {
    /// What is billed; `null` if a salary is to be equalled, since each status bills its own.
    turnover: Option<Turnover>,
    /// The salary to equal; `null` if a day rate is given.
    like: Option<Money>,
    fee: Rate,
    expenses: Money,
    statuses: Vec<StatusLine>,
    grid: Vec<GridCell>,
    rules: RulesOf,
    assumptions: Vec<Text>,
    warnings: Vec<Text>,
    #[serde(skip)]
    days: u16,
    #[serde(skip)]
    fees: [Rate; 3],
}

/// The rules at work, with what every reckoning needs.
struct Desk<'a> {
    rules: &'a Rules,
    schedule: Schedule<'a>,
    micro: Micro<'a>,
    portage: Portage<'a>,
    days: u16,
    fee: Rate,
    expenses: Money,
}

/// Answers for each status.
pub fn ask<'a>(params: &FreelanceParams, dataset: &'a Dataset) -> anyhow::Result<Box<dyn Report + 'a>> {
    Ok(Box::new(report(params, dataset)?))
}

/// The answer as its own type, for the questions that build on it; it fails as [`ask`] does.
pub fn report(params: &FreelanceParams, dataset: &Dataset) -> Result<FreelanceReport, Reason> {
    let rules = rules::of(dataset, params.year)?;
    let desk = Desk {
        rules: &rules,
        schedule: Schedule::new(&rules, Profile::default()),
        micro: Micro::new(&rules, MicroKind::Bnc),
        portage: Portage::new(&rules),
        days: params.days,
        fee: params.fee.unwrap_or(rules.portage.fee.usual),
        expenses: params.expenses,
    };
    let (turnover, like, statuses) = match params.known {
        Known::DailyRate(rate) => {
            (Some(desk.billed(rate * f64::from(params.days))), None, desk.at_rate(rate))
        }
        Known::Salary(gross) => (None, Some(gross), desk.like(gross)),
    };
    Ok(FreelanceReport {
        turnover,
        like,
        fee: desk.fee,
        expenses: params.expenses,
        statuses,
        grid: grid::of(&desk, params.known),
        rules: RulesOf::from(&rules),
        assumptions: assumptions(&rules),
        warnings: turnover
            .and_then(|turnover| too_many_expenses(turnover.year, params.expenses))
            .into_iter()
            .collect(),
        days: params.days,
        fees: grid::fees(&rules),
    })
}

impl Desk<'_> {
    fn billed(&self, turnover: Money) -> Turnover {
        Turnover {
            year: turnover.rounded(),
            daily_rate: (turnover / f64::from(self.days)).rounded(),
            days: self.days,
        }
    }

    /// Each status out of the same turnover.
    fn at_rate(&self, rate: Money) -> Vec<StatusLine> {
        let turnover = rate * f64::from(self.days);
        let employee = self.employee(
            self.schedule.gross_from_cost(turnover),
            Some(text(
                "Le salaire dont le coût employeur serait ce chiffre d’affaires.",
                "The salary whose cost to an employer would be this turnover.",
            )),
        );
        vec![employee, self.micro(turnover), self.portage(turnover)]
    }

    /// Each status with the take-home of a gross salary; portage only if its fee leaves anything.
    fn like(&self, gross: Money) -> Vec<StatusLine> {
        let net = self.schedule.figures(gross, Tax::Scale).net_after_tax;
        let micro = self.micro.turnover_from_net_after_tax(net + self.expenses, MicroTax::Scale);
        let portage = self.portage.turnover_from_net_after_tax(net, Tax::Scale, self.fee, self.expenses);
        let freelance = [self.micro(micro)].into_iter().chain(portage.map(|turnover| self.portage(turnover)));
        std::iter::once(self.employee(gross, None)).chain(freelance).collect()
    }

    fn employee(&self, gross: Money, note: Option<Text>) -> StatusLine {
        let figures = self.schedule.figures(gross, Tax::Scale);
        StatusLine {
            id: WorkStatus::Employee,
            turnover: None,
            gross: Some(gross.rounded()),
            net_before_tax: figures.net_before_tax.rounded(),
            net_after_tax: figures.net_after_tax.rounded(),
            equivalent_gross: gross.rounded(),
            notes: note.into_iter().collect(),
        }
    }

    /// Expenses come out of the net: a micro-entrepreneur deducts none.
    fn micro(&self, turnover: Money) -> StatusLine {
        let figures = self.micro.figures(turnover, MicroTax::Scale);
        let net_after_tax = figures.net_after_tax - self.expenses;
        let mut notes = Vec::new();
        if figures.ceiling_exceeded {
            notes.push(ceiling(self.rules));
        }
        StatusLine {
            id: WorkStatus::Micro,
            turnover: Some(self.billed(turnover)),
            gross: None,
            net_before_tax: (figures.net_before_tax - self.expenses).rounded(),
            net_after_tax: net_after_tax.rounded(),
            equivalent_gross: self.equivalent(net_after_tax),
            notes,
        }
    }

    fn portage(&self, turnover: Money) -> StatusLine {
        let billing = Billing { turnover, fee: self.fee, expenses: self.expenses };
        let salary = self.portage.figures(billing, Tax::Scale).salary;
        StatusLine {
            id: WorkStatus::Portage,
            turnover: Some(self.billed(turnover)),
            gross: Some(salary.gross.rounded()),
            net_before_tax: salary.net_before_tax.rounded(),
            net_after_tax: salary.net_after_tax.rounded(),
            equivalent_gross: self.equivalent(salary.net_after_tax),
            notes: Vec::new(),
        }
    }

    fn equivalent(&self, net_after_tax: Money) -> Money {
        self.schedule.gross_from_net_after_tax(net_after_tax, Tax::Scale).rounded()
    }
}

/// Expenses that leave nothing to be paid from.
fn too_many_expenses(turnover: Money, expenses: Money) -> Option<Text> {
    let (billed, spent) = (amount(turnover), amount(expenses));
    (expenses > turnover).then(|| {
        Text::new(
            format!("Les frais ({}) dépassent ce qui est facturé ({}).", spent.fr, billed.fr),
            format!("Expenses ({}) exceed what is billed ({}).", spent.en, billed.en),
        )
    })
}

/// The status is lost above the ceiling; the figures are given all the same.
fn ceiling(rules: &Rules) -> Text {
    let ceiling = amount(rules.micro.ceiling);
    Text::new(
        format!(
            "Au-dessus de {} de chiffre d’affaires, ce statut se perd : calculé tout de même.",
            ceiling.fr
        ),
        format!("Above a turnover of {} this status is lost: computed all the same.", ceiling.en),
    )
}

fn assumptions(rules: &Rules) -> Vec<Text> {
    let staff = rules.portage.staff;
    let freelance = [
        text(
            "Net après impôt au barème pour tous les statuts ; hors TVA. Salariat : statut cadre, entreprise de 10 personnes.",
            "Net after tax by the scale for every status; without VAT. Employee: cadre status, company of 10 people.",
        ),
        text(
            "Micro-entreprise : profession libérale (BNC), sans Acre ni versement libératoire ; ses frais réels sortent du net.",
            "Micro-entrepreneur: liberal profession (BNC), no Acre, no flat tax; real expenses come out of the net.",
        ),
        text(
            "À net égal, protection inégale : en micro-entreprise, ni chômage ni congés payés, et une retraite moindre ; CFE non comptée.",
            "Same net, not the same protection: a micro-entrepreneur has no unemployment cover or paid leave and a smaller pension; CFE is left out.",
        ),
        Text::new(
            format!(
                "Portage : statut cadre dans une société de {staff} personnes ; aucun simulateur officiel ne le couvre."
            ),
            format!("Portage: cadre status in a company of {staff} people; no official simulator covers it."),
        ),
    ];
    let employment = rules::employment(rules).into_iter().chain([rules::single_person()]);
    std::iter::once(RulesOf::from(rules).note()).chain(freelance).chain(employment).collect()
}

impl Report for FreelanceReport {
    fn name(&self) -> &'static str {
        "freelance"
    }

    fn document(&self) -> Document {
        document::of(self)
    }
}
