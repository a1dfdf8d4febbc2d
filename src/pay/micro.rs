//! The micro-entrepreneur: what a turnover leaves, and which turnover leaves an amount.
//!
//! Source of the formulas: code de la sécurité sociale, art. L613-7; code général des impôts, art. 50-0, 102 ter and
//! 151-0. The Urssaf rounds contributions each month, so its figures differ by a few hundredths of a percent.

use serde::Serialize;

use super::charge::ChargeLine;
use super::household::Household;
use super::interval::{Interval, beyond};
use super::notice::Notice;
use super::tax::{Taxation, Taxer};
use crate::model::day::Day;
use crate::model::money::Money;
use crate::model::rules::{MicroAcre, Regime, Rules, VatFranchise};
use crate::model::text::text;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// What kind of activity the turnover comes from. A developer who sells services is `bnc` by default.
    MicroKind ("activité", "activity")
    Bnc = "bnc", "Profession libérale (BNC)", "Liberal profession (BNC)", "liberal";
    BicCommercial = "bic-services", "Services commerciaux (BIC)", "Commercial services (BIC)", "commercial", "biccommercial";
    BicArtisanal = "bic-artisanal", "Services artisanaux (BIC)", "Craft services (BIC)", "artisanal", "craft";
    BicSales = "bic-sales", "Ventes (BIC)", "Sales (BIC)", "vente", "ventes", "bicventes", "sales";
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
    social: f64,
    start: Option<Day>,
    acre: Acre,
    taxer: Taxer<'rules>,
}

/// Whether the relief of a new business is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Acre {
    No,
    /// It is counted in so many of the year's four quarters.
    Counted {
        quarters: u8,
    },
    /// It was asked for, but no date of the rules fits.
    Unknown,
}

impl<'rules> Micro<'rules> {
    /// The micro-entrepreneur of this `kind`.
    pub fn new(rules: &'rules Rules, kind: MicroKind) -> Self {
        let regime = match kind {
            MicroKind::Bnc => &rules.micro.bnc,
            MicroKind::BicCommercial => &rules.micro.bic_commercial,
            MicroKind::BicArtisanal => &rules.micro.bic_artisanal,
            MicroKind::BicSales => &rules.micro.bic_sales,
        };
        Self {
            rules,
            regime,
            social: regime.social.as_fraction(),
            start: None,
            acre: Acre::No,
            taxer: Taxer::of_profit(&rules.income_tax, Taxation::Scale(Household::default())),
        }
    }

    /// The same in the first year of a business begun on a day of the rules' year: the ceiling is in proportion to its
    /// days. A start in another year changes nothing.
    #[must_use]
    pub fn started(mut self, start: Day) -> Self {
        self.start = (start.year == self.rules.year).then_some(start);
        self
    }

    /// The same with the relief of a new business created on `created`: a factor on the rate of social contributions,
    /// the percentage rounded as the text says, as long as the relief lasts; the turnover of a year in which it ends
    /// counts as even. None before the first date of the rules.
    #[must_use]
    pub fn with_acre(mut self, created: Day) -> Self {
        let acre = &self.rules.micro.acre;
        let day = created.to_string();
        let Some(step) = acre.steps.iter().rev().find(|step| step.created_from <= day) else {
            self.acre = Acre::Unknown;
            return self;
        };
        let quarters = acre_quarters(acre, created, self.rules.year);
        let digits = 10_f64.powi(self.regime.acre_percent_decimals);
        let full = self.regime.social.as_fraction();
        // A billionth lifts what binary fractions leave just below a half.
        let percent = full * step.factor.as_fraction() * 100.0 * digits;
        let relieved = (percent + 1e-9).round() / digits / 100.0;
        let share = f64::from(quarters) / 4.0;
        self.social = if quarters == 4 { relieved } else { relieved * share + full * (1.0 - share) };
        self.acre = Acre::Counted { quarters };
        self
    }

    /// The same for a household; it counts for [`MicroTax::Scale`].
    #[must_use]
    pub fn for_household(mut self, household: Household) -> Self {
        self.taxer = Taxer::of_profit(&self.rules.income_tax, Taxation::Scale(household));
        self
    }

    /// The ceiling, in the first year in proportion to the days of activity.
    pub fn ceiling(&self) -> Money {
        let whole = self.regime.ceiling.unwrap_or(self.rules.micro.ceiling);
        self.start
            .map_or(whole, |start| (whole * (f64::from(start.days_left()).min(365.0) / 365.0)).rounded())
    }

    /// Each contribution on `turnover`.
    pub fn lines(&self, turnover: Money) -> Vec<ChargeLine> {
        let turnover = turnover.as_euros().max(0.0);
        let source = &self.regime.source;
        let names = [
            ("micro-social", text("Cotisations sociales", "Social contributions"), self.social),
            (
                "micro-training",
                text("Formation professionnelle (CFP)", "Vocational training (CFP)"),
                self.regime.training.as_fraction(),
            ),
            (
                "micro-chamber",
                text("Taxe pour frais de chambre", "Chamber tax"),
                self.regime.chamber.as_fraction(),
            ),
        ];
        let owed = names.into_iter().filter(|(_, _, rate)| *rate > 0.0);
        owed.map(|(id, name, rate)| ChargeLine::on_base((id, &name, source), turnover, turnover * rate))
            .collect()
    }

    /// What must be said of `turnover`, a year's, for a tax method.
    pub fn notices(&self, turnover: Money, tax: MicroTax) -> Vec<Notice> {
        /// A turnover this near below a threshold is told: a tenth is about a month's billing.
        const NEAR: f64 = 0.9;
        let mut notices = Vec::new();
        let ceiling = self.ceiling();
        if turnover > ceiling {
            notices.push(Notice::CeilingCrossed { ceiling });
        } else if turnover > ceiling * NEAR {
            notices.push(Notice::CeilingNear { ceiling });
        }
        let VatFranchise { base, raised, .. } = *self.regime.vat.as_ref().unwrap_or(&self.rules.micro.vat);
        if turnover > raised {
            notices.push(Notice::VatDue { base, raised });
        } else if turnover > base {
            notices.push(Notice::VatNextYear { base, raised });
        } else if turnover > base * NEAR {
            notices.push(Notice::VatNear { base });
        }
        if tax == MicroTax::Flat {
            let condition = &self.rules.micro.flat_tax_condition;
            notices.push(Notice::FlatTaxCondition {
                per_part: condition.income_per_part_max,
                year: condition.income_year,
            });
        }
        match self.acre {
            Acre::No => {}
            Acre::Counted { quarters: 4 } => notices.push(Notice::AcreConditions),
            Acre::Counted { quarters } => notices.push(Notice::AcreEnds { year: self.rules.year, quarters }),
            Acre::Unknown => notices.push(Notice::AcreUnknownDate),
        }
        notices.extend([Notice::NoUnemployment, Notice::CfeNotComputed]);
        notices
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
            ceiling_exceeded: turnover > self.ceiling(),
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
        let Regime { training, chamber, .. } = self.regime;
        turnover * (1.0 - self.social - training.as_fraction() - chamber.as_fraction())
    }

    /// Turnover less the allowance.
    fn taxable(&self, turnover: f64) -> f64 {
        let allowance = self.regime.allowance.as_fraction() * turnover;
        (turnover - allowance.max(self.rules.micro.allowance_min.as_euros())).max(0.0)
    }

    /// The tax of the scale before rounding; the employee's deduction is not for a micro-entrepreneur.
    fn scale_tax(&self, turnover: f64) -> f64 {
        self.taxer.exact(self.taxable(turnover))
    }
}

/// The quarters of `year` in which the relief of a business created on `created` holds: until the end of the third civil
/// quarter (as the rules say) after that of the creation.
pub fn acre_quarters(acre: &MicroAcre, created: Day, year: u16) -> u8 {
    let quarter = |year: u16, quarter: u8| i32::from(year) * 4 + i32::from(quarter);
    let end = quarter(created.year, (created.month - 1) / 3 + acre.quarters) + 1;
    u8::try_from((end - quarter(year, 0)).clamp(0, 4)).unwrap_or_default()
}

/// The lowest turnover at which `net` less the rounded `tax` is `target`, or the nearest that leaves more.
fn lowest(target: Money, net: impl Fn(f64) -> f64, tax: impl Fn(f64) -> f64) -> Money {
    let target = target.as_euros().clamp(0.0, 1e10);
    if target <= 0.0 {
        return Money::euros(0.0);
    }
    let end = beyond(|turnover| net(turnover) - tax(turnover), target * 1.2 + 1000.0);
    // Tax is collected from a least amount: the rest falls there once, after the tax was nothing.
    let whole = Interval { start: 0.0, end };
    let last_untaxed = whole.last_below(&tax, 0.5);
    let intervals = Interval::split_at(last_untaxed, end);
    let found =
        intervals.iter().find_map(|interval| interval.all_after_tax(&net, &tax, target).first().copied());
    let nearest =
        || intervals.iter().find_map(|interval| interval.first(|one| net(one) - tax(one).round(), target));
    Money::euros(found.or_else(nearest).unwrap_or(0.0))
}
