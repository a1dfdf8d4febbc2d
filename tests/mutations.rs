//! Thousands of small changes to valid data: never a panic, what is refused is refused with a place, and what another
//! checker refuses by the published schema is refused too.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a step that fails fails the test"
)]

use backend_career::dataset::{Dataset, FILES, FileKind, UserData, validate};
use backend_career::model::error::{InvalidData, Problem};
use backend_career::model::money::Money;
use backend_career::pay::{Basis, Profile, Schedule, Tax};
use backend_career::query::overview;
use backend_career::report::Report;
use serde_json::{Map, Value, json};

/// How many changes each run tries.
const RUNS: usize = 1_400;
/// Entries kept of each list, so that a run stays short.
const KEPT: usize = 3;

/// A small generator of numbers: the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }
}

#[test]
fn a_changed_file_is_read_or_refused_with_a_place() {
    let threads: Vec<_> = (0..2).map(|thread| std::thread::spawn(move || run(thread))).collect();
    let counts: Vec<Counts> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    let refused: usize = counts.iter().map(|counts| counts.refused).sum();
    let by_schema: usize = counts.iter().map(|counts| counts.by_schema).sum();
    assert!(refused > RUNS / 4 && refused < RUNS, "{refused} of {RUNS} were refused");
    assert!(by_schema > RUNS / 8, "the schema refused only {by_schema} of {RUNS}");
}

/// How many changed files were refused.
#[derive(Default)]
struct Counts {
    refused: usize,
    /// Those that the schema refuses too.
    by_schema: usize,
}

fn run(thread: u64) -> Counts {
    let validators: Vec<jsonschema::Validator> =
        FILES.iter().map(|kind| jsonschema::validator_for(&kind.schema().json_schema).unwrap()).collect();
    let mut counts = Counts::default();
    for turn in 0..RUNS / 2 {
        let mut dice = Dice(0x9E37_79B9_7F4A_7C15 ^ (thread << 32 | turn as u64));
        (0..8).for_each(|_| {
            dice.below(2);
        });
        let at = dice.below(FILES.len());
        let kind = &FILES[at];
        let bytes = changed(kind, &mut dice);
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let (_, found) = validate(UserData::given(kind.name, bytes.clone()), false);
        assert!(found.problems.iter().all(is_located), "{thread}/{turn}: {found:?}\n{shown}");
        let is_refused = found.total() > 0;
        counts.refused += usize::from(is_refused);
        let is_valid = serde_json::from_slice(&bytes).is_ok_and(|value| validators[at].is_valid(&value));
        counts.by_schema += usize::from(!is_valid);
        assert!(
            is_valid || is_refused,
            "{thread}/{turn}: {} takes what its schema refuses\n{shown}",
            kind.name
        );
        if turn % 8 == 0 {
            let loaded = load(kind, bytes);
            assert_eq!(loaded.is_err(), is_refused, "{thread}/{turn}: {found:?}\n{loaded:?}\n{shown}");
        }
    }
    counts
}

/// Every value of every file, one after the other, is left out, retyped or given a wrong key.
#[test]
fn what_the_schema_refuses_is_refused_wherever_it_stands() {
    let threads: Vec<_> = (0..2).map(|thread| std::thread::spawn(move || every_value(thread))).collect();
    let tried: usize = threads.into_iter().map(|thread| thread.join().unwrap()).sum();
    assert!(tried > 1_500, "only {tried} changes were refused by the schema");
}

fn every_value(thread: usize) -> usize {
    let mut refused = 0;
    for kind in FILES.iter().skip(thread).step_by(2) {
        let validator = jsonschema::validator_for(&kind.schema().json_schema).unwrap();
        let mut whole: Value = serde_json::from_str(kind.embedded).unwrap();
        for list in whole.as_object_mut().unwrap().values_mut().filter_map(Value::as_array_mut) {
            list.truncate(1);
        }
        for (at, path) in paths(&whole).into_iter().enumerate() {
            // Two of them each in turn, so that a run stays short.
            let wrong = [json!(null), json!(-1), json!(1.5), json!(" "), json!([]), json!({ "x": 1 })];
            let mut changes: Vec<Value> =
                wrong.into_iter().cycle().skip(at).take(2).map(|wrong| with(&whole, &path, wrong)).collect();
            let mut without = whole.clone();
            drop_at(&mut without, &path);
            changes.push(without);
            for changed in changes.into_iter().filter(|changed| !validator.is_valid(changed)) {
                let (_, found) =
                    validate(UserData::given(kind.name, changed.to_string().into_bytes()), false);
                assert!(found.total() > 0, "{}{path}: {changed}", kind.name);
                refused += 1;
            }
        }
    }
    refused
}

/// The value with another one at `path`.
fn with(value: &Value, path: &str, new: Value) -> Value {
    let mut changed = value.clone();
    put(&mut changed, path, Some(new));
    changed
}

/// A problem has a line and a column, unless it is about two files.
fn is_located(problem: &Problem) -> bool {
    !problem.message.fr.is_empty()
        && !problem.message.en.is_empty()
        && ((problem.line >= Some(1) && problem.column >= Some(1)) || problem.path == "only")
}

fn load(kind: &FileKind, bytes: Vec<u8>) -> Result<(), InvalidData> {
    let dataset = Dataset::with(UserData::given(kind.name, bytes));
    if let Some(year) = kind.name.strip_prefix("pay/") {
        return reckon(&dataset, year.trim_end_matches(".json").parse().unwrap());
    }
    dataset.read_all()?;
    dataset.each_fact(&mut |fact| assert!(!fact.id().is_empty()))?;
    if kind.name == "progression.json" || kind.name == "role.json" {
        overview::ask(&dataset).unwrap().document();
    }
    Ok(())
}

/// Whatever valid rules say, an amount comes out of them.
fn reckon(dataset: &Dataset, year: u16) -> Result<(), InvalidData> {
    let rules = dataset.pay_rules(Some(year)).unwrap()?;
    for tax in [Tax::Neutral, Tax::Scale] {
        let schedule = Schedule::new(&rules, Profile::default());
        for basis in [Basis::Gross, Basis::Net, Basis::NetAfterTax, Basis::Cost] {
            let gross = schedule.gross_from(basis, Money::euros(48_000.0), tax);
            assert!(schedule.figures(gross, tax).employer_cost.as_euros() >= 0.0);
            schedule.payslip(gross, tax);
        }
    }
    Ok(())
}

/// A few entries of a file, with one to three changes.
fn changed(kind: &FileKind, dice: &mut Dice) -> Vec<u8> {
    let mut value: Value = serde_json::from_str(kind.embedded).unwrap();
    for list in value.as_object_mut().unwrap().values_mut().filter_map(Value::as_array_mut) {
        let from = dice.below(list.len());
        list.rotate_left(from);
        list.truncate(KEPT);
    }
    for _ in 0..=dice.below(3) {
        change(&mut value, dice);
    }
    let mut text = if dice.below(2) == 0 { value.to_string() } else { format!("{value:#}") };
    // A change may have taken the braces away.
    if let Some(at) = text.find('{').filter(|_| dice.below(8) == 0) {
        text.insert_str(at + 1, "\"only\": true, ");
    }
    let mut bytes = text.into_bytes();
    if dice.below(4) == 0 {
        for _ in 0..=dice.below(3) {
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
        }
    }
    if dice.below(32) == 0 {
        bytes.truncate(dice.below(bytes.len()));
    }
    bytes
}

/// Drops, doubles, swaps or retypes a value.
fn change(value: &mut Value, dice: &mut Dice) {
    let paths = paths(value);
    let path = &paths[dice.below(paths.len())];
    match dice.below(4) {
        0 => drop_at(value, path),
        1 => double_at(value, path),
        2 => {
            let other = &paths[dice.below(paths.len())];
            let (one, two) = (value.pointer(path).cloned(), value.pointer(other).cloned());
            put(value, path, two);
            put(value, other, one);
        }
        _ => put(value, path, Some(retyped(dice))),
    }
}

fn put(value: &mut Value, path: &str, new: Option<Value>) {
    if let (Some(place), Some(new)) = (value.pointer_mut(path), new) {
        *place = new;
    }
}

fn drop_at(value: &mut Value, path: &str) {
    let Some((above, end)) = path.rsplit_once('/') else { return };
    match value.pointer_mut(above) {
        Some(Value::Object(object)) => drop(object.remove(&end.replace("~1", "/").replace("~0", "~"))),
        Some(Value::Array(list)) => drop(list.remove(end.parse().unwrap())),
        _ => {}
    }
}

fn double_at(value: &mut Value, path: &str) {
    let Some((above, end)) = path.rsplit_once('/') else { return };
    match value.pointer_mut(above) {
        Some(Value::Object(object)) => {
            let twin = object.get(end).cloned().unwrap_or_default();
            object.insert(format!("{end}s"), twin);
        }
        Some(Value::Array(list)) => {
            let twin = list[end.parse::<usize>().unwrap()].clone();
            list.push(twin);
        }
        _ => {}
    }
}

fn retyped(dice: &mut Dice) -> Value {
    let values = [
        Value::Null,
        json!(true),
        json!(-1),
        json!(0),
        json!(2025),
        json!(1e300),
        json!(70_000),
        json!(1.5),
        json!(""),
        json!("\u{1b}[31m\u{202e}"),
        json!("=HYPERLINK(\"x\")"),
        json!("../../etc/passwd"),
        json!([]),
        Value::Object(Map::new()),
        json!([[[[[]]]]]),
    ];
    values[dice.below(values.len())].clone()
}

/// The pointers to every value but the root.
fn paths(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((path, value)) = open.pop() {
        let below: Vec<(String, &Value)> = match value {
            Value::Object(object) => {
                object.iter().map(|(key, value)| (format!("{path}/{key}"), value)).collect()
            }
            Value::Array(list) => {
                list.iter().enumerate().map(|(at, value)| (format!("{path}/{at}"), value)).collect()
            }
            _ => Vec::new(),
        };
        found.extend(below.iter().map(|(path, _)| path.clone()));
        open.extend(below);
    }
    if found.is_empty() { vec![String::new()] } else { found }
}
