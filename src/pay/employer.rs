//! What a gross salary costs the employer, and the general reduction of the employer's contributions.

use super::assessment::Assessment;
use super::schedule::Schedule;
use crate::model::rules::Rules;

/// The general reduction with its bounds in euros a year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reduction {
    floor: f64,
    spread: f64,
    power: f64,
    exit: f64,
    width: f64,
    steps_per_unit: f64,
}

impl Reduction {
    /// Turns multiples of the minimum wage into euros and picks the spread for this staff.
    pub(super) fn new(rules: &Rules, staff: u32) -> Self {
        let rule = &rules.general_reduction;
        let spread = if staff < 50 { rule.spread.under_50_staff } else { rule.spread.from_50_staff };
        Self {
            floor: rule.floor.as_fraction(),
            spread: spread.as_fraction(),
            power: rule.power,
            exit: rule.exit_minimum_wages * rules.minimum_wage_per_year().as_euros(),
            width: rule.exit_minimum_wages - 1.0,
            steps_per_unit: 10_f64.powi(rule.decimals),
        }
    }

    /// The share of the gross salary that is given back, rounded as the law says.
    ///
    /// Source: code de la sécurité sociale, art. L241-13 and D241-7.
    pub(super) fn coefficient(&self, gross: f64) -> f64 {
        if gross <= 0.0 || gross >= self.exit {
            return 0.0;
        }
        let position = ((self.exit / gross - 1.0) / self.width).min(1.0);
        // The standard library leaves the last digits of a power to the machine; these are the same on each.
        let share = self.floor + self.spread * libm::pow(position, self.power);
        (share * self.steps_per_unit).round() / self.steps_per_unit
    }
}

impl Schedule<'_> {
    /// The coefficient of the general reduction and the employer's cost.
    ///
    /// Cost = gross + contributions + the employer's part of the health cover + forfait social on what pays for cover
    /// (code de la sécurité sociale, art. L137-15 and L137-16) − general reduction.
    pub(super) fn assess_employer(&self, gross: f64, assessment: &mut Assessment) {
        let coefficient = self.reduction.coefficient(gross);
        let levies = assessment.employer_contributions + self.forfait_rate * assessment.protection;
        assessment.reduction_coefficient = coefficient;
        assessment.employer_cost = gross + levies + assessment.employer_cover - gross * coefficient;
    }
}
