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
//! | [`schedule`], [`employer`] | what a gross salary gives, in one pass |
//! | [`payslip`] | the same, line by line |
//! | [`inverse`] | which gross salary gives an amount |
//! | [`tax`], [`scale`] | what income tax is due |
//! | [`micro`], [`portage`] | what a freelance's turnover gives, and which turnover gives an amount |

mod assessment;
pub mod contribution;
mod employee;
pub mod employer;
pub mod inverse;
mod lines;
pub mod micro;
pub mod payslip;
pub mod portage;
pub mod profile;
mod rules;
pub mod scale;
pub mod schedule;
mod stretch;
pub mod tax;

pub use inverse::Basis;
pub use micro::{Micro, MicroFigures, MicroKind, MicroTax};
pub use payslip::{Line, Payslip, Side};
pub use portage::{Billing, Portage, PortageFigures};
pub use profile::Profile;
pub use schedule::{Figures, Schedule};
pub use tax::Tax;

pub use crate::model::rules::{Rate, Rules, Section, Status};
