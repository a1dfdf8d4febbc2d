//! From the gross salary to the net and the taxable one. Nothing here knows about the employer's cost.

use super::assessment::Assessment;
use super::schedule::Schedule;

impl Schedule<'_> {
    /// The base of CSG and CRDS, the net salary before tax and the taxable one.
    ///
    /// - base = gross − 1.75 % of its part up to four ceilings + what the employer pays for cover
    ///   (code de la sécurité sociale, art. L136-1-1 and L136-2);
    /// - net = gross − contributions − CSG − CRDS − the employee's part of the health cover;
    /// - taxable = net + the CSG and CRDS that are not deductible + what the employer pays for cover (code général
    ///   des impôts, art. 83; a cadre's death cover is added too, as the Urssaf's model does).
    pub(super) fn assess_employee(&self, gross: f64, assessment: &mut Assessment) {
        let csg = self.csg;
        let base = gross - csg.allowance * gross.min(csg.allowance_to) + assessment.protection;
        let contributions = assessment.employee_contributions + base * (csg.deductible + csg.non_deductible);
        let net = gross - contributions - assessment.employee_cover;
        assessment.csg_base = base;
        assessment.net_before_tax = net;
        assessment.taxable = net + base * csg.non_deductible + assessment.protection;
    }
}
