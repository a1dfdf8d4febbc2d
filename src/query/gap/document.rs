//! The gap as people read it: what is covered and by which words, what is missing, what would help.

use super::coverage::CategoryLine;
use super::training::TrainingLine;
use super::{GapReport, HaveLine, SaidLine, records};
use crate::model::id::EntryId;
use crate::model::skill::SkillKind;
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::query::to_check;
use crate::report::{Block, Cell, Document, Kind, Table};

/// The whole answer; ads come first where there are any.
pub fn of(report: &GapReport<'_>) -> Document {
    let against = report.against.as_ref();
    let of_ads = against.and_then(|against| against.title(report.read_cv));
    let of_sheets = title(report);
    let mut document = Document::new(of_ads.unwrap_or_else(|| of_sheets.clone()))
        .with(Block::Table(records::table(report).unseen()));
    if let Some(against) = against {
        let sentence = Block::Prose(of_sheets.map(|title| format!("{title}.")).spaced());
        document = document
            .with(Block::Table(against.table()))
            .with(Block::Note(against.note()))
            .with_all(against.requires_something().then_some(sentence));
    }
    let learning = text("En cours d’apprentissage, non compté", "Being learned, not counted");
    let absent = text("Ce que le CV dit ne pas connaître", "What the CV says is not known");
    document = document
        .with_rows(have(report))
        .with_rows(told(learning, &report.learning))
        .with_rows(told(absent, &report.absent))
        .with_rows(missing(report))
        .with_rows(training(report));
    document.with_notes(notes(report))
}

fn title(report: &GapReport<'_>) -> Text {
    // A share of nothing is no minus nothing.
    let percent = (report.coverage * 100.0).round().max(0.0) + 0.0;
    let (fr, en) =
        if report.read_cv { ("Ce CV couvre", "This CV covers") } else { ("Cela couvre", "This covers") };
    let (who_fr, who_en) = match &report.chosen {
        None => ("les fiches demandent".to_owned(), "the sheets ask for".to_owned()),
        Some(chosen) => (
            format!("ces sources demandent ({})", chosen.fr),
            format!("these sources ask for ({})", chosen.en),
        ),
    };
    let (of_fr, of_en) = match report.kind {
        None => {
            (format!("de ce que {who_fr} pour le back-end"), format!("of what {who_en}, for a back-end job"))
        }
        Some(SkillKind::Hard) => (
            format!("des compétences techniques que {who_fr}"),
            format!("of the technical skills that {who_en}"),
        ),
        Some(SkillKind::Soft) => {
            (format!("des qualités humaines que {who_fr}"), format!("of the human qualities that {who_en}"))
        }
    };
    Text::new(format!("{fr} {percent} % {of_fr}"), format!("{en} {percent}% {of_en}"))
}

fn have(report: &GapReport<'_>) -> Table {
    let words = |line: &HaveLine<'_>| {
        if line.matched.is_empty() {
            Cell::Text(to_check::implied_by(&line.implied_names))
        } else {
            Cell::from(&line.matched)
        }
    };
    Table::of(&report.have)
        .grouped("category", Kind::Name, text("Catégorie", "Category"), |line| line.skill.category)
        .column("name", Kind::Text, text("Couverte par", "Covered by"), |line| line.skill.name)
        .column("matched", Kind::Names, text("Mots reconnus", "Words found"), words)
        .column("cited_by", Kind::Number, text("Demandes", "Asked by"), |line| line.skill.cited_by)
        .noted(|line| (line.asked && !line.counts).then(|| not_counted(line)))
        .aside(text("Ce qui est là", "What is there"))
}

/// Skills of which the CV says the same, with its words.
fn told(title: Text, lines: &[SaidLine<'_>]) -> Table {
    Table::of(lines)
        .column("name", Kind::Text, text("Compétence", "Skill"), |line| line.skill.name)
        .column("matched", Kind::Names, text("Mots reconnus", "Words found"), |line| &line.matched)
        .aside(title)
}

/// Why a skill the person has covers nothing here.
fn not_counted(line: &HaveLine<'_>) -> Text {
    let why = line.caveat.cloned().unwrap_or_else(|| text("Outil front-end.", "A front-end tool."));
    Text::new(format!("{} Non compté.", why.fr), format!("{} Not counted.", why.en))
}

/// A line per category, so that alternatives are not taken for a list of duties.
fn missing(report: &GapReport<'_>) -> Table {
    Table::of(report.categories.iter().filter(|line| !line.missing.is_empty()))
        .column("category", Kind::Name, text("Catégorie", "Category"), |line| line.id)
        .column("missing", Kind::Text, text("Il manque", "Missing"), |line| lacking(line, report))
        .column("cited_by", Kind::Number, text("Demandes", "Asked by"), |line| line.cited_by)
        .aside(text("Ce qui manque, le plus demandé d’abord", "What is missing, most asked first"))
}

/// “one of: PHP, Java…”, or every missing skill.
fn lacking(line: &CategoryLine<'_>, report: &GapReport<'_>) -> Text {
    let names = names(&line.missing, report);
    if line.one_suffices && line.missing.len() > 1 {
        return Text::new(format!("au choix : {}", names.fr), format!("one of: {}", names.en));
    }
    names
}

/// Missing skills by name, separated by commas.
fn names(ids: &[&EntryId], report: &GapReport<'_>) -> Text {
    let name = |id: &&EntryId| {
        report.missing.iter().map(|line| line.skill).find(|skill| skill.id == *id).map(|skill| skill.name)
    };
    Text::joined(ids.iter().filter_map(name), ", ").spaced()
}

fn training(report: &GapReport<'_>) -> Table {
    let named = |line: &TrainingLine<'_>| {
        if line.skills.is_empty() { line.subject.into() } else { Cell::Text(names(&line.skills, report)) }
    };
    // A programme that names nothing of what is missing is not said to help.
    let title = if report.training.iter().all(|line| line.skills.is_empty()) {
        text(
            "Aucune formation ne nomme ce qui manque ; celles-ci disent au moins enseigner le web ou le logiciel",
            "No programme names what is missing; these at least say that they teach web or software development",
        )
    } else {
        text("Les formations qui aideraient", "Training that would help")
    };
    Table::of(&report.training)
        .grouped("level", Kind::Name, text("Niveau", "Level"), |line| line.level)
        .column("name", Kind::Text, text("Formation", "Programme"), |line| line.name)
        .column("names", Kind::Text, text("Nomme", "Names"), named)
        .aside(title)
}

fn notes(report: &GapReport<'_>) -> Vec<Text> {
    let weight = text(
        "« Demandes » : combien de fiches métier (ou des sources choisies) le demandent ; chaque catégorie pèse ce nombre dans la couverture.",
        "“Asked by”: how many job sheets (or chosen sources) ask for it; in the coverage, each category weighs that much.",
    );
    let words = text(
        "Seuls les mots écrits comptent, et rien ne quitte cette machine : une compétence passée sous silence manque ici.",
        "Only written words count, and nothing leaves this machine: a skill left unsaid is missing here.",
    );
    let mut notes = vec![weight];
    notes.extend(alternatives(report));
    notes.extend(report.read_cv.then_some(words));
    notes
}

/// The categories in which one skill is enough.
fn alternatives(report: &GapReport<'_>) -> Option<Text> {
    let labels: Vec<Text> =
        report.categories.iter().filter(|line| line.one_suffices).map(|line| line.id.label()).collect();
    let Text { fr, en } = Text::joined(&labels, ", ");
    (!labels.is_empty()).then(|| {
        Text::new(
            format!("Une seule compétence suffit par catégorie ici : {fr} ; ailleurs, chacune compte."),
            format!("One skill is enough in each of: {en}; elsewhere every skill counts."),
        )
    })
}
