//! An offer as people read it: warnings first, a sentence per level, a chart with the offer across it, each figure.

use std::collections::HashSet;

use super::OfferReport;
use super::judge::{Part, Percentile, Verdict};
use super::position::{Position, Standing};
use crate::model::figure::Population;
use crate::model::figures::amount;
use crate::model::money::{Money, Range};
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::query::floors;
use crate::query::particulars::{most_telling, told_apart};
use crate::report::{Bar, Block, Cell, Document, Facts, Kind, Line, Ranges, Table, Term};

/// Up to this many figures are all shown.
const FEW: usize = 16;

/// The whole answer.
pub fn of(report: &OfferReport<'_>) -> Document {
    Document::new(title(report))
        .with_notes(report.warnings.clone())
        .with(Block::Facts(standing(report)))
        .with(Block::Ranges(chart(report)))
        .with(Block::Table(positions(report).unseen()))
        .with(Block::Table(floors::table(floors::nearest(&report.floors), &report.citations)))
        .with_notes(left_out(report))
        .with(Block::Note(text(
            "L’offre n’est située parmi les salaires que là où une enquête donne sa répartition ; ailleurs les sources donnent des points et des fourchettes.",
            "No percentile can be given but inside a survey’s own distribution; elsewhere the sources state points and ranges.",
        )))
        .with_notes(not_drawn(report))
        .with_notes(report.assumptions.clone())
}

fn title(report: &OfferReport<'_>) -> Text {
    let offer = amount(report.offer.annual_gross);
    let Some(high) = report.offer.annual_gross_high.map(amount) else {
        return Text::new(
            format!("Une offre à {} brut par an", offer.fr),
            format!("An offer of {} gross a year", offer.en),
        );
    };
    Text::new(
        format!("Une offre de {} à {} brut par an", offer.fr, high.fr),
        format!("An offer of {} to {} gross a year", offer.en, high.en),
    )
}

/// What the offer is worth, and a sentence per level.
fn standing(report: &OfferReport<'_>) -> Facts {
    let offer = &report.offer;
    let ends = |low: Money, high: Option<Money>| match high {
        Some(high) => Cell::Amounts(Range::between(low, high)),
        None => Cell::Money(low),
    };
    let net = ends(offer.monthly_net_before_tax, offer.monthly_net_before_tax_high);
    let mut items = vec![
        (text("Brut par mois", "Gross a month"), ends(offer.monthly_gross, offer.monthly_gross_high)),
        (text("Net par mois avant impôt", "Net a month before tax"), net),
    ];
    if let (Some(adjusted), Some(year)) = (report.offer.adjusted, report.euros_of) {
        let label = Text::new(format!("En euros de {year}"), format!("In euros of {year}"));
        items.push((label, Cell::Money(adjusted)));
    }
    items.extend(
        report.standings.iter().map(|standing| (standing.level.label(), Cell::Text(sentence(standing)))),
    );
    let parts = report.positions.iter().filter_map(|position| Some((position, position.part?)));
    items.extend(parts.map(|(position, part)| distribution(report, position, part)));
    Facts { title: None, items }
}

/// Which part of a survey's distribution the offer falls in, in the survey's own terms.
fn distribution(report: &OfferReport<'_>, position: &Position<'_>, part: Part) -> (Text, Cell) {
    let name = report.citations.name(position.source);
    let answers = position.basis.answers.map_or(text("", ""), |answers| {
        Text::new(format!(", enquête de {answers} réponses"), format!(", a survey of {answers} answers"))
    });
    let place = match position.part_high.filter(|high| *high != part) {
        None => place_in(part),
        Some(high) => {
            let (low, high) = (place_in(part), place_in(high));
            Text::new(
                format!("le bas {}, le haut {}", low.fr, high.fr),
                format!("the low end {}, the high end {}", low.en, high.en),
            )
        }
    };
    let whom = position.population.label();
    let place = Text::new(
        format!("{} ({} : {}{})", place.fr, whom.fr, position.label, answers.fr),
        format!("{} ({}: {}{})", place.en, whom.en, position.label, answers.en),
    );
    (name, Cell::Text(place))
}

/// A part of a distribution in words.
fn place_in(part: Part) -> Text {
    match (part.above, part.below) {
        (Some(above), Some(below)) => Text::new(
            format!("entre {} et {}", french(above), french(below)),
            format!("between the {} and the {}", above.label().en, below.label().en),
        ),
        (None, Some(below)) => {
            Text::new(format!("sous {}", french(below)), format!("below the {}", below.label().en))
        }
        (Some(above), None) => {
            Text::new(format!("plus haut que {}", french(above)), format!("above the {}", above.label().en))
        }
        (None, None) => text("hors de la répartition", "outside the distribution"),
    }
}

/// A point of a distribution with its French article.
fn french(percentile: Percentile) -> String {
    let article = if percentile == Percentile::Median { "la" } else { "le" };
    format!("{article} {}", percentile.label().fr)
}

/// "above 2 of 3 sources, below 1": what the figures of a level make of the offer.
fn sentence(standing: &Standing) -> Text {
    let counts = [
        (text("au-dessus de", "above"), standing.above),
        (text("égale à", "equal to"), standing.equal),
        (text("dans la fourchette de", "within"), standing.within - standing.under_ceiling),
        (text("autour de", "around"), standing.covered),
        (text("en partie dans la fourchette de", "partly within"), standing.overlapping),
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
    Text::in_each(|lang| {
        let told = counts.iter().filter(|(_, count)| *count > 0).enumerate();
        let parts = told.map(|(at, (word, count))| {
            let of = if at == 0 { of(lang, *count) } else { String::new() };
            format!("{} {count}{of}", word.in_lang(lang))
        });
        parts.collect::<Vec<_>>().join(", ")
    })
    .spaced()
}

/// The verdict; nothing is known below a ceiling but that it is kept.
fn verdict(position: &Position<'_>) -> Term {
    let verdict = Term::of(position.verdict);
    match position.verdict {
        Verdict::Within if position.low.is_none() => {
            Term { label: text("sous le plafond", "under the ceiling"), ..verdict }
        }
        Verdict::Within if position.high.is_none() => {
            Term { label: text("au-dessus du minimum", "over the minimum"), ..verdict }
        }
        _ => verdict,
    }
}

/// Whether a figure can be drawn beside the offer: in euros of one year, or both as they are stated.
fn is_drawn(report: &OfferReport<'_>, position: &Position<'_>) -> bool {
    position.adjusted.is_some()
        || report.offer.adjusted.is_none_or(|offer| offer == report.offer.annual_gross)
}

/// The figures that people see: all where they are few, else those of the job and the first of each wider population.
fn drawn<'r, 'a>(report: &'r OfferReport<'a>) -> Vec<&'r Position<'a>> {
    let all: Vec<&Position<'_>> = report.positions.iter().filter(|one| is_drawn(report, one)).collect();
    if all.len() <= FEW {
        return all;
    }
    let of = |population: Population| all.iter().copied().filter(move |one| one.population == population);
    let shown = Population::ALL.iter().map(|population| {
        if population.is_back_end() {
            of(*population).collect()
        } else {
            most_telling(of(*population), |one| one.observation, &report.citations)
        }
    });
    shown.collect::<Vec<Vec<&Position<'_>>>>().concat()
}

/// The chart is the table: each figure with its mark, the amount, and where the offer stands.
fn chart(report: &OfferReport<'_>) -> Ranges {
    let group = |position: &Position<'_>| match position.level {
        Some(level) if position.population.is_back_end() => level.label(),
        _ => position.population.label(),
    };
    let drawn = drawn(report);
    let is_alone = |position: &Position<'_>| {
        let same =
            |other: &&&Position<'_>| other.source == position.source && group(other) == group(position);
        drawn.iter().filter(same).count() == 1
    };
    let name = |position: &Position<'_>| {
        let name = report.citations.name(position.source);
        let Some(own) = told_apart(position.observation, is_alone(position)) else { return name };
        Text::new(format!("{}, {}", name.fr, own.fr), format!("{}, {}", name.en, own.en))
    };
    let bar = |position: &Position<'_>| Bar {
        detail: Some(standing_beside(position)),
        apart: !position.population.is_back_end(),
        notes: position.caveat.filter(|_| position.population.is_back_end()).cloned().into_iter().collect(),
        distribution: position.drawn.map(|(_, distribution)| distribution),
        ..Bar::new(
            group(position),
            name(position),
            position.drawn.map_or_else(|| position.compared(), |(ends, _)| ends),
        )
    };
    let offer = |label: Text, amount: Money| Line { label, amount, is_floor: false };
    let low = report.offer.adjusted.unwrap_or(report.offer.annual_gross);
    let high = report.offer.annual_gross_high.filter(|_| report.offer.adjusted.is_none());
    let lines = match high {
        None => vec![offer(text("l’offre", "the offer"), low)],
        Some(high) => vec![
            offer(text("l’offre, au moins", "the offer, at least"), low),
            offer(text("l’offre, au plus", "the offer, at most"), high),
        ],
    };
    Ranges {
        title: text("L’offre face aux sources", "The offer against the sources"),
        bars: drawn.iter().copied().map(bar).collect(),
        lines,
    }
}

/// The verdict with the distance: "below (−€3,000)".
fn standing_beside(position: &Position<'_>) -> Text {
    let verdict = verdict(position).label;
    let Some(gap) = position.difference.filter(|gap| gap.as_euros() != 0.0) else { return verdict };
    let sign = if gap.as_euros() > 0.0 { "+" } else { "" };
    // Beside a figure in whole euros, cents would be a precision that nobody has.
    let gap = amount(Money::euros(gap.as_euros().round()));
    Text::new(format!("{} ({sign}{})", verdict.fr, gap.fr), format!("{} ({sign}{})", verdict.en, gap.en))
}

/// How many figures of wider populations are not shown.
fn left_out(report: &OfferReport<'_>) -> Option<Text> {
    let all = report.positions.iter().filter(|one| is_drawn(report, one)).count();
    let count = all - drawn(report).len();
    (count > 0).then(|| {
        Text::new(
            format!("Le graphique laisse de côté {count} chiffres de publics plus larges ; `--population` en choisit, `--no-chart` les met tous en tableau."),
            format!("The chart leaves out {count} figures of wider populations; `--population` chooses some, `--no-chart` has all in a table."),
        )
    })
}

/// The sources that are missing from the chart, and why.
fn not_drawn(report: &OfferReport<'_>) -> Option<Text> {
    let missing = report.positions.iter().filter(|position| !is_drawn(report, position));
    let mut sources: Vec<_> = missing.map(|position| position.source.clone()).collect();
    let mut told = HashSet::new();
    sources.retain(|source| told.insert(source.clone()));
    let names = report.citations.list(&sources);
    (!sources.is_empty()).then(|| {
        Text::new(
            format!("Absents du graphique, car leur année n’est pas connue : {}.", names.fr),
            format!("Not in the chart, because their year is not known: {}.", names.en),
        )
    })
}

fn positions(report: &OfferReport<'_>) -> Table {
    let year = report.euros_of.unwrap_or_default();
    let in_euros_of = Text::new(format!("En euros de {year}"), format!("In {year} euros"));
    let stated = |position: &Position<'_>| Range { low: position.low, high: position.high };
    Table::of(&report.positions)
        .hidden("id", Kind::Name, text("Id", "Id"), |position| position.id)
        .grouped("population", Kind::Name, text("Qui", "Of whom"), |position| position.population)
        .grouped("level", Kind::Name, text("Niveau", "Level"), |position| position.level)
        .column("source", Kind::Name, text("Source", "Source"), |position| {
            report.citations.term(position.source)
        })
        .column("year", Kind::Number, text("Année", "Year"), |position| position.year.map(Cell::Year))
        .hidden("statistic", Kind::Name, text("Statistique", "Statistic"), |position| position.statistic)
        .column("annual", Kind::Range, text("Brut par an", "Gross a year"), stated)
        .shown_if(report.euros_of.is_some(), "adjusted", Kind::Range, in_euros_of, |position| {
            position.adjusted
        })
        .column("verdict", Kind::Name, text("L’offre est", "The offer is"), verdict)
        .column("difference", Kind::Number, text("Écart", "Gap"), |position| position.difference)
        .hidden("caveat", Kind::Text, text("Réserve", "Caveat"), |position| position.caveat)
        .noted(|position| position.caveat.cloned())
        .main()
}
