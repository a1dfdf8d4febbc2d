//! What a step from one level to the next is worth, as each source's own figures show it.
//!
//! A gap is only ever taken between two figures of one source: across sources it would
//! measure their disagreement, not a career.

use serde::Serialize;

use crate::model::id::SourceId;
use crate::model::money::{Money, Range};
use crate::model::salary::{Factor, Observation};
use crate::model::vocabulary::{Per, Seniority, Vocabulary};

/// How much more a level earns than a lower one, in euros over the asked period.
#[derive(Debug, Clone, Serialize)]
pub struct Gap<'a> {
    /// The lower level.
    pub from: Seniority,
    /// The higher level.
    pub to: Seniority,
    /// Who says so.
    pub source: &'a SourceId,
    /// The least the step adds; `None` if an upper bound is involved.
    pub low: Option<Money>,
    /// The most it adds.
    pub high: Option<Money>,
    /// True if the source claims the gap in words instead of showing it by figures.
    pub claimed: bool,
}

/// The gaps that touch an asked level: figures first, then claims.
pub fn between_levels<'a>(
    observations: &[&'a Observation],
    factors: &[&'a Factor],
    per: Per,
    asked: &dyn Fn(&Seniority) -> bool,
) -> Vec<Gap<'a>> {
    let mut gaps: Vec<Gap<'a>> = Vec::new();
    for (at, from) in Seniority::ALL.iter().enumerate() {
        for to in &Seniority::ALL[at + 1..] {
            let of = |level: Seniority| observations.iter().filter(move |one| one.level == Some(level));
            let pairs = of(*from).flat_map(|low| of(*to).map(move |high| (low, high)));
            let same_source = pairs.filter(|(low, high)| low.source == high.source);
            gaps.extend(same_source.filter_map(|(low, high)| between(low, high, per)));
        }
    }
    gaps.extend(factors.iter().filter_map(|factor| claimed(factor, per)));
    gaps.retain(|gap| asked(&gap.from) || asked(&gap.to));
    gaps
}

fn between<'a>(from: &'a Observation, to: &'a Observation, per: Per) -> Option<Gap<'a>> {
    let (lower, higher) = (from.stated.over(per), to.stated.over(per));
    let difference = |to: Option<Money>, from: Option<Money>| to.zip(from).map(|(to, from)| to - from);
    Some(Gap {
        from: from.level?,
        to: to.level?,
        source: &from.source,
        low: difference(higher.low, lower.high),
        high: difference(higher.high, lower.low),
        claimed: false,
    })
}

fn claimed(factor: &Factor, per: Per) -> Option<Gap<'_>> {
    let gap = factor.gap?;
    let Range { low, high } = factor.effect?.over(per);
    Some(Gap { from: gap.from, to: gap.to, source: factor.sources.first()?, low, high, claimed: true })
}
