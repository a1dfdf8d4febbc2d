//! The one pass over a gross salary that figures, lines and inverses share. Plain `f64` euros a year, for speed.

use super::schedule::Schedule;

/// Every step between a gross salary and its figures, in euros a year.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Assessment {
    pub(super) employee_contributions: f64,
    pub(super) employer_contributions: f64,
    pub(super) employee_cover: f64,
    pub(super) employer_cover: f64,
    pub(super) protection: f64,
    pub(super) csg_base: f64,
    pub(super) net_before_tax: f64,
    pub(super) taxable: f64,
    pub(super) reduction_coefficient: f64,
    pub(super) employer_cost: f64,
}

impl Schedule<'_> {
    /// Adds up the contributions of both sides, then takes the steps of [`super::employee`] and
    /// [`super::employer`].
    pub(super) fn assess(&self, gross: f64) -> Assessment {
        let mut assessment = Assessment::default();
        for levy in &self.levies {
            let base = levy.base(gross);
            let employer = base * levy.employer_rate(gross);
            assessment.employee_contributions += base * levy.employee_rate;
            assessment.employer_contributions += employer;
            if levy.rule.protection {
                assessment.protection += employer;
            }
        }
        if gross > self.cover.above {
            assessment.employee_cover = self.cover.employee;
            assessment.employer_cover = self.cover.employer;
            assessment.protection += self.cover.employer;
        }
        self.assess_employee(gross, &mut assessment);
        self.assess_employer(gross, &mut assessment);
        assessment
    }
}
