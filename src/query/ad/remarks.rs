//! What an ad leaves out and what in it does not fit together.

use serde::Serialize;

use crate::model::figures::amount;
use crate::model::money::Money;
use crate::model::skill::{Category, Skill};
use crate::model::text::{Text, text};
use crate::reader::ad::{Ad, AdSkill, Asked};
use crate::reader::ad::{AdContract, AdLevel};

/// Something to know about an ad.
#[derive(Debug, Serialize)]
pub struct Remark {
    /// What it is about: `pay`, `contract`, `city`, `experience_years`, `skills`.
    pub about: &'static str,
    /// What there is to say.
    pub text: Text,
}

/// The pay range, the contract and the place, if they are not told.
pub fn missing(ad: &Ad<'_>) -> Vec<Remark> {
    let mut missing = Vec::new();
    if ad.pay.is_none() && ad.other_pay.is_none() {
        missing.push(Remark {
            about: "pay",
            text: text(
                "Aucune rémunération. La directive (UE) 2023/970 veut que le candidat connaisse le salaire de départ ou sa fourchette avant l’entretien ; elle devait être transposée avant le 7 juin 2026, et la France ne l’avait pas fait à l’automne 2026.",
                "No pay. Directive (EU) 2023/970 wants a candidate to know the starting pay or its range before the interview; it was to be transposed by 7 June 2026, and France had not done so by the autumn of 2026.",
            ),
        });
    }
    if ad.contract.is_none() {
        missing.push(Remark {
            about: "contract",
            text: text("Aucun contrat n’est nommé.", "No contract is named."),
        });
    }
    if ad.city.is_none() && ad.remote_days != Some(5) {
        missing
            .push(Remark { about: "city", text: text("Aucun lieu n’est nommé.", "No place is named.") });
    }
    missing
}

/// A junior has no more years of experience than this: what our data calls junior ends there.
const MOST_JUNIOR_YEARS: u8 = 3;

/// What does not fit together. `senior_low` is the lowest gross pay a year that any source states of a senior.
pub fn odd(ad: &Ad<'_>, skills: &[&Skill], senior_low: Option<Money>) -> Vec<Remark> {
    let mut odd = Vec::new();
    let misplaced = |skill: &&AdSkill<'_>| {
        let entry = skills.iter().find(|known| known.id == *skill.id);
        skill.asked == Asked::Must
            && skill.category == Category::Framework
            && entry.is_some_and(|entry| !entry.serves_the_back_end())
    };
    let front: Vec<&Text> = ad.skills.iter().filter(misplaced).map(|skill| skill.name).collect();
    if !front.is_empty() {
        let Text { fr, en } = Text::joined(front, ", ");
        odd.push(Remark {
            about: "skills",
            text: Text::new(
                format!("Exigé pour un poste back-end, mais fait pour l’interface : {fr}."),
                format!("Required for a back-end job, but made for the interface: {en}."),
            ),
        });
    }
    let low = ad.experience_years.and_then(|years| years.low);
    if ad.level == Some(AdLevel::Junior) && low.is_some_and(|low| low >= MOST_JUNIOR_YEARS) {
        let years = low.unwrap_or_default();
        odd.push(Remark {
            about: "experience_years",
            text: Text::new(
                format!("Un poste de junior qui demande {years} ans d’expérience."),
                format!("A junior’s job that asks for {years} years of experience."),
            ),
        });
    }
    let senior = matches!(ad.level, Some(AdLevel::Senior | AdLevel::Lead | AdLevel::Staff));
    let salaried = !matches!(
        ad.contract,
        Some(AdContract::Freelance | AdContract::Apprenticeship | AdContract::Internship)
    );
    let gross = ad.pay.filter(|pay| pay.gross != Some(false));
    let yearly = gross.and_then(|pay| pay.yearly()?.high);
    let below = yearly.zip(senior_low).filter(|(yearly, low)| senior && salaried && yearly < low);
    odd.extend(below.map(|(yearly, low)| {
        let (paid, low) = (amount(yearly), amount(low));
        Remark {
            about: "pay",
            text: Text::new(
                format!(
                    "Un poste de senior à {} au plus : aucune source ne situe un senior sous {} brut par an.",
                    paid.fr, low.fr
                ),
                format!(
                    "A senior’s job at {} at most: no source puts a senior below {} gross a year.",
                    paid.en, low.en
                ),
            ),
        }
    }));
    odd
}
