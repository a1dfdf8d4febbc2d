//! Skills as they are listed on the command line: each name is one skill, or is said to be unknown.

use serde::Serialize;

use super::matching::written;
use crate::model::name::{fold, key, nearest};
use crate::model::skill::Skill;
use crate::model::text::Text;

/// A name that is no skill of the dataset, with the nearest that is.
#[derive(Debug, Serialize)]
pub struct UnknownSkill {
    given: String,
    nearest: Option<String>,
}

impl UnknownSkill {
    fn new(given: &str, skills: &[&Skill]) -> Self {
        let names = skills.iter().flat_map(|skill| {
            let aliases = skill.aliases.iter().map(String::as_str);
            [skill.name.fr.as_ref(), skill.name.en.as_ref()].into_iter().chain(aliases)
        });
        // A name of another length shares letters by chance.
        let alike = |name: &&str| name.chars().count().abs_diff(given.chars().count()) <= 2;
        let nearest = nearest(given, names.filter(alike)).map(str::to_owned);
        Self { given: given.to_owned(), nearest }
    }

    /// What to say of it beside the answer.
    pub fn remark(&self) -> Text {
        let given = &self.given;
        match &self.nearest {
            Some(near) => Text::new(
                format!("aucune fiche ne demande « {given} » ; vouliez-vous dire « {near} » ?"),
                format!("no sheet asks for `{given}`; did you mean `{near}`?"),
            ),
            None => Text::new(
                format!("aucune fiche ne demande « {given} »"),
                format!("no sheet asks for `{given}`"),
            ),
        }
    }
}

/// The skill that a name stands for, whatever its case, accents and separators.
pub fn find(name: &str, skills: &[&Skill]) -> Result<usize, UnknownSkill> {
    let wanted = fold(name.trim());
    let exactly = |skill: &&Skill| skill.id.as_str() == wanted || written(skill).contains(&wanted);
    // Signs tell `c#` from `c`: only a name without them is compared by its letters alone.
    let plain = !wanted.contains(['#', '+']) && !wanted.starts_with('.');
    let nearly = |skill: &&Skill| {
        plain
            && (key(skill.id.as_str()) == key(&wanted)
                || written(skill).iter().any(|name| key(name) == key(&wanted)))
    };
    let at = skills.iter().position(exactly).or_else(|| skills.iter().position(nearly));
    at.ok_or_else(|| UnknownSkill::new(name.trim(), skills))
}
