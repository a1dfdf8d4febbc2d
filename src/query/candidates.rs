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

/// An entry's id with what it stands for.
fn candidate(id: &impl ToString, label: &Text) -> Candidate {
    Candidate { id: id.to_string(), label: label.clone() }
}

/// Every source.
pub fn sources(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    Ok(dataset.sources()?.sources.iter().map(|source| candidate(&source.id, &source.title)).collect())
}

/// Every position of a career.
pub fn roles(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    Ok(dataset.progression()?.roles.iter().map(|role| candidate(&role.id, &role.name)).collect())
}

/// Every programme.
///
/// # Errors
/// Fails if the user's data cannot be read.
pub fn programmes(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    let programmes = dataset.training()?.programmes.iter();
    Ok(programmes.map(|programme| candidate(&programme.id, &programme.name)).collect())
}

/// Every town, by its name.
///
/// # Errors
/// Fails if the user's data cannot be read.
pub fn towns(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    Ok(dataset.towns()?.towns.iter().map(|town| candidate(&town.id, &Text::same(&town.name))).collect())
}

/// Every department, by its code.
///
/// # Errors
/// Fails if the user's data cannot be read.
pub fn departments(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    let departments = dataset.towns()?.departments.iter();
    Ok(departments.map(|one| candidate(&one.id, &Text::same(&one.name))).collect())
}

/// Every region, by its code.
///
/// # Errors
/// Fails if the user's data cannot be read.
pub fn regions(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    Ok(dataset.towns()?.regions.iter().map(|one| candidate(&one.id, &Text::same(&one.name))).collect())
}

/// Every word of the glossary.
///
/// # Errors
/// Fails if the user's data cannot be read.
pub fn words(dataset: &Dataset) -> Result<Vec<Candidate>, Reason> {
    Ok(dataset.glossary()?.words.iter().map(|entry| candidate(&entry.id, &entry.word)).collect())
}
