//! Every skill with what is said of it, a row each: what CSV, JSON Lines and workbooks carry.

use super::GapReport;
use super::against::AgainstLine;
use crate::model::id::EntryId;
use crate::model::skill::{Category, SkillKind};
use crate::model::text::{Text, text};
use crate::reader::matching::Answer;
use crate::report::{Kind, Table};

/// A skill, and whether it is had.
struct Record<'r> {
    status: Answer,
    id: &'r EntryId,
    name: &'r Text,
    kind: SkillKind,
    category: Category,
    cited_by: usize,
    words: &'r [String],
}

impl<'r> Record<'r> {
    fn new(
        status: Answer,
        (id, name, kind, category): (&'r EntryId, &'r Text, SkillKind, Category),
        cited_by: usize,
        words: &'r [String],
    ) -> Self {
        Self { status, id, name, kind, category, cited_by, words }
    }
}

/// The table; what the ads ask stands beside each skill if there are ads.
pub fn table(report: &GapReport<'_>) -> Table {
    let records = records(report);
    let mut table = Table::of(&records)
        .column("status", Kind::Name, text("État", "Status"), |one| one.status)
        .hidden("id", Kind::Name, text("Id", "Id"), |one| one.id)
        .column("name", Kind::Text, text("Compétence", "Skill"), |one| one.name)
        .hidden("kind", Kind::Name, text("Nature", "Kind"), |one| one.kind)
        .column("category", Kind::Name, text("Catégorie", "Category"), |one| one.category)
        .column("one_suffices", Kind::Number, text("Une suffit", "One suffices"), |one| {
            one.category.one_suffices()
        })
        .column("cited_by", Kind::Number, text("Demandes", "Asked by"), |one| one.cited_by)
        .column("matched", Kind::Names, text("Mots reconnus", "Words found"), |one| one.words);
    if let Some(against) = &report.against {
        let asking =
            |one: &Record<'_>, count: fn(&AgainstLine<'_>) -> usize| against.line(one.id).map_or(0, count);
        table = table
            .column("must", Kind::Number, text("Exigée", "Required"), |one| asking(one, |line| line.must))
            .column("nice", Kind::Number, text("Un plus", "A plus"), |one| asking(one, |line| line.nice))
            .column("ads", Kind::Number, text("Annonces", "Ads"), |one| asking(one, |line| line.ads));
    }
    table.main()
}

/// What is had, what is being learned, what is not known, what is missing, and what else the ads name; each skill once.
fn records<'r>(report: &'r GapReport<'_>) -> Vec<Record<'r>> {
    let had = report.have.iter().map(|line| {
        let skill = (line.id, line.name, line.kind, line.category);
        Record::new(Answer::Have, skill, line.cited_by, &line.matched)
    });
    let told = [(Answer::Learning, &report.learning), (Answer::Missing, &report.absent)];
    let told = told.into_iter().flat_map(|(status, lines)| {
        lines.iter().map(move |line| {
            let skill = (line.id, line.name, line.kind, line.category);
            Record::new(status, skill, line.cited_by, &line.matched)
        })
    });
    let lacking = report.missing.iter().map(|line| {
        let skill = (line.id, line.name, line.kind, line.category);
        Record::new(Answer::Missing, skill, line.cited_by, &[])
    });
    let named = report.against.iter().flat_map(|against| &against.skills).map(|line| {
        let skill = (line.id, line.name, line.kind, line.category);
        Record::new(line.status, skill, line.cited_by, &[])
    });
    let mut seen = std::collections::BTreeSet::new();
    had.chain(told).chain(lacking).chain(named).filter(|one| seen.insert(one.id)).collect()
}
