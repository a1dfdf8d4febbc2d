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

/// Every programme.
///
/// # Errors
/// Fails if the user's data cannot be read.
pub fn programmes(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    let candidate = |programme: &crate::model::training::Programme| Candidate {
        id: programme.id.to_string(),
        label: programme.name.clone(),
    };
    Ok(dataset.training()?.programmes.iter().map(candidate).collect())
}

/// Every town, by its name.
///
/// # Errors
/// Fails if the user's data cannot be read.
pub fn towns(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    let candidate = |town: &crate::model::town::Town| Candidate {
        id: town.id.to_string(),
        label: Text::same(&town.name),
    };
    Ok(dataset.towns()?.towns.iter().map(candidate).collect())
}

/// Every department, by its code.
///
/// # Errors
/// Fails if the user's data cannot be read.
pub fn departments(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    let candidate = |department: &crate::model::town::Department| Candidate {
        id: department.id.to_string(),
        label: Text::same(&department.name),
    };
    Ok(dataset.towns()?.departments.iter().map(candidate).collect())
}

/// Every region, by its code.
///
/// # Errors
/// Fails if the user's data cannot be read.
pub fn regions(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    let candidate = |region: &crate::model::town::Region| Candidate {
        id: region.id.to_string(),
        label: Text::same(&region.name),
    };
    Ok(dataset.towns()?.regions.iter().map(candidate).collect())
}

/// Every word of the glossary.
///
/// # Errors
/// Fails if the user's data cannot be read.
pub fn words(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    let candidate = |entry: &crate::model::glossary::GlossaryEntry| Candidate {
        id: entry.id.to_string(),
        label: entry.word.clone(),
    };
    Ok(dataset.glossary()?.words.iter().map(candidate).collect())
}
