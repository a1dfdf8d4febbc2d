//! Which figures a question asks for, and which of its conditions left none.

use std::cmp::Reverse;

use super::SalaryParams;
use crate::model::error::Reason;
use crate::model::figure::names_word;
use crate::model::id::SourceId;
use crate::model::name::Unknown;
use crate::model::salary::{Factor, Observation};
use crate::model::text::{Lang, Text, text};
use crate::query::cite::Citations;

/// An option, and whether a figure meets what it asks.
type Condition<'s> = (&'static str, Box<dyn Fn(&Observation) -> bool + 's>);

/// The conditions of a question, with its sources found.
pub struct Selection<'p, 'a> {
    params: &'p SalaryParams,
    only: Vec<&'a SourceId>,
    without: Vec<&'a SourceId>,
}

impl<'p, 'a> Selection<'p, 'a> {
    /// The conditions of `params`.
    ///
    /// # Errors
    /// Fails if a source or the region is unknown.
    pub fn new(
        params: &'p SalaryParams,
        citations: &Citations<'a>,
        observations: &[Observation],
    ) -> Result<Self, Reason> {
        let only = citations.matching(&params.sources)?;
        let without = citations.matching(&params.without)?;
        if let Some(wanted) = &params.region {
            let regions = || observations.iter().filter_map(|one| one.region.as_ref());
            if !regions().any(|region| is_named(region, wanted)) {
                return Err(unknown_region(wanted, regions));
            }
        }
        Ok(Self { params, only, without })
    }

    /// Whether something other than the level narrows the answer.
    pub fn is_narrow(&self) -> bool {
        let SalaryParams { populations, since, employers, region, .. } = self.params;
        !(self.only.is_empty()
            && self.without.is_empty()
            && populations.is_empty()
            && since.is_none()
            && employers.is_empty()
            && region.is_none())
    }

    /// Whether what is asked for is named: a level, a population, a source, an employer or a region.
    pub fn names_few(&self) -> bool {
        let SalaryParams { levels, populations, employers, region, .. } = self.params;
        !(levels.is_empty() && populations.is_empty() && employers.is_empty() && self.only.is_empty())
            || region.is_some()
    }

    /// Whether a source is asked for.
    pub fn hears(&self, id: &SourceId) -> bool {
        (self.only.is_empty() || self.only.contains(&id)) && !self.without.contains(&id)
    }

    /// Whether a factor or a trend is asked for.
    pub fn says(&self, factor: &Factor) -> bool {
        factor.sources.iter().any(|id| self.hears(id))
            && self.params.since.is_none_or(|since| factor.year.is_some_and(|year| year >= since))
    }

    /// The figures asked for, the newest first and the undated last.
    pub fn observations(&self, all: &'a [Observation]) -> Vec<&'a Observation> {
        let conditions = self.conditions();
        let meets = |one: &&Observation| conditions.iter().all(|(_, meets)| meets(one));
        let mut found: Vec<&Observation> = all.iter().filter(meets).collect();
        found.sort_by_key(|one| Reverse(one.year));
        found
    }

    /// Every condition with the option that states it.
    fn conditions(&self) -> [Condition<'_>; 6] {
        let params = self.params;
        let of_population =
            |one: &Observation| params.populations.is_empty() || params.populations.contains(&one.population);
        [
            ("--source", Box::new(|one| self.hears(&one.source))),
            ("--population", Box::new(of_population)),
            (
                "--since",
                Box::new(|one| params.since.is_none_or(|since| one.year.is_some_and(|year| year >= since))),
            ),
            (
                "--employer",
                Box::new(|one| {
                    let kinds = &params.employers;
                    kinds.is_empty() || one.employer.is_some_and(|kind| kinds.contains(&kind))
                }),
            ),
            (
                "--region",
                Box::new(|one| {
                    params.region.as_ref().is_none_or(|wanted| {
                        one.region.as_ref().is_some_and(|region| is_named(region, wanted))
                    })
                }),
            ),
            (
                "--level",
                Box::new(|one| {
                    params.levels.is_empty() || one.level.is_some_and(|level| params.levels.contains(&level))
                }),
            ),
        ]
    }

    /// What to say beside the answer: which condition left nothing, and what was left out.
    pub fn remarks(&self, all: &[Observation], found: &[&Observation]) -> Vec<Text> {
        let conditions = self.conditions();
        if !found.is_empty() {
            let meets_the_rest = |one: &&Observation| {
                conditions.iter().all(|(option, meets)| *option == "--since" || meets(one))
            };
            let undated = all.iter().filter(|one| one.year.is_none()).filter(meets_the_rest).count();
            return self
                .params
                .since
                .filter(|_| undated > 0)
                .map(|_| undated_left_out(undated))
                .into_iter()
                .collect();
        }
        let mut left: Vec<&Observation> = all.iter().collect();
        for (option, meets) in &conditions {
            left.retain(|one| meets(one));
            if left.is_empty() {
                return vec![Text::new(
                    format!(
                        "aucun chiffre : c’est `{option}` qui n’en laisse aucun ; `backend-career salary` les montre tous"
                    ),
                    format!(
                        "no figure for this request: `{option}` leaves none; `backend-career salary` shows them all"
                    ),
                )];
            }
        }
        Vec::new()
    }
}

/// That no figure is about a region, with those that some are about, in each language.
fn unknown_region<'t, R: Iterator<Item = &'t Text>>(wanted: &str, regions: impl Fn() -> R) -> Reason {
    let message = |lang| {
        let mut known: Vec<&str> = regions().map(|region| region.in_lang(lang)).collect();
        known.sort_unstable();
        known.dedup();
        Unknown::new(text("région", "region"), wanted, known).message()
    };
    Reason::Usage(Text::literal(message(Lang::Fr).fr.into_owned(), message(Lang::En).en.into_owned()))
}

fn undated_left_out(count: usize) -> Text {
    if count == 1 {
        return text("un chiffre sans date n’est pas montré", "one undated figure is not shown");
    }
    Text::new(
        format!("{count} chiffres sans date ne sont pas montrés"),
        format!("{count} undated figures are not shown"),
    )
}

fn is_named(region: &Text, wanted: &str) -> bool {
    [Lang::Fr, Lang::En].iter().any(|lang| names_word(region.in_lang(*lang), wanted))
}
