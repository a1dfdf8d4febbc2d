//! What a company's manager or a liberal professional pays: contributions on profit, corporate tax, dividends.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rate::Rate;
use crate::model::money::Money;
use crate::model::text::Text;

/// Declares a rule that has a line of its own: id, name, source and its figures.
macro_rules! line_rule {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// The line's id.
            #[schemars(regex(pattern = r"\S"))]
            pub id: String,
            /// What the line is called.
            pub name: Text,
            /// The article that sets it.
            pub source: Text,
            $($(#[$field_doc])* pub $field: $kind,)+
        }
    };
}

/// A point of a rate that changes in straight lines.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RampPoint {
    /// The base, in yearly ceilings.
    #[schemars(range(min = 0, max = 1000))]
    pub ceilings: f64,
    /// The rate at this base.
    pub rate: Rate,
}

line_rule! {
    /// Sickness: a rate that rises with the base, and another above the ramp.
    SicknessRule {
        /// The rate by the base.
        ramp: Vec<RampPoint>,
        /// The base, in ceilings, up to which the ramp's rate is owed.
        ramp_to_ceilings: f64,
        /// The rate on what is above.
        rate_above: Rate,
    }
}

line_rule! {
    /// Family allowances: a rate that rises with the base, owed on all of it.
    FamilyRule {
        /// The rate by the base.
        ramp: Vec<RampPoint>,
    }
}

line_rule! {
    /// One rate on a base with a floor and a cap.
    BoundedRule {
        /// The rate.
        rate: Rate,
        /// The least base, in ceilings.
        min_ceilings: f64,
        /// The largest base, in ceilings.
        max_ceilings: f64,
    }
}

line_rule! {
    /// The base pension: two rates around the ceiling, on a least base.
    BasePensionRule {
        /// The rate up to the ceiling.
        rate: Rate,
        /// The rate above it.
        rate_above: Rate,
        /// The least base, in hours of minimum wage.
        min_wage_hours: f64,
        /// The hourly minimum wage of 1 January, which the least base keeps all year.
        min_wage_hourly: Money,
    }
}

line_rule! {
    /// The supplementary pension: two rates around the ceiling, up to a cap.
    SupplementaryPensionRule {
        /// The rate up to the ceiling.
        rate: Rate,
        /// The rate above it.
        rate_above: Rate,
        /// Where it ends, in ceilings.
        max_ceilings: f64,
    }
}

line_rule! {
    /// One rate on the whole base.
    LineRate {
        /// The rate.
        rate: Rate,
    }
}

line_rule! {
    /// A flat share of the yearly ceiling.
    FlatCeilingRule {
        /// The share of the yearly ceiling.
        ceilings: f64,
    }
}

line_rule! {
    /// Corporate tax: a reduced rate, then the normal one.
    CorporateTaxRule {
        /// The reduced rate.
        reduced_rate: Rate,
        /// The profit up to which it applies.
        reduced_to: Money,
        /// The normal rate.
        rate: Rate,
        /// The turnover above which there is no reduced rate.
        reduced_max_turnover: Money,
    }
}

/// The relief of a new business, as a share of some contributions.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndependentAcre {
    /// The share given back on a low base.
    pub max_reduction: Rate,
    /// The base, in ceilings, up to which all of it is given.
    pub full_to_ceilings: f64,
    /// The base, in ceilings, from which there is none.
    pub none_from_ceilings: f64,
    /// The article that sets it.
    pub source: Text,
}

/// Contributions of an independent (EI taxed on profit, or EURL paid by remuneration).
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndependentRules {
    /// The share of income that the base leaves out.
    pub allowance: Rate,
    /// The least that is left out, in ceilings.
    pub allowance_min_ceilings: f64,
    /// The most that is left out, in ceilings.
    pub allowance_max_ceilings: f64,
    /// Where the base is set.
    pub base_source: Text,
    /// Sickness and maternity.
    pub sickness: SicknessRule,
    /// Daily allowances.
    pub daily_allowances: BoundedRule,
    /// Base pension.
    pub base_pension: BasePensionRule,
    /// Supplementary pension.
    pub supplementary_pension: SupplementaryPensionRule,
    /// Disability and death.
    pub disability: BoundedRule,
    /// Family allowances.
    pub family: FamilyRule,
    /// The CSG that lowers taxable income.
    pub csg_deductible: LineRate,
    /// The CSG and CRDS that do not.
    pub csg_non_deductible: LineRate,
    /// Vocational training.
    pub training: FlatCeilingRule,
    /// The relief of a new business.
    pub acre: IndependentAcre,
}

/// The president of a SASU, paid as an employee without some contributions.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SasuRules {
    /// The company's staff.
    pub staff: u32,
    /// Ids of the contributions that a president does not owe.
    pub not_due: Vec<String>,
    /// Where it is set.
    pub source: Text,
}

/// What a company pays on its profit, and its owner on dividends.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DividendRules {
    /// Corporate tax.
    pub corporate_tax: CorporateTaxRule,
    /// The income tax of the flat tax.
    pub income_tax: LineRate,
    /// The social levies of the flat tax.
    pub social: LineRate,
    /// By option for the scale: the share of dividends left out.
    pub scale_allowance: Rate,
    /// By option for the scale: the deductible CSG.
    pub scale_deductible_csg: Rate,
}
