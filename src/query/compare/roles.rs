//! Roles and levels side by side: pay, what leads there, where they lead, who says so.

use super::{CompareParams, Compared, ComparedRow, Side, Subject};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figures::amounts;
use crate::model::progression::{CareerRole, Step};
use crate::model::text::{Text, text};
use crate::model::vocabulary::{Per, Seniority, Vocabulary};
use crate::query::cite::Citations;
use crate::query::progression;

/// The rows of the roles asked for.
pub fn of(dataset: &Dataset, params: &CompareParams) -> Result<Side, Reason> {
    let roles = &dataset.progression()?.roles;
    let found: Result<Vec<&CareerRole>, _> =
        params.subjects.iter().map(|name| progression::find(roles, name)).collect();
    let found = found?;
    let subjects = found.iter().map(|role| Subject { id: role.id.to_string(), name: role.name.clone() });
    Ok((Compared::Roles, subjects.collect(), rows(dataset, &found)?, vec![not_said()]))
}

/// The rows of the levels asked for, which are roles of a career too.
pub fn levels(dataset: &Dataset, params: &CompareParams) -> Result<Side, Reason> {
    let roles = &dataset.progression()?.roles;
    let mut found = Vec::new();
    for name in &params.subjects {
        let level = Seniority::parse(name)?;
        found.push(progression::find(roles, level.id())?);
    }
    let subject = |role: &&CareerRole| {
        let name = Seniority::parse(role.id.as_str()).map_or_else(|_| role.name.clone(), Vocabulary::label);
        Subject { id: role.id.to_string(), name }
    };
    Ok((Compared::Levels, found.iter().map(subject).collect(), rows(dataset, &found)?, vec![not_said()]))
}

fn not_said() -> Text {
    text(
        "« – » : aucune source ne le dit. Les compétences sont celles du métier entier : `backend-career skills`.",
        "“–”: no source says. The skills are those of the whole job: `backend-career skills`.",
    )
}

fn rows(dataset: &Dataset, roles: &[&CareerRole]) -> Result<Vec<ComparedRow>, Reason> {
    let citations = Citations::new(dataset)?;
    let file = dataset.progression()?;
    let observations = &dataset.salaries()?.observations;
    let name = |id: &str| file.roles.iter().find(|role| role.id.as_str() == id).map(|role| &role.name);
    let listed = |found: Vec<&Text>| (!found.is_empty()).then(|| Text::joined(found, " · "));
    let row = |key, label, value: &dyn Fn(&CareerRole) -> Option<Text>| {
        ComparedRow::new(key, label, roles.iter().map(|role| value(role)).collect())
    };
    let into =
        |role: &CareerRole| file.steps.iter().filter(|step| step.to == role.id).collect::<Vec<&Step>>();
    let out =
        |role: &CareerRole| file.steps.iter().filter(|step| step.from == role.id).collect::<Vec<&Step>>();
    let learnt =
        |role: &CareerRole| listed(into(role).iter().filter_map(|step| step.learn.as_ref()).collect());
    Ok(vec![
        row("track", text("Filière", "Track"), &|role| Some(role.track.label())),
        row("pay", text("Salaire brut annuel cité", "Gross yearly pay stated"), &|role| {
            let level = Seniority::parse(role.id.as_str()).ok()?;
            // Each figure with who states it: a span over all of them would take a ceiling for a low end.
            let figures =
                observations.iter().filter(|one| one.is_in_span() && one.level == Some(level)).filter_map(
                    |one| Some(amounts(one.stated.over(Per::Year))?.bracketed(&citations.short(&one.source))),
                );
            let figures: Vec<Text> = figures.collect();
            listed(figures.iter().collect())
        }),
        row("from", text("On y vient de", "Reached from"), &|role| {
            listed(into(role).iter().filter_map(|step| name(step.from.as_str())).collect())
        }),
        row("learn", text("Ce qu’il faut apprendre", "What to learn for it"), &learnt),
        row("to", text("Mène à", "Leads to"), &|role| {
            listed(out(role).iter().filter_map(|step| name(step.to.as_str())).collect())
        }),
        row("note", text("À savoir", "To know"), &|role| role.note.clone()),
        row("sources", text("Selon", "According to"), &|role| {
            let level = Seniority::parse(role.id.as_str()).ok();
            let paid =
                observations.iter().filter(|one| one.is_in_span() && one.level == level && level.is_some());
            let mut sources = role.sources.clone();
            sources.extend(paid.map(|one| one.source.clone()));
            sources.sort();
            sources.dedup();
            Some(citations.list(&sources))
        }),
    ])
}
