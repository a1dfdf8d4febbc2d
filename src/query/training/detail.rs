//! A programme, a title, a sum around a training: each told whole.

use super::TrainingReport;
use crate::model::figures::{amount, date};
use crate::model::funding::{Funding, FundingAmount};
use crate::model::money::Range;
use crate::model::text::{Text, text};
use crate::model::title::RegisteredTitle;
use crate::model::training::{FeePer, Programme, Provider, Tuition};
use crate::model::vocabulary::Vocabulary;
use crate::report::{Cell, Facts, Kind, Table, Term};

/// Everything that is known of a programme.
pub fn of(programme: &Programme, report: &TrainingReport<'_>) -> Facts {
    let fee = programme.tuition.as_ref().map(|fee| Range { low: fee.low, high: fee.high });
    let registration = programme.tuition.as_ref().and_then(|tuition| tuition.registration_per_year);
    let known = [
        (text("Niveau d’entrée", "Entry level"), Cell::from(programme.entry)),
        (text("Admission", "Admission"), Cell::from(&programme.admission)),
        (text("Candidatures", "Applications"), Cell::from(&programme.demand)),
        (fee_label(programme), Cell::from(fee)),
        (text("Frais de chaque année", "Fees of each year"), Cell::of(by_year(programme), Cell::Text)),
        (text("Inscription par an", "Registration a year"), Cell::from(registration)),
        (text("Frais selon", "Fees according to"), Cell::of(fee_source(programme, report), Cell::Text)),
        (text("Frais d’avant", "Earlier fees"), Cell::of(earlier(programme, report), Cell::Text)),
        (text("Contribution étudiante", "Student contribution"), contribution(programme, report)),
        (text("Alternance", "Work-study"), Cell::from(programme.work_study())),
        (text("Apprentissage", "Apprenticeship"), Cell::from(&programme.apprenticeship)),
        (text("Offre", "Offer"), Cell::from(&programme.availability)),
        (text("Après", "Afterwards"), Cell::from(&programme.outcome)),
        (text("À savoir", "To know"), Cell::from(&programme.note)),
        (
            text("Remplacé par", "Replaced by"),
            Cell::of(programme.replaced_by.as_ref(), |id| Cell::Word(id.clone())),
        ),
        (text("Déduit par nous", "Inferred by us"), inferred(programme)),
    ];
    let known = known.into_iter().filter(|(_, cell)| *cell != Cell::Empty);
    let schools = programme.providers.iter().flat_map(school);
    Facts { title: Some(programme.name.clone()), items: known.chain(schools).collect() }
}

/// What the stated fee is for.
fn fee_label(programme: &Programme) -> Text {
    match programme.tuition.as_ref().map(|tuition| tuition.per) {
        Some(FeePer::Programme) => text("Frais du cursus", "Fees in all"),
        _ => text("Frais par an", "Fees a year"),
    }
}

/// The fee of each year, where they differ.
fn by_year(programme: &Programme) -> Option<Text> {
    let fees = &programme.tuition.as_ref()?.by_year;
    (!fees.is_empty()).then(|| Text::joined(fees.iter().copied().map(amount), ", "))
}

/// Who states the fee, and of which year.
fn fee_source(programme: &Programme, report: &TrainingReport<'_>) -> Option<Text> {
    programme.tuition.as_ref().map(|tuition| stated_by(tuition, programme, report))
}

fn stated_by(tuition: &Tuition, programme: &Programme, report: &TrainingReport<'_>) -> Text {
    let sources = if tuition.sources.is_empty() { &programme.sources } else { &tuition.sources };
    let year = tuition.year.map(|year| format!(", {year}")).unwrap_or_default();
    report.citations.list(sources).map(|sources| format!("{sources}{year}"))
}

/// The fees that were stated before, with who stated them.
fn earlier(programme: &Programme, report: &TrainingReport<'_>) -> Option<Text> {
    let one = |tuition: &Tuition| {
        let (low, high) = (tuition.low.or(tuition.high)?, tuition.high.or(tuition.low)?);
        let (low, high, by) = (amount(low), amount(high), stated_by(tuition, programme, report));
        Some(Text::new(
            format!("{} à {} par {} ({})", low.fr, high.fr, tuition.per.label().fr, by.fr),
            format!("{} to {} a {} ({})", low.en, high.en, tuition.per.label().en, by.en),
        ))
    };
    let fees: Vec<Text> = programme.earlier_fees.iter().filter_map(one).collect();
    (!fees.is_empty()).then(|| Text::joined_by(fees, &text(" ; ", "; ")).spaced())
}

/// Whether the contribution to student life is due, and how much it is.
fn contribution(programme: &Programme, report: &TrainingReport<'_>) -> Cell {
    let due = report.contribution;
    Cell::of(programme.contribution, |owed| {
        Cell::Text(match (owed, due) {
            (true, Some(due)) => {
                let due = amount(due);
                Text::new(
                    format!("{} par an, sauf pour les boursiers", due.fr),
                    format!("{} a year, except for grant holders", due.en),
                )
            }
            (true, None) => {
                text("due chaque année, sauf par les boursiers", "due each year, except by grant holders")
            }
            (false, _) => text("non due", "not due"),
        })
    })
}

/// A school with its town, and its page on a line of its own.
fn school(provider: &Provider) -> impl Iterator<Item = (Text, Cell)> {
    let parts: Vec<&str> =
        [Some(&provider.name), provider.city.as_ref()].into_iter().flatten().map(String::as_str).collect();
    let link = provider.url.clone().map(|url| (text("Lien", "Link"), Cell::Link(url)));
    std::iter::once((text("École", "School"), Cell::Word(parts.join(" · ")))).chain(link)
}

/// Everything that is known of a registered title.
pub fn title(title: &RegisteredTitle, report: &TrainingReport<'_>) -> Facts {
    let dated = |day: &Option<String>| Cell::of(day.as_deref().map(date), Cell::Text);
    let blocks =
        (!title.blocks.is_empty()).then(|| Text::joined_by(&title.blocks, &text(" ; ", "; ")).spaced());
    let prepared =
        if title.prepared_by.is_empty() { Cell::Empty } else { Cell::Words(title.prepared_by.clone()) };
    // A list of titles has no room for addresses; one that is asked for shows its own.
    let link = title.url.clone().filter(|_| !report.is_open);
    let known = [
        (text("Numéro", "Number"), Cell::Word(title.code.clone())),
        (text("Niveau européen", "European level"), Cell::Count(title.level.into())),
        (text("Enregistré du", "Registered from"), dated(&title.from)),
        (text("Jusqu’au", "Until"), dated(&title.until)),
        (text("Blocs", "Blocks"), Cell::from(blocks)),
        (text("Voies", "Ways"), Cell::from(&title.routes)),
        (text("Examen", "Exam"), Cell::from(&title.exam)),
        (text("Après", "Afterwards"), Cell::from(&title.outcome)),
        (text("Offre", "Offer"), Cell::from(&title.availability)),
        (text("Préparé par, entre autres", "Prepared by, among others"), prepared),
        (text("Lien", "Link"), Cell::of(link, Cell::Link)),
        (text("Selon", "According to"), report.citations.cell(&title.sources)),
    ];
    let items = known.into_iter().filter(|(_, cell)| *cell != Cell::Empty).collect();
    let name = Text::new(format!("Titre : {}", title.name.fr), format!("Title: {}", title.name.en));
    Facts { title: Some(name), items }
}

/// What is due and who helps, a line each.
pub fn funding(report: &TrainingReport<'_>) -> Table {
    let mut entries = report.funding.clone();
    entries.sort_by_key(|funding| funding.kind);
    Table::of(entries)
        .grouped("kind", Kind::Name, text("Argent", "Money"), |funding| funding.kind)
        .column(
            "title",
            Kind::Text,
            text("Ce qui est dû, et qui aide", "What is due, and who helps"),
            |funding| &funding.title,
        )
        .column("amounts", Kind::Text, text("Montants", "Amounts"), amounts)
        .column("sources", Kind::Names, text("Selon", "According to"), |funding| {
            report.citations.cell(&funding.sources)
        })
        .noted(|funding| [funding.detail.clone()])
        .noted(|funding| funding.caveat.as_ref().map(|caveat| caveat.reason.clone()))
        .beside()
}

/// The lowest and the highest sum, or the shares of the minimum wage.
fn amounts(funding: &Funding) -> Option<Text> {
    let percents = || funding.shares.iter().map(|share| share.percent);
    if let (Some(low), Some(high)) = (percents().min_by(f64::total_cmp), percents().max_by(f64::total_cmp)) {
        return Some(Text::new(
            format!("de {low} à {high} % du Smic"),
            format!("{low} to {high}% of the minimum wage"),
        ));
    }
    let by_amount =
        |a: &&FundingAmount, b: &&FundingAmount| a.amount.as_euros().total_cmp(&b.amount.as_euros());
    let low = funding.amounts.iter().min_by(by_amount)?;
    let high = funding.amounts.iter().max_by(by_amount)?;
    let (per, least, most) = (low.per.label(), amount(low.amount), amount(high.amount));
    Some(if low.amount == high.amount {
        Text::new(format!("{} par {}", least.fr, per.fr), format!("{} a {}", least.en, per.en))
    } else {
        Text::new(
            format!("de {} à {} par {}", least.fr, most.fr, per.fr),
            format!("{} to {} a {}", least.en, most.en, per.en),
        )
    })
}

/// The fields that we worked out.
pub fn inferred(programme: &Programme) -> Cell {
    if programme.inferred.is_empty() {
        return Cell::Empty;
    }
    Cell::Terms(
        programme
            .inferred
            .iter()
            .map(|field: &crate::model::training::InferredField| Term::of(*field))
            .collect(),
    )
}
