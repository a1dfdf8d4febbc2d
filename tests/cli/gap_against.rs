//! `gap` against chosen ads and sources.

use std::fs;

use serde_json::Value;

use super::asking::{ask_line, pluck, unwrapped};

#[test]
fn a_cv_is_held_against_a_folder_of_ads() {
    let report = ask_line("gap --have php,sql --against tests/corpus/ad").json();
    let against = &report["against"];
    assert_eq!(against["ads"], 12);
    let first = &against["skills"][0];
    assert!(first["must"].as_u64() >= Some(3) && against["coverage"].as_f64() > Some(0.0), "{first}");
}

#[test]
fn a_share_of_an_ad_says_what_it_leaves_out() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, ad: &str| fs::write(folder.path().join(name), ad).unwrap();
    write("one.txt", "Développeur back-end. Profil : PHP exigé, Bac+5, 5 ans d’expérience minimum.");
    let line = format!("gap - --against {} --lang fr", folder.path().display());
    let cv = "Licence informatique. PHP. Je ne connais pas Java.";
    let shown = unwrapped(&ask_line(&line).stdin(cv).answered().stdout);
    assert!(shown.contains("100 % des compétences que l’annonce exige"), "{shown}");
    assert!(shown.contains("À vérifier soi-même : un diplôme de niveau Bac+5 (le CV : Bac+3)"), "{shown}");
    write("two.txt", "Développeur back-end. Profil : PHP exigé, Bac+2. Un plus : Java.");
    let shown = unwrapped(&ask_line(&line).stdin(cv).answered().stdout);
    assert!(shown.contains("des compétences que ces 2 annonces exigent"), "{shown}");
    assert!(shown.contains("un diplôme (2 annonces, dont 1 au-dessus de celui du CV)"), "{shown}");
    assert!(shown.contains("Le CV dit ne pas la connaître."), "{shown}");
    let against = ask_line(&line).stdin(cv).json()["against"].clone();
    assert_eq!((&against["to_check"][0]["ads"], &against["to_check"][0]["unmet"]), (&2.into(), &1.into()));
}

#[test]
fn one_damaged_ad_of_a_folder_hides_nothing_of_the_others() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("good.txt"), "Développeur back-end. Profil : PHP exigé.").unwrap();
    fs::write(folder.path().join("scan.png"), b"\x89PNG\r\n").unwrap();
    let line = format!("gap --have php --against {}", folder.path().display());
    let answer = ask_line(&line).answered();
    assert!(answer.stderr.contains("left out: ") && answer.stderr.contains("scan.png"), "{}", answer.stderr);
    let report = ask_line(&line).json();
    assert_eq!((&report["against"]["ads"], report["unread_ads"].as_array().unwrap().len()), (&1.into(), 1));
    fs::remove_file(folder.path().join("good.txt")).unwrap();
    assert_eq!(ask_line(&line).answer().code, 1, "nothing could be read");
}

#[test]
fn a_cv_can_be_held_against_the_official_job_sheet_alone() {
    let report = ask_line("gap --have python,html,autonomie --source france-travail-rome").json();
    let counted = pluck(&report["have"], "counts");
    assert!(counted.iter().all(|counts| counts == "true"), "{counted:?}");
    assert!(report["coverage"].as_f64().unwrap() > 0.0);
    assert!(!pluck(&report["missing"], "id").iter().any(|id| id == "php"), "no sheet counts");
}

/// A CV and two ads to hold it against, on the command line.
fn beside_two_ads(folder: &tempfile::TempDir) -> String {
    let write = |name: &str, words: &str| {
        let path = folder.path().join(name);
        fs::write(&path, words).unwrap();
        path.display().to_string()
    };
    let cv = write("cv.txt", "Développeur\nPHP, MySQL\nEn cours d’apprentissage : Kubernetes\n");
    let one = write("one.txt", "Développeur\n\nProfil recherché\n- PHP\n- Kafka\n");
    let other =
        write("other.txt", "Développeur\n\nProfil recherché\n- Kafka\n- Kubernetes\n\nLes plus\n- PHP\n");
    format!("gap {cv} --against {one} {other}")
}

#[test]
fn rows_for_machines_carry_what_the_ads_ask() {
    let folder = tempfile::tempdir().unwrap();
    let line = beside_two_ads(&folder);
    let rows = ask_line(&format!("{line} --format jsonl")).answered().stdout;
    let rows: Vec<Value> = rows.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
    let of = |id: &str| {
        let row = rows.iter().find(|row| row["id"] == id).unwrap_or_else(|| panic!("{id}"));
        (
            row["status"].as_str().unwrap().to_owned(),
            row["must"].as_u64(),
            row["nice"].as_u64(),
            row["ads"].as_u64(),
        )
    };
    assert_eq!(of("php"), ("have".to_owned(), Some(1), Some(1), Some(2)));
    assert_eq!(of("kafka"), ("missing".to_owned(), Some(2), Some(0), Some(2)));
    assert_eq!(of("kubernetes"), ("learning".to_owned(), Some(1), Some(0), Some(1)));
    assert_eq!(of("mysql"), ("have".to_owned(), Some(0), Some(0), Some(0)));
    assert_eq!(rows.iter().filter(|row| row["id"] == "kafka").count(), 1);
    assert!(
        ask_line(&format!("{line} --format csv")).answered().stdout.lines().next().unwrap().contains("must")
    );
}

#[test]
fn ads_come_first_where_they_are_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let shown = ask_line(&format!("{} --lang fr", beside_two_ads(&folder))).answered().stdout;
    let title = unwrapped(shown.lines().next().unwrap());
    assert!(title.starts_with("Ce CV a 25 % des compétences que ces 2 annonces exigent"), "{shown}");
    let (ads, sheets) = (shown.find("Kafka"), shown.find("Ce qui est là"));
    assert!(ads.is_some() && ads < sheets, "{shown}");
    assert!(unwrapped(&shown).contains("de ce que les fiches demandent"), "{shown}");
}
