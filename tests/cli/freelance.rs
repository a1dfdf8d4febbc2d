//! `freelance`.

use serde_json::Value;

use super::asking::{ask_line, pluck};

fn status(report: &Value, id: &str) -> Value {
    report["statuses"].as_array().unwrap().iter().find(|status| status["id"] == id).unwrap().clone()
}

#[test]
fn a_day_rate_is_told_for_every_status() {
    let report = ask_line("freelance --daily-rate 400 --days 200").json();
    assert_eq!(report["turnover"], serde_json::json!({"year": 80_000, "daily_rate": 400, "days": 200}));
    assert_eq!(pluck(&report["statuses"], "id"), ["employee", "micro", "portage"]);
    // The reference answer for a turnover of 80 000 € and a fee of 7.5 % under the rules of 2026.
    let gross = status(&report, "portage")["gross"].as_f64().unwrap();
    assert!((gross - 51_642.0).abs() / gross < 0.0005, "{gross}");
}

#[test]
fn the_rate_that_equals_a_salary_leaves_as_much() {
    let report = ask_line("freelance --like 48000").json();
    let net = status(&report, "employee")["net_after_tax"].as_f64().unwrap();
    for id in ["micro", "portage"] {
        let other = status(&report, id)["net_after_tax"].as_f64().unwrap();
        assert!((other - net).abs() < 2.0, "{id}: {other} beside {net}");
    }
    let rate = status(&report, "portage")["turnover"]["daily_rate"].to_string();
    let back = ask_line(&format!("freelance --daily-rate {rate}")).json();
    let equals = status(&back, "portage")["equivalent_gross"].as_f64().unwrap();
    assert!((equals - 48_000.0).abs() < 10.0, "{equals}");
}

#[test]
fn a_lost_micro_status_is_computed_and_said() {
    let report = ask_line("freelance --daily-rate 600").json();
    let note = status(&report, "micro")["notes"][0]["en"].as_str().unwrap().to_owned();
    assert!(note.contains("lost") && note.contains("€83,600"), "{note}");
    assert_eq!(
        status(&ask_line("freelance --daily-rate 300").json(), "micro")["notes"],
        serde_json::json!([])
    );
}

#[test]
fn the_grid_crosses_days_and_fees() {
    let report = ask_line("freelance --like 48000").json();
    let grid = report["grid"].as_array().unwrap();
    assert_eq!(grid.len(), 15);
    let rate = |days: u64, fee: f64| {
        let cell = grid.iter().find(|cell| cell["days"] == days && cell["fee"] == fee).unwrap();
        cell["daily_rate"].as_f64().unwrap()
    };
    assert!(rate(140, 0.05) > rate(220, 0.05) && rate(200, 0.1) > rate(200, 0.05));
}

#[test]
fn fees_and_expenses_are_taken_off() {
    let net = |line: &str| status(&ask_line(line).json(), "portage")["net_after_tax"].as_f64().unwrap();
    let plain = net("freelance --daily-rate 400");
    assert!(net("freelance --daily-rate 400 --fee 10") < plain);
    assert!(net("freelance --daily-rate 400 --expenses 5000") < plain);
    assert!((net("freelance --daily-rate 400 --year 2025") - plain).abs() > 1.0);
}

#[test]
fn what_is_missing_or_absurd_is_refused() {
    for line in [
        "freelance",
        "freelance --daily-rate 0",
        "freelance --daily-rate 400 --days 0",
        "freelance --daily-rate 400 --days 400",
        "freelance --daily-rate 400 --fee 120",
        "freelance --daily-rate 400 --like 48000",
        "freelance --like -1",
    ] {
        let answer = ask_line(line).answer();
        assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{line}: {}", answer.stderr);
    }
}
