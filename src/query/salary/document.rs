//! Pay as people read it: the span per level, a chart, who says what, the steps, the factors.

use super::{Gap, LevelPay, ObservationLine, SalaryCaveat, SalaryReport};
use crate::model::fact::Fact;
use crate::model::money::Range;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::{Per, Vocabulary};
use crate::report::{Bar, Block, Cell, Column, Document, Facts, Kind, Ranges, Row, Table, Term};

/// The whole answer; with one level or source, that alone.
pub fn of(report: &SalaryReport<'_>) -> Document {
    let mut document = Document::new(title(report))
        .with(Block::Table(spans(report)))
        .with(Block::Ranges(chart(report)))
        .with(Block::Table(observations(report)));
    if !report.gaps.is_empty() {
        document = document.with(Block::Table(gaps(report)));
    }
    if !report.factors.is_empty() {
        document = document.with(Block::Facts(factors(report)));
    }
    let caveats = report.caveats.iter().filter(|caveat| !beside_a_figure(caveat, report));
    let units = text(
        "Montants bruts. Un mois est un douzième d’année. « ≈ » : la source donne une moyenne ; « ≤ » : elle ne donne qu’un plafond.",
        "Gross amounts. A month is a twelfth of a year. “≈”: the source gives a mean; “≤”: it gives only a ceiling.",
    );
    let notes =
        caveats.map(|caveat| caveat.reason.clone()).chain([units]).chain(report.net_notes.iter().cloned());
    document.with_all(notes.map(Block::Note))
}

/// Whether a caveat is said beside the figure it is about.
fn beside_a_figure(caveat: &SalaryCaveat, report: &SalaryReport<'_>) -> bool {
    let mut shown = report.levels.iter().flat_map(|level| &level.observations);
    shown.any(|one| caveat.is_about(one.level, one.source))
}

fn title(report: &SalaryReport<'_>) -> Text {
    let per = match report.per {
        Per::Year => text("par an", "a year"),
        Per::Month => text("par mois", "a month"),
    };
    let levels = report.levels.iter().map(|level| level.level.label());
    let names: Vec<Text> = if report.narrowed { levels.collect() } else { Vec::new() };
    let list =
        |lang| names.iter().map(|name| name.in_lang(lang).to_lowercase()).collect::<Vec<_>>().join(", ");
    if names.is_empty() {
        return Text::new(
            format!("Développement back-end en France : salaire brut {}, par séniorité", per.fr),
            format!("Back-end developers in France: gross pay {}, by seniority", per.en),
        );
    }
    Text::new(
        format!("Développement back-end en France : salaire brut {}, {}", per.fr, list(Lang::Fr)),
        format!("Back-end developers in France: gross pay {}, {}", per.en, list(Lang::En)),
    )
}

/// The heading of amounts over the asked period.
fn over(per: Per) -> Text {
    match per {
        Per::Year => text("Par an", "A year"),
        Per::Month => text("Par mois", "A month"),
    }
}

fn spans(report: &SalaryReport<'_>) -> Table {
    let columns = vec![
        Column::new("level", Kind::Name, text("Niveau", "Level")),
        Column::new("span", Kind::Range, over(report.per)),
        Column::new("figures", Kind::Number, text("Chiffres", "Figures")),
    ];
    let row = |level: &LevelPay<'_>| {
        Row::new(vec![
            Cell::Term(Term::of(level.level)),
            Cell::Span {
                range: Range { low: level.low, high: level.high },
                low_is_ceiling: level.low_is_ceiling,
            },
            Cell::Count(level.observations.len() as u64),
        ])
    };
    let title = text("Du plus bas au plus haut chiffre cité", "From the lowest to the highest figure stated");
    Table::aside(title, columns, report.levels.iter().map(row).collect())
}

fn chart(report: &SalaryReport<'_>) -> Ranges {
    let bars = report.levels.iter().flat_map(|level| {
        level.observations.iter().map(|one| {
            Bar::new(
                level.level.label(),
                report.citations.short(one.source),
                Range { low: one.low, high: one.high },
            )
        })
    });
    Ranges { title: text("Côte à côte", "Side by side"), bars: bars.collect(), lines: Vec::new() }
}

fn observations(report: &SalaryReport<'_>) -> Table {
    let columns = vec![
        Column::new("id", Kind::Name, text("Id", "Id")).hidden(),
        Column::new("level", Kind::Name, text("Niveau", "Level")).grouped(),
        Column::new("source", Kind::Name, text("Source", "Source")),
        Column::new("label", Kind::Name, text("Son mot", "Its word")),
        Column::new("year", Kind::Number, text("Année", "Year")),
        Column::new("bound", Kind::Name, text("Nature", "Bound")).hidden(),
        Column::new("experience_years", Kind::Range, text("Expérience", "Experience")).hidden(),
        Column::new("stated", Kind::RangePer, text("Tel qu’énoncé", "As stated")),
        Column::new("annual", Kind::Range, text("Brut annuel", "Gross a year")).hidden(),
        Column::new("amount", Kind::Range, over(report.per)),
        {
            let net = Column::new("net_per_month", Kind::Range, text("Net par mois", "Net a month"));
            if report.rules.is_some() { net } else { net.hidden() }
        },
        Column::new("inferred", Kind::Number, text("Niveau déduit", "Level inferred")).hidden(),
        Column::new("caveat", Kind::Text, text("Réserve", "Caveat")).hidden(),
    ];
    let rows = report.levels.iter().flat_map(|level| &level.observations).map(|one| row(one, report));
    Table::main(columns, rows.collect()).titled(text("Qui dit quoi", "Who says what"))
}

fn row(one: &ObservationLine<'_>, report: &SalaryReport<'_>) -> Row {
    let stated = Range { low: one.stated.low, high: one.stated.high };
    let years = |years: Range<u8>| Cell::Years(years.map(f64::from));
    let caveat = one.caveat.map(|caveat| caveat.reason.clone());
    let caveats = report.caveats.iter().filter(|caveat| caveat.is_about(one.level, one.source));
    Row::new(vec![
        Cell::Word(one.id.to_string()),
        Cell::Term(Term::of(one.level)),
        Cell::Term(report.citations.term(one.source)),
        Cell::Word(one.label.to_owned()),
        Cell::of(one.year, Cell::Year),
        Cell::Term(Term::of(one.bound)),
        Cell::of(one.experience_years, years),
        Cell::AmountsPer(stated, one.stated.per),
        Cell::Amounts(one.annual),
        Cell::Amounts(Range { low: one.low, high: one.high }),
        Cell::of(one.net_per_month, Cell::Amounts),
        Cell::Flag(one.inferred),
        Cell::of(caveat.clone(), Cell::Text),
    ])
    .noted(one.note.cloned())
    .noted(experience(one))
    .noted(one.inferred.then(mapped))
    .noted(caveats.map(|caveat| caveat.reason.clone()))
}

fn mapped() -> Text {
    text("Le niveau est notre lecture du mot de la fiche.", "The level is our reading of the sheet’s word.")
}

fn experience(one: &ObservationLine<'_>) -> Option<Text> {
    let Range { low: Some(low), high: Some(high) } = one.experience_years? else { return None };
    Some(Text::new(
        format!("Après {low} à {high} ans d’expérience, selon la source."),
        format!("After {low} to {high} years of experience, the source says."),
    ))
}

fn gaps(report: &SalaryReport<'_>) -> Table {
    let columns = vec![
        Column::new("from", Kind::Name, text("De", "From")).grouped(),
        Column::new("to", Kind::Name, text("À", "To")),
        Column::new("source", Kind::Name, text("Source", "Source")),
        Column::new("gap", Kind::Range, text("Écart", "Gap")),
    ];
    let claimed = text(
        "Affirmé par la source, sans chiffres par niveau.",
        "Claimed by the source, without figures per level.",
    );
    let row = |gap: &Gap<'_>| {
        Row::new(vec![
            Cell::Term(Term::of(gap.from)),
            Cell::Term(Term::of(gap.to)),
            Cell::Term(report.citations.term(gap.source)),
            Cell::Amounts(Range { low: gap.low, high: gap.high }),
        ])
        .noted(gap.claimed.then(|| claimed.clone()))
    };
    let title =
        text("D’un niveau à l’autre, source par source", "From one level to another, source by source");
    Table::aside(title, columns, report.gaps.iter().map(row).collect())
}

fn factors(report: &SalaryReport<'_>) -> Facts {
    let items = report.factors.iter().map(|factor| {
        let sources = report.citations.list(factor.sources());
        let detail = Text::new(
            format!("{} ({})", factor.detail.fr, sources.fr),
            format!("{} ({})", factor.detail.en, sources.en),
        );
        (factor.title.clone(), Cell::Text(detail))
    });
    Facts { title: Some(text("De quoi dépend le salaire", "What pay depends on")), items: items.collect() }
}
