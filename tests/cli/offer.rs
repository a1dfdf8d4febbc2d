//! `offer`.

use super::asking::{ask, ask_line, pluck, unwrapped};

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

#[test]
fn a_range_is_an_offer_as_job_ads_write_it() {
    for typed in ["45-55k", "45k..55k", "45/55 K€", "45000-55000", "45 à 55 k€"] {
        let offer = ask(["offer", typed]).json()["offer"].clone();
        assert_eq!(
            (&offer["annual_gross"], &offer["annual_gross_high"]),
            (&45_000.into(), &55_000.into()),
            "{typed}"
        );
    }
    let report = ask(["offer", "3000-3500", "--per", "month"]).json();
    assert_eq!(report["offer"]["annual_gross_high"], 42_000);
    for line in ["offer 55-45k", "offer 45k --to 40k"] {
        let answer = ask_line(line).answer();
        assert!(answer.code == 2 && answer.stderr.contains("from high to low"), "{}", answer.stderr);
    }
}

#[test]
fn a_single_figure_is_inside_an_offer_and_both_ends_are_shown() {
    let report = ask_line("offer 45-55k --level confirmed").json();
    let verdict = |source: &str| {
        let all = report["positions"].as_array().unwrap();
        all.iter().find(|one| one["source"] == source).unwrap()["verdict"].clone()
    };
    assert_eq!(verdict("adabot-2023"), "covered");
    assert_eq!(report["standings"][0]["covered"], 2);
    let shown = ask_line("offer 45-55k --level confirmed").answered().stdout;
    assert!(shown.contains("€3,750–4,583") && shown.contains("around 2 of 3 sources"), "{shown}");
}

#[test]
fn a_level_is_held_against_its_own_figures() {
    let report = ask_line("offer 38000 --level junior").json();
    let levels = pluck(&report["positions"], "level");
    assert!(levels.iter().all(|level| level == "junior" || level == "null"), "{levels:?}");
    let labels = pluck(&report["positions"], "label");
    assert!(!labels.iter().any(|label| label.contains("Lead")), "{labels:?}");
    assert!(pluck(&report["positions"], "source").contains(&"afup-2025".to_owned()), "all levels together");
}

#[test]
fn the_legal_floors_stand_beside_an_offer() {
    let report = ask_line("offer 18000").json();
    let floors = report["floors"].as_array().unwrap();
    let wage = floors.iter().find(|floor| floor["kind"] == "minimum-wage").unwrap();
    assert_eq!(wage["below"], true);
    let shown = ask_line("offer 42000").answered().stdout;
    assert!(shown.contains("Legal floor") && shown.contains("Syntec"), "{shown}");
}

#[test]
fn a_wider_population_is_shown_by_those_who_say_most_of_it() {
    let shown = ask_line("offer 36000 --lang en --width 80").answered().stdout;
    assert!(shown.contains("Real Job Offers 2026, junior, large company  €40,000–50,000"), "{shown}");
    assert!(!shown.contains("€80,000–105,000"), "leads of a large company say little of an offer: {shown}");
    assert!(
        shown.contains("Apec 2025  €34,000–53,000 (◇ €43,000)"),
        "a distribution is drawn as one: {shown}"
    );
    assert!(shown.contains("a survey of 721"), "the answers are those of the whole survey: {shown}");
}

#[test]
fn the_net_of_an_offer_is_that_of_pay_and_its_status_is_said() {
    for gross in [26_000, 31_000] {
        let offer = ask_line(&format!("offer {gross}")).json();
        let pay = ask_line(&format!("pay {gross}")).json();
        assert_eq!(offer["offer"]["monthly_net_before_tax"], pay["net_before_tax"]["month"]);
        assert_eq!(offer["offer"]["status"], pay["status"]);
    }
    let as_cadre = ask_line("offer 26000 --status cadre").json();
    assert_eq!(as_cadre["offer"]["monthly_net_before_tax"], 1_689.52);
    assert_eq!(as_cadre["floors"][1]["kind"], "syntec-engineer");
    let shown = unwrapped(&ask_line("offer 28-32k").answered().stdout);
    assert!(shown.contains("Low end of the offer: non-cadre status assumed"), "{shown}");
    assert!(shown.contains("High end of the offer: cadre status assumed"), "{shown}");
}

#[test]
fn an_unusual_offer_is_asked_about() {
    for line in ["offer 1200000", "offer 90k --to 1.2k --per month --yes", "offer 100-90000k"] {
        assert_eq!(ask_line(line).answer().code, 2, "{line}");
    }
    let answer = ask_line("offer 1200000").answer();
    assert!(answer.stderr.contains("add `--yes`"), "{}", answer.stderr);
    ask_line("offer 1200000 --yes").answered();
    let rows = ask_line("batch offer").stdin("amount\n1200000\n").answer();
    assert!(rows.code == 1 && rows.stdout.contains("add `--yes`"), "{}", rows.stdout);
}

#[test]
fn a_range_has_no_second_high_end() {
    let answer = ask_line("offer 45-55k --to 60k").answer();
    assert!(
        answer.code == 2 && answer.stderr.contains("two high ends, €55,000 and €60,000"),
        "{}",
        answer.stderr
    );
}
