//! The accounts as people read them: what everyone earns after, a line per programme, what was assumed.

use super::account::{Gap, Outcome};
use super::{PaybackLine, PaybackReport};
use crate::model::figures::{amount, number};
use crate::model::money::{Money, Range};
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::report::{Block, Cell, Column, Document, Facts, Kind, Row, Table, Term};

/// Beyond a working life's length, years say nothing.
const MANY_YEARS: f64 = 40.0;

/// The whole answer.
pub fn of(report: &PaybackReport<'_>) -> Document {
    let title = text(
        "Ce que coûte une formation, et quand elle est amortie",
        "What training costs, and when it has paid back",
    );
    let rows = report.programmes.iter().map(|line| row(line, report)).collect();
    Document::new(title)
        .with(Block::Facts(pay(report)))
        .with(Block::Table(Table::main(columns(), rows)))
        .with_all(report.assumptions.iter().cloned().map(Block::Note))
        .with_all(report.next_steps.iter().map(|step| {
            Block::Note(Text::new(
                format!("{} : {}", step.title.fr, step.url),
                format!("{}: {}", step.title.en, step.url),
            ))
        }))
}

/// What is earned now and afterwards, whatever the programme.
fn pay(report: &PaybackReport<'_>) -> Facts {
    let gain = report.entry_pay.map(|pay| pay.map(|pay| pay - report.current));
    let by = report.entry_pay_sources.iter().map(|id| report.citations.term(id)).collect::<Vec<_>>();
    let mut items = vec![
        (text("Salaire d’entrée", "Pay at entry"), Cell::of(report.entry_pay, Cell::Amounts)),
        (text("Net par an", "Net a year"), Cell::of(report.entry_pay_net, Cell::Amounts)),
    ];
    if !by.is_empty() {
        items.push((text("Selon", "According to"), Cell::Terms(by)));
    }
    if report.current > Money::euros(0.0) {
        items.push((text("Salaire actuel", "Pay today"), Cell::Money(report.current)));
        items.push((text("Net actuel", "Net today"), Cell::Money(report.current_net)));
        items.push((text("Gain par an", "Gain a year"), Cell::of(gain, Cell::Amounts)));
    }
    if report.kept > Money::euros(0.0) {
        items.push((text("Gardé par an", "Kept a year"), Cell::Money(report.kept)));
    }
    if let Some(from) = report.from {
        items.push((text("Diplôme", "Diploma"), Cell::Term(Term::of(from))));
    }
    Facts { title: None, items }
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("id", Kind::Name, text("Id", "Id")).hidden(),
        Column::new("entry", Kind::Name, text("Demande", "Asks for")).grouped(),
        Column::new("name", Kind::Text, text("Formation", "Programme")),
        Column::new("level", Kind::Name, text("Niveau", "Level")).hidden(),
        Column::new("sector", Kind::Name, text("Secteur", "Sector")).hidden(),
        Column::new("before", Kind::Text, text("Avant", "Before")).hidden(),
        Column::new("months", Kind::Range, text("Durée du cursus", "Programme’s duration")).hidden(),
        Column::new("total_months", Kind::Range, text("Durée", "Duration")),
        Column::new("fees", Kind::Range, text("Frais", "Fees")).hidden(),
        Column::new("contribution", Kind::Range, text("Contribution", "Contribution")).hidden(),
        Column::new("pay_given_up", Kind::Range, text("Salaire perdu", "Pay lost")).hidden(),
        Column::new("pay_received", Kind::Range, text("Reçu", "Received")).hidden(),
        Column::new("cost", Kind::Range, text("Coût chiffré", "Cost in figures")).hidden(),
        Column::new("cost_at_least", Kind::Range, text("Coût minimal", "Least cost")).hidden(),
        Column::new("cost_told", Kind::Text, text("Coût", "Cost")),
        Column::new("gain_per_year", Kind::Range, text("Gain par an", "Gain a year")).hidden(),
        Column::new("break_even_years", Kind::Range, text("Années", "Years")).hidden(),
        Column::new("break_even_told", Kind::Text, text("Amortie en", "Paid back in")),
        Column::new("net_cost", Kind::Range, text("Coût net", "Net cost")).hidden(),
        Column::new("net_gain_per_year", Kind::Range, text("Gain net par an", "Net gain a year")).hidden(),
        Column::new("net_break_even_years", Kind::Range, text("Années, en net", "Years, in net")).hidden(),
        Column::new("outcome", Kind::Name, text("Issue", "Outcome")).hidden(),
        Column::new("unknown", Kind::Names, text("Inconnu", "Unknown")).hidden(),
        Column::new("work_study", Kind::Name, text("Alternance", "Work-study")).hidden(),
        Column::new("apprenticeship", Kind::Text, text("Apprentissage", "Apprenticeship")).hidden(),
        Column::new("sources", Kind::Names, text("Selon", "According to")).hidden(),
    ]
}

fn row(line: &PaybackLine, report: &PaybackReport<'_>) -> Row {
    let (account, net) = (&line.account, &line.net);
    let unknown = account.unknown.iter().map(|gap| Term::of(*gap)).collect();
    let before = line.before.as_ref().map(|before| before.what.clone());
    Row::new(vec![
        Cell::Word(line.id.to_string()),
        Cell::of(line.entry, |entry| Cell::Term(Term::of(entry))),
        Cell::Text(line.name.clone()),
        Cell::of(line.level, |level| Cell::Term(Term::of(level))),
        Cell::of(line.sector, |sector| Cell::Term(Term::of(sector))),
        Cell::of(before, Cell::Text),
        Cell::of(line.months, Cell::Months),
        Cell::of(line.total_months, Cell::Months),
        Cell::of(account.fees, Cell::Amounts),
        Cell::of(account.contribution, Cell::Amounts),
        Cell::of(account.pay_given_up, Cell::Amounts),
        Cell::of(account.pay_received, Cell::Amounts),
        Cell::of(account.cost, Cell::Amounts),
        Cell::of(account.cost_at_least, Cell::Amounts),
        Cell::of(cost(line), Cell::Text),
        Cell::of(account.gain_per_year, Cell::Amounts),
        Cell::of(account.break_even_years, Cell::Years),
        Cell::of(paid_back(line), Cell::Text),
        Cell::of(net.cost, Cell::Amounts),
        Cell::of(net.gain_per_year, Cell::Amounts),
        Cell::of(net.break_even_years, Cell::Years),
        Cell::Term(Term::of(account.outcome)),
        Cell::Terms(unknown),
        Cell::Term(Term::of(line.work_study)),
        Cell::of(line.apprenticeship.clone(), Cell::Text),
        report.citations.cell(&line.sources),
    ])
    .noted(ending(account.outcome))
    .noted(unsaid(&account.unknown))
    .noted(line.before.as_ref().map(preceded))
    .noted(line.apprenticeship.as_ref().map(apprenticed))
}

/// The cost, or what it is at least.
fn cost(line: &PaybackLine) -> Option<Text> {
    let account = &line.account;
    match (account.cost, account.cost_at_least) {
        (Some(cost), _) => span(cost),
        (None, Some(least)) => {
            let least = span(least)?;
            Some(Text::new(format!("au moins {}", least.fr), format!("at least {}", least.en)))
        }
        (None, None) => None,
    }
}

/// Two amounts, or one if they are the same.
fn span(range: Range<Money>) -> Option<Text> {
    let whole = |money: Money| amount(Money::euros(money.as_euros().round() + 0.0));
    let (low, high) = (range.low.or(range.high)?, range.high.or(range.low)?);
    let (least, most) = (whole(low), whole(high));
    Some(if least == most {
        least
    } else {
        Text::new(format!("{} à {}", least.fr, most.fr), format!("{} to {}", least.en, most.en))
    })
}

/// After how many years it has paid back, in words where a figure would be absurd.
pub fn paid_back(line: &PaybackLine) -> Option<Text> {
    let account = &line.account;
    match (account.outcome, account.break_even_years) {
        (Outcome::Never, _) => Some(text("jamais", "never")),
        (_, Some(years)) => Some(match (years.low?, years.high) {
            (low, None) if low > MANY_YEARS => {
                text("plus de 40 ans, ou jamais", "more than 40 years, or never")
            }
            (low, Some(_)) if low > MANY_YEARS => text("plus de 40 ans", "more than 40 years"),
            (_, Some(high)) if high < 0.1 => text("aussitôt", "at once"),
            (low, None) => Text::new(
                format!("{}, ou jamais", in_years(low).fr),
                format!("{}, or never", in_years(low).en),
            ),
            (low, Some(high)) if high > MANY_YEARS => Text::new(
                format!("{} à plus de 40 ans", figure(low, Lang::Fr)),
                format!("{} to more than 40 years", figure(low, Lang::En)),
            ),
            (low, Some(high)) if figure(low, Lang::En) == figure(high, Lang::En) => in_years(low),
            (low, Some(high)) => Text::new(
                format!("{} à {}", figure(low, Lang::Fr), in_years(high).fr),
                format!("{} to {}", figure(low, Lang::En), in_years(high).en),
            ),
        }),
        (_, None) => account.break_even_at_least_years.map(|years| {
            if years > MANY_YEARS {
                text("plus de 40 ans", "more than 40 years")
            } else {
                let least = in_years(years);
                Text::new(format!("au moins {}", least.fr), format!("at least {}", least.en))
            }
        }),
    }
}

fn figure(years: f64, lang: Lang) -> String {
    number(years, usize::from(years < 10.0 && years.fract() != 0.0), lang)
}

fn in_years(years: f64) -> Text {
    let plural = if years >= 2.0 { "s" } else { "" };
    let english = if (years - 1.0).abs() < 0.05 { "" } else { "s" };
    Text::new(
        format!("{} an{plural}", figure(years, Lang::Fr)),
        format!("{} year{english}", figure(years, Lang::En)),
    )
}

/// What a figure alone does not say of how it ends up.
fn ending(outcome: Outcome) -> Option<Text> {
    match outcome {
        Outcome::Never => Some(text(
            "Jamais : même le plus haut salaire d’entrée ne dépasse pas le salaire actuel.",
            "Never: even the highest pay at entry is not above today’s pay.",
        )),
        Outcome::MayNever => Some(text(
            "Jamais au plus bas salaire d’entrée, qui ne dépasse pas le salaire actuel.",
            "Never at the lowest pay at entry, which is not above today’s pay.",
        )),
        Outcome::PaysBack | Outcome::Unknown => None,
    }
}

/// What no source says of the programme.
fn unsaid(gaps: &[Gap]) -> Option<Text> {
    let list = |lang: Lang, and: &str| {
        gaps.iter().map(|gap| gap.label().in_lang(lang).to_owned()).collect::<Vec<_>>().join(and)
    };
    (!gaps.is_empty()).then(|| {
        Text::new(
            format!("Aucune source ne le dit : {}.", list(Lang::Fr, ", ")),
            format!("No source says: {}.", list(Lang::En, ", ")),
        )
    })
}

/// What comes before, and whether it is counted.
fn preceded(before: &super::case::Before) -> Text {
    let what = &before.what;
    if before.counted {
        Text::new(format!("Avant, compté : {}.", what.fr), format!("Before it, counted: {}.", what.en))
    } else {
        Text::new(
            format!("Avant, non compté : {}.", what.fr),
            format!("Before it, not counted: {}.", what.en),
        )
    }
}

fn apprenticed(when: &Text) -> Text {
    Text::new(
        format!("Apprentissage : {}.", lowered(&when.fr)),
        format!("Apprenticeship: {}.", lowered(&when.en)),
    )
}

/// The text with a small first letter; names in it keep theirs.
fn lowered(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
