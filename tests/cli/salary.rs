//! `salary`.

use super::asking::{ask_line, pluck};

#[test]
fn each_level_spans_its_lowest_and_highest_stated_figure() {
    let report = ask_line("salary").json();
    assert_eq!(report["currency"], "EUR");
    let span = |at: usize| (report["levels"][at]["low"].as_i64(), report["levels"][at]["high"].as_i64());
    assert_eq!(pluck(&report["levels"], "level"), ["junior", "confirmed", "senior"]);
    assert_eq!(span(0), (Some(24_000), Some(55_000)));
    assert_eq!(span(1), (Some(40_000), Some(50_000)));
    // A ceiling of 54 000 € is no low end: it is told apart.
    assert_eq!(span(2), (Some(50_000), Some(70_000)));
    assert_eq!(pluck(&report["levels"], "low_is_ceiling"), ["false", "false", "false"]);
}

#[test]
fn a_figure_keeps_what_was_stated_beside_what_is_derived() {
    let report = ask_line("salary --level senior").json();
    let observations = report["levels"][0]["observations"].as_array().unwrap();
    let onisep = observations.iter().find(|one| one["source"] == "onisep-2024").unwrap();
    assert_eq!(onisep["bound"], "up_to");
    assert_eq!(onisep["stated"], serde_json::json!({"low": null, "high": 5000, "per": "month"}));
    assert_eq!(onisep["annual"], serde_json::json!({"low": null, "high": 60_000}));
    let sheet = observations.iter().find(|one| one["source"] == "job-sheet").unwrap();
    assert!(sheet["year"].is_null());
    assert_eq!(sheet["experience_years"], serde_json::json!({"low": 5, "high": 6}));
}

#[test]
fn a_month_is_a_twelfth_of_a_year() {
    let report = ask_line("salary --per month --level junior").json();
    assert_eq!(report["levels"][0]["low"], 2000);
    let shown = ask_line("salary --per mois --level junior").answered().stdout;
    assert!(shown.contains("€3,750–4,583"), "{shown}");
}

#[test]
fn a_disagreement_over_a_third_is_said_and_a_lesser_one_is_not() {
    let report = ask_line("salary").json();
    let caveats = report["caveats"].as_array().unwrap();
    let about = |kind: &str, level: &str| {
        caveats.iter().any(|caveat| caveat["kind"] == kind && caveat["level"] == level)
    };
    assert!(about("disagreement", "junior"));
    assert!(!about("disagreement", "senior"));
    let alone = ask_line("salary --level confirmed --source adabot-2023").json();
    assert!(alone["caveats"].as_array().unwrap().iter().all(|caveat| caveat["kind"] != "single-source"));
    assert!(ask_line("salary").answered().stdout.contains("88%"));
}

#[test]
fn gaps_are_taken_within_one_source() {
    let report = ask_line("salary").json();
    let gaps = report["gaps"].as_array().unwrap();
    let gap = |from: &str, to: &str, source: &str| {
        let found = gaps.iter().find(|gap| gap["from"] == from && gap["to"] == to && gap["source"] == source);
        found.map(|gap| (gap["low"].as_i64(), gap["high"].as_i64()))
    };
    assert_eq!(gap("junior", "confirmed", "adabot-2023"), Some((Some(6_000), Some(6_000))));
    assert_eq!(gap("confirmed", "senior", "adabot-2023"), Some((None, Some(9_000))));
    assert_eq!(gap("junior", "senior", "job-sheet"), Some((Some(5_000), Some(25_000))));
    assert_eq!(gap("junior", "senior", "product-crew-2023"), Some((None, Some(20_000))));
    assert_eq!(gap("junior", "confirmed", "job-sheet"), None);
}

#[test]
fn the_claimed_gap_is_held_against_the_figures() {
    let shown = ask_line("salary --more").answered().stdout;
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        shown.contains("at most €20,000 says Product Crew 2023, yet other figures go further (Onisep: €36,000; Unsigned sheet: €25,000)"),
        "{shown}"
    );
}

#[test]
fn figures_over_24_months_old_are_called_so() {
    let report = ask_line("salary").json();
    let old = report["caveats"].as_array().unwrap().iter().filter(|caveat| caveat["kind"] == "outdated");
    let about: Vec<&str> = old.map(|caveat| caveat["about"][0].as_str().unwrap()).collect();
    for source in ["adabot-2023", "product-crew-2023"] {
        assert!(about.contains(&source), "{about:?}");
    }
    assert!(ask_line("salary --level confirmed").answered().stdout.contains("over 24 months old"));
}

#[test]
fn one_source_alone_is_heard_alone() {
    let report = ask_line("salary --source adabot-2023").json();
    // Its only figure for seniors is a ceiling, which is no floor.
    assert_eq!(
        (&report["levels"][2]["low"], &report["levels"][2]["high"]),
        (&serde_json::Value::Null, &54_000.into())
    );
    let sources =
        report["levels"].as_array().unwrap().iter().flat_map(|level| pluck(&level["observations"], "source"));
    assert!(sources.into_iter().all(|source| source == "adabot-2023"));
}

#[test]
fn a_source_without_figures_answers_with_none_and_says_so() {
    let answer = ask_line("salary --source ad-missions-2023").answered();
    assert!(answer.stderr.contains("no figure for this request"), "{}", answer.stderr);
}

#[test]
fn the_factors_of_the_survey_are_there() {
    let report = ask_line("salary").json();
    let factors = report["factors"].as_array().unwrap();
    let factor = |id: &str| factors.iter().find(|factor| factor["id"] == id).unwrap();
    assert_eq!(factor("management")["effect"]["high"], 10_000);
    assert_eq!(factor("management")["reports"], serde_json::json!({"low": 1, "high": 5}));
    assert_eq!(factor("seniority")["effect"]["high"], 20_000);
    assert!(factor("kind-of-employer")["effect"].is_null());
}

#[test]
fn amounts_follow_the_language() {
    let french = ask_line("salary --level senior --lang fr --width 100").answered().stdout;
    assert!(french.contains("60 000–70 000 €"), "{french}");
    let english = ask_line("salary --level senior --width 100").answered().stdout;
    assert!(english.contains("€60,000–70,000"), "{english}");
}

#[test]
fn a_survey_is_drawn_with_its_centre_and_ends_on_the_same_terms() {
    let shown = ask_line("salary --width 80").answered().stdout;
    let line = |source: &str| shown.lines().find(|line| line.trim_start().starts_with(source)).unwrap();
    assert!(line("Glassdoor").contains("€33,000–46,000 (◇ €39,450)"), "quartiles around a mean: {shown}");
    assert!(line("Apec").contains("€34,000–53,000 (◇ €43,000)"), "{shown}");
    assert!(line("AFUP").contains("€33,700–62,000 (◆ €45,000)"), "{shown}");
    assert!(shown.contains("◇\u{a0}mean") || shown.contains("◇ mean"), "{shown}");
}

#[test]
fn a_figure_beside_the_job_says_whom_of_them_it_is_about() {
    let shown = ask_line("salary --width 80").answered().stdout;
    assert!(shown.contains("Only: junior, large company."), "{shown}");
    assert!(shown.contains("Only: “Développeur et lead, en CDI”."), "two figures of a survey: {shown}");
    assert!(shown.contains("start-up or scale-up, bonuses and benefits included"), "{shown}");
    let since = ask_line("salary --since 2024 --width 80").answered().stdout;
    assert!(since.contains("more figures of wider populations"), "a year names no population: {since}");
    let named = ask_line("salary --population developers --width 80").answered().stdout;
    assert!(
        ["Java", "Python", "Rust"].iter().all(|name| named.contains(&format!("Only: {name}."))),
        "{named}"
    );
}

#[test]
fn the_net_beside_a_figure_supposes_the_status_of_such_an_amount() {
    let report = ask_line("salary --net").json();
    let level = &report["levels"][0]["observations"];
    let onisep = level.as_array().unwrap().iter().find(|one| one["annual"]["low"] == 24_000).unwrap();
    let pay = ask_line("pay 24000").json();
    assert_eq!(onisep["net_per_month"]["low"], pay["net_before_tax"]["month"]);
}
