//! `progression`.

use super::asking::{ask_line, pluck};

#[test]
fn a_senior_can_become_what_the_sheets_name() {
    let report = ask_line("progression --from senior").json();
    let roles = pluck(&report["roles"], "id");
    for role in
        ["lead-developer", "staff-engineer", "full-stack", "devops", "data", "technical-expert", "cto"]
    {
        assert!(roles.iter().any(|known| known == role), "{role}");
    }
    assert!(!roles.iter().any(|role| role == "junior"), "nobody becomes junior again");
}

#[test]
fn inferred_steps_are_marked_for_people_and_machines() {
    let report = ask_line("progression").json();
    let steps = report["steps"].as_array().unwrap();
    let inferred =
        |id: &str| steps.iter().find(|step| step["id"] == id).unwrap()["inferred"].as_bool().unwrap();
    assert!(!inferred("confirmed-to-senior"));
    assert!(inferred("engineering-manager-to-vp-engineering"));
    let shown = ask_line("progression").answered().stdout;
    assert!(shown.contains("VP engineering*") && !shown.contains("Staff engineer*"), "{shown}");
}

#[test]
fn a_role_without_a_way_on_says_so() {
    let answer = ask_line("progression --from cto").answered();
    assert!(answer.stderr.contains("no source says where this role leads"), "{}", answer.stderr);
}

#[test]
fn the_steps_are_a_table_for_those_who_ask() {
    let shown = ask_line("progression --columns from,to,kind --sort to").answered().stdout;
    assert!(shown.contains("From") && shown.contains("Lead developer"), "{shown}");
    let records = ask_line("progression").csv();
    assert!(records.iter().any(|record| record["from"] == "lead-developer" && record["to"] == "cto"));
}
