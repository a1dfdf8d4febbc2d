//! Every question of the explorer. A new one is a `Question` here and a line of [`HOME`].

mod decide;
mod discover;
mod trust;

pub use self::decide::{FIT, FREELANCE, GAP, MY_CASE, OFFER, PAY};
pub use self::discover::{MISSIONS, PROGRESSION, RATES, SALARY, SKILLS, TRAINING, WORK};
pub use self::trust::{COMPARE, GLOSSARY, SHOW, SOURCE, SOURCES};
use super::question::{Asked, Question};
use crate::model::text::{Text, text};
use crate::model::vocabulary::Per;

/// The questions of the home screen, in groups with a blank line between them.
pub static HOME: &[&[&Question]] = &[
    &[&MISSIONS, &SKILLS, &SALARY, &TRAINING, &PROGRESSION, &WORK],
    &[&MY_CASE, &OFFER, &PAY, &FREELANCE, &RATES, &GAP, &FIT],
    &[&SOURCES, &GLOSSARY],
];

/// Gross amounts, of a year or of a month.
fn gross(asked: &Asked) -> Text {
    per(asked, &text("brut", "gross"))
}

/// What amounts are, and of which period.
fn per(asked: &Asked, kind: &Text) -> Text {
    let per = match asked.choice("per").unwrap_or(Per::Year) {
        Per::Month => text("par mois", "a month"),
        Per::Year => text("par an", "a year"),
    };
    let separate = if kind.en.is_empty() { "" } else { ", " };
    Text::new(format!("{}{separate}{}", kind.fr, per.fr), format!("{}{separate}{}", kind.en, per.en))
}
