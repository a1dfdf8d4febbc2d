//! Searching an amount on a curve that grows, but for jumps whose places are known.

/// A stretch of amounts between two jumps, ends included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub(super) start: f64,
    pub(super) end: f64,
}

impl Stretch {
    /// Cuts 0 … `end` after each of `jumps`, which are in order: the last amounts before the curve jumps.
    pub(super) fn cut(jumps: impl IntoIterator<Item = f64>, end: f64) -> Vec<Self> {
        let mut stretches = Vec::new();
        let mut start = 0.0;
        for jump in jumps.into_iter().filter(|jump| *jump < end) {
            stretches.push(Self { start, end: jump });
            start = jump.next_up();
        }
        stretches.push(Self { start, end });
        stretches
    }

    /// The least amount of the stretch at which `curve`, which grows on it, is at least `target`.
    pub(super) fn first(self, curve: impl Fn(f64) -> f64, target: f64) -> Option<f64> {
        if curve(self.start) >= target {
            Some(self.start)
        } else if curve(self.end) >= target {
            Some(bisect(self, |amount| curve(amount) >= target).1)
        } else {
            None
        }
    }

    /// The last amount of the stretch at which `curve`, which grows on it, is below `limit`, if it then reaches it.
    pub(super) fn last_below(self, curve: impl Fn(f64) -> f64, limit: f64) -> Option<f64> {
        let crosses = curve(self.start) < limit && curve(self.end) >= limit;
        crosses.then(|| bisect(self, |amount| curve(amount) >= limit).0)
    }

    /// The least amount at which `net` less the `tax` rounded to the euro is `target`.
    ///
    /// `net` and `net` − `tax` grow on the stretch. The rounding turns the curve into a saw: each time the tax gains a
    /// euro the rest falls by one, so up to three amounts near each other give the same rest. Within half a euro of
    /// tax, each whole tax from the lowest is tried.
    pub(super) fn first_after_tax(
        self,
        net: impl Fn(f64) -> f64,
        tax: impl Fn(f64) -> f64,
        target: f64,
    ) -> Option<f64> {
        let lowest = self.first(|amount| net(amount) - tax(amount), target - 0.5)?;
        let mut due = tax(lowest).round();
        for _ in 0..TEETH {
            let amount = self.first(&net, target + due)?;
            if tax(amount).round() <= due {
                return Some(amount);
            }
            due += 1.0;
        }
        None
    }
}

/// How many teeth of the saw are tried: many more than the two that a tax below two thirds can give.
const TEETH: usize = 16;

/// Two neighbouring numbers of the stretch: the last that is not `reached`, the first that is.
///
/// The start must not be reached and the end must be.
pub(super) fn bisect(stretch: Stretch, reached: impl Fn(f64) -> bool) -> (f64, f64) {
    let Stretch { start: mut below, end: mut above } = stretch;
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
    use super::{Stretch, beyond, bisect};

    #[test]
    fn a_bisection_ends_on_two_neighbouring_numbers() {
        let (below, above) = bisect(Stretch { start: 0.0, end: 10.0 }, |amount| amount * amount >= 2.0);
        assert!(below * below < 2.0 && above * above >= 2.0);
        assert_eq!(below.next_up().to_bits(), above.to_bits());
    }

    #[test]
    fn an_amount_that_is_never_reached_ends_the_search() {
        assert!(beyond(|_| 0.0, 1.0).is_finite());
        assert!(beyond(|amount| amount, f64::INFINITY).is_finite());
        assert_eq!(Stretch { start: 0.0, end: 10.0 }.first(|amount| amount, 11.0), None);
    }

    #[test]
    fn the_first_of_several_amounts_with_the_same_rest_is_returned() {
        let stretch = Stretch { start: 0.0, end: 100.0 };
        let first = stretch.first_after_tax(|amount| amount, |amount| amount * 0.4, 6.0).unwrap();
        assert!((first - 10.0).abs() < 1e-9, "{first}");
        let tooth = stretch.first_after_tax(|amount| amount, |amount| amount * 0.4, 6.3).unwrap();
        assert!((tooth - 10.3).abs() < 1e-9, "{tooth}");
    }
}
