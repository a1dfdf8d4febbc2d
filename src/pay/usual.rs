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

    /// What `gross`, a year's, gives as `status`; as the usual one of the amount if `None`.
    pub fn figures(&self, gross: Money, status: Option<Status>, taxation: impl Into<Taxation>) -> Figures {
        match status.unwrap_or_else(|| usual_status(gross)) {
            Status::Cadre => self.cadre.figures(gross, taxation),
            Status::NonCadre => self.non_cadre.figures(gross, taxation),
        }
    }
}
