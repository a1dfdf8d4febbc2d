//! Career steps as places and ways, for programs that draw.

use super::{ProgressionReport, document};
use crate::model::id::RoleId;
use crate::model::text::Text;
use crate::model::vocabulary::Vocabulary;
use crate::report::{Edge, Graph};

/// Every position and step of the answer.
pub fn of(report: &ProgressionReport<'_>) -> Graph {
    let mut ids: Vec<&RoleId> = report.roles.iter().map(|role| &role.id).collect();
    for id in report.steps.iter().flat_map(|step| [&step.from, &step.to]) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let at = |id: &RoleId| ids.iter().position(|known| *known == id).unwrap_or_default();
    let edges = report.steps.iter().map(|step| Edge {
        from: at(&step.from),
        to: at(&step.to),
        label: step.kind.label(),
        inferred: step.inferred,
    });
    let places: Vec<Text> = ids.iter().map(|id| document::name(id, report)).collect();
    Graph { title: document::title(report), edges: edges.collect(), places }
}
