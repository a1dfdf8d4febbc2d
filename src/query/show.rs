//! `show`: one entry of any file, whole: its figures as stated, the arithmetic, the sources with their addresses.

mod facts;
mod plain;
mod words;

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use self::facts::Reader;
use self::plain::{PlainEntry, arithmetic, entries, names};
use super::cite::Citations;
use super::{naming, progression};
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::fact::Fact;
use crate::model::name::{Unknown, key};
use crate::model::source::Source;
use crate::model::text::{Text, text};
use crate::report::{Block, Cell, Document, Facts, Kind, Report, Table};

/// What to show.
#[derive(Debug)]
pub struct ShowParams {
    /// The entry, by id, by the name that is shown, or by `file/id` where several share an id.
    pub names: Vec<String>,
}

/// An entry with what it rests on.
#[derive(Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    plain: PlainEntry,
    title: Text,
    /// How figures that are not stated follow from those that are.
    arithmetic: Vec<Text>,
    /// The sources it names, whole.
    cited: Vec<&'a Source>,
    /// What it says, as people read it.
    #[serde(skip)]
    facts: Vec<(Text, Cell)>,
}

/// Every entry that goes by the name.
#[derive(Serialize)]
pub struct ShowReport<'a> {
    entries: Vec<Shown<'a>>,
}

/// Answers with every entry that goes by each name.
///
/// # Errors
/// Fails if a name is unknown, or the user's data cannot be read.
pub fn ask<'a>(params: &ShowParams, dataset: &'a Dataset) -> Result<ShowReport<'a>, Reason> {
    let all = entries(dataset)?;
    let sources = Citations::new(dataset)?;
    let reader = Reader { citations: &sources, entries: &all };
    let titles = titles(dataset)?;
    let keys: Vec<EntryKeys> = all.iter().map(|plain| EntryKeys::of(plain, &titles)).collect();
    let mut found: Vec<usize> = Vec::new();
    for name in &params.names {
        let before = found.len();
        found.extend(named(name, &keys));
        if found.len() == before {
            let places: Vec<usize> = (0..all.len()).collect();
            found.extend(naming::named(&places, name, |at| names(&all[*at].entry)).into_iter().copied());
        }
        if found.len() == before {
            found.extend((0..all.len()).filter(|at| plain::has_code(&all[*at].entry, name)));
        }
        if found.len() == before {
            let known: Vec<String> = all.iter().flat_map(|plain| names(&plain.entry)).collect();
            let known = known.iter().map(String::as_str);
            let unknown = Unknown::among_many(text("entrée", "entry"), name, known);
            return Err(unknown.into());
        }
    }
    // What several names stand for is shown once.
    let mut seen = BTreeSet::new();
    found.retain(|at| seen.insert(*at));
    let entries = found.into_iter().map(|at| shown(&all[at], &reader, dataset)).collect::<Result<_, _>>()?;
    Ok(ShowReport { entries })
}

/// The titles that other answers show facts by, as names are compared, by the facts' ids.
type Titles = HashMap<String, Vec<String>>;

fn titles(dataset: &Dataset) -> Result<Titles, Reason> {
    let mut titles = Titles::new();
    dataset.each_fact(&mut |fact| {
        let title = fact.title();
        titles.entry(fact.id().to_owned()).or_default().extend([key(&title.fr), key(&title.en)]);
    })?;
    Ok(titles)
}

/// What an entry goes by, as names are compared.
struct EntryKeys {
    id: String,
    /// Its file and its list: `training/epitech` says which file is meant.
    places: [String; 2],
    names: Vec<String>,
}

impl EntryKeys {
    fn of(plain: &PlainEntry, titles: &Titles) -> Self {
        let shown_as = titles.get(&plain.id).into_iter().flatten();
        Self {
            id: key(&plain.id),
            places: [key(plain.file.trim_end_matches(".json")), key(&plain.list)],
            names: names(&plain.entry).iter().map(|name| key(name)).chain(shown_as.cloned()).collect(),
        }
    }
}

/// The places of the entries that have `name` as their id or else as one of their names.
fn named(name: &str, all: &[EntryKeys]) -> Vec<usize> {
    let (place, id) = name.split_once('/').map_or((None, name), |(place, id)| (Some(key(place)), id));
    let (id, name) = (key(id), key(name));
    let places = |holds: &dyn Fn(&EntryKeys) -> bool| -> Vec<usize> {
        (0..all.len()).filter(|at| holds(&all[*at])).collect()
    };
    let by_id = places(&|keys| {
        !id.is_empty()
            && keys.id == id
            && place.as_ref().is_none_or(|place| !place.is_empty() && keys.places.contains(place))
    });
    if by_id.is_empty() { places(&|keys| !name.is_empty() && keys.names.contains(&name)) } else { by_id }
}

fn shown<'a>(plain: &PlainEntry, reader: &Reader<'_>, dataset: &'a Dataset) -> Result<Shown<'a>, Reason> {
    let mut cited = Vec::new();
    plain::cited(&plain.entry, &mut cited);
    let sources = dataset.sources()?.sources.iter();
    Ok(Shown {
        title: title(plain, dataset)?,
        arithmetic: arithmetic(&plain.entry),
        facts: plain.entry.as_object().map(|entry| reader.items(&plain.list, entry)).unwrap_or_default(),
        plain: plain.clone(),
        cited: sources.filter(|source| cited.iter().any(|id| id == source.id.as_str())).collect(),
    })
}

/// The name an entry is shown by; a figure of pay has none but what it is of, a step of a career none but the roles it
/// joins.
fn title(plain: &PlainEntry, dataset: &Dataset) -> Result<Text, Reason> {
    let figures =
        if plain.list == "observations" { dataset.salaries()?.observations.as_slice() } else { &[] };
    if let Some(figure) = figures.iter().find(|one| one.id.as_str() == plain.id) {
        return Ok(figure.title());
    }
    if let Some(title) = plain::title(&plain.entry) {
        return Ok(title);
    }
    let steps = if plain.list == "steps" { dataset.progression()?.steps.as_slice() } else { &[] };
    let step = steps.iter().find(|step| step.id.as_str() == plain.id);
    Ok(match step {
        Some(step) => progression::step_title(&dataset.progression()?.roles, step),
        None => Text::same(&plain.id),
    })
}

impl Report for ShowReport<'_> {
    fn name(&self) -> &'static str {
        "show"
    }

    fn document(&self) -> Document {
        let title = match self.entries.as_slice() {
            [one] => one.title.clone(),
            _ => text("Les entrées de ce nom", "The entries of this name"),
        };
        let table = Table::of(&self.entries)
            .column("file", Kind::Name, text("Fichier", "File"), |shown| shown.plain.file)
            .column("list", Kind::Name, text("Liste", "List"), |shown| &shown.plain.list)
            .column("id", Kind::Name, text("Id", "Id"), |shown| &shown.plain.id)
            .column("title", Kind::Text, text("Entrée", "Entry"), |shown| &shown.title)
            .main();
        let several = self.entries.len() > 1;
        Document::new(title)
            .with(Block::Table(if several { table } else { table.unseen() }))
            .with_all(self.entries.iter().flat_map(|shown| told(shown, several)))
    }
}

/// An entry with its arithmetic and its sources.
fn told(shown: &Shown<'_>, several: bool) -> Vec<Block> {
    let title = several.then(|| shown.title.clone());
    // An address has a line of its own: it is longer than a column.
    let (links, items): (Vec<_>, Vec<_>) =
        shown.facts.iter().cloned().partition(|(_, cell)| matches!(cell, Cell::Link(_)));
    let mut blocks = vec![Block::Facts(Facts { title, items })];
    blocks.extend(links.into_iter().filter_map(|(label, cell)| match cell {
        Cell::Link(url) => {
            Some(Block::Note(Text::new(format!("{} : {url}", label.fr), format!("{}: {url}", label.en))))
        }
        _ => None,
    }));
    blocks.extend(shown.arithmetic.iter().cloned().map(Block::Note));
    blocks.extend(shown.cited.iter().map(|source| Block::Note(cited(source))));
    blocks
}

/// A source with its publisher, year and address.
fn cited(source: &Source) -> Text {
    let publisher = source.publisher.as_deref().map(|name| format!("{name}, ")).unwrap_or_default();
    let year = source.year.map(|year| format!(", {year}")).unwrap_or_default();
    let url = source.url.as_deref().map(|url| format!(" {url}")).unwrap_or_default();
    Text::new(
        format!("Source : {publisher}{}{year}.{url}", source.title.fr),
        format!("Source: {publisher}{}{year}.{url}", source.title.en),
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::facts::Reader;
    use super::plain::entries;
    use super::words::known_label;
    use crate::dataset::Dataset;
    use crate::query::cite::Citations;
    use crate::report::Cell;

    /// Every key of an entry with the place it stands in.
    fn keys(place: &str, value: &Value, found: &mut BTreeSet<(String, String)>) {
        match value {
            Value::Object(object) if object.get("fr").is_none_or(|half| !half.is_string()) => {
                for (key, value) in object {
                    found.insert((place.to_owned(), key.clone()));
                    keys(key, value, found);
                }
            }
            Value::Array(list) => list.iter().for_each(|one| keys(place, one, found)),
            _ => {}
        }
    }

    #[test]
    fn every_key_of_every_entry_has_a_label() {
        let entries = entries(&Dataset::embedded()).unwrap();
        let mut found = BTreeSet::new();
        for plain in &entries {
            keys(&plain.list, &plain.entry, &mut found);
        }
        let bare: Vec<_> = found.iter().filter(|(place, key)| known_label(place, key).is_none()).collect();
        assert!(bare.is_empty(), "{bare:?}");
    }

    #[test]
    fn no_entry_shows_a_code() {
        /// The keys whose values are names, the same in both languages.
        const NAMES: [&str; 24] = [
            "id",
            "label",
            "name",
            "code",
            "system",
            "publisher",
            "prepared_by",
            "aliases",
            "city",
            "technology",
            "technologies",
            "quotation",
            "names",
            "confused_with",
            "position",
            "published",
            "url",
            "relays",
            "fr",
            "en",
            "source",
            "sources",
            "inferred",
            "title",
        ];
        let dataset = Dataset::embedded();
        let entries = entries(&dataset).unwrap();
        let reader = Reader { citations: &Citations::new(&dataset).unwrap(), entries: &entries };
        let mut bare = BTreeSet::new();
        for plain in &entries {
            let Some(entry) = plain.entry.as_object() else { continue };
            for (label, cell) in reader.items(&plain.list, entry) {
                let words: Vec<String> = match cell {
                    Cell::Word(word) => vec![word],
                    Cell::Terms(terms) => {
                        let same = terms.into_iter().filter(|term| term.label.fr == term.id);
                        same.map(|term| term.id.into_owned()).collect()
                    }
                    _ => Vec::new(),
                };
                let label = label.fr.rsplit(" · ").next().unwrap_or_default().to_lowercase();
                let is_name = NAMES.iter().any(|key| {
                    known_label(&plain.list, key).is_some_and(|known| known.fr.to_lowercase() == label)
                });
                bare.extend(words.into_iter().filter(|_| !is_name).map(|word| (label.clone(), word)));
            }
        }
        assert!(bare.is_empty(), "{bare:?}");
    }
}
