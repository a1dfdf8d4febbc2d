//! `missions`.

use super::asking::{ask_line, pluck};

#[test]
fn the_phases_come_in_the_order_of_a_project() {
    let mut phases = pluck(&ask_line("missions").json()["missions"], "phase");
    phases.dedup();
    assert_eq!(phases, ["need", "build", "test", "run", "document", "watch"]);
}

#[test]
fn a_phase_alone_is_told_in_detail() {
    let report = ask_line("missions --phase veille").json();
    assert!(pluck(&report["missions"], "phase").iter().all(|phase| phase == "watch"));
    let shown = ask_line("missions --phase watch").answered().stdout;
    assert!(shown.contains("What it means"), "{shown}");
}

#[test]
fn every_mission_has_the_contracts_keys() {
    for mission in ask_line("missions").json()["missions"].as_array().unwrap() {
        for key in ["id", "phase", "title", "detail", "sources"] {
            assert!(!mission[key].is_null(), "{key} of {mission}");
        }
    }
}
