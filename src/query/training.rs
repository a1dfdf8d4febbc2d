//! `training`: the ways in, by name, level, sector, place, work-study and fees.

mod apprentice;
mod condition;
mod detail;
mod document;
mod filter;
mod nearest;
pub mod place;
mod remark;
pub mod total;

use std::borrow::Cow;

use serde::Serialize;

use self::condition::Condition;
use self::filter::Filter;
pub use self::filter::{Emptied, named};
use self::nearest::{Nearest, whole_kilometres};
use self::place::Atlas;
use self::total::Total;
use super::cite::Citations;
use super::floors::FloorRow;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::funding::{Funding, NextStep};
use crate::model::id::EntryId;
use crate::model::money::{Money, Range};
use crate::model::text::Text;
use crate::model::title::RegisteredTitle;
use crate::model::training::{Advice, Programme, Sector, StudyLevel, WorkStudy};
use crate::report::{Document, Report};

/// The conditions of which a programme may not say whether it meets them.
const STATED_APART: [Condition; 5] = [
    Condition::Apprenticeship,
    Condition::MaxTuition,
    Condition::City,
    Condition::Department,
    Condition::Region,
];

/// What to ask of the programmes; conditions combine.
#[derive(Debug, Default)]
pub struct TrainingParams {
    /// The programmes to show, by id, name or school; all if empty.
    pub names: Vec<String>,
    /// The levels to show; all if empty.
    pub levels: Vec<StudyLevel>,
    /// Who runs the programme.
    pub sector: Option<Sector>,
    /// Towns, one of which a school is in or beside.
    pub cities: Vec<String>,
    /// Whether towns within an hour count too.
    pub near: bool,
    /// Departments by code or name, one of which a school is in.
    pub departments: Vec<String>,
    /// Regions by code, name or short name, one of which a school is in.
    pub regions: Vec<String>,
    /// Only programmes of which a source says that they can be done as an apprentice, or that they cannot, or of
    /// which none says so; all if empty.
    pub apprenticeship: Vec<WorkStudy>,
    /// Whether programmes of which no source says so are not named apart, where they are not asked for.
    pub hides_not_said: bool,
    /// The most a year may cost, in euros; programmes of unknown fees are left out and counted.
    pub max_tuition: Option<Money>,
}

impl TrainingParams {
    const fn is_open(&self) -> bool {
        self.names.is_empty()
            && self.levels.is_empty()
            && self.sector.is_none()
            && !self.has_place()
            && self.apprenticeship.is_empty()
            && self.max_tuition.is_none()
    }

    const fn has_place(&self) -> bool {
        !self.cities.is_empty() || !self.departments.is_empty() || !self.regions.is_empty()
    }
}

/// A programme with its fee over a year.
#[derive(Serialize)]
pub struct ProgrammeLine<'a> {
    /// The programme; its schools are those of the asked place, if one is asked for.
    #[serde(flatten)]
    pub programme: Cow<'a, Programme>,
    /// Its fee over a year, with what registering costs, in euros.
    pub tuition_per_year: Option<Range<Money>>,
    /// What it costs in all from the baccalauréat on; of those found in the asked place only.
    pub total_since_bac: Option<Total>,
    /// How far its nearest school is from the asked towns, as the crow flies; only where near towns count too.
    pub distance_km: Option<u32>,
}

/// A programme by its name.
#[derive(Serialize)]
pub struct NamedProgramme<'a> {
    /// Its id.
    pub id: &'a EntryId,
    /// Its name.
    pub name: &'a Text,
}

/// The programmes that meet every condition, and those of which nobody says so.
#[derive(Serialize)]
pub struct TrainingReport<'a> {
    /// By level, then by id; those found in the asked place if there is one.
    pub programmes: Vec<ProgrammeLine<'a>>,
    /// Offered in many towns that no source names, one by one; only if a place is asked for.
    widely_offered: Vec<ProgrammeLine<'a>>,
    /// Those of which no source names a town; only if a place is asked for.
    town_unknown: Vec<NamedProgramme<'a>>,
    /// Those of which no source says whether they can be done as an apprentice; only if that is asked for.
    work_study_not_said: Vec<NamedProgramme<'a>>,
    advice: Vec<&'a Advice>,
    titles: Vec<&'a RegisteredTitle>,
    funding: Vec<&'a Funding>,
    next_steps: Vec<&'a NextStep>,
    /// Programmes left out only because their fees are unknown.
    left_out_unknown_fees: usize,
    /// The conditions that, dropped alone, leave something; only where nothing was found.
    emptied_by: Vec<Emptied>,
    /// What comes nearest; only where nothing was found in a town.
    nearest: Option<Nearest<'a>>,
    /// Towns asked for of which nothing is known, as they were typed.
    #[serde(skip)]
    unknown_cities: Vec<String>,
    /// The towns that schools are in; only where a town asked for is unknown.
    #[serde(skip)]
    known_cities: Vec<&'a str>,
    /// Regions asked for by another name than theirs, with theirs.
    #[serde(skip)]
    regions_read: Vec<(String, String)>,
    /// Names asked for that are also those of towns.
    #[serde(skip)]
    named_towns: Vec<&'a str>,
    /// How many conditions the question has.
    #[serde(skip)]
    conditions: usize,
    #[serde(skip)]
    citations: Citations<'a>,
    /// The yearly contribution to student life, in euros.
    contribution: Option<Money>,
    #[serde(skip)]
    has_place: bool,
    #[serde(skip)]
    is_near: bool,
    /// The legal and branch minima of apprentices, where work-study is asked for; empty elsewhere.
    apprentice_pay: Vec<FloorRow>,
    #[serde(skip)]
    is_named: bool,
    #[serde(skip)]
    is_open: bool,
}

/// Answers with the programmes by level; advice comes with the open question only.
///
/// # Errors
/// Fails if a programme, department or region is unknown, if a town is that is nearly the name of another, or if the
/// user's data cannot be read.
pub fn ask<'a>(params: &TrainingParams, dataset: &'a Dataset) -> Result<TrainingReport<'a>, Reason> {
    let file = dataset.training()?;
    let programmes = file.programmes.as_slice();
    let atlas = Atlas::new(dataset)?;
    let place = atlas.place(params)?;
    let towns = params.names.iter().filter_map(|name| atlas.town(name));
    let named_towns = towns.map(|town| town.name.as_str()).collect();
    let filter = Filter { params, place, atlas, ids: named(programmes, &params.names)? };
    filter.check_towns(programmes)?;
    let mut report = TrainingReport {
        programmes: Vec::new(),
        widely_offered: Vec::new(),
        town_unknown: Vec::new(),
        work_study_not_said: Vec::new(),
        advice: if params.is_open() { file.advice.iter().collect() } else { Vec::new() },
        titles: Vec::new(),
        funding: if params.is_open() { file.funding.iter().collect() } else { Vec::new() },
        next_steps: file.next_steps.iter().collect(),
        left_out_unknown_fees: 0,
        emptied_by: Vec::new(),
        nearest: None,
        unknown_cities: Vec::new(),
        known_cities: Vec::new(),
        regions_read: filter.atlas.regions_read(&params.regions),
        named_towns,
        conditions: filter.asked().count(),
        citations: Citations::new(dataset)?,
        contribution: contribution(&file.funding),
        has_place: params.has_place(),
        is_near: params.near,
        apprentice_pay: apprentice::pay(params, dataset)?,
        is_named: !params.names.is_empty(),
        is_open: params.is_open(),
    };
    for programme in programmes {
        report.sort_in(programme, &filter);
    }
    report.programmes.sort_by_key(|line| line.programme.level);
    if params.near {
        report.programmes.sort_by_key(|line| line.distance_km.unwrap_or_default());
    }
    let case = total::case(report.contribution, &file.funding);
    for line in &mut report.programmes {
        line.total_since_bac = Some(Total::of(&line.programme, &case));
    }
    report.widely_offered.sort_by_key(|line| line.programme.level);
    report.titles = file.titles.iter().filter(|title| report.leads_to(title)).collect();
    if report.programmes.is_empty() {
        report.emptied_by = filter.emptied(programmes);
        report.nearest = Nearest::of(programmes, &filter);
        report.unknown_cities = filter.place.iter().flat_map(|place| place.strangers.clone()).collect();
        if !report.unknown_cities.is_empty() {
            report.known_cities = filter::cities(programmes);
        }
    }
    Ok(report)
}

/// Whether a programme may be where no source names it: it is offered in many towns, or its town is not said.
fn may_be_there(programme: &Programme) -> bool {
    programme.availability.is_some() || programme.providers.iter().all(|provider| provider.city.is_none())
}

impl<'a> TrainingReport<'a> {
    /// What the totals since the baccalauréat count.
    pub fn totals_note(&self) -> Text {
        total::note(self.contribution)
    }

    /// Puts a programme where it belongs: found, offered in many towns, or one of which something is not said.
    fn sort_in(&mut self, programme: &'a Programme, filter: &Filter<'_>) {
        if !filter.meets_all_but(&STATED_APART, programme) {
            return;
        }
        let there = filter.is_there(programme);
        match filter.affordable(programme) {
            Some(true) => {}
            Some(false) => return,
            None => {
                let counts = there && filter.meets(Condition::Apprenticeship, programme);
                self.left_out_unknown_fees += usize::from(counts);
                return;
            }
        }
        let by_name = || NamedProgramme { id: &programme.id, name: &programme.name };
        if !filter.meets(Condition::Apprenticeship, programme) {
            let is_said = programme.work_study() != WorkStudy::NotSaid;
            if !is_said && !filter.params.hides_not_said && (there || may_be_there(programme)) {
                self.work_study_not_said.push(by_name());
            }
            return;
        }
        if there {
            self.programmes.push(ProgrammeLine::of(programme, filter));
        } else if programme.availability.is_some() {
            self.widely_offered.push(ProgrammeLine::whole(programme));
        } else if may_be_there(programme) {
            self.town_unknown.push(by_name());
        }
    }

    /// Whether a programme of the answer leads to a title, or everything is asked for.
    fn leads_to(&self, title: &RegisteredTitle) -> bool {
        let few = self.programmes.len() <= document::FEW;
        self.is_open
            || (few
                && self
                    .programmes
                    .iter()
                    .any(|line| line.programme.titles.iter().any(|id| id == title.id.as_str())))
    }
}

impl<'a> ProgrammeLine<'a> {
    /// The programme, with the schools of the asked place only if one is asked for.
    fn of(programme: &'a Programme, filter: &Filter<'_>) -> Self {
        let mut line = Self::whole(programme);
        if let Some(place) = &filter.place {
            line.programme.to_mut().providers.retain(|provider| place.has(provider, &filter.atlas));
            let nearest = filter.atlas.nearest(place, &line.programme).filter(|_| filter.params.near);
            line.distance_km = nearest.map(|(.., distance)| whole_kilometres(distance));
        }
        line
    }

    fn whole(programme: &'a Programme) -> Self {
        Self {
            programme: Cow::Borrowed(programme),
            tuition_per_year: programme.tuition_per_year(),
            total_since_bac: None,
            distance_km: None,
        }
    }
}

/// The yearly contribution to student life, in euros; `None` if the data has none.
pub fn contribution(funding: &[Funding]) -> Option<Money> {
    funding.iter().find_map(|entry| entry.per_year("contribution"))
}

impl Report for TrainingReport<'_> {
    fn name(&self) -> &'static str {
        "training"
    }

    fn document(&self) -> Document {
        document::of(self)
    }

    fn remarks(&self) -> Vec<Text> {
        remark::of(self)
    }
}
