//! A way to a position, step by step, with what is paid before and after.

use serde::Serialize;

use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::id::RoleId;
use crate::model::money::{Money, Range};
use crate::model::progression::Step;
use crate::model::vocabulary::Vocabulary;
use crate::query::salary::{self, LevelPay, SalaryParams};

/// A way: the positions it passes and the steps between them.
#[derive(Serialize)]
pub struct Path<'a> {
    /// From the first position to the last.
    pub roles: Vec<&'a RoleId>,
    /// The steps, in order.
    pub steps: Vec<PathStep<'a>>,
}

/// A step of a way.
#[derive(Serialize)]
pub struct PathStep<'a> {
    /// The step.
    #[serde(flatten)]
    pub step: &'a Step,
    /// What the left position earns, gross a year; `None` where no source says.
    pub pay_before: Option<Earned>,
    /// What the reached position earns.
    pub pay_after: Option<Earned>,
}

/// The span over the figures of a position, gross a year.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Earned {
    /// The lowest and the highest figure.
    #[serde(flatten)]
    pub range: Range<Money>,
    /// True if the lowest figure is a source’s ceiling rather than a floor.
    pub low_is_ceiling: bool,
}

/// What positions earn, as far as the sources give figures for them.
pub struct Pay<'a>(Vec<LevelPay<'a>>);

impl<'a> Pay<'a> {
    /// Reads the figures of every level.
    pub fn read(dataset: &'a Dataset) -> Result<Self, Reason> {
        Ok(Self(salary::ask(&SalaryParams::default(), dataset)?.levels))
    }

    /// The span over the sources for a position that is a level of seniority.
    pub fn of(&self, role: &RoleId) -> Option<Earned> {
        let level = self.0.iter().find(|level| level.level.id() == role.as_str())?;
        (!level.observations.is_empty())
            .then_some(Earned { range: level.span(), low_is_ceiling: level.low_is_ceiling })
    }
}

impl<'a> Path<'a> {
    /// A way along `steps`.
    pub fn along(steps: &[&'a Step], pay: &Pay<'_>) -> Self {
        let step =
            |step: &&'a Step| PathStep { step, pay_before: pay.of(&step.from), pay_after: pay.of(&step.to) };
        let first = steps.first().map(|step| &step.from);
        Self {
            roles: first.into_iter().chain(steps.iter().map(|step| &step.to)).collect(),
            steps: steps.iter().map(step).collect(),
        }
    }
}
