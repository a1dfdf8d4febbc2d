//! `skills`: what the job asks for, most asked first.

use std::cmp::Reverse;

use serde::Serialize;

use super::cite::Citations;
use crate::dataset::Dataset;
use crate::model::caveat::Caveat;
use crate::model::error::Reason;
use crate::model::fact::Fact;
use crate::model::id::{EntryId, SourceId};
use crate::model::skill::{Category, Origin, Skill, SkillKind};
use crate::model::text::{Text, text};
use crate::report::{Block, Document, Kind, Report, Table};

/// What to ask of the skills.
#[derive(Debug, Default)]
pub struct SkillsParams {
    /// Technical or human; both if `None`.
    pub kind: Option<SkillKind>,
    /// The categories to show; all if empty.
    pub categories: Vec<Category>,
    /// Where the entries come from: what a source names or what our vocabulary adds. By default what a source names,
    /// and with categories both.
    pub origin: Option<Origin>,
}

/// A skill with the number of job sheets that ask for it.
#[derive(Serialize)]
struct SkillLine<'a> {
    id: &'a EntryId,
    name: &'a Text,
    kind: SkillKind,
    category: Category,
    origin: Origin,
    aliases: &'a [String],
    cited_by: usize,
    sources: &'a [SourceId],
    detail: Option<&'a Text>,
    caveat: Option<&'a Caveat>,
}

/// The skills of the asked kind and categories.
#[derive(Serialize)]
pub struct SkillsReport<'a> {
    skills: Vec<SkillLine<'a>>,
    #[serde(skip)]
    citations: Citations<'a>,
    #[serde(skip)]
    in_detail: bool,
    /// How many entries our vocabulary adds that are not shown.
    #[serde(skip)]
    left_out: usize,
}

/// Answers with what most job sheets ask for first, so that a learner knows where to begin.
pub fn ask<'a>(params: &SkillsParams, dataset: &'a Dataset) -> Result<SkillsReport<'a>, Reason> {
    let citations = Citations::new(dataset)?;
    let origin = params.origin.or_else(|| params.categories.is_empty().then_some(Origin::Sheet));
    let asked = |skill: &&Skill| {
        origin.is_none_or(|origin| origin == skill.origin)
            && params.kind.is_none_or(|kind| kind == skill.kind)
            && (params.categories.is_empty() || params.categories.contains(&skill.category))
    };
    let skills = dataset.skills()?.skills.iter().filter(asked);
    let mut skills: Vec<SkillLine<'a>> = skills.map(|skill| SkillLine::of(skill, &citations)).collect();
    skills.sort_by_key(|line| (Reverse(line.cited_by), line.origin, line.kind, line.category));
    let all = dataset.skills()?.skills.iter();
    let left_out =
        all.filter(|skill| skill.origin == Origin::Vocabulary && origin == Some(Origin::Sheet)).count();
    Ok(SkillsReport { skills, citations, in_detail: !params.categories.is_empty(), left_out })
}

impl<'a> SkillLine<'a> {
    fn of(skill: &'a Skill, citations: &Citations<'_>) -> Self {
        Self {
            id: &skill.id,
            name: &skill.name,
            kind: skill.kind,
            category: skill.category,
            origin: skill.origin,
            aliases: &skill.aliases,
            cited_by: citations.sheets_among(&skill.sources),
            sources: &skill.sources,
            detail: skill.detail.as_ref(),
            caveat: skill.caveat(),
        }
    }
}

impl SkillsReport<'_> {
    /// Whether it shows what our vocabulary adds.
    fn has_ours(&self) -> bool {
        self.skills.iter().any(|line| line.origin == Origin::Vocabulary)
    }

    /// What stands behind the table.
    fn notes(&self) -> Vec<Text> {
        let sheets = text(
            "« Fiches » : combien de fiches métier la citent ; ce n’est pas une mesure de la demande des employeurs.",
            "“Sheets”: how many job sheets name it; not a measure of what employers ask for.",
        );
        let ours = text(
            "Notre vocabulaire : ce que citent des CV et des offres, et qu’aucune source ne demande ; `gap` ne le compte que face à une offre.",
            "Our vocabulary: what CVs and job ads name, and no source asks for; `gap` counts it against an ad only.",
        );
        let count = self.left_out;
        let more = Text::new(
            format!(
                "{count} autres compétences, que citent des CV et des offres : `--origin vocabulary`, ou une catégorie."
            ),
            format!("{count} more skills, which CVs and job ads name: `--origin vocabulary`, or a category."),
        );
        [Some(sheets), self.has_ours().then_some(ours), (count > 0).then_some(more)]
            .into_iter()
            .flatten()
            .collect()
    }

    fn table(&self) -> Table {
        let comes_from = text("Vient de", "Comes from");
        Table::of(&self.skills)
            .hidden("id", Kind::Name, text("Id", "Id"), |line| line.id)
            .column("name", Kind::Text, text("Compétence", "Skill"), |line| line.name)
            .hidden("kind", Kind::Name, text("Nature", "Kind"), |line| line.kind)
            .column("category", Kind::Name, text("Catégorie", "Category"), |line| line.category)
            .shown_if(self.has_ours(), "origin", Kind::Name, comes_from, |line| line.origin)
            .column("cited_by", Kind::Number, text("Fiches", "Sheets"), |line| line.cited_by)
            .shown_if(self.in_detail, "detail", Kind::Text, text("À quoi elle sert", "What for"), |line| {
                line.detail
            })
            .hidden("aliases", Kind::Names, text("Autres noms", "Other names"), |line| line.aliases)
            .column("sources", Kind::Names, text("Selon", "According to"), |line| {
                self.citations.cell(line.sources)
            })
            .hidden("caveat", Kind::Text, text("Réserve", "Caveat"), |line| {
                line.caveat.map(|caveat| &caveat.reason)
            })
            .noted(|line| line.caveat.map(|caveat| caveat.reason.clone()))
            .main()
    }
}

impl Report for SkillsReport<'_> {
    fn name(&self) -> &'static str {
        "skills"
    }

    fn document(&self) -> Document {
        let title = if self.has_ours() {
            text(
                "Les compétences du métier, les plus citées d’abord",
                "The skills of the job, most often named first",
            )
        } else {
            text(
                "Les compétences que citent les fiches, les plus citées d’abord",
                "The skills that the sheets name, most often named first",
            )
        };
        Document::new(title).with(Block::Table(self.table())).with_notes(self.notes())
    }

    fn remarks(&self) -> Vec<Text> {
        let none = text("aucune compétence de cette sorte", "no skill of this sort");
        self.skills.is_empty().then_some(none).into_iter().collect()
    }
}
