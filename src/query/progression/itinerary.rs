//! The ways to a position as people read them: numbered steps, one table per way.

use super::document::{inferred_note, name, title, to_learn};
use super::path::{Path, PathStep};
use super::{Goal, ProgressionReport};
use crate::model::id::RoleId;
use crate::model::text::{Text, text};
use crate::report::{Block, Cell, Column, Document, Kind, Row, Table, Term};

/// Every way, or what can be reached instead.
pub fn of(report: &ProgressionReport<'_>, goal: &Goal<'_>) -> Document {
    let mut document = Document::new(title(report)).with(Block::Table(records(report).unseen()));
    if report.paths.is_empty() {
        return document.with(Block::Prose(instead(report, goal)));
    }
    let ways = report.paths.iter().enumerate();
    document = document.with_all(ways.map(|(at, path)| Block::Table(way(at + 1, path, report, goal))));
    if report.paths.iter().flat_map(|path| &path.steps).any(|step| step.step.inferred) {
        document = document.with(Block::Note(inferred_note()));
    }
    document.with(Block::Note(text(
        "Brut annuel : du plus bas au plus haut chiffre cité, « ≤ » devant un plafond ; « – » : aucune source ne le dit.",
        "Gross a year: from the lowest to the highest figure stated, “≤” before a ceiling; “–”: no source says.",
    )))
}

/// What to say when no way leads there.
fn instead(report: &ProgressionReport<'_>, goal: &Goal<'_>) -> Text {
    if goal.from.id == goal.to.id {
        return text("Vous y êtes déjà : il n’y a aucune étape.", "You are already there: there is no step.");
    }
    let others: Vec<&Text> =
        report.roles.iter().filter(|role| role.id != goal.from.id).map(|role| &role.name).collect();
    if others.is_empty() {
        return text(
            "Aucune source ne dit où mène ce point de départ.",
            "No source says where this starting point leads.",
        );
    }
    let Text { fr, en } = Text::joined(others, ", ");
    Text::new(format!("De là, on peut atteindre : {fr}."), format!("From there one can reach: {en}."))
}

/// One way, the starting point first.
fn way(number: usize, path: &Path<'_>, report: &ProgressionReport<'_>, goal: &Goal<'_>) -> Table {
    let columns = vec![
        Column::new("to", Kind::Text, text("Poste", "Role")),
        Column::new("kind", Kind::Name, text("Type", "Kind")),
        Column::new("pay_after", Kind::Range, text("Brut annuel", "Gross a year")),
        Column::new("sources", Kind::Names, text("Selon", "According to")),
    ];
    let pay = path.steps.first().and_then(|step| step.pay_before);
    let start = Row::new(vec![
        Cell::Text(goal.from.name.clone()),
        Cell::Text(text("départ", "start")),
        pay.map(|pay| pay.range).into(),
        report.citations.cell(&goal.from.sources),
    ]);
    let rows = path.steps.iter().enumerate().map(|(at, step)| numbered(at + 1, step, report));
    let steps = path.steps.len();
    let (fr, en) = if steps > 1 { ("étapes", "steps") } else { ("étape", "step") };
    let title = Text::new(format!("Voie {number} : {steps} {fr}"), format!("Way {number}: {steps} {en}"));
    Table::main(columns, std::iter::once(start).chain(rows).collect()).beside().titled(title)
}

fn numbered(number: usize, step: &PathStep<'_>, report: &ProgressionReport<'_>) -> Row {
    let PathStep { step, pay_after, .. } = step;
    let reached = name(&step.to, report);
    let star = if step.inferred { "*" } else { "" };
    Row::new(vec![
        Cell::Text(reached.map(|name| format!("{number}.\u{a0}{name}{star}")).spaced()),
        Cell::from(step.kind),
        pay_after.map(|pay| pay.range).into(),
        report.citations.cell(&step.sources),
    ])
    .noted(to_learn(step))
    .noted(step.note.clone())
}

/// Every step of every way: what CSV and JSON Lines carry.
fn records(report: &ProgressionReport<'_>) -> Table {
    let steps =
        report.paths.iter().enumerate().flat_map(|(way, path)| {
            path.steps.iter().enumerate().map(move |(at, step)| (way + 1, at + 1, step))
        });
    let role = |id: &RoleId| Term::new(id.as_str(), name(id, report));
    Table::of(steps)
        .grouped("way", Kind::Number, text("Voie", "Way"), |(way, ..)| way)
        .column("step", Kind::Number, text("Étape", "Step"), |(_, number, _)| number)
        .column("from", Kind::Name, text("De", "From"), |(.., one)| role(&one.step.from))
        .column("to", Kind::Name, text("À", "To"), |(.., one)| role(&one.step.to))
        .column("kind", Kind::Name, text("Type", "Kind"), |(.., one)| one.step.kind)
        .hidden("learn", Kind::Text, text("À apprendre", "To learn"), |(.., one)| &one.step.learn)
        .column("pay_before", Kind::Range, text("Avant", "Before"), |(.., one)| {
            one.pay_before.map(|pay| pay.range)
        })
        .column("pay_after", Kind::Range, text("Après", "After"), |(.., one)| {
            one.pay_after.map(|pay| pay.range)
        })
        .hidden("inferred", Kind::Number, text("Déduit", "Inferred"), |(.., one)| one.step.inferred)
        .hidden("note", Kind::Text, text("Note", "Note"), |(.., one)| &one.step.note)
        .column("sources", Kind::Names, text("Selon", "According to"), |(.., one)| {
            report.citations.cell(&one.step.sources)
        })
        .main()
}
