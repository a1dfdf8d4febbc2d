//! Arbitrary bytes as each data file in turn: never a panic, and what is refused is refused with a place.

#![no_main]

use backend_career::dataset::{Dataset, FILES, UserData, validate};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for kind in &FILES {
        let (_, found) = validate(UserData::given(kind.name, bytes.to_vec()), false);
        assert!(found.problems.iter().all(|problem| problem.line >= Some(1) || problem.path == "only"));
        let dataset = Dataset::with(UserData::given(kind.name, bytes.to_vec()));
        assert_eq!(dataset.read_all().is_err(), found.total() > 0, "{}: {found:?}", kind.name);
    }
});
