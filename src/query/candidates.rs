//! The ids that a question may name, for those who type them.

use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::text::Text;

/// An id with what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The id as it is typed.
    pub id: String,
    /// What it stands for.
    pub label: Text,
}

/// Every source.
pub fn sources(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    let candidate = |source: &crate::model::source::Source| Candidate {
        id: source.id.to_string(),
        label: source.title.clone(),
    };
    Ok(dataset.sources()?.sources.iter().map(candidate).collect())
}

/// Every position of a career.
pub fn roles(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    let candidate = |role: &crate::model::progression::CareerRole| Candidate {
        id: role.id.to_string(),
        label: role.name.clone(),
    };
    Ok(dataset.progression()?.roles.iter().map(candidate).collect())
}

/// The towns in which a school is, of those whose name is one word in a shell.
pub fn towns(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    let schools = dataset.training()?.programmes.iter().flat_map(|programme| &programme.providers);
    let mut towns: Vec<&str> =
        schools.filter_map(|school| school.city.as_deref()).filter(|town| !town.contains(' ')).collect();
    towns.sort_unstable();
    towns.dedup();
    Ok(towns.into_iter().map(|town| Candidate { id: town.to_owned(), label: Text::same(town) }).collect())
}
