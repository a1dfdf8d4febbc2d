//! The accounts as people read them: what everyone earns after, a line per programme, what was assumed.

use super::account::{Gap, Outcome};
use super::{PaybackLine, PaybackReport};
use crate::model::money::Money;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::report::{Block, Cell, Column, Document, Facts, Kind, Row, Table, Term};

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
}

/// What is earned now and afterwards, whatever the programme.
fn pay(report: &PaybackReport<'_>) -> Facts {
    let gain = report.entry_pay.map(|pay| pay.map(|pay| pay - report.current));
    let mut items =
        vec![(text("Salaire d’entrée", "Pay at entry"), Cell::of(report.entry_pay, Cell::Amounts))];
    if report.current > Money::euros(0.0) {
        items.push((text("Salaire actuel", "Pay today"), Cell::Money(report.current)));
        items.push((text("Gain par an", "Gain a year"), Cell::of(gain, Cell::Amounts)));
    }
    Facts { title: None, items }
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("id", Kind::Name, text("Id", "Id")).hidden(),
        Column::new("name", Kind::Text, text("Formation", "Programme")),
        Column::new("level", Kind::Name, text("Niveau", "Level")).hidden(),
        Column::new("sector", Kind::Name, text("Secteur", "Sector")).hidden(),
        Column::new("months", Kind::Range, text("Durée", "Duration")),
        Column::new("fees", Kind::Range, text("Frais", "Fees")).hidden(),
        Column::new("pay_given_up", Kind::Range, text("Salaire perdu", "Pay lost")).hidden(),
        Column::new("cost", Kind::Range, text("Coût", "Cost")),
        Column::new("gain_per_year", Kind::Range, text("Gain par an", "Gain a year")).hidden(),
        Column::new("break_even_years", Kind::Range, text("Amortie en", "Paid back in")),
        Column::new("outcome", Kind::Name, text("Issue", "Outcome")).hidden(),
        Column::new("unknown", Kind::Names, text("Inconnu", "Unknown")).hidden(),
        Column::new("apprenticeship", Kind::Text, text("Apprentissage", "Apprenticeship")).hidden(),
        Column::new("sources", Kind::Names, text("Selon", "According to")).hidden(),
    ]
}

fn row(line: &PaybackLine, report: &PaybackReport<'_>) -> Row {
    let account = &line.account;
    let unknown = account.unknown.iter().map(|gap| Term::of(*gap)).collect();
    Row::new(vec![
        Cell::Word(line.id.to_string()),
        Cell::Text(line.name.clone()),
        Cell::Term(Term::of(line.level)),
        Cell::of(line.sector, |sector| Cell::Term(Term::of(sector))),
        Cell::of(line.months, Cell::Months),
        Cell::of(account.fees, Cell::Amounts),
        Cell::of(account.pay_given_up, Cell::Amounts),
        Cell::of(account.cost, Cell::Amounts),
        Cell::of(account.gain_per_year, Cell::Amounts),
        Cell::of(account.break_even_years, Cell::Years),
        Cell::Term(Term::of(account.outcome)),
        Cell::Terms(unknown),
        Cell::of(line.apprenticeship.clone(), Cell::Text),
        report.citations.cell(&line.sources),
    ])
    .noted(ending(account.outcome))
    .noted(unsaid(&account.unknown))
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

fn apprenticed(when: &Text) -> Text {
    Text::new(
        format!("Apprentissage : {}.", when.fr.to_lowercase()),
        format!("Apprenticeship: {}.", when.en.to_lowercase()),
    )
}

/// Everything the figures take for granted.
pub fn assumptions(current: Money, apprenticed: bool) -> Vec<Text> {
    let cost = text(
        "Coût : les frais par an × les années d’études ; ni logement, ni bourse, ni aide, ni prêt.",
        "Cost: fees a year × years of study; no housing, grant, aid or loan.",
    );
    let lost = text(
        "Le salaire actuel est perdu pendant toute la formation, et resterait le même sans elle.",
        "Today’s pay is lost during the whole training, and would stay the same without it.",
    );
    let idle = text(
        "Aucun salaire actuel : `--current EUROS` compte celui auquel on renonce pendant les études.",
        "No pay today: `--current EUROS` counts what is given up while studying.",
    );
    let entry = text(
        "Salaire d’entrée : celui des juniors, du plus bas au plus haut chiffre cité, le même quel que soit le diplôme, sans augmentation.",
        "Pay at entry: what juniors earn, from the lowest to the highest figure stated, the same for every diploma, without a rise.",
    );
    let years = text(
        "Amortie en : années de travail après la formation, du coût le plus bas au plus haut salaire jusqu’à l’inverse.",
        "Paid back in: years of work after the training, from the lowest cost at the highest pay to the reverse.",
    );
    let apprentice = text(
        "En apprentissage, aucun frais : le bas de la fourchette en retire une année ; le salaire d’apprenti n’est pas compté.",
        "An apprentice pays no fee: the low end leaves one year’s out; an apprentice’s wage is not counted.",
    );
    let gross = text(
        "Montants bruts, avant cotisations et impôt.",
        "Gross amounts, before contributions and income tax.",
    );
    let today = if current > Money::euros(0.0) { lost } else { idle };
    let apprentice = apprenticed.then_some(apprentice);
    [cost, today, entry, years].into_iter().chain(apprentice).chain([gross]).collect()
}
