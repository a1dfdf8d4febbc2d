//! The yearly scale of income tax, for one person without children.

use crate::model::rules::Scale;

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
