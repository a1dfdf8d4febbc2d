//! Who is paid, and by whom: what the rules make a difference for.

use serde::{Deserialize, Serialize};

use crate::model::figures::amount;
use crate::model::money::Money;
use crate::model::rules::{Rate, Rules, Status, Zone};
use crate::model::text::{Text, text};

/// Who is paid, by how large a company, and under which contract.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Cadre or not.
    pub status: Status,
    /// The number of employees of the company.
    pub staff: u32,
    /// The hours worked, as a share of full time: above 0, at most 1.
    pub working_time: Rate,
    /// The whole price of the health cover, euros a month; that of the rules if `None`.
    pub health_cover: Option<Money>,
    /// The employer's share of the health cover, at least a half; that of the rules if `None`.
    pub employer_cover_share: Option<Rate>,
    /// Where the employer is.
    pub zone: Zone,
}

/// The highest health cover that is taken, euros a month: half of it with a cadre's death cover stays within what
/// the tax code lets deduct (5 % of the ceiling), so that no excess has to be taxed.
pub const MAX_HEALTH_COVER: Money = Money::euros(250.0);

/// The gross salary from which an unnamed status is taken for a cadre's: the Syntec minimum of an engineer of
/// position 2.1 from 26 years of age, 12 × 2 530 €.
pub const CADRE_FROM: Money = Money::euros(30_360.0);

impl Default for Profile {
    /// A full-time cadre in a company of ten, outside Alsace-Moselle, with the health cover of the rules.
    fn default() -> Self {
        Self {
            status: Status::Cadre,
            staff: 10,
            working_time: Rate::fraction(1.0),
            health_cover: None,
            employer_cover_share: None,
            zone: Zone::Elsewhere,
        }
    }
}

impl Profile {
    /// A profile of this status and staff, otherwise as by default.
    pub fn of(status: Status, staff: u32) -> Self {
        Self { status, staff, ..Self::default() }
    }

    /// Hours a week: 35 at full time.
    pub fn weekly_hours(&self) -> f64 {
        35.0 * self.working_time.as_fraction()
    }

    /// Whether the hours are fewer than the law allows without an exception (24 a week).
    pub fn needs_part_time_exception(&self, rules: &Rules) -> bool {
        self.weekly_hours() < rules.part_time.min_weekly_hours
    }
}

/// The status to assume for a full-time gross salary of a year.
pub fn usual_status(full_time_gross: Money) -> Status {
    if full_time_gross < CADRE_FROM { Status::NonCadre } else { Status::Cadre }
}

/// The same for `gross`, a year's, at `working_time`, and why.
pub fn default_status(gross: Money, working_time: Rate) -> (Status, Text) {
    let full_time = gross / working_time.as_fraction();
    let status = usual_status(full_time);
    let reason = match status {
        Status::NonCadre => text(
            "Statut non-cadre supposé : le montant est inférieur au minimum Syntec d’un ingénieur de position 2.1 (30 360 € par an).",
            "Non-cadre status assumed: the amount is below the Syntec minimum of an engineer of position 2.1 (€30,360 a year).",
        ),
        Status::Cadre => text(
            "Statut cadre supposé, comme la plupart des développeurs à partir de 30 360 € par an (minimum Syntec de la position 2.1).",
            "Cadre status assumed, as for most developers from €30,360 a year (the Syntec minimum of position 2.1).",
        ),
    };
    if working_time.as_fraction() >= 1.0 {
        return (status, reason.spaced());
    }
    let full_time = amount(full_time.rounded());
    let reason = Text::new(
        format!("{} À temps plein, ce salaire serait de {}.", reason.fr, full_time.fr),
        format!("{} At full time this salary would be {}.", reason.en, full_time.en),
    );
    (status, reason.spaced())
}
