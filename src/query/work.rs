//! `work`: who hires, under which contract, with whom one works, how the market is.

use serde::Serialize;

use super::cite::Citations;
use crate::dataset::{Dataset, WorkFile};
use crate::model::error::Reason;
use crate::model::text::text;
use crate::model::vocabulary::Vocabulary;
use crate::model::work::{WorkEntry, WorkTopic};
use crate::report::{Block, Cell, Column, Document, Kind, Report, Row, Table, Term};

/// What to ask of working life.
#[derive(Debug, Default)]
pub struct WorkParams {
    /// The topics to show; all if empty.
    pub topics: Vec<WorkTopic>,
}

/// The entries of the asked topics; the lists of the others are empty.
#[derive(Serialize)]
pub struct WorkReport<'a> {
    employers: &'a [WorkEntry],
    contracts: &'a [WorkEntry],
    colleagues: &'a [WorkEntry],
    market: &'a [WorkEntry],
    #[serde(skip)]
    citations: Citations<'a>,
    #[serde(skip)]
    in_detail: bool,
}

/// Answers topic by topic.
pub fn ask<'a>(params: &WorkParams, dataset: &'a Dataset) -> anyhow::Result<Box<dyn Report + 'a>> {
    Ok(Box::new(report(params, dataset)?))
}

/// The answer as its own type, for the questions that build on it; it fails as [`ask`] does.
pub fn report<'a>(params: &WorkParams, dataset: &'a Dataset) -> Result<WorkReport<'a>, Reason> {
    let file: &'a WorkFile = dataset.work()?;
    let list = |topic: WorkTopic| {
        if params.topics.is_empty() || params.topics.contains(&topic) { file.list(topic) } else { &[] }
    };
    Ok(WorkReport {
        employers: list(WorkTopic::Employers),
        contracts: list(WorkTopic::Contracts),
        colleagues: list(WorkTopic::Colleagues),
        market: list(WorkTopic::Market),
        citations: Citations::new(dataset)?,
        in_detail: !params.topics.is_empty(),
    })
}

impl WorkReport<'_> {
    const fn list(&self, topic: WorkTopic) -> &[WorkEntry] {
        match topic {
            WorkTopic::Employers => self.employers,
            WorkTopic::Contracts => self.contracts,
            WorkTopic::Colleagues => self.colleagues,
            WorkTopic::Market => self.market,
        }
    }

    fn columns(&self) -> Vec<Column> {
        let detail = Column::new("detail", Kind::Text, text("Précisions", "More"));
        vec![
            Column::new("topic", Kind::Name, text("Sujet", "Topic")).grouped(),
            Column::new("id", Kind::Name, text("Id", "Id")).hidden(),
            Column::new("title", Kind::Text, text("Point", "Point")),
            if self.in_detail { detail } else { detail.hidden() },
            Column::new("sources", Kind::Names, text("Selon", "According to")),
            Column::new("caveat", Kind::Text, text("Réserve", "Caveat")).hidden(),
        ]
    }

    fn row(&self, topic: WorkTopic, entry: &WorkEntry) -> Row {
        let caveat = entry.caveat.as_ref().map(|caveat| caveat.reason.clone());
        Row::new(vec![
            Cell::Term(Term::of(topic)),
            Cell::Word(entry.id.to_string()),
            Cell::Text(entry.title.clone()),
            Cell::Text(entry.detail.clone()),
            self.citations.cell(&entry.sources),
            Cell::of(caveat.clone(), Cell::Text),
        ])
        .noted(caveat)
    }
}

impl Report for WorkReport<'_> {
    fn name(&self) -> &'static str {
        "work"
    }

    fn document(&self) -> Document {
        let topics = WorkTopic::ALL.iter();
        let rows = topics.flat_map(|topic| self.list(*topic).iter().map(|entry| self.row(*topic, entry)));
        let document = Document::new(text(
            "Travailler dans le développement back-end en France",
            "Working in back-end development in France",
        ))
        .with(Block::Table(Table::main(self.columns(), rows.collect())));
        if self.in_detail {
            return document;
        }
        document.with(Block::Note(text(
            "Un sujet en détail : `backend-career work --topic contracts`.",
            "A topic in detail: `backend-career work --topic contracts`.",
        )))
    }
}
