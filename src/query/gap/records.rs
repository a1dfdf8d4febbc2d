//! Every skill with what is said of it, a row each: what CSV, JSON Lines and workbooks carry.

use super::GapReport;
use super::against::{Against, AgainstLine};
use crate::model::id::EntryId;
use crate::model::skill::{Category, SkillKind};
use crate::model::text::{Text, text};
use crate::reader::matching::Answer;
use crate::report::{Cell, Kind, Table, Term, TypedColumn, col};

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
    let mut columns = vec![
        col("status", Kind::Name, text("État", "Status"), |one: &Record<'_>| {
            Cell::Term(Term::of(one.status))
        }),
        col("id", Kind::Name, text("Id", "Id"), |one: &Record<'_>| Cell::Word(one.id.to_string())).hidden(),
        col("name", Kind::Text, text("Compétence", "Skill"), |one: &Record<'_>| {
            Cell::Text(one.name.clone())
        }),
        col("kind", Kind::Name, text("Nature", "Kind"), |one: &Record<'_>| Cell::Term(Term::of(one.kind)))
            .hidden(),
        col("category", Kind::Name, text("Catégorie", "Category"), |one: &Record<'_>| {
            Cell::Term(Term::of(one.category))
        }),
        col("one_suffices", Kind::Number, text("Une suffit", "One suffices"), |one: &Record<'_>| {
            Cell::Flag(one.category.one_suffices())
        }),
        col("cited_by", Kind::Number, text("Demandes", "Asked by"), |one: &Record<'_>| {
            Cell::Count(one.cited_by as u64)
        }),
        col("matched", Kind::Names, text("Mots reconnus", "Words found"), |one: &Record<'_>| {
            Cell::Words(one.words.to_vec())
        }),
    ];
    if let Some(against) = &report.against {
        columns.extend([
            asking("must", text("Exigée", "Required"), against, |line| line.must),
            asking("nice", text("Un plus", "A plus"), against, |line| line.nice),
            asking("ads", text("Annonces", "Ads"), against, |line| line.ads),
        ]);
    }
    Table::of(records(report), columns)
}

/// How many ads ask for a skill in one way.
fn asking<'r>(
    key: &'static str,
    label: Text,
    against: &'r Against<'_>,
    count: impl Fn(&AgainstLine<'_>) -> usize + 'r,
) -> TypedColumn<'r, Record<'r>> {
    col(key, Kind::Number, label, move |one: &Record<'r>| {
        Cell::Count(against.line(one.id).map_or(0, &count) as u64)
    })
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
