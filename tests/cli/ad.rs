//! `ad`.

use serde_json::json;

use super::asking::{ask_line, pluck, unwrapped};

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

#[test]
fn a_pay_below_the_legal_floors_is_told_first() {
    let low = "Développeur PHP Symfony. CDI temps plein Paris. 1 500 € brut par mois";
    let report = ask_line("ad -").stdin(low).json();
    let floors = report["floors"].as_array().unwrap();
    let wage = floors.iter().find(|row| row["kind"] == "minimum-wage").unwrap();
    assert_eq!((&wage["amount"], &wage["below"]), (&json!(1867.02), &json!(true)));
    assert!(floors.iter().any(|row| row["kind"] == "syntec-etam" && row["below"] == true), "{floors:?}");
    let shown = ask_line("ad - --lang fr").stdin(low).answered().stdout;
    let (warning, terms) = (shown.find("En dessous du minimum légal"), shown.find("Rémunération"));
    assert!(warning.is_some() && warning < terms, "{shown}");
    let fair = ask_line("ad examples/ad.txt").json();
    assert!(!fair["floors"].as_array().unwrap().is_empty());
    assert!(!ask_line("ad examples/ad.txt").answered().stdout.contains("legal floor"));
    let part = "Développeur PHP. CDI temps partiel Paris. 1 500 € brut par mois";
    assert_eq!(ask_line("ad -").stdin(part).json()["floors"], json!([]));
}

#[test]
fn both_ends_of_a_range_are_shown_by_the_month() {
    let ad = "Développeur PHP. CDI Paris. 20-30 k€ brut par an";
    let report = ask_line("ad -").stdin(ad).json();
    assert!(report["offer"]["offer"]["monthly_gross_high"].as_f64() > Some(2400.0), "{report}");
    let shown = unwrapped(&ask_line("ad - --lang en").stdin(ad).answered().stdout);
    assert!(shown.contains("Gross a month €1,667–2,500"), "{shown}");
    assert!(shown.contains("The low end of the range. Below the legal floor"), "{shown}");
}

#[test]
fn short_english_terms_are_read() {
    let terms = |ad: &str| {
        let report = ask_line("ad -").stdin(ad).json();
        (report["contract"].clone(), report["remote_days"].clone())
    };
    assert_eq!(terms("Back-end developer, PHP. Permanent. Remote"), (json!("permanent"), json!(5)));
    assert_eq!(
        terms("Back-end developer, PHP\nLocation: Remote | Permanent"),
        (json!("permanent"), json!(5))
    );
    assert_eq!(terms("PHP developer. Hybrid. Remote, 2 days a week on site"), (json!(null), json!(3)));
    assert_eq!(
        terms("PHP developer. Remote possible. A permanent wish to learn"),
        (json!(null), json!(null))
    );
}

#[test]
fn what_no_share_of_skills_counts_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let cv = folder.path().join("cv.txt");
    std::fs::write(&cv, "Licence informatique. PHP, MySQL. Je n’ai jamais utilisé Kubernetes.").unwrap();
    let ad = "Développeur PHP. CDI, Paris.\nProfil : PHP exigé, Bac+5, 5 ans d’expérience minimum, anglais B2.\nUn plus : Kubernetes.";
    let line = format!("ad - --cv {}", cv.display());
    let fit = ask_line(&line).stdin(ad).json()["fit"].clone();
    assert_eq!(pluck(&fit["to_check"], "about"), ["study_level", "experience_years", "language"]);
    assert_eq!(pluck(&fit["to_check"], "met"), ["false", "null", "null"]);
    let lines = fit["lines"].as_array().unwrap();
    let denied = |id: &str| lines.iter().find(|line| line["id"] == id).unwrap()["denied"].clone();
    assert_eq!((denied("kubernetes"), denied("php")), (json!(true), json!(false)));
    let shown = unwrapped(&ask_line(&format!("{line} --lang en")).stdin(ad).answered().stdout);
    assert!(shown.contains("The CV says that it is not known."), "{shown}");
    let told = "To check yourself: a diploma of level Bac+5 (the CV: Bac+3); at least 5 years of experience; B2 English.";
    assert!(shown.contains(told), "{shown}");
}
