//! `pay` for many amounts that share everything else.

use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::money::{Money, UNUSUAL_SALARY};
use crate::model::vocabulary::Per;
use crate::pay::{Basis, Rules, Schedule, Status, minimum_wage_on, usual_status};
use crate::query::pay::{Found, PaidAs, PayParams, Solutions};

/// The amounts of one salary, as the answer to `pay` has them but for their rounding.
#[derive(Debug, Clone, Copy)]
pub struct PayFigures {
    /// As what one is paid.
    pub status: Status,
    /// Euros a year: gross, net before tax, taxable, tax, net after tax, cost; a month: net before and after tax.
    pub amounts: [Money; 8],
    /// The tax base of the Urssaf's simulator, euros a year.
    pub taxable_urssaf: Money,
    /// How many gross salaries the amount leads back to.
    pub solutions: Solutions,
    /// Whether the gross is below the minimum wage for the hours worked.
    pub below_minimum_wage: bool,
}

/// The rules of a year, and the minimum wage of its date: gross euros a month at full time.
#[derive(Debug)]
pub struct YearRules {
    /// The rules.
    pub rules: Rules,
    minimum_wage: Option<Money>,
}

impl YearRules {
    /// The rules of every year that `dataset` knows, newest first.
    ///
    /// # Errors
    /// Fails if the user's data is invalid.
    pub fn all(dataset: &Dataset) -> Result<Vec<Self>, Reason> {
        let floors = &dataset.floors()?.floors;
        let of = |year| {
            let rules = crate::query::rules::of(dataset, Some(year))?;
            let wage = minimum_wage_on(floors, &rules.date).and_then(|floor| floor.monthly(floor.amount));
            Ok(Self { rules, minimum_wage: wage })
        };
        dataset.pay_years().map(of).collect()
    }
}

/// The question of `pay` but for its amount.
pub struct PayCalculator<'r> {
    params: PayParams,
    /// What is at least due for the hours worked, gross euros a month.
    least: Money,
    cadre: Schedule<'r>,
    non_cadre: Schedule<'r>,
}

impl<'r> PayCalculator<'r> {
    /// The question `params` under `rules`; its amount does not count. `None` if it needs the usual way: the young
    /// have rules of their own, and what is contradictory is told there.
    pub fn new(params: PayParams, year: &'r YearRules) -> Option<Self> {
        let rules = &year.rules;
        let is_employee = matches!(params.status, None | Some(PaidAs::Cadre | PaidAs::NonCadre));
        if !is_employee || params.check().is_err() {
            return None;
        }
        let schedule = |status| Schedule::new(rules, params.profile(status));
        let least = (year.minimum_wage? * params.working_time().as_fraction()).rounded();
        Some(Self { least, cadre: schedule(Status::Cadre), non_cadre: schedule(Status::NonCadre), params })
    }

    /// The figures of `amount`, over the period of the question. `None` if it is large enough to be asked about.
    pub fn figures(&self, amount: Money) -> Option<PayFigures> {
        let params = &self.params;
        let pays = f64::from(params.pays());
        let yearly = match params.per {
            Per::Year => amount,
            Per::Month => amount * pays,
        };
        if yearly > UNUSUAL_SALARY && !params.confirmed {
            return None;
        }
        let status = match params.status {
            Some(PaidAs::NonCadre) => Status::NonCadre,
            Some(_) => Status::Cadre,
            None => self.usual_status(yearly),
        };
        let schedule = match status {
            Status::Cadre => &self.cadre,
            Status::NonCadre => &self.non_cadre,
        };
        let (gross, solutions) = if params.basis == Basis::Gross {
            (yearly, Solutions::One)
        } else {
            let found = Found::of(schedule, params, yearly);
            (found.gross(), found.solutions())
        };
        let figures = schedule.figures(gross, params.taxation);
        Some(PayFigures {
            status,
            solutions,
            taxable_urssaf: figures.taxable_urssaf,
            below_minimum_wage: (figures.gross / pays).rounded() < self.least,
            amounts: [
                figures.gross,
                figures.net_before_tax,
                figures.taxable,
                figures.tax,
                figures.net_after_tax,
                figures.employer_cost,
                figures.net_before_tax / pays,
                figures.net_after_tax / pays,
            ],
        })
    }

    /// What a person paid this much is taken for, as `pay` has it.
    fn usual_status(&self, yearly: Money) -> Status {
        usual_status(self.gross(&self.cadre, yearly) / self.params.working_time().as_fraction())
    }

    fn gross(&self, schedule: &Schedule<'_>, yearly: Money) -> Money {
        match self.params.basis {
            Basis::Gross => yearly,
            basis => {
                let taxation = self.params.taxation;
                schedule.in_cents(schedule.gross_from(basis, yearly, taxation), basis, yearly, taxation)
            }
        }
    }
}
