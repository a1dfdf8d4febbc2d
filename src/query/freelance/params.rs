//! What can be asked of work on one's own, and which options contradict each other.

use crate::model::day::Day;
use crate::model::error::Reason;
use crate::model::figures::amount;
use crate::model::money::{Money, UNUSUAL_DAILY_RATE, UNUSUAL_SALARY};
use crate::model::text::Text;
use crate::model::vocabulary::{Vocabulary, vocabulary};
use crate::pay::{Household, MicroKind, Rate};

vocabulary! {
    /// A status under which one works.
    WorkStatus ("statut", "status")
    Employee = "employee", "Salariat", "Employee", "salarie", "salariee";
    Micro = "micro", "Micro-entreprise", "Micro-entrepreneur", "microentrepreneur", "autoentrepreneur";
    Portage = "portage", "Portage salarial", "Portage salarial", "portagesalarial";
    Sasu = "sasu", "SASU", "SASU", "president";
    Ei = "ei", "EI au réel", "EI, taxed on profit", "entrepriseindividuelle", "soletrader";
    Eurl = "eurl", "EURL à l’IS", "EURL";
}

/// What is known: a day rate, a year's turnover, or a salary to equal.
#[derive(Debug, Clone, Copy)]
pub enum Known {
    /// Euros billed a day, before tax on value added.
    DailyRate(Money),
    /// Euros billed a year, before tax on value added.
    Turnover(Money),
    /// The gross salary of a year to equal.
    Salary(Money),
}

impl Known {
    /// The turnover of a year with so many days; `None` if each status has its own.
    pub fn turnover(self, days: u16) -> Option<Money> {
        match self {
            Self::DailyRate(rate) => Some(rate * f64::from(days)),
            Self::Turnover(turnover) => Some(turnover),
            Self::Salary(_) => None,
        }
    }
}

/// What to ask of freelance work.
#[derive(Debug)]
pub struct FreelanceParams {
    /// The day rate, the turnover, or the salary to equal.
    pub known: Known,
    /// Days billed a year.
    pub days: u16,
    /// The portage company's fee; the usual one if `None`.
    pub fee: Option<Rate>,
    /// Professional expenses of a year, without VAT.
    pub expenses: Money,
    /// Who is taxed together.
    pub household: Household,
    /// The micro-entrepreneur's activity; a liberal profession if `None`.
    pub activity: Option<MicroKind>,
    /// The relief of a new business is counted.
    pub acre: bool,
    /// The micro-entrepreneur chose the flat tax.
    pub flat_tax: bool,
    /// When the business begins.
    pub start: Option<Day>,
    /// The gross salary of a SASU's president, the rest being paid as dividends; all of it as salary if `None`.
    pub dividends: Option<Money>,
    /// The only status to show.
    pub status: Option<WorkStatus>,
    /// Whether people see every line of that status.
    pub lines: bool,
    /// Whether an unusually large amount is meant.
    pub confirmed: bool,
    /// The year of the rules; the newest if `None`.
    pub year: Option<u16>,
}

impl FreelanceParams {
    /// The statuses to show, in their order.
    pub fn statuses(&self) -> Vec<WorkStatus> {
        self.status.map_or_else(|| WorkStatus::ALL.to_vec(), |only| vec![only])
    }

    /// Refuses options that contradict each other and an amount that is most likely a slip.
    ///
    /// # Errors
    /// A usage error that says what is wrong, with an example.
    pub fn check(&self) -> Result<(), Reason> {
        use WorkStatus::{Ei, Eurl, Micro, Portage, Sasu};
        let only_of: [(bool, &str, &[WorkStatus]); 6] = [
            (self.fee.is_some(), "--fee", &[Portage]),
            (self.dividends.is_some(), "--dividends", &[Sasu]),
            (self.activity.is_some(), "--activity", &[Micro]),
            (self.flat_tax, "--flat-tax", &[Micro]),
            (self.acre, "--acre", &[Micro, Ei, Eurl]),
            (self.start.is_some(), "--start", &[Micro, Ei, Eurl]),
        ];
        for (given, option, statuses) in only_of {
            if let Some(status) = self.status.filter(|status| given && !statuses.contains(status)) {
                let (id, right) = (status.id(), statuses[0].id());
                return Err(Reason::Usage(Text::new(
                    format!(
                        "`{option}` ne va pas avec `--status {id}` ; par exemple `--status {right} {option}`"
                    ),
                    format!(
                        "`{option}` does not go with `--status {id}`; for instance `--status {right} {option}`"
                    ),
                )));
            }
        }
        if self.lines && self.status.is_none() {
            return Err(Reason::Usage(Text::new(
                "`--lines` montre un statut à la fois : par exemple `--status ei --lines`",
                "`--lines` shows one status at a time: for instance `--status ei --lines`",
            )));
        }
        let (size, bound, per) = match self.known {
            Known::DailyRate(rate) => (rate, UNUSUAL_DAILY_RATE, ("par jour", "a day")),
            Known::Turnover(turnover) => (turnover, UNUSUAL_SALARY, ("par an", "a year")),
            Known::Salary(gross) => (gross, UNUSUAL_SALARY, ("par an", "a year")),
        };
        if self.dividends.is_some() && matches!(self.known, Known::Salary(_)) {
            return Err(Reason::Usage(Text::new(
                "`--dividends` part d’un tarif ou d’un chiffre d’affaires, non de `--like` : par exemple `freelance 450 --dividends 30000`",
                "`--dividends` needs a day rate or a turnover, not `--like`: for instance `freelance 450 --dividends 30000`",
            )));
        }
        if size > bound && !self.confirmed {
            let (size, (fr, en)) = (amount(size), per);
            return Err(Reason::Usage(Text::new(
                format!("{} {fr} : est-ce bien le montant ? Si oui, ajoutez `--yes`", size.fr),
                format!("{} {en}: is that the amount you mean? If so, add `--yes`", size.en),
            )));
        }
        Ok(())
    }
}
