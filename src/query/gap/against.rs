//! What a set of job ads asks most, and what of it a person has.

use std::cmp::Reverse;

use serde::Serialize;

use crate::model::id::EntryId;
use crate::model::skill::{Skill, SkillKind};
use crate::model::text::{Text, text};
use crate::reader::ad::{self, Asked};
use crate::reader::matching::{Answer, Matcher, Said};
use crate::report::{Cell, Column, Kind, Row, Table, Term};

/// A skill that some of the ads ask for.
#[derive(Debug, Serialize)]
pub struct AgainstLine<'a> {
    id: &'a EntryId,
    name: &'a Text,
    /// How many ads name it.
    ads: usize,
    /// How many of them require it.
    must: usize,
    /// How many of them call it a plus.
    nice: usize,
    /// What the CV says of it.
    status: Answer,
}

/// What the ads ask, most asked first.
#[derive(Debug, Serialize)]
pub struct Against<'a> {
    /// How many ads there are.
    ads: usize,
    /// The share of all that the ads require which the CV has, from 0 to 1; `null` if they require nothing.
    coverage: Option<f64>,
    skills: Vec<AgainstLine<'a>>,
}

/// Holds what is said against `ads`; `None` without ads.
pub fn of<'a>(
    ads: &[String],
    said: &Said,
    skills: &[&'a Skill],
    matcher: &Matcher,
    kind: Option<SkillKind>,
) -> Option<Against<'a>> {
    if ads.is_empty() {
        return None;
    }
    let mut counts = vec![(0, 0, 0); skills.len()];
    for ad in ads {
        for skill in ad::read(ad, skills, matcher).skills {
            let Some(at) = skills.iter().position(|known| known.id == *skill.id) else { continue };
            let (named, must, nice) = &mut counts[at];
            *named += 1;
            *must += usize::from(skill.asked == Asked::Must);
            *nice += usize::from(skill.asked == Asked::Nice);
        }
    }
    let mut lines = Vec::new();
    for (at, (skill, (named, must, nice))) in skills.iter().zip(counts).enumerate() {
        if named > 0 && kind.is_none_or(|kind| kind == skill.kind) {
            let status = said.answer(at, matcher);
            lines.push(AgainstLine { id: &skill.id, name: &skill.name, ads: named, must, nice, status });
        }
    }
    lines.sort_by_key(|line| Reverse((line.must, line.ads, line.nice)));
    Some(Against { ads: ads.len(), coverage: coverage(&lines), skills: lines })
}

/// What is had of all that is required, each skill as often as an ad requires it.
#[allow(clippy::cast_precision_loss, reason = "ads are few")]
fn coverage(lines: &[AgainstLine<'_>]) -> Option<f64> {
    let required: usize = lines.iter().map(|line| line.must).sum();
    let had: usize = lines.iter().filter(|line| line.status == Answer::Have).map(|line| line.must).sum();
    (required > 0).then(|| (had as f64 / required as f64 * 10_000.0).round() / 10_000.0)
}

impl Against<'_> {
    /// The skills as people read them.
    pub fn table(&self) -> Table {
        let columns = vec![
            Column::new("name", Kind::Text, text("Compétence", "Skill")),
            Column::new("status", Kind::Name, text("CV", "CV")),
            Column::new("must", Kind::Number, text("Exigée", "Required")),
            Column::new("nice", Kind::Number, text("Un plus", "A plus")),
            Column::new("ads", Kind::Number, text("Annonces", "Ads")),
        ];
        let row = |line: &AgainstLine<'_>| {
            Row::new(vec![
                Cell::Text(line.name.clone()),
                Cell::Term(Term::of(line.status)),
                Cell::Count(line.must as u64),
                Cell::Count(line.nice as u64),
                Cell::Count(line.ads as u64),
            ])
        };
        let ads = self.ads;
        let (mut fr, mut en) =
            (format!("Ce que demandent {ads} annonces"), format!("What {ads} ads ask for"));
        if ads == 1 {
            (fr, en) = ("Ce que demande l’annonce".to_owned(), "What the ad asks for".to_owned());
        }
        if let Some(coverage) = self.coverage {
            let percent = (coverage * 100.0).round();
            fr += &format!(" ; le CV a {percent} % de ce qu’elles exigent");
            en += &format!("; the CV has {percent}% of what they require");
        }
        Table::aside(Text::new(fr, en), columns, self.skills.iter().map(row).collect())
    }
}
