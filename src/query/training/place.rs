//! Where a training is asked for: towns with those beside them, departments, regions, and how far the rest is.

use std::collections::{HashMap, HashSet};

use super::TrainingParams;
use crate::dataset::{Dataset, TownsFile};
use crate::model::error::Reason;
use crate::model::name::Unknown;
use crate::model::text::text;
use crate::model::town::{Town, same_town, town_key};
use crate::model::training::{Programme, Provider};

/// How far `near` reaches, in kilometres as the crow flies: about an hour by train or car.
const NEAR: f64 = 60.0;

/// The towns of the dataset by their folded names.
pub struct Atlas<'a> {
    file: &'a TownsFile,
    by_key: HashMap<String, &'a Town>,
}

/// The places asked for; every kind of place that is named must fit.
pub struct Place<'a> {
    /// Towns asked for that the map knows, without those beside them.
    pub centres: Vec<&'a Town>,
    towns: Option<HashSet<&'a str>>,
    /// Towns asked for that are not on the map, as they were typed.
    pub strangers: Vec<String>,
    area: Option<HashSet<&'a str>>,
}

impl<'a> Atlas<'a> {
    /// Reads the towns.
    ///
    /// # Errors
    /// Fails if the user's towns cannot be read.
    pub fn new(dataset: &'a Dataset) -> Result<Self, Reason> {
        let file = dataset.towns()?;
        let by_key = file.towns.iter().map(|town| (town_key(&town.name), town)).collect();
        Ok(Self { file, by_key })
    }

    /// The town of that name, written as schools write it.
    pub fn town(&self, city: &str) -> Option<&'a Town> {
        self.by_key.get(&town_key(city)).copied()
    }

    /// The place that a question is about; `None` if it is about none.
    ///
    /// # Errors
    /// Fails if a department or region is unknown.
    pub fn place(&self, params: &TrainingParams) -> Result<Option<Place<'a>>, Reason> {
        let area = self.area(params)?;
        if params.cities.is_empty() && area.is_none() {
            return Ok(None);
        }
        let mut place = Place { centres: Vec::new(), towns: None, strangers: Vec::new(), area };
        for city in &params.cities {
            let found = self.file.towns.iter().filter(|town| town.is_named(city));
            let before = place.centres.len();
            place.centres.extend(found);
            if place.centres.len() == before {
                place.strangers.push(city.clone());
            }
        }
        if !params.cities.is_empty() {
            let beside =
                |town: &Town| place.centres.iter().any(|centre| is_beside(centre, town, params.near));
            place.towns = Some(
                self.file.towns.iter().filter(|town| beside(town)).map(|town| town.id.as_str()).collect(),
            );
        }
        Ok(Some(place))
    }

    /// The departments asked for, by code; `None` if neither a department nor a region is.
    fn area(&self, params: &TrainingParams) -> Result<Option<HashSet<&'a str>>, Reason> {
        let mut area: Option<HashSet<&'a str>> = None;
        let mut narrow = |codes: HashSet<&'a str>| {
            area = Some(match area.take() {
                None => codes,
                Some(area) => area.intersection(&codes).copied().collect(),
            });
        };
        let departments = &self.file.departments;
        if !params.departments.is_empty() {
            let mut codes = HashSet::new();
            for name in &params.departments {
                let found = departments.iter().find(|department| department.is_named(name));
                let known = departments.iter().map(|department| department.name.as_str());
                let unknown = || Unknown::new(text("département", "department"), name, known);
                codes.insert(found.ok_or_else(unknown)?.id.as_str());
            }
            narrow(codes);
        }
        if !params.regions.is_empty() {
            let mut codes = HashSet::new();
            for name in &params.regions {
                let found = self.file.regions.iter().find(|region| region.is_named(name));
                let known = self.file.regions.iter().map(|region| region.name.as_str());
                let region = found.ok_or_else(|| Unknown::new(text("région", "region"), name, known))?;
                let inside = departments.iter().filter(|department| department.region == region.id.as_str());
                codes.extend(inside.map(|department| department.id.as_str()));
            }
            narrow(codes);
        }
        Ok(area)
    }

    /// The school of a programme that is nearest to a town asked for, with its distance in kilometres.
    pub fn nearest<'p>(&self, place: &Place<'_>, programme: &'p Programme) -> Option<(&'p Provider, f64)> {
        let distance = |provider: &'p Provider| {
            let town = self.town(provider.city.as_deref()?)?;
            let from = place.centres.iter().map(|centre| centre.kilometres_to(town));
            Some((provider, from.min_by(f64::total_cmp)?))
        };
        programme.providers.iter().filter_map(distance).min_by(|(_, a), (_, b)| a.total_cmp(b))
    }
}

impl Place<'_> {
    /// Whether a school is there.
    pub fn has(&self, provider: &Provider, atlas: &Atlas<'_>) -> bool {
        let Some(city) = provider.city.as_deref() else { return false };
        let town = atlas.town(city);
        let in_towns = self.towns.as_ref().is_none_or(|towns| {
            town.is_some_and(|town| towns.contains(town.id.as_str()))
                || self.strangers.iter().any(|name| same_town(city, name))
        });
        let in_area = self
            .area
            .as_ref()
            .is_none_or(|area| town.is_some_and(|town| area.contains(town.department.as_str())));
        in_towns && in_area
    }
}

/// Whether a town counts as the one asked for: itself, one beside it or, if so asked, one that is near.
fn is_beside(centre: &Town, town: &Town, near: bool) -> bool {
    centre.id == town.id
        || centre.adjoining.iter().any(|id| id == town.id.as_str())
        || (near && centre.kilometres_to(town) <= NEAR)
}
