//! `sources`.

use super::asking::{ask_line, pluck};

#[test]
fn the_sheets_come_first_with_what_rests_on_them() {
    let report = ask_line("sources").json();
    let ids = pluck(&report["sources"], "id");
    assert_eq!(
        ids[..6],
        [
            "ad-missions-2023",
            "adabot-2023",
            "job-sheet",
            "lexpress-education",
            "onisep-2024",
            "product-crew-2023"
        ]
        .map(str::to_owned)
    );
    let facts = |source: &serde_json::Value| source["facts"].as_u64() > Some(20);
    assert_eq!(report["sources"].as_array().unwrap()[..6].iter().filter(|source| facts(source)).count(), 5);
    assert!(report["sources"][2]["year"].is_null() && report["sources"][2]["publisher"].is_null());
}

#[test]
fn an_opened_source_lists_its_entries() {
    let report = ask_line("sources ONISEP-2024").json();
    let entries = report["entries"].as_array().unwrap();
    assert_eq!(report["sources"][0]["facts"], entries.len());
    assert!(entries.iter().any(|entry| entry["topic"] == "salary" && entry["id"] == "onisep-2024-senior"));
    assert!(entries.iter().any(|entry| entry["topic"] == "training" && entry["id"] == "epitech"));
}
