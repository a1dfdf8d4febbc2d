//! The JSON Schema of each answer: it says what answers look like, and every answer meets it.
//!
//! The schemas are drawn from the answers themselves; `UPDATE_SCHEMAS=1 cargo test --test forms answers` draws them
//! anew after a change, and the difference is read before it is kept.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::asking::{answered, questions, report_name, report_names};

/// Questions that show what the usual ones leave out, for the schemas to allow it.
const RARE: &[&str] = &[
    "salary --source product-crew-2023",
    "salary --net --per month",
    "salary --level confirmed --data tests/data/own",
    "training --city Metz",
    "training --max-tuition 100",
    "training --data tests/data/own",
    "progression --from cto",
    "progression --from cto --to junior",
    "search zzzz",
    "search php",
    "sources --data tests/data/own",
    "pay 20000 --tax scale",
    "pay 120000",
    "pay 46000",
    "pay --status intern --hours 100",
    "pay 2000 --from net",
    "freelance --daily-rate 450 --fees 7",
    "offer 90000 --level senior",
    "payback --current 90k",
    "gap --have zzz",
    "data validate tests/data/own",
    "sheet --region bretagne --level senior --level bac+5 --name x",
    "sheet --with salary",
    "sheet --with training",
];

/// An answer to every question that the program takes.
fn answers() -> BTreeMap<String, Vec<Value>> {
    let mut answers: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for question in questions() {
        answers.entry(report_name(question)).or_default().push(json_of(question).unwrap());
    }
    for question in RARE {
        answers.entry(report_name(question)).or_default().extend(json_of(question));
    }
    answers
}

fn json_of(question: &str) -> Option<Value> {
    let output = super::asking::run(&format!("{question} --json"));
    output.status.success().then(|| serde_json::from_slice(&output.stdout).unwrap())
}

fn file(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/query/data/answers/{name}.json"))
}

#[test]
fn every_answer_meets_its_schema() {
    for (name, answers) in answers() {
        if std::env::var_os("UPDATE_SCHEMAS").is_some() {
            fs::write(file(&name), schema_of(&name, &answers)).unwrap();
        }
        let told = if std::env::var_os("UPDATE_SCHEMAS").is_some() {
            fs::read_to_string(file(&name)).unwrap()
        } else {
            answered(&format!("data schema --answer {name}"))
        };
        let schema: Value = serde_json::from_str(&told).unwrap();
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        let validator = jsonschema::validator_for(&strict(schema)).unwrap();
        for answer in &answers {
            let wrong: Vec<String> = validator
                .iter_errors(answer)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(wrong.is_empty(), "{name}: {wrong:?}; see the top of this file");
        }
    }
}

#[test]
fn a_schema_refuses_what_no_answer_is() {
    for name in report_names() {
        let schema: Value = serde_json::from_str(&answered(&format!("data schema --answer {name}"))).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let mut answer =
            json_of(questions().iter().find(|question| report_name(question) == name).unwrap()).unwrap();
        assert!(validator.is_valid(&answer), "{name}");
        answer["schema"] = json!("backend-career/other/1");
        assert!(!validator.is_valid(&answer), "{name}");
        answer.as_object_mut().unwrap().remove("schema");
        assert!(!validator.is_valid(&answer), "{name}");
    }
}

#[test]
fn an_answer_that_does_not_exist_is_a_usage_error_that_lists_the_known() {
    let output = super::asking::run("data schema --answer salry");
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("salary"), "{told}");
}

/// What is known of a value from the answers.
#[derive(Default)]
struct Shape {
    null: bool,
    boolean: bool,
    integer: bool,
    number: bool,
    string: bool,
    items: Option<Box<Shape>>,
    object: Option<Object>,
}

/// What is known of an object: its keys, and how often each was there.
#[derive(Default)]
struct Object {
    seen: usize,
    keys: Vec<(String, usize, Shape)>,
}

impl Shape {
    fn add(&mut self, value: &Value) {
        match value {
            Value::Null => self.null = true,
            Value::Bool(_) => self.boolean = true,
            Value::Number(number) if number.is_f64() => self.number = true,
            Value::Number(_) => self.integer = true,
            Value::String(_) => self.string = true,
            Value::Array(values) => {
                let items = self.items.get_or_insert_default();
                for value in values {
                    items.add(value);
                }
            }
            Value::Object(map) => {
                let object = self.object.get_or_insert_default();
                object.seen += 1;
                for (key, value) in map {
                    let at = object.keys.iter().position(|(known, ..)| known == key).unwrap_or_else(|| {
                        object.keys.push((key.clone(), 0, Shape::default()));
                        object.keys.len() - 1
                    });
                    object.keys[at].1 += 1;
                    object.keys[at].2.add(value);
                }
            }
        }
    }

    fn schema(&self) -> Value {
        let mut types: Vec<&str> = Vec::new();
        if self.object.is_some() {
            types.push("object");
        }
        if self.items.is_some() {
            types.push("array");
        }
        if self.string {
            types.push("string");
        }
        if self.number {
            types.push("number");
        } else if self.integer {
            types.push("integer");
        }
        if self.boolean {
            types.push("boolean");
        }
        if types.is_empty() {
            // Nothing but null was seen: another answer may say more.
            return json!({});
        }
        if let (Some(object), 1) = (&self.object, types.len())
            && let Some(known) = object.known()
        {
            let reference = json!({ "$ref": format!("#/$defs/{known}") });
            return if self.null { json!({ "anyOf": [reference, { "type": "null" }] }) } else { reference };
        }
        if self.null {
            types.push("null");
        }
        let mut schema = Map::new();
        schema.insert("type".to_owned(), if let [one] = types[..] { json!(one) } else { json!(types) });
        if let Some(items) = &self.items {
            let items = items.schema();
            if items != json!({}) {
                schema.insert("items".to_owned(), items);
            }
        }
        if let Some(object) = &self.object {
            object.describe(&mut schema);
        }
        Value::Object(schema)
    }
}

impl Object {
    fn describe(&self, schema: &mut Map<String, Value>) {
        let properties: Map<String, Value> =
            self.keys.iter().map(|(key, _, shape)| (key.clone(), described(key, shape))).collect();
        let required: Vec<&str> = self
            .keys
            .iter()
            .filter(|(_, times, _)| *times == self.seen)
            .map(|(key, ..)| key.as_str())
            .collect();
        schema.insert("properties".to_owned(), Value::Object(properties));
        schema.insert("required".to_owned(), json!(required));
    }

    /// The name of a shape that answers have in many places.
    fn known(&self) -> Option<&'static str> {
        let mut keys: Vec<&str> = self.keys.iter().map(|(key, ..)| key.as_str()).collect();
        keys.sort_unstable();
        let all = |is: fn(&Shape) -> bool| self.keys.iter().all(|(_, _, shape)| is(shape));
        match keys[..] {
            ["en", "fr"] if all(|shape| shape.string) => Some("Text"),
            ["high", "low"] if all(|shape| shape.object.is_none() && !shape.string) => Some("Range"),
            _ => None,
        }
    }
}

/// What is known of a key; a schema of schemas would say nothing.
fn described(key: &str, shape: &Shape) -> Value {
    if key == "json_schema" { json!({ "type": "object" }) } else { shape.schema() }
}

/// The same schema, which refuses keys that it does not describe: the program may add some, but not in silence.
fn strict(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(map) => {
            if map.contains_key("properties")
                && map.get("type").is_some_and(|of| of.to_string().contains("object"))
            {
                map.insert("additionalProperties".to_owned(), json!(false));
            }
            map.values_mut().for_each(|value| *value = strict(value.take()));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| *value = strict(value.take())),
        _ => {}
    }
    schema
}

/// The schema of an answer, drawn from examples; what every answer begins with is known.
fn schema_of(name: &str, answers: &[Value]) -> String {
    let mut shape = Shape::default();
    for answer in answers {
        shape.add(answer);
    }
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("backend-career/{name}/1"),
    });
    let drawn = shape.schema();
    for (key, value) in drawn.as_object().unwrap() {
        schema[key] = value.clone();
    }
    schema["properties"]["schema"] = json!({ "const": format!("backend-career/{name}/1") });
    schema["properties"]["edition"] = json!({ "type": "string", "format": "date" });
    schema["properties"]["data"] = json!({ "type": ["string", "null"] });
    let told = schema.to_string();
    let mut defs = Map::new();
    if told.contains("#/$defs/Text") {
        defs.insert(
            "Text".to_owned(),
            json!({
                "type": "object", "description": "A text in both languages.",
                "properties": { "fr": { "type": "string" }, "en": { "type": "string" } },
                "required": ["fr", "en"],
            }),
        );
    }
    if told.contains("#/$defs/Range") {
        defs.insert("Range".to_owned(), json!({
            "type": "object", "description": "Low and high ends; an end that nobody states is null.",
            "properties": { "low": { "type": ["number", "null"] }, "high": { "type": ["number", "null"] } },
            "required": ["low", "high"],
        }));
    }
    if !defs.is_empty() {
        schema["$defs"] = Value::Object(defs);
    }
    format!("{schema}\n")
}
