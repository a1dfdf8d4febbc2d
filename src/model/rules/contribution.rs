//! One contribution: who pays which rate on which part of the gross salary.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rate::Rate;
use crate::model::text::Text;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// The headings of a French payslip, in their order (arrêté du 25 février 2016).
    Section ("rubrique", "section")
    Health = "health", "Santé", "Health";
    WorkAccidents = "work-accidents", "Accidents du travail – Maladies professionnelles", "Work accidents";
    Retirement = "retirement", "Retraite", "Retirement";
    Family = "family", "Famille", "Family";
    Unemployment = "unemployment", "Assurance chômage", "Unemployment";
    Other = "other", "Autres contributions dues par l’employeur", "Other contributions of the employer";
    Csg = "csg", "CSG et CRDS", "CSG and CRDS";
    Relief = "relief", "Allègement de cotisations", "Relief";
    IncomeTax = "income-tax", "Impôt sur le revenu", "Income tax";
}

vocabulary! {
    /// Whether an employee is a cadre, which some contributions depend on.
    Status ("statut", "status")
    Cadre = "cadre", "Cadre", "Cadre", "executive";
    NonCadre = "non-cadre", "Non-cadre", "Non-cadre", "nonexecutive", "etam";
}

vocabulary! {
    /// Where the employer is, as far as contributions depend on it.
    Zone ("zone", "zone")
    Elsewhere = "elsewhere", "Hors Alsace-Moselle", "Outside Alsace-Moselle";
    AlsaceMoselle = "alsace-moselle", "Alsace-Moselle", "Alsace-Moselle";
}

/// A contribution as the rules give it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// The line's id; two entries may share one if no staff is under both.
    #[schemars(regex(pattern = r"\S"))]
    pub id: String,
    /// Under which heading of a payslip it stands.
    pub section: Section,
    /// What a payslip calls it.
    pub name: Text,
    /// The employee's rate.
    pub employee: Rate,
    /// The employer's rate.
    pub employer: Rate,
    /// A lower rate on lower salaries.
    #[serde(default)]
    pub reduced: Option<ReducedRate>,
    /// Where its band begins, in yearly ceilings.
    #[schemars(range(min = 0, max = 1000))]
    pub from: f64,
    /// Where its band ends, in yearly ceilings; `None` if it has no end.
    #[schemars(range(min = 0, max = 1000))]
    pub to: Option<f64>,
    /// The only status that owes it; `None` for both.
    #[serde(default)]
    pub status: Option<Status>,
    /// Owed only if the gross salary is above the ceiling, and then on the whole band.
    #[serde(default)]
    pub only_above_ceiling: bool,
    /// The smallest staff that owes it.
    #[serde(default)]
    #[schemars(range(min = 0, max = 100_000_000))]
    pub min_staff: Option<u32>,
    /// The largest staff that owes it.
    #[serde(default)]
    #[schemars(range(min = 0, max = 100_000_000))]
    pub max_staff: Option<u32>,
    /// It pays for cover: the employer's part counts in the bases of CSG and of forfait social.
    #[serde(default)]
    pub protection: bool,
    /// Its ceiling stays whole for part-time work.
    #[serde(default)]
    pub whole_ceiling: bool,
    /// For an apprentice, the smallest staff that owes it.
    #[serde(default)]
    #[schemars(range(min = 0, max = 100_000_000))]
    pub apprentice_min_staff: Option<u32>,
    /// The only zone that owes it; `None` for both.
    #[serde(default)]
    pub zone: Option<Zone>,
    /// Where it is set.
    pub source: Text,
}

/// The rate that replaces the employer's on lower salaries.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReducedRate {
    /// The employer's rate.
    pub employer: Rate,
    /// The gross salary from which it no longer applies, in yearly minimum wages.
    #[schemars(range(min = 0, max = 1000))]
    pub below_minimum_wages: f64,
}
