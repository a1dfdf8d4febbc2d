//! Amounts of different years in the euros of one year, by the index of consumer prices.

use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figures::number;
use crate::model::money::Money;
use crate::model::name::Unknown;
use crate::model::price::PriceLevel;
use crate::model::text::{Lang, Text, text};

/// The price levels of the known years, and the year to compare in.
pub struct Prices<'a> {
    levels: &'a [PriceLevel],
    target: PriceLevel,
    latest: PriceLevel,
}

impl<'a> Prices<'a> {
    /// Prices to compare in euros of `year`.
    ///
    /// # Errors
    /// Fails if the prices of that year are not known.
    pub fn of(dataset: &'a Dataset, year: u16) -> Result<Self, Reason> {
        let levels = dataset.prices()?.index.years.as_slice();
        let known: Vec<String> = levels.iter().map(|level| level.year.to_string()).collect();
        let unknown = || {
            let kind = text("indice des prix de l’année", "year of the price index");
            Unknown::new(kind, &year.to_string(), known.iter().map(String::as_str))
        };
        let target = levels.iter().find(|level| level.year == year).ok_or_else(unknown)?;
        let latest = levels.iter().max_by_key(|level| level.year).ok_or_else(unknown)?;
        Ok(Self { levels, target: *target, latest: *latest })
    }

    /// An amount of today, taken at the latest known prices.
    pub fn today(&self, amount: Money) -> Money {
        self.target.worth(amount, &self.latest)
    }

    /// The price level of `year`, if it is known.
    pub fn level(&self, year: u16) -> Option<&'a PriceLevel> {
        self.levels.iter().find(|level| level.year == year)
    }

    /// What an amount at `level` is worth at the prices compared in.
    pub fn worth(&self, amount: Money, level: &PriceLevel) -> Money {
        self.target.worth(amount, level)
    }

    /// How amounts were adjusted.
    pub fn note(&self) -> Text {
        let (target, latest) = (self.target, self.latest);
        let index = |level: PriceLevel| number(level.index, 2, Lang::Fr);
        if target.year == latest.year {
            return Text::new(
                format!(
                    "Comparé en euros de {}, les derniers prix connus (indice Insee {}), auxquels l’offre est prise telle quelle. Un chiffre sans date est comparé tel quel.",
                    target.year,
                    index(target)
                ),
                format!(
                    "Compared in euros of {}, the latest known prices (INSEE index {:.2}), at which the offer is taken as it is. An undated figure is compared as it is.",
                    target.year, target.index
                ),
            );
        }
        Text::new(
            format!(
                "Comparé en euros de {} par l’indice Insee des prix ({} en {}, {} en {}) ; l’offre est prise aux prix de {}, les derniers connus. Un chiffre sans date est comparé tel quel.",
                target.year,
                index(target),
                target.year,
                index(latest),
                latest.year,
                latest.year
            ),
            format!(
                "Compared in euros of {} by INSEE’s price index ({:.2} in {}, {:.2} in {}); the offer is taken at the prices of {}, the latest known. An undated figure is compared as it is.",
                target.year, target.index, target.year, latest.index, latest.year, latest.year
            ),
        )
    }
}
