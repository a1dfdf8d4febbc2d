//! What must be said of one figure of pay.

use super::{ObservationLine, SalaryReport};
use crate::model::figures::{amount, amounts};
use crate::model::money::Range;
use crate::model::text::{Text, text};
use crate::model::vocabulary::{Per, Vocabulary};
use crate::query::particulars::told_apart;

/// Everything that is said of one figure.
pub fn remarks(one: &ObservationLine<'_>, report: &SalaryReport<'_>, is_alone: bool) -> Vec<Text> {
    let caveats = report.caveats.iter().filter(|caveat| caveat.is_about(one.id));
    let own = [
        stated_otherwise(one, report.per),
        told_apart(one.observation, is_alone).map(only),
        spread(one),
        one.note.cloned(),
        experience(one),
        one.inferred.then(mapped),
    ];
    own.into_iter().flatten().chain(caveats.map(|caveat| caveat.reason.clone())).collect()
}

fn mapped() -> Text {
    text("Le niveau est notre lecture du mot de la source.", "The level is our reading of the source’s word.")
}

/// The amount as the source states it, where that is for another period than the one shown.
fn stated_otherwise(one: &ObservationLine<'_>, per: Per) -> Option<Text> {
    if one.stated.per == per {
        return None;
    }
    let amounts = amounts(Range { low: one.stated.low, high: one.stated.high })?;
    let per = one.stated.per.label();
    Some(Text::new(
        format!("La source l’énonce par {} : {}.", per.fr, amounts.fr),
        format!("The source states it by the {}: {}.", per.en, amounts.en),
    ))
}

/// That a figure is not about everyone it is shown under.
pub fn only(whom: Text) -> Text {
    Text::new(format!("Seulement : {}.", whom.fr), format!("Only: {}.", whom.en))
}

/// The rest of a distribution, in words.
fn spread(one: &ObservationLine<'_>) -> Option<Text> {
    let spread = one.spread?;
    let points = [
        (text("un sur dix gagne moins de", "one in ten earns less than"), spread.p10),
        (text("un sur quatre gagne moins de", "one in four earns less than"), spread.p25),
        (text("la moitié gagne moins de", "half earn less than"), spread.median),
        (text("un sur quatre gagne plus de", "one in four earns more than"), spread.p75),
        (text("un sur dix gagne plus de", "one in ten earns more than"), spread.p90),
        (text("la moyenne est de", "the mean is"), spread.mean),
    ];
    let known = points.into_iter().filter_map(|(words, point)| Some([words, amount(point?)]));
    let parts: Vec<Text> = known.map(|part| Text::joined(part, " ")).collect();
    let Text { fr, en } = Text::joined(&parts, ", ");
    (!parts.is_empty()).then(|| Text::new(format!("Répartition : {fr}."), format!("Distribution: {en}.")))
}

fn experience(one: &ObservationLine<'_>) -> Option<Text> {
    let Range { low: Some(low), high } = one.experience_years? else { return None };
    let Some(high) = high else {
        return Some(Text::new(
            format!("À partir de {low} ans d’expérience, selon la source."),
            format!("From {low} years of experience, the source says."),
        ));
    };
    if low == high {
        return Some(Text::new(
            format!("Pour {low} ans d’expérience, selon la source."),
            format!("For {low} years of experience, the source says."),
        ));
    }
    let years = if high < 2 { "an" } else { "ans" };
    Some(Text::new(
        format!("Pour {low} à {high} {years} d’expérience, selon la source."),
        format!("For {low} to {high} years of experience, the source says."),
    ))
}
