//! `data`: check, describe, write out and compare a user's own facts.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::asking::ask_line;
use super::files::{folder, programme, programmes, validate, with};

#[test]
fn sources_that_others_rest_on_cannot_be_left_out() {
    let own = folder("sources.json", "{\n  \"only\": true, \"sources\": [] }");
    let told = validate(own.path());
    assert!(told.code == 3 && told.stdout.contains("sources.json:2:11  only"), "{}", told.stdout);
    assert!(told.stdout.starts_with("1 problem\n"), "one fault is one problem: {}", told.stdout);
    for told in ["missions.json", "salaries.json", "onisep-2024 ("] {
        let report = ask_line(&format!("data validate {} --json", own.path().display())).answer();
        assert!(report.stdout.contains(told), "{told}: {}", report.stdout);
    }
    assert_eq!(with("missions", own.path()).answer().code, 3);
}

#[test]
fn a_source_that_many_entries_name_is_told_once() {
    let mut list: Vec<Value> = (0..120).map(|at| programme(&format!("p{at}"), "P")).collect();
    for one in &mut list {
        one["sources"] = json!(["onisep-2042"]);
    }
    let own = programmes(&list, false);
    let told = validate(own.path()).stdout;
    assert!(told.starts_with("1 problem\n") && told.contains("in 119 other"), "{told}");
    // What names a source of a file that cannot be read is not judged.
    fs::write(own.path().join("sources.json"), "{").unwrap();
    let told = validate(own.path()).stdout;
    assert!(told.starts_with("1 problem\n") && told.contains("sources.json:1:2"), "{told}");
}

#[test]
fn all_problems_are_shown_if_asked_for() {
    let wrong = |at: usize| {
        let mut one = programme(&format!("p{at}"), "P");
        one["level"] = json!("bac+6");
        one
    };
    let own = programmes(&(0..1200).map(wrong).collect::<Vec<_>>(), true);
    let told = |more: &str| {
        let answer = ask_line(&format!("data validate {} {more}", own.path().display())).answer();
        (answer.code, answer.stdout)
    };
    let (code, few) = told("");
    assert!(code == 3 && few.starts_with("1200 problems") && few.matches("bac+6").count() < 200, "{few}");
    assert!(few.contains("And 1150 more; `--all` shows them all."), "{few}");
    let (code, all) = told("--all");
    assert!(code == 3 && all.contains("programmes[1199].level") && !all.contains("more;"));
    let count = |text: &str| {
        let report: Value = serde_json::from_str(text).unwrap();
        (report["problems"].as_array().unwrap().len(), report["omitted"].clone())
    };
    assert_eq!(count(&told("--json").1), (1000, json!(200)));
    assert_eq!(count(&told("--json --all").1), (1200, json!(0)));
}

#[test]
fn a_date_that_cannot_be_is_told_at_the_edition() {
    for (edition, says) in [
        ("2016-11-21", "is much older than the program’s facts"),
        ("9999-12-31", "9999 is no plausible year: expected 1990 to 2100"),
        ("5461-01-01", "5461 is no plausible year"),
    ] {
        let own = folder("sources.json", json!({ "edition": edition }).to_string());
        fs::write(own.path().join("salaries.json"), include_str!("../../data/salaries.json")).unwrap();
        let told = validate(own.path());
        assert!(told.code == 3 && told.stdout.starts_with("1 problem\n"), "{}", told.stdout);
        assert!(
            told.stdout.contains("sources.json:1:12  edition") && told.stdout.contains(says),
            "{}",
            told.stdout
        );
    }
}

#[test]
fn what_can_be_overlooked_hides_nothing_that_stands_behind() {
    let text = r#"{
  "programmes": [ // mine
    { id: "a", "name": { "fr": "A", "en": "A", }, "level": "bac+5" "kind": "bts",
      "providers": [], "sources": ["onisep-2042"] }
  ]
}"#;
    let told = validate(folder("training.json", text).path()).stdout;
    for (place, says) in [
        ("2:19  programmes", "JSON has no comments"),
        ("3:7", "a key in quotes is expected"),
        ("3:46  programmes[0].name", "a comma too many"),
        ("3:68", "a comma is missing"),
        ("4:36", "did you mean `onisep-2024`?"),
    ] {
        assert!(told.contains(&format!("training.json:{place}")) && told.contains(says), "{place}: {told}");
    }
    assert!(told.starts_with("5 problems"), "{told}");
}

/// The rules of 2026 with some values changed, as a file of 2027.
fn rules_of_2027(changes: &[(&str, Value)]) -> TempDir {
    let mut rules: Value = serde_json::from_str(include_str!("../../data/pay/2026.json")).unwrap();
    for (pointer, value) in [("/year", json!(2027))].iter().chain(changes) {
        *rules.pointer_mut(pointer).unwrap() = value.clone();
    }
    folder("pay/2027.json", format!("{rules:#}"))
}

#[test]
fn every_problem_of_pay_rules_is_told_at_once_with_its_place() {
    let own = rules_of_2027(&[
        ("/year", json!(2025)),
        ("/minimum_wage/hourly/1/from", json!("2025-06-01")),
        ("/contributions/0/employer", json!(13)),
        ("/contributions/4/from", json!(2)),
        ("/contributions/2/status", json!("cader")),
        ("/income_tax/scale/brackets/2/from", json!(100)),
        ("/income_tax/neutral/steps/3/below_monthly", Value::Null),
        ("/income_tax/deduction/min", json!(99_999)),
        ("/portage/fee/low", json!(0.5)),
        ("/csg/allowance", json!("much")),
        ("/csg/crds/id", json!("training")),
        // A wrong end is no end: it makes no other contribution one that is owed twice.
        ("/contributions/17/max_staff", json!(5_000_000_000_u64)),
        ("/date", json!("1206-07-01")),
    ]);
    let report = ask_line(&format!("data validate {} --json", own.path().display())).answer();
    assert_eq!(report.code, 3);
    let report: Value = serde_json::from_str(&report.stdout).unwrap();
    let told: Vec<(&str, &str)> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            assert!(one["line"].as_u64() > Some(0) && one["column"].as_u64() > Some(0), "{one}");
            assert_ne!(one["message"]["fr"], one["message"]["en"]);
            (one["path"].as_str().unwrap(), one["message"]["en"].as_str().unwrap())
        })
        .collect();
    for (path, message) in [
        ("year", "the year 2025 is not that of the file’s name, 2027"),
        ("minimum_wage.hourly[1].from", "2025-06-01 does not come after 2026-01-01"),
        ("contributions[0].employer", "13 is out of range: a share goes from 0 to 1"),
        ("contributions[4].to", "the band ends at 1; it must end after it begins (2)"),
        ("contributions[2].status", "did you mean `cadre`?"),
        ("income_tax.scale.brackets[2].from", "100 does not come after 11600"),
        ("income_tax.neutral.steps[4].below_monthly", "nothing comes after an entry"),
        ("income_tax.deduction.min", "the low end (99999) is above the high end (14555)"),
        ("portage.fee.low", "the low end (0.5) is above the high end (0.1)"),
        ("csg.allowance", "expected a number, found the text"),
        ("contributions[17].max_staff", "5000000000 is out of range"),
        ("csg.crds.id", "the id `training` is that of another rule already"),
        ("date", "1206 is no plausible year"),
    ] {
        assert!(told.iter().any(|one| one.0 == path && one.1.contains(message)), "{path}: {told:#?}");
    }
    assert_eq!(told.len(), 13, "{told:#?}");
    let asked = with("pay 48000 --lang fr", own.path()).answer();
    assert!(asked.code == 3 && asked.stderr.contains("est hors limites"), "{}", asked.stderr);
}

#[test]
fn pay_rules_of_ones_own_answer() {
    let own = rules_of_2027(&[]);
    assert_eq!(with("pay 48000", own.path()).json()["rules"]["year"], 2027);
    let named = own.path().join("pay/2027.json");
    let other = own.path().join("mine.json");
    fs::rename(&named, &other).unwrap();
    assert_eq!(with("pay 48000", &other).json()["rules"]["year"], 2027, "known by its keys and its year");
}

#[test]
fn a_rule_with_an_id_is_an_entry() {
    let own = rules_of_2027(&[]);
    let text = fs::read_to_string(own.path().join("pay/2027.json")).unwrap();
    let counted = ask_line(&format!("data validate {}", own.path().display())).json();
    assert_eq!(counted["entries"], text.matches("\"id\":").count());
}

#[test]
fn pay_rules_are_compared_rule_by_rule() {
    let diff = |path: &std::path::Path| ask_line(&format!("data diff {}", path.display())).json();
    let added = diff(rules_of_2027(&[]).path());
    assert_eq!(added["counts"], json!({ "added": 1, "replaced": 0, "dropped": 0 }));
    assert_eq!(added["changes"][0]["file"], "pay/2027.json");
    let mut rules: Value = serde_json::from_str(include_str!("../../data/pay/2026.json")).unwrap();
    rules["contributions"][0]["employer"] = json!(0.5);
    let own = folder("pay/2026.json", rules.to_string());
    let id = rules["contributions"][0]["id"].as_str().unwrap();
    let fields = diff(own.path())["changes"][0]["fields"].clone();
    assert_eq!(fields.as_array().unwrap().len(), 1, "{fields}");
    assert_eq!(fields[0]["path"], format!("contributions[{id}].employer"));
    assert_eq!((&fields[0]["from"], &fields[0]["to"]), (&json!(0.13), &json!(0.5)));
}

#[test]
fn steps_without_an_open_end_and_contributions_owed_twice_are_told() {
    let mut rules: Value = serde_json::from_str(include_str!("../../data/pay/2026.json")).unwrap();
    rules["income_tax"]["neutral"]["steps"].as_array_mut().unwrap().pop();
    let twice = rules["contributions"][0].clone();
    rules["contributions"].as_array_mut().unwrap().push(twice);
    rules["portage"]["fee"]["usual"] = json!(0.9);
    let own = folder("pay/2026.json", rules.to_string());
    let told = validate(own.path());
    assert!(told.code == 3 && told.stdout.starts_with("3 problems"), "{}", told.stdout);
    for path in ["income_tax.neutral.steps[18].below_monthly", "].id", "portage.fee.usual"] {
        assert!(told.stdout.contains(path), "{path}: {}", told.stdout);
    }
}

#[test]
fn the_rules_of_any_year_can_be_added() {
    let mut rules: Value = serde_json::from_str(include_str!("../../data/pay/2026.json")).unwrap();
    rules["year"] = json!(2040);
    let own = folder("pay/2040.json", rules.to_string());
    assert_eq!(validate(own.path()).code, 0);
    let odd = folder("pay/+026.json", rules.to_string());
    assert_eq!(validate(odd.path()).code, 3, "a name that is no year");
}

#[test]
fn prices_of_ones_own_are_compared_too() {
    let mut prices: Value = serde_json::from_str(include_str!("../../data/prices.json")).unwrap();
    prices["index"]["years"][0]["index"] = json!(99.5);
    let own = folder("prices.json", prices.to_string());
    let diff = ask_line(&format!("data diff {}", own.path().display())).json();
    assert_eq!(diff["changes"][0]["fields"][0]["path"], "years[0].index");
}

#[test]
fn every_problem_is_told_with_its_place_and_what_was_meant() {
    let text = "{ \"programmes\": [\n  { \"id\": \"é\", \"name\": { \"fr\": \"É\" }, \"level\": \"bac+6\", \
                \"kind\": \"bts\", \"providers\": [], \"sorces\": [\"onisep-2024\"], \"sources\": [\"onisep-2042\"],\n    \
                \"tuition\": { \"low\": 9, \"high\": 1, \"per\": \"year\", \"year\": 1066 } }\n] }";
    let own = folder("training.json", text);
    let report: Value = serde_json::from_str(
        &ask_line(&format!("data validate {} --json", own.path().display())).answer().stdout,
    )
    .unwrap();
    let found: Vec<(u64, u64, String, String)> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let text = |key: &str| one[key].as_str().unwrap().to_owned();
            let message = one["message"]["en"].as_str().unwrap().to_owned();
            assert_ne!(one["message"]["fr"], one["message"]["en"]);
            (one["line"].as_u64().unwrap(), one["column"].as_u64().unwrap(), text("path"), message)
        })
        .collect();
    for (line, column, path, message) in [
        (2, 24, "programmes[0].name.en", "the English text is missing"),
        (2, 48, "programmes[0].level", "known: bac+2, bac+3, bac+5, short"),
        (2, 89, "programmes[0].sorces", "did you mean `sources`?"),
        (2, 128, "programmes[0].sources[0]", "did you mean `onisep-2024`?"),
        (3, 25, "programmes[0].tuition.low", "the low end (9) is above the high end (1)"),
        (3, 62, "programmes[0].tuition.year", "1066 is no plausible year"),
    ] {
        let told = found
            .iter()
            .any(|one| (one.0, one.1, one.2.as_str()) == (line, column, path) && one.3.contains(message));
        assert!(told, "{line}:{column} {path} {message}\nin {found:#?}");
    }
    assert_eq!(found.len(), 6, "{found:#?}");
}

#[test]
fn the_mark_stands_under_the_value() {
    let skill = json!({ "skills": [{ "aliases": ["œuvre", "\u{1b}[1m"], "category": "hart", "id": "x" }] });
    let own = folder("skills.json", skill.to_string());
    let shown = validate(own.path()).stdout;
    let lines: Vec<&str> = shown.lines().collect();
    let at = lines.iter().position(|line| line.contains("^^^^^^")).unwrap() - 1;
    let column = |line: &str, sign: &str| line[..line.find(sign).unwrap()].chars().count();
    assert_eq!(column(lines[at], "\"hart\""), column(lines[at + 1], "^^^^^^"), "{shown}");
    assert!(lines[at].contains("\\u001b"), "{shown}");
}

#[test]
fn a_folder_without_a_known_file_says_which_are_known() {
    let own = folder("trainings.json", "{}");
    fs::write(own.path().join("skils.json"), "{}").unwrap();
    let told = validate(own.path());
    assert!(told.code == 3 && told.stdout.starts_with("2 problems"), "{}", told.stdout);
    assert!(told.stdout.contains("did you mean `training.json`?"), "{}", told.stdout);
    let none = TempDir::new().unwrap();
    let told = validate(none.path());
    assert!(told.code == 3 && told.stdout.contains("progression.json"), "{}", told.stdout);
}

#[test]
fn problems_are_told_to_machines_even_where_nothing_could_be_read() {
    let report = ask_line("data validate /nowhere/at/all --json").answer();
    let report: Value = serde_json::from_str(&report.stdout).unwrap();
    assert_eq!(report["problems"][0]["message"]["en"], "not found");
    assert_eq!(report["valid"], false);
}

#[test]
fn prices_are_checked_like_other_figures() {
    for (years, path) in [
        (json!([]), "index.years"),
        (json!([{ "year": 2025, "index": 120 }, { "year": 2024, "index": 119 }]), "index.years[1].year"),
        (json!([{ "year": 0, "index": 120 }]), "index.years[0].year"),
    ] {
        let mut prices: Value = serde_json::from_str(include_str!("../../data/prices.json")).unwrap();
        prices["index"]["years"] = years;
        let told = validate(folder("prices.json", prices.to_string()).path());
        assert!(told.code == 3 && told.stdout.contains(path), "{path}: {}", told.stdout);
    }
}

#[test]
fn a_diff_tells_what_is_added_replaced_and_dropped() {
    let mut epitech = ask_line("training").json()["programmes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == "epitech")
        .unwrap()
        .clone();
    // What the answer adds to the entry is no part of it.
    for added in ["tuition_per_year", "total_since_bac", "distance_km"] {
        epitech.as_object_mut().unwrap().remove(added);
    }
    epitech["tuition"]["low"] = json!(1);
    let own = folder("training.json", json!({ "programmes": [epitech, programme("zz", "Z")] }).to_string());
    let diff = ask_line(&format!("data diff {}", own.path().display())).json();
    assert_eq!(diff["counts"], json!({ "added": 1, "replaced": 1, "dropped": 0 }));
    let fields = &diff["changes"][0]["fields"];
    assert_eq!(fields.as_array().unwrap().len(), 1, "{fields}");
    assert_eq!((&fields[0]["path"], &fields[0]["to"]), (&json!("tuition.low"), &json!(1)));
    let alone = programmes(&[], true);
    let diff = ask_line(&format!("data diff {}", alone.path().display())).json();
    assert!(diff["counts"]["dropped"].as_u64().unwrap() > 20);
    let broken = folder("training.json", "{");
    assert_eq!(ask_line(&format!("data diff {}", broken.path().display())).answer().code, 3);
}

#[test]
fn a_list_that_changes_breaks_over_the_lines() {
    let mut programme = programme("epitech", "A");
    programme["sources"] =
        json!(["onisep-2024", "adabot-2023", "job-sheet", "product-crew-2023", "ad-missions-2023"]);
    let own = folder("training.json", json!({ "programmes": [programme] }).to_string());
    let shown = with("data diff --width 60", own.path()).answered().stdout;
    assert!(shown.lines().all(|line| line.chars().count() <= 60), "{shown}");
    assert!(shown.contains("[\"onisep-2024\", \"adabot-2023\""), "{shown}");
}

#[test]
fn the_schema_of_a_file_is_plain_json() {
    let schema: Value =
        serde_json::from_str(&ask_line("data schema training.json").answered().stdout).unwrap();
    assert_eq!(schema["type"], "object");
    let rules: Value =
        serde_json::from_str(&ask_line("data schema pay/2031.json").answered().stdout).unwrap();
    assert_eq!(rules["properties"]["contributions"]["minItems"], 1);
    let answer = ask_line("data schema trainings").answer();
    assert!(answer.code == 2 && answer.stderr.contains("training.json"), "{}", answer.stderr);
}

#[test]
fn data_alone_says_what_can_be_done() {
    for lang in ["fr", "en"] {
        let answer = ask_line(&format!("data --lang {lang}")).answer();
        assert!(answer.code == 2 && answer.stderr.contains("validate"), "{}", answer.stderr);
    }
    assert_eq!(ask_line("data validate").answer().code, 2);
    assert!(ask_line("data valdate").answer().stderr.contains("validate"));
}
