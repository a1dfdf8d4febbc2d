//! What a gross salary gives where nobody names the status: the one that such an amount makes usual.

use super::profile::{Profile, usual_status};
use super::schedule::{Figures, Schedule};
use super::tax::Taxation;
use crate::model::money::Money;
use crate::model::rules::{Rules, Status};

/// A full-time salary otherwise as by default, of either status.
#[derive(Debug, Clone)]
pub struct UsualSchedules<'rules> {
    cadre: Schedule<'rules>,
    non_cadre: Schedule<'rules>,
}

impl<'rules> UsualSchedules<'rules> {
    /// Both schedules under `rules`.
    pub fn new(rules: &'rules Rules) -> Self {
        let schedule = |status| Schedule::new(rules, Profile { status, ..Profile::default() });
        Self { cadre: schedule(Status::Cadre), non_cadre: schedule(Status::NonCadre) }
    }

    /// The gross salary of a year that leaves `net` before tax as `status`; as the one that is usual of it if `None`.
    pub fn gross_from_net(&self, net: Money, status: Option<Status>) -> Money {
        let as_cadre = || self.cadre.gross_from_net(net);
        match status.unwrap_or_else(|| usual_status(as_cadre())) {
            Status::Cadre => as_cadre(),
            Status::NonCadre => self.non_cadre.gross_from_net(net),
        }
    }

    /// What `gross`, a year's, gives as `status`; as the usual one of the amount if `None`.
    pub fn figures(&self, gross: Money, status: Option<Status>, taxation: impl Into<Taxation>) -> Figures {
        match status.unwrap_or_else(|| usual_status(gross)) {
            Status::Cadre => self.cadre.figures(gross, taxation),
            Status::NonCadre => self.non_cadre.figures(gross, taxation),
        }
    }
}
