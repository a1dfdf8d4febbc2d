//! Career steps as people read them: a tree with the kind of each step and who says so.

use super::ProgressionReport;
use super::graph::{Branch, Graph};
use crate::model::id::RoleId;
use crate::model::progression::{Direction, Step};
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::report::{Block, Cell, Document, Facts, Kind, Node, Table, Term, Tree};

/// The tree from the root, and the steps as a table for machines.
pub fn of(report: &ProgressionReport<'_>) -> Document {
    let mut document = Document::new(title(report)).with(Block::Table(steps(report).unseen()));
    if let Some(root) = report.root {
        let graph = Graph::new(report.steps.iter().copied());
        let children = graph.tree(&root.id).iter().map(|branch| node(branch, report)).collect();
        let label = root.name.clone();
        document = document
            .with(Block::Tree(Tree {
                root: Node { label, tag: None, detail: None, inferred: false, children },
            }))
            .with_all(remarks(report));
    }
    if !report.mobilities.is_empty() {
        document = document.with(Block::Facts(mobilities(report)));
    }
    let inferred = report.steps.iter().any(|step| step.inferred).then(inferred_note);
    let once = (!report.steps.is_empty()).then(|| text(
        "Chaque poste figure une fois, là où le moins d’étapes y mènent ; `--columns from,to,kind` les liste toutes.",
        "Each role hangs once, where the fewest steps lead to it; `--columns from,to,kind` lists all steps.",
    ));
    document.with_all(inferred.into_iter().chain(once).map(Block::Note))
}

/// The moves of the official job sheet: a list, in no order.
fn mobilities(report: &ProgressionReport<'_>) -> Facts {
    let list = |direction: Direction| {
        let its = report.mobilities.iter().filter(|mobility| mobility.direction == direction);
        Cell::Text(Text::joined(its.map(|mobility| &mobility.title), ", ").spaced())
    };
    Facts {
        title: Some(text(
            "Passages cités par la fiche officielle du développement web (ROME M1855), sans ordre ni niveau",
            "Moves that the official sheet for web developers lists (ROME M1855), without order or level",
        )),
        items: vec![
            (text("On peut aller vers", "People may go to"), list(Direction::To)),
            (text("On peut venir de", "People may come from"), list(Direction::From)),
        ],
    }
}

/// What the answer is about.
pub fn title(report: &ProgressionReport<'_>) -> Text {
    if let Some(goal) = &report.goal {
        let (from, to) = (&goal.from.name, &goal.to.name);
        return Text::new(
            format!("De « {} » à « {} »", from.fr, to.fr),
            format!("From “{}” to “{}”", from.en, to.en),
        );
    }
    report.root.map_or_else(
        || text("Évolutions", "Career steps"),
        |root| {
            Text::new(
                format!("Où mène le poste « {} »", root.name.fr),
                format!("Where “{}” leads", root.name.en),
            )
        },
    )
}

/// The name of a position.
pub fn name(id: &RoleId, report: &ProgressionReport<'_>) -> Text {
    report.names.get(id).map_or_else(|| Text::same(id.as_str()), |name| (*name).clone())
}

fn node(branch: &Branch<'_>, report: &ProgressionReport<'_>) -> Node {
    let step = branch.step;
    let cut = branch.cut.then(|| Text::same("…"));
    Node {
        label: name(&step.to, report),
        tag: Some(step.kind.label()),
        detail: Some(report.citations.list(&step.sources)),
        inferred: step.inferred,
        children: branch.branches.iter().map(|branch| node(branch, report)).chain(cut.map(end)).collect(),
    }
}

/// Where a tree that goes on is cut.
const fn end(label: Text) -> Node {
    Node { label, tag: None, detail: None, inferred: false, children: Vec::new() }
}

/// What the sources say of positions beyond their name.
fn remarks(report: &ProgressionReport<'_>) -> Option<Block> {
    let noted =
        report.roles.iter().filter_map(|role| Some((role.name.clone(), Cell::Text(role.note.clone()?))));
    let items: Vec<(Text, Cell)> = noted.collect();
    let title = Some(text("À savoir", "To know"));
    (!items.is_empty()).then_some(Block::Facts(Facts { title, items }))
}

fn steps(report: &ProgressionReport<'_>) -> Table {
    let role = |id: &RoleId| Term::new(id.as_str(), name(id, report));
    Table::of(report.steps.iter().copied())
        .hidden("id", Kind::Name, text("Id", "Id"), |step| &step.id)
        .grouped("from", Kind::Name, text("De", "From"), |step| role(&step.from))
        .column("to", Kind::Name, text("À", "To"), |step| role(&step.to))
        .column("kind", Kind::Name, text("Type", "Kind"), |step| step.kind)
        .hidden("learn", Kind::Text, text("À apprendre", "To learn"), |step| &step.learn)
        .column("inferred", Kind::Number, text("Déduit", "Inferred"), |step| step.inferred)
        .hidden("note", Kind::Text, text("Note", "Note"), |step| &step.note)
        .column("sources", Kind::Names, text("Selon", "According to"), |step| {
            report.citations.cell(&step.sources)
        })
        .noted(to_learn)
        .noted(|step| step.note.clone())
        .main()
}

/// What has to be learnt for a step.
pub fn to_learn(step: &Step) -> Option<Text> {
    let learn = step.learn.as_ref()?;
    Some(Text::new(format!("À apprendre : {}.", learn.fr), format!("To learn: {}.", learn.en)))
}

/// What the star means.
pub fn inferred_note() -> Text {
    text(
        "* Étape ou point de départ déduit par nous ; les sources nomment la destination.",
        "* A step or a starting point that we inferred; the sources name the destination.",
    )
}
