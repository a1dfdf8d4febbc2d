//! The pay of an intern, which has rules of its own.

use super::reading::PayParams;
use super::{Found, Outcome, PaidAs, notes};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::money::Money;
use crate::model::text::Text;
use crate::model::vocabulary::Per;
use crate::pay::{Figures, Intern, Rate, Rules, Status};
use crate::query::floors::{self, FloorRow};

/// An intern; without a pay at the legal minimum. The year is the whole internship.
pub fn of(params: &PayParams, dataset: &Dataset, rules: &Rules) -> Result<Outcome, Reason> {
    let intern = Intern::new(rules).ok_or_else(|| notes::lacking(rules, false))?;
    let hours = params.internship_hours();
    let pays = f64::from(hours) / (rules.minimum_wage.hours_per_year / 12.0);
    let given = params.amount.map(|amount| match params.per {
        Per::Year => amount,
        Per::Month => amount * pays,
    });
    let figures = intern.figures(hours, given, params.taxation);
    let zero = Money::euros(0.0);
    let floor = floors::of_interns(dataset, &rules.date)?.filter(|_| figures.due).map(|floor| {
        let below = figures.pay.rounded() < figures.minimum.rounded();
        FloorRow::of_month(floor, (figures.minimum / pays).rounded(), below)
    });
    let floors: Vec<FloorRow> = floor.into_iter().collect();
    let figures_of_pay = Figures {
        gross: figures.pay,
        net_before_tax: figures.net_before_tax,
        taxable: figures.taxable,
        taxable_urssaf: figures.taxable,
        tax_rate: if figures.taxable > zero {
            Rate::fraction(figures.tax.as_euros() / figures.taxable.as_euros())
        } else {
            Rate::ZERO
        },
        tax: figures.tax,
        household_tax: figures.tax,
        net_after_tax: figures.net_after_tax,
        employer_cost: figures.pay,
    };
    let mut warnings: Vec<Text> = floors::warning(&floors).into_iter().collect();
    warnings.extend(notes::above_exemption(&figures));
    Ok(Outcome {
        status: PaidAs::Intern,
        profile: params.profile(Status::NonCadre),
        figures: figures_of_pay,
        lines: Vec::new(),
        aid: zero,
        found: Found::exactly(figures.pay),
        better_below: None,
        floors,
        pays,
        remarks: notes::of_intern(rules, &figures, params),
        warnings,
    })
}
