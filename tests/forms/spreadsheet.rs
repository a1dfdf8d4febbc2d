//! Workbooks read back, and CSV as a French Excel takes it.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

use super::asking::{answered, questions, run};

fn workbook(line: &str) -> Xlsx<Cursor<Vec<u8>>> {
    let output = run(&format!("{line} --format xlsx"));
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    open_workbook_from_rs(Cursor::new(output.stdout)).unwrap()
}

#[test]
fn every_answer_is_a_workbook_with_headings_and_notes() {
    for question in questions() {
        for lang in ["fr", "en"] {
            let mut book = workbook(&format!("{question} --lang {lang}"));
            let names = book.sheet_names();
            assert!(names.len() >= 2 && names.contains(&"Notes".to_owned()), "{question}: {names:?}");
            assert!(names.iter().all(|name| name.encode_utf16().count() <= 31), "{names:?}");
            for name in &names {
                let sheet = book.worksheet_range(name).unwrap();
                let headings = sheet.headers().unwrap();
                assert!(
                    sheet.height() > 1 && headings.iter().all(|heading| !heading.is_empty()),
                    "{question} {name}"
                );
                assert!(book.worksheet_formula(name).unwrap().is_empty(), "{question} {name}");
            }
        }
    }
}

#[test]
fn a_sheet_is_named_after_its_table_in_whole_words() {
    for (line, names) in [
        ("ad examples/ad.txt --cv examples/cv.md --lang en", ["Skill", "The CV 4 of the 7 required"]),
        ("sheet --lang fr", ["Comment y arriver", "Ce que l’on fait"]),
        ("training --lang en", ["Training for back-end", "What the sources say"]),
    ] {
        let found = workbook(line).sheet_names();
        for name in names {
            assert!(found.contains(&name.to_owned()), "{line}: {found:?}");
        }
    }
}

#[test]
fn numbers_are_numbers_and_headings_are_of_the_language() {
    let mut book = workbook("salary --lang fr");
    let sheet = book.worksheet_range("Qui dit quoi").unwrap();
    let headings = sheet.headers().unwrap();
    let column = |name: &str| {
        headings
            .iter()
            .position(|heading| heading == name)
            .unwrap_or_else(|| panic!("{name} in {headings:?}"))
    };
    let rows: Vec<&[Data]> = sheet.rows().skip(1).collect();
    let sheet_of = |source: &str| {
        rows.iter().find(|row| row[column("Source")] == Data::String(source.to_owned())).unwrap()
    };
    assert_eq!(sheet_of("Onisep")[column("Par an (de)")], Data::Float(24_000.0));
    assert_eq!(sheet_of("Adabot")[column("Année")], Data::Float(2023.0));
    let notes = rows.iter().map(|row| row[column("Notes")].to_string()).collect::<String>();
    assert!(notes.contains("Glassdoor"), "{notes}");
    let about = book.worksheet_range("Notes").unwrap();
    let told: String = about.rows().flatten().map(ToString::to_string).collect();
    assert!(
        told.contains("Montants bruts")
            && told.contains("novembre 2026")
            && told.contains("backend-career salary"),
        "{told}"
    );
    let sources = book.worksheet_range("Sources").unwrap();
    assert!(
        sources
            .rows()
            .any(|row| row[0] == Data::String("Onisep".to_owned()) && row[3] == Data::Float(2024.0))
    );
}

#[test]
fn a_terminal_is_not_written_over_with_a_workbook() {
    // Not on a terminal here: the bytes come, and they are a workbook.
    assert!(run("salary --format xlsx").stdout.starts_with(b"PK"));
}

#[test]
fn a_french_excel_reads_the_csv() {
    let shown = answered("salary --format csv --excel --lang fr");
    let mut lines = shown.strip_prefix('\u{feff}').unwrap().split("\r\n");
    let headings = lines.next().unwrap();
    assert!(
        headings.starts_with("Qui;Niveau;Source;") && headings.contains("Par an (de);Par an (à)"),
        "{headings}"
    );
    let mut csv = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(shown.trim_start_matches('\u{feff}').as_bytes());
    let width = csv.headers().unwrap().len();
    assert!(csv.records().all(|record| record.unwrap().len() == width));
    let decimals = answered("training --city Metz --excel --lang fr");
    assert!(decimals.contains(";5733,33;"), "{decimals}");
    assert_eq!(answered("salary --excel --lang fr"), shown, "the flag alone says CSV");
}

#[test]
fn no_table_form_loses_a_reservation() {
    for line in ["salary --format csv", "salary --format jsonl"] {
        let shown = answered(line);
        for said in [
            "Chiffre pour lequel la fiche renvoie à Glassdoor",
            "Figure for which",
            "Montants bruts",
            "Gross amounts",
        ] {
            assert!(shown.contains(said), "{line}: {said}");
        }
    }
    let csv = answered("salary --format csv");
    assert!(csv.lines().next().unwrap().ends_with("notes_fr,notes_en,remarks_fr,remarks_en"), "{csv}");
    assert!(answered("salary --columns notes --lang en").contains("Glassdoor"));
}
