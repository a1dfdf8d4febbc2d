//! `gap`: what a CV or a list of skills covers of what the job asks, and what is missing.

mod against;
mod coverage;
mod document;
mod named;
mod records;
mod training;

use std::collections::BTreeSet;

use serde::Serialize;

use self::against::Against;
use self::coverage::{Asked, Askers, CategoryLine};
use self::named::{SkillNames, UnknownSkill};
use self::training::TrainingLine;
use super::cite::Citations;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::id::{EntryId, SourceId};
use crate::model::skill::{Category, Skill, SkillKind};
use crate::model::text::{Text, text};
use crate::model::training::StudyLevel;
use crate::reader::ad;
use crate::reader::matching::{Attitude, Matcher, Said};
use crate::report::{Document, Report, Resume, ResumeSkill};

/// What a person can do, and which kind of skills to compare it with.
#[derive(Debug, Default)]
pub struct GapParams {
    /// The text of a CV.
    pub cv: Option<String>,
    /// Names of skills.
    pub have: Vec<String>,
    /// Technical or human; both if `None`.
    pub kind: Option<SkillKind>,
    /// The texts of job ads to compare with.
    pub against: Vec<String>,
    /// What is the matter with each ad that could not be read.
    pub unread_ads: Vec<Text>,
    /// The only sources whose demands count, by id or short name; all of them if empty.
    pub sources: Vec<SourceId>,
}

/// A skill as every list names it.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct ListedSkill<'a> {
    id: &'a EntryId,
    name: &'a Text,
    kind: SkillKind,
    category: Category,
    /// How many job sheets, or chosen sources, ask for it.
    cited_by: usize,
}

/// A skill the person has, with the words that say so.
#[derive(Serialize)]
pub struct HaveLine<'a> {
    #[serde(flatten)]
    skill: ListedSkill<'a>,
    matched: Vec<String>,
    /// The level that the CV tells of it, in its words; `null` if it tells none.
    level: Option<String>,
    /// The skills of the CV from which it follows, if no word of the CV says it.
    implied_by: Vec<&'a EntryId>,
    /// The names of `implied_by`.
    #[serde(skip)]
    implied_names: Vec<&'a Text>,
    /// Whether a source asks for it; what only our vocabulary knows covers nothing.
    asked: bool,
    /// False for a front-end tool, which covers nothing of a back-end job.
    counts: bool,
    #[serde(skip)]
    caveat: Option<&'a Text>,
}

/// A skill that the CV says is being learned, or is not known.
#[derive(Serialize)]
pub struct SaidLine<'a> {
    #[serde(flatten)]
    skill: ListedSkill<'a>,
    matched: Vec<String>,
}

/// A skill that would cover more of the job.
#[derive(Serialize)]
pub struct MissingLine<'a> {
    #[serde(flatten)]
    skill: ListedSkill<'a>,
    /// Whether one skill of the category is enough, so that this one is a choice among others.
    one_suffices: bool,
}

/// What is there, what is missing, and how much of the job that makes.
#[derive(Serialize)]
pub struct GapReport<'a> {
    /// The covered share of what the sheets ask for, from 0 to 1.
    pub coverage: f64,
    have: Vec<HaveLine<'a>>,
    /// What the CV says is being learned or wished for.
    learning: Vec<SaidLine<'a>>,
    /// What the CV says is not known, or not yet.
    absent: Vec<SaidLine<'a>>,
    /// Most asked first.
    missing: Vec<MissingLine<'a>>,
    categories: Vec<CategoryLine<'a>>,
    training: Vec<TrainingLine<'a>>,
    unknown: Vec<UnknownSkill>,
    /// What the given ads ask for; `null` without ads.
    against: Option<Against<'a>>,
    /// What is the matter with each ad that could not be read.
    unread_ads: Vec<Text>,
    /// The highest diploma that the CV names; programmes below it are left out.
    study_level: Option<StudyLevel>,
    #[serde(skip)]
    kind: Option<SkillKind>,
    #[serde(skip)]
    read_cv: bool,
    /// The sources that were chosen, by name.
    #[serde(skip)]
    chosen: Option<Text>,
}

/// Answers from the words of the CV and the listed names; nothing is guessed from what is not written.
pub fn ask<'a>(params: &GapParams, dataset: &'a Dataset) -> Result<GapReport<'a>, Reason> {
    let skills: Vec<&Skill> = dataset.skills()?.skills.iter().collect();
    let matcher = Matcher::new(&skills)?;
    let mut report = report_without_training(params, dataset, &matcher)?;
    let technical: Vec<&EntryId> = report
        .missing
        .iter()
        .map(|line| line.skill)
        .filter(|skill| skill.kind == SkillKind::Hard)
        .map(|skill| skill.id)
        .collect();
    let programmes = &dataset.training()?.programmes;
    report.training =
        training::that_would_help(programmes, &technical, &skills, &matcher, report.study_level);
    Ok(report)
}

/// The answer but for the programmes that would help, for many CVs: `matcher` is of the dataset’s skills.
///
/// # Errors
/// Fails if the user’s data is invalid or a source is unknown.
pub fn report_without_training<'a>(
    params: &GapParams,
    dataset: &'a Dataset,
    matcher: &Matcher,
) -> Result<GapReport<'a>, Reason> {
    let citations = Citations::new(dataset)?;
    let askers = Askers { citations: &citations, chosen: citations.matching(&params.sources)? };
    let skills: Vec<&Skill> = dataset.skills()?.skills.iter().collect();
    let (said, unknown) = said(params, matcher, &skills);
    let mut asked: Vec<Asked<'a>> = Vec::new();
    for (at, skill) in skills.iter().enumerate() {
        if params.kind.is_none_or(|kind| kind == skill.kind) {
            // A front-end framework makes nobody a back-end developer, nor does what follows from it.
            let implied_by = said.implied_by(at, matcher).into_iter().map(|from| skills[from]);
            let implied_by = implied_by.filter(|from| from.serves_the_back_end()).collect();
            let matched = said.words(at, Attitude::Have);
            asked.push(Asked {
                skill,
                cited_by: askers.among(&skill.sources),
                is_asked: askers.ask_for(skill),
                matched,
                level: said.level(at).map(str::to_owned),
                implied_by,
            });
        }
    }
    asked.sort_by_key(|asked| std::cmp::Reverse(asked.cited_by));
    let categories = coverage::categories(&asked, &askers);
    let missing: BTreeSet<&EntryId> =
        categories.iter().flat_map(|line| line.missing.iter().copied()).collect();
    let lacking: Vec<&Asked<'a>> = asked.iter().filter(|asked| missing.contains(&asked.skill.id)).collect();
    let study_level = params.cv.as_deref().and_then(ad::highest_study_level);
    let chosen: Vec<SourceId> = askers.chosen.iter().map(|id| (*id).clone()).collect();
    Ok(GapReport {
        chosen: (!chosen.is_empty()).then(|| citations.list(&chosen)),
        coverage: coverage::coverage(&categories),
        have: have(&asked),
        learning: told(Attitude::Learning, &said, &skills, (matcher, &citations), params.kind),
        absent: told(Attitude::Absent, &said, &skills, (matcher, &citations), params.kind),
        missing: lacking.iter().map(|asked| MissingLine::of(asked)).collect(),
        training: Vec::new(),
        categories,
        unknown,
        unread_ads: params.unread_ads.clone(),
        against: against::of(&params.against, &said, &skills, (matcher, &askers), params.kind, study_level),
        study_level,
        kind: params.kind,
        read_cv: params.cv.is_some(),
    })
}

/// What the CV and the listed names say, and the listed names that are no skill.
fn said(params: &GapParams, matcher: &Matcher, skills: &[&Skill]) -> (Said, Vec<UnknownSkill>) {
    let mut said = match &params.cv {
        Some(cv) => Said::of(cv, &matcher.find(cv), skills.len()),
        None => Said::nothing(skills.len()),
    };
    let mut unknown = Vec::new();
    if params.have.is_empty() {
        return (said, unknown);
    }
    let names = SkillNames::new(skills);
    for name in &params.have {
        match names.find(name) {
            Ok(at) => said.keep(at, Attitude::Have, name.trim()),
            Err(missed) => unknown.push(missed),
        }
    }
    (said, unknown)
}

/// What is said to be in the making, or not to be known, and nowhere to be had.
fn told<'a>(
    attitude: Attitude,
    said: &Said,
    skills: &[&'a Skill],
    (matcher, citations): (&Matcher, &Citations<'_>),
    kind: Option<SkillKind>,
) -> Vec<SaidLine<'a>> {
    let of = |(at, skill): (usize, &&'a Skill)| {
        let matched = said.words(at, attitude);
        let told = match attitude {
            Attitude::Absent => said.is_denied(at, matcher),
            _ => !matched.is_empty() && !said.is_had(at),
        };
        let skill = ListedSkill::of(skill, citations.sheets_among(&skill.sources));
        told.then_some(SaidLine { skill, matched })
    };
    let chosen = skills.iter().enumerate().filter(|(_, skill)| kind.is_none_or(|kind| kind == skill.kind));
    chosen.filter_map(of).collect()
}

/// The skills the person has, category by category.
fn have<'a>(asked: &[Asked<'a>]) -> Vec<HaveLine<'a>> {
    let mut had: Vec<HaveLine<'a>> = asked.iter().filter(|asked| asked.is_had()).map(HaveLine::of).collect();
    had.sort_by_key(|line| (line.skill.kind, line.skill.category));
    had
}

impl<'a> ListedSkill<'a> {
    const fn of(skill: &'a Skill, cited_by: usize) -> Self {
        Self { id: &skill.id, name: &skill.name, kind: skill.kind, category: skill.category, cited_by }
    }
}

impl<'a> HaveLine<'a> {
    fn of(asked: &Asked<'a>) -> Self {
        Self {
            skill: ListedSkill::of(asked.skill, asked.cited_by),
            matched: asked.matched.clone(),
            level: asked.level.clone(),
            implied_by: asked.implied_by.iter().map(|skill| &skill.id).collect(),
            implied_names: asked.implied_by.iter().map(|skill| &skill.name).collect(),
            asked: asked.is_asked,
            counts: asked.counts(),
            caveat: asked.skill.caveat.as_ref().map(|caveat| &caveat.reason),
        }
    }
}

impl<'a> MissingLine<'a> {
    fn of(asked: &Asked<'a>) -> Self {
        let skill = ListedSkill::of(asked.skill, asked.cited_by);
        Self { skill, one_suffices: skill.category.one_suffices() }
    }
}

impl Report for GapReport<'_> {
    fn name(&self) -> &'static str {
        "gap"
    }

    fn document(&self) -> Document {
        document::of(self)
    }

    fn resume(&self) -> Option<Resume> {
        let skill = |name: &Text, level: Text, words: &[String]| ResumeSkill {
            name: name.clone(),
            level,
            keywords: words.to_vec(),
        };
        let used = text("pratiqué", "used");
        let level = |have: &HaveLine<'_>| have.level.as_deref().map_or_else(|| used.clone(), Text::same);
        let had = self.have.iter().map(|have| skill(have.skill.name, level(have), &have.matched));
        let learnt = self.learning.iter();
        let learnt =
            learnt.map(|one| skill(one.skill.name, text("en apprentissage", "learning"), &one.matched));
        Some(Resume { skills: had.chain(learnt).collect() })
    }

    fn remarks(&self) -> Vec<Text> {
        let nothing = self.have.is_empty()
            && self.learning.is_empty()
            && self.absent.is_empty()
            && self.unknown.is_empty();
        let none = text(
            "aucune compétence reconnue ; `backend-career skills --columns name,aliases` montre les mots cherchés",
            "no skill recognised; `backend-career skills --columns name,aliases` shows the words looked for",
        );
        let unread = self.unread_ads.iter().map(|reason| {
            Text::new(format!("laissée de côté : {}", reason.fr), format!("left out: {}", reason.en))
        });
        self.unknown.iter().map(UnknownSkill::remark).chain(nothing.then_some(none)).chain(unread).collect()
    }
}
