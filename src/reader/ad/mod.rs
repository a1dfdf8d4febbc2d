//! What the text of a job ad says: skills and how strongly each is asked, pay, contract, level, years, diploma, place.
//!
//! Nothing is guessed from what is not written.

mod contract;
mod experience;
mod figures;
mod language;
mod level;
mod pay;
mod period;
mod place;
mod remote;
mod sections;
mod study;
mod titles;

use serde::Serialize;

pub use self::contract::AdContract;
pub use self::experience::Years;
pub use self::figures::Currency;
pub use self::language::LanguageLevel;
pub use self::level::AdLevel;
pub use self::pay::{Bound, OtherPay, Pay};
pub use self::period::Period;
pub use self::titles::Asked;
use super::matching::{Attitude, Clauses, Matcher, Mention, Surface};
use super::words::first_bytes;
use crate::model::id::EntryId;
use crate::model::skill::{Category, Skill, SkillKind};
use crate::model::text::Text;
use crate::model::training::StudyLevel;

/// A skill that an ad names.
#[derive(Debug, Clone, Serialize)]
pub struct AdSkill<'a> {
    /// Its id.
    pub id: &'a EntryId,
    /// Its name.
    pub name: &'a Text,
    /// Technical or human.
    pub kind: SkillKind,
    /// What it is about.
    pub category: Category,
    /// How strongly it is asked for.
    pub asked: Asked,
    /// The words of the ad that name it.
    pub matched: Vec<String>,
}

/// What an ad says, for machines and for the comparison of many.
#[derive(Debug, Serialize)]
pub struct Ad<'a> {
    /// The skills, most strongly asked first.
    pub skills: Vec<AdSkill<'a>>,
    /// The pay; `null` if the ad tells none.
    pub pay: Option<Pay>,
    /// The pay that it tells by the hour or in another currency, if it tells none in euros over a longer period.
    pub other_pay: Option<OtherPay>,
    /// The contract that is named first.
    pub contract: Option<AdContract>,
    /// The level that the ad names.
    pub level: Option<AdLevel>,
    /// Years of experience.
    pub experience_years: Option<Years>,
    /// The lowest diploma that is accepted.
    pub study_level: Option<StudyLevel>,
    /// The languages of which a level is asked.
    pub languages: Vec<LanguageLevel>,
    /// Whether the job is part-time alone.
    pub part_time: bool,
    /// Days a week away from the office.
    pub remote_days: Option<u8>,
    /// The town.
    pub city: Option<String>,
}

/// What stands further down, in bytes, is no part of an ad: a long one has a tenth of it.
const LONGEST_AD: usize = 32 * 1024;
/// The head of an ad is its title and this many lines below it.
const HEAD_LINES: usize = 4;

/// What the text of an ad says.
pub fn read<'a>(text: &str, skills: &[&'a Skill], matcher: &Matcher) -> Ad<'a> {
    let text = first_bytes(text, LONGEST_AD);
    let surface = Surface::new(text);
    let clauses = Clauses::with_sections(&surface, titles::is_section);
    let findings = matcher.find_in(&surface, &clauses);
    let header = head(surface.text());
    let figures = figures::all(surface.text());
    let title = clauses.all().first().map_or("", |first| {
        let line = clauses.all().iter().take_while(|clause| clause.line == first.line).last();
        &surface.text()[first.start..line.map_or(first.end, |last| last.end)]
    });
    let contract = contract::contract(surface.text());
    let learns = contract.is_some_and(AdContract::is_of_learners);
    let pay = pay::of(surface.text(), &figures, header, learns);
    Ad {
        skills: asked(text, &surface, &clauses, &findings.mentions, skills),
        other_pay: if pay.is_none() { pay::other(surface.text(), &figures) } else { None },
        pay,
        contract,
        level: level::level(surface.text(), title),
        experience_years: experience::experience(surface.text(), &figures),
        study_level: study::study_level(surface.text()),
        languages: language::languages(surface.text()),
        part_time: contract::is_part_time(surface.text()),
        remote_days: remote::remote_days(surface.text(), &figures),
        city: place::town(&surface, header),
    }
}

/// The highest diploma that a text names, as a CV does.
pub fn highest_study_level(text: &str) -> Option<StudyLevel> {
    study::highest_study_level(Surface::new(text).text())
}

/// Where the head of an ad ends: its first lines that are not empty.
fn head(text: &str) -> usize {
    let (mut at, mut seen) = (0, 0);
    for line in text.split_inclusive('\n') {
        if seen >= HEAD_LINES {
            break;
        }
        at += line.len();
        seen += usize::from(!line.trim().is_empty());
    }
    at
}

/// Each named skill once, with the strongest demand; what is said not to be needed is only mentioned.
fn asked<'a>(
    text: &str,
    surface: &Surface<'_>,
    clauses: &Clauses,
    mentions: &[Mention],
    skills: &[&'a Skill],
) -> Vec<AdSkill<'a>> {
    let named = |start: usize, end: usize| {
        let (start, end) = surface.span(start, end);
        let first = mentions.partition_point(|mention| mention.start < start);
        mentions.get(first).is_some_and(|mention| mention.end <= end)
    };
    let demands = sections::demands(surface, clauses, named);
    let ends: Vec<usize> =
        clauses.all().iter().map(|clause| surface.span(clause.start, clause.end).1).collect();
    let mut asked: Vec<AdSkill<'a>> = Vec::new();
    for mention in mentions {
        let place = ends.partition_point(|end| *end <= mention.start);
        let demand = match mention.attitude {
            Attitude::Absent => Asked::Mentioned,
            _ => demands.get(place).copied().unwrap_or(Asked::Mentioned),
        };
        let skill = skills[mention.skill];
        let word = mention.words(text).split_whitespace().collect::<Vec<_>>().join(" ");
        match asked.iter_mut().find(|known| *known.id == skill.id) {
            Some(known) => {
                known.asked = known.asked.min(demand);
                if !known.matched.contains(&word) && known.matched.len() < 5 {
                    known.matched.push(word);
                }
            }
            None => asked.push(AdSkill {
                id: &skill.id,
                name: &skill.name,
                kind: skill.kind,
                category: skill.category,
                asked: demand,
                matched: vec![word],
            }),
        }
    }
    asked.sort_by_key(|skill| (skill.asked, skill.kind, skill.category));
    asked
}
