//! The conditions of a question, one by one, so that an empty answer can say which of them emptied it.

use serde::Serialize;

use super::TrainingParams;
use super::condition::Condition;
use super::place::{Atlas, Place};
use crate::model::error::Reason;
use crate::model::name::{Unknown, fold, slips};
use crate::model::text::{Text, text};
use crate::model::town::{same_town, town_key};
use crate::model::training::Programme;
use crate::query::naming;

/// A condition that, dropped alone, leaves something.
#[derive(Debug, Clone, Serialize)]
pub struct Emptied {
    /// The condition, as its option is typed: `--sector`.
    #[serde(rename = "filter")]
    pub condition: Condition,
    /// How many programmes meet the other conditions.
    pub without: usize,
    /// How many more that are offered in many towns meet the other conditions, besides those that meet all of them.
    pub widely_offered: usize,
}

/// The conditions, ready to be tried.
pub struct Filter<'a> {
    pub params: &'a TrainingParams,
    pub place: Option<Place<'a>>,
    pub atlas: Atlas<'a>,
    /// The ids of the programmes asked for by name; every one if empty.
    pub ids: Vec<&'a str>,
}

impl Filter<'_> {
    /// Whether a programme meets a condition; what is not said is not met.
    pub fn meets(&self, condition: Condition, programme: &Programme) -> bool {
        let params = self.params;
        match condition {
            Condition::Apprenticeship => {
                params.apprenticeship.is_empty() || params.apprenticeship.contains(&programme.work_study())
            }
            Condition::MaxTuition => self.affordable(programme) == Some(true),
            Condition::Sector => params.sector.is_none_or(|sector| programme.sector == Some(sector)),
            Condition::Level => params.levels.is_empty() || params.levels.contains(&programme.level),
            place @ (Condition::City | Condition::Department | Condition::Region) => {
                let others =
                    Condition::PLACES.into_iter().filter(|other| *other != place).collect::<Vec<_>>();
                self.is_there_but(&others, programme)
            }
        }
    }

    /// Whether a programme is one of those asked for by name.
    pub fn is_named(&self, programme: &Programme) -> bool {
        self.ids.is_empty() || self.ids.contains(&programme.id.as_str())
    }

    /// Whether a school of the programme is in the place asked for.
    pub fn is_there(&self, programme: &Programme) -> bool {
        self.is_there_but(&[], programme)
    }

    /// Whether one school of the programme meets every condition on the place but the `dropped` ones.
    fn is_there_but(&self, dropped: &[Condition], programme: &Programme) -> bool {
        let Some(place) = &self.place else { return true };
        if Condition::PLACES.iter().all(|part| dropped.contains(part) || !self.asks(*part)) {
            return true;
        }
        programme.providers.iter().any(|provider| place.has_but(dropped, provider, &self.atlas))
    }

    /// Whether the highest yearly fee stays within what is asked; `None` if the fee is unknown.
    pub fn affordable(&self, programme: &Programme) -> Option<bool> {
        let Some(most) = self.params.max_tuition else { return Some(true) };
        let fee = programme.tuition_per_year()?;
        Some(fee.high.or(fee.low)? <= most)
    }

    /// Whether a programme meets the conditions but the `dropped` ones; those on the place are met by one school.
    pub fn meets_all_but(&self, dropped: &[Condition], programme: &Programme) -> bool {
        let other = |condition: &Condition| !Condition::PLACES.contains(condition);
        self.is_named(programme)
            && self.is_there_but(dropped, programme)
            && Condition::ALL
                .into_iter()
                .filter(other)
                .all(|condition| dropped.contains(&condition) || self.meets(condition, programme))
    }

    /// Whether a programme is offered in many towns and meets the conditions but those on the place and `dropped`.
    fn may_be_there_but(&self, dropped: &[Condition], programme: &Programme) -> bool {
        let dropped: Vec<Condition> = Condition::PLACES.iter().chain(dropped).copied().collect();
        programme.availability.is_some() && self.meets_all_but(&dropped, programme)
    }

    /// Whether the question has a condition.
    fn asks(&self, condition: Condition) -> bool {
        let params = self.params;
        match condition {
            Condition::Apprenticeship => !params.apprenticeship.is_empty(),
            Condition::MaxTuition => params.max_tuition.is_some(),
            Condition::Sector => params.sector.is_some(),
            Condition::Level => !params.levels.is_empty(),
            Condition::City => !params.cities.is_empty(),
            Condition::Department => !params.departments.is_empty(),
            Condition::Region => !params.regions.is_empty(),
        }
    }

    /// The conditions that the question has.
    pub fn asked(&self) -> impl Iterator<Item = Condition> {
        Condition::ALL.into_iter().filter(|condition| self.asks(*condition))
    }

    /// Refuses a town that nothing is known of and that is a slip of the finger away from one that is known.
    ///
    /// # Errors
    /// Fails with the town that was perhaps meant.
    pub fn check_towns(&self, programmes: &[Programme]) -> Result<(), Reason> {
        let strangers = self.place.iter().flat_map(|place| &place.strangers);
        let cities = cities(programmes);
        for city in strangers.filter(|city| !cities.iter().any(|known| same_town(known, city))) {
            let names = || cities.iter().copied().chain(self.atlas.names());
            let distance = |name: &str| slips(&town_key(city), &town_key(name));
            let near = names().filter_map(|name| Some((distance(name)?, name))).min();
            if let Some((_, near)) = near {
                return Err(Reason::Usage(Text::new(
                    format!(
                        "ville inconnue : « {city} » ; vouliez-vous dire {near} ?\nune ville que les données ne connaissent pas se demande par son département : `--department 69`"
                    ),
                    format!(
                        "unknown town `{city}`; did you mean {near}?\na town that the data does not know is asked for by its department: `--department 69`"
                    ),
                )));
            }
        }
        Ok(())
    }

    /// Which conditions emptied the answer: those that, dropped alone, leave something.
    pub fn emptied(&self, programmes: &[Programme]) -> Vec<Emptied> {
        let count = |fits: &dyn Fn(&Programme) -> bool| programmes.iter().filter(|one| fits(one)).count();
        let emptied = |condition: Condition| {
            let dropped = [condition];
            let there = |one: &Programme| self.meets_all_but(&dropped, one);
            let more = |one: &Programme| {
                self.place.is_some()
                    && !there(one)
                    && self.may_be_there_but(&dropped, one)
                    && !self.may_be_there_but(&[], one)
            };
            Emptied { condition, without: count(&there), widely_offered: count(&more) }
        };
        self.asked().map(emptied).filter(|emptied| emptied.without + emptied.widely_offered > 0).collect()
    }
}

/// The ids of the programmes that `names` stand for: ids, names as they are shown, schools, or whole words of them.
///
/// # Errors
/// Fails if a name stands for no programme.
pub fn named<'a>(programmes: &'a [Programme], names: &[String]) -> Result<Vec<&'a str>, Reason> {
    let mut ids = Vec::new();
    for name in names {
        let found = naming::named(programmes, name, called);
        if found.is_empty() {
            let known = programmes.iter().map(|one| one.id.as_str());
            return Err(Unknown::new(text("formation", "programme"), name, known).into());
        }
        ids.extend(found.iter().map(|programme| programme.id.as_str()));
    }
    Ok(ids)
}

/// What a programme is called.
fn called(programme: &Programme) -> Vec<&str> {
    let names = [programme.id.as_str(), &programme.name.fr, &programme.name.en];
    let schools = programme.providers.iter().map(|provider| provider.name.as_str());
    names.into_iter().chain(schools).collect()
}

/// The towns that schools are in, in the order of the alphabet.
pub fn cities(programmes: &[Programme]) -> Vec<&str> {
    let providers = programmes.iter().flat_map(|programme| &programme.providers);
    let mut cities: Vec<&str> = providers.filter_map(|provider| provider.city.as_deref()).collect();
    cities.sort_by_key(|city| fold(city));
    cities.dedup();
    cities
}
