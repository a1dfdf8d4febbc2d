//! Income tax of a single person: the default rate of withholding, and the yearly scale.

use serde::{Deserialize, Serialize};

use super::rate::Rate;
use super::scale::Scale;
use crate::model::money::Money;
use crate::model::text::Text;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// How an employee's income tax is computed.
    Tax ("calcul de l’impôt", "tax method")
    Neutral = "neutral", "Taux neutre", "Neutral rate", "tauxneutre", "neutre", "default", "defaultrate";
    Scale = "scale", "Barème", "Scale", "bareme";
}

/// Income tax as the rules give it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IncomeTax {
    /// The line's id.
    pub id: String,
    /// What an employee deducts for the costs of working.
    pub deduction: Deduction,
    /// The yearly scale.
    pub scale: Scale,
    /// The rates of withholding for who gives no other.
    pub neutral: NeutralRates,
    /// A tax on high incomes that is not computed, and from where it would be due.
    pub high_income: HighIncome,
}

/// The flat deduction from pay before the scale.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deduction {
    /// The share of taxable pay.
    pub rate: Rate,
    /// The least that is deducted, never more than the pay.
    pub min: Money,
    /// The most that is deducted.
    pub max: Money,
    /// Where it is set.
    pub source: Text,
}

/// The default rates of withholding.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeutralRates {
    /// What the line is called.
    pub name: Text,
    /// The rates, lowest pay first.
    pub steps: Vec<NeutralStep>,
    /// Where they are set.
    pub source: Text,
}

/// The rate of withholding below a monthly taxable pay.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeutralStep {
    /// The monthly taxable pay it stays below; `None` for the last.
    pub below_monthly: Option<Money>,
    /// The rate on all of the pay.
    pub rate: Rate,
}

/// The contribution on high incomes.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HighIncome {
    /// The yearly income above which it would be due.
    pub from: Money,
    /// Where it is set.
    pub source: Text,
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
