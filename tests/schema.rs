//! The JSON Schema of each file: the embedded data meets it, and it lists what may be written.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a step that fails fails the test"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use backend_career::dataset::*;
use backend_career::model::rules::Rules;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

fn validator(name: &str) -> jsonschema::Validator {
    let schema = FileKind::named(name).unwrap().schema();
    assert_eq!(schema.json_schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::validator_for(&schema.json_schema).unwrap()
}

/// The schema of the type of the file `name`, in a line.
fn drawn<T: JsonSchema>(name: &str) -> String {
    let mut schema = SchemaGenerator::default().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), format!("backend-career: {name}").into());
    schema.ensure_object().values_mut().for_each(tell_null);
    format!("{}\n", schema.to_value())
}

/// Replaces `None` by `null` in descriptions.
fn tell_null(value: &mut Value) {
    match value {
        Value::String(text) if text.contains("`None`") => *text = text.replace("`None`", "`null`"),
        Value::Array(list) => list.iter_mut().for_each(tell_null),
        Value::Object(object) => object.values_mut().for_each(tell_null),
        _ => {}
    }
}

/// Draws the schemas anew with `UPDATE_SCHEMAS=1 cargo test --test schema`.
#[test]
fn the_schemas_are_those_of_the_types() {
    let schemas = [
        ("sources", drawn::<SourcesFile>("sources.json")),
        ("role", drawn::<RoleFile>("role.json")),
        ("missions", drawn::<MissionsFile>("missions.json")),
        ("skills", drawn::<SkillsFile>("skills.json")),
        ("salaries", drawn::<SalariesFile>("salaries.json")),
        ("training", drawn::<TrainingFile>("training.json")),
        ("progression", drawn::<ProgressionFile>("progression.json")),
        ("work", drawn::<WorkFile>("work.json")),
        ("rates", drawn::<RatesFile>("rates.json")),
        ("prices", drawn::<PricesFile>("prices.json")),
        ("floors", drawn::<FloorsFile>("floors.json")),
        ("towns", drawn::<TownsFile>("towns.json")),
        ("glossary", drawn::<GlossaryFile>("glossary.json")),
        ("pay", drawn::<Rules>("pay/YYYY.json")),
    ];
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/dataset/schemas");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), schemas.len());
    for (name, schema) in schemas {
        let file = folder.join(format!("{name}.json"));
        if std::env::var_os("UPDATE_SCHEMAS").is_some() {
            fs::write(&file, &schema).unwrap();
        }
        assert!(fs::read_to_string(file).unwrap() == schema, "{name}: UPDATE_SCHEMAS=1 draws it anew");
    }
}

#[test]
fn the_embedded_data_meets_its_schemas() {
    for kind in &FILES {
        let data: Value = serde_json::from_str(kind.embedded).unwrap();
        let wrong: Vec<String> = validator(kind.name)
            .iter_errors(&data)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", kind.name);
    }
}

#[test]
fn a_file_is_known_by_the_keys_of_its_schema() {
    for kind in &FILES {
        let schema = kind.schema();
        let properties = schema.json_schema["properties"].as_object().unwrap().keys();
        let telling = |key: &&String| !["$schema", "only", "year", "date"].contains(&key.as_str());
        let mut keys = kind.keys.to_vec();
        keys.sort_unstable();
        assert_eq!(properties.filter(telling).collect::<Vec<_>>(), keys, "{}", kind.name);
    }
}

#[test]
fn the_pay_rules_of_the_newest_year_are_listed_first() {
    let years: Vec<&str> =
        FILES.iter().map(|kind| kind.name).filter(|name| name.starts_with("pay/")).collect();
    assert!(years.is_sorted_by(|a, b| a > b), "{years:?}");
}

#[test]
fn a_users_file_may_leave_things_out_and_stand_alone() {
    let stands_whole = |name: &str| ["role.json", "prices.json"].contains(&name) || name.starts_with("pay/");
    for kind in FILES.iter().filter(|kind| !stands_whole(kind.name)) {
        assert!(
            validator(kind.name).is_valid(&json!({ "only": true, "$schema": "./x.json" })),
            "{}",
            kind.name
        );
        assert!(validator(kind.name).is_valid(&json!({})), "{}", kind.name);
    }
}

#[test]
fn the_schemas_refuse_what_the_program_refuses() {
    let skill = |change: &dyn Fn(&mut Value)| {
        let mut skill = json!({
            "id": "x", "name": { "fr": "x", "en": "x" }, "kind": "hard", "category": "language",
            "aliases": [], "sources": ["onisep-2024"]
        });
        change(&mut skill);
        validator("skills.json").is_valid(&json!({ "skills": [skill] }))
    };
    assert!(skill(&|_| {}));
    assert!(!skill(&|skill| skill["kind"] = json!("hardd")));
    assert!(!skill(&|skill| skill["sorces"] = json!([])));
    assert!(!skill(&|skill| skill["name"]["en"] = json!(" ")));
    assert!(!skill(&|skill| drop(skill.as_object_mut().unwrap().remove("name"))));
}

#[test]
fn closed_sets_list_their_ids() {
    let schema = FileKind::named("training").unwrap().schema().json_schema;
    assert_eq!(
        schema["$defs"]["StudyLevel"]["enum"],
        json!(["bac+2", "bac+3", "bac+5", "short", "self-taught"])
    );
}

/// What the schema calls things: the names of its properties, and the values of its closed sets.
fn names(schema: &Value, properties: &mut BTreeSet<String>, values: &mut BTreeSet<String>) {
    let Some(object) = schema.as_object() else {
        schema.as_array().into_iter().flatten().for_each(|below| names(below, properties, values));
        return;
    };
    if let Some(named) = object.get("properties").and_then(Value::as_object) {
        properties.extend(named.keys().cloned());
    }
    if let Some(closed) = object.get("enum").and_then(Value::as_array) {
        values.extend(closed.iter().filter_map(Value::as_str).map(str::to_owned));
    }
    object.values().for_each(|below| names(below, properties, values));
}

/// The words between backticks in a text: `tuition.by_year` is two of them.
fn quoted_words(text: &str) -> BTreeSet<&str> {
    let is_mark = |char: char| !char.is_alphanumeric() && !matches!(char, '_' | '$' | '+' | '-');
    let quoted = text.split('`').skip(1).step_by(2);
    quoted.flat_map(|quoted| quoted.split(is_mark)).filter(|word| !word.is_empty()).collect()
}

/// The section of data/README.md about a file, and what it says of all files.
fn section(name: &str) -> (&'static str, &'static str) {
    let page = include_str!("../data/README.md");
    let beginning = |start: &str| {
        let found = page.split("\n## ").find(|section| section.starts_with(start));
        found.unwrap_or_else(|| panic!("data/README.md has no section {start}"))
    };
    let heading = if name.starts_with("pay/") { "`pay/YYYY.json`".to_owned() } else { format!("`{name}`") };
    (beginning(&heading), beginning("What all files share"))
}

#[test]
fn the_page_about_the_data_explains_every_field_and_every_value_of_a_closed_set() {
    for kind in &FILES {
        let (mut properties, mut values) = (BTreeSet::new(), BTreeSet::new());
        names(&kind.schema().json_schema, &mut properties, &mut values);
        let (own, shared) = section(kind.name);
        let explained = &quoted_words(own) | &quoted_words(shared);
        let missing: Vec<&String> =
            properties.union(&values).filter(|name| !explained.contains(name.as_str())).collect();
        assert!(missing.is_empty(), "data/README.md does not explain {missing:?} of {}", kind.name);
    }
}

#[test]
fn the_page_about_the_data_explains_no_field_that_does_not_exist() {
    for kind in &FILES {
        let (mut properties, mut values) = (BTreeSet::new(), BTreeSet::new());
        names(&kind.schema().json_schema, &mut properties, &mut values);
        let known = properties.union(&values).map(String::as_str).collect();
        let first_cells =
            section(kind.name).0.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
        for cell in first_cells {
            let unknown: Vec<&str> = quoted_words(cell).difference(&known).copied().collect();
            assert!(unknown.is_empty(), "data/README.md explains {unknown:?}, which {} has not", kind.name);
        }
    }
}
