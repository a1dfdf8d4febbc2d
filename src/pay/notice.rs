//! What must be said of a self-employed answer: thresholds near or crossed, conditions, what is not computed.

use serde::Serialize;

use crate::model::figures;
use crate::model::money::Money;
use crate::model::text::{Text, text};

/// Something an answer must tell, with the figures it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "id", rename_all = "kebab-case")]
pub enum Notice {
    /// The turnover is above a micro-entrepreneur's ceiling.
    CeilingCrossed {
        /// Euros a year, in the first year in proportion to the days.
        ceiling: Money,
    },
    /// The turnover is within a tenth of the ceiling.
    CeilingNear {
        /// Euros a year.
        ceiling: Money,
    },
    /// VAT is due from the day the raised threshold is crossed.
    VatDue {
        /// The threshold of the year before.
        base: Money,
        /// The threshold of the current year.
        raised: Money,
    },
    /// VAT is due from the next year.
    VatNextYear {
        /// The threshold of a year.
        base: Money,
        /// The threshold of the current year.
        raised: Money,
    },
    /// The turnover is within a tenth of the VAT threshold.
    VatNear {
        /// The threshold of a year.
        base: Money,
    },
    /// The flat tax needs a small income two years before.
    FlatTaxCondition {
        /// The largest income per part.
        per_part: Money,
        /// The year of that income.
        year: u16,
    },
    /// The relief of a new business must be asked for and ends.
    AcreConditions,
    /// The relief of a new business ends inside the year.
    AcreEnds {
        /// The year.
        year: u16,
        /// The quarters of it in which it holds.
        quarters: u8,
    },
    /// The relief is asked for without a date that the rules know.
    AcreUnknownDate,
    /// The property tax of businesses is not computed.
    CfeNotComputed,
    /// Expenses are more than the turnover.
    ExpensesAboveTurnover,
    /// The pay is below the minimum of the portage agreement.
    PortageBelowMinimum,
    /// Part of the pay is kept in reserve.
    PortageReserve {
        /// The reserve, euros a year.
        amount: Money,
    },
    /// The chosen salary costs more than there is: the salary is cut to it.
    SalaryCut {
        /// The salary that can be paid, gross euros a year.
        gross: Money,
    },
    /// The amount lies inside a leap of cost: this is left over.
    LeftOver {
        /// Euros a year.
        amount: Money,
    },
    /// A president has no unemployment insurance.
    NoUnemployment,
    /// Nothing is paid as salary, so no pension quarter is earned.
    NoSalaryNoPension,
}

impl Notice {
    /// The notice as people read it.
    pub fn text(self) -> Text {
        let euros = |money: Money| figures::amount(Money::euros(money.as_euros().round()));
        match self {
            Self::CeilingCrossed { ceiling } => Text::new(
                format!("Au-dessus du plafond de la micro-entreprise ({}) : le statut se perd après deux années civiles de suite au-dessus. Calculé tout de même.", euros(ceiling).fr),
                format!("Above the micro-entrepreneur’s ceiling ({}): the status is lost after two civil years in a row above it. Computed all the same.", euros(ceiling).en),
            ),
            Self::CeilingNear { ceiling } => Text::new(
                format!("Proche du plafond de la micro-entreprise ({} par an).", euros(ceiling).fr),
                format!("Near the micro-entrepreneur’s ceiling ({} a year).", euros(ceiling).en),
            ),
            Self::VatDue { base, raised } => Text::new(
                format!("TVA : elle est due dès le jour où l’année dépasse {} ; l’année suivante, dès le 1er janvier, puisque le seuil de {} est dépassé. Elle s’ajoute au tarif.", euros(raised).fr, euros(base).fr),
                format!("VAT: it is due from the day the year exceeds {}; the next year from 1 January, as the threshold of {} is exceeded. It comes on top of the rate.", euros(raised).en, euros(base).en),
            ),
            Self::VatNextYear { base, raised } => Text::new(
                format!("Entre {} et {}, la TVA n’est due qu’à partir de l’année suivante.", euros(base).fr, euros(raised).fr),
                format!("Between {} and {}, VAT is due from the next year only.", euros(base).en, euros(raised).en),
            ),
            Self::VatNear { base } => Text::new(
                format!("Proche du seuil de la franchise de TVA ({} par an).", euros(base).fr),
                format!("Near the threshold of exemption from VAT ({} a year).", euros(base).en),
            ),
            Self::FlatTaxCondition { per_part, year } => Text::new(
                format!("Le versement libératoire suppose un revenu fiscal de {year} d’au plus {} par part.", euros(per_part).fr),
                format!("The flat tax needs a household income in {year} of at most {} per part.", euros(per_part).en),
            ),
            Self::AcreConditions => text(
                "L’Acre se demande, sous conditions, et prend fin avec le troisième trimestre civil qui suit celui de la création (douze mois hors micro-entreprise).",
                "Acre must be asked for, has conditions, and ends with the third civil quarter after that of the creation (twelve months outside the micro scheme).",
            ).spaced(),
            Self::AcreEnds { year, quarters } => {
                let (day, month) = [("31", "03"), ("30", "06"), ("30", "09")][usize::from(quarters).clamp(1, 3) - 1];
                let end = figures::date(&format!("{year}-{month}-{day}"));
                let months = quarters * 3;
                Text::new(
                    format!("L’Acre prend fin le {} : comptée {months} mois sur douze, à chiffre d’affaires régulier.", end.fr),
                    format!("Acre ends on {}: counted for {months} months of twelve, with an even turnover.", end.en),
                )
            }
            Self::AcreUnknownDate => text(
                "La date de création ne correspond à aucune Acre du barème : aucune réduction n’est comptée.",
                "No Acre of these rules fits the date of creation: no relief is counted.",
            ).spaced(),
            Self::CfeNotComputed => text(
                "La CFE n’est pas comptée : elle dépend de la commune ; aucune l’année de la création ni jusqu’à 5 000 € de chiffre d’affaires.",
                "CFE is not counted: the town sets it; none in the year of creation, nor up to a turnover of €5,000.",
            ).spaced(),
            Self::ExpensesAboveTurnover => text(
                "Les frais dépassent ce qui est facturé.",
                "Expenses exceed what is billed.",
            ),
            Self::PortageBelowMinimum => text(
                "La rémunération est inférieure à un minimum conventionnel du portage salarial.",
                "The pay is below a minimum of the portage agreement.",
            ),
            Self::PortageReserve { amount } => Text::new(
                format!("Dont une réserve de {} par an en CDI, versée plus tard, ou une prime de fin de contrat en CDD.", euros(amount).fr),
                format!("Of which a reserve of {} a year on a permanent contract, paid later, or an end-of-contract bonus on a fixed term.", euros(amount).en),
            ),
            Self::SalaryCut { gross } => Text::new(
                format!("Le salaire choisi coûte plus que ce qui reste : il est ramené à {} brut par an.", euros(gross).fr),
                format!("The chosen salary costs more than is left: it is cut to {} gross a year.", euros(gross).en),
            ),
            Self::LeftOver { amount } => Text::new(
                format!("Aucun salaire ne coûte exactement cette somme : {} restent dans la société.", euros(amount).fr),
                format!("No salary costs exactly that: {} stay in the company.", euros(amount).en),
            ),
            Self::NoUnemployment => text(
                "Pas d’assurance chômage dans ce statut.",
                "No unemployment insurance in this status.",
            ),
            Self::NoSalaryNoPension => text(
                "Sans salaire, les dividendes n’ouvrent ni retraite ni indemnités journalières.",
                "Without a salary, dividends give no pension and no daily sickness allowances.",
            ),
        }
    }
}
