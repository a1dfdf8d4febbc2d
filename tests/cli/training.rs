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
        serde_json::json!({
            "low": 10_800, "high": 17_200, "per": "programme", "by_year": [], "registration_per_year": null,
            "year": 2024, "sources": []
        })
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
    assert!(ids("11 550 €").contains(&"epitech".to_owned()));
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

#[test]
fn a_town_counts_those_beside_it_and_says_where_else_to_look() {
    let report = ask_line("training --city lyon").json();
    let ids = pluck(&report["programmes"], "id");
    assert_eq!(ids, ["bachelor-it-akademy", "licence-pro-lyon-1", "master-informatique"]);
    assert!(pluck(&report["widely_offered"], "id").contains(&"bts-sio-slam".to_owned()));
    assert!(pluck(&report["town_unknown"], "id").contains(&"le-wagon".to_owned()));
    let shown = ask_line("training --city lyon").answered().stdout;
    assert!(
        shown.contains("Offered in many towns") && shown.contains("No source names the town of"),
        "{shown}"
    );
}

#[test]
fn a_place_is_understood_however_it_is_named() {
    let ids = |line: &str| pluck(&ask(line.split('|')).json()["programmes"], "id");
    let lyon = ids("training|--city|Lyon");
    assert_eq!(ids("training|--region|Auvergne-Rhône-Alpes"), lyon);
    assert_eq!(ids("training|--region|84"), lyon);
    assert_eq!(ids("training|--region|aura"), lyon);
    assert_eq!(ids("training|--department|69"), lyon);
    assert_eq!(ids("training|--department|rhone|--region|aura"), lyon);
    assert_eq!(ids("training|--city|saint denis"), ids("training|--city|Saint-Denis"));
    assert!(ids("training|--city|P").is_empty(), "a letter is no town");
    assert!(ids("training|--city|Lyon,Metz").contains(&"bachelor-metz-numeric-school".to_owned()));
    assert!(ids("training|--city|Paris|--near").contains(&"licence-pro-paris-saclay".to_owned()));
    assert!(!ids("training|--city|Paris").contains(&"licence-pro-paris-saclay".to_owned()));
    let unknown = ask_line("training --region atlantis").answer();
    assert_eq!(unknown.code, 2);
    assert!(unknown.stderr.contains("unknown region"), "{}", unknown.stderr);
}

#[test]
fn what_is_not_said_is_no_no() {
    let report = ask_line("training --apprenticeship --level bac+5").json();
    assert_eq!(pluck(&report["programmes"], "id"), ["school-42"]);
    let silent = pluck(&report["work_study_not_said"], "id");
    assert!(silent.contains(&"master-informatique".to_owned()), "{silent:?}");
    assert!(!silent.contains(&"epitech".to_owned()), "Epitech says no");
}

#[test]
fn an_empty_answer_says_which_condition_emptied_it_and_what_is_nearest() {
    let line = "training --city Reims --sector private";
    let answer = ask_line(line).answered();
    assert!(answer.stderr.contains("without `--sector`, 1 programme"), "{}", answer.stderr);
    assert!(answer.stderr.contains("nearest: "), "{}", answer.stderr);
    assert!(!answer.stderr.contains("no school known"), "{}", answer.stderr);
    let report = ask_line(line).json();
    assert_eq!(pluck(&report["emptied_by"], "filter"), ["--sector", "--city"]);
    assert!(report["nearest"]["distance_km"].as_u64().unwrap() > 0);
}

#[test]
fn one_programme_is_asked_for_by_the_name_that_is_shown() {
    let ids = |name: &str| pluck(&ask(["training", name]).json()["programmes"], "id");
    for name in ["epitech", "EPITECH", "Epitech"] {
        assert_eq!(ids(name), ["epitech"]);
    }
    assert_eq!(ids("BUT MMI, parcours web"), ["but-mmi"]);
    assert_eq!(ids("o’clock"), ["oclock"]);
    assert_eq!(ids("Wagon"), ["le-wagon"]);
    let unknown = ask(["training", "epitch"]).answer();
    assert_eq!(unknown.code, 2);
    assert!(unknown.stderr.contains("did you mean `epitech`?"), "{}", unknown.stderr);
    let shown = ask(["training", "dwwm"]).answered().stdout;
    assert!(shown.contains("RNCP37674") && shown.contains("1 September 2028"), "{shown}");
}

#[test]
fn work_study_is_asked_for_as_said_not_said_or_ruled_out() {
    let ids = |line: &str| pluck(&ask_line(line).json()["programmes"], "id");
    let all = ids("training").len();
    let [yes, not_said, no] =
        ["yes", "not-said", "no"].map(|said| ids(&format!("training --apprenticeship={said}")));
    assert_eq!(ids("training --apprenticeship"), yes);
    assert_eq!(yes.len() + not_said.len() + no.len(), all);
    let named = ask_line("training --apprenticeship=no").json();
    assert_eq!(pluck(&named["work_study_not_said"], "id").len(), not_said.len(), "not said is not a no");
    // What stands behind the bare option is still the name of a programme.
    let school = ids("training it-akademy --apprenticeship");
    assert!(!school.is_empty());
    assert_eq!(ids("training --apprenticeship it-akademy"), school);
}

#[test]
fn what_may_be_there_too_is_counted_first_and_named_before_the_whole_of_each() {
    let answer = ask_line("training --city Lyon --lang en").answered();
    assert!(answer.stderr.contains("in many towns: "), "{}", answer.stderr);
    let at = |text: &str| answer.stdout.find(text).unwrap_or_else(|| panic!("no {text}: {}", answer.stdout));
    assert!(at("Offered in many towns") < at("Admission"), "{}", answer.stdout);
}
