//! `pay`.

#![allow(clippy::float_cmp)] // Amounts to the cent, read from JSON.

use super::asking::{ask, ask_line, unwrapped};

#[test]
fn a_gross_salary_gives_the_other_three_amounts() {
    // The Urssaf model's own answer for a cadre at 48 000 € under the rules of 2026.
    let report = ask_line("pay 48000").json();
    assert_eq!(report["gross"]["year"], 48_000);
    assert_eq!(report["gross"]["month"], 4_000);
    assert_eq!(report["net_before_tax"]["year"], 37_652.04);
    assert_eq!(report["rules"]["year"], 2026);
    assert!(report["employer_cost"]["year"].as_f64() > Some(60_000.0));
}

#[test]
fn each_amount_leads_back_to_the_gross() {
    let report = ask_line("pay 48000").json();
    for (basis, key) in [
        ("net", "net_before_tax"),
        ("taxable", "taxable"),
        ("net-after-tax", "net_after_tax"),
        ("cost", "employer_cost"),
    ] {
        let amount = report[key]["year"].to_string();
        let back = ask(["pay", amount.as_str(), "--from", basis]).json();
        let gross = back["gross"]["year"].as_f64().unwrap();
        assert!((gross - 48_000.0).abs() <= 0.05, "{basis}: {gross}");
    }
}

#[test]
fn amounts_are_read_as_people_write_them() {
    let pay = |amount: &str| ask(["pay", amount]).json()["gross"]["year"].clone();
    for amount in ["48000", "48k", "48 000", "€48,000", "48 000,00 €"] {
        assert_eq!(pay(amount), 48_000, "{amount}");
    }
}

#[test]
fn a_comma_before_three_digits_is_refused_in_french() {
    for line in ["pay 48,500", "freelance 283,945", "offer 48,500", "pay 48000 --health-cover 40,125"] {
        let french = ask_line(&format!("{line} --lang fr")).answer();
        assert!(
            french.code == 2 && french.stderr.contains("se lit de deux façons"),
            "{line}: {}",
            french.stderr
        );
    }
    let small = ask_line("pay 0,125 --lang fr").answer().stderr;
    assert!(small.contains("écrivez 0,13 ou 125"), "{small}");
}

#[test]
fn json_has_every_line_and_they_add_up() {
    let report = ask_line("pay 60000 --staff 50").json();
    let sum = |side: &str| -> f64 {
        let lines = report["lines"].as_array().unwrap().iter().filter(|line| line["side"] == side);
        lines.map(|line| line["amount"].as_f64().unwrap()).sum()
    };
    let year = |key: &str| report[key]["year"].as_f64().unwrap();
    assert!((year("gross") - sum("employee") - year("net_before_tax")).abs() < 0.01);
    assert!((year("gross") + sum("employer") - year("employer_cost")).abs() < 0.01);
    assert!((year("net_before_tax") - sum("tax") - year("net_after_tax")).abs() < 0.01);
    for line in report["lines"].as_array().unwrap() {
        assert!(!line["name"]["fr"].as_str().unwrap().is_empty() && line["id"].is_string(), "{line}");
    }
}

#[test]
fn the_slip_reads_as_a_payslip() {
    let slip = ask_line("pay 48000 --lines --lang fr --width 120").answered().stdout;
    for line in [
        "SALAIRE BRUT",
        "Sécurité sociale plafonnée",
        "CSG déductible",
        "NET À PAYER AVANT IMPÔT",
        "NET PAYÉ",
    ] {
        assert!(slip.contains(line), "{line} in\n{slip}");
    }
    let records = ask_line("pay 48000 --lines").csv();
    assert!(records.iter().any(|record| record["id"] == "old-age-capped" && record["side"] == "employee"));
}

#[test]
fn status_staff_year_and_tax_change_the_answer() {
    let cost = |line: &str| ask_line(line).json()["employer_cost"]["year"].as_f64().unwrap();
    assert!(cost("pay 48k --status non-cadre") < cost("pay 48k"));
    assert!(cost("pay 48k --staff 250") > cost("pay 48k"));
    assert!((cost("pay 48k --year 2025") - cost("pay 48k --year 2026")).abs() > 1.0);
    let tax = |line: &str| ask_line(line).json()["tax"]["amount"].as_f64().unwrap();
    assert!((tax("pay 48k --tax scale") - tax("pay 48k --tax neutral")).abs() > 1.0);
    assert_eq!(tax("pay 23500 --tax scale --status non-cadre"), 0.0, "below 61 € nothing is collected");
}

#[test]
fn figures_of_2026_follow_the_law() {
    let report = ask_line("pay 48000").json();
    assert_eq!(report["employer_cost"]["year"], 67_671.36);
    assert_eq!(report["taxable"]["year"], 39_287.52);
    assert_eq!(report["taxable_urssaf"]["year"], 40_007.52);
    assert_eq!(ask_line("pay 65700").json()["employer_cost"]["year"], 94_989.32);
}

#[test]
fn json_repeats_the_question_and_gives_percentages_as_options_take_them() {
    let report = ask_line("pay 3200 --from net --per month --tax 7.5").json();
    assert_eq!(report["asked"], serde_json::json!({"amount": 3_200, "from": "net", "per": "month"}));
    assert_eq!(report["tax"]["method"], "own-rate");
    assert_eq!(report["tax"]["rate_percent"], 7.5);
    let line = &report["lines"][1];
    let (rate, percent) = (line["rate"].as_f64().unwrap(), line["rate_percent"].as_f64().unwrap());
    assert!((rate * 100.0 - percent).abs() < 1e-6, "{line}");
    assert!(!line["source"]["fr"].as_str().unwrap().is_empty());
}

#[test]
fn a_household_is_taxed_together() {
    let net = |line: &str| ask_line(line).json()["net_after_tax"]["year"].as_f64().unwrap();
    let single = net("pay 48000 --tax scale");
    let saved = net("pay 48000 --household couple --children 2 --partner-taxable 20000") - single;
    assert!(saved > 500.0, "{saved}");
    assert!(net("pay 48000 --household lone-parent --children 1") > single);
    let shown = ask_line("pay 48000 --household couple --partner-taxable 20000").answered().stdout;
    assert!(shown.contains("Tax of the household"), "{shown}");
}

#[test]
fn the_contract_counts() {
    let report = |line: &str| ask_line(line).json();
    let year = |report: &serde_json::Value, key: &str| report[key]["year"].as_f64().unwrap();
    let plain = report("pay 48000");
    assert!(year(&report("pay 48000 --alsace-moselle"), "net_before_tax") < year(&plain, "net_before_tax"));
    assert!(year(&report("pay 48000 --health-cover 100"), "net_before_tax") < year(&plain, "net_before_tax"));
    assert!(year(&report("pay 24000 --part-time 60"), "employer_cost") > 24_000.0);
    assert_eq!(report("pay 24000 --part-time 60")["part_time_percent"], 60.0);
    let thirteen = report("pay 3000 --per month --monthly-pays 13");
    assert_eq!((&thirteen["gross"]["year"], &thirteen["gross"]["month"]), (&39_000.into(), &3_000.into()));
    assert!(ask_line("pay 39000 --monthly-pays 13").answered().stdout.contains("€6,000"));
    let hours = ask_line("pay 20000 --part-time 50").answered().stdout;
    assert!(hours.contains("Fewer than 24 hours"), "{hours}");
}

#[test]
fn an_apprentice_has_a_legal_minimum() {
    let report = ask_line("pay --status apprentice --age 20 --contract-year 2 --diploma bac+2").json();
    // 51 % of the minimum wage of June 2026.
    assert_eq!(report["gross"]["month"], 952.18);
    assert_eq!(report["asked"]["amount"], serde_json::Value::Null);
    assert_eq!(report["tax"]["amount"], 0);
    assert_eq!(report["aid"], 0, "the aid is of the first year");
    let first = ask_line("pay --status apprentice --age 20 --diploma bac+2").json();
    assert_eq!(first["aid"], 4_500);
    let cost = |key: &str| first[key]["year"].as_f64().unwrap();
    assert!((cost("employer_cost") - cost("employer_cost_after_aid") - 4_500.0).abs() < 0.01);
    // 55 % in the Syntec branch from 21 years of age, 53 % by the law.
    let month = |line: &str| ask_line(line).json()["gross"]["month"].as_f64().unwrap();
    assert_eq!(month("pay --status apprentice --age 22 --branch syntec"), 1_026.86);
    assert_eq!(month("pay --status apprentice --age 22"), 989.52);
    let low = ask_line("pay 500 --per month --status apprentice --age 20").answered().stdout;
    assert!(low.lines().nth(2).unwrap().contains("Below the minimum"), "{low}");
}

#[test]
fn an_intern_has_a_legal_minimum_for_the_hours() {
    let report = ask_line("pay --status intern --hours 400").json();
    assert_eq!((&report["gross"]["year"], &report["gross"]["month"]), (&1_800.into(), &682.5.into()));
    assert_eq!(ask_line("pay --status intern --hours 308").json()["gross"]["year"], 0);
    let above = ask_line("pay 1000 --per month --status intern --hours 400").answered().stdout;
    assert!(above.contains("above the exempt part"), "{above}");
}

#[test]
fn legal_floors_stand_beside_every_amount() {
    let report = ask_line("pay 48000").json();
    let floors = report["floors"].as_array().unwrap();
    assert_eq!(floors[0]["id"], "minimum-wage-2026-06");
    assert_eq!((&floors[0]["amount"], &floors[0]["per"]), (&1_867.02.into(), &"month".into()));
    assert!(floors.iter().all(|floor| floor["source"]["fr"].is_string() && floor["below"].is_boolean()));
    assert!(floors.iter().any(|floor| floor["position"] == "3.3" && floor["below"] == true));
    assert_eq!(ask_line("pay 48000 --branch none").json()["floors"].as_array().unwrap().len(), 1);
    let shown = ask_line("pay 48000").answered().stdout;
    assert!(shown.contains("Legal floor") && shown.contains("Minimum wage"), "{shown}");
}

#[test]
fn an_amount_under_the_minimum_wage_is_computed_and_said_first() {
    let answer = ask_line("pay 1000 --per month").answered();
    assert!(answer.stdout.lines().nth(2).unwrap().contains("Below the legal floor"), "{}", answer.stdout);
    assert!(!ask_line("pay 1900 --per month").answered().stdout.contains("Below the legal floor"));
    assert!(ask_line("pay 20000").answered().stdout.contains("--per month"));
}

#[test]
fn the_status_follows_the_amount_and_is_said() {
    assert_eq!(ask_line("pay 26000").json()["status"], "non-cadre");
    assert_eq!(ask_line("pay 48000").json()["status"], "cadre");
    assert!(ask_line("pay 26000").answered().stdout.contains("Non-cadre status assumed"));
    assert!(!ask_line("pay 26000 --status cadre").answered().stdout.contains("assumed"));
}

#[test]
fn an_amount_that_no_salary_gives_is_told_with_its_neighbours() {
    let answer = ask_line("pay 5690 --from cost --per month --status non-cadre --year 2025");
    let report = answer.json();
    assert_eq!(report["inverse"]["exact"], false);
    assert_eq!(report["inverse"]["cause"], "reduced-rate");
    let amount = |key: &str| report["inverse"][key]["amount"].as_f64().unwrap();
    assert!(amount("below") < 68_280.0 && amount("above") > 68_280.0, "{}", report["inverse"]);
    let shown = ask_line("pay 5690 --from cost --per month --status non-cadre --year 2025").answered().stdout;
    assert!(shown.contains("No salary gives exactly"), "{shown}");
}

#[test]
fn an_amount_that_several_salaries_give_is_told_with_all_of_them() {
    let net = ask_line("pay 45136.69").json()["net_after_tax"]["year"].to_string();
    let report = ask(["pay", &net, "--from", "net-after-tax"]).json();
    let gross = report["inverse"]["gross"].as_array().unwrap();
    assert!(gross.len() >= 2, "{gross:?}");
    for one in gross {
        let back = ask(["pay", &one.to_string()]).json();
        let left = back["net_after_tax"]["year"].as_f64().unwrap();
        assert!((left - net.parse::<f64>().unwrap()).abs() < 1.01, "{one} leaves {left}, not {net}");
    }
    let shown = ask(["pay", &net, "--from", "net-after-tax"]).answered().stdout;
    assert!(shown.contains("Several gross salaries"), "{shown}");
}

#[test]
fn csv_has_plain_names_and_the_rate_in_a_column_of_its_own() {
    let records = ask_line("pay 39000").csv();
    assert!(records.iter().all(|record| record["name_fr"].trim() == record["name_fr"]), "{records:?}");
    let tax = records.iter().find(|record| record["id"] == "tax").unwrap();
    assert_eq!((tax["rate_percent"].as_str(), tax["name_en"].as_str()), ("5.3", "Income tax (neutral rate)"));
}

#[test]
fn every_answer_says_estimate_the_year_and_the_limits() {
    let shown = ask_line("pay 48k").answered().stdout.replace("\n  ", " ");
    for words in
        ["estimate", "2026", "health cover of €40", "transport levy", "collective agreement", "neutral"]
    {
        assert!(shown.contains(words), "{words} in\n{shown}");
    }
    assert!(ask_line("pay 48k").json()["assumptions"].as_array().unwrap().len() >= 3);
}

#[test]
fn the_slip_fits_eighty_columns_and_names_articles() {
    for lang in ["fr", "en"] {
        let slip = ask_line(&format!("pay 48000 --lines --width 80 --lang {lang}")).answered().stdout;
        assert!(slip.lines().all(|line| line.chars().count() <= 80), "{slip}");
        assert!(slip.contains("L241-2"), "{slip}");
    }
}

#[test]
fn what_cannot_be_computed_is_refused_with_what_to_write() {
    for line in [
        "pay",
        "pay 0",
        "pay -5",
        "pay abc",
        "pay 1e999",
        "pay 0.125",
        "pay 48.500k",
        "pay 1000001",
        "pay 48k --year 1999",
        "pay 48k --staff 0",
        "pay 48k --children 40",
        "pay 48k --part-time 0",
        "pay 48k --part-time 0.8",
        "pay 48k --age 9",
        "pay 48k --tax 70",
        "pay 48k --tax high",
        "pay 48k --monthly-pays 15",
        "pay 48k --health-cover 900",
        "pay 48k --household lone-parent",
        "pay 48k --partner-taxable 20000",
        "pay 48k --tax neutral --household couple",
        "pay 48k --tax 7.5 --children 2",
        "pay 48k --contract-year 2",
        "pay 48k --diploma bac+3",
        "pay 48k --hours 400",
        "pay --status intern --part-time 50",
        "pay --status intern --from net",
        "pay --status apprentice --part-time 50",
        "pay --status apprentice --from net",
        "pay --status apprentice --contract-year 9",
    ] {
        let answer = ask_line(line).answer();
        assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{line}");
        assert!(!answer.stderr.is_empty(), "{line}");
    }
    assert!(ask_line("pay 48k --year 1999").answer().stderr.contains("known: 2026, 2025"));
    assert!(ask_line("pay 48k --children 40").answer().stderr.contains("--children 2"));
    assert_eq!(ask_line("pay 1000001 --yes").json()["gross"]["year"], 1_000_001);
}

#[test]
fn a_rate_below_one_percent_is_asked_about() {
    for line in ["pay 48000 --tax 0.075", "freelance 450 --fee 0.075"] {
        let answer = ask_line(line).answer();
        assert_eq!(answer.code, 2, "{line}");
        assert!(answer.stderr.contains("write `0.075%` or `7.5`"), "{}", answer.stderr);
    }
    assert_eq!(ask_line("pay 48000 --tax 0.5%").json()["tax"]["rate_percent"], 0.5);
    assert_eq!(ask_line("freelance 400 --fee -0").answer().code, 2);
}

#[test]
fn the_figures_belong_to_the_gross_that_is_shown() {
    let back =
        ask_line("pay --from taxable 36785.01 --staff 11 --status non-cadre --health-cover 100").json();
    let gross = back["gross"]["year"].as_f64().unwrap();
    let there = ask_line(&format!("pay {gross} --staff 11 --status non-cadre --health-cover 100")).json();
    assert_eq!(back["employer_cost"], there["employer_cost"]);
}

#[test]
fn a_salary_of_exactly_so_many_minimum_wages_does_not_exceed_them() {
    let cost = |line: &str| ask_line(line).json()["employer_cost"]["year"].as_f64().unwrap();
    let at = cost("pay 71351.28 --year 2025 --status non-cadre");
    let above = cost("pay 71351.29 --year 2025 --status non-cadre");
    assert!(above - at > 1_000.0, "{at} {above}");
}

#[test]
fn the_minimum_wage_is_told_before_the_agreement() {
    let shown = ask_line("pay 1500 --per month --year 2025").answered().stdout;
    assert!(shown.contains("Below the legal floor"), "{shown}");
}

#[test]
fn what_is_assumed_is_true_of_the_contract() {
    let shown = ask_line("pay 14000 --status apprentice").answered().stdout.replace('\n', " ");
    assert!(shown.contains("apprenticeship contract") && !shown.contains("permanent"), "{shown}");
    let little = ask_line("pay 5892.71 --part-time 20 --health-cover 100").answered().stdout;
    let little = little.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(little.contains("no health cover"), "{little}");
}

#[test]
fn a_salary_just_above_a_step_names_the_lower_one_that_leaves_more() {
    for (line, cause) in [
        ("pay 46000", "withholding-rate"),
        ("pay 239650", "withholding-rate"),
        ("pay 48100 --tax scale", "technical-contribution"),
        ("pay 23900 --tax scale --status cadre", "collection-minimum"),
    ] {
        let report = ask_line(line).json();
        let below = &report["better_below"];
        assert_eq!(below["cause"], cause, "{line}");
        let net = |report: &serde_json::Value| report["net_after_tax"]["year"].as_f64().unwrap();
        assert!(below["net_after_tax"].as_f64().unwrap() > net(&report), "{line}: {below}");
        let amount = line.split(' ').nth(1).unwrap();
        let lower = ask_line(&line.replace(amount, &below["gross"].to_string())).json();
        assert_eq!(below["net_after_tax"], lower["net_after_tax"]["year"], "{line}");
    }
    let shown = unwrapped(&ask_line("pay 46000 --lang fr").answered().stdout);
    assert!(shown.contains("Juste sous ce palier : 45 963,53 € brut par an laisse davantage"), "{shown}");
    assert!(ask_line("pay 45900").json()["better_below"].is_null(), "no step lies just below");
}

#[test]
fn a_thirteenth_month_does_not_lift_the_others_to_the_minimum_wage() {
    let report = ask_line("pay 1800 --per month --monthly-pays 13").json();
    let floors = report["floors"].as_array().unwrap();
    let wage = floors.iter().find(|floor| floor["kind"] == "minimum-wage").unwrap();
    assert_eq!((&wage["below"], &report["below_minimum_wage"]), (&true.into(), &true.into()));
    let reached = ask_line("pay 1870 --per month --monthly-pays 13").json();
    assert_eq!(reached["below_minimum_wage"], false);
    let least = ask_line("pay --status apprentice --age 20 --monthly-pays 13").json();
    assert_eq!(least["below_minimum_wage"], false, "each pay is the minimum of a month");
}

#[test]
fn a_part_time_status_is_assumed_by_the_full_time_salary() {
    let shown = unwrapped(&ask_line("pay 15180 --part-time 50").answered().stdout);
    assert!(shown.contains("At full time this salary would be €30,360."), "{shown}");
}

#[test]
fn the_contribution_on_high_incomes_has_a_line_of_its_own() {
    let report = ask_line("pay 400000 --household single").json();
    let taxes: Vec<_> =
        report["lines"].as_array().unwrap().iter().filter(|line| line["side"] == "tax").collect();
    let amount = |at: usize| taxes[at]["amount"].as_f64().unwrap();
    assert_eq!(taxes[1]["source"]["en"], "General Tax Code, art. 223 sexies");
    assert!(
        (amount(1) - 2_048.0).abs() < 1.0
            && amount(0) + amount(1) == report["tax"]["amount"].as_f64().unwrap()
    );
    assert!(taxes.iter().all(|line| line["rate_percent"].is_number()), "{taxes:?}");
    let alone = ask_line("pay 48000 --tax scale").json();
    let tax = alone["lines"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(tax["rate_percent"], alone["tax"]["rate_percent"]);
}

#[test]
fn a_tax_too_small_to_be_collected_is_told_with_its_article() {
    let shown = unwrapped(&ask_line("pay 23500 --tax scale --status non-cadre").answered().stdout);
    assert!(
        shown.contains("is not collected: it is below €61 (General Tax Code, art. 1657, 1 bis)"),
        "{shown}"
    );
}

#[test]
fn a_contradiction_is_told_in_the_words_that_were_typed() {
    for (line, said) in [
        ("pay 48000 --hours 300", "`--hours 300` goes with"),
        ("pay 48000 --diploma bac", "`--diploma bac` goes with"),
        ("pay 48000 --contract-year 3", "`--contract-year 3` goes with"),
        ("pay --status apprentice --age 20 --from net", "`--from net` says which amount is known: give it"),
    ] {
        let answer = ask_line(line).answer();
        assert!(answer.code == 2 && answer.stderr.contains(said), "{}", answer.stderr);
    }
}
