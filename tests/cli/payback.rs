//! `payback`.

use proptest::prelude::ProptestConfig;
use proptest::{prop_assert, proptest};
use serde_json::{Value, json};

use super::asking::{ask_line, pluck};
use backend_career::query::payback::{PaybackParams, ask};
use backend_career::query::{Dataset, Money};

fn programme(report: &Value, id: &str) -> Value {
    report["programmes"].as_array().unwrap().iter().find(|line| line["id"] == id).unwrap().clone()
}

#[test]
fn fees_over_the_years_are_set_against_pay_at_entry() {
    let report = ask_line("payback").json();
    assert_eq!(report["entry_pay"], json!({"low": 24_000, "high": 55_000}));
    let epitech = programme(&report, "epitech");
    assert_eq!(epitech["months"], json!({"low": 60, "high": 60}));
    assert_eq!(epitech["cost"], json!({"low": 41_350, "high": 52_800}));
    assert_eq!(epitech["gain_per_year"], json!({"low": 24_000, "high": 55_000}));
    assert_eq!(epitech["break_even_years"], json!({"low": 0.75, "high": 2.2}));
}

#[test]
fn pay_given_up_while_studying_is_a_cost_and_lowers_the_gain() {
    let report = ask_line("payback --current 20k --level bac+5").json();
    let master = programme(&report, "master-informatique");
    assert_eq!(master["pay_given_up"], json!({"low": 40_000, "high": 40_000}));
    assert_eq!(master["cost"], json!({"low": 40_510, "high": 40_510}));
    assert_eq!(master["gain_per_year"], json!({"low": 4000, "high": 35_000}));
    assert_eq!(master["break_even_years"], json!({"low": 1.16, "high": 10.13}));
    assert!(pluck(&report["programmes"], "level").iter().all(|level| level == "bac+5"));
}

#[test]
fn without_a_gain_it_says_never() {
    let report = ask_line("payback --current 30000").json();
    let bts = programme(&report, "bts-sio-slam");
    assert_eq!(bts["break_even_years"], json!({"low": 2.4, "high": null}));
    assert_eq!(bts["outcome"], "may-never");
    let report = ask_line("payback --current 60k").json();
    assert!(pluck(&report["programmes"], "outcome").iter().all(|outcome| outcome == "never"));
    assert!(pluck(&report["programmes"], "break_even_years").iter().all(|years| years == "null"));
    let shown = ask_line("payback --current 60k").answered().stdout;
    assert!(
        shown.contains("Never: even the highest pay") && shown.contains("−€36,000 to −€5,000"),
        "{shown}"
    );
}

#[test]
fn what_no_source_says_is_unknown_and_named() {
    let report = ask_line("payback").json();
    let hetic = programme(&report, "hetic");
    assert_eq!((&hetic["cost"], &hetic["break_even_years"]), (&Value::Null, &Value::Null));
    assert_eq!(hetic["unknown"], json!(["fees"]));
    assert_eq!(programme(&report, "le-wagon")["unknown"], json!(["fees", "duration"]));
    let shown = ask_line("payback").answered().stdout;
    assert!(shown.contains("No source says: fees, duration."), "{shown}");
}

#[test]
fn an_apprentice_pays_no_fee_and_that_is_an_assumption() {
    let report = ask_line("payback").json();
    let metz = programme(&report, "bachelor-metz-numeric-school");
    assert_eq!(metz["fees"], json!({"low": 7200, "high": 17_200}));
    let said = report["assumptions"].as_array().unwrap().iter();
    assert!(said.clone().any(|text| text["en"].as_str().unwrap().contains("apprentice pays no fee")));
    assert!(said.clone().any(|text| text["en"].as_str().unwrap().starts_with("Gross amounts")));
    let without = ask_line("payback --level bac+2").answered().stdout;
    assert!(!without.contains("apprentice"), "{without}");
}

#[test]
fn what_may_pay_back_soonest_comes_first_and_the_unknown_last() {
    for line in ["payback", "payback --current 20k"] {
        let report = ask_line(line).json();
        let soonest = |line: &Value| line["break_even_years"]["low"].as_f64().unwrap_or(f64::INFINITY);
        assert!(report["programmes"].as_array().unwrap().iter().map(soonest).is_sorted(), "{line}");
    }
}

#[test]
fn conditions_combine_and_none_left_is_an_answer() {
    let report = ask_line("payback --sector private --level bac+3").json();
    assert!(pluck(&report["programmes"], "sector").iter().all(|sector| sector == "private"));
    let none = ask_line("payback --level self-taught --sector public").answered();
    assert!(none.stderr.contains("no programme meets these conditions"), "{}", none.stderr);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_low_end_is_never_above_the_high_end(current in 0.0f64..100_000.0) {
        let dataset = Dataset::embedded();
        let params = PaybackParams { current: Some(Money::euros(current)), ..PaybackParams::default() };
        let report = serde_json::to_value(ask(&dataset, &params).unwrap()).unwrap();
        for line in report["programmes"].as_array().unwrap() {
            for key in ["cost", "gain_per_year", "break_even_years", "pay_given_up", "fees"] {
                let (low, high) = (line[key]["low"].as_f64(), line[key]["high"].as_f64());
                prop_assert!(low.zip(high).is_none_or(|(low, high)| low <= high), "{key} of {}", line["id"]);
            }
        }
    }
}
