//! What a set of job ads asks most, and what of it a person has.

use std::cmp::Reverse;

use serde::Serialize;

use super::ListedSkill;
use super::coverage::Askers;
use crate::model::id::EntryId;
use crate::model::skill::{Skill, SkillKind};
use crate::model::text::{Text, text};
use crate::model::training::StudyLevel;
use crate::query::to_check::{self, ToCheck};
use crate::reader::ad::{self, Asked};
use crate::reader::matching::{Answer, Matcher, Said};
use crate::report::{Kind, Table};

/// A skill that some of the ads ask for.
#[derive(Debug, Serialize)]
pub struct AgainstLine<'a> {
    /// Its id.
    pub id: &'a EntryId,
    /// Its name.
    pub name: &'a Text,
    /// How many ads name it.
    pub ads: usize,
    /// How many of them require it.
    pub must: usize,
    /// How many of them call it a plus.
    pub nice: usize,
    /// What the CV says of it.
    pub status: Answer,
    /// The skill itself.
    #[serde(skip)]
    pub skill: ListedSkill<'a>,
    /// Whether the CV says that it is not known.
    denied: bool,
}

/// Something that ads ask besides skills.
#[derive(Debug, Serialize)]
pub struct AskedBesides {
    /// What it is about: `study_level`, `experience_years`, `language`.
    about: &'static str,
    /// How many ads ask for it.
    ads: usize,
    /// How many of them ask for more than the CV names, as far as that can be compared.
    unmet: usize,
    /// The same in words.
    text: Text,
}

/// What the ads ask, most asked first.
#[derive(Debug, Serialize)]
pub struct Against<'a> {
    /// How many ads there are.
    ads: usize,
    /// The share of all that the ads require which the CV has, from 0 to 1; `null` if they require nothing.
    coverage: Option<f64>,
    /// The skills.
    pub skills: Vec<AgainstLine<'a>>,
    /// What the ads ask besides skills, which the share does not count.
    to_check: Vec<AskedBesides>,
    #[serde(skip)]
    kind: Option<SkillKind>,
}

/// Holds what is said against `ads`; `None` without ads. `reached` is the highest diploma that the CV names.
pub fn of<'a>(
    ads: &[String],
    said: &Said,
    skills: &[&'a Skill],
    (matcher, askers): (&Matcher, &Askers<'_>),
    kind: Option<SkillKind>,
    reached: Option<StudyLevel>,
) -> Option<Against<'a>> {
    if ads.is_empty() {
        return None;
    }
    let mut counts = vec![(0, 0, 0); skills.len()];
    let mut besides = Vec::new();
    for ad in ads {
        let ad = ad::read(ad, skills, matcher);
        besides.push(to_check::of(&ad, reached));
        for skill in ad.skills {
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
            let denied = said.is_denied(at, matcher);
            lines.push(AgainstLine {
                id: &skill.id,
                name: &skill.name,
                skill: ListedSkill::of(skill, askers.among(&skill.sources)),
                ads: named,
                must,
                nice,
                status,
                denied,
            });
        }
    }
    lines.sort_by_key(|line| Reverse((line.must, line.ads, line.nice)));
    let to_check = asked_besides(&besides);
    Some(Against { ads: ads.len(), coverage: coverage(&lines), skills: lines, to_check, kind })
}

/// What the ads ask besides skills, each kind of demand once: one ad’s in its own words, those of several counted.
fn asked_besides(ads: &[Vec<ToCheck>]) -> Vec<AskedBesides> {
    if let [ad] = ads {
        let of = |one: &ToCheck| AskedBesides {
            about: one.about,
            ads: 1,
            unmet: usize::from(one.met == Some(false)),
            text: one.text.clone(),
        };
        return ad.iter().map(of).collect();
    }
    let kinds = [
        ("study_level", text("un diplôme", "a diploma")),
        ("experience_years", text("des années d’expérience", "years of experience")),
        ("language", text("un niveau de langue", "a level of a language")),
    ];
    let of = |(about, what): (&'static str, Text)| {
        let asking = |ad: &&Vec<ToCheck>| ad.iter().any(|one| one.about == about);
        let lacking = |ad: &&Vec<ToCheck>| ad.iter().any(|one| one.about == about && one.met == Some(false));
        let (ads, unmet) = (ads.iter().filter(asking).count(), ads.iter().filter(lacking).count());
        (ads > 0).then(|| AskedBesides { about, ads, unmet, text: counted(&what, ads, unmet) })
    };
    kinds.into_iter().filter_map(of).collect()
}

/// “a diploma (3 ads, 1 of them above that of the CV)”.
fn counted(what: &Text, ads: usize, unmet: usize) -> Text {
    let (fr, en) = if ads == 1 { ("annonce", "ad") } else { ("annonces", "ads") };
    let above = if unmet == 0 {
        text("", "")
    } else {
        Text::new(
            format!(", dont {unmet} au-dessus de celui du CV"),
            format!(", {unmet} of them above that of the CV"),
        )
    };
    Text::new(
        format!("{} ({ads} {fr}{})", what.fr, above.fr),
        format!("{} ({ads} {en}{})", what.en, above.en),
    )
}

/// What is had of all that is required, each skill as often as an ad requires it.
#[allow(clippy::cast_precision_loss, reason = "ads are few")]
fn coverage(lines: &[AgainstLine<'_>]) -> Option<f64> {
    let required: usize = lines.iter().map(|line| line.must).sum();
    let had: usize = lines.iter().filter(|line| line.status == Answer::Have).map(|line| line.must).sum();
    (required > 0).then(|| (had as f64 / required as f64 * 10_000.0).round() / 10_000.0)
}

impl Against<'_> {
    /// What is asked of one skill.
    pub fn line(&self, id: &EntryId) -> Option<&AgainstLine<'_>> {
        self.skills.iter().find(|line| line.id == id)
    }

    /// Whether the ads require anything, so that there is a share of it.
    pub const fn requires_something(&self) -> bool {
        self.coverage.is_some()
    }

    /// The share in a sentence; `None` if the ads require nothing. `read_cv` is false of a list of skills.
    pub fn title(&self, read_cv: bool) -> Option<Text> {
        let percent = (self.coverage? * 100.0).round();
        let (fr, en) = if read_cv { ("Ce CV a", "This CV has") } else { ("Cela fait", "This makes") };
        let ads = self.ads;
        let (who_fr, who_en) = match ads {
            1 => ("l’annonce exige".to_owned(), "the ad requires".to_owned()),
            _ => (format!("ces {ads} annonces exigent"), format!("these {ads} ads require")),
        };
        Some(Text::new(
            format!("{fr} {percent} % des compétences que {who_fr}"),
            format!("{en} {percent}% of the skills that {who_en}"),
        ))
    }

    /// The skills as people read them.
    pub fn table(&self) -> Table {
        let ads = self.ads;
        let title = match ads {
            1 => text("Ce que demande l’annonce", "What the ad asks for"),
            _ => Text::new(format!("Ce que demandent {ads} annonces"), format!("What {ads} ads ask for")),
        };
        Table::of(&self.skills)
            .column("name", Kind::Text, text("Compétence", "Skill"), |line| line.name)
            .column("status", Kind::Name, text("CV", "CV"), |line| line.status)
            .column("must", Kind::Number, text("Exigée", "Required"), |line| line.must)
            .column("nice", Kind::Number, text("Un plus", "A plus"), |line| line.nice)
            .column("ads", Kind::Number, text("Annonces", "Ads"), |line| line.ads)
            .noted(|line| line.denied.then_some(to_check::DENIED))
            .aside(title)
    }

    /// Which skills the share counts, and what remains to be checked.
    pub fn note(&self) -> Text {
        let counted = match self.kind {
            None => to_check::ALL_SKILLS,
            Some(SkillKind::Hard) => text("les compétences techniques", "technical skills"),
            Some(SkillKind::Soft) => text("les qualités humaines", "human qualities"),
        };
        to_check::note(&counted, self.to_check.iter().map(|one| &one.text))
    }
}
