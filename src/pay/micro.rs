//! The micro-entrepreneur: what a turnover leaves, and which turnover leaves an amount.
//!
//! Source of the formulas: code de la sécurité sociale, art. L613-7; code général des impôts, art. 50-0, 102 ter and
//! 151-0. The Urssaf rounds contributions each month, so its figures differ by a few hundredths of a percent.

use serde::Serialize;

use super::stretch::{Stretch, beyond};
use crate::model::money::Money;
use crate::model::rules::{Regime, Rules};
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// What kind of activity the turnover comes from. A developer who sells services is `bnc` by default.
    MicroKind ("activité", "activity")
    Bnc = "bnc", "Profession libérale (BNC)", "Liberal profession (BNC)", "liberal";
    BicCommercial = "bic-commercial", "Services commerciaux (BIC)", "Commercial services (BIC)", "commercial";
    BicArtisanal = "bic-artisanal", "Services artisanaux (BIC)", "Craft services (BIC)", "artisanal", "craft";
}

vocabulary! {
    /// How a micro-entrepreneur pays income tax.
    MicroTax ("calcul de l’impôt", "tax method")
    Scale = "scale", "Barème", "Scale", "bareme";
    Flat = "flat", "Versement libératoire", "Flat payment", "versementliberatoire", "liberatoire";
}

/// What a turnover leaves, in euros a year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct MicroFigures {
    /// The turnover.
    pub turnover: Money,
    /// Social contributions, training and chamber.
    pub contributions: Money,
    /// What is left after them.
    pub net_before_tax: Money,
    /// What the scale is applied to.
    pub taxable: Money,
    /// Income tax: whole euros by the scale, euros and cents if flat.
    pub tax: Money,
    /// What is left after tax.
    pub net_after_tax: Money,
    /// The turnover is above the ceiling: the status would be lost, the figures are computed all the same.
    pub ceiling_exceeded: bool,
}

/// A micro-entrepreneur of one kind under the rules of a year.
#[derive(Debug, Clone, Copy)]
pub struct Micro<'rules> {
    rules: &'rules Rules,
    regime: &'rules Regime,
}

impl<'rules> Micro<'rules> {
    /// The micro-entrepreneur of this `kind`.
    pub fn new(rules: &'rules Rules, kind: MicroKind) -> Self {
        let regime = match kind {
            MicroKind::Bnc => &rules.micro.bnc,
            MicroKind::BicCommercial => &rules.micro.bic_commercial,
            MicroKind::BicArtisanal => &rules.micro.bic_artisanal,
        };
        Self { rules, regime }
    }

    /// What `turnover`, a year's, leaves. A negative turnover counts as none.
    pub fn figures(&self, turnover: Money, tax: MicroTax) -> MicroFigures {
        let turnover = turnover.max(Money::euros(0.0));
        let net = Money::euros(self.net(turnover.as_euros()));
        let due = match tax {
            MicroTax::Scale => Money::euros(self.scale_tax(turnover.as_euros()).round()),
            MicroTax::Flat => self.regime.flat_tax.of(turnover),
        };
        MicroFigures {
            turnover,
            contributions: turnover - net,
            net_before_tax: net,
            taxable: Money::euros(self.taxable(turnover.as_euros())),
            tax: due,
            net_after_tax: net - due,
            ceiling_exceeded: turnover > self.rules.micro.ceiling,
        }
    }

    /// The turnover that leaves `net` before tax; exact. Nothing and less gives nothing.
    pub fn turnover_from_net(&self, net: Money) -> Money {
        lowest(net, |turnover| self.net(turnover), |_| 0.0)
    }

    /// The lowest turnover that leaves `net` after tax; exact, whole euros of tax included.
    pub fn turnover_from_net_after_tax(&self, net: Money, tax: MicroTax) -> Money {
        let flat = self.regime.flat_tax.as_fraction();
        match tax {
            MicroTax::Scale => {
                lowest(net, |turnover| self.net(turnover), |turnover| self.scale_tax(turnover))
            }
            MicroTax::Flat => lowest(net, |turnover| self.net(turnover) - turnover * flat, |_| 0.0),
        }
    }

    /// Turnover less contributions.
    fn net(&self, turnover: f64) -> f64 {
        let Regime { social, training, chamber, .. } = self.regime;
        turnover * (1.0 - social.as_fraction() - training.as_fraction() - chamber.as_fraction())
    }

    /// Turnover less the allowance.
    fn taxable(&self, turnover: f64) -> f64 {
        let allowance = self.regime.allowance.as_fraction() * turnover;
        (turnover - allowance.max(self.rules.micro.allowance_min.as_euros())).max(0.0)
    }

    /// The tax of the scale before rounding; the employee's deduction is not for a micro-entrepreneur.
    fn scale_tax(&self, turnover: f64) -> f64 {
        self.rules.income_tax.scale.unrounded(self.taxable(turnover))
    }
}

/// The lowest turnover at which `net` less the rounded `tax` is `target`; zero if none is.
fn lowest(target: Money, net: impl Fn(f64) -> f64, tax: impl Fn(f64) -> f64) -> Money {
    let target = target.as_euros().max(0.0);
    let end = beyond(|turnover| net(turnover) - tax(turnover), target + 1.0);
    Money::euros(Stretch { start: 0.0, end }.first_after_tax(net, tax, target).unwrap_or(0.0))
}
