//! `pay`: what a salary is before and after contributions and tax, and what it costs.

mod document;

use serde::Serialize;

use super::QueryError;
use super::rules::{self, RulesOf, YearAndMonth};
use crate::dataset::Dataset;
use crate::model::money::Money;
use crate::model::text::Text;
use crate::model::vocabulary::Per;
use crate::pay::{Basis, Figures, Line, Profile, Rate, Schedule, Status, Tax};
use crate::report::{Document, Report};

/// What to ask of a salary.
#[derive(Debug)]
pub struct PayParams {
    /// The known amount, in euros over `per`.
    pub amount: Money,
    /// Which amount of a payslip it is.
    pub basis: Basis,
    /// The period it is for.
    pub per: Per,
    /// Cadre or not, and the size of the company.
    pub profile: Profile,
    /// How income tax is reckoned.
    pub tax: Tax,
    /// The year of the rules; the newest if `None`.
    pub year: Option<u16>,
    /// Whether people see every line.
    pub lines: bool,
}

/// Income tax, euros a year.
#[derive(Serialize)]
struct TaxDue {
    method: Tax,
    rate: Rate,
    amount: Money,
}

/// The four amounts of a salary, the tax and every line.
#[derive(Serialize)]
pub struct PayReport {
    from: Basis,
    status: Status,
    staff: u32,
    gross: YearAndMonth,
    net_before_tax: YearAndMonth,
    taxable: YearAndMonth,
    net_after_tax: YearAndMonth,
    employer_cost: YearAndMonth,
    tax: TaxDue,
    lines: Vec<Line>,
    rules: RulesOf,
    assumptions: Vec<Text>,
    warnings: Vec<Text>,
    #[serde(skip)]
    in_lines: bool,
}

/// Answers with the other amounts, whichever is known.
pub fn ask(dataset: &Dataset, params: &PayParams) -> Result<PayReport, QueryError> {
    let rules = rules::of(dataset, params.year)?;
    let schedule = Schedule::new(&rules, params.profile);
    let yearly = params.amount * params.per.per_year();
    let gross = schedule.gross_from(params.basis, yearly, params.tax);
    let payslip = schedule.payslip(gross, params.tax);
    let figures: Figures = payslip.figures;
    Ok(PayReport {
        from: params.basis,
        status: params.profile.status,
        staff: params.profile.staff,
        gross: figures.gross.into(),
        net_before_tax: figures.net_before_tax.into(),
        taxable: figures.taxable.into(),
        net_after_tax: figures.net_after_tax.into(),
        employer_cost: figures.employer_cost.into(),
        tax: TaxDue { method: params.tax, rate: figures.tax_rate, amount: figures.tax.rounded() },
        lines: payslip.lines,
        rules: RulesOf::from(&rules),
        assumptions: rules::assumptions(&rules),
        warnings: rules::warnings(&rules, &figures),
        in_lines: params.lines,
    })
}

impl Report for PayReport {
    const NAME: &'static str = "pay";

    fn document(&self) -> Document {
        document::of(self)
    }
}
