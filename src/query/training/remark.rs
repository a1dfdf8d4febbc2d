//! What is said of an answer on training: what was left out, why nothing was found, and how to go on.

use super::filter::Emptied;
use super::{Nearest, TrainingReport};
use crate::model::text::{Text, text};

/// A message lists no more towns than this.
const LISTED: usize = 60;

/// What stands beside the answer, in reading order.
pub fn of(report: &TrainingReport<'_>) -> Vec<Text> {
    // In the words of the answer, for whoever reads it as JSON or CSV.
    let none = report.programmes.is_empty().then(|| nothing(report)).into_iter().flatten().map(sentence);
    parts(report).into_iter().chain(left_out(report.left_out_unknown_fees)).chain(none).collect()
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

/// What must be read before the answer: why nothing was found, and how to go on.
pub fn above(report: &TrainingReport<'_>) -> Vec<Text> {
    let town = report.named_towns.iter().map(|town| {
        Text::new(
            format!("« {town} » est aussi une ville : `--city {town}` montre les écoles qui y sont."),
            format!("`{town}` is a town too: `--city {town}` shows the schools that are there."),
        )
    });
    let regions = report.regions_read.iter().map(|(typed, region)| {
        Text::new(
            format!("« {typed} » est compris comme la région {region}."),
            format!("`{typed}` is read as the region {region}."),
        )
    });
    let town = regions.chain(town);
    if !report.programmes.is_empty() {
        return town.collect();
    }
    let unknown = (!report.unknown_cities.is_empty()).then(|| unknown_town(&report.known_cities));
    nothing(report)
        .into_iter()
        .chain(report.emptied_by.iter().map(dropped))
        .chain(several(report))
        .chain(report.nearest.as_ref().map(nearest))
        .map(sentence)
        .chain(unknown)
        .chain(town)
        .collect()
}

/// That nothing was found.
fn nothing(report: &TrainingReport<'_>) -> Vec<Text> {
    if !report.unknown_cities.is_empty() {
        let unknown = |city: &String| {
            Text::new(format!("aucune école connue à « {city} »"), format!("no school known in `{city}`"))
        };
        return report.unknown_cities.iter().map(unknown).collect();
    }
    vec![if report.widely_offered.is_empty() {
        text("aucune formation ne remplit toutes ces conditions", "no programme meets all these conditions")
    } else {
        text(
            "aucune source ne nomme à cet endroit d’école qui remplit toutes ces conditions ; ce qui est proposé dans beaucoup de villes peut s’y trouver",
            "no source names a school in that place that meets all these conditions; what is offered in many towns may be there too",
        )
    }]
}

/// How to ask for a town of which nothing is known.
fn unknown_town(known: &[&str]) -> Text {
    let more = if known.len() > LISTED { ", …" } else { "" };
    let list = format!("{}{more}", known[..known.len().min(LISTED)].join(", "));
    Text::new(
        format!(
            "Une ville que les données ne connaissent pas se demande par son département (`--department 69`) ou sa région (`--region aura`). Villes citées : {list}."
        ),
        format!(
            "A town that the data does not know is asked for by its department (`--department 69`) or region (`--region aura`). Towns named: {list}."
        ),
    )
}

/// What comes nearest.
fn nearest(nearest: &Nearest<'_>) -> Text {
    let (km, from) = (nearest.distance_km, &nearest.from);
    Text::new(
        format!("au plus près : {} ({}), à {km} km de {from}", nearest.name.fr, nearest.city),
        format!("nearest: {} ({}), {km} km from {from}", nearest.name.en, nearest.city),
    )
}

/// That no condition alone emptied the answer.
fn several(report: &TrainingReport<'_>) -> Option<Text> {
    let together = report.conditions > 1 && report.emptied_by.is_empty() && report.widely_offered.is_empty();
    together.then(|| {
        text(
            "il faut lever plusieurs de ces conditions pour trouver une formation",
            "several of these conditions must be dropped to find a programme",
        )
    })
}

/// A remark as a sentence of its own.
fn sentence(remark: Text) -> Text {
    let whole = |remark: &str| {
        let mut chars = remark.chars();
        let first = chars.next().into_iter().flat_map(char::to_uppercase);
        format!("{}.", first.chain(chars).collect::<String>())
    };
    remark.map(whole).spaced()
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

/// How many programmes meet the other conditions.
fn dropped(emptied: &Emptied) -> Text {
    let option = emptied.condition.option();
    let there = match emptied.without {
        0 => None,
        1 => {
            Some(text("1 formation remplit les autres conditions", "1 programme meets the other conditions"))
        }
        count => Some(Text::new(
            format!("{count} formations remplissent les autres conditions"),
            format!("{count} programmes meet the other conditions"),
        )),
    };
    let widely = match (emptied.widely_offered, there.is_some()) {
        (0, _) => None,
        (1, true) => {
            Some(text("1 autre est proposée dans beaucoup de villes", "1 more is offered in many towns"))
        }
        (1, false) => Some(text(
            "1 formation proposée dans beaucoup de villes remplit les autres conditions",
            "1 programme that is offered in many towns meets the other conditions",
        )),
        (count, true) => Some(Text::new(
            format!("{count} autres sont proposées dans beaucoup de villes"),
            format!("{count} more are offered in many towns"),
        )),
        (count, false) => Some(Text::new(
            format!("{count} formations proposées dans beaucoup de villes remplissent les autres conditions"),
            format!("{count} programmes that are offered in many towns meet the other conditions"),
        )),
    };
    let parts: Vec<Text> = [there, widely].into_iter().flatten().collect();
    let said = Text::joined_by(parts, &text(" et ", " and "));
    Text::new(format!("sans `{option}`, {}", said.fr), format!("without `{option}`, {}", said.en))
}
