//! How fast a user's own file is read and checked: bytes per second, and whether the cost grows in proportion.

#![allow(clippy::unwrap_used, reason = "the data is in the repository and tested")]

use backend_career::dataset::{Dataset, UserData, validate};
use divan::Bencher;
use divan::counter::BytesCount;
use serde_json::{Value, json};

fn main() {
    divan::main();
}

/// A file of `count` programmes like the program's own, each with an id of its own, indented as people write them.
fn training(count: usize) -> Vec<u8> {
    let shipped: Value = serde_json::from_str(include_str!("../data/training.json")).unwrap();
    let programmes = shipped["programmes"].as_array().unwrap().iter().cycle();
    let numbered = programmes.take(count).enumerate().map(|(at, programme)| {
        let mut programme = programme.clone();
        programme["id"] = json!(format!("programme-{at}"));
        programme
    });
    format!("{:#}", json!({ "only": true, "programmes": numbered.collect::<Vec<_>>() })).into_bytes()
}

/// Every programme read and checked, as a question needs them.
#[divan::bench(args = [10_000, 40_000], sample_count = 5, sample_size = 1)]
fn programmes(bencher: Bencher, count: usize) {
    let bytes = training(count);
    bencher
        .counter(BytesCount::new(bytes.len()))
        .with_inputs(|| Dataset::with(UserData::given("training.json", bytes.clone())))
        .bench_values(|dataset| {
            assert!(dataset.training().unwrap().programmes.len() == count);
            dataset
        });
}

/// Everything that is wrong with them looked for.
#[divan::bench(args = [10_000, 40_000], sample_count = 5, sample_size = 1)]
fn validated(bencher: Bencher, count: usize) {
    let bytes = training(count);
    bencher
        .counter(BytesCount::new(bytes.len()))
        .with_inputs(|| UserData::given("training.json", bytes.clone()))
        .bench_values(|user| validate(user, false));
}
