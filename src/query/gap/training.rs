//! Training that would help: programmes whose own texts name what is missing, or at least the trade.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::fact::Fact;
use crate::model::id::EntryId;
use crate::model::name::fold;
use crate::model::skill::Skill;
use crate::model::text::{Lang, Text};
use crate::model::training::{Programme, StudyLevel};
use crate::model::vocabulary::vocabulary;
use crate::reader::matching::Matcher;

vocabulary! {
    /// What a programme says it teaches, short of naming a skill.
    Subject ("sujet", "subject")
    FullStack = "full-stack", "full stack", "full stack";
    WebApplications = "web-applications", "applications web", "web applications";
    WebDevelopment = "web-development", "développement web", "web development";
    Software = "software", "logiciels", "software";
    Computing = "computing", "informatique", "computing";
}

/// The words, folded, that tell a subject in French or English.
const WORDS: [(Subject, &[&str]); 5] = [
    (Subject::FullStack, &["full stack", "full-stack"]),
    (Subject::WebApplications, &["applications web", "web applications"]),
    (Subject::WebDevelopment, &["developpement web", "web development", "web track"]),
    (Subject::Software, &["logiciel", "software"]),
    (Subject::Computing, &["informatique", "computing"]),
];

/// A programme that would help.
#[derive(Serialize)]
pub struct TrainingLine<'a> {
    /// The programme.
    pub id: &'a EntryId,
    /// Its name.
    pub name: &'a Text,
    /// The level it leads to.
    pub level: StudyLevel,
    /// The missing skills that its texts name.
    pub skills: Vec<&'a EntryId>,
    /// The most telling subject that its texts name.
    pub subject: Option<Subject>,
}

/// The programmes that name a missing technical skill; where none does, those that name the trade; none below the level `reached`.
pub fn that_would_help<'a>(
    programmes: &'a [Programme],
    missing: &[&'a EntryId],
    all: &[&'a Skill],
    matcher: &Matcher,
    reached: Option<StudyLevel>,
) -> Vec<TrainingLine<'a>> {
    if missing.is_empty() {
        return Vec::new();
    }
    let mut lines: Vec<TrainingLine<'a>> =
        programmes.iter().map(|programme| line(programme, missing, all, matcher)).collect();
    // A diploma below the one that a person has teaches her nothing new; a short course may.
    lines.retain(|line| reached.is_none_or(|reached| line.level >= reached));
    let naming = lines.iter().any(|line| !line.skills.is_empty());
    lines.retain(|line| {
        if naming {
            !line.skills.is_empty()
        } else {
            line.subject.is_some_and(|subject| subject != Subject::Computing)
        }
    });
    lines.sort_by_key(|line| (std::cmp::Reverse(line.skills.len()), line.level));
    lines
}

fn line<'a>(
    programme: &'a Programme,
    missing: &[&'a EntryId],
    all: &[&'a Skill],
    matcher: &Matcher,
) -> TrainingLine<'a> {
    let texts: Vec<&Text> = std::iter::once(&programme.name).chain(programme.texts()).collect();
    let texts: Vec<&str> =
        texts.into_iter().flat_map(|text| [text.in_lang(Lang::Fr), text.in_lang(Lang::En)]).collect();
    let mentions = texts.iter().flat_map(|text| matcher.find(text).mentions);
    let named: BTreeSet<&EntryId> = mentions.map(|mention| &all[mention.skill].id).collect();
    let words: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    let told = |(_, signs): &&(Subject, &[&str])| {
        signs.iter().any(|sign| words.iter().any(|text| text.contains(sign)))
    };
    TrainingLine {
        id: &programme.id,
        name: &programme.name,
        level: programme.level,
        skills: missing.iter().copied().filter(|id| named.contains(id)).collect(),
        subject: WORDS.iter().find(told).map(|(subject, _)| *subject),
    }
}
