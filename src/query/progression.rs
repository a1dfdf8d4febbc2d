//! `progression`: where a position leads, as a tree of steps by kind, and the ways from one to another.

mod document;
mod drawing;
mod graph;
mod itinerary;
mod path;
mod ways;

use std::collections::HashMap;

use serde::Serialize;

pub use self::document::inferred_note;
use self::graph::Graph;
use self::path::{Path, Pay};
use super::cite::Citations;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::id::RoleId;
use crate::model::name::{Unknown, key};
use crate::model::progression::{CareerRole, Mobility, Step};
use crate::model::text::{Lang, Text, text};
use crate::report::{Document, Graph as Drawing, Report};

/// What to ask of the career steps.
#[derive(Debug, Default)]
pub struct ProgressionParams {
    /// The position to start from; the first of the career if `None`.
    pub from: Option<RoleId>,
    /// The position to reach; where `from` leads if `None`.
    pub to: Option<RoleId>,
    /// The most ways to show; [`MOST_WAYS`] if `None`.
    pub max: Option<usize>,
}

/// How many ways are shown when nothing is asked.
pub const MOST_WAYS: usize = 5;

/// Where the ways begin and end.
pub struct Goal<'a> {
    from: &'a CareerRole,
    to: &'a CareerRole,
}

/// Positions and the steps between them: all, those that can be reached, or those on the ways to a goal.
#[derive(Serialize)]
pub struct ProgressionReport<'a> {
    from: Option<&'a RoleId>,
    to: Option<&'a RoleId>,
    /// The positions, by id.
    pub roles: Vec<&'a CareerRole>,
    /// The steps, by id.
    pub steps: Vec<&'a Step>,
    /// The moves that the official job sheet lists, in no order of closeness; none if a goal is asked for.
    pub mobilities: Vec<&'a Mobility>,
    /// The ways to the goal, shortest first; none if no goal is asked for.
    pub paths: Vec<Path<'a>>,
    #[serde(skip)]
    goal: Option<Goal<'a>>,
    #[serde(skip)]
    names: HashMap<&'a RoleId, &'a Text>,
    #[serde(skip)]
    root: Option<&'a CareerRole>,
    #[serde(skip)]
    citations: Citations<'a>,
}

/// Answers with what can be reached from the asked position, or with the ways to the goal.
pub fn ask<'a>(params: &ProgressionParams, dataset: &'a Dataset) -> Result<ProgressionReport<'a>, Reason> {
    let file = dataset.progression()?;
    let citations = Citations::new(dataset)?;
    let from = params.from.as_ref().map(|from| find(&file.roles, from.as_str())).transpose()?;
    let to = params.to.as_ref().map(|to| find(&file.roles, to.as_str())).transpose()?;
    let root = from.or_else(|| first(&file.roles));
    let mut report = ProgressionReport {
        from: from.map(|role| &role.id),
        to: to.map(|role| &role.id),
        roles: file.roles.iter().collect(),
        steps: file.steps.iter().collect(),
        mobilities: file.mobilities.iter().collect(),
        paths: Vec::new(),
        goal: None,
        names: file.roles.iter().map(|role| (&role.id, &role.name)).collect(),
        root,
        citations,
    };
    if let Some(start) = from.or(root.filter(|_| to.is_some())) {
        let reached = Graph::new(&file.steps).reachable(&start.id);
        report.roles.retain(|role| reached.contains(&role.id));
        report.steps.retain(|step| reached.contains(&step.from));
        if let Some(to) = to {
            report.aim(Goal { from: start, to }, &Pay::read(dataset)?, params.max.unwrap_or(MOST_WAYS));
        }
    }
    Ok(report)
}

/// Where a career begins.
fn first(roles: &[CareerRole]) -> Option<&CareerRole> {
    roles.iter().find(|role| role.id.as_str() == "junior").or(roles.first())
}

impl<'a> ProgressionReport<'a> {
    /// Keeps the ways to a goal and what is on them; where there is none, what can be reached stays.
    fn aim(&mut self, goal: Goal<'a>, pay: &Pay<'_>, most: usize) {
        let ways = ways::between(&self.steps, &goal.from.id, &goal.to.id, most);
        if !ways.is_empty() {
            let on = |id: &RoleId| ways.iter().flatten().any(|step| step.from == *id || step.to == *id);
            self.roles.retain(|role| on(&role.id));
            self.steps.retain(|step| ways.iter().flatten().any(|used| used.id == step.id));
        }
        self.paths = ways.iter().map(|way| Path::along(way, pay)).collect();
        self.mobilities.clear();
        self.from = Some(&goal.from.id);
        self.goal = Some(goal);
    }
}

/// The position a person named by its id, its name or another name of it.
pub fn find<'a>(roles: &'a [CareerRole], name: &str) -> Result<&'a CareerRole, Unknown> {
    let wanted = key(name);
    let goes_by = |role: &&CareerRole| {
        let names = [role.id.as_str(), role.name.in_lang(Lang::Fr), role.name.in_lang(Lang::En)];
        names.into_iter().chain(role.aliases.iter().map(String::as_str)).any(|name| key(name) == wanted)
    };
    let ids = roles.iter().map(|role| role.id.as_str());
    roles.iter().find(goes_by).ok_or_else(|| Unknown::new(text("poste", "role"), name, ids))
}

/// A step as it is read: the position one leaves, the one that is reached.
pub fn step_title(roles: &[CareerRole], step: &Step) -> Text {
    let name = |id: &RoleId| {
        let role = roles.iter().find(|role| role.id == *id);
        role.map_or_else(|| Text::same(id.as_str()), |role| role.name.clone())
    };
    let (from, to) = (name(&step.from), name(&step.to));
    Text::new(format!("{} → {}", from.fr, to.fr), format!("{} → {}", from.en, to.en))
}

impl Report for ProgressionReport<'_> {
    fn name(&self) -> &'static str {
        "progression"
    }

    fn document(&self) -> Document {
        match &self.goal {
            Some(goal) => itinerary::of(self, goal),
            None => document::of(self),
        }
    }

    fn graph(&self) -> Option<Drawing> {
        Some(drawing::of(self))
    }

    fn remarks(&self) -> Vec<Text> {
        let remark = match &self.goal {
            Some(goal) if goal.from.id == goal.to.id => {
                Some(text("vous y êtes déjà", "you are already there"))
            }
            Some(goal) if self.paths.is_empty() => Some(no_way(goal)),
            None if self.steps.is_empty() => {
                Some(text("aucune source ne dit où mène ce poste", "no source says where this role leads"))
            }
            _ => None,
        };
        remark.into_iter().collect()
    }
}

fn no_way(goal: &Goal<'_>) -> Text {
    let (from, to) = (&goal.from.id, &goal.to.id);
    Text::new(
        format!(
            "aucune source ne mène de « {from} » à « {to} » ; voir `backend-career progression --from {from}`"
        ),
        format!("no source leads from `{from}` to `{to}`; see `backend-career progression --from {from}`"),
    )
}
