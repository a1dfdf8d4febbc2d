//! `payback`: what a training costs, what it brings a year, and after how long it has paid back.

pub mod account;
mod assumptions;
pub mod case;
pub mod course;
mod curve;
mod document;
mod words;

use serde::Serialize;

use self::account::Account;
pub use self::account::Outcome;
use self::case::{ApprenticePay, Before, Case};
pub use self::case::{Diploma, Kept};
use self::course::Course;
use self::curve::CurvePoint;
use super::cite::Citations;
use super::rules::{self, RulesOf};
use super::training::{self, TrainingParams};
use crate::dataset::Dataset;
use crate::model::amount::SaidPay;
use crate::model::error::Reason;
use crate::model::figures::duration_of;
use crate::model::funding::NextStep;
use crate::model::id::{EntryId, SourceId};
use crate::model::money::{Money, Range};
use crate::model::salary::Observation;
use crate::model::text::{Text, text};
use crate::model::training::{Entry, Programme, Sector, StudyLevel, WorkStudy};
use crate::model::vocabulary::{Per, Seniority};
use crate::pay::{Status, Tax, UsualSchedules};
use crate::report::{Document, Report};

/// What to ask of the programmes, and one’s own case.
#[derive(Debug, Default)]
pub struct PaybackParams {
    /// The programmes to show, by id, name or school; all if empty.
    pub names: Vec<String>,
    /// What is earned now and given up while studying; nothing if `None`.
    pub current: Option<SaidPay>,
    /// The status in which it is earned; the one that is usual of the amount if `None`.
    pub status: Option<Status>,
    /// What is kept of it, or received instead, while studying.
    pub kept: Option<Kept>,
    /// The fees of one’s own training, in all.
    pub fees: Option<Money>,
    /// The months of one’s own training.
    pub months: Option<u16>,
    /// What is earned afterwards, gross a year, instead of what the sources say of juniors.
    pub entry_pay: Option<Money>,
    /// The diploma held.
    pub from: Option<Diploma>,
    /// Whether to be an apprentice where that is possible.
    pub apprentice: bool,
    /// The age at the start, for an apprentice’s pay.
    pub age: Option<u8>,
    /// Only these sources say what juniors earn; all if empty.
    pub sources: Vec<SourceId>,
    /// These sources do not say what juniors earn.
    pub without: Vec<SourceId>,
    /// The levels to show; all if empty.
    pub levels: Vec<StudyLevel>,
    /// Who runs the programme.
    pub sector: Option<Sector>,
}

/// A programme with what it costs and brings.
#[derive(Serialize)]
pub struct PaybackLine {
    id: EntryId,
    name: Text,
    level: Option<StudyLevel>,
    sector: Option<Sector>,
    /// What it asks for at entry.
    entry: Option<Entry>,
    /// What comes before it, from the diploma held.
    before: Option<Before>,
    months: Option<Range<u16>>,
    /// Its months with what comes before, where that is counted.
    total_months: Option<Range<u16>>,
    #[serde(flatten)]
    account: Account,
    /// The same in net amounts, before tax.
    net: Account,
    /// When it can be done as an apprentice, in the source's words.
    apprenticeship: Option<Text>,
    /// Whether it can be done in work-study.
    work_study: WorkStudy,
    /// Whether it is one’s own training.
    #[serde(skip)]
    is_own: bool,
    /// The money in hand with and without it, gross.
    curve: Vec<CurvePoint>,
    sources: Vec<SourceId>,
}

/// Every programme by what it asks for, the one that may pay back soonest first, and what was assumed.
#[derive(Serialize)]
pub struct PaybackReport<'a> {
    current: Money,
    current_net: Money,
    /// What is kept while studying, gross a year.
    kept: Money,
    from: Option<Diploma>,
    /// What a junior earns, gross a year, over the sources.
    entry_pay: Option<Range<Money>>,
    /// The same, net a year before tax.
    entry_pay_net: Option<Range<Money>>,
    /// Who says what a junior earns; empty if it was given.
    entry_pay_sources: Vec<&'a SourceId>,
    programmes: Vec<PaybackLine>,
    /// How today's pay was read, where it was said net or by the month.
    #[serde(skip)]
    read_as: Option<Text>,
    /// Whether the sources of the pay at entry were chosen.
    #[serde(skip)]
    has_chosen_sources: bool,
    /// Whether the programmes were named one by one.
    #[serde(skip)]
    is_named: bool,
    assumptions: Vec<Text>,
    next_steps: Vec<&'a NextStep>,
    rules: RulesOf,
    #[serde(skip)]
    citations: Citations<'a>,
}

/// Answers with ranges from the lowest cost and highest pay to the highest cost and lowest pay.
///
/// # Errors
/// Fails if a programme or source is unknown, or the user's data cannot be read.
pub fn ask<'a>(params: &PaybackParams, dataset: &'a Dataset) -> Result<PaybackReport<'a>, Reason> {
    let citations = Citations::new(dataset)?;
    let file = dataset.training()?;
    let rules = rules::of(dataset, None)?;
    let schedules = UsualSchedules::new(&rules);
    let net_as =
        |gross: Money, status| schedules.figures(gross, status, Tax::Neutral).net_before_tax.rounded();
    let net = |gross: Money| net_as(gross, None);
    let (entry_pay, entry_pay_sources) = match params.entry_pay {
        Some(pay) => (Some(Range::between(pay, pay)), Vec::new()),
        None => junior_pay(dataset, params, &citations)?,
    };
    let minimum_wage = rules.minimum_wage_per_year();
    let scale = case::scale(&file.funding).filter(|_| params.apprentice);
    let current = params.current.map_or(Money::euros(0.0), |said| {
        let yearly = said.over_a_year();
        if said.is_net { schedules.gross_from_net(yearly, params.status).rounded() } else { yearly }
    });
    let current_net = net_as(current, params.status);
    let gross = Case {
        current,
        kept: params.kept.map_or(Money::euros(0.0), |kept| kept.of(current)),
        entry_pay,
        from: params.from,
        apprentice: scale.map(|scale| ApprenticePay { scale, age: params.age, minimum_wage }),
        contribution: training::contribution(&file.funding),
        licence_fee: file.funding.iter().find_map(|entry| entry.per_year("licence")),
    };
    let kept_net = match params.kept {
        Some(Kept::Share(share)) => current_net * share,
        _ => gross.kept,
    };
    let in_net =
        Case { current: current_net, kept: kept_net, entry_pay: entry_pay.map(|pay| pay.map(net)), ..gross };
    let asked = TrainingParams {
        names: params.names.clone(),
        levels: params.levels.clone(),
        sector: params.sector,
        ..TrainingParams::default()
    };
    let programmes = training::ask(&asked, dataset)?.programmes;
    let mut lines: Vec<PaybackLine> = programmes
        .into_iter()
        .map(|line| PaybackLine::of(line.programme.into_owned(), &gross, &in_net))
        .collect();
    lines.sort_by(|a, b| {
        a.rank(params.from).cmp(&b.rank(params.from)).then_with(|| a.account.compare(&b.account))
    });
    let own = params.fees.is_some() || params.months.is_some();
    if own {
        let course = Course::own(params.fees, params.months, params.apprentice);
        lines.insert(0, PaybackLine::own(course, &gross, &in_net));
    }
    Ok(PaybackReport {
        current,
        current_net: in_net.current,
        kept: gross.kept.rounded(),
        from: params.from,
        entry_pay,
        entry_pay_net: in_net.entry_pay,
        entry_pay_sources,
        assumptions: assumptions::of(params, &gross, &lines),
        programmes: lines,
        read_as: params.current.and_then(|said| words::read_as(said, current)),
        has_chosen_sources: !params.sources.is_empty() || !params.without.is_empty(),
        is_named: !params.names.is_empty(),
        next_steps: file.next_steps.iter().collect(),
        rules: RulesOf::from(&rules),
        citations,
    })
}

/// The span of a pay, and who says so.
type StatedPay<'a> = (Option<Range<Money>>, Vec<&'a SourceId>);

/// The span of what juniors earn, gross a year, over the sources that are listened to.
fn junior_pay<'a>(
    dataset: &'a Dataset,
    params: &PaybackParams,
    citations: &Citations<'_>,
) -> Result<StatedPay<'a>, Reason> {
    let (only, without) = (citations.matching(&params.sources)?, citations.matching(&params.without)?);
    let listened = |id: &SourceId| (only.is_empty() || only.contains(&id)) && !without.contains(&id);
    let observations = &dataset.salaries()?.observations;
    let is_junior = |one: &&Observation| {
        one.is_in_span() && one.level == Some(Seniority::Junior) && listened(&one.source)
    };
    let juniors = || observations.iter().filter(is_junior);
    let span = Range::spanning(juniors().map(|one| one.stated.over(Per::Year)));
    let mut sources: Vec<&SourceId> = juniors().map(|one| &one.source).collect();
    sources.dedup();
    Ok((span.filter(|span| span.low.is_some()), sources))
}

impl PaybackReport<'_> {
    /// What a programme costs in all, if that is known.
    pub fn cost_of(&self, id: &EntryId) -> Option<Range<Money>> {
        self.programmes.iter().find(|line| line.id == *id)?.account.cost
    }

    /// How long a programme takes from the diploma held, with what comes before it.
    pub fn duration_of(&self, id: &EntryId) -> Option<Text> {
        let line = self.programmes.iter().find(|line| line.id == *id)?;
        let duration = duration_of(line.total_months?)?;
        let Some(open) = line.before.as_ref().filter(|before| !before.counted) else { return Some(duration) };
        Some(Text::new(
            format!("{}, après {}", duration.fr, open.what.fr),
            format!("{}, after {}", duration.en, open.what.en),
        ))
    }

    /// After how many years a programme has paid back, in words.
    pub fn paid_back(&self, id: &EntryId) -> Option<Text> {
        words::paid_back(self.programmes.iter().find(|line| line.id == *id)?)
    }
}

impl PaybackLine {
    fn of(programme: Programme, gross: &Case<'_>, net: &Case<'_>) -> Self {
        let course = Self::own(Course::of(&programme, gross), gross, net);
        Self {
            work_study: programme.work_study(),
            id: programme.id,
            name: programme.name,
            level: Some(programme.level),
            sector: programme.sector,
            entry: programme.entry,
            apprenticeship: programme.apprenticeship,
            sources: programme.sources,
            is_own: false,
            ..course
        }
    }

    /// One's own training.
    fn own(course: Course, gross: &Case<'_>, net: &Case<'_>) -> Self {
        let account = Account::of(&course, gross);
        Self {
            curve: curve::of(&course, gross, &account),
            net: Account::of(&course, net),
            account,
            total_months: course.all_months().map(|(low, high)| Range::between(low, high)),
            months: course.months,
            before: course.before,
            work_study: WorkStudy::NotSaid,
            id: EntryId::new("my-case"),
            name: text("Ma formation", "My own training"),
            level: None,
            sector: None,
            entry: None,
            apprenticeship: None,
            sources: Vec::new(),
            is_own: true,
        }
    }

    /// Whether something is known of what it costs or when it has paid back.
    const fn says_something(&self) -> bool {
        let account = &self.account;
        account.cost.is_some() || account.cost_at_least.is_some() || matches!(account.outcome, Outcome::Never)
    }

    /// The group of programmes that it can be compared with: those that ask for the same, or, from a diploma, those that
    /// it opens, then those whose way is counted whole, then those of which a part is open.
    fn rank(&self, from: Option<Diploma>) -> (u8, Option<Entry>) {
        if from.is_none() {
            return (u8::from(self.entry.is_none()), self.entry);
        }
        let way = match &self.before {
            _ if self.entry.is_none() => 3,
            None => 0,
            Some(before) => 1 + u8::from(!before.counted),
        };
        (way, None)
    }
}

impl Report for PaybackReport<'_> {
    fn name(&self) -> &'static str {
        "payback"
    }

    fn document(&self) -> Document {
        document::of(self)
    }

    fn remarks(&self) -> Vec<Text> {
        let none = text(
            "aucune formation ne remplit ces conditions ; `backend-career payback` les montre toutes",
            "no programme meets these conditions; `backend-career payback` shows them all",
        );
        let emptied = self.programmes.is_empty().then_some(none);
        self.read_as.clone().into_iter().chain(emptied).collect()
    }
}
