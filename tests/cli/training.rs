//! `training`.

use super::asking::{ask, ask_line, pluck};

#[test]
fn a_level_alone_shows_its_programmes() {
    let report = ask_line("training --level bac+5").json();
    assert!(pluck(&report["programmes"], "level").iter().all(|level| level == "bac+5"));
    let ids = pluck(&report["programmes"], "id");
    for id in [
        "master-informatique",
        "polytech",
        "epitech",
        "supinfo",
        "hetic",
        "insa",
        "centrale",
        "polytechnique",
    ] {
        assert!(ids.iter().any(|known| known == id), "{id}");
    }
}

#[test]
fn levels_are_read_as_people_write_them() {
    let level = |level: &str| ask(["training", "--level", level, "--json"]).answered().stdout;
    assert_eq!(level("bac 5"), level("bac+5"));
    assert_eq!(level("BAC5"), level("bac+5"));
    assert_eq!(level("bootcamp"), level("short"));
    assert_eq!(level("Autodidacte"), level("self-taught"));
}

#[test]
fn filters_combine() {
    let report = ask_line("training --sector private --level bac+3 --apprenticeship --city metz").json();
    assert_eq!(pluck(&report["programmes"], "id"), ["bachelor-metz-numeric-school"]);
    let programme = &report["programmes"][0];
    assert_eq!(
        programme["tuition"],
        serde_json::json!({"low": 10_800, "high": 17_200, "per": "programme", "year": 2024, "sources": []})
    );
    assert_eq!(programme["tuition_per_year"], serde_json::json!({"low": 3600, "high": 5733.33}));
}

#[test]
fn a_town_keeps_only_its_schools() {
    let report = ask_line("training --city LYON --level bac+5").json();
    let providers = report["programmes"][0]["providers"].as_array().unwrap();
    assert_eq!(providers.len(), 3, "{providers:?}");
}

#[test]
fn unknown_fees_are_left_out_and_counted() {
    let answer = ask_line("training --level bac+5 --max-tuition 3000").answered();
    assert!(answer.stderr.contains("left out: their fees are unknown"), "{}", answer.stderr);
    let report = ask_line("training --level bac+5 --max-tuition 3000").json();
    let ids = pluck(&report["programmes"], "id");
    assert!(ids.contains(&"master-informatique".to_owned()) && !ids.contains(&"epitech".to_owned()));
    assert!(report["left_out_unknown_fees"].as_u64().unwrap() > 0);
}

#[test]
fn a_fee_whose_top_is_above_the_limit_is_not_kept() {
    let ids = |limit: &str| pluck(&ask(["training", "--max-tuition", limit]).json()["programmes"], "id");
    assert!(!ids("9k").contains(&"epitech".to_owned()));
    assert!(ids("10 000 €").contains(&"epitech".to_owned()));
}

#[test]
fn an_empty_result_is_an_answer_with_a_remark() {
    let answer = ask_line("training --city atlantide").answered();
    assert!(
        answer.stderr.contains("no school known in `atlantide`") && answer.stderr.contains("Lyon"),
        "{}",
        answer.stderr
    );
    let report = ask_line("training --city atlantide").json();
    assert_eq!(report["programmes"], serde_json::json!([]));
    let near = ask_line("training --city lion").answered().stderr;
    assert!(near.contains("did you mean Lyon?"), "{near}");
    let csv = ask_line("training --city atlantide --format csv").answered().stdout;
    assert_eq!(csv.lines().count(), 1, "{csv}");
}

#[test]
fn a_few_programmes_are_told_whole() {
    let shown = ask_line("training --level bac+3 --sector private").answered().stdout;
    assert!(shown.contains("https://www.it-akademy.fr") && shown.contains("€10,800–17,200"), "{shown}");
}
