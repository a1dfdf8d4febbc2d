//! What a payslip is: headings, sides, and lines in whole cents that add up to the rounded totals.

use serde::Serialize;

use super::schedule::Figures;
use crate::model::money::Money;
use crate::model::rules::{Rate, Section};
use crate::model::text::Text;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// Who bears a line.
    Side ("part", "side")
    Employee = "employee", "Part salarié", "Employee";
    Employer = "employer", "Part employeur", "Employer";
    Tax = "tax", "Impôt", "Tax";
}

/// One line of a payslip. A contribution is positive, a reduction negative.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// The rule it comes from; the employee's and the employer's line of a rule share it.
    pub id: String,
    /// What a payslip calls it.
    pub name: Text,
    /// Under which heading it stands.
    pub section: Section,
    /// Who bears it.
    pub side: Side,
    /// What the rate is applied to, euros a year; `None` for a flat amount.
    pub base: Option<Money>,
    /// The rate, of the scale the mean one; `None` for a flat amount.
    pub rate: Option<Rate>,
    /// Euros a year, to the cent.
    pub amount: Money,
    /// Where the rule is set.
    pub source: Text,
}

/// The figures of a salary and the lines between them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Payslip {
    /// The totals.
    pub figures: Figures,
    /// The employee's lines, then the employer's, then the tax, each in the order of [`Section`].
    ///
    /// To the cent, with totals rounded: gross − employee's lines = net before tax; net before tax − tax = net after
    /// tax; gross + employer's lines = employer's cost.
    pub lines: Vec<Line>,
}

impl Payslip {
    /// The lines that `side` bears.
    pub fn side(&self, side: Side) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.side == side)
    }
}

/// Rounds each line so that together they lead from one rounded total to the other.
///
/// What is rounded is the running total, so a line is less than a cent away from base × rate and nothing is lost. The
/// last line takes the half cent that the order of the additions may move. `sign` is −1 if the lines are taken off.
pub(super) fn round_to_totals(lines: &mut [Line], sign: f64, start: Money, end: Money) {
    let last = lines.len().saturating_sub(1);
    let mut running = start;
    for (index, line) in lines.iter_mut().enumerate() {
        let before = running.rounded();
        running = if index == last { end } else { running + line.amount * sign };
        line.amount = ((running.rounded() - before) * sign).rounded();
    }
}
