//! `gap`: what a CV or a list of skills covers of what the job asks, and what is missing.

mod coverage;
mod document;
mod folded;
mod matching;
mod named;
mod training;

use serde::Serialize;

use self::coverage::{Asked, CategoryLine};
use self::matching::Matcher;
use self::named::UnknownSkill;
use self::training::TrainingLine;
use super::cite::Citations;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::error::{InvalidData, Problem};
use crate::model::id::EntryId;
use crate::model::name::fold;
use crate::model::skill::{Category, Skill, SkillKind};
use crate::model::text::{Text, text};
use crate::report::{Document, Report};

/// The most spellings of one skill that are kept as evidence.
const MOST_WORDS: usize = 5;

/// What a person can do, and which kind of skills to compare it with.
#[derive(Debug, Default)]
pub struct GapParams {
    /// The text of a CV.
    pub cv: Option<String>,
    /// Names of skills.
    pub have: Vec<String>,
    /// Technical or human; both if `None`.
    pub kind: Option<SkillKind>,
}

/// A skill the person has, with the words that say so.
#[derive(Serialize)]
pub struct HaveLine<'a> {
    id: &'a EntryId,
    name: &'a Text,
    kind: SkillKind,
    category: Category,
    cited_by: usize,
    matched: Vec<String>,
    /// False for a front-end tool, which covers nothing of a back-end job.
    counts: bool,
    #[serde(skip)]
    caveat: Option<&'a Text>,
}

/// A skill that would cover more of the job.
#[derive(Serialize)]
pub struct MissingLine<'a> {
    id: &'a EntryId,
    name: &'a Text,
    kind: SkillKind,
    category: Category,
    cited_by: usize,
    /// Whether one skill of the category is enough, so that this one is a choice among others.
    one_suffices: bool,
}

/// What is there, what is missing, and how much of the job that makes.
#[derive(Serialize)]
pub struct GapReport<'a> {
    /// The covered share of what the sheets ask for, from 0 to 1.
    pub coverage: f64,
    have: Vec<HaveLine<'a>>,
    /// Most asked first.
    missing: Vec<MissingLine<'a>>,
    categories: Vec<CategoryLine<'a>>,
    training: Vec<TrainingLine<'a>>,
    unknown: Vec<UnknownSkill>,
    #[serde(skip)]
    read_cv: bool,
}

/// Answers from the words of the CV and the listed names; nothing is guessed from what is not written.
pub fn ask<'a>(params: &GapParams, dataset: &'a Dataset) -> anyhow::Result<Box<dyn Report + 'a>> {
    Ok(Box::new(report(params, dataset)?))
}

/// The answer as its own type, for the questions that build on it; it fails as [`ask`] does.
pub fn report<'a>(params: &GapParams, dataset: &'a Dataset) -> Result<GapReport<'a>, Reason> {
    let citations = Citations::new(dataset)?;
    let skills: Vec<&Skill> = dataset.skills()?.skills.iter().collect();
    let matcher = Matcher::new(skills.iter().copied()).map_err(|error| too_many(&error))?;
    let (words, unknown) = evidence(params, &matcher, &skills);
    let mut asked: Vec<Asked<'a>> = skills
        .iter()
        .zip(words)
        .filter(|(skill, _)| params.kind.is_none_or(|kind| kind == skill.kind))
        .map(|(skill, matched)| Asked { skill, cited_by: citations.sheets_among(&skill.sources), matched })
        .collect();
    asked.sort_by_key(|asked| std::cmp::Reverse(asked.cited_by));
    let categories = coverage::categories(&asked, &citations);
    let lacking: Vec<&Asked<'a>> = asked.iter().filter(|asked| is_missing(asked, &categories)).collect();
    let technical: Vec<&Asked<'a>> =
        lacking.iter().filter(|asked| asked.skill.kind == SkillKind::Hard).copied().collect();
    let programmes = &dataset.training()?.programmes;
    Ok(GapReport {
        coverage: coverage::coverage(&categories),
        have: have(&asked),
        missing: lacking.iter().map(|asked| MissingLine::of(asked)).collect(),
        training: training::that_would_help(programmes, &technical, &skills, &matcher),
        categories,
        unknown,
        read_cv: params.cv.is_some(),
    })
}

/// For each skill the words that name it, and the listed names that are no skill.
fn evidence(
    params: &GapParams,
    matcher: &Matcher,
    skills: &[&Skill],
) -> (Vec<Vec<String>>, Vec<UnknownSkill>) {
    let mut words: Vec<Vec<String>> = vec![Vec::new(); skills.len()];
    if let Some(cv) = &params.cv {
        matcher.each(cv, &mut |found| keep(&mut words[found.skill], found.word));
    }
    let mut unknown = Vec::new();
    for name in &params.have {
        match named::find(name, skills) {
            Ok(at) => keep(&mut words[at], name.trim()),
            Err(missed) => unknown.push(missed),
        }
    }
    (words, unknown)
}

/// Keeps a spelling as evidence unless it is known already.
fn keep(words: &mut Vec<String>, word: &str) {
    let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.len() < MOST_WORDS && !words.iter().any(|known| fold(known) == fold(&word)) {
        words.push(word);
    }
}

fn too_many(error: &dyn std::fmt::Display) -> InvalidData {
    let message = Text::new(
        format!("trop de noms de compétences pour les chercher ({error})"),
        format!("too many names of skills to look for ({error})"),
    );
    InvalidData::from(Problem::of_file("skills.json", message))
}

fn is_missing(asked: &Asked<'_>, categories: &[CategoryLine<'_>]) -> bool {
    categories.iter().any(|line| line.missing.contains(&&asked.skill.id))
}

/// The skills the person has, category by category.
fn have<'a>(asked: &[Asked<'a>]) -> Vec<HaveLine<'a>> {
    let mut had: Vec<HaveLine<'a>> = asked.iter().filter(|asked| asked.is_had()).map(HaveLine::of).collect();
    had.sort_by_key(|line| (line.kind, line.category));
    had
}

impl<'a> HaveLine<'a> {
    fn of(asked: &Asked<'a>) -> Self {
        let skill = asked.skill;
        Self {
            id: &skill.id,
            name: &skill.name,
            kind: skill.kind,
            category: skill.category,
            cited_by: asked.cited_by,
            matched: asked.matched.clone(),
            counts: asked.counts(),
            caveat: skill.caveat.as_ref().map(|caveat| &caveat.reason),
        }
    }
}

impl<'a> MissingLine<'a> {
    fn of(asked: &Asked<'a>) -> Self {
        let skill = asked.skill;
        Self {
            id: &skill.id,
            name: &skill.name,
            kind: skill.kind,
            category: skill.category,
            cited_by: asked.cited_by,
            one_suffices: skill.category.one_suffices(),
        }
    }
}

impl Report for GapReport<'_> {
    fn name(&self) -> &'static str {
        "gap"
    }

    fn document(&self) -> Document {
        document::of(self)
    }

    fn remarks(&self) -> Vec<Text> {
        let nothing = self.have.is_empty() && self.unknown.is_empty();
        let none = text(
            "aucune compétence reconnue ; `backend-career skills --columns name,aliases` montre les mots cherchés",
            "no skill recognised; `backend-career skills --columns name,aliases` shows the words looked for",
        );
        self.unknown.iter().map(UnknownSkill::remark).chain(nothing.then_some(none)).collect()
    }
}
