//! How a CV answers an ad: what is had, what is being learned, what is missing, and which words of the CV say so.

use serde::Serialize;

use crate::model::id::EntryId;
use crate::model::skill::Skill;
use crate::model::text::Text;
use crate::model::training::StudyLevel;
use crate::query::to_check::{self, ToCheck};
use crate::reader::ad::{Ad, Asked};
use crate::reader::matching::{Answer, Attitude, Matcher, Said};

/// A skill that the ad names, and what the CV says of it.
#[derive(Debug, Serialize)]
pub struct FitLine<'a> {
    /// Its id.
    pub id: &'a EntryId,
    /// Its name.
    pub name: &'a Text,
    /// How strongly the ad asks for it.
    pub asked: Asked,
    /// What the CV says.
    pub answer: Answer,
    /// The words of the CV that say so.
    pub words: Vec<String>,
    /// The skills of the CV from which it follows, if no word says it.
    pub implied_by: Vec<&'a EntryId>,
    /// Whether the CV says that it is not known.
    pub denied: bool,
    /// The names of `implied_by`.
    #[serde(skip)]
    pub implied_names: Vec<&'a Text>,
}

/// How a CV answers an ad.
#[derive(Debug, Serialize)]
pub struct Fit<'a> {
    /// How many required skills there are.
    pub must: usize,
    /// How many of them the CV has.
    pub must_had: usize,
    /// Every skill that the ad names.
    pub lines: Vec<FitLine<'a>>,
    /// What the ad asks besides skills.
    pub to_check: Vec<ToCheck>,
}

impl<'a> Fit<'a> {
    /// Holds a CV against an ad; `reached` is the highest diploma that the CV names.
    pub fn of(
        ad: &Ad<'a>,
        cv: &str,
        skills: &[&'a Skill],
        matcher: &Matcher,
        reached: Option<StudyLevel>,
    ) -> Self {
        let said = Said::of(cv, &matcher.find(cv), skills.len());
        let lines: Vec<FitLine<'a>> = ad
            .skills
            .iter()
            .filter_map(|skill| {
                let at = skills.iter().position(|known| known.id == *skill.id)?;
                let answer = said.answer(at, matcher);
                let implied: Vec<&'a Skill> =
                    said.implied_by(at, matcher).into_iter().map(|from| skills[from]).collect();
                let words = said.words(
                    at,
                    match answer {
                        Answer::Have => Attitude::Have,
                        Answer::Learning => Attitude::Learning,
                        Answer::Missing => Attitude::Absent,
                    },
                );
                Some(FitLine {
                    id: skill.id,
                    name: skill.name,
                    asked: skill.asked,
                    answer,
                    words,
                    implied_by: implied.iter().map(|skill| &skill.id).collect(),
                    denied: said.is_denied(at, matcher),
                    implied_names: implied.iter().map(|skill| &skill.name).collect(),
                })
            })
            .collect();
        let must = |line: &&FitLine<'_>| line.asked == Asked::Must;
        Self {
            must: lines.iter().filter(must).count(),
            must_had: lines.iter().filter(must).filter(|line| line.answer == Answer::Have).count(),
            lines,
            to_check: to_check::of(ad, reached),
        }
    }
}
