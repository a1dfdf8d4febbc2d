//! `pay`: what a salary is before and after contributions and tax, and what it costs.

mod document;

use serde::Serialize;

use super::rules::{self, RulesOf, YearAndMonth};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figures::amount;
use crate::model::money::Money;
use crate::model::text::{Text, text};
use crate::model::vocabulary::Per;
use crate::pay::{Basis, Figures, Line, Profile, Rate, Rules, Schedule, Status, Tax};
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
pub fn ask<'a>(params: &PayParams, dataset: &'a Dataset) -> anyhow::Result<Box<dyn Report + 'a>> {
    Ok(Box::new(report(params, dataset)?))
}

/// The answer as its own type, for the questions that build on it; it fails as [`ask`] does.
pub fn report(params: &PayParams, dataset: &Dataset) -> Result<PayReport, Reason> {
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
        assumptions: assumptions(&rules, &schedule, gross, params),
        warnings: rules::warnings(&rules, &figures),
        in_lines: params.lines,
    })
}

/// What the estimate takes for granted, and what the other way of reckoning tax would leave.
fn assumptions(rules: &Rules, schedule: &Schedule<'_>, gross: Money, params: &PayParams) -> Vec<Text> {
    let month = |tax: Tax| amount((schedule.figures(gross, tax).net_after_tax / 12.0).rounded());
    let (scale, base) = (
        month(Tax::Scale),
        text(
            "Base imposable : le net, plus la CSG et la CRDS non déductibles et la part patronale de prévoyance ; ce n’est pas une somme versée.",
            "Tax base: the net plus the CSG and CRDS that are not deductible and the employer’s cover; not money received.",
        ),
    );
    let later = Text::new(
        format!(
            "Impôt prélevé au taux neutre ; au barème, il resterait {} par mois (`--tax scale`).",
            scale.fr
        ),
        format!(
            "Tax withheld at the neutral rate; by the scale {} a month would be left (`--tax scale`).",
            scale.en
        ),
    );
    let rounded = text(
        "Chaque ligne est arrondie ; les totaux viennent de l’année entière.",
        "Each line is rounded; totals come from the whole year.",
    );
    let mut all = rules::assumptions(rules);
    all.push(base);
    all.extend((params.tax == Tax::Neutral).then_some(later));
    all.extend(params.lines.then_some(rounded));
    all
}

impl Report for PayReport {
    fn name(&self) -> &'static str {
        "pay"
    }

    fn document(&self) -> Document {
        document::of(self)
    }
}
