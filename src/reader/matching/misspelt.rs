//! Names with a slip in them, `Kubernettes`: only those of products, which no ordinary word is a slip away from.

use std::collections::BTreeMap;

use super::spelling::{known_by, plain};
use crate::model::name::slips;
use crate::model::skill::{Skill, SkillKind};

/// A shorter name is too near to other words.
const SHORTEST: usize = 6;
/// From so many letters on, any one slip leaves a name told apart from every other word.
const LONG: usize = 8;
/// Letters that sound alike and are taken for each other.
const ALIKE: [(char, char); 5] = [('i', 'y'), ('c', 'k'), ('k', 'q'), ('s', 'z'), ('c', 's')];

/// The names in which a slip is forgiven, by their first letter, which is hardly ever the wrong one.
#[derive(Default)]
pub struct Slips {
    names: BTreeMap<char, Vec<(String, usize)>>,
}

impl Slips {
    /// The products among `skills`; `place` is that of a spelling which needs nothing beside it.
    pub fn new(skills: &[&Skill], place: impl Fn(&str) -> Option<usize>) -> Self {
        let mut slips = Self::default();
        for skill in skills.iter().filter(|skill| is_product(skill)) {
            for name in known_by(skill).map(plain).filter(|name| is_long_word(name)) {
                let Some(initial) = name.chars().next() else { continue };
                if let Some(place) = place(&name) {
                    slips.names.entry(initial).or_default().push((name, place));
                }
            }
        }
        slips
    }

    /// The place of the name that a folded word is a slip away from, and whether the name is a long one.
    pub fn find(&self, word: &str) -> Option<(usize, bool)> {
        if word.len() < SHORTEST {
            return None;
        }
        let names = self.names.get(&word.chars().next()?)?;
        let found = names.iter().find(|(name, _)| is_slip(word, name))?;
        Some((found.1, found.0.len() >= LONG))
    }
}

/// Whether a skill is a product: it has one name in every language, and that begins with a capital.
fn is_product(skill: &Skill) -> bool {
    let name = &skill.name;
    skill.kind == SkillKind::Hard && name.fr == name.en && name.en.starts_with(char::is_uppercase)
}

fn is_long_word(name: &str) -> bool {
    name.len() >= SHORTEST && name.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether one slip makes `word` of `name`; in a short name only one that makes no other word.
fn is_slip(word: &str, name: &str) -> bool {
    if word == name || word.len().abs_diff(name.len()) > 1 {
        return false;
    }
    if is_reordered(word, name) {
        return true;
    }
    // Counting slips is dear: it is for names that are the same but for two letters in one place.
    if ends_in_common(word, name) + 2 < word.len().max(name.len()) || slips(word, name) != Some(1) {
        return false;
    }
    name.len() >= LONG || without_doubles(word) == without_doubles(name) || is_alike(word, name)
}

/// How many letters two words share at their beginnings and their ends.
fn ends_in_common(word: &str, name: &str) -> usize {
    let same = |(one, other): &(u8, u8)| one == other;
    let start = word.bytes().zip(name.bytes()).take_while(same).count();
    let end = word.bytes().rev().zip(name.bytes().rev()).take_while(same).count();
    start + end
}

/// The same letters in another order, but for the first and the last: `Phyton`.
fn is_reordered(word: &str, name: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<u8> = text.bytes().collect();
        letters.sort_unstable();
        letters
    };
    word.len() == name.len() && word.chars().last() == name.chars().last() && sorted(word) == sorted(name)
}

fn without_doubles(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// Whether the one letter that differs sounds like the other.
fn is_alike(word: &str, name: &str) -> bool {
    let mut pairs = word.chars().zip(name.chars()).filter(|(one, other)| one != other);
    let alike = |(one, other)| ALIKE.contains(&(one, other)) || ALIKE.contains(&(other, one));
    word.len() == name.len() && pairs.all(alike)
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn a_slip_is_told_from_another_word() {
        for (word, name) in [
            ("kubernettes", "kubernetes"),
            ("javascipt", "javascript"),
            ("phyton", "python"),
            ("symfoni", "symfony"),
            ("laravell", "laravel"),
        ] {
            assert!(is_slip(word, name), "{word}");
        }
        for (word, name) in [
            ("talent", "talend"),
            ("valley", "valkey"),
            ("magenta", "magento"),
            ("dockery", "docker"),
            ("devons", "devops"),
        ] {
            assert!(!is_slip(word, name), "{word}");
        }
    }
}
