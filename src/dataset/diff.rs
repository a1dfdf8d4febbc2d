//! What a user's files change against the embedded ones, entry by entry and field by field.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

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
    /// The list in the file; of pay rules there is one whole in each.
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
    add(dataset, dataset.missions()?, &mut changes)?;
    add_pay_rules(dataset, &mut changes)?;
    add(dataset, dataset.prices()?, &mut changes)?;
    add(dataset, dataset.progression()?, &mut changes)?;
    add(dataset, dataset.role()?, &mut changes)?;
    add(dataset, dataset.salaries()?, &mut changes)?;
    add(dataset, dataset.skills()?, &mut changes)?;
    add(dataset, dataset.sources()?, &mut changes)?;
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
/// compared whole.
pub(super) fn differences<T: Serialize>(old: &T, new: &T) -> Vec<FieldChange> {
    let mut found = Vec::new();
    let value = |value: &T| serde_json::to_value(value).ok();
    differ(String::new(), value(old).as_ref(), value(new).as_ref(), &mut found);
    found
}

fn differ(path: String, old: Option<&Value>, new: Option<&Value>, found: &mut Vec<FieldChange>) {
    match (old, new) {
        (old, new) if old == new => {}
        (Some(Value::Object(old)), Some(Value::Object(new))) => {
            let mut keys: Vec<&String> = old.keys().chain(new.keys()).collect();
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                differ(path, old.get(key), new.get(key), found);
            }
        }
        (Some(Value::Array(olds)), Some(Value::Array(news))) => match paired(olds, news) {
            None => found.push(FieldChange { path, from: old.cloned(), to: new.cloned() }),
            Some(pairs) => {
                for (name, old, new) in pairs {
                    differ(format!("{path}[{name}]"), old, new, found);
                }
            }
        },
        (old, new) => found.push(FieldChange { path, from: old.cloned(), to: new.cloned() }),
    }
}

/// An element of two lists: what it is called in both, what it was, what it is.
type Pair<'v> = (String, Option<&'v Value>, Option<&'v Value>);

/// The objects of two lists, side by side; `None` if nothing tells which belongs to which.
fn paired<'v>(olds: &'v [Value], news: &'v [Value]) -> Option<Vec<Pair<'v>>> {
    if let (Some(mut old), Some(mut new)) = (named(olds), named(news)) {
        let names: BTreeSet<String> = old.keys().chain(new.keys()).cloned().collect();
        let pair = |name: String| {
            let (old, new) = (old.remove(&name), new.remove(&name));
            (name, old, new)
        };
        return Some(names.into_iter().map(pair).collect());
    }
    let in_place = olds.len() == news.len() && olds.iter().chain(news).all(Value::is_object);
    let pair = |(at, (old, new)): (usize, (&'v Value, &'v Value))| (at.to_string(), Some(old), Some(new));
    in_place.then(|| olds.iter().zip(news).enumerate().map(pair).collect())
}

/// The elements of a list by their ids, if each has one; the second of an id is called `id#2`.
fn named(list: &[Value]) -> Option<BTreeMap<String, &Value>> {
    let mut named = BTreeMap::new();
    for value in list {
        let id = value.get("id")?.as_str()?;
        let mut names = std::iter::once(id.to_owned()).chain((2..).map(|more| format!("{id}#{more}")));
        named.insert(names.find(|name| !named.contains_key(name))?, value);
    }
    Some(named)
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
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
