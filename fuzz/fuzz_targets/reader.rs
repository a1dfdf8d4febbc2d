//! Arbitrary bytes as a document: never a panic, and what is read is matched without one.

#![no_main]

use backend_career::dataset::Dataset;
use backend_career::query::ad::{AdParams, ask};
use backend_career::reader;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for is_json in [false, true] {
        if let Ok(ad) = reader::read(bytes, is_json) {
            let dataset = Dataset::embedded();
            let report = ask(&AdParams { cv: Some(ad.clone()), ad, check: true }, &dataset);
            assert!(report.is_ok());
        }
    }
});
