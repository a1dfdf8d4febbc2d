//! `work`: who hires, under which contract, with whom one works, how the market is.

use std::cmp::Reverse;

use serde::Serialize;

use super::cite::Citations;
use crate::dataset::{Dataset, WorkFile};
use crate::model::error::Reason;
use crate::model::id::EntryId;
use crate::model::text::Lang;
use crate::model::text::{Text, text};
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
    file: &'a WorkFile,
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
        file,
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

    /// The entries of a topic, those with the newest figures first; what the sheets say without a year keeps its order.
    fn newest_first(&self, topic: WorkTopic) -> impl Iterator<Item = &WorkEntry> {
        let mut entries: Vec<&WorkEntry> = self.list(topic).iter().collect();
        entries.sort_by_key(|entry| Reverse(entry.year));
        entries.into_iter()
    }

    fn columns(&self) -> Vec<Column> {
        let detail = Column::new("detail", Kind::Text, text("Précisions", "More"));
        vec![
            Column::new("topic", Kind::Name, text("Sujet", "Topic")).grouped(),
            Column::new("id", Kind::Name, text("Id", "Id")).hidden(),
            Column::new("title", Kind::Text, text("Point", "Point")),
            if self.in_detail { detail } else { detail.hidden() },
            Column::new("year", Kind::Number, text("Année", "Year")).hidden(),
            Column::new("population", Kind::Text, text("De qui", "Of whom")).hidden(),
            Column::new("confidence", Kind::Name, text("Fiabilité", "Confidence")).hidden(),
            Column::new("sources", Kind::Names, text("Selon", "According to")),
            Column::new("contradicted_by", Kind::Names, text("Contredit par", "Contradicted by")).hidden(),
            Column::new("quotation", Kind::Name, text("Dans le texte", "In its words")).hidden(),
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
            Cell::of(entry.year, Cell::Year),
            Cell::of(entry.population.clone(), Cell::Text),
            Cell::of(entry.confidence, |confidence| Cell::Term(Term::of(confidence))),
            self.citations.cell(&entry.sources),
            Cell::Terms(entry.contradicted_by.iter().map(|id| self.contradicting(id)).collect()),
            Cell::of(entry.quotation.clone(), Cell::Word),
            Cell::of(caveat.clone(), Cell::Text),
        ])
        .noted(if self.in_detail { whom(entry) } else { None })
        .noted(if self.in_detail { quotation(entry) } else { None })
        .noted(caveat)
        .noted(self.contradiction(entry))
    }

    /// An entry that contradicts another, by its title.
    fn contradicting(&self, id: &EntryId) -> Term {
        let mut all = WorkTopic::ALL.iter().flat_map(|topic| self.file.list(*topic));
        let title = all.find(|entry| entry.id == *id).map(|entry| entry.title.clone());
        Term::new(id.as_str(), title.unwrap_or_else(|| Text::same(id.as_str())))
    }

    /// Which later figures contradict an entry.
    fn contradiction(&self, entry: &WorkEntry) -> Option<Text> {
        let titles: Vec<Text> = entry.contradicted_by.iter().map(|id| self.contradicting(id).label).collect();
        let list = |lang: Lang| {
            let quoted = titles.iter().map(|title| match lang {
                Lang::Fr => format!("« {} »", title.fr),
                Lang::En => format!("“{}”", title.en),
            });
            quoted.collect::<Vec<_>>().join(", ")
        };
        (!titles.is_empty()).then(|| {
            Text::new(
                format!("Contredit depuis par : {}.", list(Lang::Fr)),
                format!("Contradicted since by: {}.", list(Lang::En)),
            )
        })
    }
}

/// Whom an entry is about and in which year, where that is not the job today.
fn whom(entry: &WorkEntry) -> Option<Text> {
    let whom = entry.population.as_ref()?;
    Some(entry.year.map_or_else(
        || Text::new(format!("{}.", whom.fr), format!("{}.", whom.en)),
        |year| Text::new(format!("{}, {year}.", whom.fr), format!("{}, {year}.", whom.en)),
    ))
}

/// The words of the source, where some are quoted.
fn quotation(entry: &WorkEntry) -> Option<Text> {
    let words = entry.quotation.as_ref()?;
    Some(Text::new(
        format!("La source écrit : « {words} »."),
        format!("The source writes, in French: “{words}”."),
    ))
}

impl Report for WorkReport<'_> {
    fn name(&self) -> &'static str {
        "work"
    }

    fn document(&self) -> Document {
        let topics = WorkTopic::ALL.iter();
        let rows = topics.flat_map(|topic| self.newest_first(*topic).map(|entry| self.row(*topic, entry)));
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
