//! An ad as people read it: its terms, what it asks, how a CV answers, what is missing and odd.

use super::AdReport;
use super::fit::{Fit, FitLine};
use super::terms;
use crate::model::text::{Text, text};
use crate::query::{floors, to_check};
use crate::reader::ad::AdSkill;
use crate::report::{Block, Cell, Document, Kind, Report, Table};

/// The whole answer.
pub fn of(report: &AdReport<'_>) -> Document {
    let mut document = Document::new(text("Ce que dit cette annonce", "What this ad says"))
        .with_notes(report.below_floor.clone())
        .with(Block::Facts(terms::of(&report.ad)));
    document = document.with(Block::Table(skills(report)));
    if let Some(fit) = &report.fit {
        document = document.with(Block::Table(fit_table(fit)));
        document = document.with(Block::Note(fit_note(fit)));
    }
    document = document.with_notes(report.assumptions.clone());
    document = document.with_all(pay_against(report)).with_all(floors(report));
    let remarks = report.missing.iter().chain(&report.odd).map(|remark| Block::Note(remark.text.clone()));
    document.with_all(remarks).with(Block::Note(text(
        "Seuls les mots écrits comptent, et rien ne quitte cette machine.",
        "Only written words count, and nothing leaves this machine.",
    )))
}

/// The pay of the ad in net, against the floors and against each source, as an offer or a day rate is shown.
fn pay_against(report: &AdReport<'_>) -> impl Iterator<Item = Block> {
    let offer = report.offer.as_ref().map(Report::document);
    let rates = report.rates.as_ref().map(Report::document);
    let blocks = offer.into_iter().chain(rates).flat_map(|document| document.blocks);
    blocks.filter(|block| matches!(block, Block::Facts(_) | Block::Ranges(_)))
}

/// A skill a row; for machines with the terms of the ad and what the CV answers beside it.
fn skills(report: &AdReport<'_>) -> Table {
    let answers = |skill: &AdSkill<'_>| report.fit.as_ref()?.lines.iter().find(|line| line.id == skill.id);
    let mut table = Table::of(&report.ad.skills)
        .hidden("id", Kind::Name, text("Id", "Id"), |skill| skill.id)
        .grouped("asked", Kind::Name, text("Demande", "Demand"), |skill| skill.asked)
        .column("name", Kind::Text, text("Compétence", "Skill"), |skill| skill.name)
        .hidden("kind", Kind::Name, text("Nature", "Kind"), |skill| skill.kind)
        .column("category", Kind::Name, text("Catégorie", "Category"), |skill| skill.category)
        .column("matched", Kind::Names, text("Mots de l’annonce", "Words of the ad"), |skill| {
            &skill.matched
        });
    if report.fit.is_some() {
        table = table
            .hidden("answer", Kind::Name, text("CV", "CV"), |skill| answers(skill).map(|line| line.answer))
            .hidden("cv_words", Kind::Names, text("Mots du CV", "Words of the CV"), |skill| {
                answers(skill).map(|line| &line.words)
            });
    }
    terms::columns(&report.ad, table).main()
}

fn fit_table(fit: &Fit<'_>) -> Table {
    let words = |line: &FitLine<'_>| match line.implied_names.as_slice() {
        [] => Cell::from(&line.words),
        names => Cell::Text(to_check::implied_by(names)),
    };
    Table::of(&fit.lines)
        .column("answer", Kind::Name, text("CV", "CV"), |line| line.answer)
        .column("asked", Kind::Name, text("Demande", "Demand"), |line| line.asked)
        .column("name", Kind::Text, text("Compétence", "Skill"), |line| line.name)
        .column("words", Kind::Names, text("Mots du CV", "Words of the CV"), words)
        .noted(|line| line.denied.then_some(to_check::DENIED))
        .aside(Text::new(
            format!("Le CV : {} des {} compétences exigées", fit.must_had, fit.must),
            format!("The CV: {} of the {} required skills", fit.must_had, fit.must),
        ))
}

/// Where the pay stands among the legal floors.
fn floors(report: &AdReport<'_>) -> Option<Block> {
    let rows = floors::nearest(&report.floors);
    (!rows.is_empty()).then(|| Block::Table(floors::table(rows, &report.citations)))
}

/// What the count of skills leaves out.
fn fit_note(fit: &Fit<'_>) -> Text {
    to_check::note(&to_check::ALL_SKILLS, fit.to_check.iter().map(|one| &one.text))
}
