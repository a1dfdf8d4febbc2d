//! What to be careful about in pay figures: disagreements, lone sources, old and undated figures,
//! and claims that the figures do not bear out.

use serde::Serialize;

use super::{Gap, LevelPay, ObservationLine, SalaryReport};
use crate::model::caveat::CaveatKind;
use crate::model::figures::{amount, date};
use crate::model::id::{EntryId, SourceId};
use crate::model::money::Money;
use crate::model::salary::Factor;
use crate::model::text::{Text, text};
use crate::model::vocabulary::{Seniority, Vocabulary};
use crate::query::cite::Citations;

/// Sources further apart than this share of the lower figure disagree.
const DISAGREEMENT: f64 = 1.0 / 3.0;
/// Figures older than this many months at the edition's date are dated.
const OLD_MONTHS: u16 = 24;

/// Something to be careful about.
#[derive(Debug, Serialize)]
pub struct SalaryCaveat {
    /// What is the matter.
    pub kind: CaveatKind,
    /// The level it is about; `None` if it is about several.
    pub level: Option<Seniority>,
    /// The sources it is about.
    pub about: Vec<SourceId>,
    /// Why, in one sentence.
    pub reason: Text,
    /// What the reason can be checked against besides the sources themselves.
    pub sources: Vec<SourceId>,
    /// The figures it belongs beside; empty if it is about a level or several sources.
    pub figures: Vec<EntryId>,
}

impl SalaryCaveat {
    /// A caveat about sources rather than about a figure of theirs.
    const fn new(kind: CaveatKind, level: Option<Seniority>, about: Vec<SourceId>, reason: Text) -> Self {
        Self { kind, level, about, reason, sources: Vec::new(), figures: Vec::new() }
    }

    /// Whether two sources contradict each other, or a source the figures.
    pub fn is_a_disagreement(&self) -> bool {
        self.kind == CaveatKind::Disagreement
    }

    /// Whether it is about figures that are old or undated.
    pub fn is_about_age(&self) -> bool {
        matches!(self.kind, CaveatKind::Outdated | CaveatKind::Undated)
    }

    /// Whether it belongs beside this figure.
    pub fn is_about(&self, figure: &EntryId) -> bool {
        self.figures.contains(figure)
    }
}

/// All caveats of an answer; sources are compared only if `all_sources` were asked.
pub fn of(report: &SalaryReport<'_>, edition: &str, all_sources: bool) -> Vec<SalaryCaveat> {
    let SalaryReport { levels, gaps, factors, citations, .. } = report;
    let lines: Vec<&ObservationLine<'_>> = report.lines().collect();
    let mut caveats = Vec::new();
    if all_sources {
        caveats.extend(levels.iter().filter_map(|level| disagreement(level, citations)));
        caveats.extend(levels.iter().filter_map(|level| single_source(level, citations)));
        caveats.extend(unborne_claims(gaps, citations));
    }
    for one in &lines {
        add_stated(&mut caveats, one);
    }
    caveats.extend(undated(&lines, citations));
    caveats.extend(outdated(&lines, factors, edition, citations));
    caveats
}

/// The highest low end against the lowest high end of two sources, if they are too far apart.
fn disagreement(level: &LevelPay<'_>, citations: &Citations<'_>) -> Option<SalaryCaveat> {
    let end = |one: &ObservationLine<'_>, amount: Option<Money>| Some((one.source.clone(), amount?));
    let spanned = || level.observations.iter().filter(|one| one.is_in_span());
    let highest = spanned().filter_map(|one| end(one, one.annual.low));
    let highest = highest.max_by(|a, b| a.1.as_euros().total_cmp(&b.1.as_euros()))?;
    let lowest = spanned().filter_map(|one| end(one, one.annual.high));
    let lowest = lowest.min_by(|a, b| a.1.as_euros().total_cmp(&b.1.as_euros()))?;
    let apart = (highest.1.as_euros() - lowest.1.as_euros()) / lowest.1.as_euros();
    if apart <= DISAGREEMENT || highest.0 == lowest.0 {
        return None;
    }
    let (high, low) = (citations.name(&highest.0), citations.name(&lowest.0));
    let (from, to) = (amount(highest.1), amount(lowest.1));
    let name = level.level.label();
    let percent = apart * 100.0;
    let reason = Text::new(
        format!(
            "{} : désaccord entre {} ({} par an) et {} (à partir de {}), {percent:.0} % d’écart ; à lire chaque source pour elle-même.",
            name.fr, low.fr, to.fr, high.fr, from.fr
        ),
        format!(
            "{}: {} ({} a year) and {} (from {}) disagree, {percent:.0}% apart; read each source for itself.",
            name.en, low.en, to.en, high.en, from.en
        ),
    );
    let about = vec![lowest.0, highest.0];
    Some(SalaryCaveat::new(CaveatKind::Disagreement, Some(level.level), about, reason))
}

fn single_source(level: &LevelPay<'_>, citations: &Citations<'_>) -> Option<SalaryCaveat> {
    let first = level.observations.first()?;
    if level.observations.iter().any(|one| one.source != first.source) {
        return None;
    }
    let (name, source) = (level.level.label(), citations.name(first.source));
    let reason = Text::new(
        format!("{} : une seule source ({}), que rien ne permet de recouper.", name.fr, source.fr),
        format!("{}: one source only ({}), with nothing to check it against.", name.en, source.en),
    );
    let about = vec![first.source.clone()];
    Some(SalaryCaveat::new(CaveatKind::SingleSource, Some(level.level), about, reason))
}

/// Adds the caveat written beside a figure in the dataset, once for all figures that share its words.
fn add_stated(caveats: &mut Vec<SalaryCaveat>, one: &ObservationLine<'_>) {
    let Some(caveat) = one.caveat else { return };
    let shared = caveats
        .iter_mut()
        .find(|known| known.reason == caveat.reason && known.about.first() == Some(one.source));
    if let Some(known) = shared {
        known.figures.push(one.id.clone());
        known.level = known.level.filter(|level| one.level == Some(*level));
        return;
    }
    caveats.push(SalaryCaveat {
        kind: caveat.kind,
        level: one.level,
        about: vec![one.source.clone()],
        reason: caveat.reason.clone(),
        sources: caveat.sources.clone(),
        figures: vec![one.id.clone()],
    });
}

/// Whether the dataset itself says beside a figure what is the matter with its date.
fn is_told(one: &ObservationLine<'_>, kind: CaveatKind) -> bool {
    one.caveat.is_some_and(|caveat| caveat.kind == kind)
}

fn undated(observations: &[&ObservationLine<'_>], citations: &Citations<'_>) -> Option<SalaryCaveat> {
    let undated =
        || observations.iter().filter(|one| one.year.is_none() && !is_told(one, CaveatKind::Undated));
    let about = distinct(undated().map(|one| one.source));
    let Text { fr, en } = citations.list(&about);
    let reason = Text::new(
        format!("{fr} : année inconnue, la source ne date pas ses chiffres."),
        format!("{en}: year unknown, the source does not date its figures."),
    );
    (!about.is_empty()).then(|| SalaryCaveat {
        figures: undated().map(|one| one.id.clone()).collect(),
        ..SalaryCaveat::new(CaveatKind::Undated, None, about, reason)
    })
}

/// One caveat per source with figures or claims that are too old.
fn outdated(
    observations: &[&ObservationLine<'_>],
    factors: &[&Factor],
    edition: &str,
    citations: &Citations<'_>,
) -> Vec<SalaryCaveat> {
    let old = |year: Option<u16>| year.is_some_and(|year| is_old(year, edition));
    let old_figures =
        || observations.iter().filter(|one| old(one.year) && !is_told(one, CaveatKind::Outdated));
    let figures = old_figures().map(|one| one.source);
    let claims = factors.iter().filter(|factor| old(factor.year)).flat_map(|factor| &factor.sources);
    let day = date(edition);
    let caveat = |source: SourceId| {
        let name = citations.name(&source);
        let reason = Text::new(
            format!(
                "{} : chiffre de plus de {OLD_MONTHS} mois à la date de cette édition, le {}.",
                name.fr, day.fr
            ),
            format!("{}: figure over {OLD_MONTHS} months old at this edition’s date, {}.", name.en, day.en),
        );
        let its = old_figures().filter(|one| *one.source == source);
        SalaryCaveat {
            figures: its.map(|one| one.id.clone()).collect(),
            ..SalaryCaveat::new(CaveatKind::Outdated, None, vec![source], reason)
        }
    };
    distinct(figures.chain(claims)).into_iter().map(caveat).collect()
}

/// Whether a whole year lies more than [`OLD_MONTHS`] before the edition: counted from its last
/// month, so that a figure is called old only if it is so whenever in the year it was taken.
pub fn is_old(year: u16, edition: &str) -> bool {
    let mut parts = edition.split('-').map(|part| part.parse::<u16>().unwrap_or_default());
    let (edition_year, edition_month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or(1));
    (edition_year.saturating_mul(12) + edition_month).saturating_sub(year.saturating_mul(12) + 12)
        > OLD_MONTHS
}

/// Claims of a gap that other sources' figures exceed, however the figures are read.
fn unborne_claims(gaps: &[Gap<'_>], citations: &Citations<'_>) -> Vec<SalaryCaveat> {
    let claims = gaps.iter().filter(|gap| gap.claimed);
    claims.filter_map(|claim| unborne(claim, gaps, citations)).collect()
}

fn unborne(claim: &Gap<'_>, gaps: &[Gap<'_>], citations: &Citations<'_>) -> Option<SalaryCaveat> {
    let most = claim.high?;
    let beyond = |gap: &&Gap<'_>| {
        !gap.claimed
            && (gap.from, gap.to) == (claim.from, claim.to)
            && gap.high.is_some_and(|high| high > most)
    };
    let exceeding: Vec<&Gap<'_>> = gaps.iter().filter(beyond).collect();
    if exceeding.is_empty() {
        return None;
    }
    let (from, to) = (claim.from.label(), claim.to.label());
    let (claimant, cap) = (citations.name(claim.source), amount(most));
    let told = exceeding.iter().filter_map(|gap| Some((citations.short(gap.source), amount(gap.high?))));
    let told = told.map(|(name, high)| {
        Text::literal(format!("{} : {}", name.fr, high.fr), format!("{}: {}", name.en, high.en))
    });
    let others = Text::joined_by(told, &text(" ; ", "; "));
    let [lower_from, lower_to] = [&from, &to].map(|level| level.map(str::to_lowercase));
    let about = std::iter::once(claim.source).chain(exceeding.iter().map(|gap| gap.source));
    let reason = Text::new(
        format!(
            "Écart {}–{} : au plus {} selon {}, mais d’autres chiffres vont plus loin ({}).",
            lower_from.fr, lower_to.fr, cap.fr, claimant.fr, others.fr
        ),
        format!(
            "{}–{} gap: at most {} says {}, yet other figures go further ({}).",
            from.en, lower_to.en, cap.en, claimant.en, others.en
        ),
    );
    Some(SalaryCaveat::new(CaveatKind::Disagreement, None, distinct(about), reason))
}

fn distinct<'a>(sources: impl Iterator<Item = &'a SourceId>) -> Vec<SourceId> {
    let mut distinct: Vec<SourceId> = Vec::new();
    for source in sources {
        if !distinct.contains(source) {
            distinct.push(source.clone());
        }
    }
    distinct
}

#[cfg(test)]
mod tests {
    use super::is_old;

    #[test]
    fn a_year_is_old_once_its_last_month_is_over_24_months_away() {
        assert!(is_old(2023, "2026-11-21"));
        assert!(!is_old(2024, "2026-11-21"));
        assert!(!is_old(2024, "2026-12-31"));
        assert!(is_old(2024, "2027-01-01"));
    }
}
