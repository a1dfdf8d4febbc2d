//! `pay`: what a salary is before and after contributions and tax, what it costs, and which legal floors it meets.

mod better;
mod document;
mod internship;
mod inverse;
mod notes;
mod reading;
mod slip;

use serde::Serialize;

use self::better::BetterBelow;
pub(in crate::query) use self::inverse::lowered;
pub use self::inverse::{Found, Solutions};
pub(in crate::query) use self::reading::unusual_salary;
pub use self::reading::{Branch, PaidAs, PayParams, missing_amount};
use super::cite::Citations;
use super::floors::{self, FloorRow};
use super::rules::{self, Percent, RulesOf, YearAndMonth};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::money::Money;
use crate::model::text::Text;
use crate::model::vocabulary::Per;
use crate::pay::{
    Apprentice, Basis, Figures, FloorQuery, Household, Line, Profile, Rate, Rules, Schedule, Status,
    Taxation, apprentice_minimum, default_status,
};
use crate::report::{Document, Report, Table};

/// The question, repeated.
#[derive(Debug, Clone, Copy, Serialize)]
struct Asked {
    /// The amount; `null` where the legal minimum was asked for.
    amount: Option<Money>,
    from: Basis,
    per: Per,
}

/// Income tax, euros a year.
#[derive(Serialize)]
struct TaxDue {
    method: &'static str,
    rate: Rate,
    rate_percent: Percent,
    amount: Money,
    /// The tax of the whole household, of which `amount` is one's own share.
    household_amount: Money,
    /// Who is taxed together; `null` where the rate does not depend on it.
    household: Option<Household>,
}

/// A line with its rate as people say it.
#[derive(Serialize)]
struct SlipLine {
    #[serde(flatten)]
    line: Line,
    rate_percent: Option<Percent>,
}

/// The amounts of a salary, the tax, the floors and every line.
#[derive(Serialize)]
pub struct PayReport {
    asked: Asked,
    from: Basis,
    status: PaidAs,
    staff: u32,
    part_time_percent: Percent,
    monthly_pays: u8,
    gross: YearAndMonth,
    net_before_tax: YearAndMonth,
    taxable: YearAndMonth,
    taxable_urssaf: YearAndMonth,
    net_after_tax: YearAndMonth,
    /// Before any hiring aid.
    employer_cost: YearAndMonth,
    /// The hiring aid of an apprentice's first year.
    aid: Money,
    employer_cost_after_aid: YearAndMonth,
    tax: TaxDue,
    inverse: Found,
    /// The nearest salary just below a step of the law that leaves more; `null` where none does.
    better_below: Option<BetterBelow>,
    /// Whether the pay is below a minimum that the law or the branch sets for everybody of this status; `null` where none
    /// is known.
    below_minimum_wage: Option<bool>,
    floors: Vec<FloorRow>,
    lines: Vec<SlipLine>,
    rules: RulesOf,
    assumptions: Vec<Text>,
    warnings: Vec<Text>,
    /// Into how many equal parts a year's pay is divided for the month.
    #[serde(skip)]
    pays: f64,
    #[serde(skip)]
    in_lines: bool,
    #[serde(skip)]
    floor_table: Option<Table>,
}

/// What a contract gives, before it is put into words.
struct Outcome {
    status: PaidAs,
    profile: Profile,
    figures: Figures,
    lines: Vec<Line>,
    aid: Money,
    found: Found,
    better_below: Option<BetterBelow>,
    floors: Vec<FloorRow>,
    /// Into how many equal parts a year's pay is divided for the month.
    pays: f64,
    remarks: Vec<Text>,
    warnings: Vec<Text>,
}

/// Answers with the other amounts, whichever is known.
///
/// # Errors
/// A usage error if options contradict each other, if an amount is missing or needs to be confirmed, or if the year's
/// rules lack what is asked for.
pub fn ask(params: &PayParams, dataset: &Dataset) -> Result<PayReport, Reason> {
    params.check()?;
    let rules = rules::of(dataset, params.year)?;
    let outcome = match params.status {
        Some(PaidAs::Apprentice) => apprentice(params, dataset, &rules)?,
        Some(PaidAs::Intern) => internship::of(params, dataset, &rules)?,
        _ => employee(params, dataset, &rules)?,
    };
    let figures = outcome.figures;
    let floor_table = if outcome.floors.is_empty() {
        None
    } else {
        let citations = Citations::new(dataset)?;
        let shown =
            if params.lines { outcome.floors.iter().collect() } else { floors::nearest(&outcome.floors) };
        Some(floors::table(shown, &citations))
    };
    let spread = |amount: Money| YearAndMonth::over(amount, outcome.pays);
    let household = match params.taxation {
        Taxation::Scale(household) => Some(household),
        Taxation::Neutral | Taxation::Own { .. } => None,
    };
    let line = |line: Line| SlipLine { rate_percent: line.rate.map(Percent::from), line };
    let cost_after_aid = (figures.employer_cost - outcome.aid).max(Money::euros(0.0));
    Ok(PayReport {
        asked: Asked { amount: params.amount, from: params.basis, per: params.per },
        from: params.basis,
        status: outcome.status,
        staff: outcome.profile.staff,
        part_time_percent: Percent::from(outcome.profile.working_time),
        monthly_pays: params.pays(),
        gross: spread(figures.gross),
        net_before_tax: spread(figures.net_before_tax),
        taxable: spread(figures.taxable),
        taxable_urssaf: spread(figures.taxable_urssaf),
        net_after_tax: spread(figures.net_after_tax),
        employer_cost: spread(figures.employer_cost),
        aid: outcome.aid.rounded(),
        employer_cost_after_aid: spread(cost_after_aid),
        tax: TaxDue {
            method: params.taxation.id(),
            rate: figures.tax_rate,
            rate_percent: Percent::from(figures.tax_rate),
            amount: figures.tax.rounded(),
            household_amount: figures.household_tax.rounded(),
            household,
        },
        inverse: outcome.found,
        better_below: outcome.better_below,
        below_minimum_wage: floors::below_minimum_wage(&outcome.floors),
        floors: outcome.floors,
        lines: outcome.lines.into_iter().map(line).collect(),
        rules: RulesOf::from(&rules),
        assumptions: outcome.remarks,
        warnings: outcome.warnings,
        pays: outcome.pays,
        in_lines: params.lines,
        floor_table,
    })
}

/// An employee, a cadre or not.
fn employee(params: &PayParams, dataset: &Dataset, rules: &Rules) -> Result<Outcome, Reason> {
    let yearly = params.yearly();
    let profile_of = |status: Status| params.profile(status);
    let (status, reason) = match params.status {
        Some(PaidAs::NonCadre) => (Status::NonCadre, None),
        Some(_) => (Status::Cadre, None),
        None => {
            let as_cadre = Schedule::new(rules, profile_of(Status::Cadre));
            let gross = as_cadre.gross_from(params.basis, yearly, params.taxation);
            let (status, reason) = default_status(gross, params.working_time());
            (status, Some(reason))
        }
    };
    let profile = profile_of(status);
    let schedule = Schedule::new(rules, profile);
    let found = Found::of(&schedule, params, yearly);
    let payslip = schedule.payslip(found.gross(), params.taxation);
    let query = FloorQuery::Employee { status, syntec: params.branch != Some(Branch::None), age: params.age };
    let share = profile.working_time.as_fraction();
    let mut floors = floors::rows(dataset, &rules.date, query, payslip.figures.gross, share)?;
    floors::compare_by_pay(&mut floors, payslip.figures.gross, params.pays());
    let better_below = BetterBelow::of(&schedule, params, found.gross());
    let mut warnings: Vec<Text> = floors::warning(&floors).into_iter().collect();
    warnings.extend(notes::monthly_hint(params, &floors));
    warnings.extend(found.told(params));
    warnings.extend(better_below.as_ref().map(BetterBelow::told));
    if profile.needs_part_time_exception(rules) {
        warnings.push(notes::too_few_hours(rules));
    }
    let mut remarks = vec![RulesOf::from(rules).note()];
    remarks.extend(reason);
    remarks.extend(notes::of_employee(rules, &schedule, profile, &payslip.figures, params));
    Ok(Outcome {
        status: PaidAs::from(status),
        profile,
        figures: payslip.figures,
        lines: payslip.lines,
        aid: Money::euros(0.0),
        found,
        better_below,
        floors,
        pays: f64::from(params.pays()),
        remarks,
        warnings,
    })
}

/// An apprentice; without an amount at the legal minimum.
fn apprentice(params: &PayParams, dataset: &Dataset, rules: &Rules) -> Result<Outcome, Reason> {
    let profile = params.profile(Status::NonCadre);
    let case = params.apprenticeship();
    let apprentice = Apprentice::with_profile(rules, profile, case.diploma, case.year)
        .ok_or_else(|| notes::lacking(rules, true))?;
    let floors = &dataset.floors()?.floors;
    let least = apprentice_minimum(floors, &rules.date, case.age, case.year, case.syntec, case.bac5());
    let yearly = match (params.amount, least) {
        (Some(_), _) => params.yearly(),
        // Each pay reaches the minimum of a month.
        (None, Some(least)) => (least.monthly * f64::from(params.pays())).rounded(),
        (None, None) => return Err(notes::lacking(rules, true)),
    };
    let schedule = apprentice.schedule();
    let found = Found::of(schedule, params, yearly);
    let payslip = apprentice.payslip(found.gross(), params.taxation);
    let query = FloorQuery::Apprentice {
        age: case.age,
        contract_year: case.year,
        syntec: case.syntec,
        bac5: case.bac5(),
    };
    let gross = payslip.figures.gross;
    let mut floors = floors::rows(dataset, &rules.date, query, gross, 1.0)?;
    floors::compare_by_pay(&mut floors, gross, params.pays());
    let better_below = BetterBelow::of(schedule, params, found.gross());
    let mut warnings: Vec<Text> = floors::warning(&floors).into_iter().collect();
    warnings.extend(found.told(params));
    warnings.extend(better_below.as_ref().map(BetterBelow::told));
    let aid = apprentice.figures(gross, params.taxation).aid;
    Ok(Outcome {
        status: PaidAs::Apprentice,
        profile,
        figures: payslip.figures,
        lines: payslip.lines,
        aid,
        found,
        better_below,
        floors,
        pays: f64::from(params.pays()),
        remarks: notes::of_apprentice(rules, profile, case, params, (aid, schedule.has_health_cover(gross))),
        warnings,
    })
}

impl PayReport {
    /// The part of a year's amount in one pay.
    fn share(&self, year: Money) -> Money {
        (year / self.pays).rounded()
    }
}

impl Report for PayReport {
    fn name(&self) -> &'static str {
        "pay"
    }

    fn document(&self) -> Document {
        document::of(self)
    }
}
