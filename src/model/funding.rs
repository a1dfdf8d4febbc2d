//! The money around a training (what must be paid beside fees, who helps, what an apprentice is paid), and the
//! official next steps.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::caveat::Caveat;
use super::fact::fact;
use super::id::{EntryId, SourceId};
use super::money::Money;
use super::text::Text;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What a sum around a training is.
    FundingKind ("type de somme", "kind of sum")
    Due = "due", "À payer", "To be paid";
    Grant = "grant", "Bourse", "Grant";
    Account = "account", "Compte formation", "Training account";
    Leave = "leave", "Congé payé", "Paid leave";
    ApprenticePay = "apprentice-pay", "Salaire d’apprenti", "Apprentice’s pay";
    EmployerAid = "employer-aid", "Aide à l’employeur", "Aid to employers";
}

vocabulary! {
    /// What a sum is counted over.
    FundingPer ("période", "period")
    Course = "course", "formation", "course";
    Month = "month", "mois", "month";
    Year = "year", "an", "year";
}

/// A sum with what it is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FundingAmount {
    /// Unique within its entry: `licence`.
    #[schemars(regex(pattern = r"\S"))]
    pub id: String,
    /// Whose or for what it is.
    pub label: Text,
    /// The sum, in euros.
    pub amount: Money,
    /// What it is counted over.
    pub per: FundingPer,
}

/// A part of the minimum wage that an apprentice is paid at least.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PayShare {
    /// The year of the contract, from 1.
    #[schemars(range(min = 1, max = 4))]
    pub contract_year: u8,
    /// From this age on, in years.
    #[schemars(range(min = 14, max = 99))]
    pub from_age: u8,
    /// The share of the minimum wage, in percent.
    #[schemars(range(min = 1, max = 200))]
    pub percent: f64,
}

/// A sum around a training: one that is due, or one that helps.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Funding {
    /// Unique among the entries of this list.
    pub id: EntryId,
    /// A few words.
    pub title: Text,
    /// What it is.
    pub kind: FundingKind,
    /// Who pays or gets it, and when.
    pub detail: Text,
    /// The sums, where there are some.
    #[serde(default)]
    pub amounts: Vec<FundingAmount>,
    /// What an apprentice is paid at least, by age and year of the contract.
    #[serde(default)]
    pub shares: Vec<PayShare>,
    /// The first year it holds for; 2026 is the school year 2026-2027.
    #[schemars(range(min = 1990), extend("format" = "year"))]
    pub year: Option<u16>,
    /// The page that tells more.
    #[schemars(url, regex(pattern = r"^https?://"))]
    pub url: Option<String>,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
    /// Why it should be read with care.
    #[serde(default)]
    pub caveat: Option<Caveat>,
}

impl Funding {
    /// The sum of that id over a year, if there is one.
    pub fn per_year(&self, id: &str) -> Option<Money> {
        let is = |sum: &&FundingAmount| sum.id == id && sum.per == FundingPer::Year;
        self.amounts.iter().find(is).map(|sum| sum.amount)
    }

    /// The share of the minimum wage at `age` in that year of the contract; years beyond the last are paid like it.
    pub fn share(&self, age: u8, contract_year: u8) -> Option<f64> {
        let reached = |share: &&PayShare| share.from_age <= age && share.contract_year <= contract_year;
        let closest = |share: &&PayShare| (share.from_age, share.contract_year);
        self.shares.iter().filter(reached).max_by_key(closest).map(|share| share.percent / 100.0)
    }
}

fact! {
    Funding: Funding, title, caveat;
    fn texts(&self) -> Vec<&Text> {
        std::iter::once(&self.detail).chain(self.amounts.iter().map(|sum| &sum.label)).collect()
    }
    fn figures(&self) -> Vec<Money> {
        self.amounts.iter().map(|sum| sum.amount).collect()
    }
}

/// Where to go next: an official site, and what it is for.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    /// Unique among next steps.
    pub id: EntryId,
    /// A few words.
    pub title: Text,
    /// What it is for, and its calendar as far as it is known.
    pub detail: Text,
    /// The official address.
    #[schemars(url, regex(pattern = r"^https?://"))]
    pub url: String,
    /// The year of what is said here.
    #[schemars(range(min = 1990), extend("format" = "year"))]
    pub year: Option<u16>,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
    /// Why it should be read with care.
    #[serde(default)]
    pub caveat: Option<Caveat>,
}

fact! {
    NextStep: NextStep, title, caveat;
    fn texts(&self) -> Vec<&Text> {
        vec![&self.detail]
    }
}

#[cfg(test)]
mod tests {
    use super::{Funding, FundingKind};
    use crate::model::id::EntryId;
    use crate::model::text::text;

    #[test]
    fn an_apprentice_is_paid_by_age_and_year() {
        let share = |contract_year, from_age, percent| super::PayShare { contract_year, from_age, percent };
        let scale = Funding {
            id: EntryId::new("apprentice-pay"),
            title: text("x", "x"),
            kind: FundingKind::ApprenticePay,
            detail: text("x", "x"),
            amounts: Vec::new(),
            shares: vec![
                share(1, 16, 27.0),
                share(2, 16, 39.0),
                share(1, 18, 43.0),
                share(2, 18, 51.0),
                share(1, 26, 100.0),
            ],
            year: None,
            url: None,
            sources: Vec::new(),
            caveat: None,
        };
        assert_eq!(scale.share(17, 1), Some(0.27));
        assert_eq!(scale.share(19, 2), Some(0.51));
        assert_eq!(scale.share(19, 3), Some(0.51));
        assert_eq!(scale.share(30, 3), Some(1.0));
        assert_eq!(scale.share(12, 1), None);
    }
}
