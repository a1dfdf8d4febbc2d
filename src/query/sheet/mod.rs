//! `sheet`: the job on two pages, for whoever it is handed to; several answers put together.

mod document;
mod net;
mod rows;
mod training;

use serde::Serialize;

use self::net::NetLine;
use super::{missions, progression, rules, salary, skills};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::money::Money;
use crate::model::name::Unknown;
use crate::model::role::Role;
use crate::model::text::{Text, text};
use crate::model::town::Region;
use crate::model::training::StudyLevel;
use crate::model::vocabulary::{Seniority, Vocabulary, vocabulary};
use crate::pay::Rules;
use crate::report::{Document, Report};

vocabulary! {
    /// Who a sheet is handed to.
    Audience ("destinataire", "reader")
    Pupil = "pupil", "élève ou étudiante, étudiant", "pupil or student", "eleve", "student", "etudiant", "lyceen";
    Changer = "changer", "personne en reconversion", "career changer", "reconversion";
    Developer = "developer", "développeuse ou développeur", "developer", "developpeur", "developpeuse";
    Counsellor = "counsellor", "conseillère ou conseiller", "counsellor", "conseiller", "conseillere", "counselor";
}

vocabulary! {
    /// A part of a sheet.
    Part ("partie", "part")
    Job = "job", "le métier", "the job", "metier", "missions", "skills";
    Salary = "salary", "les salaires", "pay", "salaire", "salaires";
    Net = "net", "du brut au net", "from gross to net", "pay", "paie";
    Training = "training", "les formations", "training", "formation", "formations";
    Progression = "progression", "la suite", "what comes next", "evolution", "career";
}

impl Audience {
    /// What a sheet for this reader holds when nothing is asked.
    const fn parts(self) -> &'static [Part] {
        match self {
            Self::Pupil | Self::Changer | Self::Counsellor => Part::ALL,
            Self::Developer => &[Part::Salary, Part::Net, Part::Job, Part::Progression],
        }
    }
}

/// A level that narrows a sheet: of pay, or of study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Level {
    /// Pay of this seniority.
    Pay(Seniority),
    /// Programmes of this level of study.
    Study(StudyLevel),
}

impl Vocabulary for Level {
    const KIND: Text = crate::model::text::text("niveau", "level");
    const ALL: &'static [Self] = &[
        Self::Pay(Seniority::Junior),
        Self::Pay(Seniority::Confirmed),
        Self::Pay(Seniority::Senior),
        Self::Study(StudyLevel::Bac2),
        Self::Study(StudyLevel::Bac3),
        Self::Study(StudyLevel::Bac5),
        Self::Study(StudyLevel::Short),
        Self::Study(StudyLevel::SelfTaught),
    ];

    fn id(self) -> &'static str {
        match self {
            Self::Pay(level) => level.id(),
            Self::Study(level) => level.id(),
        }
    }
    fn label(self) -> Text {
        match self {
            Self::Pay(level) => level.label(),
            Self::Study(level) => level.label(),
        }
    }
    fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Pay(level) => level.aliases(),
            Self::Study(level) => level.aliases(),
        }
    }
}

/// What to ask of a sheet.
#[derive(Debug)]
pub struct SheetParams {
    /// Who it is handed to.
    pub audience: Audience,
    /// Schools of this region only.
    pub region: Option<String>,
    /// These levels only, of pay or of study; all if empty.
    pub levels: Vec<Level>,
    /// A line of one's own under the title.
    pub name: Option<String>,
    /// These parts only, in the order of the sheet; those for the reader if empty.
    pub parts: Vec<Part>,
}

/// The job on two pages: the answers that it is put together from.
#[derive(Serialize)]
pub struct SheetReport<'a> {
    #[serde(rename = "for")]
    audience: Audience,
    region: Option<&'a Region>,
    levels: Vec<Level>,
    name: Option<String>,
    parts: Vec<Part>,
    role: &'a Role,
    missions: Option<missions::MissionsReport<'a>>,
    skills: Option<skills::SkillsReport<'a>>,
    salary: Option<salary::SalaryReport<'a>>,
    net: Option<Vec<NetLine>>,
    training: Option<super::training::TrainingReport<'a>>,
    progression: Option<progression::ProgressionReport<'a>>,
    #[serde(skip)]
    rules: Rules,
}

/// Answers with the asked parts.
pub fn ask<'a>(params: &SheetParams, dataset: &'a Dataset) -> Result<SheetReport<'a>, Reason> {
    let wanted = if params.parts.is_empty() { params.audience.parts() } else { &params.parts };
    let parts: Vec<Part> = Part::ALL.iter().copied().filter(|part| wanted.contains(part)).collect();
    let has = |part: Part| parts.contains(&part);
    let region = params.region.as_deref().map(|name| region(name, dataset)).transpose()?;
    let rules = rules::of(dataset, None)?;
    let pay = pay(params, dataset)?;
    let net = has(Part::Net).then(|| net::lines(&amounts(&pay), &rules));
    let training = has(Part::Training).then(|| training::report(params, region, dataset)).transpose()?;
    Ok(SheetReport {
        audience: params.audience,
        region,
        levels: params.levels.clone(),
        name: params.name.clone(),
        role: &dataset.role()?.role,
        missions: has(Part::Job)
            .then(|| missions::ask(&missions::MissionsParams::default(), dataset))
            .transpose()?,
        skills: has(Part::Job).then(|| skills::ask(&skills::SkillsParams::default(), dataset)).transpose()?,
        salary: has(Part::Salary).then_some(pay),
        net,
        training,
        progression: has(Part::Progression)
            .then(|| progression::ask(&progression::ProgressionParams::default(), dataset))
            .transpose()?,
        parts,
        rules,
    })
}

/// The region that goes by `name`: its name, its official code or a short name.
fn region<'a>(name: &str, dataset: &'a Dataset) -> Result<&'a Region, Reason> {
    let regions = &dataset.towns()?.regions;
    let known = regions.iter().map(|region| region.name.as_str());
    let found = regions.iter().find(|region| region.is_named(name));
    found.ok_or_else(|| Unknown::new(text("région", "region"), name, known).into())
}

/// The pay of the asked levels.
fn pay<'a>(params: &SheetParams, dataset: &'a Dataset) -> Result<salary::SalaryReport<'a>, Reason> {
    let of_pay = |level: &Level| if let Level::Pay(level) = level { Some(*level) } else { None };
    let levels = params.levels.iter().filter_map(of_pay).collect();
    salary::ask(&salary::SalaryParams { levels, ..salary::SalaryParams::default() }, dataset)
}

/// The lowest, the middle and the highest of the figures: what is shown after contributions and tax.
fn amounts(pay: &salary::SalaryReport<'_>) -> Vec<Money> {
    let mut amounts: Vec<Money> =
        pay.levels.iter().flat_map(|level| [level.low, level.high]).flatten().collect();
    amounts.sort_by(|one, other| one.as_euros().total_cmp(&other.as_euros()));
    amounts.dedup();
    let (middle, last) = (amounts.len() / 2, amounts.len().saturating_sub(1));
    let mut places = vec![0, middle, last];
    places.dedup();
    places.into_iter().filter_map(|at| amounts.get(at).copied()).collect()
}

impl Report for SheetReport<'_> {
    fn name(&self) -> &'static str {
        "sheet"
    }

    fn document(&self) -> Document {
        document::of(self)
    }
}
