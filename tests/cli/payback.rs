//! `payback`.

use proptest::prelude::ProptestConfig;
use proptest::{prop_assert, proptest};
use serde_json::{Value, json};

use super::asking::{ask_line, pluck};
use backend_career::dataset::Dataset;
use backend_career::model::amount::SaidPay;
use backend_career::model::money::Money;
use backend_career::query::payback::{PaybackParams, ask};

fn programme(report: &Value, id: &str) -> Value {
    report["programmes"].as_array().unwrap().iter().find(|line| line["id"] == id).unwrap().clone()
}

#[test]
fn fees_over_the_years_are_set_against_pay_at_entry() {
    let report = ask_line("payback").json();
    assert_eq!(report["entry_pay"], json!({"low": 24_000, "high": 55_000}));
    let epitech = programme(&report, "epitech");
    assert_eq!(epitech["months"], json!({"low": 60, "high": 60}));
    assert_eq!(epitech["cost"], json!({"low": 53_725, "high": 53_725}));
    assert_eq!(epitech["gain_per_year"], json!({"low": 24_000, "high": 55_000}));
    assert_eq!(epitech["break_even_years"], json!({"low": 0.98, "high": 2.24}));
}

#[test]
fn pay_given_up_while_studying_is_a_cost_and_lowers_the_gain() {
    let report = ask_line("payback --current 20k --level bac+5").json();
    let master = programme(&report, "master-informatique");
    assert_eq!(master["pay_given_up"], json!({"low": 40_000, "high": 40_000}));
    assert_eq!(master["cost"], json!({"low": 40_720, "high": 40_720}));
    assert_eq!(master["gain_per_year"], json!({"low": 4000, "high": 35_000}));
    assert_eq!(master["break_even_years"], json!({"low": 1.16, "high": 10.18}));
    assert!(pluck(&report["programmes"], "level").iter().all(|level| level == "bac+5"));
}

#[test]
fn without_a_gain_it_says_never() {
    let report = ask_line("payback --current 30000").json();
    let bts = programme(&report, "bts-sio-slam");
    assert_eq!(bts["break_even_years"], json!({"low": 2.4, "high": null}));
    assert_eq!(bts["outcome"], "may-never");
    let report = ask_line("payback --current 60k").json();
    assert!(pluck(&report["programmes"], "outcome").iter().all(|outcome| outcome == "never"));
    assert!(pluck(&report["programmes"], "break_even_years").iter().all(|years| years == "null"));
    let shown = ask_line("payback --current 60k").answered().stdout;
    assert!(
        shown.contains("Never: even the highest pay") && shown.contains("−€36,000 to −€5,000"),
        "{shown}"
    );
}

#[test]
fn what_no_source_says_is_unknown_and_named() {
    let report = ask_line("payback").json();
    let hetic = programme(&report, "hetic");
    assert_eq!((&hetic["cost"], &hetic["break_even_years"]), (&Value::Null, &Value::Null));
    assert_eq!(hetic["unknown"], json!(["fees"]));
    assert_eq!(programme(&report, "le-wagon")["unknown"], json!(["fees", "duration"]));
    let shown = ask_line("payback le-wagon").answered().stdout;
    assert!(shown.contains("No source says: fees, duration."), "{shown}");
}

#[test]
fn an_apprentice_pays_no_fee_and_that_is_an_assumption() {
    let report = ask_line("payback").json();
    let metz = programme(&report, "bachelor-metz-numeric-school");
    assert_eq!(metz["fees"], json!({"low": 7200, "high": 17_200}));
    let said = report["assumptions"].as_array().unwrap().iter();
    assert!(said.clone().any(|text| text["en"].as_str().unwrap().contains("apprentice pays no fee")));
    assert!(said.clone().any(|text| text["en"].as_str().unwrap().starts_with("Gross amounts")));
    let without = ask_line("payback master-informatique").answered().stdout;
    assert!(!without.contains("apprentice"), "{without}");
}

#[test]
fn of_those_that_ask_for_the_same_the_soonest_comes_first_and_the_unknown_last() {
    for line in ["payback", "payback --current 20k"] {
        let report = ask_line(line).json();
        let soonest = |line: &Value| line["break_even_years"]["low"].as_f64().unwrap_or(f64::INFINITY);
        let programmes = report["programmes"].as_array().unwrap();
        for asked in programmes.chunk_by(|a, b| a["entry"] == b["entry"]) {
            assert!(asked.iter().map(soonest).is_sorted(), "{line}");
        }
        let mut entries = pluck(&report["programmes"], "entry");
        entries.dedup();
        let groups = entries.len();
        entries.sort();
        entries.dedup();
        assert_eq!(entries.len(), groups, "a group stands in one place");
    }
}

#[test]
fn years_and_sums_are_counted_from_ones_own_diploma() {
    let report = ask_line("payback --from bac").json();
    let master = programme(&report, "master-informatique");
    assert_eq!(master["total_months"], json!({"low": 60, "high": 60}));
    // Three years at 178 € and two at 255 €, with five contributions of 105 €.
    assert_eq!(master["cost"], json!({"low": 1569, "high": 1569}));
    assert_eq!(master["before"]["counted"], true);
    let centrale = programme(&report, "centrale");
    assert_eq!(
        (&centrale["before"]["counted"], &centrale["total_months"]["low"]),
        (&json!(false), &json!(36))
    );
    let later = ask_line("payback --from bac+2").json();
    assert_eq!(programme(&later, "insa")["total_months"], json!({"low": 36, "high": 36}));
    assert_eq!(programme(&report, "insa")["total_months"], json!({"low": 60, "high": 60}));
}

#[test]
fn ones_own_case_is_counted_with_what_is_kept() {
    let report =
        ask_line("payback --current 26000 --fees 7000 --months 6 --kept 57% --entry-pay 32000").json();
    let mine = programme(&report, "my-case");
    assert_eq!(mine["pay_given_up"], json!({"low": 13_000, "high": 13_000}));
    assert_eq!(mine["pay_received"], json!({"low": 7410, "high": 7410}));
    assert_eq!(mine["cost"], json!({"low": 12_590, "high": 12_590}));
    assert_eq!(mine["break_even_years"], json!({"low": 2.1, "high": 2.1}));
    let points = mine["curve"].as_array().unwrap();
    assert_eq!(points[1]["month"], 12);
    // After a year: half of it at the new pay, less the fees, with what was kept.
    assert_eq!(points[1]["with"], json!({"low": 16_410, "high": 16_410}));
    assert_eq!(points[1]["without"], 26_000);
    assert!(mine["net"]["pay_given_up"]["low"].as_f64().unwrap() < 13_000.0);
    let paid = ask_line("payback --current 26000 --fees 0 --months 12 --kept 30000").json();
    assert_eq!(programme(&paid, "my-case")["cost"], json!({"low": -4000, "high": -4000}));
    assert_eq!(ask_line("payback --kept 120%").answer().code, 2);
}

#[test]
fn an_unknown_fee_leaves_a_lower_bound() {
    let line = "payback --current 26000 --level short";
    let course = programme(&ask_line(line).json(), "oclock");
    assert_eq!(course["cost_at_least"], json!({"low": 13_000, "high": 52_000}));
    assert_eq!(course["cost"], Value::Null);
    let shown = ask_line(line).answered().stdout;
    assert!(shown.contains("at least €13,000"), "{shown}");
}

#[test]
fn absurd_years_are_told_in_words() {
    let shown = ask_line("payback --current 54999 --level bac+3").answered().stdout;
    assert!(shown.contains("more than 40") && !shown.contains("55177"), "{shown}");
}

#[test]
fn an_apprentice_is_paid_the_legal_share_of_the_minimum_wage() {
    let report = ask_line("payback but-informatique --apprentice --age 19").json();
    let but = programme(&report, "but-informatique");
    // Twelve months at 43 % of 1 867.02 €; two years of fees and three contributions.
    assert_eq!(but["pay_received"]["low"], 9633.81);
    assert_eq!((&but["fees"]["high"], &but["contribution"]["low"]), (&json!(356), &json!(315)));
    let any = programme(&ask_line("payback but-informatique --apprentice").json(), "but-informatique");
    assert!(any["pay_received"]["low"].as_f64() < any["pay_received"]["high"].as_f64());
}

#[test]
fn a_source_can_be_left_out_of_the_pay_at_entry() {
    let high = |line: &str| ask_line(line).json()["entry_pay"]["high"].clone();
    assert_eq!((high("payback"), high("payback --without job-sheet")), (json!(55_000), json!(50_000)));
    assert_eq!(high("payback --source adabot-2023"), 39_000);
    assert_eq!(ask_line("payback --without nobody").answer().code, 2);
}

#[test]
fn conditions_combine_and_none_left_is_an_answer() {
    let report = ask_line("payback --sector private --level bac+3").json();
    assert!(pluck(&report["programmes"], "sector").iter().all(|sector| sector == "private"));
    let none = ask_line("payback --level self-taught --sector public").answered();
    assert!(none.stderr.contains("no programme meets these conditions"), "{}", none.stderr);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_low_end_is_never_above_the_high_end(current in 0.0f64..100_000.0) {
        let dataset = Dataset::embedded();
        let params = PaybackParams { current: Some(SaidPay { amount: Money::euros(current), is_net: false, per: None }), ..PaybackParams::default() };
        let report = serde_json::to_value(ask(&params, &dataset).unwrap()).unwrap();
        for line in report["programmes"].as_array().unwrap() {
            for key in ["cost", "gain_per_year", "break_even_years", "pay_given_up", "fees"] {
                let (low, high) = (line[key]["low"].as_f64(), line[key]["high"].as_f64());
                prop_assert!(low.zip(high).is_none_or(|(low, high)| low <= high), "{key} of {}", line["id"]);
            }
        }
    }
}

#[test]
fn pay_today_can_be_said_net_and_by_the_month() {
    let current = |typed: &str| {
        let answer = super::asking::ask(["payback", "--current", typed]).answered();
        let json = super::asking::ask(["payback", "--current", typed]).json();
        (json["current"].clone(), json["current_net"].clone(), answer.stderr)
    };
    let (gross, net, told) = current("2 100 net");
    let (gross, net) = (gross.as_f64().unwrap(), net.as_f64().unwrap());
    assert!((net - 25_200.0).abs() < 0.02 && (31_000.0..33_000.0).contains(&gross), "{gross} {net}");
    assert!(told.contains("€2,100 net a month") && told.contains("gross a year"), "{told}");
    assert_eq!(current("2600 brut par mois").0, 31_200);
    let (gross, _, told) = current("26k");
    assert!(gross == 26_000 && !told.contains("read as"), "{told}");
}

#[test]
fn net_pay_is_that_of_the_status_that_the_amount_makes_usual() {
    let net = |line: &str| ask_line(line).json()["current_net"].clone();
    let of =
        |status| ask_line(&format!("pay 26000 --status {status}")).json()["net_before_tax"]["year"].clone();
    let usual = net("payback --current 26000");
    assert_eq!(usual, of("non-cadre"));
    assert_eq!(net("payback --current 26000 --status cadre"), of("cadre"));
}

#[test]
fn a_source_goes_by_the_name_that_is_shown() {
    let high = |args: &[&str]| super::asking::ask(args).json()["entry_pay"]["high"].clone();
    assert_eq!(high(&["payback", "--source", "Onisep"]), 24_000);
    assert_eq!(high(&["payback", "--source", "Onisep 2024"]), 24_000);
    assert_eq!(high(&["payback", "--source", "onisep-2024"]), 24_000);
}

#[test]
fn a_low_pay_below_todays_may_never_pay_back_whatever_the_fees() {
    let report = ask_line("payback --current 26000 --level short").json();
    let course = programme(&report, "oclock");
    assert_eq!(course["outcome"], "may-never");
    assert_eq!(course["break_even_years"], Value::Null);
    let shown = ask_line("payback --current 26000 --level short").answered().stdout.replace('\u{a0}', " ");
    assert!(shown.contains("at least 5 months, or never"), "{shown}");
    let own = programme(&ask_line("payback --current 26000 --months 12").json(), "my-case");
    assert_eq!(own["outcome"], "may-never");
}

#[test]
fn what_is_missing_of_ones_own_training_is_asked_for() {
    let shown = ask_line("payback --fees 7000 --current 26000 but-mmi").answered().stdout;
    assert!(shown.contains("To be given for the sum: duration (`--months`)."), "{shown}");
    assert!(!shown.contains("No source says"), "{shown}");
    let shown = ask_line("payback --level short").answered().stdout;
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("`--fees` and `--months` count those of your own"), "{shown}");
}

#[test]
fn times_are_in_the_unit_that_people_count_in() {
    let shown = ask_line("payback --lang fr --from bac").answered().stdout.replace('\u{a0}', " ");
    assert!(shown.contains("3 à 5 ans") && shown.contains("2 à 9 mois"), "{shown}");
    assert!(shown.contains("7 mois à 1,7 an"), "{shown}");
    assert!(!shown.contains("0 an") && !shown.contains("0,0"), "{shown}");
    let shown = ask_line("payback --lang fr --current 26000 --level short").answered().stdout;
    let shown = shown.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(shown.contains("au moins 13 000 à 52 000 € selon la durée"), "{shown}");
}

#[test]
fn chosen_sources_that_give_no_junior_pay_are_said_to_give_none() {
    let shown = ask_line("payback but-mmi --source numeum").answered().stdout;
    assert!(shown.contains("The chosen sources give no junior pay"), "{shown}");
    assert!(!shown.contains("No source says"), "{shown}");
}

#[test]
fn a_fraction_is_no_amount_that_is_kept() {
    let answer = ask_line("payback --kept 0,57").answer();
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("such as 57%"), "{}", answer.stderr);
    assert_eq!(ask_line("payback --kept 0").answer().code, 0);
}

#[test]
fn a_negative_cost_is_told_to_be_a_gain() {
    let shown = ask_line("payback but-informatique --apprentice --age 18").answered().stdout;
    assert!(shown.contains("A negative cost is a gain"), "{shown}");
}

#[test]
fn from_a_diploma_what_it_opens_comes_first_and_grant_holders_are_told() {
    let report = ask_line("payback --from bac").json();
    let befores = pluck(&report["programmes"], "before");
    let first_before = befores.iter().position(|before| before != "null").unwrap();
    let entries = pluck(&report["programmes"], "entry");
    assert!(entries[..first_before].iter().all(|entry| !["bac+2", "bac+3"].contains(&entry.as_str())));
    let but = programme(&report, "but-informatique");
    assert_eq!(but["grant_holder_cost"], json!({"low": 0, "high": 0}));
    assert_eq!(programme(&report, "epitech")["grant_holder_cost"], Value::Null);
    let shown = ask_line("payback --from bac").answered().stdout;
    assert!(shown.contains("Cost for a grant holder: €0"), "{shown}");
}

#[test]
fn what_says_nothing_is_named_in_a_sentence() {
    let shown = ask_line("payback").answered().stdout;
    assert!(shown.contains("more programmes no source lets the cost be told"), "{shown}");
    let csv = ask_line("payback --format csv --columns id").answered().stdout;
    assert!(csv.contains("le-wagon"), "{csv}");
    assert!(ask_line("payback le-wagon").answered().stdout.contains("Le Wagon"));
}

#[test]
fn one_training_has_a_curve_until_it_has_paid_back() {
    let line = "payback epitech --current 26000 --entry-pay 39000";
    let shown = ask_line(&format!("{line} --lang en --width 80")).answered().stdout;
    assert!(shown.contains("Epitech: the money earned, less what has been paid"), "{shown}");
    assert!(shown.contains("● without the training   ○ with it"), "{shown}");
    let page = ask_line(&format!("{line} --format html")).answered().stdout;
    assert!(page.contains("<polyline"), "{page}");
    let report = ask_line(line).json();
    let last = report["programmes"][0]["curve"].as_array().unwrap().last().unwrap().clone();
    assert!(last["with"]["high"].as_f64() > last["without"].as_f64(), "{last}");
    for line in ["payback --current 26000", "payback epitech"] {
        let without = ask_line(line).answered().stdout;
        assert!(!without.contains("the money earned"), "several, or nothing to compare with: {without}");
    }
}

#[test]
fn what_is_told_in_words_is_sorted_by_its_figures() {
    let lines = ask_line("payback --sort coût --lang fr").csv();
    let costs: Vec<f64> = lines.iter().filter_map(|line| line["cost_low"].parse().ok()).collect();
    assert!(costs.len() > 10 && costs.is_sorted(), "{costs:?}");
}
