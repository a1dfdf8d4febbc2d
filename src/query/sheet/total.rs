//! What each programme costs in all for who begins after the baccalauréat.

use serde::Serialize;

use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figures::{amount, amounts};
use crate::model::id::EntryId;
use crate::model::money::{Money, Range};
use crate::model::text::{Lang, Text, text};
use crate::model::training::ProgrammeKind;
use crate::model::vocabulary::Vocabulary;
use crate::query::payback::{self, Diploma, PaybackParams};
use crate::query::training::TrainingReport;
use crate::report::Cell;

/// What a programme costs in all from the baccalauréat on.
#[derive(Debug, Clone, Serialize)]
pub struct Total {
    /// The programme.
    id: EntryId,
    /// The fees of all years with the contribution to student life; `None` where a part is unknown.
    cost: Option<Range<Money>>,
    /// What must come before, where it is not counted: there are several ways to it.
    before: Option<Text>,
}

/// The totals of the programmes of a sheet, as `payback --from bac` has them.
///
/// # Errors
/// Fails if a file is invalid.
pub fn of(training: &TrainingReport<'_>, dataset: &Dataset) -> Result<Vec<Total>, Reason> {
    let params = PaybackParams { from: Some(Diploma::Bac), ..PaybackParams::default() };
    let accounts = payback::report(&params, dataset)?;
    let total = |line: &crate::query::training::ProgrammeLine<'_>| {
        let programme = &line.programme;
        // A preparatory class is how one gets into an engineering school; elsewhere any diploma of the level will do.
        let before = || match programme.kind {
            ProgrammeKind::EngineeringDegree => Some(text("prépa", "prep class")),
            _ => programme.entry.map(Vocabulary::label),
        };
        let before = accounts.leaves_out(&programme.id).then(before).flatten();
        Total { id: programme.id.clone(), cost: accounts.cost_of(&programme.id), before }
    };
    Ok(training.programmes.iter().map(total).collect())
}

/// The total of a programme as a cell: `849 €`, `283 € + bac+2`.
pub fn cell(totals: &[Total], id: &str) -> Cell {
    let Some(total) = totals.iter().find(|total| total.id.as_str() == id) else { return Cell::Empty };
    match (total.cost, &total.before) {
        (None, _) => Cell::Empty,
        (Some(cost), None) => Cell::Amounts(cost),
        (Some(cost), Some(before)) => Cell::of(amounts(cost), |cost| {
            let told = |lang: Lang| format!("{} + {}", cost.in_lang(lang), before.in_lang(lang));
            Cell::Text(Text::new(told(Lang::Fr), told(Lang::En)))
        }),
    }
}

/// What the totals count; the contribution is of a year.
pub fn note(contribution: Option<Money>) -> Text {
    let of_a_year = contribution.map(amount);
    let written = |lang: Lang| of_a_year.as_ref().map_or("", |of_a_year| of_a_year.in_lang(lang));
    Text::new(
        format!(
            "Total depuis le bac : frais de toutes les années (licence comprise pour le master) et {} de CVEC, la contribution de vie étudiante, par an, sauf en BTS ; « + » : ce qui précède, non compté. Les boursiers ne paient ni frais publics ni CVEC ; l’apprentissage dispense des frais et donne un salaire. Ni logement, ni aide.",
            written(Lang::Fr)
        ),
        format!(
            "Total since the bac: fees of all years (of the licence too for the master) and {} of CVEC, the contribution to student life, a year, except in a BTS; “+”: what comes before, not counted. Grant holders pay neither public fees nor the CVEC; an apprenticeship frees of fees and pays a wage. No rent, no aid.",
            written(Lang::En)
        ),
    )
}
