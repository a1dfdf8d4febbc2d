//! The facts of an entry as people read them: a label for each key, figures with their units, names for codes.

use serde_json::{Map, Value};

use super::plain::{PlainEntry, both, title};
use super::words::{label, per, reference, term};
use crate::model::figures::{amount, amounts, date, duration_of, number};
use crate::model::id::SourceId;
use crate::model::money::{Money, Range};
use crate::model::text::{Lang, Text, uncapitalized};
use crate::query::cite::Citations;
use crate::report::{Cell, Term};

/// The keys that are read first, in this order; the others follow by their own names.
const FIRST: [&str; 9] =
    ["id", "label", "level", "kind", "sector", "stated", "entry", "admission", "duration_months"];
/// The keys that are read last.
const LAST: [&str; 4] = ["inferred", "year", "sources", "caveat"];

/// The keys that together are one sum: an amount or its two ends, and what it is for.
const SUM: [&str; 4] = ["amount", "low", "high", "per"];

/// The keys whose numbers are amounts of euros.
const AMOUNTS: [&str; 11] = [
    "amount",
    "low",
    "high",
    "by_year",
    "registration_per_year",
    "p10",
    "p25",
    "median",
    "p75",
    "p90",
    "mean",
];
/// The keys whose numbers are ages.
const AGES: [&str; 3] = ["age_from", "age_to", "from_age"];

/// What the facts of an entry are read with: the names of sources, and of the entries it refers to.
pub struct Reader<'a> {
    /// The names of the sources.
    pub citations: &'a Citations<'a>,
    /// Every entry.
    pub entries: &'a [PlainEntry],
}

impl Reader<'_> {
    /// Every known field of an object, with its label; `place` is the list it stands in, or the key above it.
    pub fn items(&self, place: &str, object: &Map<String, Value>) -> Vec<(Text, Cell)> {
        let mut items = Vec::new();
        let mut fields: Vec<(&String, &Value)> = object.iter().collect();
        fields.sort_by_key(|(key, _)| rank(key));
        let sum = sum(object);
        for (key, value) in fields {
            match &sum {
                Some(sum) if key == "per" => items.push((label(place, "amount"), Cell::Text(sum.clone()))),
                Some(_) if SUM.contains(&key.as_str()) => {}
                // What has a label of its own needs no id beside it.
                _ if key == "id" && object.contains_key("label") && sum.is_some() => {}
                _ => self.add(place, key, value, &mut items),
            }
        }
        items
    }

    /// Adds a field; one that holds several adds a line for each.
    fn add(&self, place: &str, key: &str, value: &Value, items: &mut Vec<(Text, Cell)>) {
        if let Some(counts) = counts_by_year(value) {
            items.push((label(place, key), Cell::Text(counts)));
            return;
        }
        match value {
            Value::Array(list) if list.is_empty() => {}
            Value::Array(list) if list.iter().any(|one| one.is_object() && both(one).is_none()) => {
                for one in list.iter().filter_map(Value::as_object) {
                    self.add_within(place, key, one, items);
                }
            }
            Value::Object(object) if both(value).is_none() && !is_span(object) => {
                self.add_within(place, key, object, items);
            }
            _ => {
                let cell = self.cell(place, key, value);
                if cell != Cell::Empty {
                    items.push((label(place, key), cell));
                }
            }
        }
    }

    fn add_within(&self, place: &str, key: &str, object: &Map<String, Value>, items: &mut Vec<(Text, Cell)>) {
        let outer = label(place, key);
        // An amount alone is what its key names: "Frais", not "Frais · montant".
        let amount = sum(object).map(|_| label(key, "amount"));
        let named =
            |part: Text| if amount.as_ref() == Some(&part) { outer.clone() } else { within(&outer, &part) };
        let parts = self.items(key, object);
        items.extend(parts.into_iter().map(|(part, cell)| (named(part), cell)));
    }

    fn cell(&self, place: &str, key: &str, value: &Value) -> Cell {
        match value {
            Value::Bool(flag) => Cell::Flag(*flag),
            Value::Number(number) => figure(key, number.as_f64().unwrap_or_default()),
            Value::String(word) => self.word(place, key, word),
            Value::Array(list) => self.several(place, key, list),
            Value::Object(object) => both(value).map_or_else(|| span(key, object), Cell::Text),
            Value::Null => Cell::Empty,
        }
    }

    fn word(&self, place: &str, key: &str, word: &str) -> Cell {
        if key == "source" {
            return self.citations.cell(&[SourceId::new(word)]);
        }
        if word.starts_with("https://") || word.starts_with("http://") {
            return Cell::Link(word.to_owned());
        }
        if let Some(name) = self.name(place, key, word) {
            return Cell::Term(Term::new(word, name));
        }
        let day = date(word);
        if day.fr == word { Cell::Word(word.to_owned()) } else { Cell::Text(day) }
    }

    /// What a code is called, or the entry of that id.
    fn name(&self, place: &str, key: &str, code: &str) -> Option<Text> {
        term(place, key, code).or_else(|| {
            let list = reference(place, key)?;
            let is_meant = |plain: &&PlainEntry| plain.id == code && (list.is_empty() || plain.list == list);
            self.entries.iter().find(is_meant).and_then(|plain| title(&plain.entry))
        })
    }

    fn several(&self, place: &str, key: &str, list: &[Value]) -> Cell {
        let texts: Vec<Text> = list.iter().filter_map(both).collect();
        if !texts.is_empty() {
            return Cell::Text(Text::joined(texts, " · ").spaced());
        }
        let words: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
        if key == "sources" {
            return self.citations.cell(&words.iter().map(|id| SourceId::new(*id)).collect::<Vec<_>>());
        }
        if !words.is_empty() {
            let named = |word: &&str| {
                Term::new(word, self.name(place, key, word).unwrap_or_else(|| Text::same(word)))
            };
            return Cell::Terms(words.iter().map(named).collect());
        }
        let amounts: Vec<Text> =
            list.iter().filter_map(Value::as_f64).map(|sum| amount(Money::euros(sum))).collect();
        if amounts.is_empty() { Cell::Empty } else { Cell::Text(Text::joined(amounts, " · ")) }
    }
}

/// How many there were each year, in one text: "31 725 en 2022 (notre calcul) · 12 690 en 2025"; `None` of anything else.
fn counts_by_year(value: &Value) -> Option<Text> {
    let one = |one: &Value| {
        let (year, count) = (one.get("year")?.as_u64()?, one.get("count")?.as_f64()?);
        let (fr, en) = (number(count, 0, Lang::Fr), number(count, 0, Lang::En));
        let ours = one.get("inferred").and_then(Value::as_bool).unwrap_or_default();
        let (fr_ours, en_ours) = if ours { (" (notre calcul)", " (worked out by us)") } else { ("", "") };
        Some(Text::literal(format!("{fr} en {year}{fr_ours}"), format!("{en} in {year}{en_ours}")))
    };
    let texts: Option<Vec<Text>> = value.as_array()?.iter().map(one).collect();
    texts.filter(|texts| !texts.is_empty()).map(|texts| Text::joined(texts, " · "))
}

/// Where a key stands among the others.
fn rank(key: &str) -> usize {
    match FIRST.iter().position(|first| *first == key) {
        Some(at) => at,
        None => FIRST.len() + LAST.iter().position(|last| *last == key).map_or(0, |at| at + 1),
    }
}

/// Whether an object is only a low and a high end.
fn is_span(object: &Map<String, Value>) -> bool {
    object.len() == 2 && object.contains_key("low") && object.contains_key("high")
}

fn within(outer: &Text, part: &Text) -> Text {
    // A label behind another begins small; what follows keeps its capitals: "part du Smic".
    Text::joined([outer, &part.map(uncapitalized)], " · ").spaced()
}

/// The sum that an object is, with what it is for: `12,31 € par heure`, `43 % du Smic`.
fn sum(object: &Map<String, Value>) -> Option<Text> {
    let code = object.get("per")?.as_str()?;
    let end = |key: &str| object.get(key).and_then(Value::as_f64);
    if code == "minimum-wage-share" {
        let share = percent(end("amount")? * 100.0);
        return Some(Text::new(format!("{} du Smic", share.fr), format!("{} of the minimum wage", share.en)));
    }
    let (sum, per) = (ends(end("amount").or(end("low")), end("amount").or(end("high")))?, per(code)?);
    Some(Text::new(format!("{} {}", sum.fr, per.fr), format!("{} {}", sum.en, per.en)))
}

/// A percentage to the hundredth: more digits are the noise of a fraction.
fn percent(value: f64) -> Text {
    let written = ((value * 100.0).round() / 100.0).to_string();
    Text::new(format!("{} %", written.replace('.', ",")), format!("{written}%"))
}

/// One or two ends of a sum in words.
fn ends(low: Option<f64>, high: Option<f64>) -> Option<Text> {
    amounts(Range { low: low.map(Money::euros), high: high.map(Money::euros) })
}

fn figure(key: &str, value: f64) -> Cell {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be a whole count")]
    let whole = (value.fract() == 0.0 && (0.0..1e9).contains(&value)).then_some(value as u64);
    match (key, whole) {
        ("year", Some(year)) => Cell::Year(u16::try_from(year).unwrap_or_default()),
        ("percent", _) => Cell::Text(percent(value)),
        ("apprentice_months", Some(months)) => {
            let months = u16::try_from(months).ok();
            Cell::of(duration_of(Range { low: months, high: months }), Cell::Text)
        }
        _ if AGES.contains(&key) => Cell::Years(Range { low: Some(value), high: Some(value) }),
        _ if AMOUNTS.contains(&key) => Cell::Text(amount(Money::euros(value))),
        (_, Some(count)) => Cell::Count(count),
        _ => Cell::Text(Text::in_each(|lang| number(value, 2, lang))),
    }
}

/// A low and a high end in the unit that the key names.
fn span(key: &str, object: &Map<String, Value>) -> Cell {
    let end = |name: &str| object.get(name).and_then(Value::as_f64);
    let (low, high) = (end("low"), end("high"));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "months are few")]
    let months = |end: Option<f64>| end.map(|months| months.clamp(0.0, 9999.0) as u16);
    if low.is_none() && high.is_none() {
        Cell::Empty
    } else if key.ends_with("_months") {
        Cell::of(duration_of(Range { low: months(low), high: months(high) }), Cell::Text)
    } else if key.ends_with("_years") {
        Cell::Years(Range { low, high })
    } else if key == "reports" {
        let (least, most) = (low.or(high).unwrap_or_default(), high.or(low).unwrap_or_default());
        Cell::Text(Text::new(format!("{least} à {most}"), format!("{least} to {most}")))
    } else {
        Cell::of(ends(low, high), Cell::Text)
    }
}
