//! From the amount that was asked to the gross salary: all that fit, or the nearest on each side, and why.

use serde::Serialize;

use super::reading::PayParams;
use crate::model::figures::amount;
use crate::model::money::Money;
use crate::model::text::{Text, text};
use crate::model::vocabulary::{Per, Vocabulary, vocabulary};
use crate::pay::{Inverse, Schedule, StepCause};

/// A gross salary near the wanted one, and the amount it gives; euros a year.
#[derive(Debug, Clone, Copy, Serialize)]
struct Near {
    gross: Money,
    amount: Money,
}

vocabulary! {
    /// How many gross salaries give an amount.
    Solutions ("solutions", "solutions")
    One = "one", "une", "one";
    Several = "several", "plusieurs", "several";
    Nearest = "nearest", "la plus proche", "nearest";
}

/// What the amount leads back to.
#[derive(Debug, Clone, Serialize)]
pub struct Found {
    /// Whether a gross salary gives exactly the amount.
    exact: bool,
    /// Whether one salary gives it, or several, or none, so that the nearest is shown.
    solutions: Solutions,
    /// The gross salaries of a year that give the amount, lowest first; the answer shows the first.
    gross: Vec<Money>,
    /// The nearest salary that gives less, where none gives the amount.
    below: Option<Near>,
    /// The nearest that gives more.
    above: Option<Near>,
    /// What the law changes between the two.
    cause: Option<StepCause>,
    /// The one to go on with.
    #[serde(skip)]
    chosen: Money,
}

/// Amounts nearer than this are one for people: the whole euros of tax make a saw of such steps.
const TELLING: f64 = 1.0;

impl Found {
    /// A gross salary that was given as such.
    pub fn exactly(gross: Money) -> Self {
        let all = vec![gross.rounded()];
        let solutions = Solutions::One;
        Self { exact: true, solutions, gross: all, below: None, above: None, cause: None, chosen: gross }
    }

    /// The gross salaries that give `yearly` under `schedule`.
    pub fn of(schedule: &Schedule<'_>, params: &PayParams, yearly: Money) -> Self {
        let basis = params.basis;
        let near = |gross: Money| {
            let figures = schedule.figures(gross, params.taxation);
            Near { gross: gross.rounded(), amount: figures.amount(basis).rounded() }
        };
        let inverse = schedule.inverse(basis, yearly, params.taxation);
        let chosen = schedule.in_cents(inverse.gross(), basis, yearly, params.taxation);
        match inverse {
            Inverse::Exact(all) => {
                let mut gross: Vec<Money> = Vec::new();
                for one in all {
                    if gross.last().is_none_or(|last| (one - *last).as_euros() > TELLING) {
                        gross.push(one.rounded());
                    }
                }
                let solutions = if gross.len() > 1 { Solutions::Several } else { Solutions::One };
                Self { exact: true, solutions, gross, below: None, above: None, cause: None, chosen }
            }
            Inverse::Between { below, above } => {
                let steps = schedule.steps(params.taxation, above.unwrap_or(chosen) + Money::euros(TELLING));
                let cause = below.and_then(|below| {
                    let at_leap = |gross: Money| (gross - below).as_euros().abs() <= 0.02;
                    steps.iter().find(|step| at_leap(step.gross)).map(|step| step.cause)
                });
                let (below, above) = (below.map(near), above.map(near));
                let (solutions, gross) = (Solutions::Nearest, vec![chosen.rounded()]);
                Self { exact: false, solutions, gross, below, above, cause, chosen }
            }
        }
    }

    /// The gross salary that the answer shows, euros a year.
    pub const fn gross(&self) -> Money {
        self.chosen
    }

    /// How many gross salaries give the amount.
    pub const fn solutions(&self) -> Solutions {
        self.solutions
    }

    /// That several salaries fit, or none; nothing where the difference is less than a euro.
    pub fn told(&self, params: &PayParams) -> Option<Text> {
        let basis = params.basis.label();
        let (fr, en) = (basis.fr.to_lowercase(), basis.en.to_lowercase());
        let per = |money: Money| match params.per {
            Per::Year => money,
            Per::Month => money / f64::from(params.pays()),
        };
        let told = |money: Money| amount(money.rounded());
        if let [first, _, ..] = self.gross.as_slice() {
            let all: Vec<Text> = self.gross.iter().copied().map(told).collect();
            let (last, rest) = all.split_last()?;
            let all = Text::joined_by([&Text::joined(rest, ", "), last], &text(" et ", " and "));
            let first = told(*first);
            return Some(Text::new(
                format!(
                    "Plusieurs salaires bruts donnent exactement ce montant ({fr}) : {} par an ; le calcul montre {}.",
                    all.fr, first.fr
                ),
                format!(
                    "Several gross salaries give exactly this amount ({en}): {} a year; {} is shown.",
                    all.en, first.en
                ),
            ));
        }
        let (below, above) = (self.below?, self.above?);
        if (above.amount - below.amount).as_euros() <= TELLING {
            return None;
        }
        let cause = self.cause.map_or_else(
            || Text::same(""),
            |cause| {
                let label = cause.label();
                Text::new(
                    format!(" Ce qui change là : {}.", lowered(&label.fr)),
                    format!(" What changes there: {}.", lowered(&label.en)),
                )
            },
        );
        let [low, high] = [below.gross, above.gross].map(told);
        let [low_gives, high_gives] = [below.amount, above.amount].map(|money| told(per(money)));
        let period = params.per.each();
        Some(Text::new(
            format!(
                "Aucun salaire ne donne exactement ce montant ({fr}) : {} brut par an donne {} {}, {} donne {} ; le calcul montre le premier.{}",
                low.fr, low_gives.fr, period.fr, high.fr, high_gives.fr, cause.fr
            ),
            format!(
                "No salary gives exactly this amount ({en}): {} gross a year gives {} {}, {} gives {}; the first is shown.{}",
                low.en, low_gives.en, period.en, high.en, high_gives.en, cause.en
            ),
        ))
    }
}

/// A label inside a sentence; an abbreviation keeps its capitals.
pub(in crate::query) fn lowered(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            let rest: String = std::iter::once(second).chain(chars).collect();
            format!("{}{rest}", first.to_lowercase())
        }
        _ => label.to_owned(),
    }
}
