//! What is said beside an answer on training: what was left out, and why nothing was found.

use super::TrainingReport;
use crate::model::text::{Text, text};

/// Every remark, in reading order.
pub fn of(report: &TrainingReport<'_>) -> Vec<Text> {
    let left_out = parts(report).into_iter().chain(left_out(report.left_out_unknown_fees));
    if !report.programmes.is_empty() {
        return left_out.collect();
    }
    let none = report.unknown_cities.is_empty().then(|| {
        text("aucune formation ne remplit toutes ces conditions", "no programme meets all these conditions")
    });
    let nearest = report.nearest.as_ref().map(|nearest| {
        Text::new(
            format!("au plus près : {}, à {} ({} km)", nearest.name.fr, nearest.city, nearest.distance_km),
            format!("nearest: {}, in {} ({} km)", nearest.name.en, nearest.city, nearest.distance_km),
        )
    });
    left_out
        .chain(report.unknown_cities.iter().cloned())
        .chain(none)
        .chain(report.emptied_by.iter().map(|emptied| dropped(emptied.filter, emptied.without)))
        .chain(nearest)
        .collect()
}

/// How many programmes are in the place asked for, and how many may be; the answer names them further down.
fn parts(report: &TrainingReport<'_>) -> Option<Text> {
    let (there, widely) = (report.programmes.len(), report.widely_offered.len());
    let unknown = report.town_unknown.len();
    (widely + unknown > 0).then(|| {
        Text::new(
            format!("sur place : {there} ; en beaucoup de villes : {widely} ; ville non dite : {unknown}"),
            format!("there: {there}; in many towns: {widely}; town not said: {unknown}"),
        )
    })
}

fn left_out(unknown: usize) -> Option<Text> {
    (unknown > 0).then(|| match unknown {
        1 => text(
            "1 formation laissée de côté : ses frais sont inconnus",
            "1 programme left out: its fees are unknown",
        ),
        _ => Text::new(
            format!("{unknown} formations laissées de côté : leurs frais sont inconnus"),
            format!("{unknown} programmes left out: their fees are unknown"),
        ),
    })
}

fn dropped(filter: &str, without: usize) -> Text {
    match without {
        1 => Text::new(
            format!("sans `{filter}`, 1 formation remplit les autres conditions"),
            format!("without `{filter}`, 1 programme meets the other conditions"),
        ),
        _ => Text::new(
            format!("sans `{filter}`, {without} formations remplissent les autres conditions"),
            format!("without `{filter}`, {without} programmes meet the other conditions"),
        ),
    }
}
