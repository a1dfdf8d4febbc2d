//! Legal floors of pay: minimum wage, branch grids, apprentices, interns, portage.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fact::fact;
use super::figures::{amount, date};
use super::id::{EntryId, SourceId};
use super::money::Money;
use super::text::{Lang, Text};
use super::vocabulary::vocabulary;

vocabulary! {
    /// Which set of floors a floor belongs to.
    FloorKind ("minimum légal", "legal floor")
    MinimumWage = "minimum-wage", "Smic", "Minimum wage", "smic";
    Etam = "syntec-etam", "Grille Syntec, ETAM", "Syntec grid, ETAM", "etam";
    Engineer = "syntec-engineer", "Grille Syntec, ingénieurs et cadres", "Syntec grid, engineers and managers", "ic";
    Apprentice = "apprentice", "Apprentissage, minimum légal", "Apprentice, legal minimum";
    SyntecApprentice = "syntec-apprentice", "Apprentissage, minimum Syntec", "Apprentice, Syntec minimum";
    Intern = "intern", "Gratification de stage", "Internship pay";
    Portage = "portage", "Portage salarial", "Portage salarial";
}

vocabulary! {
    /// What a floor is an amount of.
    FloorUnit ("unité", "unit")
    Hour = "hour", "euros par heure", "euros an hour";
    Month = "month", "euros par mois", "euros a month";
    WageShare = "minimum-wage-share", "part du Smic", "share of the minimum wage";
}

/// A legal floor of pay.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    /// `minimum-wage-2026-06`.
    pub id: EntryId,
    /// What it is called.
    pub title: Text,
    /// The set it belongs to.
    pub kind: FloorKind,
    /// The amount in gross euros, or the share as a fraction.
    #[schemars(range(min = 0, max = 100_000))]
    pub amount: f64,
    /// What the amount is of.
    pub per: FloorUnit,
    /// The first day: `2026-06-01`.
    #[schemars(extend("format" = "date"))]
    pub valid_from: String,
    /// The position of a grid, or the level of an agreement: `2.1`.
    #[serde(default)]
    pub position: Option<String>,
    /// The youngest age it is for.
    #[serde(default)]
    pub age_from: Option<u8>,
    /// The oldest age it is for.
    #[serde(default)]
    pub age_to: Option<u8>,
    /// The year of the contract.
    #[serde(default)]
    pub contract_year: Option<u8>,
    /// For apprentices of the branch: only for a diploma of level bac+5, or only below it.
    #[serde(default)]
    pub bac5: Option<bool>,
    /// The text that sets it.
    pub text: Text,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
}

impl Floor {
    /// Gross euros a month at full time, for a minimum wage of `hourly_wage` euros an hour; `None` for an intern,
    /// whose hours decide.
    pub fn monthly(&self, hourly_wage: f64) -> Option<Money> {
        /// Hours of a month at full time: 35 × 52 ÷ 12.
        const HOURS: f64 = 1820.0 / 12.0;
        match self.per {
            FloorUnit::Hour if self.kind == FloorKind::Intern => None,
            FloorUnit::Hour => Some(Money::euros(self.amount * HOURS)),
            FloorUnit::Month => Some(Money::euros(self.amount)),
            // A share is taken of the wage of the month, which is published in whole cents.
            FloorUnit::WageShare => Some(Money::euros(hourly_wage * HOURS).rounded() * self.amount),
        }
    }
}

fact! {
    Floor: Floors, title;
    fn texts(&self) -> Vec<&Text> {
        vec![&self.text]
    }
    fn stated(&self) -> Option<Text> {
        let (sum, since) = (amount(Money::euros(self.amount)), date(&self.valid_from));
        let (fr, en) = match self.per {
            FloorUnit::Hour => {
                let month = self.monthly(self.amount).map(|month| amount(month.rounded()));
                let of_month = |lang: Lang| match (&month, lang) {
                    (None, _) => String::new(),
                    (Some(month), Lang::Fr) => format!(", soit {} par mois à temps plein", month.fr),
                    (Some(month), Lang::En) => format!(", which is {} a month at full time", month.en),
                };
                (
                    format!("{} par heure{}", sum.fr, of_month(Lang::Fr)),
                    format!("{} an hour{}", sum.en, of_month(Lang::En)),
                )
            }
            FloorUnit::Month => (format!("{} par mois", sum.fr), format!("{} a month", sum.en)),
            FloorUnit::WageShare => {
                let percent = (self.amount * 100.0).round();
                (format!("{percent} % du Smic"), format!("{percent}% of the minimum wage"))
            }
        };
        Some(Text::new(format!("{fr} depuis le {}", since.fr), format!("{en} since {}", since.en)))
    }
    fn figures(&self) -> Vec<Money> {
        if self.per == FloorUnit::WageShare {
            return Vec::new();
        }
        let month = self.monthly(self.amount);
        let year = month.map(|month| month * 12.0);
        std::iter::once(Money::euros(self.amount)).chain(month).chain(year).collect()
    }
}
