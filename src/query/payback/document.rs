//! The accounts as people read them: what everyone earns after, a line per programme, what was assumed.

use super::account::{Account, Gap, Outcome};
use super::words::{cost, paid_back, span};
use super::{PaybackLine, PaybackReport, curve};
use crate::model::money::Money;
use crate::model::text::{Text, text, uncapitalized};
use crate::model::vocabulary::Vocabulary;
use crate::query::naming::listed;
use crate::report::{Block, Cell, Column, Document, Facts, Kind, Table, Term};

/// The whole answer.
pub fn of(report: &PaybackReport<'_>) -> Document {
    let title = text(
        "Ce que coûte une formation, et quand elle est amortie",
        "What training costs, and when it has paid back",
    );
    let all: Vec<&PaybackLine> = report.programmes.iter().collect();
    let (telling, silent): (Vec<&PaybackLine>, Vec<&PaybackLine>) =
        all.iter().partition(|line| line.is_own || line.says_something());
    let main = table(&all, report);
    // What says nothing is named in a sentence, unless it was asked for.
    let folds = !report.is_named && !telling.is_empty() && silent.len() > 1;
    let document = Document::new(title).with(Block::Facts(pay(report)));
    let document = if folds {
        document
            .with(Block::Table(main.unseen()))
            .with(Block::Table(table(&telling, report).beside()))
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
        (text("Salaire d’entrée", "Pay at entry"), Cell::from(report.entry_pay)),
        (text("Net par an", "Net a year"), Cell::from(report.entry_pay_net)),
    ];
    if !by.is_empty() {
        items.push((text("Selon", "According to"), Cell::Terms(by)));
    }
    if report.current > Money::euros(0.0) {
        items.push((text("Salaire actuel", "Pay today"), Cell::Money(report.current)));
        items.push((text("Net actuel", "Net today"), Cell::Money(report.current_net)));
        items.push((text("Gain par an", "Gain a year"), Cell::from(gain)));
    }
    if report.kept > Money::euros(0.0) {
        items.push((text("Gardé par an", "Kept a year"), Cell::Money(report.kept)));
    }
    if let Some(from) = report.from {
        items.push((text("Diplôme", "Diploma"), Cell::from(from)));
    }
    Facts { title: None, items }
}

/// A line per programme; most columns are for machines and for those who ask for them.
fn table(lines: &[&PaybackLine], report: &PaybackReport<'_>) -> Table {
    let cost_told = Column::new("cost_told", Kind::Text, text("Coût", "Cost")).sorted_by("cost");
    let break_even_told = Column::new("break_even_told", Kind::Text, text("Amortie en", "Paid back in"))
        .sorted_by("break_even_years");
    Table::of(lines.iter().copied())
        .hidden("id", Kind::Name, text("Id", "Id"), |line| &line.id)
        .grouped("entry", Kind::Name, text("Demande", "Asks for"), |line| line.entry)
        .column("name", Kind::Text, text("Formation", "Programme"), |line| &line.name)
        .hidden("level", Kind::Name, text("Niveau", "Level"), |line| line.level)
        .hidden("sector", Kind::Name, text("Secteur", "Sector"), |line| line.sector)
        .hidden("before", Kind::Text, text("Avant", "Before"), |line| {
            line.before.as_ref().map(|before| &before.what)
        })
        .hidden("months", Kind::Range, text("Durée du cursus", "Programme’s duration"), |line| {
            line.months.map(Cell::Months)
        })
        .column("total_months", Kind::Range, text("Durée", "Duration"), |line| {
            line.total_months.map(Cell::Months)
        })
        .hidden("fees", Kind::Range, text("Frais", "Fees"), |line| line.account.fees)
        .hidden("contribution", Kind::Range, text("Contribution", "Contribution"), |line| {
            line.account.contribution
        })
        .hidden("pay_given_up", Kind::Range, text("Salaire perdu", "Pay lost"), |line| {
            line.account.pay_given_up
        })
        .hidden("pay_received", Kind::Range, text("Reçu", "Received"), |line| line.account.pay_received)
        .hidden("cost", Kind::Range, text("Coût chiffré", "Cost in figures"), |line| line.account.cost)
        .hidden("cost_at_least", Kind::Range, text("Coût minimal", "Least cost"), |line| {
            line.account.cost_at_least
        })
        .hidden(
            "grant_holder_cost",
            Kind::Range,
            text("Coût pour un boursier", "Cost for a grant holder"),
            |line| line.account.grant_holder_cost,
        )
        .with(cost_told, cost)
        .hidden("gain_per_year", Kind::Range, text("Gain par an", "Gain a year"), |line| {
            line.account.gain_per_year
        })
        .hidden("break_even_years", Kind::Range, text("Années", "Years"), |line| {
            line.account.break_even_years.map(Cell::Years)
        })
        .with(break_even_told, paid_back)
        .hidden("net_cost", Kind::Range, text("Coût net", "Net cost"), |line| line.net.cost)
        .hidden("net_gain_per_year", Kind::Range, text("Gain net par an", "Net gain a year"), |line| {
            line.net.gain_per_year
        })
        .hidden("net_break_even_years", Kind::Range, text("Années, en net", "Years, in net"), |line| {
            line.net.break_even_years.map(Cell::Years)
        })
        .hidden("outcome", Kind::Name, text("Issue", "Outcome"), |line| line.account.outcome)
        .hidden("unknown", Kind::Names, text("Inconnu", "Unknown"), |line| {
            line.account.unknown.iter().copied().map(Term::of).collect::<Vec<_>>()
        })
        .hidden("work_study", Kind::Name, text("Alternance", "Work-study"), |line| line.work_study)
        .hidden("apprenticeship", Kind::Text, text("Apprentissage", "Apprenticeship"), |line| {
            &line.apprenticeship
        })
        .hidden("sources", Kind::Names, text("Selon", "According to"), |line| {
            report.citations.cell(&line.sources)
        })
        .noted(|line| ending(line.account.outcome))
        .noted(|line| unsaid(line, report))
        .noted(|line| gained(&line.account))
        .noted(|line| granted(line, report))
        .noted(|line| line.before.as_ref().map(preceded))
        .noted(|line| line.apprenticeship.as_ref().map(apprenticed))
        .main()
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
    let Text { fr, en } = Text::joined(course.iter().map(|gap| gap.label()), ", ");
    let course = (!course.is_empty()).then(|| {
        if line.is_own {
            let options = course.iter().map(|gap| if *gap == Gap::Fees { "`--fees`" } else { "`--months`" });
            let options = options.collect::<Vec<_>>().join(", ");
            Text::new(
                format!("À donner pour le calcul : {fr} ({options})."),
                format!("To be given for the sum: {en} ({options})."),
            )
        } else {
            Text::new(format!("Aucune source ne le dit : {fr}."), format!("No source says: {en}."))
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
    let Text { fr, en } = when.map(uncapitalized);
    Text::new(format!("Apprentissage : {fr}."), format!("Apprenticeship: {en}."))
}
