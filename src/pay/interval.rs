//! Searching an amount on a curve that grows, but for jumps whose places are known.

/// An interval of amounts between two jumps, ends included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Interval {
    pub(super) start: f64,
    pub(super) end: f64,
}

impl Interval {
    /// Splits 0 … `end` after each of `jumps`, which are in order: the last amounts before the curve jumps.
    pub(super) fn split_at(jumps: impl IntoIterator<Item = f64>, end: f64) -> Vec<Self> {
        let mut intervals = Vec::new();
        let mut start = 0.0;
        for jump in jumps.into_iter().filter(|jump| *jump < end) {
            intervals.push(Self { start, end: jump });
            start = jump.next_up();
        }
        intervals.push(Self { start, end });
        intervals
    }

    /// The least amount of the interval at which `curve`, which grows on it, is at least `target`.
    pub(super) fn first(self, curve: impl Fn(f64) -> f64, target: f64) -> Option<f64> {
        if curve(self.start) >= target {
            Some(self.start)
        } else if curve(self.end) >= target {
            Some(bisect(self, |amount| curve(amount) >= target).1)
        } else {
            None
        }
    }

    /// The last amount of the interval at which `curve`, which grows on it, is below `limit`, if it then reaches it.
    pub(super) fn last_below(self, curve: impl Fn(f64) -> f64, limit: f64) -> Option<f64> {
        let crosses = curve(self.start) < limit && curve(self.end) >= limit;
        crosses.then(|| bisect(self, |amount| curve(amount) >= limit).0)
    }

    /// Every amount at which `net` less the `tax` rounded to the euro is `target`, lowest first.
    ///
    /// `net` and `net` − `tax` grow on the interval. The rounding turns the curve into a saw: each time the tax gains a
    /// euro the rest falls by one, so a few amounts near each other give the same rest. Within half a euro of tax,
    /// each whole tax is tried.
    pub(super) fn all_after_tax(
        self,
        net: impl Fn(f64) -> f64,
        tax: impl Fn(f64) -> f64,
        target: f64,
    ) -> Vec<f64> {
        let rest = |amount: f64| net(amount) - tax(amount);
        let Some(lowest) = self.first(rest, target - 0.5 - SLACK) else { return Vec::new() };
        let highest = self.first(rest, target + 0.5 + SLACK).unwrap_or(self.end);
        let (mut due, last) = (tax(lowest).round(), tax(highest).round());
        let mut found = Vec::new();
        for _ in 0..MAX_ROUNDING_STEPS {
            if due > last {
                break;
            }
            let amount = self.first(&net, target + due);
            found.extend(amount.filter(|amount| {
                (tax(*amount).round() - due).abs() < 0.5 && (net(*amount) - due - target).abs() <= SLACK
            }));
            due += 1.0;
        }
        found
    }
}

/// What the last digits of a floating-point amount may be off by, euros; far below a cent.
const SLACK: f64 = 1e-4;

/// How many whole taxes are tried: many more than the three that a tax below two thirds can give.
const MAX_ROUNDING_STEPS: usize = 64;

/// Two neighbouring numbers of the interval: the last that is not `reached`, the first that is.
///
/// The start must not be reached and the end must be.
pub(super) fn bisect(interval: Interval, reached: impl Fn(f64) -> bool) -> (f64, f64) {
    let Interval { start: mut below, end: mut above } = interval;
    loop {
        let middle = below.midpoint(above);
        if middle <= below || middle >= above {
            return (below, above);
        }
        if reached(middle) {
            above = middle;
        } else {
            below = middle;
        }
    }
}

/// An amount at which `curve` is at least `target`, found by doubling.
pub(super) fn beyond(curve: impl Fn(f64) -> f64, target: f64) -> f64 {
    let mut amount = 1024.0;
    while curve(amount) < target && amount < LARGEST {
        amount *= 2.0;
    }
    amount
}

/// Where doubling stops, so that an absurd target ends too: euros are no longer exact to the cent there.
const LARGEST: f64 = 1e13;

#[cfg(test)]
mod tests {
    use super::{Interval, beyond, bisect};

    #[test]
    fn a_bisection_ends_on_two_neighbouring_numbers() {
        let (below, above) = bisect(Interval { start: 0.0, end: 10.0 }, |amount| amount * amount >= 2.0);
        assert!(below * below < 2.0 && above * above >= 2.0);
        assert_eq!(below.next_up().to_bits(), above.to_bits());
    }

    #[test]
    fn an_amount_that_is_never_reached_ends_the_search() {
        assert!(beyond(|_| 0.0, 1.0).is_finite());
        assert!(beyond(|amount| amount, f64::INFINITY).is_finite());
        assert_eq!(Interval { start: 0.0, end: 10.0 }.first(|amount| amount, 11.0), None);
    }

    #[test]
    fn every_amount_with_the_same_rest_is_returned() {
        let interval = Interval { start: 0.0, end: 100.0 };
        let all = interval.all_after_tax(|amount| amount, |amount| amount * 0.4, 6.3);
        assert_eq!(all.len(), 2, "{all:?}");
        assert!((all[0] - 10.3).abs() < 1e-6 && (all[1] - 11.3).abs() < 1e-6, "{all:?}");
    }
}
