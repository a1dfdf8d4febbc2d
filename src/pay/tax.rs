//! Income tax of a single person: the default rate of withholding, and the yearly scale.

use crate::model::rules::{Deduction, IncomeTax, NeutralRates};
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// How an employee's income tax is computed.
    Tax ("calcul de l’impôt", "tax method")
    Neutral = "neutral", "Taux neutre", "Neutral rate", "tauxneutre", "neutre", "default", "defaultrate";
    Scale = "scale", "Barème", "Scale", "bareme";
}

/// A tax due: whole euros, and the share of taxable pay it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Due {
    pub(super) rate: f64,
    pub(super) amount: f64,
}

impl IncomeTax {
    /// The tax on a year's taxable pay, rounded to the euro.
    pub(super) fn due(&self, method: Tax, taxable: f64) -> Due {
        match method {
            Tax::Neutral => {
                let rate = self.neutral.rate(taxable / 12.0);
                Due { rate, amount: (taxable * rate).round() }
            }
            Tax::Scale => {
                let amount = self.unrounded(method, taxable).round();
                Due { rate: if taxable > 0.0 { amount / taxable } else { 0.0 }, amount }
            }
        }
    }

    /// The tax on a year's taxable pay before rounding.
    ///
    /// Sources: code général des impôts, art. 204 H for withholding, art. 83, 3° and 197 for the scale.
    pub(super) fn unrounded(&self, method: Tax, taxable: f64) -> f64 {
        match method {
            Tax::Neutral => taxable * self.neutral.rate(taxable / 12.0),
            Tax::Scale => self.scale.unrounded(taxable - self.deduction.on(taxable)),
        }
    }
}

impl Deduction {
    /// What is deducted from a year's taxable pay.
    fn on(&self, taxable: f64) -> f64 {
        let (least, most) = (self.min.as_euros(), self.max.as_euros());
        (taxable * self.rate.as_fraction()).max(least).min(most).min(taxable)
    }
}

impl NeutralRates {
    /// The rate for a month's taxable pay: that of the first step above it.
    pub(super) fn rate(&self, monthly: f64) -> f64 {
        let step =
            self.steps.iter().find(|step| step.below_monthly.is_none_or(|end| monthly < end.as_euros()));
        step.or(self.steps.last()).map_or(0.0, |step| step.rate.as_fraction())
    }
}
