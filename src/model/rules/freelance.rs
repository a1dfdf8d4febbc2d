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
