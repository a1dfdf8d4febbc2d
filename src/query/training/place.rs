//! Where a training is asked for: towns with those beside them, departments, regions, and how far the rest is.

use std::collections::{HashMap, HashSet};

use super::TrainingParams;
use super::condition::Condition;
use crate::dataset::{Dataset, TownsFile};
use crate::model::error::Reason;
use crate::model::name::{Unknown, key};
use crate::model::text::text;
use crate::model::town::{Town, same_town, town_key};
use crate::model::training::{Programme, Provider};

/// How far `near` reaches, in kilometres as the crow flies: about an hour by train or car.
pub const NEAR: f64 = 60.0;

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
    departments: Option<HashSet<&'a str>>,
    /// The departments of the regions asked for.
    regions: Option<HashSet<&'a str>>,
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

    /// The names of the towns.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.file.towns.iter().map(|town| town.name.as_str())
    }

    /// The place that a question is about; `None` if it is about none.
    ///
    /// # Errors
    /// Fails if a department or region is unknown.
    pub fn place(&self, params: &TrainingParams) -> Result<Option<Place<'a>>, Reason> {
        if !params.has_place() {
            return Ok(None);
        }
        let mut place = Place {
            centres: Vec::new(),
            towns: None,
            strangers: Vec::new(),
            departments: self.departments(&params.departments)?,
            regions: self.regions(&params.regions)?,
        };
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

    /// The departments of those names, by code; `None` if no name is given.
    fn departments(&self, names: &[String]) -> Result<Option<HashSet<&'a str>>, Reason> {
        let departments = &self.file.departments;
        let code = |name: &String| {
            let found = departments.iter().find(|department| department.is_named(name));
            let known = departments.iter().map(|department| department.name.as_str());
            let unknown = || Unknown::new(text("département", "department"), name, known);
            Ok(found.ok_or_else(unknown)?.id.as_str())
        };
        (!names.is_empty()).then(|| names.iter().map(code).collect()).transpose()
    }

    /// The departments of the regions of those names, by code; `None` if no name is given.
    fn regions(&self, names: &[String]) -> Result<Option<HashSet<&'a str>>, Reason> {
        if names.is_empty() {
            return Ok(None);
        }
        let mut codes = HashSet::new();
        for name in names {
            let found = self.file.regions.iter().find(|region| region.is_named(name));
            let known = self.file.regions.iter().map(|region| region.name.as_str());
            let region = found.ok_or_else(|| Unknown::new(text("région", "region"), name, known))?;
            let inside =
                self.file.departments.iter().filter(|department| department.region == region.id.as_str());
            codes.extend(inside.map(|department| department.id.as_str()));
        }
        Ok(Some(codes))
    }

    /// The regions that are asked for by another name than theirs, each with theirs: a former region, initials.
    pub fn regions_read(&self, names: &[String]) -> Vec<(String, String)> {
        let other = |name: &String| {
            let region = self.file.regions.iter().find(|region| region.is_named(name))?;
            let is_its_own = key(name) == key(&region.name) || name.trim() == region.id.as_str();
            (!is_its_own).then(|| (name.clone(), region.name.clone()))
        };
        names.iter().filter_map(other).collect()
    }

    /// The school of a programme that is nearest to a place asked for, the town of the place that it is nearest to, and
    /// how many kilometres lie between.
    ///
    /// From towns it is in the department and region that are asked for beside them; from a department or region alone
    /// it is anywhere, measured from the towns of that area on the map.
    pub fn nearest<'p>(
        &self,
        place: &Place<'a>,
        programme: &'p Programme,
    ) -> Option<(&'p Provider, &'a Town, f64)> {
        let of_area = place.centres.is_empty() && place.strangers.is_empty();
        let origins: Vec<&'a Town> = if of_area {
            self.file.towns.iter().filter(|town| place.covers(town)).collect()
        } else {
            place.centres.clone()
        };
        let dropped: &[Condition] = if of_area { &Condition::PLACES } else { &[Condition::City] };
        let schools = programme.providers.iter().filter(|provider| place.has_but(dropped, provider, self));
        let measured = schools.filter_map(|provider| {
            let town = self.town(provider.city.as_deref()?)?;
            let from = origins.iter().map(|origin| (*origin, origin.kilometres_to(town)));
            let (origin, distance) = from.min_by(|(_, a), (_, b)| a.total_cmp(b))?;
            Some((provider, origin, distance))
        });
        measured.min_by(|(.., a), (.., b)| a.total_cmp(b))
    }
}

impl Place<'_> {
    /// Whether a town lies in the departments and regions asked for.
    fn covers(&self, town: &Town) -> bool {
        let is_in = |area: &Option<HashSet<&str>>| {
            area.as_ref().is_none_or(|area| area.contains(town.department.as_str()))
        };
        is_in(&self.departments) && is_in(&self.regions)
    }

    /// Whether a school is there.
    pub fn has(&self, provider: &Provider, atlas: &Atlas<'_>) -> bool {
        self.has_but(&[], provider, atlas)
    }

    /// Whether a school meets the conditions on the place but the `dropped` ones.
    pub fn has_but(&self, dropped: &[Condition], provider: &Provider, atlas: &Atlas<'_>) -> bool {
        let Some(city) = provider.city.as_deref() else { return false };
        let town = atlas.town(city);
        let in_towns = || {
            self.towns.as_ref().is_none_or(|towns| {
                town.is_some_and(|town| towns.contains(town.id.as_str()))
                    || self.strangers.iter().any(|name| same_town(city, name))
            })
        };
        let in_one_of = |area: &Option<HashSet<&str>>| {
            area.as_ref().is_none_or(|area| town.is_some_and(|town| area.contains(town.department.as_str())))
        };
        (dropped.contains(&Condition::City) || in_towns())
            && (dropped.contains(&Condition::Department) || in_one_of(&self.departments))
            && (dropped.contains(&Condition::Region) || in_one_of(&self.regions))
    }
}

/// Whether a town counts as the one asked for: itself, one beside it or, if so asked, one that is near.
fn is_beside(centre: &Town, town: &Town, near: bool) -> bool {
    centre.id == town.id
        || centre.adjoining.iter().any(|id| id == town.id.as_str())
        || (near && centre.kilometres_to(town) <= NEAR)
}
