//! What each programme costs in all for who begins after the baccalauréat: fees of all years and contribution.

use serde::Serialize;

use crate::model::figures::amount;
use crate::model::funding::Funding;
use crate::model::money::{Money, Range};
use crate::model::text::{Text, text};
use crate::model::training::{Programme, ProgrammeKind};
use crate::model::vocabulary::Vocabulary;
use crate::query::payback::account::Account;
use crate::query::payback::case::{Case, Diploma};
use crate::query::payback::course::Course;
use crate::report::Cell;

/// What a programme costs in all from the baccalauréat on, as `payback --from bac` counts it.
#[derive(Debug, Clone, Serialize)]
pub struct Total {
    /// The fees of all years with the contribution to student life; `None` where a part is unknown.
    cost: Option<Range<Money>>,
    /// What must come before, where it is not counted: there are several ways to it.
    before: Option<Text>,
}

/// Someone who begins after the baccalauréat; the fee of a licence is among the sums of `funding`.
pub fn case(contribution: Option<Money>, funding: &[Funding]) -> Case<'static> {
    let nothing = Money::euros(0.0);
    Case {
        current: nothing,
        kept: nothing,
        entry_pay: None,
        from: Some(Diploma::Bac),
        apprentice: None,
        contribution,
        licence_fee: funding.iter().find_map(|entry| entry.per_year("licence")),
    }
}

impl Total {
    /// The total of a programme.
    pub fn of(programme: &Programme, case: &Case<'_>) -> Self {
        let course = Course::of(programme, case);
        let is_left_out = course.before.as_ref().is_some_and(|before| !before.counted);
        // A preparatory class is how one gets into an engineering school; elsewhere any diploma of the level will do.
        let before = || match programme.kind {
            ProgrammeKind::EngineeringDegree => Some(text("prépa", "prep")),
            _ => programme.entry.map(Vocabulary::label),
        };
        Self { cost: Account::of(&course, case).cost, before: is_left_out.then(before).flatten() }
    }

    /// The total, `849 €`, with what must come before and is not counted: `283 € + bac+2`.
    pub fn cell(&self) -> Cell {
        match (self.cost, &self.before) {
            (None, _) => Cell::Empty,
            (Some(cost), None) => Cell::Amounts(cost),
            (Some(cost), Some(before)) => Cell::AmountsAnd(cost, before.clone()),
        }
    }

    /// What must come before, where there is a total that does not count it.
    pub const fn without(&self) -> Option<&Text> {
        if self.cost.is_some() { self.before.as_ref() } else { None }
    }
}

/// What the totals count; the contribution is of a year.
pub fn note(contribution: Option<Money>) -> Text {
    let of_a_year = contribution.map_or(text("", ""), amount);
    Text::new(
        format!(
            "Total depuis le bac : frais de toutes les années (licence comprise pour le master) et {} de CVEC, la contribution de vie étudiante, par an, sauf en BTS ; « + » : ce qui précède, non compté. Les boursiers ne paient ni frais publics ni CVEC ; l’apprentissage dispense des frais et donne un salaire. Ni logement, ni aide.",
            of_a_year.fr
        ),
        format!(
            "Total since the bac: fees of all years (of the licence too for the master) and {} of CVEC, the contribution to student life, a year, except in a BTS; “+”: what comes before, not counted. Grant holders pay neither public fees nor the CVEC; an apprenticeship frees of fees and pays a wage. No rent, no aid.",
            of_a_year.en
        ),
    )
}
