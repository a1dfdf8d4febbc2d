//! `missions`: what a back-end developer does, phase by phase, and who says so.

use std::cmp::Reverse;

use serde::Serialize;

use super::cite::Citations;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::fact::Fact;
use crate::model::mission::{Mission, Phase};
use crate::model::text::{Text, text};
use crate::report::{Block, Document, Kind, Report, Table};

/// What to ask of the missions.
#[derive(Debug, Default)]
pub struct MissionsParams {
    /// The phases to show; all if empty.
    pub phases: Vec<Phase>,
}

/// The missions of the asked phases.
#[derive(Serialize)]
pub struct MissionsReport<'a> {
    /// By phase, in each what most sources name first.
    pub missions: Vec<&'a Mission>,
    #[serde(skip)]
    citations: Citations<'a>,
    #[serde(skip)]
    in_detail: bool,
}

/// Answers phase by phase, in each what most sources name first.
pub fn ask<'a>(params: &MissionsParams, dataset: &'a Dataset) -> Result<MissionsReport<'a>, Reason> {
    let asked = |mission: &&Mission| params.phases.is_empty() || params.phases.contains(&mission.phase);
    let mut missions: Vec<&Mission> = dataset.missions()?.missions.iter().filter(asked).collect();
    missions.sort_by_key(|mission| (mission.phase, Reverse(mission.sources.len())));
    Ok(MissionsReport { missions, citations: Citations::new(dataset)?, in_detail: !params.phases.is_empty() })
}

impl MissionsReport<'_> {
    fn table(&self) -> Table {
        let caveat = |mission: &Mission| mission.caveat().map(|caveat| caveat.reason.clone());
        let meaning = text("En quoi cela consiste", "What it means");
        Table::of(self.missions.iter().copied())
            .hidden("id", Kind::Name, text("Id", "Id"), |mission| &mission.id)
            .grouped("phase", Kind::Name, text("Phase", "Phase"), |mission| mission.phase)
            .column("title", Kind::Text, text("Mission", "Mission"), |mission| &mission.title)
            .shown_if(self.in_detail, "detail", Kind::Text, meaning, |mission| &mission.detail)
            .column("sources", Kind::Names, text("Selon", "According to"), |mission| {
                self.citations.cell(&mission.sources)
            })
            .hidden("caveat", Kind::Text, text("Réserve", "Caveat"), caveat)
            .noted(caveat)
            .main()
    }
}

impl Report for MissionsReport<'_> {
    fn name(&self) -> &'static str {
        "missions"
    }

    fn document(&self) -> Document {
        let document = Document::new(text(
            "Ce que fait une personne qui développe le back-end",
            "What a back-end developer does",
        ))
        .with(Block::Table(self.table()));
        if self.in_detail { document } else { document.with(Block::Note(hint())) }
    }
}

fn hint() -> Text {
    text(
        "Le détail d’une phase : `backend-career missions --phase build`.",
        "A phase in detail: `backend-career missions --phase build`.",
    )
}
