//! The rules of one year: what a file of `data/pay/` holds. Amounts are in euros, rates are fractions.

mod contribution;
mod freelance;
mod independent;
mod rate;
mod reduction;
mod tax;
mod young;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::contribution::{Contribution, ReducedRate, Section, Status, Zone};
pub use self::freelance::{
    AcreStep, FlatTaxCondition, MicroAcre, MicroRules, PortageRules, Regime, UsualFees, VatFranchise,
};
pub use self::independent::{
    BasePensionRule, BoundedRule, CorporateTaxRule, DividendRules, FamilyRule, FlatCeilingRule,
    IndependentAcre, IndependentRules, LineRate, RampPoint, SasuRules, SicknessRule,
    SupplementaryPensionRule,
};
pub use self::rate::Rate;
pub use self::reduction::{GeneralReduction, SpreadByStaff};
pub use self::tax::{
    Bracket, Collection, Deduction, FamilyRules, HighIncome, IncomeTax, NeutralRates, NeutralStep, OwnRate,
    Rebate, Scale,
};
pub use self::young::{ApprenticeRules, Diploma, HiringAid, InternRules, Participation};
use super::money::Money;
use super::text::Text;

/// Everything that pay is computed from, as of one day.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The schema that an editor checks this file against; the program does not read it.
    #[serde(default, rename = "$schema", skip_serializing)]
    pub schema: Option<String>,
    /// Accepted as in every data file; the rules of a year stand whole in place of others either way.
    #[serde(default, skip_serializing)]
    pub only: bool,
    /// The year the rules are for.
    #[schemars(range(min = 1900, max = 2200))]
    pub year: u16,
    /// The day whose rules these are: `2026-07-01`.
    #[schemars(extend("format" = "date"))]
    pub date: String,
    /// The social security ceiling, in multiples of which bands are given.
    pub ceiling: Ceiling,
    /// The minimum wage (SMIC).
    pub minimum_wage: MinimumWage,
    /// The health cover that every employee has.
    pub health_cover: HealthCover,
    /// What employee and employer pay on the gross salary, in the order of a payslip.
    #[schemars(length(min = 1))]
    pub contributions: Vec<Contribution>,
    /// CSG and CRDS.
    pub csg: Csg,
    /// The levy on what the employer pays for cover.
    pub forfait_social: ForfaitSocial,
    /// The reduction of the employer's contributions on low pay.
    pub general_reduction: GeneralReduction,
    /// Part-time work.
    pub part_time: PartTime,
    /// Income tax of a household.
    pub income_tax: IncomeTax,
    /// Apprentices; `None` if the year's rules do not have them.
    #[serde(default)]
    pub apprentice: Option<ApprenticeRules>,
    /// Interns; `None` if the year's rules do not have them.
    #[serde(default)]
    pub intern: Option<InternRules>,
    /// The micro-entrepreneur's regimes.
    pub micro: MicroRules,
    /// Portage salarial.
    pub portage: PortageRules,
    /// The president of a SASU.
    pub sasu: SasuRules,
    /// Corporate tax and dividends.
    pub dividends: DividendRules,
    /// Independents: EI taxed on profit, EURL paid by remuneration.
    pub independent: IndependentRules,
}

/// Part-time work: ceilings and the reduction's minimum wage are in proportion to the hours.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartTime {
    /// The weekly hours below which an exception is needed.
    #[schemars(range(min = 1, max = 35))]
    pub min_weekly_hours: f64,
    /// Where it is set.
    pub source: Text,
}

/// The social security ceiling (PASS).
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ceiling {
    /// Euros a year.
    pub yearly: Money,
    /// Where it is set.
    pub source: Text,
}

/// The minimum wage (SMIC).
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MinimumWage {
    /// Hours of a year at full time: 35 × 52.
    #[schemars(range(min = 1, max = 8784))]
    pub hours_per_year: f64,
    /// The hourly wages of the year, oldest first; the last one rules legal floors and apprentices, never the general
    /// reduction.
    #[schemars(length(min = 1), extend("x-rising" = "from"))]
    pub hourly: Vec<HourlyWage>,
    /// Where it is set.
    pub source: Text,
}

/// A gross hourly wage and the day it began.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HourlyWage {
    /// The first day: `2026-06-01`.
    #[schemars(extend("format" = "date"))]
    pub from: String,
    /// Gross euros an hour.
    pub hourly: Money,
}

/// The supplementary health cover, a flat price shared with the employer.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HealthCover {
    /// The line's id.
    #[schemars(regex(pattern = r"\S"))]
    pub id: String,
    /// What a payslip calls it.
    pub name: Text,
    /// The whole price, euros a month.
    pub monthly: Money,
    /// The employer's part of the price.
    pub employer_share: Rate,
    /// The employee does without cover when it would take this share of the gross salary or more.
    pub opt_out_share: Rate,
    /// Where it is set, and what is assumed.
    pub source: Text,
}

/// CSG and CRDS: one base, three rates.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Csg {
    /// The part of the gross salary left out of the base.
    pub allowance: Rate,
    /// Up to how many ceilings that part is left out.
    #[schemars(range(min = 0, max = 1000))]
    pub allowance_to: f64,
    /// The CSG that lowers taxable pay.
    pub deductible: NamedRate,
    /// The CSG that does not.
    pub non_deductible: NamedRate,
    /// The CRDS, which does not either.
    pub crds: NamedRate,
}

/// A rate that has a line of its own on a payslip.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NamedRate {
    /// The line's id.
    #[schemars(regex(pattern = r"\S"))]
    pub id: String,
    /// What a payslip calls it.
    pub name: Text,
    /// The rate.
    pub rate: Rate,
    /// Where it is set.
    pub source: Text,
}

/// The levy on what the employer pays for health, death and disability cover.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ForfaitSocial {
    /// The line's id.
    #[schemars(regex(pattern = r"\S"))]
    pub id: String,
    /// What a payslip calls it.
    pub name: Text,
    /// The rate.
    pub rate: Rate,
    /// The smallest staff that owes it.
    #[schemars(range(min = 0, max = 100_000_000))]
    pub min_staff: u32,
    /// Where it is set.
    pub source: Text,
}
