//! Lays a user's file over the embedded one, list by list and entry by entry.

use std::collections::HashSet;

use serde_json::{Map, Value};

/// The id of an entry.
fn id(entry: &Value) -> Option<&str> {
    entry.get("id")?.as_str()
}

/// The user's file over the `embedded` one: a known id replaces an entry, a new one is added, other values stand whole
/// in place of ours, and what the user leaves out stays. With `only`, no entry of ours stays.
pub fn merge_over(user: Value, embedded: Value) -> Value {
    let (Value::Object(mut user), Value::Object(embedded)) = (user, embedded) else { return Value::Null };
    let only = user.get("only") == Some(&Value::Bool(true));
    for (key, ours) in embedded {
        merge_key(&mut user, key, ours, only);
    }
    Value::Object(user)
}

fn merge_key(user: &mut Map<String, Value>, key: String, ours: Value, only: bool) {
    match (user.get_mut(&key), ours) {
        (Some(Value::Array(theirs)), Value::Array(ours)) => {
            if !only {
                add_missing(theirs, ours);
            }
            theirs.sort_by(|a, b| id(a).cmp(&id(b)));
        }
        (None, Value::Array(_)) if only => {}
        (None, ours) => drop(user.insert(key, ours)),
        _ => {}
    }
}

/// Adds the entries of ours whose ids the user does not have.
fn add_missing(theirs: &mut Vec<Value>, ours: Vec<Value>) {
    let known: HashSet<String> = theirs.iter().filter_map(|entry| id(entry).map(str::to_owned)).collect();
    theirs.extend(ours.into_iter().filter(|entry| id(entry).is_none_or(|id| !known.contains(id))));
}
