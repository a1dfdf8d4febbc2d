//! The places where the law makes pay or cost leap: each with its cause, so that an answer can name it.

use serde::Serialize;

use super::interval::{Interval, beyond};
use super::schedule::{Figures, Schedule};
use super::tax::{Taxation, Taxer};
use crate::model::money::Money;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// Why an amount leaps.
    StepCause ("cause du saut", "cause of the step")
    HealthCover = "health-cover", "Complémentaire santé : la dispense prend fin", "Health cover: the opt-out ends";
    ApprenticeExemption = "apprentice-exemption", "Apprentissage : la CSG commence", "Apprentice: CSG begins";
    TechnicalContribution = "technical-contribution", "CET, due sur tout le salaire au-dessus du plafond", "CET, owed on all pay above the ceiling";
    ReducedRate = "reduced-rate", "Fin d’un taux réduit de cotisations patronales", "A reduced rate of the employer’s contributions ends";
    ReductionExit = "reduction-exit", "Fin de la réduction générale", "The general reduction ends";
    WithholdingRate = "withholding-rate", "Taux neutre suivant", "Next default rate of withholding";
    CollectionMinimum = "collection-minimum", "Impôt recouvré à partir de 61 €", "Tax is collected from €61";
}

/// A leap of the law: at the next cent of gross salary amounts change by this much.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Step {
    /// The last gross salary of a year before the leap.
    pub gross: Money,
    /// Why.
    pub cause: StepCause,
    /// By how much net pay before tax changes; negative if it falls.
    pub net_before_tax: Money,
    /// By how much net pay after tax changes.
    pub net_after_tax: Money,
    /// By how much the employer's cost changes.
    pub employer_cost: Money,
}

/// The last gross salary before a curve leaps.
#[derive(Debug, Clone, Copy)]
pub(super) struct Discontinuity {
    pub(super) at: f64,
    pub(super) cause: StepCause,
}

impl Schedule<'_> {
    /// Every leap of the law below `end` euros of gross salary a year, lowest first.
    ///
    /// Not among them: the whole euros of the tax and the four decimals of the reduction, which move amounts by at
    /// most a few euros.
    pub fn steps(&self, taxation: impl Into<Taxation>, end: Money) -> Vec<Step> {
        let taxer = self.taxer(taxation.into());
        let end = end.as_euros().clamp(0.0, 1e9);
        let all = self.discontinuities_taxed(&taxer, end);
        all.into_iter().filter(|one| one.at < end).map(|one| self.step(one, &taxer)).collect()
    }

    /// The highest gross salary below `gross` that leaves more after tax, just before a step of the law, and the step's
    /// cause; `None` if no step costs as much as the salary brings above it.
    pub fn better_below(&self, gross: Money, taxation: impl Into<Taxation>) -> Option<(Figures, StepCause)> {
        let taxer = self.taxer(taxation.into());
        let left = self.figures_taxed(gross, &taxer).net_after_tax;
        let all = self.discontinuities_taxed(&taxer, gross.as_euros());
        // Salaries are paid in whole cents; the cent that a step cuts is beyond it.
        let before = |at: f64| Money::euros((at * 100.0).floor() / 100.0);
        let below = all.into_iter().rev().filter(|one| one.at < gross.as_euros());
        let mut figures = below.map(|one| (self.figures_taxed(before(one.at), &taxer), one.cause));
        // The whole euros of the tax are no step: less than one is no gain.
        figures.find(|(figures, _)| (figures.net_after_tax - left).as_euros() >= 1.0)
    }

    fn step(&self, one: Discontinuity, taxer: &Taxer<'_>) -> Step {
        let before = self.figures_taxed(Money::euros(one.at), taxer);
        let after = self.figures_taxed(Money::euros(one.at.next_up()), taxer);
        Step {
            gross: before.gross.rounded(),
            cause: one.cause,
            net_before_tax: (after.net_before_tax - before.net_before_tax).rounded(),
            net_after_tax: (after.net_after_tax - before.net_after_tax).rounded(),
            employer_cost: (after.employer_cost - before.employer_cost).rounded(),
        }
    }

    /// The leaps that do not depend on tax.
    pub(super) fn discontinuities(&self) -> Vec<Discontinuity> {
        let mut all = Vec::new();
        let mut add = |at: f64, cause| {
            if at > 0.0 {
                all.push(Discontinuity { at, cause });
            }
        };
        if self.cover.employee + self.cover.employer > 0.0 {
            add(self.cover.above, StepCause::HealthCover);
        }
        add(self.exempt, StepCause::ApprenticeExemption);
        for levy in &self.levies {
            add(levy.above, StepCause::TechnicalContribution);
            add(levy.reduced_below, StepCause::ReducedRate);
        }
        if let Some(reduction) = self.reduction {
            add(reduction.exit.next_down(), StepCause::ReductionExit);
        }
        sorted(all)
    }

    /// The same with the leaps of tax below `end`.
    pub(super) fn discontinuities_taxed(&self, taxer: &Taxer<'_>, end: f64) -> Vec<Discontinuity> {
        let mut all = self.discontinuities();
        let taxable = |gross: f64| self.assess(gross).taxable;
        let due = |gross: f64| taxer.household(taxable(gross));
        for interval in Interval::split_at(all.iter().map(|one| one.at).collect::<Vec<_>>(), end) {
            let leaps = taxer.leaps().into_iter().filter_map(|limit| interval.last_below(taxable, limit));
            all.extend(leaps.map(|at| Discontinuity { at, cause: StepCause::WithholdingRate }));
            let collected = taxer.collected_from().and_then(|least| interval.last_below(due, least));
            all.extend(collected.map(|at| Discontinuity { at, cause: StepCause::CollectionMinimum }));
        }
        sorted(all)
    }

    /// A gross salary whose `curve` is beyond `target`.
    pub(super) fn end_for(curve: impl Fn(f64) -> f64, target: f64) -> f64 {
        // A curve may fall by a few hundred euros after it passed the target: look well beyond.
        beyond(&curve, target * 1.2 + 1000.0)
    }
}

fn sorted(mut all: Vec<Discontinuity>) -> Vec<Discontinuity> {
    all.sort_by(|a, b| a.at.total_cmp(&b.at));
    all.dedup_by(|a, b| a.at.to_bits() == b.at.to_bits());
    all
}
