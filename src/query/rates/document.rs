//! Day rates as people read them: a chart and a table per kind of price, with what to be careful about.

use super::{RateLine, RatesReport};
use crate::model::figure::Spread;
use crate::model::figures::amount;
use crate::model::money::Range;
use crate::model::rate::DayRate;
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::query::particulars::distribution;
use crate::report::{Bar, Block, Cell, Column, Document, Kind, Line, Ranges, Row, Table, Term};

/// The whole answer.
pub fn of(report: &RatesReport<'_>) -> Document {
    let document = Document::new(title(report));
    if report.kinds.is_empty() {
        return document;
    }
    document
        .with(Block::Ranges(chart(report)))
        .with(Block::Table(table(report).unseen()))
        .with(Block::Note(text(
            "Euros par jour, hors TVA. Un prix demandé, un tarif déclaré et un tarif placé par une agence sont trois choses : ils ne sont ni mélangés, ni moyennés.",
            "Euros a day, before VAT. An asked price, a declared rate and a rate placed by an agency are three things: they are neither mixed nor averaged.",
        )))
        .with(Block::Note(text(
            "Ce que laisse un tarif : `backend-career freelance --daily-rate EUROS`.",
            "What a rate leaves: `backend-career freelance --daily-rate EUROS`.",
        )))
}

fn title(report: &RatesReport<'_>) -> Text {
    let technology = report.technology.as_deref().map(|name| format!(", {name}")).unwrap_or_default();
    let (fr, en) = match report.experience_years {
        None => (String::new(), String::new()),
        Some(years @ (0 | 1)) => {
            (format!(", {years} an d’expérience"), format!(", {years} year of experience"))
        }
        Some(years) => (format!(", {years} ans d’expérience"), format!(", {years} years of experience")),
    };
    Text::new(
        format!("Tarifs journaliers des freelances en France{technology}{fr}"),
        format!("Day rates of freelances in France{technology}{en}"),
    )
}

fn chart(report: &RatesReport<'_>) -> Ranges {
    let bars = report.kinds.iter().flat_map(|kind| {
        kind.rates.iter().map(|line| {
            let rate = line.rate;
            let spread = rate.spread.as_ref();
            let drawn = spread.and_then(|spread| distribution(rate.per_day, rate.statistic, spread)).unzip();
            let source = report.citations.name(&line.rate.source);
            let detail = line.verdict.map_or_else(
                || source.clone(),
                |verdict| {
                    let verdict = verdict.label();
                    let (fr, en) =
                        (format!("{}, {}", source.fr, verdict.fr), format!("{}, {}", source.en, verdict.en));
                    Text::new(fr, en)
                },
            );
            Bar {
                detail: Some(detail),
                notes: remarks(line.rate),
                distribution: drawn.1,
                ..Bar::new(kind.basis.label(), rate.title.clone(), drawn.0.unwrap_or(rate.per_day))
            }
        })
    });
    let line = report.rate.map(|rate| Line {
        label: text("votre tarif", "your rate"),
        amount: rate,
        is_floor: false,
    });
    Ranges {
        title: text("Côte à côte, par jour", "Side by side, a day"),
        bars: bars.collect(),
        lines: line.into_iter().collect(),
    }
}

fn table(report: &RatesReport<'_>) -> Table {
    let shown = |key, kind, label| {
        let column = Column::new(key, kind, label);
        if report.rate.is_some() { column } else { column.hidden() }
    };
    let columns = vec![
        Column::new("id", Kind::Name, text("Id", "Id")).hidden(),
        Column::new("basis", Kind::Name, text("Prix", "Price")).grouped(),
        Column::new("title", Kind::Text, text("Qui", "Of whom")),
        Column::new("source", Kind::Name, text("Source", "Source")),
        Column::new("year", Kind::Number, text("Année", "Year")),
        Column::new("population", Kind::Name, text("Population", "Population")).hidden(),
        Column::new("level", Kind::Name, text("Niveau", "Level")).hidden(),
        Column::new("experience_years", Kind::Range, text("Expérience", "Experience")).hidden(),
        Column::new("technologies", Kind::Names, text("Technologies", "Technologies")).hidden(),
        Column::new("region", Kind::Text, text("Région", "Region")).hidden(),
        Column::new("statistic", Kind::Name, text("Statistique", "Statistic")),
        Column::new("answers", Kind::Number, text("Réponses", "Answers")).hidden(),
        Column::new("per_day", Kind::Range, text("Par jour", "A day")),
        shown("verdict", Kind::Name, text("Votre tarif est", "Your rate is")),
        shown("difference", Kind::Number, text("Écart", "Gap")),
        Column::new("confidence", Kind::Name, text("Fiabilité", "Confidence")).hidden(),
        Column::new("matches", Kind::Names, text("Conditions remplies", "Conditions met")).hidden(),
        Column::new("caveat", Kind::Text, text("Réserve", "Caveat")).hidden(),
    ];
    let rows = report.kinds.iter().flat_map(|kind| &kind.rates).map(|line| row(line, report));
    Table::main(columns, rows.collect())
}

fn row(line: &RateLine<'_>, report: &RatesReport<'_>) -> Row {
    let rate = line.rate;
    let caveat = rate.caveat.as_ref().map(|caveat| caveat.reason.clone());
    Row::new(vec![
        Cell::Word(rate.id.to_string()),
        Cell::Term(Term::of(rate.basis.kind)),
        Cell::Text(rate.title.clone()),
        Cell::Term(report.citations.term(&rate.source)),
        Cell::of(rate.year, Cell::Year),
        Cell::Term(Term::of(rate.population)),
        Cell::of(rate.level, |level| Cell::Term(Term::of(level))),
        Cell::of(rate.experience_years, |years: Range<u8>| Cell::Years(years.map(f64::from))),
        Cell::Words(rate.technologies.clone()),
        Cell::of(rate.region.clone(), Cell::Text),
        Cell::Term(Term::of(rate.statistic)),
        Cell::of(rate.basis.answers, |answers| Cell::Count(answers.into())),
        Cell::Amounts(rate.per_day),
        Cell::of(line.verdict, |verdict| Cell::Term(Term::of(verdict))),
        Cell::of(line.difference, Cell::Money),
        Cell::Term(Term::of(rate.confidence)),
        Cell::Words(line.matches.iter().map(|name| (*name).to_owned()).collect()),
        Cell::of(caveat.clone(), Cell::Text),
    ])
    .noted(remarks(rate))
}

/// Everything that is said of one rate.
fn remarks(rate: &DayRate) -> Vec<Text> {
    let region = rate.region.as_ref();
    let region =
        region.map(|region| Text::new(format!("Région : {}.", region.fr), format!("Region: {}.", region.en)));
    let caveat = rate.caveat.as_ref().map(|caveat| caveat.reason.clone());
    let middle = rate.spread.as_ref().and_then(middle_half);
    [region, rate.note.clone(), middle, caveat].into_iter().flatten().collect()
}

/// The middle half of a distribution, in words.
fn middle_half(spread: &Spread) -> Option<Text> {
    let (low, high) = (amount(spread.p25?), amount(spread.p75?));
    Some(Text::new(
        format!("La moitié centrale va de {} à {}.", low.fr, high.fr),
        format!("The middle half runs from {} to {}.", low.en, high.en),
    ))
}
