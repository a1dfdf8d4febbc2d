//! How much of the job a set of skills covers: category by category, weighted by how many sheets ask.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::id::{EntryId, SourceId};
use crate::model::skill::{Category, Skill};
use crate::model::vocabulary::Vocabulary;
use crate::query::cite::Citations;

/// A skill that the job asks for, and whether the person has it.
#[allow(clippy::struct_field_names)] // Whether the skill was asked for.
pub struct Asked<'a> {
    /// The skill.
    pub skill: &'a Skill,
    /// How many of those who are listened to ask for it: job sheets, or the sources that were chosen.
    pub cited_by: usize,
    /// Whether one of them asks for it.
    pub is_asked: bool,
    /// The words that say the person has it; none if nothing does.
    pub matched: Vec<String>,
    /// The level that the CV tells of it.
    pub level: Option<String>,
    /// Had skills from which it follows, if nothing says it outright.
    pub implied_by: Vec<&'a Skill>,
}

impl Asked<'_> {
    /// Whether the person has it and it counts as a part of the job.
    pub fn counts(&self) -> bool {
        self.is_had() && self.skill.serves_the_back_end() && self.is_asked
    }

    /// Whether the person has it.
    pub fn is_had(&self) -> bool {
        !self.matched.is_empty() || !self.implied_by.is_empty()
    }
}

/// Whose demands count: all that name a skill, weighed by job sheets, or the chosen sources alone.
pub struct Askers<'a> {
    /// The sources by name.
    pub citations: &'a Citations<'a>,
    /// The chosen sources; none chosen means all of them.
    pub chosen: Vec<&'a SourceId>,
}

impl Askers<'_> {
    /// How many of them are among `sources`: what a demand weighs.
    pub fn among(&self, sources: &[SourceId]) -> usize {
        if self.chosen.is_empty() {
            self.citations.sheets_among(sources)
        } else {
            sources.iter().filter(|source| self.chosen.contains(source)).count()
        }
    }

    /// Whether one of them asks for `skill`.
    pub fn ask_for(&self, skill: &Skill) -> bool {
        if self.chosen.is_empty() { skill.is_asked_by_a_source() } else { self.among(&skill.sources) > 0 }
    }
}

/// A category with what covers it and what is missing from it.
#[derive(Serialize)]
pub struct CategoryLine<'a> {
    /// The category.
    pub id: Category,
    /// How many sheets ask for one of its skills: its weight.
    pub cited_by: usize,
    /// Whether one of its skills is enough.
    pub one_suffices: bool,
    /// The share of it that is covered, from 0 to 1.
    pub share: f64,
    /// The skills that cover it.
    pub covered_by: Vec<&'a EntryId>,
    /// The skills that would cover what is left, most asked first; in a category of alternatives any one.
    pub missing: Vec<&'a EntryId>,
}

/// The categories that sheets ask for, most asked first.
pub fn categories<'a>(asked: &[Asked<'a>], askers: &Askers<'_>) -> Vec<CategoryLine<'a>> {
    let of = |category: Category| {
        let skills: Vec<&Asked<'a>> = asked
            .iter()
            .filter(|asked| {
                asked.skill.category == category && asked.skill.serves_the_back_end() && asked.is_asked
            })
            .collect();
        line(category, &skills, askers)
    };
    let mut lines: Vec<CategoryLine<'a>> = Category::ALL.iter().map(|category| of(*category)).collect();
    lines.retain(|line| line.cited_by > 0);
    lines.sort_by_key(|line| std::cmp::Reverse(line.cited_by));
    lines
}

fn line<'a>(category: Category, skills: &[&Asked<'a>], askers: &Askers<'_>) -> CategoryLine<'a> {
    let share = share(category, skills);
    let sources: BTreeSet<&SourceId> = skills.iter().flat_map(|asked| &asked.skill.sources).collect();
    let sources: Vec<SourceId> = sources.into_iter().cloned().collect();
    let ids = |had: bool| {
        let chosen = skills.iter().filter(move |asked| asked.is_had() == had);
        chosen.map(|asked| &asked.skill.id).collect::<Vec<_>>()
    };
    CategoryLine {
        id: category,
        cited_by: askers.among(&sources),
        one_suffices: category.one_suffices(),
        share,
        covered_by: ids(true),
        missing: if share < 1.0 { ids(false) } else { Vec::new() },
    }
}

/// All of a category of alternatives with the first skill; elsewhere what the had skills weigh.
fn share(category: Category, skills: &[&Asked<'_>]) -> f64 {
    let weight = |had: bool| {
        let counted = skills.iter().filter(|asked| !had || asked.counts());
        counted.map(|asked| weight_of(asked.cited_by)).sum::<f64>()
    };
    if category.one_suffices() {
        return if skills.iter().any(|asked| asked.counts()) { 1.0 } else { 0.0 };
    }
    ratio(weight(true), weight(false))
}

/// The covered share of everything asked, from 0 to 1, to four decimals.
pub fn coverage(categories: &[CategoryLine<'_>]) -> f64 {
    let weight = |line: &CategoryLine<'_>| weight_of(line.cited_by);
    let covered = categories.iter().map(|line| weight(line) * line.share).sum::<f64>();
    let share = ratio(covered, categories.iter().map(weight).sum());
    // Adding nothing turns a negative zero into a plain one.
    (share * 10_000.0).round() / 10_000.0 + 0.0
}

#[allow(clippy::cast_precision_loss, reason = "sheets are few")]
const fn weight_of(sheets: usize) -> f64 {
    sheets as f64
}

/// The part of a whole; nothing of nothing is none.
fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { (part / whole).clamp(0.0, 1.0).abs() } else { 0.0 }
}
