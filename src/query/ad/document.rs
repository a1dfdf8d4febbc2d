//! An ad as people read it: its terms, what it asks, how a CV answers, what is missing and odd.

use super::AdReport;
use super::fit::{Fit, FitLine};
use crate::model::figures::amount;
use crate::model::text::{Text, text};
use crate::query::to_check;
use crate::reader::ad::Period;
use crate::reader::ad::{AdSkill, Asked};
use crate::report::{Block, Cell, Column, Document, Facts, Kind, Report, Row, Table, Term};

/// The whole answer.
pub fn of(report: &AdReport<'_>) -> Document {
    let (warning, floors) = report.below_floor.clone().unzip();
    let mut document = Document::new(text("Ce que dit cette annonce", "What this ad says"))
        .with_all(warning.map(Block::Note))
        .with(Block::Facts(terms(report)))
        .with_all(floors.map(Block::Table));
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
    document = document.with_all(pay_against(report));
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

fn terms(report: &AdReport<'_>) -> Facts {
    let ad = &report.ad;
    let pay = ad.pay.map(|pay| {
        let (low, high) = (amount(pay.low), amount(pay.high));
        let (fr, en) = match pay.per {
            Period::Year => ("par an", "a year"),
            Period::Month => ("par mois", "a month"),
            Period::Day => ("par jour", "a day"),
        };
        let (brut, gross) = match pay.gross {
            Some(true) => (" brut", " gross"),
            Some(false) => (" net", " net"),
            None => ("", ""),
        };
        if pay.low < pay.high {
            Text::new(
                format!("{} à {}{brut} {fr}", low.fr, high.fr),
                format!("{} to {}{gross} {en}", low.en, high.en),
            )
        } else {
            Text::new(format!("{}{brut} {fr}", low.fr), format!("{}{gross} {en}", low.en))
        }
    });
    let years = ad.experience_years.map(to_check::years_of);
    Facts {
        title: None,
        items: vec![
            (text("Rémunération", "Pay"), Cell::of(pay, Cell::Text)),
            (text("Contrat", "Contract"), Cell::of(ad.contract, |contract| Cell::Term(Term::of(contract)))),
            (text("Niveau", "Level"), Cell::of(ad.level, |level| Cell::Term(Term::of(level)))),
            (text("Expérience", "Experience"), Cell::of(years, Cell::Text)),
            (text("Diplôme", "Diploma"), Cell::of(ad.study_level, |level| Cell::Term(Term::of(level)))),
            (
                text("Jours à distance par semaine", "Remote days a week"),
                Cell::of(ad.remote_days, |days| Cell::Count(u64::from(days))),
            ),
            (text("Ville", "Town"), Cell::of(ad.city.clone(), Cell::Word)),
        ],
    }
}

fn skills(report: &AdReport<'_>) -> Table {
    let columns = vec![
        Column::new("id", Kind::Name, text("Id", "Id")).hidden(),
        Column::new("asked", Kind::Name, text("Demande", "Demand")).grouped(),
        Column::new("name", Kind::Text, text("Compétence", "Skill")),
        Column::new("kind", Kind::Name, text("Nature", "Kind")).hidden(),
        Column::new("category", Kind::Name, text("Catégorie", "Category")),
        Column::new("matched", Kind::Names, text("Mots de l’annonce", "Words of the ad")),
    ];
    let row = |skill: &AdSkill<'_>| {
        Row::new(vec![
            Cell::Word(skill.id.to_string()),
            Cell::Term(Term::of::<Asked>(skill.asked)),
            Cell::Text(skill.name.clone()),
            Cell::Term(Term::of(skill.kind)),
            Cell::Term(Term::of(skill.category)),
            Cell::Words(skill.matched.clone()),
        ])
    };
    Table::main(columns, report.ad.skills.iter().map(row).collect())
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

/// What the count of skills leaves out.
fn fit_note(fit: &Fit<'_>) -> Text {
    to_check::note(&to_check::ALL_SKILLS, fit.to_check.iter().map(|one| &one.text))
}
