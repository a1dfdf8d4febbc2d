//! Skills as they are listed on the command line: each name is one skill, or is said to be unknown.

use serde::Serialize;

use crate::model::name::{fold, key, slips};
use crate::model::skill::Skill;
use crate::model::text::Text;
use crate::reader::matching::{known_by, spellings};

/// A name that is no skill of the dataset, with the nearest that is.
#[derive(Debug, Serialize)]
pub struct UnknownSkill {
    given: String,
    nearest: Option<String>,
}

impl UnknownSkill {
    fn new(given: &str, skills: &[&Skill]) -> Self {
        let wanted = letters(given);
        let names = skills.iter().flat_map(|skill| known_by(skill));
        let near = |name: &str| Some((slips(&wanted, &letters(name))?, name.to_owned()));
        let nearest = names.filter_map(near).min_by_key(|(slips, _)| *slips).map(|(_, name)| name);
        Self { given: given.to_owned(), nearest }
    }

    /// What to say of it beside the answer.
    pub fn remark(&self) -> Text {
        let given = &self.given;
        match &self.nearest {
            Some(near) => Text::new(
                format!("compétence inconnue : « {given} » ; vouliez-vous dire « {near} » ?"),
                format!("unknown skill: `{given}`; did you mean `{near}`?"),
            ),
            None => {
                Text::new(format!("compétence inconnue : « {given} »"), format!("unknown skill: `{given}`"))
            }
        }
    }
}

/// A name as it is compared: folded, with the signs that tell names apart, without blanks and hyphens.
fn letters(name: &str) -> String {
    let mut letters = fold(name.trim());
    letters.retain(|char| char.is_alphanumeric() || matches!(char, '#' | '+' | '.'));
    letters
}

/// The skill that a name stands for, whatever its case, accents, hyphens and version.
///
/// # Errors
/// Fails if the name is no skill, with the nearest that is.
pub fn find(name: &str, skills: &[&Skill]) -> Result<usize, UnknownSkill> {
    let wanted = letters(name);
    let is = |wanted: &str| {
        let named = |skill: &&Skill| {
            letters(skill.id.as_str()) == wanted
                || spellings(skill).iter().any(|name| letters(name) == wanted)
        };
        // A skill’s own name comes before another’s alias.
        let owned = |skill: &&Skill| {
            letters(&skill.name.fr) == wanted
                || letters(&skill.name.en) == wanted
                || letters(skill.id.as_str()) == wanted
        };
        skills.iter().position(owned).or_else(|| skills.iter().position(named))
    };
    let at = is(&wanted).or_else(|| is(without_version(name).as_deref()?));
    // Signs tell `c#` from `c`: only a name without them is compared by its letters alone.
    let plain = || {
        let loose = key(name);
        (loose.chars().count() > 2 && !wanted.contains(['#', '+']) && !wanted.starts_with('.'))
            .then(|| {
                skills.iter().position(|skill| {
                    spellings(skill).iter().any(|name| !name.contains(['#', '+']) && key(name) == loose)
                })
            })
            .flatten()
    };
    at.or_else(plain).ok_or_else(|| UnknownSkill::new(name.trim(), skills))
}

/// `php 8.3` and `java21` without their versions; `None` if there is none, or nothing else.
fn without_version(name: &str) -> Option<String> {
    let name = letters(name);
    let stem = name.trim_end_matches(|char: char| char.is_ascii_digit() || matches!(char, '.' | 'x'));
    let stem = stem.strip_suffix('v').filter(|stem| stem.chars().count() > 2).unwrap_or(stem);
    (stem.len() < name.len()
        && stem.chars().count() > 1
        && name[stem.len()..].contains(|char: char| char.is_ascii_digit()))
    .then(|| stem.to_owned())
}
