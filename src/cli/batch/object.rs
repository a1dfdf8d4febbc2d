//! A line of JSON Lines as its fields.

use std::fmt;

use serde::Deserializer as _;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;

/// The fields of an object, in their order, with each value as it is written; `None` if the bytes are no object.
pub fn object(line: &[u8]) -> Option<Vec<(String, &RawValue)>> {
    struct Fields;
    impl<'de> Visitor<'de> for Fields {
        type Value = Vec<(String, &'de RawValue)>;
        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut fields = Vec::new();
            while let Some(field) = map.next_entry()? {
                fields.push(field);
            }
            Ok(fields)
        }
    }
    let mut reader = serde_json::Deserializer::from_slice(line);
    let fields = reader.deserialize_map(Fields).ok()?;
    reader.end().ok().map(|()| fields)
}

/// A value as a person would have typed it; a list has its elements between commas.
pub fn typed(value: &RawValue) -> String {
    let written = value.get();
    match written.as_bytes().first() {
        Some(b'n') => String::new(),
        Some(b'"') => serde_json::from_str(written).unwrap_or_else(|_| written.to_owned()),
        Some(b'[') => {
            let elements: Vec<&RawValue> = serde_json::from_str(written).unwrap_or_default();
            elements.into_iter().map(typed).collect::<Vec<_>>().join(",")
        }
        // A number keeps its digits: what is shown is what was written.
        _ => written.to_owned(),
    }
}

/// A value as an argument. A number has one reading: `2.0` is 2, and three decimals are no group of thousands, which a
/// fourth says.
pub fn argument(value: &RawValue) -> String {
    let written = typed(value);
    let is_number = value.get().starts_with(|first: char| first == '-' || first.is_ascii_digit());
    match written.split_once('.').filter(|_| is_number) {
        Some((whole, "0")) => whole.to_owned(),
        Some((_, decimals)) if decimals.len() == 3 => format!("{written}0"),
        _ => written,
    }
}

/// Whether a value is a list.
pub fn is_list(value: &RawValue) -> bool {
    value.get().starts_with('[')
}

/// A key that stands twice, so that nobody can tell which value is meant.
pub fn repeated<'f>(fields: &'f [(String, &RawValue)]) -> Option<&'f str> {
    let keys = fields.iter().map(|(key, _)| key);
    let mut seen = std::collections::HashSet::new();
    keys.into_iter().find(|key| !seen.insert(*key)).map(String::as_str)
}
