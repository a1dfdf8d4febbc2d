//! Where the figures of an answer stand in its JSON.

use serde_json::Value;

/// Whether the command `name` is about a document.
pub fn reads_document(name: &str) -> bool {
    matches!(name, "gap" | "ad")
}

/// The figure at `place` of an answer; several are one text; null where there is none.
pub fn figure(answer: &Value, place: &str) -> Value {
    let mut at = answer;
    for step in place.split('.') {
        let (name, rest) = step.find(['[', '#']).map_or((step, ""), |cut| step.split_at(cut));
        let Some(found) = below(at, name) else { return Value::Null };
        let elements = found.as_array();
        match (rest, elements) {
            ("", _) => at = found,
            ("#", Some(elements)) => return Value::from(elements.len()),
            ("[]", Some(elements)) => {
                let key = place.rsplit('.').next().unwrap_or_default();
                let names: Vec<&str> = elements.iter().filter_map(|element| element[key].as_str()).collect();
                return if names.is_empty() { Value::Null } else { Value::from(names.join("; ")) };
            }
            (filter, Some(elements)) => {
                let Some((key, value)) = filter.trim_matches(['[', ']']).split_once('=') else {
                    return Value::Null;
                };
                match elements.iter().find(|element| element[key] == value) {
                    Some(element) => at = element,
                    None => return Value::Null,
                }
            }
            (_, None) => return Value::Null,
        }
    }
    at.clone()
}

fn below<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match value {
        Value::Array(elements) => elements.get(name.parse::<usize>().ok()?),
        _ => value.get(name),
    }
}
