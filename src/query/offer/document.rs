//! An offer as people read it: a sentence per level, a chart with the offer across it, each figure.

use super::{OfferReport, Position, Standing, Verdict};
use crate::model::figures::amount;
use crate::model::money::Range;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::report::{Bar, Block, Cell, Column, Document, Facts, Kind, Ranges, Row, Table, Term};

/// The whole answer.
pub fn of(report: &OfferReport<'_>) -> Document {
    let notes = report.warnings.iter().chain(&report.assumptions).map(|note| Block::Note(note.clone()));
    Document::new(title(report))
        .with(Block::Facts(standing(report)))
        .with(Block::Ranges(chart(report)))
        .with(Block::Table(positions(report)))
        .with(Block::Note(text(
            "Impossible de situer l’offre parmi tous les salaires : les sources donnent des points et des fourchettes, pas une répartition.",
            "No percentile can be given: the sources state points and ranges, not a distribution.",
        )))
        .with_all(notes)
}

fn title(report: &OfferReport<'_>) -> Text {
    let offer = amount(report.offer.annual_gross);
    Text::new(
        format!("Une offre à {} brut par an", offer.fr),
        format!("An offer of {} gross a year", offer.en),
    )
}

/// What the offer is worth, and a sentence per level.
fn standing(report: &OfferReport<'_>) -> Facts {
    let net = Cell::Money(report.offer.monthly_net_before_tax);
    let mut items = vec![
        (text("Brut par mois", "Gross a month"), Cell::Money(report.offer.monthly_gross)),
        (text("Net par mois avant impôt", "Net a month before tax"), net),
    ];
    if let (Some(adjusted), Some(year)) = (report.offer.adjusted, report.euros_of) {
        let label = Text::new(format!("En euros de {year}"), format!("In euros of {year}"));
        items.push((label, Cell::Money(adjusted)));
    }
    items.extend(
        report.standings.iter().map(|standing| (standing.level.label(), Cell::Text(sentence(standing)))),
    );
    Facts { title: None, items }
}

/// "above 2 of 3 sources, below 1": what the sources of a level make of the offer.
fn sentence(standing: &Standing) -> Text {
    let counts = [
        (text("au-dessus de", "above"), standing.above),
        (text("dans la fourchette de", "within"), standing.within - standing.under_ceiling),
        (text("sous le plafond de", "under the ceiling of"), standing.under_ceiling),
        (text("en dessous de", "below"), standing.below),
    ];
    let total = standing.sources;
    let of = |lang: Lang, count: usize| match (lang, total, count) {
        (_, 1, _) => " source".to_owned(),
        (Lang::Fr, _, 1) => format!(" source sur {total}"),
        (Lang::Fr, ..) => format!(" sources sur {total}"),
        (Lang::En, ..) => format!(" of {total} sources"),
    };
    let list = |lang: Lang| {
        let told = counts.iter().filter(|(_, count)| *count > 0).enumerate();
        let parts = told.map(|(at, (word, count))| {
            let of = if at == 0 { of(lang, *count) } else { String::new() };
            format!("{} {count}{of}", word.in_lang(lang))
        });
        parts.collect::<Vec<_>>().join(", ")
    };
    Text::new(list(Lang::Fr), list(Lang::En))
}

/// The verdict; nothing is known below a ceiling but that it is kept.
fn verdict(position: &Position<'_>) -> Term {
    let verdict = Term::of(position.verdict);
    match position.verdict {
        Verdict::Within if position.low.is_none() => {
            Term { label: text("sous le plafond", "under the ceiling"), ..verdict }
        }
        _ => verdict,
    }
}

/// The figures as compared: adjusted where they could be.
fn compared(position: &Position<'_>) -> Range<crate::model::money::Money> {
    position.adjusted.unwrap_or(Range { low: position.low, high: position.high })
}

fn chart(report: &OfferReport<'_>) -> Ranges {
    // An undated figure cannot be drawn beside amounts of another year.
    let drawn = |position: &&Position<'_>| report.euros_of.is_none() || position.adjusted.is_some();
    let bars = report.positions.iter().filter(drawn).map(|position| {
        Bar::new(position.level.label(), report.citations.short(position.source), compared(position))
    });
    let offer = report.offer.adjusted.unwrap_or(report.offer.annual_gross);
    Ranges {
        title: text("L’offre en travers des sources", "The offer across the sources"),
        bars: bars.collect(),
        lines: vec![crate::report::Line {
            label: text("l’offre", "the offer"),
            amount: offer,
            is_floor: false,
        }],
    }
}

fn positions(report: &OfferReport<'_>) -> Table {
    let columns = vec![
        Column::new("level", Kind::Name, text("Niveau", "Level")).grouped(),
        Column::new("source", Kind::Name, text("Source", "Source")),
        Column::new("year", Kind::Number, text("Année", "Year")),
        Column::new("annual", Kind::Range, text("Brut par an", "Gross a year")),
        {
            let year = report.euros_of.unwrap_or_default();
            let label = Text::new(format!("En euros de {year}"), format!("In {year} euros"));
            let adjusted = Column::new("adjusted", Kind::Range, label);
            if report.euros_of.is_some() { adjusted } else { adjusted.hidden() }
        },
        Column::new("verdict", Kind::Name, text("L’offre est", "The offer is")),
        Column::new("difference", Kind::Number, text("Écart", "Gap")),
    ];
    let row = |position: &Position<'_>| {
        Row::new(vec![
            Cell::Term(Term::of(position.level)),
            Cell::Term(report.citations.term(position.source)),
            Cell::of(position.year, Cell::Year),
            Cell::Amounts(Range { low: position.low, high: position.high }),
            Cell::of(position.adjusted, Cell::Amounts),
            Cell::Term(verdict(position)),
            Cell::Money(position.difference),
        ])
    };
    Table::main(columns, report.positions.iter().map(row).collect())
}
