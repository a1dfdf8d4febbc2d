//! The sheet: what it says of the ways in, what gives way, and the forms that it has.

use super::asking::{answered, run};
use super::markup::text;

/// The rows of the table of programmes.
fn programmes(lang: &str) -> String {
    let page = answered(&format!("sheet --for pupil --lang {lang} --format markdown"));
    let title = if lang == "fr" { "## Comment y arriver" } else { "## Ways in" };
    let part = page.split(title).nth(1).unwrap().split("\n## ").next().unwrap();
    part.lines().filter(|line| line.starts_with('|')).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_states_a_fee_stays_and_what_says_little_more_than_a_name_gives_way() {
    let rows = programmes("fr");
    for kept in ["Master mention informatique", "Polytech", "École polytechnique", "| 42 |", "Supinfo"] {
        assert!(rows.contains(kept), "{kept} in {rows}");
    }
    assert!(!rows.contains("Hetic") && !rows.contains("(en général)"), "{rows}");
    let page = text(&answered("sheet --for pupil --lang fr"));
    assert!(page.contains("Citées aussi, sans place ici") && page.contains("Hetic"), "{page}");
}

#[test]
fn programmes_that_differ_by_name_and_town_only_share_a_line() {
    let rows = programmes("fr");
    let shared = rows.lines().find(|row| row.contains("Licence pro informatique")).unwrap();
    assert!(shared.contains("Lyon 1 / Paris-Saclay / Sorbonne"), "{shared}");
    assert!(shared.contains("Villeurbanne, Orsay, Paris"), "{shared}");
    assert_eq!(rows.matches("Licence pro").count(), 1, "{rows}");
}

#[test]
fn the_sheet_counts_the_cvec_and_the_total_since_the_bac_and_says_who_is_exempt() {
    for (lang, total, prep, exempt) in [
        ("fr", "Total depuis le bac", "+ prépa", "Les boursiers ne paient ni frais publics ni CVEC"),
        ("en", "Total since the bac", "+ prep", "Grant holders pay neither public fees nor the CVEC"),
    ] {
        let rows = programmes(lang);
        assert!(rows.contains(total) && rows.contains(prep) && rows.contains("849"), "{rows}");
        let page = text(&answered(&format!("sheet --for pupil --lang {lang}")));
        assert!(page.contains("105") && page.contains(exempt), "{page}");
    }
}

#[test]
fn a_form_of_one_table_is_refused_with_the_forms_that_serve() {
    for line in
        ["sheet --format csv", "sheet --format csv --excel", "sheet --format jsonl", "sheet --columns page"]
    {
        let output = run(&format!("{line} --lang en"));
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{line}: {told}");
        assert!(output.stdout.is_empty() && told.contains("html, xlsx, json"), "{line}: {told}");
    }
}

#[test]
fn in_markdown_what_stands_in_a_section_has_a_lower_title() {
    let page = answered("sheet --lang fr --format markdown");
    assert!(page.contains("\n## Le métier\n") && page.contains("\n### Ce que l’on fait\n"), "{page}");
}
