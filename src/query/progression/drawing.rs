//! Career steps as places and ways, for programs that draw.

use std::collections::{BTreeSet, HashMap};

use super::{ProgressionReport, document};
use crate::model::id::RoleId;
use crate::model::text::Text;
use crate::model::vocabulary::Vocabulary;
use crate::report::{Edge, Graph};

/// Every position and step of the answer.
pub fn of(report: &ProgressionReport<'_>) -> Graph {
    let ends = report.steps.iter().flat_map(|step| [&step.from, &step.to]);
    let ids: BTreeSet<&RoleId> = report.roles.iter().map(|role| &role.id).chain(ends).collect();
    let numbers: HashMap<&RoleId, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let at = |id: &RoleId| numbers.get(id).copied().unwrap_or_default();
    let edges = report.steps.iter().map(|step| Edge {
        from: at(&step.from),
        to: at(&step.to),
        label: step.kind.label(),
        inferred: step.inferred,
    });
    let places: Vec<Text> = ids.iter().map(|id| document::name(id, report)).collect();
    Graph { title: document::title(report), edges: edges.collect(), places }
}
