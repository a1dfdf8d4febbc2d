//! `overview`: the whole job on one screen, and which command tells more.

mod document;

use std::collections::HashSet;

use serde::Serialize;

use super::{missions, progression, salary, training};
use crate::dataset::Dataset;
use crate::model::caveat::CaveatKind;
use crate::model::error::Reason;
use crate::model::id::RoleId;
use crate::model::mission::Phase;
use crate::model::money::{Money, Range};
use crate::model::progression::{CareerRole, StepKind, Track};
use crate::model::role::Role;
use crate::model::text::Text;
use crate::model::training::StudyLevel;
use crate::model::vocabulary::{Seniority, Vocabulary};
use crate::report::{Document, Report};

/// A phase with its missions, what most sources name first.
#[derive(Serialize)]
struct PhaseDigest {
    phase: Phase,
    missions: Vec<Text>,
}

/// A level with the span of all stated figures, gross a year.
#[derive(Serialize)]
struct PayDigest {
    level: Seniority,
    low: Option<Money>,
    /// Always false: a ceiling is never a low end. The key stays for those who read it.
    low_is_ceiling: bool,
    high: Option<Money>,
    figures: usize,
}

/// A study level with its programmes and the span of their known yearly fees.
#[derive(Serialize)]
struct TrainingDigest {
    level: StudyLevel,
    kinds: Vec<Text>,
    programmes: Vec<Text>,
    tuition_per_year: Option<Range<Money>>,
}

/// A kind of step with the positions it leads to.
#[derive(Serialize)]
struct StepDigest {
    kind: StepKind,
    roles: Vec<Text>,
}

/// The job on one screen.
#[derive(Serialize)]
pub struct OverviewReport<'a> {
    role: &'a Role,
    missions: Vec<PhaseDigest>,
    salary: Vec<PayDigest>,
    training: Vec<TrainingDigest>,
    progression: Vec<StepDigest>,
}

/// Answers with a digest of every topic.
pub fn ask(dataset: &Dataset) -> Result<OverviewReport<'_>, Reason> {
    Ok(OverviewReport {
        role: &dataset.role()?.role,
        missions: phases(dataset)?,
        salary: pay(dataset)?,
        training: programmes(dataset)?,
        progression: steps(dataset)?,
    })
}

fn phases(dataset: &Dataset) -> Result<Vec<PhaseDigest>, Reason> {
    let report = missions::ask(&missions::MissionsParams::default(), dataset)?;
    let of = |phase: Phase| report.missions.iter().filter(move |mission| mission.phase == phase);
    let digest = |phase: &Phase| PhaseDigest {
        phase: *phase,
        missions: of(*phase).map(|mission| mission.title.clone()).collect(),
    };
    Ok(Phase::ALL.iter().map(digest).collect())
}

fn pay(dataset: &Dataset) -> Result<Vec<PayDigest>, Reason> {
    let levels = salary::ask(&salary::SalaryParams::default(), dataset)?.levels;
    let digest = |level: &salary::LevelPay<'_>| PayDigest {
        level: level.level,
        low: level.low,
        low_is_ceiling: level.low_is_ceiling,
        high: level.high,
        figures: level.in_span(),
    };
    Ok(levels.iter().map(digest).collect())
}

fn programmes(dataset: &Dataset) -> Result<Vec<TrainingDigest>, Reason> {
    let programmes = training::ask(&training::TrainingParams::default(), dataset)?.programmes;
    let digest = |level: &StudyLevel| {
        let current = |line: &&training::ProgrammeLine| {
            let caveat = line.programme.caveat.as_ref();
            caveat.is_none_or(|caveat| caveat.kind != CaveatKind::Renamed)
        };
        let lines = || programmes.iter().filter(|line| line.programme.level == *level).filter(current);
        let mut kinds: Vec<Text> = Vec::new();
        for kind in lines().map(|line| line.programme.kind.label()) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        TrainingDigest {
            level: *level,
            kinds,
            programmes: lines().map(|line| line.programme.name.clone()).collect(),
            tuition_per_year: Range::spanning(lines().filter_map(|line| line.tuition_per_year)),
        }
    };
    Ok(StudyLevel::ALL.iter().map(digest).collect())
}

fn steps(dataset: &Dataset) -> Result<Vec<StepDigest>, Reason> {
    let report = progression::ask(&progression::ProgressionParams::default(), dataset)?;
    let reached: HashSet<(StepKind, &RoleId)> =
        report.steps.iter().map(|step| (step.kind, &step.to)).collect();
    let leads_to = |kind: StepKind, role: &CareerRole| {
        role.track != Track::BackEnd && reached.contains(&(kind, &role.id))
    };
    let digest = |kind: &StepKind| StepDigest {
        kind: *kind,
        roles: report
            .roles
            .iter()
            .filter(|role| leads_to(*kind, role))
            .map(|role| role.name.clone())
            .collect(),
    };
    Ok(StepKind::ALL.iter().map(digest).filter(|digest| !digest.roles.is_empty()).collect())
}

impl Report for OverviewReport<'_> {
    fn name(&self) -> &'static str {
        "overview"
    }

    fn document(&self) -> Document {
        document::of(self)
    }
}
