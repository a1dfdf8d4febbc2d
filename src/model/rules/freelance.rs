//! What freelances pay: the micro-entrepreneur's regimes and portage salarial, as the rules give them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rate::Rate;
use crate::model::money::Money;
use crate::model::text::Text;

/// The micro-entrepreneur's rules.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MicroRules {
    /// The yearly turnover of services above which the status is lost.
    pub ceiling: Money,
    /// The least that is deducted from a year's turnover before the scale.
    pub allowance_min: Money,
    /// Liberal professions.
    pub bnc: Regime,
    /// Commercial services.
    pub bic_commercial: Regime,
    /// Craft services.
    pub bic_artisanal: Regime,
    /// Sales of goods.
    pub bic_sales: Regime,
    /// The relief of a new business.
    pub acre: MicroAcre,
    /// Who may choose the flat tax.
    pub flat_tax_condition: FlatTaxCondition,
    /// Up to where no VAT is charged.
    pub vat: VatFranchise,
    /// Where the ceiling is set, and what is lost above it.
    pub ceiling_source: Text,
}

/// The relief of a new business: a factor on the rate of social contributions.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MicroAcre {
    /// The factors by date of creation, oldest first.
    #[schemars(length(min = 1), extend("x-rising" = "created_from"))]
    pub steps: Vec<AcreStep>,
    /// The civil quarters after that of the creation during which it lasts.
    #[schemars(range(min = 0, max = 40))]
    pub quarters: u8,
    /// Where it is set.
    pub source: Text,
}

/// The factor for businesses created from a day.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcreStep {
    /// The first day: `2026-07-01`.
    #[schemars(extend("format" = "date"))]
    pub created_from: String,
    /// What the rate is multiplied by.
    pub factor: Rate,
}

/// Who may choose the flat tax.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FlatTaxCondition {
    /// The largest income per part of the household.
    pub income_per_part_max: Money,
    /// The year of that income.
    pub income_year: u16,
    /// Where it is set.
    pub source: Text,
}

/// The exemption from VAT of small businesses.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VatFranchise {
    /// The turnover of the year before up to which no VAT is charged.
    pub base: Money,
    /// The turnover of the year above which VAT is charged from that day.
    pub raised: Money,
    /// Where they are set.
    pub source: Text,
}

/// The rates of one kind of activity, all of them on turnover.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// Social contributions.
    pub social: Rate,
    /// Vocational training.
    pub training: Rate,
    /// The chamber of commerce or of trades.
    pub chamber: Rate,
    /// What is deducted before the scale.
    pub allowance: Rate,
    /// The flat tax that may replace the scale.
    pub flat_tax: Rate,
    /// The yearly turnover above which the status is lost, where it is not that of services.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ceiling: Option<Money>,
    /// Up to where no VAT is charged, where it is not as for services.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat: Option<VatFranchise>,
    /// How many decimals of the percentage are kept when the relief of a new business is applied.
    #[schemars(range(min = 0, max = 9))]
    pub acre_percent_decimals: i32,
    /// Where they are set.
    pub source: Text,
}

/// What is assumed of a portage company.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PortageRules {
    /// Its number of employees.
    #[schemars(range(min = 0, max = 100_000_000))]
    pub staff: u32,
    /// Its fee, a share of turnover.
    pub fee: UsualFees,
    /// The share of the base pay of the last mission that is kept in reserve.
    pub reserve: Rate,
    /// What it rests on.
    pub source: Text,
}

/// The fees that portage companies usually ask for.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UsualFees {
    /// The lowest.
    pub low: Rate,
    /// The one to assume when nothing is said.
    pub usual: Rate,
    /// The highest.
    pub high: Rate,
}
