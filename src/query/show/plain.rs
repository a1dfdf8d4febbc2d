//! An entry that is plain JSON: what it goes by, the sources it names, the arithmetic of its figures.

use serde::Serialize;
use serde_json::Value;

use crate::dataset::Dataset;
use crate::model::error::InvalidData;
use crate::model::figures::amount;
use crate::model::money::Money;
use crate::model::text::Text;

/// An entry with the file and the list that it stands in.
#[derive(Debug, Clone, Serialize)]
pub struct PlainEntry {
    /// The file: `training.json`.
    pub file: &'static str,
    /// The list in it: `programmes`.
    pub list: String,
    /// Its id.
    pub id: String,
    /// All of it.
    pub entry: Value,
}

/// Every entry of every file. Fails if the user's data is invalid.
pub fn entries(dataset: &Dataset) -> Result<Vec<PlainEntry>, InvalidData> {
    let mut all = Vec::new();
    for (file, lists) in dataset.values()? {
        let Value::Object(lists) = lists else { continue };
        for (list, entries) in lists {
            let entries = match entries {
                Value::Array(entries) => entries,
                single => vec![single],
            };
            for entry in entries {
                let Some(id) = entry["id"].as_str().map(str::to_owned) else { continue };
                all.push(PlainEntry { file, list: list.clone(), id, entry });
            }
        }
    }
    Ok(all)
}

/// The names an entry goes by.
pub fn names(entry: &Value) -> Vec<String> {
    let mut names = Vec::new();
    for key in ["id", "name", "title", "word", "short", "label", "code"] {
        match entry.get(key) {
            Some(Value::String(name)) => names.push(name.clone()),
            Some(value) => names.extend(
                both(value).into_iter().flat_map(|text| [text.fr.into_owned(), text.en.into_owned()]),
            ),
            None => {}
        }
    }
    let aliases = entry.get("aliases").and_then(Value::as_array).into_iter().flatten();
    names.extend(aliases.filter_map(Value::as_str).map(str::to_owned));
    let schools = entry.get("providers").and_then(Value::as_array).into_iter().flatten();
    names.extend(schools.filter_map(|school| school.get("name")?.as_str()).map(str::to_owned));
    names
}

/// Whether an entry has `code` among its codes in official classifications.
pub fn has_code(entry: &Value, code: &str) -> bool {
    let codes = entry.get("codes").and_then(Value::as_array).into_iter().flatten();
    codes.filter_map(|one| one.get("code")?.as_str()).any(|one| one.eq_ignore_ascii_case(code.trim()))
}

/// The name an entry is shown by.
pub fn title(entry: &Value) -> Option<Text> {
    ["name", "title", "word", "label"].into_iter().find_map(|key| match entry.get(key)? {
        Value::String(name) => Some(Text::same(name)),
        value => both(value),
    })
}

/// A text in both languages, if a value is one.
pub fn both(value: &Value) -> Option<Text> {
    let half = |lang: &str| value.get(lang)?.as_str();
    Some(Text::new(half("fr")?, half("en")?))
}

/// Adds every source that an entry names anywhere.
pub fn cited(value: &Value, sources: &mut Vec<String>) {
    let Some(object) = value.as_object() else {
        value.as_array().into_iter().flatten().for_each(|value| cited(value, sources));
        return;
    };
    for (key, value) in object {
        match (key.as_str(), value) {
            ("source", Value::String(id)) => sources.push(id.clone()),
            ("sources", Value::Array(ids)) => {
                sources.extend(ids.iter().filter_map(Value::as_str).map(str::to_owned));
            }
            _ => cited(value, sources),
        }
    }
}

/// How figures that are not stated follow from those that are.
pub fn arithmetic(entry: &Value) -> Vec<Text> {
    let per = |part: &Value| part.get("per").and_then(Value::as_str).map(str::to_owned);
    let ends = |part: &Value| {
        let ends = [part.get("low"), part.get("high")].into_iter().flatten().filter_map(Value::as_f64);
        let mut ends: Vec<f64> = ends.collect();
        ends.dedup();
        ends
    };
    let mut told = Vec::new();
    if let Some(stated) = entry.get("stated").filter(|stated| per(stated).as_deref() == Some("month")) {
        told.extend(ends(stated).into_iter().map(|monthly| {
            let (month, year) =
                (amount(Money::euros(monthly)), amount(Money::euros(monthly * 12.0).rounded()));
            Text::new(
                format!("{} par mois × 12 = {} par an.", month.fr, year.fr),
                format!("{} a month × 12 = {} a year.", month.en, year.en),
            )
        }));
    }
    let months = entry.get("duration_months").map(ends).unwrap_or_default();
    if let (Some(tuition), [months]) = (entry.get("tuition"), months.as_slice()) {
        let years = months / 12.0;
        let whole = per(tuition).as_deref() == Some("programme");
        if whole && years > 0.0 {
            told.extend(ends(tuition).into_iter().map(|sum| {
                let (all, year) = (amount(Money::euros(sum)), amount(Money::euros(sum / years).rounded()));
                let (fr, en) = (french(years), years.to_string());
                Text::new(
                    format!("{} ÷ {fr} ans = {} par an : la division est la nôtre.", all.fr, year.fr),
                    format!("{} ÷ {en} years = {} a year: the division is ours.", all.en, year.en),
                )
            }));
        }
    }
    told
}

fn french(number: f64) -> String {
    number.to_string().replace('.', ",")
}
