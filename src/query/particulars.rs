//! What people must know of a figure of pay to read its amount: whom of a population it is about, and how it spreads.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::cite::Citations;
use crate::model::figure::{EmployerKind, Spread, Statistic};
use crate::model::money::{Money, Range};
use crate::model::salary::Observation;
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::report::Distribution;

/// Where there are many figures, this many of each wider population are shown beside those of the job.
const SHOWN_OF_WIDER: usize = 2;

/// The ends and the centre of a distribution to draw; `None` without a centre and two ends on the same terms.
///
/// `stated` is the figure itself, over the same period as `spread`.
pub fn distribution(
    stated: Range<Money>,
    statistic: Statistic,
    spread: &Spread,
) -> Option<(Range<Money>, Distribution)> {
    let stated_as = |wanted| stated.low.filter(|_| statistic == wanted);
    let median = spread.median.or(stated_as(Statistic::Median));
    let centre = median.or(spread.mean).or(stated_as(Statistic::Mean))?;
    let (low, high, of_quartiles) = match (spread.p10, spread.p90, spread.p25, spread.p75) {
        (Some(low), Some(high), ..) => (low, high, false),
        (.., Some(low), Some(high)) => (low, high, true),
        _ => return None,
    };
    Some((Range::between(low, high), Distribution { centre, is_mean: median.is_none(), of_quartiles }))
}

/// What makes a figure one of few: its level beside a population of all levels, its employers, its place, its language.
///
/// Empty for a figure about everyone it is shown under.
pub fn particulars(one: &Observation) -> Vec<Text> {
    let is_wider = !one.population.is_back_end();
    let experienced = one.experience_years.and_then(|years| years.low).filter(|_| one.level.is_none());
    let level = one.level.map(|level| level.label().map(str::to_lowercase)).or_else(|| {
        let years = experienced?;
        Some(Text::new(format!("{years} ans de métier et plus"), format!("{years} years and more")))
    });
    let package = text("primes et avantages compris", "bonuses and benefits included");
    [
        level.filter(|_| is_wider),
        one.employer.map(EmployerKind::label),
        one.region.clone(),
        one.technology.as_deref().map(Text::same),
        one.package.then_some(package),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The same in one text; the source's own word where nothing else tells a figure from the others shown of its source.
pub fn told_apart(one: &Observation, is_alone: bool) -> Option<Text> {
    let particulars = particulars(one);
    match particulars.as_slice() {
        [] if is_alone => None,
        [] => Some(Text::new(format!("« {} »", one.label), format!("“{}”", one.label))),
        some => Some(Text::joined(some, ", ").spaced()),
    }
}

/// Of the figures of a wider population, those that say most of all of it: of everyone before a few, the newest first,
/// a survey's distribution before a figure, and of several sources rather than of one.
pub fn most_telling<'o, T>(
    all: impl IntoIterator<Item = T>,
    observation: impl Fn(&T) -> &'o Observation,
    citations: &Citations<'_>,
) -> Vec<T> {
    let mut sorted: Vec<T> = all.into_iter().collect();
    sorted.sort_by_key(|one| {
        let one = observation(one);
        let years = one.experience_years.and_then(|years| years.low);
        // Everyone, then the levels, then what is beyond them.
        let rank = match one.level {
            None if years.is_none() => 0,
            Some(level) => 1 + level as u8,
            None => u8::MAX,
        };
        (rank, years, particulars(one).len(), Reverse(one.year), one.spread.is_none(), one.confidence)
    });
    let mut heard = HashSet::new();
    let (first, others): (Vec<T>, Vec<T>) =
        sorted.into_iter().partition(|one| heard.insert(citations.short(&observation(one).source).en));
    first.into_iter().chain(others).take(SHOWN_OF_WIDER).collect()
}

#[cfg(test)]
mod tests {
    use super::distribution;
    use crate::model::figure::{Spread, Statistic};
    use crate::model::money::{Money, Range};

    fn spread(p10: Option<f64>, p25: Option<f64>, p75: Option<f64>, p90: Option<f64>) -> Spread {
        let [p10, p25, p75, p90] = [p10, p25, p75, p90].map(|point| point.map(Money::euros));
        Spread { p10, p25, p75, p90, ..Spread::default() }
    }

    #[test]
    fn ends_on_the_same_terms_make_a_distribution_and_others_do_not() {
        let stated = Range::between(Money::euros(39_450.0), Money::euros(39_450.0));
        let quartiles = spread(None, Some(33_000.0), Some(46_000.0), Some(56_466.0));
        let (ends, drawn) = distribution(stated, Statistic::Mean, &quartiles).unwrap();
        assert_eq!(ends, Range::between(Money::euros(33_000.0), Money::euros(46_000.0)));
        assert!(drawn.is_mean && drawn.of_quartiles && Some(drawn.centre) == stated.low);
        let uneven = spread(None, Some(33_000.0), None, Some(56_466.0));
        assert_eq!(distribution(stated, Statistic::Mean, &uneven), None);
        let mean = Some(Money::euros(45_000.0));
        let deciles = Spread { mean, ..spread(Some(30_000.0), None, None, Some(60_000.0)) };
        let (_, drawn) = distribution(stated, Statistic::Median, &deciles).unwrap();
        assert!(!drawn.is_mean && !drawn.of_quartiles, "a median is the better centre");
    }
}
