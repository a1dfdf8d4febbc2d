//! The accounts as people read them: what everyone earns after, a line per programme, what was assumed.

use super::account::{Account, Gap, Outcome};
use super::words::{cost, paid_back, span};
use super::{PaybackLine, PaybackReport, curve};
use crate::model::money::Money;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::query::naming::listed;
use crate::report::{Block, Cell, Column, Document, Facts, Kind, Row, Table, Term};

/// The whole answer.
pub fn of(report: &PaybackReport<'_>) -> Document {
    let title = text(
        "Ce que coûte une formation, et quand elle est amortie",
        "What training costs, and when it has paid back",
    );
    let rows = |lines: &[&PaybackLine]| lines.iter().map(|line| row(line, report)).collect();
    let all: Vec<&PaybackLine> = report.programmes.iter().collect();
    let (telling, silent): (Vec<&PaybackLine>, Vec<&PaybackLine>) =
        all.iter().partition(|line| line.is_own || line.says_something());
    let main = Table::main(columns(), rows(&all));
    // What says nothing is named in a sentence, unless it was asked for.
    let folds = !report.is_named && !telling.is_empty() && silent.len() > 1;
    let document = Document::new(title).with(Block::Facts(pay(report)));
    let document = if folds {
        let shown = Table::plain(columns(), rows(&telling));
        document
            .with(Block::Table(main.unseen()))
            .with(Block::Table(shown))
            .with(Block::Note(silent_ones(&silent)))
    } else {
        document.with(Block::Table(main))
    };
    let document = document.with_all(curve::drawn(report).map(Block::Curves));
    document.with_all(report.assumptions.iter().cloned().map(Block::Note)).with_all(
        report.next_steps.iter().map(|step| {
            Block::Note(Text::new(
                format!("{} : {}", step.title.fr, step.url),
                format!("{}: {}", step.title.en, step.url),
            ))
        }),
    )
}

/// The programmes of which neither the cost nor the years are known, in a sentence.
fn silent_ones(lines: &[&PaybackLine]) -> Text {
    let count = lines.len();
    let names = listed(lines.iter().map(|line| &line.name));
    Text::new(
        format!(
            "De {count} autres formations, aucune source ne permet de chiffrer le coût : {}. `--columns name,total_months` ou JSON les donnent toutes.",
            names.fr
        ),
        format!(
            "Of {count} more programmes no source lets the cost be told: {}. `--columns name,total_months` or JSON give them all.",
            names.en
        ),
    )
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
        Column::new(
            "grant_holder_cost",
            Kind::Range,
            text("Coût pour un boursier", "Cost for a grant holder"),
        )
        .hidden(),
        Column::new("cost_told", Kind::Text, text("Coût", "Cost")).sorted_by("cost"),
        Column::new("gain_per_year", Kind::Range, text("Gain par an", "Gain a year")).hidden(),
        Column::new("break_even_years", Kind::Range, text("Années", "Years")).hidden(),
        Column::new("break_even_told", Kind::Text, text("Amortie en", "Paid back in"))
            .sorted_by("break_even_years"),
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
        Cell::of(account.grant_holder_cost, Cell::Amounts),
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
    .noted(unsaid(line, report))
    .noted(gained(account))
    .noted(granted(line, report))
    .noted(line.before.as_ref().map(preceded))
    .noted(line.apprenticeship.as_ref().map(apprenticed))
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

/// What no source says of the programme, or what is to be said of one’s own.
fn unsaid(line: &PaybackLine, report: &PaybackReport<'_>) -> Vec<Text> {
    let (pay, course): (Vec<Gap>, Vec<Gap>) =
        line.account.unknown.iter().partition(|gap| **gap == Gap::EntryPay);
    let list = |lang: Lang| {
        course.iter().map(|gap| gap.label().in_lang(lang).to_owned()).collect::<Vec<_>>().join(", ")
    };
    let course = (!course.is_empty()).then(|| {
        if line.is_own {
            let options = course.iter().map(|gap| if *gap == Gap::Fees { "`--fees`" } else { "`--months`" });
            let options = options.collect::<Vec<_>>().join(", ");
            Text::new(
                format!("À donner pour le calcul : {} ({options}).", list(Lang::Fr)),
                format!("To be given for the sum: {} ({options}).", list(Lang::En)),
            )
        } else {
            Text::new(
                format!("Aucune source ne le dit : {}.", list(Lang::Fr)),
                format!("No source says: {}.", list(Lang::En)),
            )
        }
    });
    let pay = (!pay.is_empty()).then(|| {
        if report.has_chosen_sources {
            text(
                "Les sources retenues ne donnent pas de salaire de junior ; `--entry-pay` en donne un.",
                "The chosen sources give no junior pay; `--entry-pay` gives one.",
            )
        } else {
            text("Aucune source ne le dit : salaire d’entrée.", "No source says: entry pay.")
        }
        .spaced()
    });
    course.into_iter().chain(pay).collect()
}

/// That a cost below zero is money gained.
fn gained(account: &Account) -> Option<Text> {
    let low = account.cost.or(account.cost_at_least)?.low?;
    (low < Money::euros(0.0)).then(|| {
        text(
            "Un coût négatif est un gain : la formation rapporte plus qu’elle ne coûte.",
            "A negative cost is a gain: the training pays more than it costs.",
        )
        .spaced()
    })
}

/// What a grant holder pays in the public sector, where sums are counted from one’s own diploma.
fn granted(line: &PaybackLine, report: &PaybackReport<'_>) -> Option<Text> {
    let cost = line.account.grant_holder_cost.filter(|_| report.from.is_some())?;
    let cost = span(cost)?;
    Some(Text::new(
        format!("Coût pour un boursier : {}, sans frais publics ni contribution.", cost.fr),
        format!("Cost for a grant holder: {}, without public fees or contribution.", cost.en),
    ))
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
