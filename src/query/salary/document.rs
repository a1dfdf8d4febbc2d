//! Pay as people read it: every figure by level, then wider populations apart, then what changes how one reads it.

use super::remarks::{only, remarks};
use super::{LevelPay, ObservationLine, PopulationPay, SalaryCaveat, SalaryReport};
use crate::model::fact::Fact;
use crate::model::figures::amount;
use crate::model::money::Range;
use crate::model::salary::Factor;
use crate::model::text::{Text, text};
use crate::model::vocabulary::{Per, Vocabulary};
use crate::query::particulars::{distribution, most_telling, told_apart};
use crate::report::{Bar, Block, Cell, Document, Facts, Kind, Line, Ranges, Table};

/// The whole answer; the steps, factors and trends where they are asked for.
///
/// The chart is the table: a row for each figure, with its source, its mark, the amount and the year. The table itself
/// is for machines, for `--columns` and for pages without charts.
pub fn of(report: &SalaryReport<'_>) -> Document {
    let mut document = Document::new(title(report));
    let mut left_out = 0;
    if report.lines().next().is_some() {
        let (ranges, hidden) = chart(report);
        left_out = hidden;
        document = document.with(Block::Ranges(ranges)).with(Block::Table(observations(report).unseen()));
    }
    if report.more {
        let factors = text("De quoi dépend le salaire", "What pay depends on");
        let trends = text("Comment les salaires ont évolué", "How pay has moved");
        document = document
            .with_rows(spans(report))
            .with_rows(gaps(report))
            .with_all(said(report, factors, &report.factors))
            .with_all(said(report, trends, &report.trends));
    }
    document.with_notes(notes(report, left_out))
}

/// What changes how one reads the figures.
fn notes(report: &SalaryReport<'_>, left_out: usize) -> Vec<Text> {
    let caveats = report.caveats.iter().filter(|caveat| report.more && !is_beside_a_figure(caveat, report));
    let disagreements = report.caveats.iter().filter(|caveat| !report.more && caveat.is_a_disagreement());
    let old = (!report.more && report.caveats.iter().any(SalaryCaveat::is_about_age)).then(|| {
        text(
            "Sans année, ou d’il y a plus de 24 mois : à lire avec prudence.",
            "Undated, or over 24 months old: read with care.",
        )
    });
    let units = text(
        "Montants bruts cités, jamais moyennés ; un autre public que le back-end (en gris) n’entre dans aucune fourchette du métier.",
        "Gross amounts as stated, never averaged; another population than back-end developers (in grey) is in no span of the job.",
    );
    let hidden = (left_out > 0).then(|| {
        Text::new(
            format!("{left_out} autres chiffres de publics plus larges : `--more` ou `--population`."),
            format!("{left_out} more figures of wider populations: `--more` or `--population`."),
        )
    });
    let more = text(
        "Réserves chiffre par chiffre, écarts entre niveaux, facteurs, évolutions : `backend-career salary --more`.",
        "Caveats figure by figure, gaps between levels, factors, trends: `backend-career salary --more`.",
    );
    let told = caveats.chain(disagreements).map(|caveat| caveat.reason.clone());
    told.chain(report.levels.iter().filter_map(ceiling))
        .chain(old)
        .chain([units])
        .chain(hidden)
        .chain((!report.more).then_some(more))
        .chain(report.net_notes.iter().cloned())
        .collect()
}

/// Whether a caveat is said beside the figure it is about.
fn is_beside_a_figure(caveat: &SalaryCaveat, report: &SalaryReport<'_>) -> bool {
    report.lines().any(|one| caveat.is_about(one.id))
}

/// A source whose ceiling lies below the low end of its level.
fn ceiling(level: &LevelPay<'_>) -> Option<Text> {
    let (name, ceiling) = (level.level.label(), amount(level.ceiling_below?));
    Some(Text::new(
        format!("{} : une source ne dépasse pas {}.", name.fr, ceiling.fr),
        format!("{}: one source does not go above {}.", name.en, ceiling.en),
    ))
}

fn title(report: &SalaryReport<'_>) -> Text {
    let per = report.per.each();
    let levels = if report.narrowed && !report.levels.is_empty() {
        Text::joined(report.levels.iter().map(|level| level.level.label()), ", ").map(str::to_lowercase)
    } else {
        text("par niveau d’expérience", "by level of experience")
    };
    Text::new(
        format!("Développement back-end en France : salaire brut {}, {}", per.fr, levels.fr),
        format!("Back-end developers in France: gross pay {}, {}", per.en, levels.en),
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
    Table::of(&report.levels)
        .column("level", Kind::Name, text("Niveau", "Level"), |level| level.level)
        .column("span", Kind::Range, over(report.per), LevelPay::span)
        .column("figures", Kind::Number, text("Nombre de chiffres", "Number of figures"), LevelPay::in_span)
        .aside(text(
            "Back-end seulement : du plus bas au plus haut chiffre cité",
            "Back end only: from the lowest to the highest figure stated",
        ))
}

/// The chart, and how many figures of wider populations it leaves out.
fn chart(report: &SalaryReport<'_>) -> (Ranges, usize) {
    let bar = |group: Text, one: &ObservationLine<'_>, is_alone: bool| {
        let spread = one.spread.as_ref();
        let drawn = spread.and_then(|spread| distribution(one.range(), one.statistic, spread)).unzip();
        let only = told_apart(one.observation, is_alone).map(only);
        Bar {
            distribution: drawn.1,
            detail: Some(
                one.year.map_or_else(|| text("sans date", "undated"), |year| Text::same(&year.to_string())),
            ),
            apart: !one.is_in_span(),
            id: Some(one.id.to_string()),
            notes: if report.more { remarks(one, report, is_alone) } else { only.into_iter().collect() },
            ..Bar::new(group, report.citations.short(one.source), drawn.0.unwrap_or_else(|| one.range()))
        }
    };
    let by_level = report
        .levels
        .iter()
        .flat_map(|level| level.observations.iter().map(move |one| bar(level.level.label(), one, true)));
    let all_levels = report
        .all_levels
        .iter()
        .map(|one| bar(text("Back-end, tous niveaux", "Back end, all levels"), one, true));
    let shown: Vec<Vec<&ObservationLine<'_>>> =
        report.populations.iter().map(|wider| shown(wider, report)).collect();
    let wider = report.populations.iter().zip(&shown).flat_map(|(wider, shown)| {
        let of_source = |source| shown.iter().filter(|other| other.source == source).count();
        shown.iter().map(move |one| bar(wider.population.label(), one, of_source(one.source) == 1))
    });
    let all: usize = report.populations.iter().map(|wider| wider.observations.len()).sum();
    let left_out = all - shown.iter().map(Vec::len).sum::<usize>();
    let title = match report.per {
        Per::Year => text("Brut par an, un chiffre par ligne", "Gross a year, a figure a line"),
        Per::Month => text("Brut par mois, un chiffre par ligne", "Gross a month, a figure a line"),
    };
    let lines = report.minimum_wage.iter().map(|wage| Line {
        label: text("Smic à temps plein", "full-time minimum wage"),
        amount: *wage,
        is_floor: true,
    });
    let bars = by_level.chain(all_levels).chain(wider).collect();
    (Ranges { title, bars, lines: lines.collect() }, left_out)
}

/// The figures of a wider population that people see: all where they are asked for, else those that say most of it.
fn shown<'r, 'a>(wider: &'r PopulationPay<'a>, report: &SalaryReport<'a>) -> Vec<&'r ObservationLine<'a>> {
    if report.more || report.all_of_wider {
        return wider.observations.iter().collect();
    }
    most_telling(&wider.observations, |one| one.observation, &report.citations)
}

fn observations(report: &SalaryReport<'_>) -> Table {
    let answers = |answers: u32| Cell::Count(answers.into());
    let years = |years: Range<u8>| Cell::Years(years.map(f64::from));
    let stated = |one: &ObservationLine<'_>| {
        Cell::AmountsPer(Range { low: one.stated.low, high: one.stated.high }, one.stated.per)
    };
    let has_net = report.rules.is_some();
    Table::of(report.lines())
        .hidden("id", Kind::Name, text("Id", "Id"), |one| one.id)
        .grouped("population", Kind::Name, text("Qui", "Of whom"), |one| one.population)
        .grouped("level", Kind::Name, text("Niveau", "Level"), |one| one.level)
        .column("source", Kind::Name, text("Source", "Source"), |one| report.citations.term(one.source))
        .column("label", Kind::Name, text("Terme employé", "Its word"), |one| one.label)
        .column("year", Kind::Number, text("Année", "Year"), |one| one.year.map(Cell::Year))
        .column("statistic", Kind::Name, text("Statistique", "Statistic"), |one| one.statistic)
        .hidden("bound", Kind::Name, text("Borne", "Bound"), |one| one.bound)
        .hidden("basis", Kind::Name, text("Méthode", "Basis"), |one| one.basis.kind)
        .hidden("answers", Kind::Number, text("Réponses", "Answers"), |one| one.basis.answers.map(answers))
        .hidden("confidence", Kind::Name, text("Fiabilité", "Confidence"), |one| one.confidence)
        .hidden("employer", Kind::Name, text("Employeur", "Employer"), |one| one.employer)
        .hidden("region", Kind::Text, text("Région", "Region"), |one| one.region)
        .hidden("technology", Kind::Name, text("Langage", "Language"), |one| one.technology)
        .hidden("experience_years", Kind::Range, text("Expérience", "Experience"), |one| {
            one.experience_years.map(years)
        })
        .hidden("stated", Kind::RangePer, text("Tel qu’énoncé", "As stated"), stated)
        .hidden("annual", Kind::Range, text("Brut annuel", "Gross a year"), |one| one.annual)
        .column("amount", Kind::Range, over(report.per), ObservationLine::range)
        .hidden("p10", Kind::Number, text("P10", "P10"), |one| one.spread.and_then(|spread| spread.p10))
        .hidden("p90", Kind::Number, text("P90", "P90"), |one| one.spread.and_then(|spread| spread.p90))
        .shown_if(has_net, "net_per_month", Kind::Range, text("Net par mois", "Net a month"), |one| {
            one.net_per_month
        })
        .hidden("package", Kind::Number, text("Primes comprises", "Bonuses included"), |one| one.package)
        .hidden("inferred", Kind::Number, text("Niveau déduit", "Level inferred"), |one| one.inferred)
        .hidden("caveat", Kind::Text, text("Réserve", "Caveat"), |one| {
            one.caveat.map(|caveat| &caveat.reason)
        })
        .noted(|one| remarks(one, report, true))
        .main()
        .titled(text("Qui dit quoi", "Who says what"))
}

fn gaps(report: &SalaryReport<'_>) -> Table {
    let claimed = text(
        "Affirmé par la source, sans chiffres par niveau.",
        "Claimed by the source, without figures per level.",
    );
    Table::of(&report.gaps)
        .grouped("from", Kind::Name, text("De", "From"), |gap| gap.from)
        .column("to", Kind::Name, text("À", "To"), |gap| gap.to)
        .column("source", Kind::Name, text("Source", "Source"), |gap| report.citations.term(gap.source))
        .column("gap", Kind::Range, text("Écart", "Gap"), |gap| Range { low: gap.low, high: gap.high })
        .noted(|gap| gap.claimed.then(|| claimed.clone()))
        .aside(text(
            "D’un niveau à l’autre, source par source",
            "From one level to another, source by source",
        ))
}

/// Factors or trends, each with who says so and why to be careful about it.
fn said(report: &SalaryReport<'_>, title: Text, factors: &[&Factor]) -> Option<Block> {
    let items = factors.iter().map(|factor| {
        let sources = report.citations.list(factor.sources());
        let care = factor.caveat.as_ref().map(|caveat| &caveat.reason);
        let said = factor.detail.bracketed(&sources);
        let detail = Text::joined(std::iter::once(&said).chain(care), " ").spaced();
        (factor.title.clone(), Cell::Text(detail))
    });
    let facts = Facts { title: Some(title), items: items.collect() };
    (!factors.is_empty()).then_some(Block::Facts(facts))
}
