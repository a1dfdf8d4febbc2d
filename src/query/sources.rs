//! `sources`: the publications the facts rest on, and with an id, what rests on it.

use std::collections::HashMap;

use serde::Serialize;

use super::cite::Citations;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figures::date;
use crate::model::id::SourceId;
use crate::model::money::Range;
use crate::model::role::Code;
use crate::model::source::Source;
use crate::model::text::{Text, text};
use crate::model::vocabulary::Topic;
use crate::report::{Block, Cell, Document, Facts, Kind, Report, Table};

/// What to ask of the sources.
#[derive(Debug, Default)]
pub struct SourcesParams {
    /// The source to open; all of them if `None`.
    pub id: Option<SourceId>,
}

/// A source with the number of entries that rest on it.
#[derive(Serialize)]
struct SourceLine<'a> {
    #[serde(flatten)]
    source: &'a Source,
    facts: usize,
    /// Whole years from what it speaks of to this edition; `null` if it bears no date.
    age_years: Option<u16>,
}

/// An entry that rests on the source.
#[derive(Serialize)]
struct Resting {
    topic: Topic,
    id: String,
    title: Text,
}

/// The sources, or one source and its entries.
#[derive(Serialize)]
pub struct SourcesReport<'a> {
    sources: Vec<SourceLine<'a>>,
    entries: Option<Vec<Resting>>,
    /// The codes of the job that the opened source gives; empty for a list of sources.
    codes: Vec<&'a Code>,
    /// Other names of the job, told beside its codes.
    #[serde(skip)]
    names: &'a [Text],
}

/// Answers with the job sheets first, then the references that complete them.
pub fn ask<'a>(params: &SourcesParams, dataset: &'a Dataset) -> Result<SourcesReport<'a>, Reason> {
    match &params.id {
        Some(id) => {
            let citations = Citations::new(dataset)?;
            // A short name may stand for several editions: the newest answers.
            let named = citations.matching(std::slice::from_ref(id))?;
            let newest = named.into_iter().max_by_key(|id| citations.year(id));
            one(dataset, newest.unwrap_or(id))
        }
        None => all(dataset),
    }
}

fn all(dataset: &Dataset) -> Result<SourcesReport<'_>, Reason> {
    let edition = dataset.edition()?;
    let mut sources: Vec<SourceLine<'_>> = dataset
        .sources()?
        .sources
        .iter()
        .map(|source| SourceLine { source, facts: 0, age_years: age(source, edition) })
        .collect();
    let mut facts: HashMap<SourceId, usize> = HashMap::new();
    // An entry counts once for each source that something in it rests on.
    dataset.each_fact(&mut |fact| {
        for id in fact.all_sources() {
            *facts.entry(id.clone()).or_default() += 1;
        }
    })?;
    for line in &mut sources {
        line.facts = facts.get(&line.source.id).copied().unwrap_or_default();
    }
    sources.sort_by_key(|line| line.source.kind);
    Ok(SourcesReport { sources, entries: None, codes: Vec::new(), names: &[] })
}

/// Whole years from the year a source speaks of to the edition's.
fn age(source: &Source, edition: &str) -> Option<u16> {
    let edition: u16 = edition.split('-').next()?.parse().ok()?;
    Some(edition.saturating_sub(source.year?))
}

fn one<'a>(dataset: &'a Dataset, id: &SourceId) -> Result<SourcesReport<'a>, Reason> {
    let mut entries = Vec::new();
    dataset.each_fact(&mut |fact| {
        if fact.all_sources().contains(&id) {
            entries.push(Resting { topic: fact.topic(), id: fact.id().to_owned(), title: fact.title() });
        }
    })?;
    let facts = entries.len();
    let known = dataset.sources()?.sources.iter().filter(|source| source.id == *id);
    let edition = dataset.edition()?;
    let sources = known.map(|source| SourceLine { source, facts, age_years: age(source, edition) }).collect();
    let role = &dataset.role()?.role;
    let codes = role.codes.iter().filter(|code| code.sources.contains(id)).collect();
    Ok(SourcesReport { sources, entries: Some(entries), codes, names: &role.names })
}

impl Report for SourcesReport<'_> {
    fn name(&self) -> &'static str {
        "sources"
    }

    fn document(&self) -> Document {
        match (&self.entries, self.sources.first()) {
            (Some(entries), Some(line)) => opened(line, entries, &self.codes, self.names),
            _ => listed(&self.sources),
        }
    }
}

fn listed(sources: &[SourceLine<'_>]) -> Document {
    let table = Table::of(sources)
        .column("id", Kind::Name, text("Id", "Id"), |line| &line.source.id)
        .column("kind", Kind::Name, text("Type", "Kind"), |line| line.source.kind)
        .column("title", Kind::Text, text("Titre", "Title"), |line| &line.source.title)
        .hidden("publisher", Kind::Name, text("Éditeur", "Publisher"), |line| &line.source.publisher)
        .column("year", Kind::Number, text("Année", "Year"), |line| line.source.year.map(Cell::Year))
        .hidden("published", Kind::Name, text("Paru le", "Published"), |line| &line.source.published)
        .column("age_years", Kind::Number, text("Âge (ans)", "Age (years)"), |line| {
            line.age_years.map(usize::from)
        })
        .hidden("population", Kind::Text, text("De qui", "Of whom"), |line| &line.source.population)
        .hidden("commercial", Kind::Number, text("Commerciale", "Commercial"), |line| line.source.commercial)
        .hidden("url", Kind::Name, text("Lien", "Link"), |line| line.source.url.clone().map(Cell::Link))
        .column("facts", Kind::Number, text("Entrées", "Entries"), |line| line.facts);
    Document::new(text("D’où viennent les faits", "Where the facts come from"))
        .with(Block::Table(table.main()))
        .with(Block::Note(text(
            "De qui parle une source, son adresse et ce qui repose sur elle : `backend-career sources onisep-2024` ; toutes les adresses : `--columns id,url,population`.",
            "Whom a source speaks of, its address and what rests on it: `backend-career sources onisep-2024`; all addresses: `--columns id,url,population`.",
        )))
}

fn opened(line: &SourceLine<'_>, entries: &[Resting], codes: &[&Code], names: &[Text]) -> Document {
    let source = line.source;
    let table = Table::of(entries)
        .grouped("topic", Kind::Name, text("Sujet", "Topic"), |entry| entry.topic)
        .column("title", Kind::Text, text("Entrée", "Entry"), |entry| &entry.title)
        .column("id", Kind::Name, text("Id", "Id"), |entry| &entry.id)
        .main()
        .titled(text("Ce qui repose sur cette source", "What rests on this source"));
    let mut document = Document::new(source.title.clone()).with(Block::Facts(identity(line)));
    if !codes.is_empty() {
        document = document.with(Block::Facts(registered(codes, names)));
    }
    document.with(Block::Table(table))
}

/// The codes of the job in a classification, with what they stand for and how long they hold.
fn registered(codes: &[&Code], names: &[Text]) -> Facts {
    let item = |code: &&Code| {
        let label = Text::same(&format!("{} {}", code.system, code.code));
        let dates = match (&code.from, &code.until) {
            (Some(from), Some(until)) => {
                let (from, until) = (date(from), date(until));
                Text::new(
                    format!(" (du {} au {})", from.fr, until.fr),
                    format!(" (from {} to {})", from.en, until.en),
                )
            }
            (None, Some(until)) => {
                let until = date(until);
                Text::new(format!(" (jusqu’au {})", until.fr), format!(" (until {})", until.en))
            }
            _ => text("", ""),
        };
        (label, Cell::Text(Text::joined([&code.title, &dates], "").spaced()))
    };
    let title = text("Le métier dans ce classement", "The job in this classification");
    let names = Cell::Text(Text::joined(names, ", ").spaced());
    let names = (text("Autres noms du métier", "Other names of the job"), names);
    Facts { title: Some(title), items: codes.iter().map(item).chain([names]).collect() }
}

fn identity(line: &SourceLine<'_>) -> Facts {
    let source = line.source;
    let years = |years: u16| Cell::Years(Range { low: Some(f64::from(years)), high: Some(f64::from(years)) });
    let mut items = vec![
        (text("Id", "Id"), Cell::Word(source.id.to_string())),
        (text("Type", "Kind"), Cell::from(source.kind)),
        (text("Éditeur", "Publisher"), Cell::from(&source.publisher)),
        (text("Année", "Year"), Cell::of(source.year, Cell::Year)),
        (text("Âge", "Age"), Cell::of(line.age_years, years)),
        (text("Paru le", "Published"), Cell::from(&source.published)),
        (text("De qui", "Of whom"), Cell::from(&source.population)),
        (text("Source commerciale", "Commercial source"), Cell::Flag(source.commercial)),
        (text("Lien", "Link"), Cell::of(source.url.clone(), Cell::Link)),
    ];
    let relays = source.relays.iter().map(|url| (text("Relais", "Relay"), Cell::Link(url.clone())));
    items.extend(relays);
    items.extend(source.note.clone().map(|note| (text("À savoir", "To know"), Cell::Text(note))));
    Facts { title: None, items }
}
