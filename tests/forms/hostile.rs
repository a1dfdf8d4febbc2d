//! Hostile facts of a user's are harmless in every form: seen, escaped, inert.

use std::fs;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use serde_json::json;

use super::asking::{folder, run_words};
use super::markup::tags;

const SCRIPT: &str = "<script>alert(1)</script><b>&\"'";
const REVERSED: &str = "a\u{202e}b\u{1b}[31mc\u{7}";
const FORMULA: &str = "=HYPERLINK(\"http://x\",\"y\")";

/// A folder of facts that try to be more than facts.
fn hostile() -> PathBuf {
    let folder = folder("hostile");
    let text = |text: &str| json!({ "fr": text, "en": text });
    let sources = json!({ "sources": [{
        "id": "evil", "kind": "reference", "short": text(SCRIPT), "title": text(FORMULA),
        "publisher": REVERSED, "year": 2025, "url": "https://x.fr/\"onmouseover=\"alert(1)", "note": null
    }]});
    let programme = |id: &str, name: &str, url: &str| {
        json!({
            "id": id, "name": text(name), "level": "bac+3", "kind": "bachelor", "sector": "private", "entry": null,
            "admission": text(SCRIPT), "duration_months": null, "tuition": null, "apprenticeship": text(FORMULA),
            "providers": [{ "name": FORMULA, "city": "Metz", "url": url }], "sources": ["evil"], "inferred": []
        })
    };
    let training = json!({ "programmes": [
        programme("evil-one", SCRIPT, "https://x.fr/?a=1&b=\"><script>"),
        programme("evil-two", REVERSED, "http://x.fr/%22"),
        programme("evil-three", FORMULA, "https://x.fr")
    ]});
    fs::write(folder.join("sources.json"), sources.to_string()).unwrap();
    fs::write(folder.join("training.json"), training.to_string()).unwrap();
    folder
}

fn asked(folder: &Path, words: &[&str]) -> Vec<u8> {
    let mut all = words.to_vec();
    all.extend(["--data", folder.to_str().unwrap()]);
    let output = run_words(&all);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

const QUESTIONS: [&[&str]; 4] = [
    &["training", "--city", "Metz"],
    &["training"],
    &["sources", "evil"],
    &["sheet", "--name", "<script>x</script>\u{202e}"],
];

#[test]
fn a_page_shows_it_and_runs_nothing() {
    let folder = hostile();
    for question in QUESTIONS {
        let page = String::from_utf8(asked(&folder, &[question, &["--format", "html"]].concat())).unwrap();
        for tag in tags(&page) {
            assert!(tag.name != "script", "{question:?}: {tag:?}");
            for (name, value) in &tag.attributes {
                assert!(!name.starts_with("on"), "{question:?}: {tag:?}");
                assert!(
                    name != "href" || !value.to_lowercase().contains("javascript"),
                    "{question:?}: {tag:?}"
                );
            }
        }
        assert!(!page.contains(['\u{202e}', '\u{1b}', '\u{7}']), "{question:?}");
    }
    let page =
        String::from_utf8(asked(&folder, &["training", "--city", "Metz", "--format", "html"])).unwrap();
    assert!(
        page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;&amp;")
            && page.contains("&lt;U+202E&gt;"),
        "{page}"
    );
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_spreadsheet_computes_nothing() {
    let folder = hostile();
    let bytes = asked(&folder, &["training", "--city", "Metz", "--format", "xlsx"]);
    let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let mut seen = false;
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name}");
        let range = book.worksheet_range(&name).unwrap();
        seen |= range.rows().flatten().any(|cell| *cell == Data::String(FORMULA.to_owned()));
    }
    assert!(seen, "the text itself is there");
    for format in [&["--format", "csv"][..], &["--excel"][..]] {
        let shown =
            String::from_utf8(asked(&folder, &[&["training", "--city", "Metz"], format].concat())).unwrap();
        let delimiter = if format[0] == "--excel" { b';' } else { b',' };
        let mut csv = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .from_reader(shown.trim_start_matches('\u{feff}').as_bytes());
        for record in csv.records() {
            for field in &record.unwrap() {
                assert!(!field.starts_with(['=', '@', '+']), "{field}");
            }
        }
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_terminal_and_its_files_obey_nothing() {
    let folder = hostile();
    for question in QUESTIONS {
        for format in
            [&["--format", "table"][..], &["--format", "markdown"], &["--plain"], &["--format", "json"]]
        {
            let shown = String::from_utf8(asked(&folder, &[question, format].concat())).unwrap();
            assert!(!shown.contains(['\u{202e}', '\u{1b}', '\u{7}']), "{question:?} {format:?}: {shown}");
        }
        let markdown =
            String::from_utf8(asked(&folder, &[question, &["--format", "markdown"]].concat())).unwrap();
        assert!(!markdown.contains("<script") && !markdown.contains("<b>"), "{markdown}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn an_address_that_is_a_script_is_no_link() {
    // The data refuses such an address; a question's words may hold one all the same.
    let output = run_words(&["search", "javascript:alert(1)", "--format", "html"]);
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(
        tags(&page).iter().all(|tag| !tag.get("href").is_some_and(|href| href.contains("javascript"))),
        "{page}"
    );
    assert!(page.contains("javascript:alert(1)"));
}
