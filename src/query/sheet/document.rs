//! The sheet as people read it: two pages, each with its sections.

use super::{Audience, Part, SheetReport, net, training};
use crate::model::figures::amount;
use crate::model::text::{Lang, Text, text, uncapitalized};
use crate::model::vocabulary::Vocabulary;
use crate::query::progression::inferred_note;
use crate::query::rules;
use crate::query::salary::LevelPay;
use crate::report::{Block, Cell, Document, Facts, Finding, Node, Ranges, Report, Row, Section, Table, Tree};

/// Skills named fewer times than this are left to `skills`.
const LEAST_NAMED: u64 = 2;
/// Missions that a phase names, those of most sources first; `missions` has them all.
const MISSIONS: usize = 3;
/// Surveys of other people that are shown to compare with.
const SURVEYS: usize = 1;

/// The whole sheet.
pub fn of(report: &SheetReport<'_>) -> Document {
    let mut document = Document::new(report.role.title.clone())
        .with(Block::Prose(report.role.summary.clone()))
        .with_all(report.name.as_ref().map(|name| Block::Prose(Text::same(name))))
        .with(Block::Prose(handed_to(report)))
        .with(Block::Facts(brief(report)));
    let (second, first): (Vec<Part>, Vec<Part>) = report.parts.iter().partition(|part| is_second(**part));
    for part in first {
        document = add(document, part, report);
    }
    if !second.is_empty() {
        document = document.with(Block::Break);
    }
    for part in second {
        document = add(document, part, report);
    }
    document
}

const fn is_second(part: Part) -> bool {
    matches!(part, Part::Training | Part::Progression)
}

fn add(document: Document, part: Part, report: &SheetReport<'_>) -> Document {
    match part {
        Part::Job => job(document, report),
        Part::Salary => salary(document, report),
        Part::Net => what_is_left(document, report),
        Part::Training => learn(document, report),
        Part::Progression => next(document, report),
    }
}

/// Who the sheet is for, and which region and levels it keeps to.
fn handed_to(report: &SheetReport<'_>) -> Text {
    let region = report.region.map(|region| Text::same(&region.name));
    let levels = report.levels.iter().copied().map(Vocabulary::label);
    let limits: Vec<Text> = region.into_iter().chain(levels).collect();
    let limits = match limits.as_slice() {
        [] => text("", ""),
        some => Text::joined(some, ", ").map(|limits| format!(" ({limits})")),
    };
    let audience = report.audience.label();
    Text::new(
        format!("Pour qui : {}{}", audience.fr, limits.fr),
        format!("For: {}{}", audience.en, limits.en),
    )
}

/// What a hurried reader takes away.
fn brief(report: &SheetReport<'_>) -> Facts {
    let mut items: Vec<(Text, Cell)> = Vec::new();
    let levels = report.salary.iter().flat_map(|salary| &salary.levels);
    for level in levels.filter(|level| level.high.is_some()) {
        let label = level.level.label();
        let label = Text::new(format!("{}, brut par an", label.fr), format!("{}, gross a year", label.en));
        items.push((label, Cell::Amounts(level.span())));
    }
    if let Some(training) = &report.training {
        items.push((
            text("Formations citées", "Programmes named"),
            Cell::Count(training.programmes.len() as u64),
        ));
    }
    Facts { title: None, items }
}

fn section(title: Text, finding: Option<(Text, Text)>) -> Block {
    Block::Section(Section { title, finding: finding.map(|(strong, rest)| Finding { strong, rest }) })
}

/// What one does, phase by phase, and what one has to know, by how many sheets name it.
fn job(document: Document, report: &SheetReport<'_>) -> Document {
    let mut document = document.with(section(text("Le métier", "The job"), None));
    if let Some(missions) = &report.missions {
        let title = text("Ce que l’on fait", "What one does");
        let phases = grouped(missions.document().into_main_table(), "phase", "title", |_| true);
        let items = phases.into_iter().map(|(phase, names)| (phase, deeds(&names))).collect();
        document = document.with(Block::Facts(Facts { title: Some(title), items }));
    }
    if let Some(skills) = &report.skills {
        let title = text("Ce qu’il faut savoir", "What one has to know");
        let often = |cell: &Cell| matches!(cell, Cell::Count(count) if *count >= LEAST_NAMED);
        let items = grouped(skills.document().into_main_table(), "cited_by", "name", often);
        let said = |(label, names): (Text, Vec<Text>)| {
            let label = Text::new(format!("{} fiches", label.fr), format!("{} sheets", label.en));
            (label, Cell::Text(Text::joined(names, ", ").spaced()))
        };
        document = document
            .with(Block::Facts(Facts { title: Some(title), items: items.into_iter().map(said).collect() }));
    }
    document
}

/// The names of a table by what they have in common, in the order of the table.
fn grouped(
    table: Option<Table>,
    by: &str,
    name: &str,
    kept: impl Fn(&Cell) -> bool,
) -> Vec<(Text, Vec<Text>)> {
    let Some(table) = table else { return Vec::new() };
    let place = |key: &str| table.columns.iter().position(|column| column.key == key);
    let (Some(by), Some(name)) = (place(by), place(name)) else { return Vec::new() };
    let mut groups: Vec<(Text, Vec<Text>)> = Vec::new();
    for row in table.rows.iter().filter(|row| kept(&row.cells[by])) {
        let label = match &row.cells[by] {
            Cell::Term(term) => term.label.clone(),
            Cell::Count(count) => Text::same(&count.to_string()),
            _ => continue,
        };
        let Cell::Text(name) = &row.cells[name] else { continue };
        match groups.last_mut() {
            Some((last, names)) if *last == label => names.push(name.clone()),
            _ => groups.push((label, vec![name.clone()])),
        }
    }
    groups
}

/// Deeds in one line: the first with a capital, the most named only.
fn deeds(names: &[Text]) -> Cell {
    let few = names.iter().take(MISSIONS).enumerate();
    let named = few.map(|(at, name)| if at == 0 { name.clone() } else { name.map(uncapitalized) });
    let more = if names.len() > MISSIONS { "…" } else { "" };
    Cell::Text(Text::joined(named, ", ").map(|named| format!("{named}{more}")).spaced())
}

/// The chart of what is paid, its rows with the reservations of the figures.
fn salary(document: Document, report: &SheetReport<'_>) -> Document {
    let Some(salary) = &report.salary else { return document };
    let answer = salary.document();
    let notes: Vec<(Vec<Text>, Option<Text>)> = answer.main_table().map(reservations).unwrap_or_default();
    let finding = salary.levels.iter().find_map(pay_finding);
    let mut document = document.with(section(text("Ce que l’on gagne", "What it pays"), finding));
    let ranges = answer.blocks.into_iter().find_map(|block| match block {
        Block::Ranges(ranges) => Some(of_the_job(with_notes(ranges, &notes))),
        _ => None,
    });
    document = document.with_all(ranges.map(Block::Ranges));
    document.with(Block::Note(text(
        "Montants bruts, à temps plein, en euros de l’année de la source ; à lire un par un, jamais en moyenne.",
        "Gross amounts, full time, in euros of the source’s year; to be read one by one, never as a mean.",
    )))
}

/// From how much to how much the sources go, for the level that they say most of.
fn pay_finding(level: &LevelPay<'_>) -> Option<(Text, Text)> {
    let (low, high, label) = (amount(level.low?), amount(level.high?), level.level.label());
    Some((
        Text::new(
            format!("De {} à {} brut par an", low.fr, high.fr),
            format!("From {} to {} gross a year", low.en, high.en),
        ),
        Text::new(
            format!("pour le niveau {}, selon la source.", label.fr.to_lowercase()),
            format!("at {} level, depending on the source.", label.en.to_lowercase()),
        ),
    ))
}

/// The notes and the year of each figure.
fn reservations(table: &Table) -> Vec<(Vec<Text>, Option<Text>)> {
    let year = table.columns.iter().position(|column| column.key == "year");
    let row = |row: &Row| {
        let year = year.and_then(|at| row.cells.get(at)).map(|cell| match cell {
            Cell::Year(year) => Text::same(&year.to_string()),
            _ => text("inconnue", "unknown"),
        });
        (row.notes.clone(), year)
    };
    table.rows.iter().map(row).collect()
}

/// The bars with what is said of their figures, where the chart has a bar for each and says nothing itself.
fn with_notes(mut ranges: Ranges, notes: &[(Vec<Text>, Option<Text>)]) -> Ranges {
    let silent = ranges.bars.iter().all(|bar| bar.notes.is_empty() && bar.detail.is_none());
    if silent && ranges.bars.len() == notes.len() {
        for (bar, (notes, year)) in ranges.bars.iter_mut().zip(notes) {
            bar.notes.clone_from(notes);
            bar.detail.clone_from(year);
        }
    }
    ranges
}

/// The figures of the job, and of other people only what a survey says of the whole of them.
fn of_the_job(mut ranges: Ranges) -> Ranges {
    let mut surveys = 0;
    ranges.bars.retain(|bar| {
        let is_spread = bar.has_spread();
        surveys += usize::from(bar.apart && is_spread);
        !bar.apart || (is_spread && surveys <= SURVEYS)
    });
    ranges
}

/// What is left after contributions and tax.
fn what_is_left(document: Document, report: &SheetReport<'_>) -> Document {
    let Some(lines) = report.net.as_ref().filter(|lines| !lines.is_empty()) else { return document };
    let status = text(
        "Entreprise de 10 personnes, impôt au taux neutre ; non-cadre sous 30 360 € par an, cadre au-delà.",
        "Company of 10 people, tax at the neutral rate; non-cadre below €30,360 a year, cadre from there on.",
    );
    let told = std::iter::once(status).chain(rules::assumptions(&report.rules));
    let note = Text::joined(told, " ").spaced();
    document
        .with(section(text("Du brut au net", "From gross to net"), net::finding(lines)))
        .with(Block::Table(net::table(lines)))
        .with(Block::Note(note))
}

/// The ways in.
fn learn(document: Document, report: &SheetReport<'_>) -> Document {
    let Some(training) = &report.training else { return document };
    let title = match report.audience {
        Audience::Changer => text("Se reconvertir", "Changing careers"),
        _ => text("Comment y arriver", "Ways in"),
    };
    let mut document = document.with(section(title, training::finding(training)));
    if let Some((table, left_out, letters)) = training::table(training.document()) {
        document = document.with(Block::Table(table)).with_all(letters.map(Block::Note));
        if !left_out.is_empty() {
            document = document.with(Block::Note(training::left_out_note(&left_out)));
        }
    }
    document = document.with(Block::Note(training.totals_note()));
    document
        .with_all(report.region.map(|region| Block::Note(training::region_note(&Text::same(&region.name)))))
}

/// Where the job leads.
fn next(document: Document, report: &SheetReport<'_>) -> Document {
    let Some(progression) = &report.progression else { return document };
    let tree = progression.document().blocks.into_iter().find_map(|block| match block {
        Block::Tree(tree) => Some(tree),
        _ => None,
    });
    let (tree, beside) = tree.map(without_ends_beside).unzip();
    document
        .with(section(text("Où cela mène", "Where it leads"), None))
        .with_all(tree.map(Block::Tree))
        .with_all(beside.flatten().map(Block::Note))
        .with(Block::Note(inferred_note()))
}

/// The tree without the names beside its root that lead nowhere, and those in a sentence by what leads to them.
fn without_ends_beside(mut tree: Tree) -> (Tree, Option<Text>) {
    let is_way_on = |node: &Node| !node.children.is_empty();
    if !tree.root.children.iter().any(is_way_on) {
        return (tree, None);
    }
    let (ways, ends): (Vec<Node>, Vec<Node>) = tree.root.children.into_iter().partition(is_way_on);
    tree.root.children = ways;
    let of = |node: &Node, lang: Lang| {
        let told = [&node.tag, &node.detail].into_iter().flatten().map(|told| told.in_lang(lang));
        told.collect::<Vec<_>>().join(", ")
    };
    let Text { fr, en } = Text::in_each(|lang| {
        let mut kinds: Vec<String> = ends.iter().map(|node| of(node, lang)).collect();
        kinds.dedup();
        let named = kinds.iter().map(|kind| {
            let names =
                ends.iter().filter(|node| of(node, lang) == *kind).map(|node| node.label.in_lang(lang));
            format!("{} ({kind})", names.collect::<Vec<_>>().join(", "))
        });
        named.collect::<Vec<_>>().join(" – ")
    });
    let told = Text::new(format!("Et de côté : {fr}."), format!("And beside: {en}."));
    (tree, (!ends.is_empty()).then_some(told))
}
