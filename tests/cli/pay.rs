//! `pay`.

use super::asking::{ask, ask_line};

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
    for (basis, key) in
        [("net", "net_before_tax"), ("net-after-tax", "net_after_tax"), ("cost", "employer_cost")]
    {
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
}

#[test]
fn every_answer_says_estimate_the_year_and_the_assumptions() {
    let shown = ask_line("pay 48k").answered().stdout;
    assert!(
        shown.contains("estimate") && shown.contains("2026") && shown.contains("Health cover"),
        "{shown}"
    );
    assert!(ask_line("pay 48k").json()["assumptions"].as_array().unwrap().len() >= 3);
}

#[test]
fn an_amount_under_the_minimum_wage_is_computed_and_said() {
    let answer = ask_line("pay 1000 --per month").answered();
    assert!(answer.stdout.contains("Below the full-time minimum wage"), "{}", answer.stdout);
    assert!(!ask_line("pay 1900 --per month").answered().stdout.contains("minimum wage"));
}

#[test]
fn what_cannot_be_computed_is_refused_with_what_to_write() {
    for line in ["pay 0", "pay -5", "pay abc", "pay 1e999", "pay 48k --year 1999", "pay 48k --staff 0", "pay"]
    {
        let answer = ask_line(line).answer();
        assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{line}");
    }
    assert!(ask_line("pay 48k --year 1999").answer().stderr.contains("known: 2026, 2025"));
}
