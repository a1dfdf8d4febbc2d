//! `work`: who hires, under which contract, with whom one works, how the market is.

use std::cmp::Reverse;

use serde::Serialize;

use super::cite::Citations;
use crate::dataset::{Dataset, WorkFile};
use crate::model::error::Reason;
use crate::model::id::EntryId;
use crate::model::money::{Money, Range};
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::model::work::{WorkEntry, WorkTopic, YearCount};
use crate::report::{Bar, Block, Cell, Document, Facts, Kind, Ranges, Report, Table, Term};

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
    /// Whether the market alone is asked for: then it is told in short.
    #[serde(skip)]
    is_market: bool,
}

/// Answers topic by topic.
pub fn ask<'a>(params: &WorkParams, dataset: &'a Dataset) -> Result<WorkReport<'a>, Reason> {
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
        is_market: params.topics == [WorkTopic::Market],
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

    /// Every entry, topic by topic.
    fn table(&self) -> Table {
        let topics = WorkTopic::ALL.iter();
        let entries = topics.flat_map(|topic| self.newest_first(*topic).map(move |entry| (*topic, entry)));
        let caveat =
            |(_, entry): (WorkTopic, &WorkEntry)| entry.caveat.as_ref().map(|caveat| caveat.reason.clone());
        Table::of(entries)
            .grouped("topic", Kind::Name, text("Sujet", "Topic"), |(topic, _)| topic)
            .hidden("id", Kind::Name, text("Id", "Id"), |(_, entry)| &entry.id)
            .column("title", Kind::Text, text("Point", "Point"), |(_, entry)| &entry.title)
            .shown_if(self.in_detail, "detail", Kind::Text, text("Précisions", "More"), |(_, entry)| {
                &entry.detail
            })
            .hidden("year", Kind::Number, text("Année", "Year"), |(_, entry)| entry.year.map(Cell::Year))
            .hidden("population", Kind::Text, text("De qui", "Of whom"), |(_, entry)| &entry.population)
            .hidden("confidence", Kind::Name, text("Fiabilité", "Confidence"), |(_, entry)| entry.confidence)
            .column("sources", Kind::Names, text("Selon", "According to"), |(_, entry)| {
                self.citations.cell(&entry.sources)
            })
            .hidden("contradicted_by", Kind::Names, text("Contredit par", "Contradicted by"), |(_, entry)| {
                entry.contradicted_by.iter().map(|id| self.contradicting(id)).collect::<Vec<_>>()
            })
            .hidden("quotation", Kind::Name, text("Dans le texte", "In its words"), |(_, entry)| {
                &entry.quotation
            })
            .hidden("caveat", Kind::Text, text("Réserve", "Caveat"), caveat)
            .noted(|(_, entry)| if self.in_detail { whom(entry) } else { None })
            .noted(|(_, entry)| if self.in_detail { quotation(entry) } else { None })
            .noted(caveat)
            .noted(|(_, entry)| self.contradiction(entry))
            .main()
    }

    /// The market on one screen: how the ads have moved, the newest figures, and which claims they contradict.
    fn market_in_short(&self) -> Document {
        let item = |entry: &WorkEntry| {
            Some((entry.title.clone(), Cell::Text(self.credited(entry.figure.as_ref()?, entry))))
        };
        let figures = Facts {
            title: Some(text("Les chiffres récents", "Recent figures")),
            items: self.newest_first(WorkTopic::Market).filter_map(item).collect(),
        };
        let contradicted = self.market.iter().filter_map(|entry| {
            let told = self.contradiction(entry)?;
            let by = self.citations.list(&entry.sources);
            Some(Block::Note(Text::new(
                format!("« {} » ({}). {}", entry.title.fr, by.fr, told.fr),
                format!("“{}” ({}). {}", entry.title.en, by.en, told.en),
            )))
        });
        let charts = self.market.iter().filter(|entry| !entry.by_year.is_empty());
        Document::new(text("Le marché du développement en France", "The market for developers in France"))
            .with_all(charts.map(|entry| Block::Ranges(self.by_year(entry))))
            .with(Block::Facts(figures))
            .with(Block::Table(self.table().unseen()))
            .with_all(contradicted)
            .with(Block::Note(text(
                "Chaque point en entier : `backend-career work --topic market --no-chart`, ou `show` et son identifiant.",
                "Each point in full: `backend-career work --topic market --no-chart`, or `show` and its id.",
            )))
    }

    /// A number of things year by year.
    fn by_year(&self, entry: &WorkEntry) -> Ranges {
        let worked_out = text(
            "Calculé par nous d’après l’évolution en pourcentage que donne la source.",
            "Worked out by us from the change in per cent that the source gives.",
        );
        let bar = |one: &YearCount| {
            let count = Range::between(Money::euros(0.0), Money::euros(f64::from(one.count)));
            Bar {
                counts: true,
                notes: one.inferred.then(|| worked_out.clone()).into_iter().collect(),
                ..Bar::new(text("", ""), Text::same(&one.year.to_string()), count)
            }
        };
        let title = self.credited(&entry.title, entry);
        Ranges { title, bars: entry.by_year.iter().map(bar).collect(), lines: Vec::new() }
    }

    /// What an entry says, with who says so.
    fn credited(&self, said: &Text, entry: &WorkEntry) -> Text {
        said.bracketed(&self.citations.list(&entry.sources))
    }

    /// An entry that contradicts another, by its title.
    fn contradicting(&self, id: &EntryId) -> Term {
        let mut all = WorkTopic::ALL.iter().flat_map(|topic| self.file.list(*topic));
        let title = all.find(|entry| entry.id == *id).map(|entry| entry.title.clone());
        Term::new(id.as_str(), title.unwrap_or_else(|| Text::same(id.as_str())))
    }

    /// Which later figures contradict an entry.
    fn contradiction(&self, entry: &WorkEntry) -> Option<Text> {
        let quoted = entry.contradicted_by.iter().map(|id| {
            let title = self.contradicting(id).label;
            Text::new(format!("« {} »", title.fr), format!("“{}”", title.en))
        });
        let Text { fr, en } = Text::joined(quoted, ", ");
        (!entry.contradicted_by.is_empty()).then(|| {
            Text::new(format!("Contredit depuis par : {fr}."), format!("Contradicted since by: {en}."))
        })
    }
}

/// Whom an entry is about and in which year, where that is not the job today.
fn whom(entry: &WorkEntry) -> Option<Text> {
    let year = entry.year.map(|year| format!(", {year}")).unwrap_or_default();
    entry.population.as_ref().map(|whom| whom.map(|whom| format!("{whom}{year}.")).spaced())
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
        if self.is_market {
            return self.market_in_short();
        }
        let document = Document::new(text(
            "Travailler dans le développement back-end en France",
            "Working in back-end development in France",
        ))
        .with(Block::Table(self.table()));
        if self.in_detail {
            return document;
        }
        document.with(Block::Note(text(
            "Un sujet en détail : `backend-career work --topic contracts`.",
            "A topic in detail: `backend-career work --topic contracts`.",
        )))
    }
}
