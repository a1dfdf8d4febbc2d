//! `training`: the ways in, by level, sector, town, apprenticeship and fees.

mod document;

use std::borrow::Cow;

use serde::Serialize;

use super::cite::Citations;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::money::{Money, Range};
use crate::model::name::{fold, nearest};
use crate::model::text::{Text, text};
use crate::model::training::{Advice, Programme, Sector, StudyLevel};
use crate::report::{Document, Report};

/// A remark names no more towns than this.
const LISTED: usize = 60;

/// What to ask of the programmes; conditions combine.
#[derive(Debug, Default)]
pub struct TrainingParams {
    /// The levels to show; all if empty.
    pub levels: Vec<StudyLevel>,
    /// Who runs the programme.
    pub sector: Option<Sector>,
    /// A town, or the beginning of its name, in which a school is.
    pub city: Option<String>,
    /// Only programmes that can be done as an apprentice.
    pub apprenticeship: bool,
    /// The most a year may cost, in euros; programmes of unknown fees are left out and counted.
    pub max_tuition: Option<Money>,
}

impl TrainingParams {
    const fn is_open(&self) -> bool {
        self.levels.is_empty()
            && self.sector.is_none()
            && self.city.is_none()
            && !self.apprenticeship
            && self.max_tuition.is_none()
    }
}

/// A programme with its fee over a year.
#[derive(Serialize)]
pub struct ProgrammeLine<'a> {
    /// The programme; its schools are those of the asked town, if one is asked for.
    #[serde(flatten)]
    pub programme: Cow<'a, Programme>,
    /// Its fee over a year, in euros.
    pub tuition_per_year: Option<Range<Money>>,
}

/// The programmes that meet every condition.
#[derive(Serialize)]
pub struct TrainingReport<'a> {
    /// By level, then by id.
    pub programmes: Vec<ProgrammeLine<'a>>,
    advice: Vec<&'a Advice>,
    /// Programmes left out only because their fees are unknown.
    left_out_unknown_fees: usize,
    #[serde(skip)]
    citations: Citations<'a>,
    #[serde(skip)]
    nearest_city: Option<Text>,
}

/// Answers with the programmes by level; advice comes with the open question only.
pub fn ask<'a>(params: &TrainingParams, dataset: &'a Dataset) -> anyhow::Result<Box<dyn Report + 'a>> {
    Ok(Box::new(report(params, dataset)?))
}

/// The answer as its own type, for the questions that build on it; it fails as [`ask`] does.
pub fn report<'a>(params: &TrainingParams, dataset: &'a Dataset) -> Result<TrainingReport<'a>, Reason> {
    let file = dataset.training()?;
    let city = params.city.as_deref().map(fold);
    let mut left_out = 0;
    let mut programmes: Vec<ProgrammeLine<'_>> = Vec::new();
    for programme in file.programmes.iter().filter(|programme| meets(programme, params, city.as_deref())) {
        match fits(programme, params.max_tuition) {
            Some(true) => programmes.push(ProgrammeLine::of(programme, city.as_deref())),
            Some(false) => {}
            None => left_out += 1,
        }
    }
    programmes.sort_by_key(|line| line.programme.level);
    let nearest_city = (programmes.is_empty() && left_out == 0)
        .then(|| params.city.as_deref().map(|city| city_remark(city, &file.programmes)))
        .flatten();
    Ok(TrainingReport {
        programmes,
        advice: if params.is_open() { file.advice.iter().collect() } else { Vec::new() },
        left_out_unknown_fees: left_out,
        citations: Citations::new(dataset)?,
        nearest_city,
    })
}

/// Whether a programme meets every condition but the fee.
fn meets(programme: &Programme, params: &TrainingParams, city: Option<&str>) -> bool {
    (params.levels.is_empty() || params.levels.contains(&programme.level))
        && params.sector.is_none_or(|sector| programme.sector == Some(sector))
        && (!params.apprenticeship || programme.apprenticeship.is_some())
        && city.is_none_or(|city| programme.providers.iter().any(|provider| is_in(provider, city)))
}

fn is_in(provider: &crate::model::training::Provider, city: &str) -> bool {
    provider.city.as_deref().is_some_and(|name| fold(name).starts_with(city))
}

/// Whether the highest yearly fee stays within `most`; `None` if the fee is unknown.
fn fits(programme: &Programme, most: Option<Money>) -> Option<bool> {
    let Some(most) = most else { return Some(true) };
    let fee = programme.tuition_per_year()?;
    Some(fee.high.or(fee.low)? <= most)
}

impl<'a> ProgrammeLine<'a> {
    /// The programme, with the schools of `city` only if one is asked for.
    fn of(programme: &'a Programme, city: Option<&str>) -> Self {
        let mut programme = Cow::Borrowed(programme);
        if let Some(city) = city {
            programme.to_mut().providers.retain(|provider| is_in(provider, city));
        }
        let tuition_per_year = programme.tuition_per_year();
        Self { programme, tuition_per_year }
    }
}

/// Which towns the dataset knows, when a town finds nothing.
fn city_remark(city: &str, programmes: &[Programme]) -> Text {
    let providers = programmes.iter().flat_map(|programme| &programme.providers);
    let mut cities: Vec<&str> = providers.filter_map(|provider| provider.city.as_deref()).collect();
    cities.sort_unstable();
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

impl Report for TrainingReport<'_> {
    fn name(&self) -> &'static str {
        "training"
    }

    fn document(&self) -> Document {
        document::of(self)
    }

    fn remarks(&self) -> Vec<Text> {
        let unknown = self.left_out_unknown_fees;
        let left_out = (unknown > 0).then(|| match unknown {
            1 => text(
                "1 formation laissée de côté : ses frais sont inconnus",
                "1 programme left out: its fees are unknown",
            ),
            _ => Text::new(
                format!("{unknown} formations laissées de côté : leurs frais sont inconnus"),
                format!("{unknown} programmes left out: their fees are unknown"),
            ),
        });
        let none = text(
            "aucune formation ne remplit toutes ces conditions ; retirez-en une",
            "no programme meets all these conditions; drop one",
        );
        let empty = (self.programmes.is_empty()).then(|| self.nearest_city.clone().unwrap_or(none));
        left_out.into_iter().chain(empty).collect()
    }
}
