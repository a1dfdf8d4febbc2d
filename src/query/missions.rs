//! `missions`: what a back-end developer does, phase by phase, and who says so.

use std::cmp::Reverse;

use serde::Serialize;

use super::cite::Citations;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::fact::Fact;
use crate::model::mission::{Mission, Phase};
use crate::model::text::{Text, text};
use crate::report::{Block, Cell, Column, Document, Kind, Report, Row, Table, Term};

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
pub fn ask<'a>(params: &MissionsParams, dataset: &'a Dataset) -> anyhow::Result<Box<dyn Report + 'a>> {
    Ok(Box::new(report(params, dataset)?))
}

/// The answer as its own type, for the questions that build on it; it fails as [`ask`] does.
pub fn report<'a>(params: &MissionsParams, dataset: &'a Dataset) -> Result<MissionsReport<'a>, Reason> {
    let asked = |mission: &&Mission| params.phases.is_empty() || params.phases.contains(&mission.phase);
    let mut missions: Vec<&Mission> = dataset.missions()?.missions.iter().filter(asked).collect();
    missions.sort_by_key(|mission| (mission.phase, Reverse(mission.sources.len())));
    Ok(MissionsReport { missions, citations: Citations::new(dataset)?, in_detail: !params.phases.is_empty() })
}

impl MissionsReport<'_> {
    fn columns(&self) -> Vec<Column> {
        let detail = Column::new("detail", Kind::Text, text("En quoi cela consiste", "What it means"));
        vec![
            Column::new("id", Kind::Name, text("Id", "Id")).hidden(),
            Column::new("phase", Kind::Name, text("Phase", "Phase")).grouped(),
            Column::new("title", Kind::Text, text("Mission", "Mission")),
            if self.in_detail { detail } else { detail.hidden() },
            Column::new("sources", Kind::Names, text("Selon", "According to")),
            Column::new("caveat", Kind::Text, text("Réserve", "Caveat")).hidden(),
        ]
    }

    fn row(&self, mission: &Mission) -> Row {
        let caveat = mission.caveat().map(|caveat| caveat.reason.clone());
        Row::new(vec![
            Cell::Word(mission.id.to_string()),
            Cell::Term(Term::of(mission.phase)),
            Cell::Text(mission.title.clone()),
            Cell::Text(mission.detail.clone()),
            self.citations.cell(&mission.sources),
            Cell::of(caveat.clone(), Cell::Text),
        ])
        .noted(caveat)
    }
}

impl Report for MissionsReport<'_> {
    fn name(&self) -> &'static str {
        "missions"
    }

    fn document(&self) -> Document {
        let rows = self.missions.iter().map(|mission| self.row(mission)).collect();
        let document = Document::new(text(
            "Ce que fait une personne qui développe le back-end",
            "What a back-end developer does",
        ))
        .with(Block::Table(Table::main(self.columns(), rows)));
        if self.in_detail { document } else { document.with(Block::Note(hint())) }
    }
}

fn hint() -> Text {
    text(
        "Le détail d’une phase : `backend-career missions --phase build`.",
        "A phase in detail: `backend-career missions --phase build`.",
    )
}
