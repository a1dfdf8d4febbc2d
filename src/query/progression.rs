//! `progression`: where a position leads, as a tree of steps by kind.

mod document;
mod graph;

use std::collections::HashMap;

use serde::Serialize;

use self::graph::Graph;
use super::QueryError;
use super::cite::Citations;
use crate::dataset::Dataset;
use crate::model::id::RoleId;
use crate::model::name::{Unknown, key};
use crate::model::progression::{CareerRole, Step};
use crate::model::text::{Lang, Text, text};
use crate::report::{Document, Report};

/// What to ask of the career steps.
#[derive(Debug, Default)]
pub struct ProgressionParams {
    /// The position to start from; the first of the career if `None`.
    pub from: Option<RoleId>,
}

/// Positions and the steps between them: all, or those that can be reached.
#[derive(Serialize)]
pub struct ProgressionReport<'a> {
    /// The positions, by id.
    pub roles: Vec<&'a CareerRole>,
    /// The steps, by id.
    pub steps: Vec<&'a Step>,
    #[serde(skip)]
    names: HashMap<&'a RoleId, &'a Text>,
    #[serde(skip)]
    root: Option<&'a CareerRole>,
    #[serde(skip)]
    citations: Citations<'a>,
}

/// Answers with what can be reached from the asked position.
pub fn ask<'a>(
    dataset: &'a Dataset,
    params: &ProgressionParams,
) -> Result<ProgressionReport<'a>, QueryError> {
    let file = dataset.progression()?;
    let citations = Citations::new(dataset)?;
    let names = file.roles.iter().map(|role| (&role.id, &role.name)).collect();
    let Some(from) = &params.from else {
        let root = file.roles.iter().find(|role| role.id.as_str() == "junior").or(file.roles.first());
        let (roles, steps) = (file.roles.iter().collect(), file.steps.iter().collect());
        return Ok(ProgressionReport { roles, steps, names, root, citations });
    };
    let root = find(&file.roles, from.as_str())?;
    let reached = Graph::new(&file.steps).reachable(&root.id);
    let roles = file.roles.iter().filter(|role| reached.contains(&role.id)).collect();
    let steps = file.steps.iter().filter(|step| reached.contains(&step.from)).collect();
    Ok(ProgressionReport { roles, steps, names, root: Some(root), citations })
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

impl Report for ProgressionReport<'_> {
    const NAME: &'static str = "progression";

    fn document(&self) -> Document {
        document::of(self)
    }

    fn remarks(&self) -> Vec<Text> {
        let ends = self.steps.is_empty();
        let empty = text("aucune source ne dit où mène ce poste", "no source says where this role leads");
        ends.then_some(empty).into_iter().collect()
    }
}
