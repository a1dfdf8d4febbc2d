//! How income tax is reckoned: the default rate of withholding, one's own rate, or the scale for a household.

use serde::Serialize;

use super::household::{Household, Quotient};
use crate::model::rules::{IncomeTax, NeutralRates, Rate};
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// How an employee's income tax is computed, where no household and no own rate is given.
    Tax ("calcul de l’impôt", "tax method")
    Neutral = "neutral", "Taux neutre", "Neutral rate", "tauxneutre", "neutre", "default", "defaultrate";
    Scale = "scale", "Barème", "Scale", "bareme";
}

/// How income tax is computed, with all it needs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "method", rename_all = "kebab-case")]
pub enum Taxation {
    /// The default rate of withholding, which does not depend on the household.
    Neutral,
    /// The yearly scale for a household.
    Scale(Household),
    /// The rate of one's tax notice, on taxable pay.
    Own {
        /// The rate.
        rate: Rate,
    },
}

impl From<Tax> for Taxation {
    fn from(tax: Tax) -> Self {
        match tax {
            Tax::Neutral => Self::Neutral,
            Tax::Scale => Self::Scale(Household::default()),
        }
    }
}

/// The highest own rate that is taken: above the scale's last bracket with the contribution on high incomes (49 %),
/// so anything above is a slip. It also keeps every net above zero.
pub const MAX_OWN_RATE: f64 = 0.6;

impl Taxation {
    /// One's own rate of withholding, in percent; `None` if it is below 0 or above [`MAX_OWN_RATE`].
    pub fn own_percent(percent: f64) -> Option<Self> {
        let is_rate = (0.0..=MAX_OWN_RATE * 100.0).contains(&percent);
        is_rate.then(|| Self::Own { rate: Rate::percent(percent) })
    }

    /// The name of the method: `neutral`, `scale` or `own-rate`.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Scale(_) => "scale",
            Self::Own { .. } => "own-rate",
        }
    }
}

/// A tax due: whole euros, and the share of taxable pay it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Due {
    pub(super) rate: f64,
    pub(super) amount: f64,
    pub(super) household: f64,
}

/// A way of taxing prepared once, then asked for as many amounts as needed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Taxer<'rules> {
    Neutral(&'rules IncomeTax),
    Scale {
        rules: &'rules IncomeTax,
        quotient: Quotient<'rules>,
        /// Whether the deduction for working costs applies.
        deducts: bool,
    },
    Own(f64),
}

impl<'rules> Taxer<'rules> {
    /// For pay, which has the deduction for working costs.
    pub(super) fn of_pay(rules: &'rules IncomeTax, taxation: Taxation) -> Self {
        Self::new(rules, taxation, true)
    }

    /// For a profit, which has no deduction.
    pub(super) fn of_profit(rules: &'rules IncomeTax, taxation: Taxation) -> Self {
        Self::new(rules, taxation, false)
    }

    fn new(rules: &'rules IncomeTax, taxation: Taxation, deducts: bool) -> Self {
        match taxation {
            Taxation::Neutral => Self::Neutral(rules),
            Taxation::Scale(household) => {
                Self::Scale { rules, quotient: Quotient::new(rules, household), deducts }
            }
            Taxation::Own { rate } => Self::Own(rate.as_fraction().clamp(0.0, MAX_OWN_RATE)),
        }
    }

    /// The tax of everybody who is taxed together, before rounding and before the least that is collected.
    pub(super) fn household(&self, taxable: f64) -> f64 {
        match self {
            Self::Neutral(rules) => taxable * rules.neutral.rate(taxable / 12.0),
            Self::Scale { rules, quotient, deducts } => {
                quotient.exact(if *deducts { taxable - rules.deduction.on(taxable) } else { taxable })
            }
            Self::Own(rate) => taxable * rate,
        }
    }

    /// One's own tax before rounding: of a couple's tax the share of one's own taxable income, as the household's
    /// rate of withholding has it (code général des impôts, art. 204 H).
    pub(super) fn exact(&self, taxable: f64) -> f64 {
        let tax = self.household(taxable);
        match self {
            Self::Scale { quotient, .. } if quotient.collected(tax) <= 0.0 => 0.0,
            Self::Scale { quotient, .. } => tax * quotient.own_share(taxable),
            Self::Neutral(_) | Self::Own(_) => tax,
        }
    }

    /// The tax on a year's taxable amount.
    pub(super) fn due(&self, taxable: f64) -> Due {
        let amount = self.exact(taxable).round();
        let household = match self {
            Self::Scale { quotient, .. } => quotient.collected(self.household(taxable)),
            Self::Neutral(_) | Self::Own(_) => amount,
        };
        let rate = match self {
            Self::Neutral(rules) => rules.neutral.rate(taxable / 12.0),
            Self::Own(rate) => *rate,
            Self::Scale { .. } if taxable > 0.0 => amount / taxable,
            Self::Scale { .. } => 0.0,
        };
        Due { rate, amount, household }
    }

    /// The yearly taxable pay at which the rate of withholding leaps.
    pub(super) fn leaps(&self) -> Vec<f64> {
        match self {
            Self::Neutral(rules) => {
                let steps = rules.neutral.steps.iter();
                steps.filter_map(|step| step.below_monthly).map(|limit| limit.as_euros() * 12.0).collect()
            }
            Self::Scale { .. } | Self::Own(_) => Vec::new(),
        }
    }

    /// The exact tax from which any is collected.
    pub(super) fn collected_from(&self) -> Option<f64> {
        match self {
            Self::Scale { rules, .. } => Some(rules.collection.min.as_euros() - 0.5),
            Self::Neutral(_) | Self::Own(_) => None,
        }
    }
}

impl NeutralRates {
    /// The rate for a month's taxable pay: that of the first step above it.
    ///
    /// Source: code général des impôts, art. 204 H.
    pub(super) fn rate(&self, monthly: f64) -> f64 {
        let step =
            self.steps.iter().find(|step| step.below_monthly.is_none_or(|end| monthly < end.as_euros()));
        step.or(self.steps.last()).map_or(0.0, |step| step.rate.as_fraction())
    }
}
