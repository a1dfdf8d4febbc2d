//! The yearly scale of income tax, for one person without children.

use serde::{Deserialize, Serialize};

use super::rate::Rate;
use crate::model::money::Money;
use crate::model::text::Text;

/// The yearly scale of one person.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// What the line is called.
    pub name: Text,
    /// The brackets, lowest first.
    pub brackets: Vec<Bracket>,
    /// The rebate on a small tax (décote).
    pub rebate: Rebate,
    /// Where it is set.
    pub source: Text,
}

/// A slice of yearly income, up to where the next one begins.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bracket {
    /// Where it begins, euros a year.
    pub from: Money,
    /// The rate on it.
    pub rate: Rate,
}

/// The rebate on a small tax: `amount` less `rate` of the tax.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rebate {
    /// The rebate on no tax at all.
    pub amount: Money,
    /// By how much of the tax it shrinks.
    pub rate: Rate,
}

impl Scale {
    /// The tax on a year's income after deductions: the slices, less the rebate; euros and cents.
    ///
    /// Source: code général des impôts, art. 197.
    pub(super) fn unrounded(&self, income: f64) -> f64 {
        let mut tax = 0.0;
        for (index, bracket) in self.brackets.iter().enumerate() {
            let end = self.brackets.get(index + 1).map_or(f64::INFINITY, |next| next.from.as_euros());
            let slice = (income.min(end) - bracket.from.as_euros()).max(0.0);
            tax += slice * bracket.rate.as_fraction();
        }
        let rebate = self.rebate.amount.as_euros() - self.rebate.rate.as_fraction() * tax;
        (tax - rebate.max(0.0)).max(0.0)
    }
}
