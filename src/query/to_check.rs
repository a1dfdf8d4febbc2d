//! What an ad asks besides skills, which no share of skills counts: a diploma, years, levels of languages.

use serde::Serialize;

use crate::model::text::{Text, text};
use crate::model::training::StudyLevel;
use crate::model::vocabulary::Vocabulary;
use crate::reader::ad::{Ad, Years};

/// Something that an ad asks and that a reader must check for herself.
#[derive(Debug, Clone, Serialize)]
pub struct ToCheck {
    /// What it is about: `study_level`, `experience_years`, `language`.
    pub about: &'static str,
    /// Whether the CV names what is asked; `null` where nothing can be compared.
    pub met: Option<bool>,
    /// What is asked, and what the CV says of it.
    pub text: Text,
}

/// What `ad` asks besides skills, beside the highest diploma `reached` that the CV names.
pub fn of(ad: &Ad<'_>, reached: Option<StudyLevel>) -> Vec<ToCheck> {
    let study = ad.study_level.map(|asked| study(asked, reached));
    let years = ad.experience_years.map(|years| {
        let years = years_of(years);
        let text = Text::new(format!("{} d’expérience", years.fr), format!("{} of experience", years.en));
        ToCheck { about: "experience_years", met: None, text }
    });
    let languages = ad.languages.iter().map(|one| {
        let (language, level) = (one.language.label(), one.level.label());
        let text =
            Text::new(format!("{} {}", language.fr, level.fr), format!("{} {}", level.en, language.en));
        ToCheck { about: "language", met: None, text }
    });
    study.into_iter().chain(years).chain(languages).collect()
}

/// A diploma beside the highest one that the CV names.
fn study(asked: StudyLevel, reached: Option<StudyLevel>) -> ToCheck {
    let label = asked.label();
    let text = match reached.map(Vocabulary::label) {
        Some(own) => Text::new(
            format!("un diplôme de niveau {} (le CV : {})", label.fr, own.fr),
            format!("a diploma of level {} (the CV: {})", label.en, own.en),
        ),
        None => Text::new(
            format!("un diplôme de niveau {} (le CV n’en nomme aucun)", label.fr),
            format!("a diploma of level {} (the CV names none)", label.en),
        ),
    };
    ToCheck { about: "study_level", met: reached.map(|reached| reached >= asked), text }
}

/// Years of experience in words.
pub fn years_of(years: Years) -> Text {
    let unit = |count: u8| if count < 2 { ("an", "year") } else { ("ans", "years") };
    match (years.low, years.high) {
        (Some(low), Some(high)) => Text::new(format!("{low} à {high} ans"), format!("{low} to {high} years")),
        (Some(low), None) => {
            let (fr, en) = unit(low);
            Text::new(format!("au moins {low} {fr}"), format!("at least {low} {en}"))
        }
        (None, Some(high)) => {
            let (fr, en) = unit(high);
            Text::new(format!("au plus {high} {fr}"), format!("at most {high} {en}"))
        }
        (None, None) => text("non dit", "not said"),
    }
}

/// The sentence beside a share of skills: which skills it counts, and what remains to be checked.
pub fn note<'a>(counted: &Text, remaining: impl Iterator<Item = &'a Text>) -> Text {
    let remaining = Text::joined_by(remaining, &text(" ; ", "; "));
    let to_check = match &*remaining.fr {
        "" => text("", ""),
        fr => Text::new(
            format!(" À vérifier soi-même : {fr}."),
            format!(" To check yourself: {}.", remaining.en),
        ),
    };
    Text::new(
        format!("La part ne compte que {}.{}", counted.fr, to_check.fr),
        format!("The share counts {} only.{}", counted.en, to_check.en),
    )
}

/// The skills that a share counts where no kind is chosen.
pub const ALL_SKILLS: Text = text("les compétences techniques et humaines", "technical and human skills");

/// What is noted of a skill that the CV names to say so.
pub const DENIED: Text = text("Le CV dit ne pas la connaître.", "The CV says that it is not known.");

/// From which skills of the CV another one follows.
pub fn implied_by(names: &[&Text]) -> Text {
    let Text { fr, en } = Text::joined(names.iter().copied(), ", ");
    Text::new(format!("se déduit de : {fr}"), format!("follows from: {en}"))
}
