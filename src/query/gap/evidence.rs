//! What a CV and a list of names say of each skill, and by which words.

use super::GapParams;
use super::named::{self, UnknownSkill};
use crate::model::name::fold;
use crate::model::skill::Skill;
use crate::query::matching::{Attitude, Findings, Matcher};

/// The most spellings of one skill that are kept as evidence.
const MOST_WORDS: usize = 5;

/// The words about each skill, by what they say of it.
pub struct Said {
    words: Vec<Vec<(Attitude, String)>>,
    /// The listed names that are no skill.
    pub unknown: Vec<UnknownSkill>,
}

/// What a CV and listed names say.
pub fn said(params: &GapParams, matcher: &Matcher, skills: &[&Skill]) -> Said {
    let mut said = match &params.cv {
        Some(cv) => Said::of(cv, &matcher.find(cv), skills.len()),
        None => Said { words: vec![Vec::new(); skills.len()], unknown: Vec::new() },
    };
    for name in &params.have {
        match named::find(name, skills) {
            Ok(at) => said.keep(at, Attitude::Have, name.trim()),
            Err(missed) => said.unknown.push(missed),
        }
    }
    said
}

impl Said {
    /// What a text says of `skills` skills.
    pub fn of(text: &str, findings: &Findings, skills: usize) -> Self {
        let mut said = Self { words: vec![Vec::new(); skills], unknown: Vec::new() };
        for mention in &findings.mentions {
            said.keep(mention.skill, mention.attitude, mention.words(text));
        }
        said
    }

    /// The words that say so of a skill.
    pub fn words(&self, skill: usize, attitude: Attitude) -> Vec<String> {
        let said = self.words.get(skill).into_iter().flatten();
        said.filter(|(one, _)| *one == attitude).map(|(_, word)| word.clone()).collect()
    }

    /// Whether words say that a skill is had.
    pub fn is_had(&self, skill: usize) -> bool {
        self.words.get(skill).into_iter().flatten().any(|(attitude, _)| *attitude == Attitude::Have)
    }

    /// The had skills from which `skill` follows, if no word says it outright.
    pub fn implied_by(&self, skill: usize, matcher: &Matcher) -> Vec<usize> {
        if self.is_had(skill) {
            return Vec::new();
        }
        let implies = |other: &usize| self.is_had(*other) && matcher.implied_by(*other).contains(&skill);
        (0..self.words.len()).filter(implies).collect()
    }

    /// Keeps a spelling as evidence unless it is known already.
    fn keep(&mut self, skill: usize, attitude: Attitude, word: &str) {
        let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = &mut self.words[skill];
        let known = |(one, old): &(Attitude, String)| *one == attitude && fold(old) == fold(&word);
        if words.len() < MOST_WORDS && !words.iter().any(known) {
            words.push((attitude, word));
        } else if attitude == Attitude::Have && words.iter().all(|(one, _)| *one != attitude) {
            // What is had must not be crowded out by what is not.
            words[0] = (attitude, word);
        }
    }
}
