//! Income tax of a household, as the rules give it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rate::Rate;
use crate::model::money::Money;
use crate::model::text::Text;

/// Income tax as the rules give it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IncomeTax {
    /// The line's id.
    #[schemars(regex(pattern = r"\S"))]
    pub id: String,
    /// What an employee deducts for the costs of working.
    pub deduction: Deduction,
    /// The yearly scale.
    pub scale: Scale,
    /// The rates of withholding for who gives no other.
    pub neutral: NeutralRates,
    /// What one's own rate of withholding is called.
    pub own_rate: OwnRate,
    /// The contribution on high incomes.
    pub high_income: HighIncome,
    /// The family quotient.
    pub family: FamilyRules,
    /// The tax below which nothing is collected.
    pub collection: Collection,
    /// Why the employer's part of health cover is taxable and that of death cover is not.
    pub taxable_cover: Text,
}

/// The flat deduction from pay before the scale.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deduction {
    /// The share of taxable pay.
    pub rate: Rate,
    /// The least that is deducted, never more than the pay.
    pub min: Money,
    /// The most that is deducted.
    pub max: Money,
    /// Where it is set.
    pub source: Text,
}

/// The default rates of withholding.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NeutralRates {
    /// What the line is called.
    pub name: Text,
    /// The rates, lowest pay first.
    #[schemars(length(min = 1), extend("x-rising" = "below_monthly"))]
    pub steps: Vec<NeutralStep>,
    /// Where they are set.
    pub source: Text,
}

/// The rate of withholding below a monthly taxable pay.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NeutralStep {
    /// The monthly taxable pay it stays below; `None` for the last.
    pub below_monthly: Option<Money>,
    /// The rate on all of the pay.
    pub rate: Rate,
}

/// The contribution on high incomes, in slices of the household's income after deductions.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HighIncome {
    /// The slices of a single person.
    #[schemars(length(min = 1), extend("x-rising" = "from"))]
    pub single: Vec<Bracket>,
    /// The slices of a couple.
    #[schemars(length(min = 1), extend("x-rising" = "from"))]
    pub couple: Vec<Bracket>,
    /// Where it is set.
    pub source: Text,
}

/// One's own rate of withholding.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnRate {
    /// What the line is called.
    pub name: Text,
    /// Where it is set.
    pub source: Text,
}

/// The family quotient: parts of children, and caps on what they save.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FamilyRules {
    /// The part of the first child, of the second, …; the last one is that of each further child.
    #[schemars(length(min = 1))]
    pub child_parts: Vec<f64>,
    /// What a lone parent adds.
    pub lone_parent_part: f64,
    /// The most that a half part saves.
    pub half_part_cap: Money,
    /// The most that a lone parent's whole part for the first child saves.
    pub lone_parent_cap: Money,
    /// The rebate of a couple on no tax at all.
    pub couple_rebate: Money,
    /// Where they are set.
    pub source: Text,
}

/// The least tax that is collected.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Collection {
    /// Below this tax, in euros a year, none is collected.
    pub min: Money,
    /// Where it is set.
    pub source: Text,
}

/// The yearly scale of one person.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// What the line is called.
    pub name: Text,
    /// The brackets, lowest first.
    #[schemars(length(min = 1), extend("x-rising" = "from"))]
    pub brackets: Vec<Bracket>,
    /// The rebate on a small tax (décote).
    pub rebate: Rebate,
    /// Where it is set.
    pub source: Text,
}

/// A slice of yearly income, up to where the next one begins.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bracket {
    /// Where it begins, euros a year.
    pub from: Money,
    /// The rate on it.
    pub rate: Rate,
}

/// The rebate on a small tax: `amount` less `rate` of the tax.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rebate {
    /// The rebate on no tax at all.
    pub amount: Money,
    /// By how much of the tax it shrinks.
    pub rate: Rate,
}
