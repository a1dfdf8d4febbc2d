//! `skills`.

use super::asking::{ask_line, pluck};

#[test]
fn what_most_sheets_ask_for_comes_first() {
    let report = ask_line("skills").json();
    let cited: Vec<u64> = report["skills"]
        .as_array()
        .unwrap()
        .iter()
        .map(|skill| skill["cited_by"].as_u64().unwrap())
        .collect();
    assert!(cited.is_sorted_by(|a, b| a >= b) && cited[0] >= 3, "{cited:?}");
}

#[test]
fn kind_and_category_combine() {
    let report = ask_line("skills --kind hard --category langages,database").json();
    let categories = pluck(&report["skills"], "category");
    assert!(categories.iter().all(|category| category == "language" || category == "database"));
    assert!(pluck(&report["skills"], "id").contains(&"php".to_owned()));
    let soft = ask_line("skills --kind soft").json();
    assert!(pluck(&soft["skills"], "kind").iter().all(|kind| kind == "soft"));
}

#[test]
fn a_misplaced_skill_is_marked_and_explained_below() {
    let shown = ask_line("skills --category framework").answered().stdout;
    assert!(shown.contains("React¹") || shown.contains("Angular¹"), "{shown}");
    assert!(shown.to_lowercase().contains("front-end") || shown.contains("front end"), "{shown}");
    let report = ask_line("skills --category framework").json();
    let react = report["skills"].as_array().unwrap().iter().find(|skill| skill["id"] == "react").unwrap();
    assert_eq!(react["caveat"]["kind"], "misplaced");
}

#[test]
fn aliases_are_there_for_machines() {
    let report = ask_line("skills --category language").json();
    let skills = report["skills"].as_array().unwrap();
    let javascript = skills.iter().find(|skill| skill["id"] == "javascript").unwrap();
    assert!(javascript["aliases"].as_array().unwrap().iter().any(|alias| alias == "JS"));
}

#[test]
fn the_vocabulary_stands_beside_what_sources_name() {
    let by_default = ask_line("skills").json();
    assert!(by_default["skills"].as_array().unwrap().iter().all(|skill| skill["origin"] == "sheet"));
    let containers = ask_line("skills --category containers").json();
    assert!(pluck(&containers["skills"], "id").contains(&"docker".to_owned()), "{containers}");
    let ours = ask_line("skills --origin vocabulary").json();
    assert_eq!(ours["skills"].as_array().unwrap().len(), 136);
    let told = ask_line("skills --lang fr").answered().stdout;
    assert!(super::asking::unwrapped(&told).contains("136 autres compétences"), "{told}");
}
