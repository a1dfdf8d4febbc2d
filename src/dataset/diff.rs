//! What a user's files change against the embedded ones, entry by entry and field by field.
//!
//! Everything is compared as JSON: entries and other elements with an `id` by it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::store::{Dataset, embedded_rules};
use super::user_data::UserData;
use crate::model::error::InvalidData;

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
    pub list: String,
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

/// Every change that the user's files make, by file, list and id. Fails if one of them is invalid.
pub fn changes(dataset: &Dataset) -> Result<Vec<Change>, InvalidData> {
    let mut changes = Vec::new();
    for ((file, new), (_, old)) in dataset.values()?.into_iter().zip(Dataset::embedded().values()?) {
        let (Value::Object(new), Value::Object(old)) = (new, old) else { continue };
        for (key, new) in &new {
            compare(file, key, old.get(key), new, &mut changes);
        }
    }
    add_pay_rules(dataset, &mut changes)?;
    changes.sort_by(|a, b| (&a.file, &a.list, &a.id).cmp(&(&b.file, &b.list, &b.id)));
    Ok(changes)
}

/// Adds what differs between what stands under one key at the top of a file.
fn compare(file: &'static str, key: &str, old: Option<&Value>, new: &Value, changes: &mut Vec<Change>) {
    let (Some(olds), Some(news)) = (named(old), named(Some(new))) else {
        changes.extend(Change::of_value(file.into(), key, old.unwrap_or(&Value::Null), new));
        return;
    };
    let mut push = |entry: &Value, change, fields| {
        let id = entry["id"].as_str().map(str::to_owned);
        changes.push(Change { file: file.into(), list: key.to_owned(), id, change, fields });
    };
    let mut left: BTreeMap<String, &Value> = olds.into_iter().collect();
    for (step, new) in news {
        match left.remove(&step) {
            None => push(new, ChangeKind::Added, Vec::new()),
            Some(old) => {
                let fields = differences(old, new);
                if !fields.is_empty() {
                    push(new, ChangeKind::Replaced, fields);
                }
            }
        }
    }
    for old in left.into_values() {
        push(old, ChangeKind::Dropped, Vec::new());
    }
}

/// Adds the changes of the user's pay rules: against those of the year that ship, or as new ones.
fn add_pay_rules(dataset: &Dataset, changes: &mut Vec<Change>) -> Result<(), InvalidData> {
    for file in dataset.user_data().into_iter().flat_map(UserData::files) {
        let Some(rules) = file.pay_year().and_then(|year| dataset.pay_rules(Some(year))) else { continue };
        let value = |rules: &_| serde_json::to_value(rules).unwrap_or_default();
        let (name, rules) = (Cow::Owned(file.name.clone()), value(&rules?));
        match embedded_rules(&file.name) {
            Some(shipped) => changes.extend(Change::of_value(name, "rules", &value(&shipped?), &rules)),
            None => changes.push(Change {
                file: name,
                list: "rules".to_owned(),
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
    fn of_value(file: Cow<'static, str>, list: &str, old: &Value, new: &Value) -> Option<Self> {
        let fields = differences(old, new);
        let change = ChangeKind::Replaced;
        (!fields.is_empty()).then_some(Self { file, list: list.to_owned(), id: None, change, fields })
    }
}

/// What differs between two values.
///
/// The elements of a list are told apart by their ids, or by their places if there are as many; other lists are
/// compared whole. An object that is new or gone is told field by field too.
fn differences(old: &Value, new: &Value) -> Vec<FieldChange> {
    let mut found = Vec::new();
    differ(String::new(), Some(old), Some(new), &mut found);
    found
}

fn differ(path: String, old: Option<&Value>, new: Option<&Value>, found: &mut Vec<FieldChange>) {
    let known = |value: Option<&'_ Value>| value.is_some_and(|value| !value.is_null());
    if old == new || !known(old) && !known(new) {
        return;
    }
    let Some((olds, news)) = parts(old, new) else {
        found.push(FieldChange { path, from: old.cloned(), to: new.cloned() });
        return;
    };
    let below = |step: &str| {
        if path.is_empty() { step.trim_start_matches('.').to_owned() } else { path.clone() + step }
    };
    let mut left: BTreeMap<&str, &Value> = news.iter().map(|(step, new)| (step.as_str(), *new)).collect();
    for (step, old) in &olds {
        differ(below(step), Some(old), left.remove(step.as_str()), found);
    }
    for (step, new) in news.iter().filter(|(step, _)| left.contains_key(step.as_str())) {
        differ(below(step), None, Some(new), found);
    }
}

/// Parts of one value, each behind the step to it.
type Parts<'v> = Vec<(String, &'v Value)>;

/// The parts of two values; `None` if they are compared whole.
fn parts<'v>(old: Option<&'v Value>, new: Option<&'v Value>) -> Option<(Parts<'v>, Parts<'v>)> {
    let both = |of: fn(Option<&'v Value>) -> Option<Parts<'v>>| of(old).zip(of(new));
    both(fields).or_else(|| both(named)).or_else(|| both(placed).filter(|(old, new)| old.len() == new.len()))
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
