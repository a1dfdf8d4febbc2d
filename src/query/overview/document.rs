//! The overview as people read it: within 40 lines of 80 columns.

use super::{OverviewReport, PayDigest, PhaseDigest, StepDigest, TrainingDigest};
use crate::model::money::Range;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::report::{Block, Cell, Column, Document, Facts, Kind, Row, Table, Term};

/// About how many characters of names fit beside a label.
const ROOM: usize = 38;

/// The whole screen.
pub fn of(report: &OverviewReport<'_>) -> Document {
    let role = report.role;
    let both = |lang| format!("{} {}", role.summary.in_lang(lang), role.front_end.in_lang(lang));
    Document::new(role.title.clone())
        .with(Block::Prose(Text::new(both(Lang::Fr), both(Lang::En))))
        .with(Block::Table(digest(report)))
        .with(Block::Table(levels(report).unseen()))
        .with(Block::Facts(commands()))
        .with(Block::Note(codes(report)))
}

/// Every topic in a few lines.
fn digest(report: &OverviewReport<'_>) -> Table {
    let columns = vec![
        Column::new("topic", Kind::Name, text("Sujet", "Topic")).grouped(),
        Column::new("point", Kind::Text, text("Point", "Point")),
        Column::new("digest", Kind::Text, text("En bref", "In short")),
    ];
    let row = |topic: Text, (label, value): (Text, Cell)| {
        Row::new(vec![Cell::Text(topic), Cell::Text(label), value])
    };
    let missions = report.missions.iter().map(|digest| row(text("Missions", "Missions"), phase(digest)));
    let salary = report.salary.iter().map(|digest| row(text("Salaire", "Pay"), pay(digest)));
    let training = report.training.iter().map(|digest| row(text("Accès", "Ways in"), training(digest)));
    let progression = report.progression.iter().map(|digest| row(text("Suite", "Leads to"), step(digest)));
    Table::plain(columns, missions.chain(salary).chain(training).chain(progression).collect())
}

/// As many names as fit in a line, then an ellipsis.
fn names(names: &[Text]) -> Text {
    let fitting = |lang: Lang| {
        let mut line = String::new();
        for (at, name) in names.iter().map(|name| name.in_lang(lang)).enumerate() {
            if at > 0 && line.chars().count() + name.chars().count() + 2 > ROOM {
                return line + "…";
            }
            line += if at > 0 { ", " } else { "" };
            line += name;
        }
        line
    };
    Text::new(fitting(Lang::Fr), fitting(Lang::En))
}

fn phase(digest: &PhaseDigest) -> (Text, Cell) {
    (digest.phase.label(), Cell::Text(names(&digest.missions)))
}

fn pay(digest: &PayDigest) -> (Text, Cell) {
    let gross = text("brut annuel", "gross a year");
    let level = digest.level.label();
    let label = Text::new(format!("{}, {}", level.fr, gross.fr), format!("{}, {}", level.en, gross.en));
    (label, span(digest))
}

/// The kinds of diploma, or the schools where there is only one kind.
fn training(digest: &TrainingDigest) -> (Text, Cell) {
    let told = if digest.kinds.len() > 1 { &digest.kinds } else { &digest.programmes };
    (digest.level.label(), Cell::Text(names(told)))
}

fn step(digest: &StepDigest) -> (Text, Cell) {
    let label = digest.kind.label();
    let capital = |text: &str| {
        let mut chars = text.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>()).unwrap_or_default()
    };
    (Text::new(capital(&label.fr), capital(&label.en)), Cell::Text(names(&digest.roles)))
}

fn span(digest: &PayDigest) -> Cell {
    Cell::Amounts(Range { low: digest.low, high: digest.high })
}

/// The pay per level: what CSV and JSON Lines carry.
fn levels(report: &OverviewReport<'_>) -> Table {
    let columns = vec![
        Column::new("level", Kind::Name, text("Niveau", "Level")),
        Column::new("annual", Kind::Range, text("Brut annuel", "Gross a year")),
        Column::new("figures", Kind::Number, text("Chiffres", "Figures")),
    ];
    let row = |digest: &PayDigest| {
        Row::new(vec![Cell::Term(Term::of(digest.level)), span(digest), Cell::Count(digest.figures as u64)])
    };
    Table::main(columns, report.salary.iter().map(row).collect())
}

/// Which command tells more.
fn commands() -> Facts {
    let command = |name: &str, fr: &'static str, en: &'static str| {
        let french = name.replace("AMOUNT", "MONTANT").replace("WORDS", "MOTS");
        (Text::new(french, name), Cell::Text(text(fr, en)))
    };
    Facts {
        title: None,
        items: vec![
            command(
                "missions, skills, work",
                "ce que l’on fait, ce qu’il faut savoir, avec qui",
                "what one does, what to know, with whom",
            ),
            command(
                "salary, rates, training",
                "combien on gagne, où se former et à quel prix",
                "what it pays, where to train and at what cost",
            ),
            command(
                "offer AMOUNT, pay AMOUNT",
                "où se situe une offre, ce qu’il reste d’un brut",
                "where an offer stands, what is left of a salary",
            ),
            command(
                "freelance --daily-rate EUROS",
                "ce que laisse un tarif journalier",
                "what a day rate leaves",
            ),
            command("progression", "où mène chaque poste", "where each role leads"),
            command(
                "gap CV, payback",
                "ce qui manque, ce que rapporte une formation",
                "what is missing, what training pays back",
            ),
            command("sources, search WORDS", "qui le dit, où c’est dit", "who says so, where it is said"),
        ],
    }
}

/// The official classifications, each with its codes.
fn codes(report: &OverviewReport<'_>) -> Text {
    let mut systems: Vec<(&str, Vec<&str>)> = Vec::new();
    for code in &report.role.codes {
        match systems.iter_mut().find(|(system, _)| *system == code.system) {
            Some((_, codes)) => codes.push(&code.code),
            None => systems.push((&code.system, vec![&code.code])),
        }
    }
    let lists =
        systems.iter().map(|(system, codes)| format!("{system} {}", codes.join(", ").replace(system, "")));
    let lists = lists.collect::<Vec<_>>().join(" · ");
    Text::new(format!("Codes : {lists}"), format!("Codes: {lists}"))
}
