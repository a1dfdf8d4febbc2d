//! Apprentices and interns, as the rules give them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::money::Money;
use crate::model::text::Text;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// The diploma that an apprentice prepares.
    Diploma ("diplôme préparé", "diploma prepared")
    Bac = "bac", "Bac ou moins", "Bac or less", "cap";
    Bac2 = "bac+2", "Bac+2", "Bac+2", "bts";
    Bac3 = "bac+3", "Bac+3", "Bac+3", "licence", "but";
    Bac5 = "bac+5", "Bac+5", "Bac+5", "master", "ingenieur";
}

/// What is special about an apprentice's pay. The minimum is among the legal floors.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApprenticeRules {
    /// The gross pay without employee contributions or CSG, in yearly minimum wages.
    pub exempt_minimum_wages: f64,
    /// The taxable pay of a year that is exempt from income tax.
    pub tax_exempt: Money,
    /// What the employer pays for higher diplomas.
    pub participation: Participation,
    /// Hiring aid of the first year, by diploma.
    pub aid: Vec<HiringAid>,
    /// Where the aid is set.
    pub aid_source: Text,
    /// Where the exemption from contributions is set.
    pub exempt_source: Text,
    /// Where the exemption from tax is set.
    pub tax_source: Text,
}

/// The employer's flat share of the training of higher diplomas.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Participation {
    /// The line's id.
    #[schemars(regex(pattern = r"\S"))]
    pub id: String,
    /// What the line is called.
    pub name: Text,
    /// Euros for a contract.
    pub amount: Money,
    /// The diplomas it is owed for.
    pub diplomas: Vec<Diploma>,
    /// Where it is set.
    pub source: Text,
}

/// Hiring aid for a diploma, euros in the first year.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HiringAid {
    /// The diploma.
    pub diploma: Diploma,
    /// Companies of fewer than 250.
    pub under_250: Money,
    /// Larger companies, if they have enough apprentices.
    pub from_250: Money,
}

/// What an intern is owed, and what of it is exempt.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InternRules {
    /// The least pay, euros an hour; it is exempt from contributions.
    pub hourly: Money,
    /// The hour from which pay is owed.
    pub due_from_hours: u16,
    /// The pay of a year that is exempt from income tax.
    pub tax_exempt: Money,
    /// Where the least pay is set.
    pub source: Text,
    /// Where the exemption is set.
    pub exempt_source: Text,
}
