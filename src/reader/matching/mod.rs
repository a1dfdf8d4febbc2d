//! Finding skills in a text: one matcher for CVs, job ads and programmes.
//!
//! Names are looked for all at once, whatever their case, accents, hyphens and versions; a spelling that is also an
//! ordinary word needs what its entry in data/ says; what is refused or only being learned is told apart.

mod attitude;
mod clauses;
mod domains;
mod evidence;
mod headings;
mod level;
mod misspelt;
mod names;
mod negation;
mod said;
mod spelling;
mod surface;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::error::{InvalidData, Problem};
use crate::model::skill::{Skill, SkillKind};
use crate::model::text::Text;

pub use self::attitude::Attitude;
pub use self::clauses::Clauses;
use self::names::Names;
pub use self::said::{Answer, Said};
pub use self::spelling::{known_by, spellings};
pub use self::surface::Surface;

/// Every name of every skill, ready to be looked for at once; made once, used for any number of texts.
pub struct Matcher {
    names: Names,
    /// For each skill: technical or human.
    kinds: Vec<SkillKind>,
    /// For each skill those from which it follows, in one step or several.
    implying: Vec<Vec<usize>>,
}

/// A skill's name as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The skill's place in the list that the matcher was made of.
    pub skill: usize,
    /// Where the words begin in the text, in bytes.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// Whether the text says that it is had, being learned, or not had.
    pub attitude: Attitude,
    /// Where the text tells the level, in bytes, if it does.
    pub level: Option<(usize, usize)>,
}

impl Mention {
    /// The words of `text` that tell the level.
    pub fn level<'a>(&self, text: &'a str) -> Option<&'a str> {
        let (start, end) = self.level?;
        text.get(start..end)
    }

    /// The words of `text`, which is the one that was searched.
    pub fn words<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// What a text says of skills, in the order of the text.
#[derive(Debug, Default)]
pub struct Findings {
    /// Every mention.
    pub mentions: Vec<Mention>,
}

impl Findings {
    /// The attitude to each mentioned skill: what is had somewhere is had, what is learned beats what is refused.
    pub fn attitudes(&self) -> BTreeMap<usize, Attitude> {
        let mut attitudes = BTreeMap::new();
        for mention in &self.mentions {
            let known = attitudes.entry(mention.skill).or_insert(mention.attitude);
            *known = (*known).min(mention.attitude);
        }
        attitudes
    }
}

impl Matcher {
    /// A matcher of the names of `skills`.
    ///
    /// # Errors
    /// Fails if there are more names than fit in memory.
    pub fn new(skills: &[&Skill]) -> Result<Self, InvalidData> {
        Ok(Self {
            names: Names::new(skills).map_err(|error| too_many(&error))?,
            kinds: skills.iter().map(|skill| skill.kind).collect(),
            implying: implying(skills),
        })
    }

    /// What `text` says of skills.
    pub fn find(&self, text: &str) -> Findings {
        let surface = Surface::new(text);
        self.find_in(&surface, &Clauses::new(&surface))
    }

    /// What a text says of skills, where its surface and clauses are known already.
    pub fn find_in(&self, surface: &Surface<'_>, clauses: &Clauses) -> Findings {
        let hits = self.names.hits(surface);
        let hits = evidence::proven(&hits, surface, clauses, &self.names, &self.kinds);
        let attitudes = negation::of(&hits, surface, clauses);
        let mut mentions = Vec::new();
        for (hit, attitude) in hits.iter().zip(attitudes) {
            let (start, end) = surface.span(hit.start, hit.end);
            let level = level::of(hit, surface, clauses).map(|(start, end)| surface.span(start, end));
            for skill in self.names.skills(hit) {
                mentions.push(Mention { skill, start, end, attitude, level });
            }
        }
        Findings { mentions }
    }

    /// The skills from which `skill` follows.
    pub fn implying(&self, skill: usize) -> &[usize] {
        self.implying.get(skill).map(Vec::as_slice).unwrap_or_default()
    }
}

fn too_many(error: &dyn std::fmt::Display) -> InvalidData {
    let message = Text::new(
        format!("trop de noms de compétences pour les chercher ({error})"),
        format!("too many names of skills to look for ({error})"),
    );
    InvalidData::from(Problem::of_file("skills.json", message))
}

/// For each skill the places of those that imply it, in one step or several, lowest first; a circle ends where it began.
fn implying(skills: &[&Skill]) -> Vec<Vec<usize>> {
    let place: BTreeMap<&str, usize> =
        skills.iter().enumerate().map(|(at, skill)| (skill.id.as_str(), at)).collect();
    let mut direct: Vec<Vec<usize>> = vec![Vec::new(); skills.len()];
    for (at, skill) in skills.iter().enumerate() {
        for implied in skill.implies.iter().filter_map(|id| place.get(id.as_str())) {
            direct[*implied].push(at);
        }
    }
    let all = |at: usize| {
        let mut found: BTreeSet<usize> = direct[at].iter().copied().collect();
        let mut open: Vec<usize> = direct[at].clone();
        while let Some(one) = open.pop() {
            let more = direct[one].iter().copied().filter(|other| *other != at);
            open.extend(more.filter(|other| found.insert(*other)));
        }
        found.into_iter().collect()
    };
    (0..skills.len()).map(all).collect()
}

/// A name in the text, before it is known whether it names its skill.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    /// Which pattern.
    pattern: usize,
    /// Where it begins in the surface's text.
    start: usize,
    /// Where the name ends there.
    end: usize,
    /// Where it ends with a version number.
    version_end: usize,
    /// How the name is misspelt, if it is.
    slip: Option<Slip>,
}

/// A slip in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    /// In a long name, which it leaves told apart from any other word.
    Long,
    /// In a short one.
    Short,
}
