//! The pay rules of a year, and what an estimate under them takes for granted.

use serde::Serialize;

use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figures::{amount, date};
use crate::model::money::Money;
use crate::model::name::Unknown;
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::pay::{Figures, Household, HouseholdKind, Profile, Rate, Rules, Taxation, Zone};

/// The rules of `year`, the newest if `None`.
pub fn of(dataset: &Dataset, year: Option<u16>) -> Result<Rules, Reason> {
    if let Some(rules) = dataset.pay_rules(year) {
        return Ok(rules?);
    }
    let known: Vec<String> = dataset.pay_years().map(|year| year.to_string()).collect();
    let given = year.map(|year| year.to_string()).unwrap_or_default();
    let kind = text("barème de paie de l’année", "year of pay rules");
    Err(Unknown::new(kind, &given, known.iter().map(String::as_str)).into())
}

/// Which rules an answer rests on.
#[derive(Debug, Clone, Serialize)]
pub struct RulesOf {
    /// Their year.
    pub year: u16,
    /// The day whose rules they are, as `YYYY-MM-DD`.
    pub date: String,
}

impl From<&Rules> for RulesOf {
    fn from(rules: &Rules) -> Self {
        Self { year: rules.year, date: rules.date.clone() }
    }
}

impl RulesOf {
    /// The first line under every estimate.
    pub fn note(&self) -> Text {
        let (year, date) = (self.year, date(&self.date));
        Text::new(
            format!("Estimation, et non bulletin de paie, d’après le barème {year} (au {}).", date.fr),
            format!("An estimate, not a payslip, under the rules of {year} (as of {}).", date.en),
        )
    }
}

/// What every estimate of a salary and its tax takes for granted.
pub fn assumptions(rules: &Rules) -> Vec<Text> {
    before_tax(rules).into_iter().chain([single_person()]).collect()
}

/// What an estimate of a salary before tax takes for granted.
pub fn before_tax(rules: &Rules) -> Vec<Text> {
    let cover = amount(rules.health_cover.monthly);
    vec![
        RulesOf::from(rules).note(),
        Text::new(
            format!(
                "Complémentaire santé de {} par mois, partagée par moitié entre l’employeur et la personne.",
                cover.fr
            ),
            format!("Health cover of {} a month, shared in half between employer and employee.", cover.en),
        ),
        text(
            "CDI du privé à temps plein, hors Alsace-Moselle ; taux d’accident du travail moyen, sans versement mobilité ni convention collective.",
            "Full-time permanent contract in the private sector, outside Alsace-Moselle; no collective agreement or transport levy, and the mean rate of work accidents.",
        ),
    ]
}

/// Whose income tax it is.
pub const fn single_person() -> Text {
    text(
        "Impôt d’une personne seule, sans autre revenu ni enfant.",
        "Income tax of a single person, without other income or children.",
    )
}

/// That an amount is below the minimum wage.
pub fn below_minimum(rules: &Rules, figures: &Figures) -> Option<Text> {
    let wage = rules.minimum_wage_per_year();
    let (year, month) = (amount(wage), amount((wage / 12.0).rounded()));
    (figures.gross < wage).then(|| {
        Text::new(
            format!(
                "En dessous du Smic à temps plein ({} brut par an, {} par mois) : calculé tout de même. Un montant mensuel s’écrit avec `--per month`.",
                year.fr, month.fr
            ),
            format!(
                "Below the full-time minimum wage ({} gross a year, {} a month): computed all the same. A monthly amount needs `--per month`.",
                year.en, month.en
            ),
        )
    })
}

/// An amount over a year and over a month, to the cent.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct YearAndMonth {
    /// Euros a year.
    pub year: Money,
    /// Euros a month, a twelfth of the year.
    pub month: Money,
}

impl YearAndMonth {
    /// A year's amount paid in `pays` equal parts.
    pub fn over(yearly: Money, pays: f64) -> Self {
        Self { year: yearly.rounded(), month: (yearly / pays).rounded() }
    }
}

/// A percentage as options take it: 7.5 for 7.5 %.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Percent(f64);

impl Percent {
    /// The percentage as a number.
    pub const fn value(self) -> f64 {
        self.0
    }
}

impl From<Rate> for Percent {
    /// Millionths of a percent are dust of binary fractions; adding zero turns a negative zero into zero.
    fn from(rate: Rate) -> Self {
        Self((rate.as_fraction() * 1e8).round() / 1e6 + 0.0)
    }
}

/// What kind of contract an estimate is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contract {
    /// A permanent contract.
    Permanent,
    /// An apprenticeship.
    Apprenticeship,
}

/// What is assumed of the contract, and of the health cover if the pay is high enough to owe it.
pub fn contract(rules: &Rules, profile: Profile, contract: Contract, has_cover: bool) -> Text {
    let percent = Percent::from(profile.working_time).value();
    let full_time = percent >= 100.0;
    let (time_fr, time_en) = if full_time {
        ("à temps plein".to_owned(), "full-time".to_owned())
    } else {
        (format!("à temps partiel ({percent} %)").replace('.', ","), format!("part-time ({percent}%)"))
    };
    let (kind_fr, kind_en) = match contract {
        Contract::Permanent => {
            (format!("CDI du privé {time_fr}"), format!("Private permanent {time_en} contract"))
        }
        Contract::Apprenticeship => {
            ("Contrat d’apprentissage du privé".to_owned(), "Private apprenticeship contract".to_owned())
        }
    };
    let (zone_fr, zone_en) = match profile.zone {
        Zone::Elsewhere => ("hors Alsace-Moselle", "outside Alsace-Moselle"),
        Zone::AlsaceMoselle => ("en Alsace-Moselle", "in Alsace-Moselle"),
    };
    let price = amount(profile.health_cover.unwrap_or(rules.health_cover.monthly));
    let (cover_fr, cover_en) = if has_cover {
        (
            format!("mutuelle de {} par mois partagée par moitié", price.fr),
            format!("health cover of {} a month shared in half", price.en),
        )
    } else {
        (
            format!(
                "sans mutuelle (à {} par mois, elle prendrait un dixième de la paye : dispense possible)",
                price.fr
            ),
            format!(
                "no health cover (at {} a month it would take a tenth of the pay: one may decline it)",
                price.en
            ),
        )
    };
    Text::new(
        format!(
            "{kind_fr}, {zone_fr} ; {cover_fr}, taux d’accident du travail moyen, ni versement mobilité ni convention collective."
        ),
        format!(
            "{kind_en} {zone_en}; {cover_en}, mean rate of work accidents, no transport levy, no collective agreement."
        ),
    )
}

/// Whose income tax it is, and by which scale.
pub fn taxed(rules: &Rules, taxation: Taxation) -> Text {
    match taxation {
        Taxation::Neutral => text(
            "Impôt prélevé au taux neutre, qui ne dépend pas du foyer.",
            "Tax withheld at the neutral rate, whatever the household.",
        ),
        Taxation::Own { .. } => {
            text("Impôt prélevé au taux personnel donné.", "Tax withheld at one’s own rate as given.")
        }
        Taxation::Scale(household) => scale_of(rules.year, household),
    }
}

/// The scale that is applied and the household it is applied to.
fn scale_of(year: u16, household: Household) -> Text {
    let incomes = year.saturating_sub(1);
    let who = household.kind().label();
    let children = household.children();
    let (children_fr, children_en) = match children {
        0 => (", sans enfant".to_owned(), ", no children".to_owned()),
        1 => (", 1 enfant".to_owned(), ", 1 child".to_owned()),
        _ => (format!(", {children} enfants"), format!(", {children} children")),
    };
    let partner = amount(household.partner_taxable());
    let (partner_fr, partner_en) = if household.kind() == HouseholdKind::Couple {
        (
            format!(", revenu imposable du conjoint {} ; part d’impôt au prorata des revenus", partner.fr),
            format!(", partner’s taxable income {}; one’s share of the tax by income", partner.en),
        )
    } else {
        (", sans autre revenu".to_owned(), ", no other income".to_owned())
    };
    Text::new(
        format!(
            "Impôt au barème voté pour les revenus de {incomes} (celui des revenus de {year} se vote plus tard) : {}{children_fr}{partner_fr}.",
            who.fr.to_lowercase()
        ),
        format!(
            "Tax by the scale voted for incomes of {incomes} (that of {year} is voted later): {}{children_en}{partner_en}.",
            who.en.to_lowercase()
        ),
    )
}
