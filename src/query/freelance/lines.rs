//! Every line between a turnover and a take-home, whatever the status, with the article that sets it.

use serde::Serialize;

use super::calculator::{Calculator, Totals};
use super::params::WorkStatus;
use crate::model::money::Money;
use crate::model::text::{Text, text};
use crate::model::vocabulary::vocabulary;
use crate::pay::{ChargeLine, HIGH_INCOME_ID, HIGH_INCOME_NAME, MicroTax, Rate, Side, Taxation};
use crate::query::rules::Percent;

vocabulary! {
    /// Who bears a line.
    Bearer ("part", "side")
    Employee = "employee", "Part salarié", "Employee";
    Employer = "employer", "Part employeur", "Employer";
    Own = "own", "Cotisations", "Own contributions";
    Company = "company", "Société", "Company";
    Tax = "tax", "Impôt", "Tax";
}

/// One line of a status, euros a year.
#[derive(Debug, Clone, Serialize)]
pub struct StatusLine {
    /// The rule it comes from.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Who bears it.
    pub side: Bearer,
    /// What the rate is applied to; `null` for a flat amount.
    pub base: Option<Money>,
    /// The mean rate on that base.
    pub rate_percent: Option<Percent>,
    /// Euros a year.
    pub amount: Money,
    /// The article that sets it.
    pub source: Text,
}

impl StatusLine {
    fn of(charge: ChargeLine, side: Bearer) -> Self {
        Self {
            id: charge.id,
            name: charge.name,
            side,
            base: charge.base,
            rate_percent: charge.rate.map(Percent::from),
            amount: charge.amount.rounded(),
            source: charge.source,
        }
    }
}

/// The lines of `status` at `turnover`. Lines of both sides of a salary and one's own contributions add up to
/// `contributions`; those of tax to the tax.
pub fn of(
    calculator: &Calculator<'_>,
    status: WorkStatus,
    turnover: Money,
    totals: &Totals,
) -> Vec<StatusLine> {
    let mut lines = Vec::new();
    if status == WorkStatus::Portage {
        lines.push(fee(calculator, turnover));
    }
    if let Some(payslip) = calculator.payslip(status, totals) {
        lines.extend(payslip.lines.into_iter().map(|line| StatusLine {
            id: line.id,
            name: line.name,
            side: match line.side {
                Side::Employee => Bearer::Employee,
                Side::Employer => Bearer::Employer,
                Side::Tax => Bearer::Tax,
            },
            base: line.base.map(Money::rounded),
            rate_percent: line.rate.map(Percent::from),
            amount: line.amount,
            source: line.source,
        }));
    }
    match status {
        WorkStatus::Employee | WorkStatus::Portage => {}
        WorkStatus::Sasu => {
            let extra = calculator.sasu_figures(turnover).lines.into_iter();
            lines.extend(extra.map(|line| {
                let company = line.id == calculator.rules.dividends.corporate_tax.id;
                StatusLine::of(line, if company { Bearer::Company } else { Bearer::Tax })
            }));
        }
        WorkStatus::Micro => {
            lines.extend(
                calculator.micro.lines(turnover).into_iter().map(|line| StatusLine::of(line, Bearer::Own)),
            );
            settle(&mut lines, totals.contributions);
            lines.extend(income_tax(calculator, status, turnover, totals));
        }
        WorkStatus::Ei | WorkStatus::Eurl => {
            let figures = calculator.independent_figures(status, turnover);
            lines.extend(figures.lines.into_iter().map(|line| StatusLine::of(line, Bearer::Own)));
            lines.extend(income_tax(calculator, status, turnover, totals));
        }
    }
    lines
}

/// Rounded lines add up to the rounded total: the largest, which comes first, takes the odd cent.
fn settle(lines: &mut [StatusLine], total: Money) {
    let sum = lines.iter().fold(Money::euros(0.0), |sum, line| sum + line.amount);
    if let Some(first) = lines.first_mut() {
        first.amount = (first.amount + total.rounded() - sum).rounded();
    }
}

/// The fee of the portage company.
fn fee(calculator: &Calculator<'_>, turnover: Money) -> StatusLine {
    let charged: Rate = calculator.fee;
    StatusLine {
        id: "portage-fee".to_owned(),
        name: text("Frais de gestion de la société de portage", "Fee of the portage company"),
        side: Bearer::Company,
        base: Some(turnover.rounded()),
        rate_percent: Some(Percent::from(charged)),
        amount: charged.of(turnover).rounded(),
        source: calculator.rules.portage.source.clone(),
    }
}

/// Income tax of who is not an employee, and the contribution on high incomes where some is due.
fn income_tax(
    calculator: &Calculator<'_>,
    status: WorkStatus,
    turnover: Money,
    totals: &Totals,
) -> Vec<StatusLine> {
    let rules = &calculator.rules.income_tax;
    let is_flat = status == WorkStatus::Micro && calculator.micro_tax == MicroTax::Flat;
    let (name, base, source) = if is_flat {
        (
            text("Versement libératoire", "Flat tax on turnover"),
            turnover,
            &calculator.rules.micro.flat_tax_condition.source,
        )
    } else {
        (rules.scale.name.clone(), totals.taxable, &rules.scale.source)
    };
    let high = match calculator.taxation {
        Taxation::Scale(household) if !is_flat => {
            rules.high_income_on(household, base, status == WorkStatus::Eurl).min(totals.tax)
        }
        _ => Money::euros(0.0),
    };
    let line = |id: &str, name: Text, amount: Money, source: &Text| StatusLine {
        id: id.to_owned(),
        name,
        side: Bearer::Tax,
        base: Some(base.rounded()),
        rate_percent: (base > Money::euros(0.0))
            .then(|| Percent::from(Rate::fraction(amount.as_euros() / base.as_euros()))),
        amount: amount.rounded(),
        source: source.clone(),
    };
    let mut lines = vec![line(&rules.id, name, totals.tax - high, source)];
    if high > Money::euros(0.0) {
        lines.push(line(HIGH_INCOME_ID, HIGH_INCOME_NAME, high, &rules.high_income.source));
    }
    lines
}
