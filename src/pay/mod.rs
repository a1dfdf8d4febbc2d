//! What a salary, a day rate or a budget is worth in France, over a table of rules.
//!
//! Everything here is a pure function of [`Rules`] and an amount: nothing reads a file, a clock or an option.
//! The rates, ceilings and names are in `data/pay/`, one file per year; the code holds only the formulas.
//! They follow the Urssaf's public model (mon-entreprise, npm `modele-social`) and the articles it rests on.
//!
//! | file | question |
//! |---|---|
//! | `rules` | what follows from the rules alone |
//! | [`contribution`] | who owes a contribution, and on what |
//! | [`profile`] | who is paid, by whom, for how many hours |
//! | [`schedule`] | what a gross salary gives, in one pass |
//! | [`payslip`] | the same, line by line |
//! | `usual` | the same for a salary whose status nobody names |
//! | [`inverse`], [`steps`] | which gross salaries give an amount, and where the law makes amounts leap |
//! | [`tax`], [`household`] | what income tax is due |
//! | [`apprentice`], [`intern`] | what the young are paid |
//! | [`floors`] | which legal minima an amount is held against |
//! | [`micro`], [`portage`], [`sasu`], [`independent`] | what a freelance's turnover gives |
//! | [`charge`], [`notice`] | their lines, and what must be said of them |

pub mod apprentice;
pub mod charge;
pub mod contribution;
pub mod floors;
pub mod household;
pub mod independent;
pub mod intern;
mod interval;
pub mod inverse;
mod lines;
pub mod micro;
pub mod notice;
pub mod payslip;
pub mod portage;
pub mod profile;
mod rules;
pub mod sasu;
pub mod schedule;
pub mod steps;
pub mod tax;
mod usual;

pub use apprentice::{Apprentice, ApprenticeFigures};
pub use charge::ChargeLine;
pub use floors::{FloorCheck, FloorQuery, apprentice_minimum, floors_for, minimum_wage_on};
pub use household::{Household, HouseholdError, HouseholdKind, HouseholdTax, MAX_CHILDREN};
pub use independent::{Independent, IndependentFigures, IndependentKind};
pub use intern::{Intern, InternFigures};
pub use inverse::{Basis, Inverse};
pub use lines::{HIGH_INCOME_ID, HIGH_INCOME_NAME};
pub use micro::{Micro, MicroFigures, MicroKind, MicroTax, acre_quarters};
pub use notice::Notice;
pub use payslip::{Line, Payslip, Side};
pub use portage::{Billing, Portage, PortageFigures};
pub use profile::{CADRE_FROM, MAX_HEALTH_COVER, Profile, default_status, usual_status};
pub use sasu::{Remuneration, Sasu, SasuFigures};
pub use schedule::{Figures, Schedule};
pub use steps::{Step, StepCause};
pub use tax::{MAX_OWN_RATE, Tax, Taxation};
pub use usual::UsualSchedules;

pub use crate::model::rules::{Diploma, Rate, Rules, Section, Status, Zone};
