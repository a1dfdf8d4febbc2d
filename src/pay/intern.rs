//! An intern: the least pay for the hours, exempt from contributions (code de l'éducation, art. L124-6).

use serde::Serialize;

use super::tax::{Taxation, Taxer};
use crate::model::money::Money;
use crate::model::rules::{InternRules, Rules};

/// What an internship pays, in euros for all its hours.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct InternFigures {
    /// The hours of presence.
    pub hours: u16,
    /// Whether pay is owed at all for so many hours.
    pub due: bool,
    /// The least that must be paid.
    pub minimum: Money,
    /// What is paid.
    pub pay: Money,
    /// The part above the exempt amount, which pays contributions that are not computed.
    pub above_exemption: Money,
    /// What is received where nothing is above the exemption.
    pub net_before_tax: Money,
    /// What income tax is computed on.
    pub taxable: Money,
    /// Income tax.
    pub tax: Money,
    /// What is left after tax.
    pub net_after_tax: Money,
}

/// An intern under the rules of a year.
#[derive(Debug, Clone, Copy)]
pub struct Intern<'rules> {
    rules: &'rules Rules,
    intern: &'rules InternRules,
}

impl<'rules> Intern<'rules> {
    /// `None` if the year's rules do not have interns.
    pub fn new(rules: &'rules Rules) -> Option<Self> {
        rules.intern.as_ref().map(|intern| Self { rules, intern })
    }

    /// The least pay for `hours` of presence; zero if none is owed.
    pub fn minimum(&self, hours: u16) -> Money {
        if hours >= self.intern.due_from_hours {
            self.intern.hourly * f64::from(hours)
        } else {
            Money::euros(0.0)
        }
    }

    /// What an internship of `hours` pays; the minimum if `pay` is `None`.
    pub fn figures(&self, hours: u16, pay: Option<Money>, taxation: impl Into<Taxation>) -> InternFigures {
        let zero = Money::euros(0.0);
        let minimum = self.minimum(hours);
        let pay = pay.unwrap_or(minimum).max(zero);
        let exempt = self.intern.hourly * f64::from(hours);
        let taxable = (pay - self.intern.tax_exempt).max(zero);
        let due = Taxer::of_pay(&self.rules.income_tax, taxation.into()).due(taxable.as_euros());
        InternFigures {
            hours,
            due: hours >= self.intern.due_from_hours,
            minimum,
            pay,
            above_exemption: (pay - exempt).max(zero),
            net_before_tax: pay,
            taxable,
            tax: Money::euros(due.amount),
            net_after_tax: pay - Money::euros(due.amount),
        }
    }
}
