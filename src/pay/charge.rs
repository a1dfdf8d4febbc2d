//! A line of what a self-employed person or their company pays.

use serde::Serialize;

use crate::model::money::Money;
use crate::model::rules::Rate;
use crate::model::text::Text;

/// One line: what is paid, on what, at which rate, by which article.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChargeLine {
    /// The rule it comes from.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// What the rate is applied to, euros a year; `None` for a flat amount.
    pub base: Option<Money>,
    /// The mean rate on that base; `None` for a flat amount.
    pub rate: Option<Rate>,
    /// Euros a year.
    pub amount: Money,
    /// The article that sets it.
    pub source: Text,
}

impl ChargeLine {
    /// A line of `amount` on `base`; its rate is the mean one.
    pub(super) fn on_base((id, name, source): (&str, &Text, &Text), base: f64, amount: f64) -> Self {
        Self {
            id: id.to_owned(),
            name: name.clone(),
            base: Some(Money::euros(base)),
            rate: (base > 0.0).then(|| Rate::fraction(amount / base)),
            amount: Money::euros(amount + 0.0),
            source: source.clone(),
        }
    }

    /// A flat amount.
    pub(super) fn flat(label: (&str, &Text, &Text), amount: f64) -> Self {
        Self { base: None, ..Self::on_base(label, 0.0, amount) }
    }
}
