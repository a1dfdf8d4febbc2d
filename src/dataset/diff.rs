//! What a user's files change against the embedded ones, entry by entry and field by field.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::error::DataError;
use super::kind::{FILES, FileKind};
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
    pub file: &'static str,
    /// The list in the file.
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

/// Whether a file leaves out the embedded entries.
#[derive(Deserialize)]
struct Alone {
    #[serde(default)]
    only: bool,
}

/// Every change, by file, list and id. The files must be valid.
pub fn changes(own: &Own) -> Result<Vec<Change>, DataError> {
    let mut changes = Vec::new();
    for kind in &FILES {
        let Some(file) = own.stands_for(kind.name) else { continue };
        let given = file.content()?.text;
        let alone = serde_json::from_str::<Alone>(&given).is_ok_and(|file| file.only);
        let (old, new) = (kind.value(kind.embedded)?, kind.value(&given)?);
        for list in kind.keys.iter().copied() {
            compare(kind, list, &old[list], &new[list], alone, &mut changes);
        }
    }
    Ok(changes)
}

/// Compares one list, or the one value that stands in its place.
fn compare(
    kind: &FileKind,
    list: &'static str,
    old: &Value,
    new: &Value,
    alone: bool,
    changes: &mut Vec<Change>,
) {
    let mut push = |id: Option<&str>, change, fields| {
        changes.push(Change { file: kind.name, list, id: id.map(str::to_owned), change, fields });
    };
    let (Some(old_list), Some(new_list)) = (old.as_array(), new.as_array()) else {
        let fields = differences(old, new);
        // An edition that is not given stays as it is.
        if !fields.is_empty() && *new != "" {
            push(None, ChangeKind::Replaced, fields);
        }
        return;
    };
    let (old, new) = (by_id(old_list), by_id(new_list));
    let mut ids: Vec<&str> = old.keys().chain(new.keys()).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        match (old.get(id), new.get(id)) {
            (None, Some(_)) => push(Some(id), ChangeKind::Added, Vec::new()),
            (Some(_), None) if alone => push(Some(id), ChangeKind::Dropped, Vec::new()),
            (Some(old), Some(new)) if old != new => {
                push(Some(id), ChangeKind::Replaced, differences(old, new));
            }
            _ => {}
        }
    }
}

fn by_id(list: &[Value]) -> BTreeMap<&str, &Value> {
    list.iter().filter_map(|entry| Some((entry["id"].as_str()?, entry))).collect()
}

/// What differs between two values; lists are compared whole.
fn differences(old: &Value, new: &Value) -> Vec<FieldChange> {
    let mut found = Vec::new();
    differ(String::new(), Some(old), Some(new), &mut found);
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
        (old, new) => found.push(FieldChange { path, from: old.cloned(), to: new.cloned() }),
    }
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
