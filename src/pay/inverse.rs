//! From any amount of a payslip back to the gross salary.
//!
//! The curves have leaps ([`super::steps`]), which decide what an inverse can promise. Net pay falls at some of them,
//! so an amount may be reached by several salaries: all are given. The employer's cost leaps up, so an amount inside
//! a leap is reached by none: the nearest salary on each side is given.

use serde::Serialize;

use super::interval::{Interval, bisect};
use super::schedule::{Figures, Schedule};
use super::tax::{Taxation, Taxer};
use crate::model::money::Money;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// Which amount of a payslip is known.
    Basis ("montant de départ", "starting amount")
    Gross = "gross", "Brut", "Gross", "brut";
    Net = "net", "Net avant impôt", "Net before tax", "netavantimpot", "netbeforetax";
    Taxable = "taxable", "Net imposable", "Taxable pay", "imposable", "netimposable";
    NetAfterTax = "net-after-tax", "Net après impôt", "Net after tax", "netapresimpot";
    Cost = "cost", "Coût employeur", "Employer’s cost", "cout", "coutemployeur", "employercost";
}

impl Figures {
    /// The amount of a payslip that `basis` names.
    pub const fn amount(&self, basis: Basis) -> Money {
        match basis {
            Basis::Gross => self.gross,
            Basis::Net => self.net_before_tax,
            Basis::Taxable => self.taxable,
            Basis::NetAfterTax => self.net_after_tax,
            Basis::Cost => self.employer_cost,
        }
    }
}

/// The gross salaries of a year that an amount leads back to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inverse {
    /// These give the amount, lowest first; never empty.
    Exact(Vec<Money>),
    /// None gives exactly the amount: the nearest salary that gives less and the nearest that gives more, in whole
    /// cents; `None` where there is none.
    Between {
        /// Gives less.
        below: Option<Money>,
        /// Gives more.
        above: Option<Money>,
    },
}

impl Inverse {
    /// One gross salary to go on with: the lowest that gives the amount, or the nearest that gives less.
    pub fn gross(&self) -> Money {
        let none = Money::euros(0.0);
        match self {
            Self::Exact(all) => all.first().copied().unwrap_or(none),
            Self::Between { below, above } => below.or(*above).unwrap_or(none),
        }
    }

    /// Whether a salary gives exactly the amount.
    pub const fn is_exact(&self) -> bool {
        matches!(self, Self::Exact(_))
    }
}

/// An amount this near to the wanted one is the wanted one, euros: half a cent.
const SAME: f64 = 0.005;

/// The largest amount that is looked for, euros a year; anything above is a slip and is taken for this.
const LARGEST: f64 = 1e10;

impl Schedule<'_> {
    /// Every gross salary of a year that gives `amount` a year, in the sense of `basis`.
    ///
    /// `taxation` counts for [`Basis::NetAfterTax`] only. Nothing and less gives nothing.
    ///
    /// ```
    /// use backend_career::model::money::Money;
    /// use backend_career::pay::{Basis, Inverse, Profile, Rules, Schedule, Tax};
    ///
    /// let rules: Rules = serde_json::from_str(include_str!("../../data/pay/2026.json"))?;
    /// let schedule = Schedule::new(&rules, Profile::default());
    /// let figures = schedule.figures(Money::euros(45_000.0), Tax::Neutral);
    /// let Inverse::Exact(gross) = schedule.inverse(Basis::Net, figures.net_before_tax, Tax::Neutral) else {
    ///     unreachable!()
    /// };
    /// assert_eq!(gross[0].rounded(), Money::euros(45_000.0));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn inverse(&self, basis: Basis, amount: Money, taxation: impl Into<Taxation>) -> Inverse {
        #[allow(
            clippy::manual_clamp,
            reason = "an amount that is no number counts as nothing, which `clamp` would keep"
        )]
        let target = amount.as_euros().max(0.0).min(LARGEST);
        if target <= 0.0 {
            return Inverse::Exact(vec![Money::euros(0.0)]);
        }
        match basis {
            Basis::Gross => Inverse::Exact(vec![Money::euros(target)]),
            Basis::Net => self.inverse_of(|gross| self.assess(gross).net_before_tax, target),
            Basis::Taxable => self.inverse_of(|gross| self.assess(gross).taxable, target),
            Basis::Cost => self.inverse_of(|gross| self.assess(gross).employer_cost, target),
            Basis::NetAfterTax => self.inverse_after_tax(target, &self.taxer(taxation.into())),
        }
    }

    /// One gross salary of a year that gives `amount`: see [`Inverse::gross`].
    pub fn gross_from(&self, basis: Basis, amount: Money, taxation: impl Into<Taxation>) -> Money {
        self.inverse(basis, amount, taxation).gross()
    }

    /// `gross`, an answer of [`Self::inverse`], in whole cents: of those around it the one whose amount is nearest.
    pub fn in_cents(
        &self,
        gross: Money,
        basis: Basis,
        amount: Money,
        taxation: impl Into<Taxation>,
    ) -> Money {
        let taxer = self.taxer(taxation.into());
        let cents = gross.as_euros() * 100.0;
        let miss =
            |gross: &Money| (self.figures_taxed(*gross, &taxer).amount(basis) - amount).as_euros().abs();
        [cents.round(), cents.floor(), cents.ceil()]
            .map(|cents| Money::euros(cents / 100.0))
            .into_iter()
            .min_by(|a, b| miss(a).total_cmp(&miss(b)))
            .unwrap_or(gross)
    }

    /// The lowest gross salary whose net before tax is `net`.
    pub fn gross_from_net(&self, net: Money) -> Money {
        self.gross_from(Basis::Net, net, Taxation::Neutral)
    }

    /// The lowest gross salary that leaves `net` after tax, whole euros of tax included.
    pub fn gross_from_net_after_tax(&self, net: Money, taxation: impl Into<Taxation>) -> Money {
        self.gross_from(Basis::NetAfterTax, net, taxation)
    }

    /// The highest gross salary that costs no more than `cost`: what an employer can spend is a limit.
    pub fn gross_from_cost(&self, cost: Money) -> Money {
        self.gross_from(Basis::Cost, cost, Taxation::Neutral)
    }

    /// A curve that grows between the leaps which do not depend on tax.
    fn inverse_of(&self, curve: impl Fn(f64) -> f64, target: f64) -> Inverse {
        let end = Self::end_for(&curve, target);
        let places: Vec<f64> = self.discontinuities().into_iter().map(|one| one.at).collect();
        let mut search = Search::default();
        for interval in Interval::split_at(places, end) {
            if curve(interval.start) >= target {
                search.see(interval.start, curve(interval.start), target);
            } else if curve(interval.end) < target {
                search.see(interval.end, curve(interval.end), target);
            } else {
                let (below, above) = bisect(interval, |gross| curve(gross) >= target);
                let value = curve(above);
                search.see(above, value, target);
                if (value - target).abs() > SAME {
                    search.see(below, curve(below), target);
                }
            }
        }
        search.answer()
    }

    /// Net pay after tax: between the leaps a saw of whole euros.
    fn inverse_after_tax(&self, target: f64, taxer: &Taxer<'_>) -> Inverse {
        let net = |gross: f64| self.assess(gross).net_before_tax;
        let tax = |gross: f64| taxer.exact(self.assess(gross).taxable);
        let end = Self::end_for(|gross| net(gross) - tax(gross), target);
        let places: Vec<f64> = self.discontinuities_taxed(taxer, end).into_iter().map(|one| one.at).collect();
        let mut search = Search::default();
        for interval in Interval::split_at(places, end) {
            for gross in interval.all_after_tax(net, tax, target) {
                search.exact.push(gross);
            }
            let rest = |gross: f64| net(gross) - tax(gross).round();
            search.see(interval.start, rest(interval.start), target);
            search.see(interval.end, rest(interval.end), target);
        }
        search.answer()
    }
}

/// What a search over the intervals has seen.
#[derive(Default)]
struct Search {
    exact: Vec<f64>,
    below: Option<(f64, f64)>,
    above: Option<(f64, f64)>,
}

impl Search {
    /// Remembers `gross`, whose amount is `value`, if it is the wanted one or the nearest on its side.
    fn see(&mut self, gross: f64, value: f64, target: f64) {
        if (value - target).abs() <= SAME {
            self.exact.push(gross);
        } else if value < target {
            if self.below.is_none_or(|(_, nearest)| value > nearest) {
                self.below = Some((gross, value));
            }
        } else if self.above.is_none_or(|(_, nearest)| value < nearest) {
            self.above = Some((gross, value));
        }
    }

    fn answer(mut self) -> Inverse {
        if self.exact.is_empty() {
            let cents = |gross: f64, round: fn(f64) -> f64| Money::euros(round(gross * 100.0) / 100.0);
            return Inverse::Between {
                below: self.below.map(|(gross, _)| cents(gross, f64::floor)),
                above: self.above.map(|(gross, _)| cents(gross, f64::ceil)),
            };
        }
        self.exact.sort_by(f64::total_cmp);
        // Two salaries less than a cent apart are one.
        self.exact.dedup_by(|later, earlier| *later - *earlier < 0.01);
        Inverse::Exact(self.exact.into_iter().map(Money::euros).collect())
    }
}
