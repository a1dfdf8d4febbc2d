//! What a CV says of each skill, and by which words.

use super::{Attitude, Findings, Matcher};
use crate::model::name::fold;
use crate::model::vocabulary::vocabulary;

/// The most spellings of one skill that are kept as evidence.
const MOST_WORDS: usize = 5;

/// The words about each skill, by what they say of it.
pub struct Said {
    words: Vec<Vec<(Attitude, String)>>,
    /// The first level that is told of each skill.
    levels: Vec<Option<String>>,
}

vocabulary! {
    /// What a CV says of a skill that somebody asks for.
    Answer ("réponse", "answer")
    Have = "have", "acquise", "have", "acquis";
    Learning = "learning", "en cours", "learning", "encours";
    Missing = "missing", "manque", "missing", "manquante";
}

impl Said {
    /// Nothing yet of `skills` skills.
    pub fn nothing(skills: usize) -> Self {
        Self { words: vec![Vec::new(); skills], levels: vec![None; skills] }
    }

    /// What a text says of `skills` skills.
    pub fn of(text: &str, findings: &Findings, skills: usize) -> Self {
        let mut said = Self::nothing(skills);
        for mention in &findings.mentions {
            said.keep(mention.skill, mention.attitude, mention.words(text));
            let level = &mut said.levels[mention.skill];
            *level = level.take().or_else(|| mention.level(text).map(str::to_owned));
        }
        said
    }

    /// The words that say so of a skill.
    pub fn words(&self, skill: usize, attitude: Attitude) -> Vec<String> {
        let said = self.words.get(skill).into_iter().flatten();
        said.filter(|(one, _)| *one == attitude).map(|(_, word)| word.clone()).collect()
    }

    /// The level that is told of a skill, in the words of the text.
    pub fn level(&self, skill: usize) -> Option<&str> {
        self.levels.get(skill)?.as_deref()
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
        matcher.implying(skill).iter().copied().filter(|other| self.is_had(*other)).collect()
    }

    /// What the CV answers to who asks for a skill.
    pub fn answer(&self, skill: usize, matcher: &Matcher) -> Answer {
        if self.is_had(skill) || !self.implied_by(skill, matcher).is_empty() {
            Answer::Have
        } else if self.words(skill, Attitude::Learning).is_empty() {
            Answer::Missing
        } else {
            Answer::Learning
        }
    }

    /// Whether the text says that a skill is not had.
    pub fn is_denied(&self, skill: usize, matcher: &Matcher) -> bool {
        self.answer(skill, matcher) == Answer::Missing && !self.words(skill, Attitude::Absent).is_empty()
    }

    /// Keeps a spelling as evidence unless it is known already.
    pub fn keep(&mut self, skill: usize, attitude: Attitude, word: &str) {
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
