//! Day rates as people read them: a chart and a table per kind of price, with what to be careful about.

use super::{RateLine, RatesReport};
use crate::model::figure::Spread;
use crate::model::figures::amount;
use crate::model::money::Range;
use crate::model::rate::DayRate;
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::query::particulars::distribution;
use crate::report::{Bar, Block, Cell, Document, Kind, Line, Ranges, Table};

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
    let is_placed = report.rate.is_some();
    let years = |years: Range<u8>| Cell::Years(years.map(f64::from));
    let answers = |answers: u32| Cell::Count(answers.into());
    let conditions = |line: &RateLine<'_>| line.matches.iter().map(|name| (*name).to_owned()).collect();
    Table::of(report.kinds.iter().flat_map(|kind| &kind.rates))
        .hidden("id", Kind::Name, text("Id", "Id"), |line| &line.rate.id)
        .grouped("basis", Kind::Name, text("Prix", "Price"), |line| line.rate.basis.kind)
        .column("title", Kind::Text, text("Qui", "Of whom"), |line| &line.rate.title)
        .column("source", Kind::Name, text("Source", "Source"), |line| {
            report.citations.term(&line.rate.source)
        })
        .column("year", Kind::Number, text("Année", "Year"), |line| line.rate.year.map(Cell::Year))
        .hidden("population", Kind::Name, text("Population", "Population"), |line| line.rate.population)
        .hidden("level", Kind::Name, text("Niveau", "Level"), |line| line.rate.level)
        .hidden("experience_years", Kind::Range, text("Expérience", "Experience"), |line| {
            line.rate.experience_years.map(years)
        })
        .hidden("technologies", Kind::Names, text("Technologies", "Technologies"), |line| {
            &line.rate.technologies
        })
        .hidden("region", Kind::Text, text("Région", "Region"), |line| &line.rate.region)
        .column("statistic", Kind::Name, text("Statistique", "Statistic"), |line| line.rate.statistic)
        .hidden("answers", Kind::Number, text("Réponses", "Answers"), |line| {
            line.rate.basis.answers.map(answers)
        })
        .column("per_day", Kind::Range, text("Par jour", "A day"), |line| line.rate.per_day)
        .shown_if(is_placed, "verdict", Kind::Name, text("Votre tarif est", "Your rate is"), |line| {
            line.verdict
        })
        .shown_if(is_placed, "difference", Kind::Number, text("Écart", "Gap"), |line| line.difference)
        .hidden("confidence", Kind::Name, text("Fiabilité", "Confidence"), |line| line.rate.confidence)
        .hidden("matches", Kind::Names, text("Conditions remplies", "Conditions met"), |line| {
            Cell::Words(conditions(line))
        })
        .hidden("caveat", Kind::Text, text("Réserve", "Caveat"), |line| {
            line.rate.caveat.as_ref().map(|caveat| &caveat.reason)
        })
        .noted(|line| remarks(line.rate))
        .main()
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
