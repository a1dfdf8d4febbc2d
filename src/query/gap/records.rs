//! Every skill with what is said of it, a row each: what CSV, JSON Lines and workbooks carry.

use std::collections::BTreeSet;

use super::against::AgainstLine;
use super::{GapReport, ListedSkill};
use crate::model::text::text;
use crate::reader::matching::Answer;
use crate::report::{Kind, Table};

/// A skill, and whether it is had.
struct Record<'r> {
    status: Answer,
    skill: ListedSkill<'r>,
    words: &'r [String],
}

/// The table; what the ads ask stands beside each skill if there are ads.
pub fn table(report: &GapReport<'_>) -> Table {
    let records = records(report);
    let mut table = Table::of(&records)
        .column("status", Kind::Name, text("État", "Status"), |one| one.status)
        .hidden("id", Kind::Name, text("Id", "Id"), |one| one.skill.id)
        .column("name", Kind::Text, text("Compétence", "Skill"), |one| one.skill.name)
        .hidden("kind", Kind::Name, text("Nature", "Kind"), |one| one.skill.kind)
        .column("category", Kind::Name, text("Catégorie", "Category"), |one| one.skill.category)
        .column("one_suffices", Kind::Number, text("Une suffit", "One suffices"), |one| {
            one.skill.category.one_suffices()
        })
        .column("cited_by", Kind::Number, text("Demandes", "Asked by"), |one| one.skill.cited_by)
        .column("matched", Kind::Names, text("Mots reconnus", "Words found"), |one| one.words);
    if let Some(against) = &report.against {
        let asking = |one: &Record<'_>, count: fn(&AgainstLine<'_>) -> usize| {
            against.line(one.skill.id).map_or(0, count)
        };
        table = table
            .column("must", Kind::Number, text("Exigée", "Required"), |one| asking(one, |line| line.must))
            .column("nice", Kind::Number, text("Un plus", "A plus"), |one| asking(one, |line| line.nice))
            .column("ads", Kind::Number, text("Annonces", "Ads"), |one| asking(one, |line| line.ads));
    }
    table.main()
}

/// What is had, what is being learned, what is not known, what is missing, and what else the ads name; each skill once.
fn records<'r>(report: &'r GapReport<'_>) -> Vec<Record<'r>> {
    let record = |status, skill, words| Record { status, skill, words };
    let had = report.have.iter().map(|line| record(Answer::Have, line.skill, line.matched.as_slice()));
    let learning = report.learning.iter().map(|line| record(Answer::Learning, line.skill, &line.matched));
    let absent = report.absent.iter().map(|line| record(Answer::Missing, line.skill, &line.matched));
    let lacking = report.missing.iter().map(|line| record(Answer::Missing, line.skill, &[]));
    let asked = report.against.iter().flat_map(|against| &against.skills);
    let named = asked.map(|line| record(line.status, line.skill, &[]));
    let mut seen = BTreeSet::new();
    let all = had.chain(learning).chain(absent).chain(lacking).chain(named);
    all.filter(|one| seen.insert(one.skill.id)).collect()
}
