//! What can be asked of a salary, and which options contradict each other.

use crate::model::error::Reason;
use crate::model::figures::amount;
use crate::model::money::{Money, UNUSUAL_SALARY};
use crate::model::text::Text;
use crate::model::vocabulary::{Per, Vocabulary, vocabulary};
use crate::pay::{Basis, Diploma, Profile, Rate, Status, Taxation, Zone};

vocabulary! {
    /// As what somebody is paid.
    PaidAs ("statut", "status")
    Cadre = "cadre", "Cadre", "Cadre", "executive";
    NonCadre = "non-cadre", "Non-cadre", "Non-cadre", "nonexecutive", "etam";
    Apprentice = "apprentice", "Apprenti", "Apprentice", "apprenti", "apprentie", "alternant", "alternante";
    Intern = "intern", "Stagiaire", "Intern", "stagiaire", "stage";
}

impl From<Status> for PaidAs {
    fn from(status: Status) -> Self {
        match status {
            Status::Cadre => Self::Cadre,
            Status::NonCadre => Self::NonCadre,
        }
    }
}

vocabulary! {
    /// The branch whose minima are looked at.
    Branch ("branche", "branch")
    Syntec = "syntec", "Syntec", "Syntec";
    None = "none", "Aucune", "None", "aucune";
}

/// What to ask of a salary. `None` is the usual case, or the one that the status makes usual.
#[derive(Debug)]
pub struct PayParams {
    /// The known amount, in euros over `per`; the legal minimum of apprentices and interns if `None`.
    pub amount: Option<Money>,
    /// Which amount of a payslip it is.
    pub basis: Basis,
    /// The period it is for; a month is one of `monthly_pays`.
    pub per: Per,
    /// As what one is paid; by the amount if `None`.
    pub status: Option<PaidAs>,
    /// The number of employees of the company.
    pub staff: Option<u32>,
    /// How income tax is reckoned.
    pub taxation: Taxation,
    /// The hours worked, as a share of full time.
    pub part_time: Option<Rate>,
    /// In how many pays a year's salary is paid: 12, 13 or 14.
    pub monthly_pays: Option<u8>,
    /// The whole price of the health cover, euros a month.
    pub health_cover: Option<Money>,
    /// The employer is in Alsace-Moselle.
    pub alsace_moselle: bool,
    /// The age in years.
    pub age: Option<u8>,
    /// The year of an apprentice's contract.
    pub contract_year: Option<u8>,
    /// The branch whose minima are looked at.
    pub branch: Option<Branch>,
    /// The diploma an apprentice prepares.
    pub diploma: Option<Diploma>,
    /// The hours of an internship.
    pub hours: Option<u16>,
    /// The year of the rules; the newest if `None`.
    pub year: Option<u16>,
    /// Whether people see every line.
    pub lines: bool,
    /// Whether an unusually large amount is meant.
    pub confirmed: bool,
}

/// An apprentice's case, what was not said filled in.
#[derive(Debug, Clone, Copy)]
pub struct Apprenticeship {
    pub age: u8,
    pub year: u8,
    pub diploma: Diploma,
    pub syntec: bool,
}

impl Apprenticeship {
    pub fn bac5(self) -> bool {
        self.diploma == Diploma::Bac5
    }
}

/// No amount of who has no legal minimum that is known beforehand.
pub fn missing_amount() -> Reason {
    Reason::Usage(Text::new(
        "il manque le montant, par exemple `pay 48000` ; seuls les apprentis et les stagiaires ont un minimum légal connu d’avance : `pay --status apprentice --age 20`",
        "the amount is missing, for instance `pay 48000`; only apprentices and interns have a legal minimum of their own: `pay --status apprentice --age 20`",
    ))
}

/// A salary of a year that is most likely a slip.
pub(in crate::query) fn unusual_salary(yearly: Money) -> Reason {
    let yearly = amount(yearly);
    Reason::Usage(Text::new(
        format!("{} par an : est-ce bien le montant ? Si oui, ajoutez `--yes`", yearly.fr),
        format!("{} a year: is that the amount you mean? If so, add `--yes`", yearly.en),
    ))
}

impl PayParams {
    /// The usual question: a gross salary of a year, nothing else said.
    pub const fn of(amount: Money) -> Self {
        Self {
            amount: Some(amount),
            basis: Basis::Gross,
            per: Per::Year,
            status: None,
            staff: None,
            taxation: Taxation::Neutral,
            part_time: None,
            monthly_pays: None,
            health_cover: None,
            alsace_moselle: false,
            age: None,
            contract_year: None,
            branch: None,
            diploma: None,
            hours: None,
            year: None,
            lines: false,
            confirmed: false,
        }
    }

    /// Refuses options that contradict each other, a missing amount, and one that is most likely a slip.
    pub(in crate::query) fn check(&self) -> Result<(), Reason> {
        let status = self.status;
        let is_apprentice = status == Some(PaidAs::Apprentice);
        let is_intern = status == Some(PaidAs::Intern);
        let refused = |given: bool, fr: String, en: String| {
            if given { Err(Reason::Usage(Text::new(fr, en))) } else { Ok(()) }
        };
        let needs = |given: bool, option: &str, status: &str| {
            let fr = format!("`{option}` ne va qu’avec `--status {status}`");
            refused(given, fr, format!("`{option}` goes with `--status {status}` only"))
        };
        let never = |given: bool, option: &str, status: &str| {
            let fr = format!("`{option}` ne va pas avec `--status {status}`");
            refused(given, fr, format!("`{option}` does not go with `--status {status}`"))
        };
        let with = |name: &str, value: Option<String>| value.map(|value| format!("{name} {value}"));
        let apprentices = [
            with("--contract-year", self.contract_year.map(|year| year.to_string())),
            with("--diploma", self.diploma.map(|diploma| diploma.id().to_owned())),
        ];
        for option in apprentices.iter().flatten() {
            needs(!is_apprentice, option, "apprentice")?;
        }
        if let Some(option) = with("--hours", self.hours.map(|hours| hours.to_string())) {
            needs(!is_intern, &option, "intern")?;
        }
        never(is_apprentice && self.part_time.is_some(), "--part-time", "apprentice")?;
        for (given, option) in [
            (self.part_time.is_some(), "--part-time"),
            (self.monthly_pays.is_some(), "--monthly-pays"),
            (self.health_cover.is_some(), "--health-cover"),
            (self.alsace_moselle, "--alsace-moselle"),
            (self.staff.is_some(), "--staff"),
            (self.branch.is_some(), "--branch"),
            (self.age.is_some(), "--age"),
            (self.basis != Basis::Gross, "--from"),
        ] {
            never(is_intern && given, option, "intern")?;
        }
        if self.amount.is_none() && is_apprentice && self.basis != Basis::Gross {
            let basis = self.basis.id();
            return Err(Reason::Usage(Text::new(
                format!(
                    "`--from {basis}` dit de quel montant il s’agit : donnez-le, par exemple `pay 1200 --from {basis}`"
                ),
                format!(
                    "`--from {basis}` says which amount is known: give it, for instance `pay 1200 --from {basis}`"
                ),
            )));
        }
        if self.amount.is_none() && !(is_apprentice || is_intern) {
            return Err(missing_amount());
        }
        if self.yearly() > UNUSUAL_SALARY && !self.confirmed {
            return Err(unusual_salary(self.yearly()));
        }
        Ok(())
    }

    /// The amount over a year: as many months as there are pays.
    pub(in crate::query) fn yearly(&self) -> Money {
        let amount = self.amount.unwrap_or(Money::euros(0.0));
        match self.per {
            Per::Year => amount,
            Per::Month => amount * f64::from(self.pays()),
        }
    }

    pub(in crate::query) fn pays(&self) -> u8 {
        self.monthly_pays.unwrap_or(12)
    }

    pub(in crate::query) fn working_time(&self) -> Rate {
        self.part_time.unwrap_or(Profile::default().working_time)
    }

    pub(in crate::query) fn profile(&self, status: Status) -> Profile {
        let usual = Profile::default();
        Profile {
            status,
            staff: self.staff.unwrap_or(usual.staff),
            working_time: self.working_time(),
            health_cover: self.health_cover,
            zone: if self.alsace_moselle { Zone::AlsaceMoselle } else { Zone::Elsewhere },
            ..usual
        }
    }

    pub(super) fn apprenticeship(&self) -> Apprenticeship {
        Apprenticeship {
            age: self.age.unwrap_or(21),
            year: self.contract_year.unwrap_or(1),
            diploma: self.diploma.unwrap_or(Diploma::Bac3),
            syntec: self.branch == Some(Branch::Syntec),
        }
    }

    /// Half a year of 35 hours a week if nothing is said: the longest internship.
    pub(super) fn internship_hours(&self) -> u16 {
        self.hours.unwrap_or(26 * 35)
    }
}
