//! `progression`.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::json;

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

#[test]
fn the_ways_to_a_role_are_numbered_and_the_shortest_is_first() {
    let report = ask_line("progression --from junior --to cto").json();
    let ways: Vec<Vec<String>> = report["paths"]
        .as_array()
        .unwrap()
        .iter()
        .map(|path| {
            path["roles"].as_array().unwrap().iter().map(|role| role.as_str().unwrap().to_owned()).collect()
        })
        .collect();
    assert_eq!(ways[0], ["junior", "confirmed", "senior", "lead-developer", "cto"]);
    assert!(ways.len() > 1 && ways.is_sorted_by_key(Vec::len), "{ways:?}");
    for way in &ways {
        assert_eq!((way.first().unwrap().as_str(), way.last().unwrap().as_str()), ("junior", "cto"));
        assert!((1..way.len()).all(|at| !way[at..].contains(&way[at - 1])), "{way:?}");
    }
    let step = &report["paths"][0]["steps"][0];
    assert_eq!(step["kind"], "promotion");
    assert_eq!(step["pay_before"], json!({"low": 24_000, "high": 55_000, "low_is_ceiling": false}));
    assert_eq!(step["pay_after"], json!({"low": 40_000, "high": 50_000, "low_is_ceiling": false}));
    let shown = ask_line("progression --from junior --to cto").answered().stdout;
    assert!(shown.contains("Way 1: 4 steps") && shown.contains("3. Lead developer"), "{shown}");
    assert!(shown.contains("Project manager*"), "{shown}");
}

#[test]
fn a_way_starts_at_the_beginning_of_the_career_and_says_what_to_learn() {
    let report = ask_line("progression --to full-stack --max 1").json();
    assert_eq!(report["paths"].as_array().unwrap().len(), 1);
    assert_eq!(report["from"], "junior");
    let shown = ask_line("progression --to full-stack --max 1").answered().stdout;
    assert!(shown.contains("To learn: Front-end development"), "{shown}");
    let records = ask_line("progression --to full-stack --max 1").csv();
    assert_eq!((records[1]["way"].as_str(), records[1]["step"].as_str()), ("1", "2"));
    assert_eq!(records[1]["learn_en"], "Front-end development");
}

#[test]
fn where_no_way_leads_the_answer_names_what_can_be_reached() {
    let answer = ask_line("progression --from lead-developer --to junior").answered();
    assert!(answer.stdout.contains("one can reach: CTO"), "{}", answer.stdout);
    assert!(answer.stderr.contains("no source leads from `lead-developer` to `junior`"), "{}", answer.stderr);
    let report = ask_line("progression --from lead-developer --to junior").json();
    assert_eq!(report["paths"], serde_json::json!([]));
    assert!(pluck(&report["roles"], "id").contains(&"cto".to_owned()));
    let there = ask_line("progression --from cto --to CTO").answered();
    assert!(
        there.stdout.contains("already there") && there.stderr.contains("already there"),
        "{}",
        there.stdout
    );
}

#[test]
fn a_number_of_ways_needs_a_goal() {
    let answer = ask_line("progression --max 2").answer();
    assert!(answer.code == 2 && answer.stderr.contains("--to"), "{}", answer.stderr);
}

#[test]
fn the_steps_can_be_drawn_elsewhere() {
    let mermaid = ask_line("progression --from lead-developer --format mermaid --lang fr").answered().stdout;
    assert!(mermaid.contains("flowchart LR") && mermaid.contains("-->|\"encadrement\"|"), "{mermaid}");
    let dot = ask_line("progression --from lead-developer --format dot").answered().stdout;
    assert!(dot.starts_with("digraph {") && dot.contains("[label=\"management\", style=dashed]"), "{dot}");
}

#[test]
#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn graphviz_accepts_the_graph() {
    for question in ["progression", "progression --from junior --to cto"] {
        let graph = ask_line(&format!("{question} --format dot --lang fr")).answered().stdout;
        let run = Command::new("dot").arg("-Tsvg").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let Ok(mut dot) = run else { return eprintln!("skipped: Graphviz is not installed") };
        dot.stdin.take().unwrap().write_all(graph.as_bytes()).unwrap();
        let drawn = dot.wait_with_output().unwrap();
        assert!(drawn.status.success() && String::from_utf8_lossy(&drawn.stdout).contains("<svg"), "{graph}");
    }
}
