//! The overview as people read it: within 23 lines of 80 columns, the prompt below them, with a door for each kind of reader.

use super::{OverviewReport, PayDigest};
use crate::model::figures::amount;
use crate::model::money::Range;
use crate::model::text::{Text, text};
use crate::model::training::StudyLevel;
use crate::model::vocabulary::Vocabulary;
use crate::report::{Block, Cell, Document, Facts, Kind, Table};

/// How many names stand for a list of them: more do not fit in two lines.
const NAMED: usize = 6;

/// The whole screen.
pub fn of(report: &OverviewReport<'_>) -> Document {
    Document::new(report.role.title.clone())
        .with(Block::Prose(report.role.summary.clone()))
        .with(Block::Facts(digest(report)))
        .with(Block::Table(levels(report).unseen()))
        .with(Block::Facts(doors()))
}

/// Every topic in a line or two.
fn digest(report: &OverviewReport<'_>) -> Facts {
    let missions = report.missions.iter().filter_map(|phase| phase.missions.first());
    let programmes = report.training.iter().filter_map(|level| {
        let first = level.kinds.first().or(level.programmes.first())?;
        let name = level.level.label();
        // Beside a short course or self-study there is no diploma to name.
        if matches!(level.level, StudyLevel::Short | StudyLevel::SelfTaught) {
            return Some(name);
        }
        Some(first.bracketed(&name))
    });
    let roles = report.progression.iter().flat_map(|step| step.roles.iter().take(2));
    let told = |label: Text, value: Text| (label, Cell::Text(value));
    Facts {
        title: None,
        items: vec![
            told(text("Le métier", "The job"), listed(missions.cloned())),
            told(text("Brut par an", "Gross a year"), pay(report)),
            told(text("Y entrer", "Ways in"), listed(programmes)),
            told(text("Ensuite", "Later"), listed(roles.cloned())),
        ],
    }
}

/// The first names in one sentence, in lower case but for the names themselves.
fn listed(names: impl Iterator<Item = Text>) -> Text {
    Text::joined(names.take(NAMED), " · ").spaced()
}

/// The span of each level: what is stated of back-end developers, from the lowest to the highest figure.
fn pay(report: &OverviewReport<'_>) -> Text {
    listed(report.salary.iter().filter_map(|digest| {
        let (name, low, high) = (digest.level.label(), amount(digest.low?), amount(digest.high?));
        Some(Text::new(
            format!("{} {} à {}", name.fr.to_lowercase(), low.fr, high.fr),
            format!("{} {} to {}", name.en.to_lowercase(), low.en, high.en),
        ))
    }))
}

/// The pay per level: what CSV and JSON Lines carry.
fn levels(report: &OverviewReport<'_>) -> Table {
    let annual = |digest: &PayDigest| Range { low: digest.low, high: digest.high };
    Table::of(&report.salary)
        .column("level", Kind::Name, text("Niveau", "Level"), |digest| digest.level)
        .column("annual", Kind::Range, text("Brut annuel", "Gross a year"), annual)
        .column("figures", Kind::Number, text("Chiffres", "Figures"), |digest| digest.figures)
        .main()
}

/// Where each kind of reader goes on: a command to copy.
fn doors() -> Facts {
    let door = |label: Text, command: &str| (label, Cell::Word(command.to_owned()));
    Facts {
        title: Some(text("Et vous ?", "And you?")),
        items: vec![
            door(text("Je suis au lycée", "I am at school"), "backend-career training --city Lyon --near"),
            door(
                text("Je veux me reconvertir", "I want to change"),
                "backend-career payback --current 26000",
            ),
            door(text("J’ai une offre", "I have an offer"), "backend-career offer 42000"),
            door(text("Je conseille des gens", "I advise people"), "backend-career sheet --output job.html"),
            door(text("Tout parcourir", "Browse it all"), "backend-career explore"),
            door(text("Tout le reste", "Everything else"), "backend-career --help"),
        ],
    }
}
