//! The files of data/ as a table: their names, their keys, their texts, their schemas.

use std::sync::OnceLock;

use serde::Serialize;
use serde_json::Value;

use super::check::{Kind as Mark, Lexer, Node};
use super::files::{
    File, GlossaryFile, MissionsFile, PricesFile, ProgressionFile, RoleFile, SalariesFile, SkillsFile,
    SourcesFile, TownsFile, TrainingFile, WorkFile,
};
use crate::model::name::nearest;
use crate::model::rules::Rules;

/// A file of data/, whatever it holds.
#[derive(Debug)]
pub struct FileKind {
    /// Its name.
    pub name: &'static str,
    /// The keys at its top that hold facts.
    pub keys: &'static [&'static str],
    /// The text that ships with the program.
    pub embedded: &'static str,
    schema: fn(schemars::SchemaGenerator) -> schemars::Schema,
    shape: OnceLock<Node>,
}

/// Every file, the sources first: the others refer to them.
pub static FILES: [FileKind; 13] = [
    FileKind::of::<SourcesFile>(),
    FileKind::of::<RoleFile>(),
    FileKind::of::<MissionsFile>(),
    FileKind::of::<SkillsFile>(),
    FileKind::of::<SalariesFile>(),
    FileKind::of::<TrainingFile>(),
    FileKind::of::<ProgressionFile>(),
    FileKind::of::<WorkFile>(),
    FileKind::of::<PricesFile>(),
    FileKind::of::<TownsFile>(),
    FileKind::of::<GlossaryFile>(),
    FileKind::pay("pay/2026.json", include_str!("../../data/pay/2026.json")),
    FileKind::pay("pay/2025.json", include_str!("../../data/pay/2025.json")),
];

/// The keys at the top of a file of pay rules.
const PAY_KEYS: &[&str] = &[
    "contributions",
    "ceiling",
    "minimum_wage",
    "health_cover",
    "csg",
    "forfait_social",
    "general_reduction",
    "income_tax",
    "micro",
    "portage",
];

/// The year that a file of pay rules is named after: `pay/2026.json`.
pub fn pay_year(name: &str) -> Option<u16> {
    let year = name.strip_prefix("pay/")?.strip_suffix(".json")?;
    let written = year.len() == 4 && !year.starts_with('0') && year.bytes().all(|byte| byte.is_ascii_digit());
    year.parse().ok().filter(|_| written)
}

impl FileKind {
    const fn of<T: File>() -> Self {
        Self {
            name: T::NAME,
            keys: T::KEYS,
            embedded: T::EMBEDDED,
            schema: schemars::SchemaGenerator::into_root_schema_for::<T>,
            shape: OnceLock::new(),
        }
    }

    const fn pay(name: &'static str, embedded: &'static str) -> Self {
        let schema = schemars::SchemaGenerator::into_root_schema_for::<Rules>;
        Self { name, keys: PAY_KEYS, embedded, schema, shape: OnceLock::new() }
    }

    /// The file of that name; its ending may be left out, and the folder of pay rules. All their years are of one kind.
    pub fn named(name: &str) -> Option<&'static Self> {
        let is_named = |kind: &&Self| kind.name == name || kind.name.strip_suffix(".json") == Some(name);
        let is_pay = |kind: &&Self| pay_year(kind.name).is_some();
        let within = name.strip_prefix("pay/").unwrap_or(name);
        let of_a_year = pay_year(&format!("pay/{}.json", within.strip_suffix(".json").unwrap_or(within)));
        FILES.iter().find(is_named).or_else(|| FILES.iter().find(is_pay).filter(|_| of_a_year.is_some()))
    }

    /// Whether `name` is a file of data/, or of the pay rules of any year.
    pub fn is_name(name: &str) -> bool {
        FILES.iter().any(|kind| kind.name == name) || pay_year(name).is_some()
    }

    /// The file that a text is by the keys at its top, or by those that look most like them.
    pub fn recognised(text: &str) -> Option<&'static Self> {
        let holding = |key: &str| FILES.iter().find(|kind| kind.keys.contains(&key));
        let keys = top_keys(text);
        keys.iter().find_map(|key| holding(key)).or_else(|| {
            let known = || FILES.iter().flat_map(|kind| kind.keys.iter().copied());
            keys.iter().find_map(|key| holding(nearest(key, known())?))
        })
    }

    /// The JSON Schema of the file.
    pub fn schema(&self) -> FileSchema {
        FileSchema { file: self.name, keys: self.keys, json_schema: self.titled().to_value() }
    }

    fn titled(&self) -> schemars::Schema {
        let mut schema = (self.schema)(schemars::SchemaGenerator::default());
        let name = pay_year(self.name).map_or(self.name, |_| "pay/YYYY.json");
        schema.insert("title".to_owned(), format!("backend-career: {name}").into());
        schema.ensure_object().values_mut().for_each(tell_null);
        schema
    }

    /// What the file's values may be.
    pub fn shape(&self) -> &Node {
        self.shape.get_or_init(|| Node::of(&self.titled()))
    }
}

/// Calls nothing by its name in JSON where a description has that of Rust.
fn tell_null(value: &mut Value) {
    match value {
        Value::String(text) if text.contains("`None`") => *text = text.replace("`None`", "`null`"),
        Value::Array(list) => list.iter_mut().for_each(tell_null),
        Value::Object(object) => object.values_mut().for_each(tell_null),
        _ => {}
    }
}

/// The JSON Schema of a file.
#[derive(Debug, Clone, Serialize)]
pub struct FileSchema {
    /// The file's name.
    pub file: &'static str,
    /// The keys at its top that hold facts.
    pub keys: &'static [&'static str],
    /// The schema itself.
    pub json_schema: Value,
}

impl FileSchema {
    /// The schema as a file of its own.
    pub fn text(&self) -> String {
        format!("{:#}\n", self.json_schema)
    }
}

/// The keys at the top of a JSON text, up to the first thing that is none.
fn top_keys(text: &str) -> Vec<&str> {
    top(text).map(|(key, _)| key).take(64).collect()
}

/// The text that stands under `key` at the top of a JSON text.
pub fn top_text(text: &str, key: &str) -> Option<String> {
    serde_json::from_str(top_value(text, key)?).ok()
}

/// The first token of the value under `key` at the top of a JSON text.
pub fn top_value<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    top(text).find(|(name, _)| *name == key).map(|(_, value)| value)
}

/// The keys at the top, each with the first token of its value.
fn top(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut lexer = Lexer::new(text);
    let mut inside = lexer.next().kind == Mark::OpenObject;
    std::iter::from_fn(move || {
        let key = lexer.next();
        inside &= matches!(key.kind, Mark::Text { .. }) && lexer.next().kind == Mark::Colon;
        if !inside {
            return None;
        }
        let value = lexer.next();
        let (mut depth, mut token) = (0_usize, value);
        loop {
            match token.kind {
                Mark::OpenObject | Mark::OpenList => depth += 1,
                Mark::CloseObject | Mark::CloseList => depth = depth.saturating_sub(1),
                Mark::End | Mark::OpenText => inside = false,
                _ => {}
            }
            if depth == 0 || !inside {
                break;
            }
            token = lexer.next();
        }
        inside &= lexer.next().kind == Mark::Comma;
        Some((&text[key.span.start + 1..key.span.end - 1], &text[value.span.start..value.span.end]))
    })
}

#[cfg(test)]
mod tests {
    use super::{FileKind, top_text};

    #[test]
    fn a_file_is_recognised_by_its_keys() {
        let name = |text: &str| FileKind::recognised(text).map(|kind| kind.name);
        assert_eq!(name(r#"{"only": true, "advice": []}"#), Some("training.json"));
        assert_eq!(name(r#"{"programms": []}"#), Some("training.json"));
        assert_eq!(name(r#"{"only": true}"#), None);
        assert_eq!(name("[]"), None);
        assert_eq!(name(""), None);
    }

    #[test]
    fn a_text_at_the_top_is_found_behind_lists() {
        assert_eq!(
            top_text(r#"{"sources": [{"edition": "x"}], "edition": "2030-01-01"}"#, "edition"),
            Some("2030-01-01".to_owned())
        );
        assert_eq!(top_text(r#"{"edition": "\u0032030-01-01"}"#, "edition"), Some("2030-01-01".to_owned()));
    }
}
