//! `salary`: what each level earns, source by source.
//!
//! Sources are compared, never averaged. A level has the span of what is stated of back-end developers;
//! a wider population stands apart, and a disagreement is a caveat.

mod caveats;
mod document;
mod gaps;
mod line;
mod remarks;
mod selection;

use serde::Serialize;

pub use self::caveats::SalaryCaveat;
pub use self::gaps::Gap;
pub use self::line::{LevelPay, ObservationLine, PopulationPay};
use self::selection::Selection;
use super::cite::Citations;
use super::rules::{self, RulesOf};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figure::{EmployerKind, Population};
use crate::model::id::SourceId;
use crate::model::money::Money;
use crate::model::salary::{Factor, FactorKind, Observation};
use crate::model::text::Text;
use crate::model::text::text;
use crate::model::vocabulary::{Per, Seniority, Vocabulary};
use crate::pay::floors::minimum_wage_on;
use crate::pay::{Rules, Tax, UsualSchedules};
use crate::report::{Document, Report};

/// What to ask of the pay figures.
#[derive(Debug, Clone, Default)]
pub struct SalaryParams {
    /// The levels to show; all if empty.
    pub levels: Vec<Seniority>,
    /// The populations to show; all if empty, back-end developers first.
    pub populations: Vec<Population>,
    /// Figures of this year or later only; an undated figure is then left out.
    pub since: Option<u16>,
    /// The only sources to show, by id or short name; all of them if empty.
    pub sources: Vec<SourceId>,
    /// The sources to leave out, by id or short name.
    pub without: Vec<SourceId>,
    /// Figures of these kinds of company only; all if empty.
    pub employers: Vec<EmployerKind>,
    /// Figures of this region only, by its words: `paris`, `ile-de-france`.
    pub region: Option<String>,
    /// The period of the shown amounts.
    pub per: Per,
    /// Whether the net a month before tax is added.
    pub net: bool,
    /// Whether people also see the steps between levels, what pay depends on and how it moved; JSON always has them.
    pub more: bool,
}

/// Pay per level, the steps between levels, what pay depends on, and what to be careful about.
#[derive(Serialize)]
pub struct SalaryReport<'a> {
    currency: &'static str,
    per: Per,
    /// The asked levels, lowest first: back-end developers only.
    pub levels: Vec<LevelPay<'a>>,
    /// What is stated of back-end developers of all levels together.
    pub all_levels: Vec<ObservationLine<'a>>,
    /// What is stated of wider populations, the closest to the job first.
    pub populations: Vec<PopulationPay<'a>>,
    gaps: Vec<Gap<'a>>,
    factors: Vec<&'a Factor>,
    /// How pay has moved, the newest first.
    trends: Vec<&'a Factor>,
    caveats: Vec<SalaryCaveat>,
    /// The full-time minimum wage of the edition's date over the asked period; `null` if no floor is known.
    minimum_wage: Option<Money>,
    /// The rules of the net amounts; `null` if not asked.
    rules: Option<RulesOf>,
    #[serde(skip)]
    net_notes: Vec<Text>,
    #[serde(skip)]
    citations: Citations<'a>,
    #[serde(skip)]
    narrowed: bool,
    /// Whether every figure of a wider population is asked for.
    #[serde(skip)]
    all_of_wider: bool,
    #[serde(skip)]
    more: bool,
    #[serde(skip)]
    remarks: Vec<Text>,
}

/// Answers from the figures that the question asks for, the newest first.
///
/// # Errors
/// Fails if a file is invalid, or if a source or region is unknown.
pub fn ask<'a>(params: &SalaryParams, dataset: &'a Dataset) -> Result<SalaryReport<'a>, Reason> {
    let citations = Citations::new(dataset)?;
    let file = dataset.salaries()?;
    let region = params.region.as_ref().map(|wanted| canonical_region(dataset, wanted)).transpose()?;
    let params = &SalaryParams { region, ..params.clone() };
    let selection = Selection::new(params, &citations, &file.observations)?;
    let observations = selection.observations(&file.observations);
    let asked = |level: &Seniority| params.levels.is_empty() || params.levels.contains(level);
    let mut levels: Vec<LevelPay<'a>> = Seniority::ALL
        .iter()
        .filter(|level| asked(level))
        .map(|level| LevelPay::of(*level, &observations, params.per))
        .filter(|level| !selection.is_narrow() || !level.observations.is_empty())
        .collect();
    let mut all_levels: Vec<ObservationLine<'a>> = observations
        .iter()
        .filter(|one| one.population.is_back_end() && one.level.is_none() && params.levels.is_empty())
        .map(|one| ObservationLine::of(one, params.per))
        .collect();
    let mut populations = PopulationPay::all(&observations, params, &asked);
    let rules = params.net.then(|| rules::of(dataset, None)).transpose()?;
    if let Some(rules) = &rules {
        let wider = populations.iter_mut().flat_map(|population| &mut population.observations);
        let by_level = levels.iter_mut().flat_map(|level| &mut level.observations);
        add_net(by_level.chain(&mut all_levels).chain(wider), rules);
    }
    let said: Vec<&Factor> = file.factors.iter().filter(|factor| selection.says(factor)).collect();
    let of = |kind: FactorKind| said.iter().copied().filter(move |factor| factor.kind == kind);
    let factors: Vec<&Factor> = of(FactorKind::Factor).collect();
    let mut trends: Vec<&Factor> = of(FactorKind::Trend).collect();
    trends.sort_by_key(|trend| std::cmp::Reverse(trend.year));
    let spanned: Vec<&Observation> = observations.iter().copied().filter(|one| one.is_in_span()).collect();
    let gaps = gaps::between_levels(&spanned, &factors, params.per, &asked);
    let minimum_wage = minimum_wage_on(&dataset.floors()?.floors, dataset.edition()?)
        .and_then(|floor| floor.monthly(floor.amount))
        .map(|monthly| (monthly * (12.0 / params.per.per_year())).rounded());
    let remarks = selection.remarks(&file.observations, &observations);
    let mut report = SalaryReport {
        currency: "EUR",
        per: params.per,
        all_of_wider: selection.names_few(),
        narrowed: !params.levels.is_empty() || selection.is_narrow(),
        more: params.more || params.levels.len() == 1,
        levels,
        all_levels,
        populations,
        gaps,
        factors,
        trends,
        caveats: Vec::new(),
        minimum_wage,
        rules: rules.as_ref().map(RulesOf::from),
        net_notes: rules.iter().flat_map(net_notes).collect(),
        citations,
        remarks,
    };
    report.caveats = caveats::of(&report, dataset.edition()?, !selection.is_narrow());
    Ok(report)
}

/// The name of a region that is asked for by its initials or its number; other words stay as they are.
fn canonical_region(dataset: &Dataset, wanted: &str) -> Result<String, Reason> {
    let region = dataset.towns()?.regions.iter().find(|region| region.is_named(wanted));
    Ok(region.map_or_else(|| wanted.to_owned(), |region| region.name.clone()))
}

/// Adds the net a month before tax to every figure of gross pay.
fn add_net<'l, 'a: 'l>(lines: impl Iterator<Item = &'l mut ObservationLine<'a>>, rules: &Rules) {
    let schedules = UsualSchedules::new(rules);
    let net = |gross: Money| (schedules.figures(gross, None, Tax::Neutral).net_before_tax / 12.0).rounded();
    for one in lines.filter(|one| !one.package) {
        one.net_per_month = Some(one.annual.map(net));
    }
}

/// What the net amounts rest on.
fn net_notes(rules: &Rules) -> Vec<Text> {
    let profile = text(
        "Net par mois avant impôt, dans une entreprise de 10 personnes ; statut cadre à partir de 30 360 € par an (minimum Syntec de la position 2.1), non-cadre en dessous.",
        "Net a month before tax, in a company of 10 people; cadre status from €30,360 a year (the Syntec minimum of position 2.1), non-cadre below.",
    )
    .spaced();
    std::iter::once(profile).chain(rules::before_tax(rules)).collect()
}

impl SalaryReport<'_> {
    /// Every figure of the answer, in reading order.
    fn lines(&self) -> impl Iterator<Item = &ObservationLine<'_>> {
        self.levels
            .iter()
            .flat_map(|level| &level.observations)
            .chain(&self.all_levels)
            .chain(self.populations.iter().flat_map(|population| &population.observations))
    }
}

impl Report for SalaryReport<'_> {
    fn name(&self) -> &'static str {
        "salary"
    }

    fn document(&self) -> Document {
        document::of(self)
    }

    fn remarks(&self) -> Vec<Text> {
        self.remarks.clone()
    }
}
