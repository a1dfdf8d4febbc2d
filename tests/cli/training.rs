//! `training`.

use super::asking::{ask, ask_line, pluck, unwrapped};

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
    assert!(answer.stderr.contains("No school known in `atlantide`"), "{}", answer.stderr);
    let said = answer.stdout.split("Offered in many towns").next().unwrap();
    assert!(said.contains("`--department 69`") && said.contains("Lyon"), "{said}");
    let report = ask_line("training --city atlantide").json();
    assert_eq!(report["programmes"], serde_json::json!([]));
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
    let said = answer.stdout.split("Offered in many towns").next().unwrap();
    assert!(said.contains("Without `--sector`, 1 programme") && said.contains("8 more"), "{said}");
    assert!(said.contains("Nearest: "), "{said}");
    assert!(!answer.stderr.contains("No school known"), "{}", answer.stderr);
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
fn what_is_offered_in_many_towns_is_left_too_once_a_condition_is_dropped() {
    let report = ask_line("training --city Grenoble --apprenticeship --level bac+5").json();
    let emptied = report["emptied_by"].as_array().unwrap();
    assert_eq!(
        emptied[0],
        serde_json::json!({"filter": "--apprenticeship", "without": 0, "widely_offered": 3})
    );
    let report = ask_line("training --city Metz --level bac+2 --sector private").json();
    assert_eq!(pluck(&report["emptied_by"], "filter"), ["--sector", "--level"]);
}

#[test]
fn a_town_a_department_and_a_region_are_conditions_of_their_own() {
    let report = ask_line("training --city Lyon --region Bretagne").json();
    let emptied = report["emptied_by"].as_array().unwrap();
    assert_eq!(pluck(&report["emptied_by"], "filter"), ["--region"]);
    assert_eq!(emptied[0]["without"], 3);
    assert!(report["nearest"].is_null(), "nothing is near and in Brittany");
    let alone = ask_line("training --region Bretagne --lang fr").answer().stdout;
    assert!(
        unwrapped(&alone).contains("Master mention informatique (Le Havre), à 202 km de Rennes"),
        "{alone}"
    );
    let former = ask_line("training --region alsace --lang en").answer().stdout;
    assert!(former.contains("`alsace` is read as the region Grand Est."), "{former}");
    let current = ask_line("training --region grand-est --lang en").answer().stdout;
    assert!(!current.contains("is read as"), "{current}");
    let report = ask_line("training --city Metz --region idf --sector public").json();
    assert_ne!(report["nearest"]["city"], "Reims", "Reims is nearer but in another region");
}

#[test]
fn a_misspelt_town_is_refused_with_the_one_that_was_meant() {
    let answer = ask_line("training --city Lion").answer();
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("unknown town `Lion`; did you mean Lyon?"), "{}", answer.stderr);
    assert_eq!(ask_line("training --city Bron").answer().code, 0, "a town that exists is only unknown");
}

#[test]
fn a_name_that_is_also_a_town_is_told_so() {
    let shown = ask_line("training Lyon").answered().stdout;
    assert!(shown.contains("`--city Lyon`"), "{shown}");
}

#[test]
fn what_is_found_in_many_towns_is_no_empty_answer() {
    let answer = ask(["training", "BUT Informatique", "--city", "Lyon"]).answered();
    let all = format!("{}{}", answer.stdout, answer.stderr);
    assert!(!all.contains("no programme meets") && all.contains("many towns may be there too"), "{all}");
}

#[test]
fn near_towns_come_with_their_distance_the_nearest_first() {
    let report = ask_line("training --city Paris --near").json();
    let distances: Vec<u64> = report["programmes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["distance_km"].as_u64().unwrap())
        .collect();
    assert!(
        distances.is_sorted() && distances[0] == 0 && distances.iter().any(|far| *far > 9),
        "{distances:?}"
    );
    let shown = ask_line("training --city Paris --near").answered().stdout;
    assert!(shown.contains("within 60 km"), "{shown}");
}

#[test]
fn grant_holders_pay_neither_fees_nor_contribution_in_both_languages() {
    let shown = ask(["training", "licence-pro-lyon-1", "--lang", "fr"]).answered().stdout;
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("les boursiers ne paient ni les frais publics ni la contribution"), "{shown}");
}

#[test]
fn durations_are_in_years() {
    let shown = ask_line("training --level bac+5 --lang fr").answered().stdout.replace('\u{a0}', " ");
    assert!(shown.contains("2 ans") && shown.contains("3 à 5 ans") && !shown.contains("24 mois"), "{shown}");
    let report = ask_line("training master-informatique").json();
    assert_eq!(report["programmes"][0]["duration_months"]["low"], 24);
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

#[test]
fn the_pay_of_apprentices_stands_beside_their_programmes() {
    let shown = ask_line("training --apprenticeship").answered().stdout.replace("\n ", "");
    assert!(shown.contains("€802.82") && shown.contains("€1,400.27"), "the law and the branch: {shown}");
    assert!(shown.contains("D6222-26"), "each scale with its text: {shown}");
    assert!(!ask_line("training").answered().stdout.contains("802.82"));
    assert_eq!(ask_line("training --apprenticeship").json()["apprentice_pay"].as_array().unwrap().len(), 27);
}

#[test]
fn a_total_is_two_numbers_and_what_it_does_not_count_stands_beside_it() {
    let told = ask_line("training licence-pro-lyon-1 --format jsonl").answered().stdout;
    let row: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(row["total_since_bac"], serde_json::json!({ "low": 283, "high": 283 }));
    assert_eq!(row["total_without"]["fr"], "bac+2");
    let csv = ask_line("training licence-pro-lyon-1 --columns total_since_bac,total_without --format csv")
        .answered()
        .stdout;
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        lines,
        ["total_since_bac_low,total_since_bac_high,total_without_fr,total_without_en", "283,283,bac+2,bac+2"]
    );
    let shown =
        ask_line("training licence-pro-lyon-1 --columns name,total_since_bac --lang en").answered().stdout;
    assert!(shown.contains("€283 + bac+2"), "{shown}");
}
