//! The JSON Schema of each file: the embedded data meets it, and it lists what may be written.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a step that fails fails the test"
)]

use backend_career::dataset::{FILES, FileKind};
use serde_json::{Value, json};

fn validator(name: &str) -> jsonschema::Validator {
    let schema = FileKind::named(name).unwrap().schema();
    assert_eq!(schema.json_schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::validator_for(&schema.json_schema).unwrap()
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
