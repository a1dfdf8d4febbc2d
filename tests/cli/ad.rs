//! `ad`.

use serde_json::json;

use super::asking::{ask_line, pluck};

#[test]
fn an_ad_tells_its_terms_and_how_strongly_it_asks() {
    let report = ask_line("ad examples/ad.txt").json();
    assert_eq!(
        (&report["pay"]["low"], &report["pay"]["high"], &report["pay"]["per"]),
        (&json!(42000), &json!(48000), &json!("year"))
    );
    assert_eq!(
        (&report["contract"], &report["level"], &report["city"]),
        (&json!("permanent"), &json!("confirmed"), &json!("Nantes"))
    );
    assert_eq!(
        (&report["experience_years"], &report["remote_days"]),
        (&json!({ "low": 3, "high": 5 }), &json!(2))
    );
    let asked = |id: &str| {
        report["skills"].as_array().unwrap().iter().find(|skill| skill["id"] == id).unwrap()["asked"].clone()
    };
    assert_eq!(
        (asked("php"), asked("kubernetes"), asked("redis")),
        (json!("must"), json!("nice"), json!("mentioned"))
    );
    assert_eq!(report["missing"], json!([]));
    assert_eq!(report["fit"], json!(null));
}

#[test]
fn the_french_name_of_the_command_is_understood() {
    assert_eq!(ask_line("annonce examples/ad.txt").json()["contract"], "permanent");
}

#[test]
fn a_cv_is_held_against_an_ad() {
    let report = ask_line("ad examples/ad.txt --cv examples/cv.md").json();
    let lines = report["fit"]["lines"].as_array().unwrap();
    assert!(lines.iter().any(|line| line["answer"] == "have" && line["words"] != json!([])), "{lines:?}");
    assert!(lines.iter().any(|line| line["answer"] == "missing"), "{lines:?}");
}

#[test]
fn what_is_missing_and_odd_is_told_and_checked() {
    let bare = "Développeur back-end junior PHP\n\nProfil : 5 ans d’expérience en PHP, React obligatoire\n";
    let report = ask_line("ad -").stdin(bare).json();
    assert_eq!(pluck(&report["missing"], "about"), ["pay", "contract", "city"]);
    assert_eq!(pluck(&report["odd"], "about"), ["skills", "experience_years"]);
    let checked = ask_line("ad - --check").stdin(bare).answer();
    assert_eq!(checked.code, 3, "{}", checked.stderr);
    assert_eq!(ask_line("ad examples/ad.txt --check").answer().code, 0);
}

#[test]
fn personal_details_are_never_printed_back() {
    let ad = "Développeur PHP\nContact : Camille Exemple, camille@exemple.org, 06 00 00 00 00\n";
    let cv = "Dominique Exemple, 1 rue de la Paix. PHP";
    for format in ["json", "table", "csv"] {
        let said = ask_line(&format!("ad - --format {format}")).stdin(format!("{ad}{cv}")).answered().stdout;
        assert!(
            !said.contains("Exemple") && !said.contains("exemple.org") && !said.contains("06 00"),
            "{said}"
        );
    }
}
