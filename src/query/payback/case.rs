//! The case of the person who asks: what they earn, keep and hold, and what must come before a programme.

use serde::Serialize;

use crate::model::funding::{Funding, FundingKind};
use crate::model::money::{Money, Range};
use crate::model::text::{Text, text};
use crate::model::training::{Entry, Programme, ProgrammeKind};
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// The highest diploma that someone holds.
    Diploma ("diplôme", "diploma")
    None = "none", "aucun", "none", "aucun", "sansdiplome";
    Bac = "bac", "bac", "bac", "baccalaureat", "lycee";
    Bac2 = "bac+2", "bac+2", "bac+2", "bac2", "bts", "dut";
    Bac3 = "bac+3", "bac+3", "bac+3", "bac3", "licence", "bachelor", "but";
    Bac5 = "bac+5", "bac+5", "bac+5", "bac5", "master";
}

/// What is kept of today’s pay while studying.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kept {
    /// A share of today’s pay, 1 being all of it.
    Share(f64),
    /// An amount a year, gross.
    Amount(Money),
}

impl Kept {
    /// What is kept of `current`, a year.
    pub fn of(self, current: Money) -> Money {
        match self {
            Self::Share(share) => current * share,
            Self::Amount(amount) => amount,
        }
    }
}

/// What an apprentice is paid at least, a year.
#[derive(Debug, Clone, Copy)]
pub struct ApprenticePay<'a> {
    /// The legal scale.
    pub scale: &'a Funding,
    /// The age at the start of the contract; 18 to 25 if it is not known.
    pub age: Option<u8>,
    /// The legal minimum wage, gross a year.
    pub minimum_wage: Money,
}

impl ApprenticePay<'_> {
    /// What so many months of a contract pay at least.
    pub fn over(&self, months: u16) -> Range<Money> {
        let from = |age: u8| {
            (0..months).fold(Money::euros(0.0), |sum, month| {
                let years = u8::try_from(month / 12).unwrap_or(u8::MAX);
                let share = self.scale.share(age.saturating_add(years), years.saturating_add(1));
                sum + self.minimum_wage / 12.0 * share.unwrap_or(0.0)
            })
        };
        match self.age {
            Some(age) => Range::between(from(age), from(age)),
            None => Range::between(from(18), from(21)),
        }
    }
}

/// The scale of apprentices’ pay among the sums around training.
pub fn scale(funding: &[Funding]) -> Option<&Funding> {
    funding.iter().find(|entry| entry.kind == FundingKind::ApprenticePay)
}

/// Who asks.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// What is earned now, a year.
    pub current: Money,
    /// What is kept of it while studying, a year.
    pub kept: Money,
    /// What is earned afterwards, a year.
    pub entry_pay: Option<Range<Money>>,
    /// The diploma held; `None` if it is not said, and every programme starts from what it asks for.
    pub from: Option<Diploma>,
    /// What an apprentice is paid, if it is to be one.
    pub apprentice: Option<ApprenticePay<'a>>,
    /// The yearly contribution to student life.
    pub contribution: Option<Money>,
    /// The yearly fee of a public licence.
    pub licence_fee: Option<Money>,
}

/// What comes before a programme.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Before {
    /// What it is: a licence, a preparatory class.
    pub what: Text,
    /// Its months, where the way is one.
    pub months: Option<u16>,
    /// Whether its months and sums are counted: only where the way is one.
    pub counted: bool,
}

/// What comes between the diploma held and the entry of a programme; `None` if nothing does.
pub fn before(programme: &Programme, from: Diploma) -> Option<Before> {
    let open = |what| Some(Before { what, months: None, counted: false });
    let bac2 = || text("un bac+2, par la voie de son choix", "a bac+2, whichever the way");
    match (programme.entry?, from) {
        (Entry::Bac | Entry::BacOrBac2, Diploma::None) => open(text("le bac", "the baccalauréat")),
        (Entry::Bac2, Diploma::None | Diploma::Bac) => match programme.kind {
            ProgrammeKind::EngineeringDegree => open(text("une classe préparatoire", "a preparatory class")),
            _ => open(bac2()),
        },
        (Entry::Bac3, Diploma::None) => {
            open(text("le bac, puis une licence", "the baccalauréat, then a licence"))
        }
        (Entry::Bac3, Diploma::Bac | Diploma::Bac2) if programme.kind == ProgrammeKind::Master => {
            let (what, months) = match from {
                Diploma::Bac => (text("une licence publique (3 ans)", "a public licence (3 years)"), 36),
                _ => (
                    text("la dernière année d’une licence publique", "the last year of a public licence"),
                    12,
                ),
            };
            Some(Before { what, months: Some(months), counted: true })
        }
        (Entry::Bac3, Diploma::Bac | Diploma::Bac2) => open(text("un bac+3", "a bac+3")),
        _ => None,
    }
}

/// How many months a programme takes from a diploma: those who hold a bac+2 enter some later.
pub fn months(programme: &Programme, from: Option<Diploma>) -> Option<Range<u16>> {
    let stated = programme.duration_months?;
    if programme.entry != Some(Entry::BacOrBac2) {
        return Some(stated);
    }
    let only = |months: Option<u16>| Range { low: months, high: months };
    match from {
        None => Some(stated),
        Some(Diploma::None | Diploma::Bac) => Some(only(stated.high.or(stated.low))),
        Some(_) => Some(only(stated.low.or(stated.high))),
    }
}
