//! Every question of the explorer. A new one is a `Question` here and a line of [`HOME`].

mod decide;
mod discover;
mod trust;

pub use self::decide::{FIT, FREELANCE, GAP, MY_CASE, OFFER, PAY};
pub use self::discover::{MISSIONS, PROGRESSION, RATES, SALARY, SKILLS, TRAINING, WORK};
pub use self::trust::{COMPARE, GLOSSARY, SHOW, SOURCE, SOURCES};
use super::chip::Chip;
use super::question::Question;
use crate::dataset::Dataset;
use crate::model::text::Text;

/// The questions of the home screen, in groups with a blank line between them.
pub static HOME: &[&[&Question]] = &[
    &[&MISSIONS, &SKILLS, &SALARY, &TRAINING, &PROGRESSION, &WORK],
    &[&MY_CASE, &OFFER, &PAY, &FREELANCE, &RATES, &GAP, &FIT],
    &[&SOURCES, &GLOSSARY],
];

/// No filters.
fn no_chips(_: &Dataset) -> Vec<Chip> {
    Vec::new()
}

/// No short answer.
fn no_hint(_: &Dataset) -> Option<Text> {
    None
}
