//! The general reduction of the employer's contributions, as the rules give it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rate::Rate;
use crate::model::money::Money;
use crate::model::text::Text;

/// The general reduction: a share of the gross salary that falls from the minimum wage to its exit.
///
/// At the minimum wage the share is `floor` + spread; at `exit_minimum_wages` it is `floor`, and zero from there.
/// In between it is `floor` + spread × ((exit × minimum wage ÷ gross − 1) ÷ (exit − 1)) to the `power`. The formula of
/// 2025 is the one with a floor of 0 and a power of 1.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GeneralReduction {
    /// The line's id.
    #[schemars(regex(pattern = r"\S"))]
    pub id: String,
    /// What a payslip calls it.
    pub name: Text,
    /// The smallest share.
    pub floor: Rate,
    /// What is added to the floor at the minimum wage.
    pub spread: SpreadByStaff,
    /// How fast the share falls.
    #[schemars(range(min = 0, max = 10))]
    pub power: f64,
    /// The gross salary from which there is none, in yearly minimum wages.
    #[schemars(range(min = 1.1, max = 100))]
    pub exit_minimum_wages: f64,
    /// How many decimals of the share are kept.
    #[schemars(range(min = 0, max = 9))]
    pub decimals: i32,
    /// The gross hourly minimum wage that the reduction keeps all year: that of 1 January.
    pub minimum_wage_hourly: Money,
    /// Where it is set.
    pub source: Text,
}

/// A rate that depends on the size of the company.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpreadByStaff {
    /// Under fifty employees.
    pub under_50_staff: Rate,
    /// From fifty employees.
    pub from_50_staff: Rate,
}
