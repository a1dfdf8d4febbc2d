//! How an offer compares with one figure, and in which part of a survey's distribution it falls.

use serde::Serialize;

use crate::model::figure::{Spread, Statistic};
use crate::model::money::{Money, Range};
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// Where an offer stands against a figure.
    Verdict ("verdict", "verdict")
    Below = "below", "en dessous", "below";
    Equal = "equal", "égale", "equal";
    Within = "within", "dans la fourchette", "within";
    Covered = "covered", "compris dans l’offre", "inside the offer";
    Overlapping = "overlapping", "en partie dedans", "partly within";
    Above = "above", "au-dessus", "above";
}

vocabulary! {
    /// A point of a distribution.
    Percentile ("centile", "percentile")
    P10 = "p10", "premier décile", "first decile";
    P25 = "p25", "premier quartile", "first quartile";
    Median = "median", "médiane", "median";
    P75 = "p75", "troisième quartile", "third quartile";
    P90 = "p90", "neuvième décile", "ninth decile";
}

/// The part of a distribution that an offer falls in, between two points that the survey gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The highest known point that the offer reaches; `None` below all of them.
    pub above: Option<Percentile>,
    /// The lowest known point that the offer stays below; `None` above all of them.
    pub below: Option<Percentile>,
}

/// Below the low end, above the high end, or within, and by how much.
///
/// The amount is `None` where there is nothing to measure: under a ceiling, over a minimum, partly within, or where an
/// offer that is a range covers the figure. An offer is a range with equal ends unless it is stated as a range.
pub fn judge(offer: Range<Money>, figure: Range<Money>) -> (Verdict, Option<Money>) {
    let (Some(least), Some(most)) = (offer.low, offer.high) else { return (Verdict::Within, None) };
    match (figure.low, figure.high) {
        (Some(low), _) if most < low => (Verdict::Below, Some(most - low)),
        (_, Some(high)) if least > high => (Verdict::Above, Some(least - high)),
        (Some(low), Some(high)) if low == high && least == most => (Verdict::Equal, Some(Money::default())),
        (Some(low), Some(high)) if least <= low && high <= most && least < most => (Verdict::Covered, None),
        (low, high) => {
            let inside = low.is_none_or(|low| low <= least) && high.is_none_or(|high| most <= high);
            let verdict = if inside { Verdict::Within } else { Verdict::Overlapping };
            (verdict, figure.low.and(figure.high).filter(|_| inside).map(|_| Money::default()))
        }
    }
}

/// The part of a figure's distribution that an amount falls in; `None` without at least two known points.
pub fn part(amount: Money, centre: Option<Money>, statistic: Statistic, spread: &Spread) -> Option<Part> {
    let median = spread.median.or(centre.filter(|_| statistic == Statistic::Median));
    let points = [
        (Percentile::P10, spread.p10),
        (Percentile::P25, spread.p25),
        (Percentile::Median, median),
        (Percentile::P75, spread.p75),
        (Percentile::P90, spread.p90),
    ];
    let known = || points.iter().filter_map(|(percentile, point)| Some((*percentile, (*point)?)));
    if known().count() < 2 {
        return None;
    }
    let above = known().rfind(|(_, point)| *point <= amount);
    let below = known().find(|(_, point)| amount < *point);
    Some(Part {
        above: above.map(|(percentile, _)| percentile),
        below: below.map(|(percentile, _)| percentile),
    })
}

#[cfg(test)]
mod tests {
    use super::{Part, Percentile, Verdict, judge, part};
    use crate::model::figure::{Spread, Statistic};
    use crate::model::money::{Money, Range};

    fn one(euros: f64) -> Range<Money> {
        Range::between(Money::euros(euros), Money::euros(euros))
    }

    #[test]
    fn an_offer_is_judged_against_the_nearer_end() {
        let euros = |amount: f64| Some(Money::euros(amount));
        let range = Range::between(Money::euros(45.0), Money::euros(55.0));
        assert_eq!(judge(one(40.0), range), (Verdict::Below, euros(-5.0)));
        assert_eq!(judge(one(45.0), range), (Verdict::Within, euros(0.0)));
        assert_eq!(judge(one(60.0), range), (Verdict::Above, euros(5.0)));
    }

    #[test]
    fn nothing_is_measured_under_a_ceiling_or_over_a_minimum() {
        let ceiling = Range { low: None, high: Some(Money::euros(54.0)) };
        assert_eq!(judge(one(1.0), ceiling), (Verdict::Within, None));
        assert_eq!(judge(one(55.0), ceiling), (Verdict::Above, Some(Money::euros(1.0))));
        let minimum = Range { low: Some(Money::euros(50.0)), high: None };
        assert_eq!(judge(one(55.0), minimum), (Verdict::Within, None));
        assert_eq!(judge(one(45.0), minimum), (Verdict::Below, Some(Money::euros(-5.0))));
    }

    #[test]
    fn an_offer_equal_to_a_single_figure_is_equal_and_a_range_may_overlap() {
        assert_eq!(judge(one(45.0), one(45.0)), (Verdict::Equal, Some(Money::euros(0.0))));
        let offer = Range::between(Money::euros(40.0), Money::euros(50.0));
        let figure = Range::between(Money::euros(45.0), Money::euros(55.0));
        assert_eq!(judge(offer, figure), (Verdict::Overlapping, None));
        assert_eq!(judge(offer, one(45.0)), (Verdict::Covered, None));
        assert_eq!(judge(offer, one(40.0)), (Verdict::Covered, None));
    }

    #[test]
    fn a_part_lies_between_the_points_that_are_known() {
        let point = |euros: f64| Some(Money::euros(euros));
        let spread = Spread { p10: point(33.7), p90: point(62.0), ..Spread::default() };
        let of = |euros: f64| part(Money::euros(euros), point(45.0), Statistic::Median, &spread);
        assert_eq!(of(48.0), Some(Part { above: Some(Percentile::Median), below: Some(Percentile::P90) }));
        assert_eq!(of(30.0), Some(Part { above: None, below: Some(Percentile::P10) }));
        assert_eq!(of(70.0), Some(Part { above: Some(Percentile::P90), below: None }));
        assert_eq!(part(Money::euros(1.0), point(45.0), Statistic::Mean, &Spread::default()), None);
    }
}
