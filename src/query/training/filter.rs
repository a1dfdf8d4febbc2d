//! The conditions of a question, one by one, so that an empty answer can say which of them emptied it.

use serde::Serialize;

use super::TrainingParams;
use super::place::{Atlas, Place};
use crate::model::error::Reason;
use crate::model::name::{Unknown, fold, nearest};
use crate::model::text::{Text, text};
use crate::model::training::{Programme, WorkStudy};
use crate::query::naming;

/// A condition that, dropped alone, leaves something.
#[derive(Debug, Clone, Serialize)]
pub struct Emptied {
    /// The option as it is typed: `--sector`.
    pub filter: &'static str,
    /// How many programmes meet the other conditions.
    pub without: usize,
}

/// The conditions, ready to be tried.
pub struct Filter<'a> {
    pub params: &'a TrainingParams,
    pub place: Option<Place<'a>>,
    pub atlas: Atlas<'a>,
    /// The ids of the programmes asked for by name; every one if empty.
    pub ids: Vec<&'a str>,
}

/// The options that narrow an answer, in the order in which a message names them.
const OPTIONS: [&str; 7] =
    ["--apprenticeship", "--max-tuition", "--sector", "--level", "--city", "--department", "--region"];

impl Filter<'_> {
    /// Whether a programme meets the condition of an option; what is not said is not met.
    pub fn meets(&self, option: &str, programme: &Programme) -> bool {
        let params = self.params;
        match option {
            "--apprenticeship" => !params.apprenticeship || programme.work_study() == WorkStudy::Yes,
            "--max-tuition" => self.affordable(programme) == Some(true),
            "--sector" => params.sector.is_none_or(|sector| programme.sector == Some(sector)),
            "--level" => params.levels.is_empty() || params.levels.contains(&programme.level),
            "--city" => self.is_there(programme),
            _ => true,
        }
    }

    /// Whether a programme is one of those asked for by name.
    pub fn is_named(&self, programme: &Programme) -> bool {
        self.ids.is_empty() || self.ids.contains(&programme.id.as_str())
    }

    /// Whether a school of the programme is in the place asked for.
    pub fn is_there(&self, programme: &Programme) -> bool {
        let Some(place) = &self.place else { return true };
        programme.providers.iter().any(|provider| place.has(provider, &self.atlas))
    }

    /// Whether the highest yearly fee stays within what is asked; `None` if the fee is unknown.
    pub fn affordable(&self, programme: &Programme) -> Option<bool> {
        let Some(most) = self.params.max_tuition else { return Some(true) };
        let fee = programme.tuition_per_year()?;
        Some(fee.high.or(fee.low)? <= most)
    }

    /// Whether a programme meets the conditions but those of `options`.
    pub fn meets_all_but(&self, options: &[&str], programme: &Programme) -> bool {
        self.is_named(programme)
            && OPTIONS.iter().all(|option| options.contains(option) || self.meets(option, programme))
    }

    /// Which conditions emptied the answer: those that, dropped alone, leave something.
    pub fn emptied(&self, programmes: &[Programme]) -> Vec<Emptied> {
        let params = self.params;
        let asked = |option: &str| match option {
            "--apprenticeship" => params.apprenticeship,
            "--max-tuition" => params.max_tuition.is_some(),
            "--sector" => params.sector.is_some(),
            "--level" => !params.levels.is_empty(),
            "--city" => self.place.is_some(),
            _ => false,
        };
        let count = |option: &str| {
            programmes.iter().filter(|programme| self.meets_all_but(&[option], programme)).count()
        };
        let place = match (params.cities.is_empty(), params.departments.is_empty()) {
            (false, _) => "--city",
            (true, false) => "--department",
            (true, true) => "--region",
        };
        let named = |option: &'static str| if option == "--city" { place } else { option };
        OPTIONS
            .into_iter()
            .filter(|option| asked(option))
            .map(|option| Emptied { filter: named(option), without: count(option) })
            .filter(|emptied| emptied.without > 0)
            .collect()
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

/// A message lists no more towns than this.
const LISTED: usize = 60;

/// Which towns the programmes name, when a town asked for is on no map.
pub fn unknown_city(city: &str, programmes: &[Programme]) -> Text {
    let providers = programmes.iter().flat_map(|programme| &programme.providers);
    let mut cities: Vec<&str> = providers.filter_map(|provider| provider.city.as_deref()).collect();
    cities.sort_by_key(|city| fold(city));
    cities.dedup();
    let more = if cities.len() > LISTED { ", …" } else { "" };
    let list = format!("{}{more}", cities[..cities.len().min(LISTED)].join(", "));
    let (fr, en) = match nearest(city, cities.iter().copied()) {
        Some(near) => (format!(" ; vouliez-vous dire {near} ?"), format!("; did you mean {near}?")),
        None => (String::new(), String::new()),
    };
    Text::new(
        format!("aucune école connue à « {city} »{fr}\nvilles citées : {list}"),
        format!("no school known in `{city}`{en}\ntowns named: {list}"),
    )
}
