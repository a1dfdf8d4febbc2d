//! `offer`.

use super::asking::ask_line;

#[test]
fn an_offer_is_held_against_each_source() {
    let report = ask_line("offer 48000 --level junior").json();
    let position = |source: &str| {
        let positions = report["positions"].as_array().unwrap();
        let found = positions.iter().find(|position| position["source"] == source).unwrap().clone();
        (found["verdict"].as_str().unwrap().to_owned(), found["difference"].as_f64().unwrap())
    };
    assert_eq!(position("adabot-2023"), ("above".to_owned(), 9_000.0));
    assert_eq!(position("job-sheet"), ("within".to_owned(), 0.0));
    assert_eq!(position("onisep-2024"), ("above".to_owned(), 24_000.0));
    assert_eq!(report["standings"][0]["above"], 3);
    assert!(
        ask_line("offer 48000 --level junior").answered().stdout.contains("above 3 of 5 sources, within 2")
    );
}

#[test]
fn the_net_and_the_minimum_wage_are_said() {
    let report = ask_line("offer 1500 --per month").json();
    assert_eq!(report["offer"]["annual_gross"], 18_000);
    assert_eq!(report["offer"]["below_minimum_wage"], true);
    assert!(report["offer"]["monthly_net_before_tax"].as_f64() < Some(1_500.0));
    assert!(
        ask_line("offer 1500 --per month").answered().stdout.contains("Below the full-time minimum wage")
    );
}

#[test]
fn prices_of_another_year_move_dated_figures_only() {
    let report = ask_line("offer 42000 --level junior --euros-of 2025").json();
    let positions = report["positions"].as_array().unwrap();
    let adjusted =
        |source: &str| positions.iter().find(|one| one["source"] == source).unwrap()["adjusted"].clone();
    // 39 000 × 120.90 / 117.47
    assert_eq!(adjusted("adabot-2023")["low"], 40_138.76);
    assert!(adjusted("job-sheet").is_null());
    let answer = ask_line("offer 42000 --euros-of 1999").answer();
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("2019") && answer.stderr.contains("2025"), "{}", answer.stderr);
}

#[test]
fn no_percentile_is_invented() {
    let shown = ask_line("offer 48000").answered().stdout;
    assert!(shown.contains("No percentile"), "{shown}");
}

#[test]
fn the_offer_is_a_line_across_the_chart() {
    let shown = ask_line("offer 48000 --width 100").answered().stdout;
    assert!(shown.contains("┃ the offer €48,000"), "{shown}");
}
