//! Programmes side by side: entry, years, cost, work-study, admission, towns, payback, who says so.

use super::{CompareParams, Compared, ComparedRow, Side, Subject};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figures::{amounts, duration_of};
use crate::model::money::{Money, Range};
use crate::model::text::{Text, text};
use crate::model::training::Programme;
use crate::model::vocabulary::Vocabulary;
use crate::query::cite::Citations;
use crate::query::payback::{self, PaybackParams};
use crate::query::training;

/// The rows of the programmes asked for.
pub fn of(dataset: &Dataset, params: &CompareParams) -> Result<Side, Reason> {
    let all = &dataset.training()?.programmes;
    let mut asked: Vec<&Programme> = Vec::new();
    for subject in &params.subjects {
        // Of several that a word stands for, the first is meant.
        let ids = training::named(all, std::slice::from_ref(subject))?;
        asked.extend(all.iter().find(|programme| ids.first() == Some(&programme.id.as_str())));
    }
    let ids = asked.iter().map(|programme| programme.id.to_string()).collect();
    let accounts =
        payback::ask(&PaybackParams { names: ids, from: params.from, ..PaybackParams::default() }, dataset)?;
    let from = params.from.map_or(text("", ""), Vocabulary::label);
    let years = Text::new(format!("Durée depuis {}", from.fr), format!("Duration from {}", from.en));
    let citations = Citations::new(dataset)?;
    let row = |key, label, value: &dyn Fn(&Programme) -> Option<Text>| {
        ComparedRow::new(key, label, asked.iter().map(|programme| value(programme)).collect())
    };
    let rows = vec![
        row("level", text("Niveau", "Level"), &|one| Some(one.level.label())),
        row("kind", text("Type", "Kind"), &|one| Some(one.kind.label())),
        row("sector", text("Secteur", "Sector"), &|one| one.sector.map(Vocabulary::label)),
        row("entry", text("Niveau d’entrée", "Entry level"), &|one| one.entry.map(Vocabulary::label)),
        row("duration", text("Durée", "Duration"), &|one| one.duration_months.and_then(duration_of)),
        row("total_duration", years, &|one| accounts.duration_of(&one.id)),
        row("tuition_per_year", text("Frais par an", "Fees a year"), &|one| {
            one.tuition_per_year().and_then(span)
        }),
        row("cost", text("À payer en tout", "To be paid in all"), &|one| {
            accounts.cost_of(&one.id).and_then(span)
        }),
        row("payback", text("Amortie en", "Paid back in"), &|one| accounts.paid_back(&one.id)),
        row("work_study", text("Alternance", "Work-study"), &|one| Some(one.work_study().label())),
        row("apprenticeship", text("Apprentissage", "Apprenticeship"), &|one| one.apprenticeship.clone()),
        row("admission", text("Admission", "Admission"), &|one| one.admission.clone()),
        row("demand", text("Candidatures", "Applications"), &|one| one.demand.clone()),
        row("outcome", text("Après", "Afterwards"), &|one| one.outcome.clone()),
        row("towns", text("Villes", "Towns"), &|one| towns(one).or_else(|| one.availability.clone())),
        row("titles", text("Titres enregistrés", "Registered titles"), &|one| {
            (!one.titles.is_empty()).then(|| Text::same(&one.titles.join(", ").to_uppercase()))
        }),
        row("caveat", text("Réserve", "Caveat"), &|one| {
            one.caveat.as_ref().map(|caveat| caveat.reason.clone())
        }),
        row("sources", text("Selon", "According to"), &|one| Some(citations.list(&one.sources))),
    ];
    // No caveat is good news, not something that no source says; nor are years from a diploma that nobody named.
    let is_told = |row: &ComparedRow| match row.key {
        "caveat" => row.has_value(),
        "total_duration" => params.from.is_some(),
        _ => true,
    };
    let rows = rows.into_iter().filter(is_told).collect();
    let subject = |one: &&Programme| Subject { id: one.id.to_string(), name: one.name.clone() };
    let note = text(
        "À payer en tout : frais de toutes les années et contribution de vie étudiante, sans salaire actuel ; `backend-career payback` compte votre cas.",
        "To be paid in all: the fees of all years and the contribution to student life, without pay today; `backend-career payback` counts your own case.",
    );
    Ok((Compared::Programmes, asked.iter().map(subject).collect(), rows, vec![note]))
}

/// The towns of its schools, each once.
fn towns(programme: &Programme) -> Option<Text> {
    let mut towns: Vec<&str> =
        programme.providers.iter().filter_map(|provider| provider.city.as_deref()).collect();
    towns.sort_unstable();
    towns.dedup();
    (!towns.is_empty()).then(|| Text::same(&towns.join(", ")))
}

/// Two amounts, or one if they are the same.
pub fn span(range: Range<Money>) -> Option<Text> {
    let (low, high) = range.ends()?;
    amounts(Range::between(low.rounded(), high.rounded()))
}
