//! What a user's files change against the embedded ones, entry by entry and field by field.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::Dataset;
use super::error::DataError;
use super::files::File;
use super::load::{embedded, embedded_rules};
use super::own::Own;

/// What happens to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It stands in place of an embedded one.
    Replaced,
    /// It is left out.
    Dropped,
}

/// What changes in an entry.
#[derive(Debug, Clone, Serialize)]
pub struct Change {
    /// The file of data/.
    pub file: Cow<'static, str>,
    /// The list in the file; `rules` for a file of pay rules, which is compared as one value.
    pub list: &'static str,
    /// The entry; `None` for what is no entry of a list.
    pub id: Option<String>,
    /// What happens to it.
    pub change: ChangeKind,
    /// What differs; empty unless it is replaced.
    pub fields: Vec<FieldChange>,
}

/// A value that differs.
#[derive(Debug, Clone, Serialize)]
pub struct FieldChange {
    /// Where in the entry: `tuition.low`.
    pub path: String,
    /// What it was; `None` if it was not there.
    pub from: Option<Value>,
    /// What it is; `None` if it is not there any more.
    pub to: Option<Value>,
}

/// Every change that the user's files make, by file, list and id.
pub fn changes(dataset: &Dataset) -> Result<Vec<Change>, DataError> {
    let mut changes = Vec::new();
    add(dataset, dataset.glossary()?, &mut changes)?;
    add(dataset, dataset.missions()?, &mut changes)?;
    add_pay_rules(dataset, &mut changes)?;
    add(dataset, dataset.prices()?, &mut changes)?;
    add(dataset, dataset.progression()?, &mut changes)?;
    add(dataset, dataset.role()?, &mut changes)?;
    add(dataset, dataset.salaries()?, &mut changes)?;
    add(dataset, dataset.skills()?, &mut changes)?;
    add(dataset, dataset.sources()?, &mut changes)?;
    add(dataset, dataset.towns()?, &mut changes)?;
    add(dataset, dataset.training()?, &mut changes)?;
    add(dataset, dataset.work()?, &mut changes)?;
    Ok(changes)
}

/// Adds the changes of one file, if the user has it.
fn add<T: File>(dataset: &Dataset, loaded: &T, changes: &mut Vec<Change>) -> Result<(), DataError> {
    if dataset.own().is_some_and(|own| own.stands_for(T::NAME).is_some()) {
        changes.extend(loaded.changes(&embedded()?));
    }
    Ok(())
}

/// Adds the changes of the user's pay rules: against those of the year that ship, or as new ones.
fn add_pay_rules(dataset: &Dataset, changes: &mut Vec<Change>) -> Result<(), DataError> {
    for file in dataset.own().into_iter().flat_map(Own::files) {
        let Some(rules) = file.pay_year().and_then(|year| dataset.pay_rules(Some(year))) else { continue };
        let (name, list, rules) = (Cow::Owned(file.name.clone()), "rules", rules?);
        match embedded_rules(&file.name) {
            Some(shipped) => changes.extend(Change::of_value(name, list, &shipped?, &rules)),
            None => changes.push(Change {
                file: name,
                list,
                id: None,
                change: ChangeKind::Added,
                fields: Vec::new(),
            }),
        }
    }
    Ok(())
}

impl Change {
    /// What changes in a value that is no entry of a list.
    pub(super) fn of_value<T: Serialize>(
        file: Cow<'static, str>,
        list: &'static str,
        old: &T,
        new: &T,
    ) -> Option<Self> {
        let fields = differences(old, new);
        (!fields.is_empty()).then_some(Self { file, list, id: None, change: ChangeKind::Replaced, fields })
    }
}

/// What differs between two values of a type.
///
/// The elements of a list are told apart by their ids, or by their places if there are as many; other lists are
/// compared whole. An object that is new or gone is told field by field too.
pub(super) fn differences<T: Serialize>(old: &T, new: &T) -> Vec<FieldChange> {
    let mut found = Vec::new();
    let value = |value: &T| serde_json::to_value(value).ok();
    differ(String::new(), value(old).as_ref(), value(new).as_ref(), &mut found);
    found
}

fn differ(path: String, old: Option<&Value>, new: Option<&Value>, found: &mut Vec<FieldChange>) {
    let known = |value: Option<&'_ Value>| value.is_some_and(|value| !value.is_null());
    if old == new || !known(old) && !known(new) {
        return;
    }
    let Some(parts) = parts(old, new) else {
        found.push(FieldChange { path, from: old.cloned(), to: new.cloned() });
        return;
    };
    for Part { step, old, new } in parts {
        let path =
            if path.is_empty() { step.trim_start_matches('.').to_owned() } else { path.clone() + &step };
        differ(path, old, new, found);
    }
}

/// A part of two values: the step to it from both, what it was, what it is.
struct Part<'v> {
    step: String,
    old: Option<&'v Value>,
    new: Option<&'v Value>,
}

/// Parts of one value, each behind the step to it.
type Parts<'v> = Vec<(String, &'v Value)>;

/// The parts of two values, side by side; `None` if they are compared whole.
fn parts<'v>(old: Option<&'v Value>, new: Option<&'v Value>) -> Option<Vec<Part<'v>>> {
    let both = |of: fn(Option<&'v Value>) -> Option<Parts<'v>>| of(old).zip(of(new));
    let (olds, news) = both(fields)
        .or_else(|| both(named))
        .or_else(|| both(placed).filter(|(olds, news)| olds.len() == news.len()))?;
    let mut left: BTreeMap<String, &Value> = news.iter().cloned().collect();
    let kept = olds.into_iter().map(|(step, old)| Part { new: left.remove(&step), old: Some(old), step });
    let mut parts: Vec<Part<'_>> = kept.collect();
    let added = news.into_iter().filter(|(step, _)| left.contains_key(step));
    parts.extend(added.map(|(step, new)| Part { step, old: None, new: Some(new) }));
    Some(parts)
}

/// The fields of an object; none of what is not there.
fn fields(value: Option<&Value>) -> Option<Parts<'_>> {
    match value {
        None | Some(Value::Null) => Some(Vec::new()),
        Some(Value::Object(fields)) => {
            Some(fields.iter().map(|(key, value)| (format!(".{key}"), value)).collect())
        }
        Some(_) => None,
    }
}

/// The elements of a list by their ids, if each has one; the second of an id is called `id#2`.
fn named(list: Option<&Value>) -> Option<Parts<'_>> {
    let Some(list) = list else { return Some(Vec::new()) };
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut named = Vec::new();
    for value in list.as_array()? {
        let id = value.get("id")?.as_str()?;
        let times = seen.entry(id).or_default();
        *times += 1;
        let step = if *times == 1 { format!("[{id}]") } else { format!("[{id}#{times}]") };
        named.push((step, value));
    }
    Some(named)
}

/// The elements of a list of objects by their places.
fn placed(list: Option<&Value>) -> Option<Parts<'_>> {
    let list = list?.as_array().filter(|list| list.iter().all(Value::is_object))?;
    Some(list.iter().enumerate().map(|(at, value)| (format!("[{at}]"), value)).collect())
}

impl FieldChange {
    /// What it was, as JSON; a text without its quotes.
    pub fn before(&self) -> Option<String> {
        self.from.as_ref().map(plain)
    }

    /// What it is, as JSON; a text without its quotes.
    pub fn after(&self) -> Option<String> {
        self.to.as_ref().map(plain)
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        // A rate of nothing is written 0 in the files.
        Value::Number(number) => number.to_string().trim_end_matches(".0").to_owned(),
        Value::Array(list) => format!("[{}]", list.iter().map(spaced).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let field = |(key, value): (&String, &Value)| format!("\"{key}\": {}", spaced(value));
            format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
        _ => value.to_string(),
    }
}

/// A value as JSON, with blanks where a line may break.
fn spaced(value: &Value) -> String {
    if value.is_string() { value.to_string() } else { plain(value) }
}
