//! `show`.

use super::asking::{ask, ask_line, pluck};

#[test]
fn an_entry_is_shown_whole_with_its_arithmetic_and_its_sources() {
    let report = ask_line("show onisep-2024-junior").json();
    let entry = &report["entries"][0];
    assert_eq!((&entry["file"], &entry["list"]), (&"salaries.json".into(), &"observations".into()));
    assert_eq!(entry["entry"]["stated"]["low"], 2000);
    assert!(entry["arithmetic"][0]["en"].as_str().unwrap().contains("€24,000 a year"), "{entry}");
    assert!(pluck(&entry["cited"], "id").contains(&"onisep-2024".to_owned()));
    let divided = ask_line("show bachelor-metz-numeric-school").answered().stdout;
    assert!(divided.contains("the division is ours"), "{divided}");
}

#[test]
fn an_entry_goes_by_its_id_or_the_name_that_is_shown() {
    let ids = |name: &str| pluck(&ask(["show", name]).json()["entries"], "id");
    assert_eq!(ids("Epitech").first().map(String::as_str), Some("epitech"));
    assert_eq!(ids("training/epitech"), ["epitech"]);
    assert_eq!(ids("RNCP37674"), ["dwwm"]);
    assert!(ids("Villeurbanne").contains(&"villeurbanne".to_owned()));
    assert_eq!(ids("lead dev"), ["lead-developer"]);
}

#[test]
fn every_entry_of_every_list_can_be_shown() {
    for name in
        ["consumer-prices", "cvec", "parcoursup", "bts-sio", "fees-2026", "rigour", "back-end-developer"]
    {
        ask(["show", name]).answered();
    }
}

#[test]
fn an_unknown_entry_proposes_the_nearest() {
    let answer = ask_line("show epitch").answer();
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("did you mean `Epitech`?"), "{}", answer.stderr);
}

#[test]
fn what_several_names_stand_for_is_shown_once_and_soon() {
    let begun = std::time::Instant::now();
    let names = std::iter::repeat_n(["epitech", "Epitech", "training/epitech"], 1_000).flatten();
    let report = ask(std::iter::once("show").chain(names)).json();
    assert_eq!(pluck(&report["entries"], "id"), ["epitech"]);
    assert_eq!(ask(["show", &"a".repeat(100_000)]).answer().code, 2);
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}
