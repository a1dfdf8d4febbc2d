//! What a step from one level to the next is worth, as each source's own figures show it.
//!
//! A gap is only ever taken between two figures of one source: across sources it would
//! measure their disagreement, not a career.

use std::collections::BTreeMap;

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
///
/// Several figures of a source for one level count as one span, so that there is a gap for each source and pair of levels.
pub fn between_levels<'a>(
    observations: &[&'a Observation],
    factors: &[&'a Factor],
    per: Per,
    asked: &dyn Fn(&Seniority) -> bool,
) -> Vec<Gap<'a>> {
    let spans = spans(observations, per);
    let mut gaps: Vec<Gap<'a>> = Vec::new();
    for (at, from) in Seniority::ALL.iter().enumerate() {
        for to in &Seniority::ALL[at + 1..] {
            let gap = |(source, levels): &(&'a SourceId, BTreeMap<Seniority, Range<Money>>)| {
                Some(between(source, (*from, *levels.get(from)?), (*to, *levels.get(to)?)))
            };
            gaps.extend(spans.iter().filter_map(gap));
        }
    }
    gaps.extend(factors.iter().filter_map(|factor| claimed(factor, per)));
    gaps.retain(|gap| asked(&gap.from) || asked(&gap.to));
    gaps
}

/// What each source says of each level, sources in the order in which they speak.
fn spans<'a>(
    observations: &[&'a Observation],
    per: Per,
) -> Vec<(&'a SourceId, BTreeMap<Seniority, Range<Money>>)> {
    let mut place: BTreeMap<&SourceId, usize> = BTreeMap::new();
    let mut spans: Vec<(&SourceId, BTreeMap<Seniority, Range<Money>>)> = Vec::new();
    for one in observations {
        let Some(level) = one.level else { continue };
        let stated = one.stated.over(per);
        let at = *place.entry(&one.source).or_insert_with(|| {
            spans.push((&one.source, BTreeMap::new()));
            spans.len() - 1
        });
        let levels = &mut spans[at].1;
        let span = levels.get(&level).map_or(stated, |known| wider(*known, stated));
        levels.insert(level, span);
    }
    spans
}

/// From the lower low end to the higher high end; an end that one of them leaves open stays open.
fn wider(one: Range<Money>, other: Range<Money>) -> Range<Money> {
    let low = one.low.zip(other.low).map(|(one, other)| one.min(other));
    let high = one.high.zip(other.high).map(|(one, other)| one.max(other));
    Range { low, high }
}

fn between(
    source: &SourceId,
    (from, lower): (Seniority, Range<Money>),
    (to, higher): (Seniority, Range<Money>),
) -> Gap<'_> {
    let difference = |to: Option<Money>, from: Option<Money>| to.zip(from).map(|(to, from)| to - from);
    let (low, high) = (difference(higher.low, lower.high), difference(higher.high, lower.low));
    Gap { from, to, source, low, high, claimed: false }
}

fn claimed(factor: &Factor, per: Per) -> Option<Gap<'_>> {
    let gap = factor.gap?;
    let Range { low, high } = factor.effect?.over(per);
    Some(Gap { from: gap.from, to: gap.to, source: factor.sources.first()?, low, high, claimed: true })
}
