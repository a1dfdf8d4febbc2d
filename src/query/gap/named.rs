//! Skills as they are listed on the command line: each name is one skill, or is said to be unknown.

use std::collections::BTreeMap;

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

/// The names of all skills, made once for any number of questions.
pub struct SkillNames<'a> {
    /// Each skill’s own names: they come before another’s alias.
    owned: BTreeMap<String, usize>,
    /// Every spelling.
    spelled: BTreeMap<String, usize>,
    /// The spellings without signs, by their letters alone.
    loose: BTreeMap<String, usize>,
    /// The names as they are written, each with its letters.
    written: Vec<(String, &'a str)>,
}

impl<'a> SkillNames<'a> {
    /// The names of `skills`; of two skills with one name, the first has it.
    pub fn new(skills: &[&'a Skill]) -> Self {
        let mut names = Self {
            owned: BTreeMap::new(),
            spelled: BTreeMap::new(),
            loose: BTreeMap::new(),
            written: Vec::new(),
        };
        for (at, skill) in skills.iter().enumerate() {
            for own in [skill.name.fr.as_ref(), skill.name.en.as_ref(), skill.id.as_str()] {
                names.owned.entry(letters(own)).or_insert(at);
            }
            for spelling in spellings(skill) {
                names.spelled.entry(letters(&spelling)).or_insert(at);
                if !spelling.contains(['#', '+']) {
                    names.loose.entry(key(&spelling)).or_insert(at);
                }
            }
            names.written.extend(known_by(skill).map(|name| (letters(name), name)));
        }
        names
    }

    /// The skill that a name stands for, whatever its case, accents, hyphens and version.
    ///
    /// # Errors
    /// Fails if the name is no skill, with the nearest that is.
    pub fn find(&self, name: &str) -> Result<usize, UnknownSkill> {
        let wanted = letters(name);
        let is = |wanted: &str| self.owned.get(wanted).or_else(|| self.spelled.get(wanted));
        // Signs tell `c#` from `c`: only a name without them is compared by its letters alone.
        let plain = || {
            let loose = key(name);
            let signed = wanted.contains(['#', '+']) || wanted.starts_with('.');
            (loose.chars().count() > 2 && !signed).then(|| self.loose.get(&loose)).flatten()
        };
        let found = is(&wanted).or_else(|| is(without_version(name).as_deref()?)).or_else(plain);
        found.copied().ok_or_else(|| self.unknown(name.trim(), &wanted))
    }

    fn unknown(&self, given: &str, wanted: &str) -> UnknownSkill {
        let near = |(letters, name): &(String, &str)| Some((slips(wanted, letters)?, (*name).to_owned()));
        let nearest = self.written.iter().filter_map(near).min_by_key(|(slips, _)| *slips);
        UnknownSkill { given: given.to_owned(), nearest: nearest.map(|(_, name)| name) }
    }
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
