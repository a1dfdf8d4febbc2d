//! `compare`.

use serde_json::Value;

use super::asking::{ask, ask_line, pluck};

fn row(report: &Value, key: &str) -> Value {
    report["rows"].as_array().unwrap().iter().find(|row| row["key"] == key).unwrap().clone()
}

#[test]
fn two_programmes_stand_side_by_side_and_what_differs_is_marked() {
    let report = ask_line("compare but-mmi epitech").json();
    assert_eq!(report["kind"], "programmes");
    assert_eq!(pluck(&report["subjects"], "id"), ["but-mmi", "epitech"]);
    assert_eq!(row(&report, "entry")["differs"], false);
    assert_eq!(row(&report, "level")["differs"], true);
    // Three years at 178 € and three contributions of 105 €.
    assert_eq!(row(&report, "cost")["values"][0]["en"], "€849");
    assert!(report["not_said"].as_array().unwrap().iter().any(|what| what["en"] == "Registered titles"));
}

#[test]
fn names_are_taken_as_they_are_shown() {
    let report = ask(["compare", "Le Wagon", "o’clock", "BUT Informatique"]).json();
    assert_eq!(pluck(&report["subjects"], "id"), ["le-wagon", "oclock", "but-informatique"]);
}

#[test]
fn offers_are_set_beside_a_day_rate() {
    let report = ask_line("compare 48k 52k --daily-rate 450").json();
    assert_eq!(report["kind"], "offers");
    let net = row(&report, "net_after_tax");
    assert_eq!(net["values"].as_array().unwrap().len(), 3);
    assert!(net["values"].as_array().unwrap().iter().all(|value| !value.is_null()));
}

#[test]
fn a_day_rate_above_the_ceiling_of_the_micro_scheme_is_told_so() {
    let notes = pluck(&ask_line("compare 52k --daily-rate 450").json()["notes"], "en");
    assert!(notes.iter().any(|note| note.contains("ceiling (€83,600)")), "{notes:?}");
    let notes = pluck(&ask_line("compare 52k --daily-rate 450 --days 50").json()["notes"], "en");
    assert!(!notes.iter().any(|note| note.contains("ceiling")), "{notes:?}");
}

#[test]
fn two_stand_side_by_side_on_eighty_columns() {
    for line in ["compare 45k 50k", "compare epitech but-informatique"] {
        let shown = ask_line(line).env("COLUMNS", "80").answered().stdout;
        let headings = shown.lines().nth(2).unwrap();
        assert!(headings.starts_with("Compared") && headings.ends_with("Differs"), "{shown}");
        assert!(!shown.contains('≠'), "{shown}");
    }
    let narrow = ask_line("compare 45k 50k").env("COLUMNS", "40").answered().stdout;
    assert!(narrow.lines().nth(2).unwrap().starts_with("Gross a year"), "{narrow}");
}

#[test]
fn whether_a_row_differs_is_true_or_false_for_machines() {
    let csv = ask_line("compare 45k 50k --format csv --columns key,differs").answered().stdout;
    assert!(csv.contains("gross,true") && csv.contains("cover,false"), "{csv}");
}

#[test]
fn what_does_not_apply_is_not_called_unknown() {
    assert_eq!(ask_line("compare 45k 50k").json()["not_said"], serde_json::json!([]));
    let silent = pluck(&ask_line("compare epitech but-informatique").json()["not_said"], "label");
    assert!(!silent.iter().any(|what| what.contains("Caveat")), "{silent:?}");
}

#[test]
fn the_tax_is_said_to_be_that_of_the_scale() {
    let report = ask_line("compare 42k 45k").json();
    assert_eq!(row(&report, "tax")["label"]["en"], "Income tax by the scale a year");
    let notes = pluck(&report["notes"], "en");
    assert!(notes.iter().any(|note| note.contains("`pay` takes the neutral")), "{notes:?}");
}

#[test]
fn one_thing_alone_is_asked_for_another() {
    let answer = ask(["compare", "epitech", "--lang", "fr"]).answer();
    assert!(answer.stderr.contains("il manque à quoi comparer"), "{}", answer.stderr);
}

#[test]
fn a_ceiling_is_no_low_end() {
    let shown = ask_line("compare junior senior").json();
    let pay = row(&shown, "pay")["values"][1]["en"].as_str().unwrap().to_owned();
    assert!(pay.contains("up to €54,000"), "{pay}");
}

#[test]
fn what_cannot_be_compared_is_refused() {
    for line in [
        "compare epitech",
        "compare epitech 48k",
        "compare epitech cto",
        "compare 1k 2k 3k 4k",
        "compare junior senior --daily-rate 450",
        "compare 48k 52k --days 10",
    ] {
        assert_eq!(ask_line(line).answer().code, 2, "{line}");
    }
    let near = ask_line("compare epitch but-mmi").answer();
    assert!(near.stderr.contains("did you mean `epitech`?"), "{}", near.stderr);
}

#[test]
fn years_and_sums_are_counted_from_ones_own_diploma() {
    let report = ask_line("compare master-informatique insa --from bac").json();
    let total = row(&report, "total_duration");
    assert_eq!(total["label"]["en"], "Duration from bac");
    assert_eq!(total["values"][0]["en"], "5\u{a0}years", "a licence comes before a master");
    let without = ask_line("compare master-informatique insa").json();
    assert!(!pluck(&without["rows"], "key").contains(&"total_duration".to_owned()));
}

#[test]
fn a_figure_that_is_only_a_minimum_is_told_as_one() {
    let report = ask_line("compare junior senior").json();
    let pay = row(&report, "pay");
    assert!(pay["values"][1]["en"].as_str().unwrap().contains("from €50,000 (L’Express)"), "{pay}");
    let sources = row(&report, "sources");
    assert!(sources["values"][0]["en"].as_str().unwrap().contains("Onisep"), "{sources}");
}
