//! `freelance`.

use serde_json::Value;

use super::asking::{ask_line, pluck, unwrapped};

fn status(report: &Value, id: &str) -> Value {
    report["statuses"].as_array().unwrap().iter().find(|status| status["id"] == id).unwrap().clone()
}

fn euros(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn notes(status: &Value) -> String {
    status["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["en"].as_str().unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

const STATUSES: [&str; 6] = ["employee", "micro", "portage", "sasu", "ei", "eurl"];

#[test]
fn a_day_rate_is_told_for_every_status() {
    let report = ask_line("freelance 400 --days 200").json();
    assert_eq!(report["turnover"], serde_json::json!({"year": 80_000, "daily_rate": 400, "days": 200}));
    assert_eq!(pluck(&report["statuses"], "id"), STATUSES);
    // The reference answer for a turnover of 80 000 € and a fee of 7.5 % under the rules of 2026.
    let gross = euros(&status(&report, "portage")["gross"]);
    assert!((gross - 51_642.0).abs() < 1.0, "{gross}");
    for line in ["freelance --daily-rate 400", "freelance --turnover 80000"] {
        assert_eq!(ask_line(line).json()["statuses"], report["statuses"], "{line}");
    }
}

#[test]
fn the_rate_that_equals_a_salary_leaves_as_much() {
    let report = ask_line("freelance --like 48000").json();
    let net = euros(&status(&report, "employee")["net_after_tax"]);
    for id in &STATUSES[1..] {
        let other = euros(&status(&report, id)["net_after_tax"]);
        assert!((other - net).abs() < 2.0, "{id}: {other} beside {net}");
        let rate = status(&report, id)["turnover"]["daily_rate"].to_string();
        let back = ask_line(&format!("freelance {rate}")).json();
        let equals = euros(&status(&back, id)["equivalent_gross"]);
        assert!((equals - 48_000.0).abs() < 10.0, "{id}: {equals}");
    }
}

#[test]
fn lines_add_up_and_each_names_what_sets_it() {
    for line in [
        "freelance 450",
        "freelance 300 --acre",
        "freelance 450 --dividends 30000",
        "freelance 90 --expenses 2000",
    ] {
        let report = ask_line(line).json();
        for id in STATUSES {
            let status = status(&report, id);
            let sum = |sides: &[&str]| -> f64 {
                let lines = status["lines"].as_array().unwrap().iter();
                let of_sides = lines.filter(|line| sides.contains(&line["side"].as_str().unwrap()));
                of_sides.map(|line| euros(&line["amount"])).sum()
            };
            let owed = sum(&["employee", "employer", "own"]);
            assert!((owed - euros(&status["contributions"])).abs() < 0.02, "{line} {id}: {owed} {status}");
            let tax = sum(&["tax"]);
            assert!((tax - euros(&status["tax"])).abs() < 0.02, "{line} {id}: {tax} {}", status["tax"]);
            let left = euros(&status["net_before_tax"]) - euros(&status["tax"]);
            assert!((left - euros(&status["net_after_tax"])).abs() < 0.02, "{line} {id}");
            for entry in status["lines"].as_array().unwrap() {
                assert!(!entry["source"]["fr"].as_str().unwrap().is_empty(), "{entry}");
            }
        }
    }
}

#[test]
fn the_lines_of_one_status_are_shown_with_their_articles() {
    let shown = ask_line("freelance 450 --status ei --lines --width 80").answered().stdout;
    for words in
        ["Base pension", "Supplementary pension", "General Tax Code, art. 197", "Social Security Code"]
    {
        assert!(shown.contains(words), "{words} in\n{shown}");
    }
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
    assert_eq!(pluck(&ask_line("freelance 450 --status ei").json()["statuses"], "id"), ["ei"]);
}

#[test]
fn thresholds_are_told_when_near_or_crossed() {
    let micro = |line: &str| notes(&status(&ask_line(line).json(), "micro"));
    let above = micro("freelance 600");
    assert!(
        above.contains("lost") && above.contains("€83,600") && above.contains("VAT: it is due"),
        "{above}"
    );
    assert!(micro("freelance 390").contains("Near the micro-entrepreneur’s ceiling"));
    assert!(micro("freelance 195").contains("VAT is due from the next year"));
    assert!(micro("freelance 180").contains("Near the threshold of exemption from VAT"));
    assert!(!micro("freelance 100").contains("€37,500"));
    // 122 of 365 days of 83 600 €.
    assert!(micro("freelance 300 --acre --start 2026-09-01").contains("€27,943"));
}

#[test]
fn the_relief_follows_the_day_of_creation() {
    let rate = |start: &str| {
        let micro = status(&ask_line(&format!("freelance 150 --acre --start {start}")).json(), "micro");
        micro["lines"][0]["rate_percent"].clone()
    };
    assert_eq!(rate("2026-06-30"), 12.8);
    assert_eq!(rate("2026-07-01"), 19.2);
    let net = |line: &str| euros(&status(&ask_line(line).json(), "ei")["net_after_tax"]);
    assert!(net("freelance 150 --acre") > net("freelance 150"));
}

#[test]
fn the_flat_tax_is_told_with_its_condition() {
    let micro = status(&ask_line("freelance 200 --flat-tax").json(), "micro");
    assert_eq!(micro["tax"], 880);
    assert!(notes(&micro).contains("€29,315"), "{micro}");
    let commercial = status(&ask_line("freelance 200 --activity bic-services").json(), "micro");
    assert!(euros(&commercial["contributions"]) < euros(&micro["contributions"]));
}

#[test]
fn dividends_are_paid_above_a_chosen_salary() {
    let sasu = |line: &str| status(&ask_line(line).json(), "sasu");
    let both = sasu("freelance 450 --dividends 30000");
    assert_eq!(both["gross"], 30_000);
    let ids = pluck(&both["lines"], "id");
    assert!(
        ids.contains(&"corporate-tax".to_owned()) && ids.contains(&"dividend-social".to_owned()),
        "{ids:?}"
    );
    assert!(notes(&sasu("freelance 450 --dividends 0")).contains("no pension"));
    assert!(notes(&sasu("freelance 100 --dividends 90000")).contains("cut to"));
}

#[test]
fn minimum_pay_is_told_in_every_status_that_has_one() {
    let report = ask_line("freelance 200").json();
    let portage = status(&report, "portage");
    let said = notes(&portage);
    assert!(said.contains("junior (€2,517.13") && said.contains("expert (€3,072.86"), "{said}");
    assert!(said.contains("reserve"), "{said}");
    assert_eq!(pluck(&portage["floors"], "kind").iter().filter(|kind| *kind == "portage").count(), 4);
    assert!(notes(&status(&ask_line("freelance 100").json(), "employee")).contains("Minimum wage"));
}

#[test]
fn a_household_changes_the_tax_of_every_status() {
    let tax = |line: &str| -> Vec<f64> {
        ask_line(line).json()["statuses"]
            .as_array()
            .unwrap()
            .iter()
            .map(|status| euros(&status["tax"]))
            .collect()
    };
    let single = tax("freelance 450");
    let couple = tax("freelance 450 --household couple --children 2");
    assert!(single.iter().zip(&couple).all(|(single, couple)| couple < single), "{single:?} {couple:?}");
}

#[test]
fn what_json_gives_can_be_given_back() {
    let report = ask_line("freelance 450 --fee 8").json();
    assert_eq!((&report["fee"], &report["fee_percent"]), (&0.08.into(), &8.0.into()));
    let again = ask_line(&format!("freelance 450 --fee {}", report["fee_percent"])).json();
    assert_eq!(again["statuses"], report["statuses"]);
    let refused = ask_line("freelance 450 --fee 0.075").answer();
    assert!(refused.code == 2 && refused.stderr.contains("`7.5`"), "{}", refused.stderr);
}

#[test]
fn charts_show_the_statuses_and_the_curves() {
    let shown = ask_line("freelance 450 --width 80").answered().stdout;
    assert!(
        shown.contains("Net after tax, a year") && shown.contains("Net after tax by day rate"),
        "{shown}"
    );
    assert!(shown.contains("The curves cross") && shown.contains("Unemployment cover"), "{shown}");
    let report = ask_line("freelance 450").json();
    let crossing = &report["crossings"][0];
    let at = |rate: f64| {
        let report = ask_line(&format!("freelance {rate:.2}")).json();
        let net = |key: &str| euros(&status(&report, crossing[key].as_str().unwrap())["net_after_tax"]);
        net("status") - net("overtakes")
    };
    let rate = euros(&crossing["daily_rate"]);
    assert!(at(rate * 1.1) > 0.0 && at(rate * 0.9) < 0.0, "{crossing}");
}

#[test]
fn the_grid_crosses_days_and_fees() {
    let report = ask_line("freelance --like 48000").json();
    let grid = report["grid"].as_array().unwrap();
    assert_eq!(grid.len(), 15);
    let rate = |days: u64, fee: f64| {
        let cell = grid.iter().find(|cell| cell["days"] == days && cell["fee_percent"] == fee).unwrap();
        euros(&cell["daily_rate"])
    };
    assert!(rate(140, 5.0) > rate(220, 5.0) && rate(200, 10.0) > rate(200, 5.0));
}

#[test]
fn fees_expenses_and_year_are_taken_into_account() {
    let net = |line: &str| euros(&status(&ask_line(line).json(), "portage")["net_after_tax"]);
    let plain = net("freelance 400");
    assert!(net("freelance 400 --fee 10") < plain);
    assert!(net("freelance 400 --expenses 5000") < plain);
    assert!((net("freelance 400 --year 2025") - plain).abs() > 1.0);
}

#[test]
fn what_is_missing_absurd_or_contradictory_is_refused() {
    for line in [
        "freelance",
        "freelance 0",
        "freelance 283.945",
        "freelance 6000",
        "freelance --like 1200000",
        "freelance 400 --days 0",
        "freelance 400 --days 400",
        "freelance 400 --fee 120",
        "freelance 400 --like 48000",
        "freelance 400 --turnover 80000",
        "freelance --like -1",
        "freelance 400 --lines",
        "freelance 400 --status portage --acre",
        "freelance 400 --status micro --fee 8",
        "freelance --like 48000 --dividends 20000",
        "freelance 400 --start 2026-02-30",
        "freelance 400 --start 2030-01-01",
        "freelance 400 --acre --start 2021-01-01",
        "freelance 400 --children 40",
    ] {
        let answer = ask_line(line).answer();
        assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{line}: {}", answer.stderr);
        assert!(!answer.stderr.is_empty(), "{line}");
    }
    assert_eq!(ask_line("freelance 6000 --yes").json()["turnover"]["daily_rate"], 6_000);
}

#[test]
fn acre_counts_as_long_as_it_lasts() {
    let micro = |more: &str| {
        let report = ask_line(&format!("freelance --turnover 40000 --status micro {more}")).json();
        status(&report, "micro")["contributions"].as_f64().unwrap()
    };
    let (full, half) = (40_000.0 * 0.258, 40_000.0 * (0.128 + 0.002));
    assert!((micro("--start 2025-04-01 --acre") - (half / 4.0 + full * 0.75)).abs() < 0.01);
    assert!((micro("--start 2025-10-01 --acre") - (half * 0.75 + full / 4.0)).abs() < 0.01);
    assert!((micro("--start 2026-02-01 --acre") - half).abs() < 0.01);
    assert_eq!(ask_line("freelance 200 --status micro --start 2025-03-31 --acre").answer().code, 2);
    let shown =
        ask_line("freelance --turnover 40000 --status ei --start 2025-03-31 --acre").answered().stdout;
    assert!(shown.contains("Acre is not counted"), "{shown}");
}

#[test]
fn sales_have_rates_and_thresholds_of_their_own() {
    let report = ask_line("freelance --turnover 100000 --status micro --activity bic-sales").json();
    let micro = status(&report, "micro");
    assert_eq!(micro["contributions"], 12_415.0);
    assert_eq!(micro["taxable"], 29_000.0);
    let shown = ask_line("freelance --turnover 100000 --status micro --activity ventes").answered().stdout;
    assert!(shown.contains("93,500") && shown.contains("85,000") && !shown.contains("ceiling"), "{shown}");
}

#[test]
fn what_a_micro_entrepreneur_loses_is_told() {
    let shown = ask_line("freelance --turnover 30000 --status micro --expenses 29000").answered().stdout;
    assert!(shown.contains("exceed what is billed by €7,153"), "{shown}");
}

#[test]
fn both_thresholds_of_vat_are_told() {
    let shown = ask_line("freelance 450 --status micro").answered().stdout.replace('\n', " ");
    assert!(shown.contains("€41,250") && shown.contains("€37,500"), "{shown}");
    assert!(!shown.contains("SASU") && !shown.contains("Portage"), "only what concerns the status: {shown}");
}

#[test]
fn curves_cross_where_they_cross() {
    let line = |rate: f64| format!("freelance {rate} --expenses 8000 --year 2025");
    let report = ask_line(&line(600.0)).json();
    let crossing = report["crossings"].as_array().unwrap().iter().find(|one| one["status"] == "ei").unwrap();
    let rate = crossing["daily_rate"].as_f64().unwrap();
    let other = crossing["overtakes"].as_str().unwrap();
    let net =
        |rate: f64, id: &str| status(&ask_line(&line(rate)).json(), id)["net_after_tax"].as_f64().unwrap();
    assert!(net(rate, "ei") > net(rate, other) && net(rate - 1.0, "ei") <= net(rate - 1.0, other));
}

#[test]
fn a_day_rate_is_placed_among_those_that_sources_state() {
    let answer = ask_line("freelance 450 --lang en").answer();
    let shown = &answer.stdout;
    assert!(shown.contains("This rate among those that sources state"), "{shown}");
    assert!(shown.contains("Malt (€311 to €604): above 3 of 9 figures, below 6"), "{shown}");
    let standings = ask_line("freelance 450").json()["rate_standings"].clone();
    assert_eq!(standings[0]["basis"], "asked");
    assert!(standings.as_array().unwrap().len() > 2, "no kind of price is mixed with another: {standings}");
    let of_turnover = ask_line("freelance --turnover 90000").json();
    assert_eq!(of_turnover["rate_standings"], serde_json::json!([]));
}

#[test]
fn the_rate_that_equals_a_salary_counts_dividends_too() {
    for line in
        ["freelance 450 --dividends 30000", "freelance 450 --dividends 0", "freelance 450 --dividends 90000"]
    {
        let report = ask_line(line).json();
        let rate = status(&report, "sasu")["daily_rate_like_employee"].as_f64().unwrap();
        let net = status(&report, "employee")["net_after_tax"].as_f64().unwrap();
        let (_, options) = line.split_once(" --").unwrap();
        let there = ask_line(&format!("freelance {rate} --{options}")).json();
        let got = status(&there, "sasu")["net_after_tax"].as_f64().unwrap();
        // A cent a day is two euros a year.
        assert!((got - net).abs() <= 2.0, "{line}: {got} {net}");
    }
}

#[test]
fn more_days_than_are_left_of_the_year_are_told() {
    let shown = ask_line("freelance 450 --start 2026-12-20 --status micro").answered().stdout;
    assert!(
        unwrapped(&shown).contains("200 days billed do not fit into the 12 days left of the year"),
        "{shown}"
    );
    let few = ask_line("freelance 450 --start 2026-12-20 --days 8 --status micro").json();
    assert_eq!(few["warnings"], serde_json::json!([]));
}

#[test]
fn a_relief_that_takes_nothing_off_is_told() {
    let shown = unwrapped(&ask_line("freelance 450 --status ei --acre").answered().stdout);
    assert!(shown.contains("At this income Acre takes nothing off"), "{shown}");
    let small = unwrapped(&ask_line("freelance 150 --status ei --acre").answered().stdout);
    assert!(!small.contains("takes nothing off"), "{small}");
}

#[test]
fn every_tax_line_has_its_mean_rate() {
    for id in ["employee", "micro", "portage", "sasu", "ei", "eurl"] {
        let report = ask_line(&format!("freelance 450 --status {id} --lines")).json();
        let lines = report["statuses"][0]["lines"].as_array().unwrap().clone();
        let tax = lines.iter().filter(|line| line["side"] == "tax");
        assert!(tax.clone().count() > 0 && tax.clone().all(|line| line["rate_percent"].is_number()), "{id}");
    }
}
