//! `pay` for many amounts that share everything else.

use crate::model::money::{Money, UNUSUAL_SALARY};
use crate::model::vocabulary::Per;
use crate::pay::{Basis, CADRE_FROM, Rules, Schedule, Status};
use crate::query::pay::{PaidAs, PayParams};

/// The amounts of one salary, as the answer to `pay` has them but for their rounding.
#[derive(Debug, Clone, Copy)]
pub struct PayFigures {
    /// As what one is paid.
    pub status: Status,
    /// Euros a year: gross, net before tax, taxable, tax, net after tax, cost; a month: net before and after tax.
    pub amounts: [Money; 8],
}

/// The question of `pay` but for its amount.
pub struct PayCalculator<'r> {
    params: PayParams,
    cadre: Schedule<'r>,
    non_cadre: Schedule<'r>,
}

impl<'r> PayCalculator<'r> {
    /// The question `params` under `rules`; its amount does not count. `None` if it needs the usual way: the young
    /// have rules of their own, and what is contradictory is told there.
    pub fn new(params: PayParams, rules: &'r Rules) -> Option<Self> {
        let is_employee = matches!(params.status, None | Some(PaidAs::Cadre | PaidAs::NonCadre));
        if !is_employee || params.check().is_err() {
            return None;
        }
        let schedule = |status| Schedule::new(rules, params.profile(status));
        Some(Self { cadre: schedule(Status::Cadre), non_cadre: schedule(Status::NonCadre), params })
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
        let gross = self.gross(schedule, yearly);
        let figures = schedule.figures(gross, params.taxation);
        Some(PayFigures {
            status,
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
        let full_time = self.gross(&self.cadre, yearly) / self.params.working_time().as_fraction();
        if full_time < CADRE_FROM { Status::NonCadre } else { Status::Cadre }
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
