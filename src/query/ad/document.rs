//! An ad as people read it: its terms, what it asks, how a CV answers, what is missing and odd.

use super::AdReport;
use super::fit::{Fit, FitLine};
use super::terms;
use crate::model::text::{Text, text};
use crate::query::{floors, to_check};
use crate::reader::ad::{AdSkill, Asked};
use crate::report::{Block, Cell, Column, Document, Kind, Report, Row, Table, Term, TypedColumn, col};

/// The whole answer.
pub fn of(report: &AdReport<'_>) -> Document {
    let mut document = Document::new(text("Ce que dit cette annonce", "What this ad says"))
        .with_all(report.below_floor.clone().map(Block::Note))
        .with(Block::Facts(terms::of(&report.ad)));
    document = document.with(Block::Table(skills(report)));
    if let Some(fit) = &report.fit {
        let title = Text::new(
            format!("Le CV : {} des {} compétences exigées", fit.must_had, fit.must),
            format!("The CV: {} of the {} required skills", fit.must_had, fit.must),
        );
        document = document.with(Block::Table(Table::aside(
            title,
            fit_columns(),
            fit.lines.iter().map(fit_row).collect(),
        )));
        document = document.with(Block::Note(fit_note(fit)));
    }
    document = document.with_all(report.assumptions.iter().cloned().map(Block::Note));
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
    let ad = &report.ad;
    let answers = |skill: &AdSkill<'_>| report.fit.as_ref()?.lines.iter().find(|line| line.id == skill.id);
    let mut columns: Vec<TypedColumn<'_, &AdSkill<'_>>> = vec![
        col("id", Kind::Name, text("Id", "Id"), |skill: &&AdSkill<'_>| Cell::Word(skill.id.to_string()))
            .hidden(),
        col("asked", Kind::Name, text("Demande", "Demand"), |skill: &&AdSkill<'_>| {
            Cell::Term(Term::of::<Asked>(skill.asked))
        })
        .grouped(),
        col("name", Kind::Text, text("Compétence", "Skill"), |skill: &&AdSkill<'_>| {
            Cell::Text(skill.name.clone())
        }),
        col("kind", Kind::Name, text("Nature", "Kind"), |skill: &&AdSkill<'_>| {
            Cell::Term(Term::of(skill.kind))
        })
        .hidden(),
        col("category", Kind::Name, text("Catégorie", "Category"), |skill: &&AdSkill<'_>| {
            Cell::Term(Term::of(skill.category))
        }),
        col(
            "matched",
            Kind::Names,
            text("Mots de l’annonce", "Words of the ad"),
            |skill: &&AdSkill<'_>| Cell::Words(skill.matched.clone()),
        ),
    ];
    if report.fit.is_some() {
        columns.push(
            col("answer", Kind::Name, text("CV", "CV"), move |skill: &&AdSkill<'_>| {
                Cell::of(answers(skill), |line| Cell::Term(Term::of(line.answer)))
            })
            .hidden(),
        );
        columns.push(
            col(
                "cv_words",
                Kind::Names,
                text("Mots du CV", "Words of the CV"),
                move |skill: &&AdSkill<'_>| Cell::of(answers(skill), |line| Cell::Words(line.words.clone())),
            )
            .hidden(),
        );
    }
    columns.extend(terms::columns(ad));
    Table::of(ad.skills.iter(), columns)
}

fn fit_columns() -> Vec<Column> {
    vec![
        Column::new("answer", Kind::Name, text("CV", "CV")),
        Column::new("asked", Kind::Name, text("Demande", "Demand")),
        Column::new("name", Kind::Text, text("Compétence", "Skill")),
        Column::new("words", Kind::Names, text("Mots du CV", "Words of the CV")),
    ]
}

fn fit_row(line: &FitLine<'_>) -> Row {
    let words = if line.implied_names.is_empty() {
        Cell::Words(line.words.clone())
    } else {
        Cell::Text(to_check::implied_by(&line.implied_names))
    };
    Row::new(vec![
        Cell::Term(Term::of(line.answer)),
        Cell::Term(Term::of(line.asked)),
        Cell::Text(line.name.clone()),
        words,
    ])
    .noted(line.denied.then_some(to_check::DENIED))
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
