//! What to be careful about in pay figures: disagreements, lone sources, old and undated figures,
//! and claims that the figures do not bear out.

use serde::Serialize;

use super::{Gap, LevelPay, ObservationLine};
use crate::model::caveat::CaveatKind;
use crate::model::figures::{amount, date};
use crate::model::id::SourceId;
use crate::model::money::Money;
use crate::model::salary::Factor;
use crate::model::text::{Lang, Text};
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
    /// True if it is written beside a figure in the dataset.
    #[serde(skip)]
    stated: bool,
}

impl SalaryCaveat {
    /// Whether it is about single figures, and so belongs beside them.
    pub const fn is_about_figures(&self) -> bool {
        matches!(self.kind, CaveatKind::Undated | CaveatKind::Outdated) || self.stated
    }

    /// Whether it is about this figure.
    pub fn is_about(&self, level: Seniority, source: &SourceId) -> bool {
        self.is_about_figures()
            && self.level.is_none_or(|about| about == level)
            && self.about.contains(source)
    }
}

/// All caveats of an answer; sources are compared only if `all_sources` were heard.
pub fn of(
    levels: &[LevelPay<'_>],
    gaps: &[Gap<'_>],
    factors: &[&Factor],
    edition: &str,
    citations: &Citations<'_>,
    all_sources: bool,
) -> Vec<SalaryCaveat> {
    let observations: Vec<&ObservationLine<'_>> =
        levels.iter().flat_map(|level| &level.observations).collect();
    let mut caveats = Vec::new();
    if all_sources {
        caveats.extend(levels.iter().filter_map(|level| disagreement(level, citations)));
        caveats.extend(levels.iter().filter_map(|level| single_source(level, citations)));
        caveats.extend(unborne_claims(gaps, citations));
    }
    caveats.extend(observations.iter().filter_map(|one| stated(one)));
    caveats.extend(undated(&observations, citations));
    caveats.extend(outdated(&observations, factors, edition, citations));
    caveats
}

/// The highest low end against the lowest high end of two sources, if they are too far apart.
fn disagreement(level: &LevelPay<'_>, citations: &Citations<'_>) -> Option<SalaryCaveat> {
    let end = |one: &ObservationLine<'_>, amount: Option<Money>| Some((one.source.clone(), amount?));
    let highest = level.observations.iter().filter_map(|one| end(one, one.annual.low));
    let highest = highest.max_by(|a, b| a.1.as_euros().total_cmp(&b.1.as_euros()))?;
    let lowest = level.observations.iter().filter_map(|one| end(one, one.annual.high));
    let lowest = lowest.min_by(|a, b| a.1.as_euros().total_cmp(&b.1.as_euros()))?;
    let apart = (highest.1.as_euros() - lowest.1.as_euros()) / lowest.1.as_euros();
    if apart <= DISAGREEMENT || highest.0 == lowest.0 {
        return None;
    }
    let (high, low) = (citations.name(&highest.0), citations.name(&lowest.0));
    let (from, to) = (amount(highest.1), amount(lowest.1));
    let name = level.level.label();
    let percent = apart * 100.0;
    Some(SalaryCaveat {
        kind: CaveatKind::Disagreement,
        level: Some(level.level),
        reason: Text::new(
            format!(
                "{} : désaccord entre {} ({} par an) et {} (à partir de {}), {percent:.0} % d’écart ; à lire chaque source pour elle-même.",
                name.fr, low.fr, to.fr, high.fr, from.fr
            ),
            format!(
                "{}: {} ({} a year) and {} (from {}) disagree, {percent:.0}% apart; read each source for itself.",
                name.en, low.en, to.en, high.en, from.en
            ),
        ),
        about: vec![lowest.0, highest.0],
        sources: Vec::new(),
        stated: false,
    })
}

fn single_source(level: &LevelPay<'_>, citations: &Citations<'_>) -> Option<SalaryCaveat> {
    let first = level.observations.first()?;
    if level.observations.iter().any(|one| one.source != first.source) {
        return None;
    }
    let (name, source) = (level.level.label(), citations.name(first.source));
    Some(SalaryCaveat {
        kind: CaveatKind::SingleSource,
        level: Some(level.level),
        about: vec![first.source.clone()],
        reason: Text::new(
            format!("{} : une seule source ({}), que rien ne permet de recouper.", name.fr, source.fr),
            format!("{}: one source only ({}), with nothing to check it against.", name.en, source.en),
        ),
        sources: Vec::new(),
        stated: false,
    })
}

/// The caveat written beside a figure in the dataset.
fn stated(one: &ObservationLine<'_>) -> Option<SalaryCaveat> {
    let caveat = one.caveat?;
    Some(SalaryCaveat {
        kind: caveat.kind,
        level: Some(one.level),
        about: vec![one.source.clone()],
        reason: caveat.reason.clone(),
        sources: caveat.sources.clone(),
        stated: true,
    })
}

fn undated(observations: &[&ObservationLine<'_>], citations: &Citations<'_>) -> Option<SalaryCaveat> {
    let about = distinct(observations.iter().filter(|one| one.year.is_none()).map(|one| one.source));
    let names = citations.list(&about);
    (!about.is_empty()).then(|| SalaryCaveat {
        kind: CaveatKind::Undated,
        level: None,
        reason: Text::new(
            format!("{} : année inconnue, la fiche ne date pas ses chiffres.", names.fr),
            format!("{}: year unknown, the sheet does not date its figures.", names.en),
        ),
        about,
        sources: Vec::new(),
        stated: false,
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
    let figures = observations.iter().filter(|one| old(one.year)).map(|one| one.source);
    let claims = factors.iter().filter(|factor| old(factor.year)).flat_map(|factor| &factor.sources);
    let day = date(edition);
    let caveat = |source: SourceId| {
        let name = citations.name(&source);
        SalaryCaveat {
            kind: CaveatKind::Outdated,
            level: None,
            reason: Text::new(
                format!("{} : plus de {OLD_MONTHS} mois à la date de cette édition, le {}.", name.fr, day.fr),
                format!("{}: over {OLD_MONTHS} months old at this edition’s date, {}.", name.en, day.en),
            ),
            about: vec![source],
            sources: Vec::new(),
            stated: false,
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
    let others = |lang: Lang| {
        let told = exceeding.iter().filter_map(|gap| Some((citations.short(gap.source), amount(gap.high?))));
        let told = told.map(|(name, high)| match lang {
            Lang::Fr => format!("{} : {}", name.fr, high.fr),
            Lang::En => format!("{}: {}", name.en, high.en),
        });
        told.collect::<Vec<_>>().join(if lang == Lang::Fr { " ; " } else { "; " })
    };
    let lower = |text: &Text, lang: Lang| text.in_lang(lang).to_lowercase();
    let about = std::iter::once(claim.source).chain(exceeding.iter().map(|gap| gap.source));
    Some(SalaryCaveat {
        kind: CaveatKind::Disagreement,
        level: None,
        about: distinct(about),
        reason: Text::new(
            format!(
                "Écart {}–{} : au plus {} selon {}, mais d’autres chiffres permettent davantage ({}).",
                lower(&from, Lang::Fr),
                lower(&to, Lang::Fr),
                cap.fr,
                claimant.fr,
                others(Lang::Fr)
            ),
            format!(
                "{}–{} gap: at most {} says {}, yet other figures allow more ({}).",
                from.en,
                lower(&to, Lang::En),
                cap.en,
                claimant.en,
                others(Lang::En)
            ),
        ),
        sources: Vec::new(),
        stated: false,
    })
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
