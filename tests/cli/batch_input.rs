//! `batch`: what of a file is read, and as what.

use serde_json::Value;

use super::asking::ask_line;
use super::batch::{batch, rows};

#[test]
fn french_files_are_read_as_spreadsheets_write_them() {
    let answer = batch("pay", "\u{feff}Prénom;Montant;Statut\r\nZoé;3 200,50;Cadre\r\n");
    let row = &rows(&answer)[0];
    assert_eq!((row["Prénom"].as_str(), row["Montant"].as_str()), ("Zoé", "3 200,50"));
    assert_eq!((row["gross_year"].as_str(), row["status"].as_str()), ("3200.5", "cadre"));
    let alone = batch("pay", "montant\n3200,50\n");
    assert_eq!(rows(&alone)[0]["gross_year"], "3200.5");
    for delimiter in ["\t", "|"] {
        let answer = batch("pay", format!("id{delimiter}amount\n1{delimiter}48000\n"));
        assert_eq!(rows(&answer)[0]["gross_year"], "48000");
    }
}

#[test]
fn a_column_comes_before_the_command_line() {
    let answer = batch("pay --status non-cadre", "amount,status\n48000,cadre\n48000,\n");
    let statuses: Vec<String> = rows(&answer).iter().map(|row| row["answer_status"].clone()).collect();
    assert_eq!(statuses, ["cadre", "non-cadre"]);
}

#[test]
fn an_object_a_line_keeps_its_own_fields_byte_for_byte() {
    let answer = batch("pay --format jsonl", "{\"z\": 1.50, \"amount\": 48000 }\n[1]\n{}\n");
    assert_eq!(answer.code, 1);
    let lines: Vec<&str> = answer.stdout.lines().collect();
    assert!(lines[0].starts_with("{\"z\": 1.50, \"amount\": 48000,\"status\":\"cadre\","), "{}", lines[0]);
    for line in lines {
        assert!(serde_json::from_str::<Value>(line).unwrap().is_object(), "{line}");
    }
}

#[test]
fn every_object_gives_its_own_fields() {
    let rows = "{\"amount\":48000}\n{\"staff\":250,\"tax\":\"scale\",\"amount\":48000,\"Part_Time\":80}\n{\"amount\":4000,\"per\":\"month\",\"year\":2025}\n";
    for (line, at) in [
        ("pay 48000", 0),
        ("pay 48000 --staff 250 --tax scale --part-time 80", 1),
        ("pay 4000 --per month --year 2025", 2),
    ] {
        let alone = ask_line(line).json();
        let row = batch("pay --format jsonl", rows).stdout;
        let row: Value = serde_json::from_str(row.lines().nth(at).unwrap()).unwrap();
        assert_eq!(row["net_after_tax_year"], alone["net_after_tax"]["year"], "{line}");
        let csv = batch("pay --columns employer_cost_year", rows).stdout;
        assert_eq!(csv.lines().nth(at + 1).unwrap(), alone["employer_cost"]["year"].to_string(), "{line}");
    }
}

#[test]
fn no_key_of_the_output_stands_twice() {
    let rows = "{\"amount\":48000}\n{\"amount\":50000,\"status\":\"cadre\",\"error\":\"x\"}\n";
    let row = batch("pay --format jsonl", rows).stdout;
    let row = row.lines().nth(1).unwrap();
    for key in
        ["\"status\":\"cadre\"", "\"answer_status\":\"cadre\"", "\"error\":\"x\"", "\"answer_error\":null"]
    {
        assert_eq!(row.matches(key).count(), 1, "{key}: {row}");
    }
    let csv = batch("pay", "amount,error,status,answer_status\n48000,x,cadre,y\n").stdout;
    let headings: Vec<&str> = csv.lines().next().unwrap().split(',').collect();
    for heading in ["error", "answer_error", "status", "answer_status", "answer_answer_status"] {
        assert_eq!(headings.iter().filter(|one| **one == heading).count(), 1, "{heading}: {headings:?}");
    }
}

#[test]
fn a_mistake_names_its_line_and_its_column() {
    let rows = "montant;statut;âge\nabc;;\n31000;foo;\n31000;apprentice;9\n";
    let error = |at: usize| {
        let answer = batch("pay --columns error", rows);
        answer.stdout.lines().nth(at).unwrap().trim_matches('"').to_owned()
    };
    assert!(error(1).starts_with("line 2: column `montant`: `abc` is no amount"), "{}", error(1));
    assert!(error(2).starts_with("line 3: column `statut`: unknown status `foo`"), "{}", error(2));
    assert!(error(3).starts_with("line 4: column `âge`: `9` will not do"), "{}", error(3));
}

#[test]
fn hostile_input_is_answered_row_by_row() {
    let long = format!("amount\n48000\n{}\n50000\n", "9".repeat(3_000_000));
    let answer = batch("pay", long);
    assert!(answer.code == 1 && answer.stdout.contains("line of more than 1 MB"), "{}", answer.stdout);
    assert!(answer.stdout.contains("\n50000,cadre"), "what follows is answered");

    let open = batch("pay", "id,amount\n1,48000\n\"2,49000\n3,50000\n");
    assert!(
        open.code == 1 && open.stdout.contains("never closes") && open.stdout.contains("\n3,50000,cadre"),
        "{}",
        open.stdout
    );

    let headings: Vec<String> = (0..10_000).map(|at| format!("c{at}")).chain(["amount".to_owned()]).collect();
    let wide = batch("pay", format!("{}\n{}48000\n", headings.join(","), ",".repeat(10_000)));
    assert!(wide.code == 0 && wide.stdout.contains(",48000,cadre"), "{}", wide.stderr);

    let nul = batch("pay", b"id,amount\n\0,48000\n2,4\x008\n");
    assert!(nul.code == 1 && nul.stdout.lines().count() == 3);
    assert_eq!(batch("pay", b"amount,status\n48000,\xff\xfe\n").code, 1);

    let ends = batch("pay", "amount\r\n48000\n49000\r\n\n50000");
    assert_eq!(rows(&ends).len(), 3);

    let only = batch("pay", "id,amount\n");
    assert!(only.code == 0 && only.stdout.lines().count() == 1);
    let empty = batch("pay", "");
    assert!(empty.code == 0 && empty.stdout.is_empty() && empty.stderr.contains("empty"));
    assert_eq!(batch("pay", "amount,Montant\n1,2\n").code, 2);
    assert_eq!(batch("pay", "a,b\n1,2\n").code, 2);

    let twice = batch("pay", "x,x,amount\n1,2,48000\n");
    assert!(twice.stdout.starts_with("x,x_2,amount,"), "{}", twice.stdout);
    assert!(twice.stderr.contains("their other columns are called: x_2"), "{}", twice.stderr);

    let formula = batch("pay", "note,amount\n=HYPERLINK(1),48000\n-5,48000\n");
    assert!(
        formula.stdout.contains("\n'=HYPERLINK(1),") && formula.stdout.contains("\n-5,"),
        "{}",
        formula.stdout
    );
    assert!(formula.stderr.contains("1 cell began like a formula"), "{}", formula.stderr);
}

#[test]
fn values_of_an_object_stay_as_they_are_written() {
    let input =
        "{\"amount\":48000,\"id\":7,\"x\":1.10,\"big\":12345678901234567890123,\"n\":null,\"o\":{\"a\":1}}\n";
    let kept = batch("pay --format jsonl --columns id,x,big,n,o,gross_year", input).stdout;
    assert_eq!(
        kept,
        "{\"id\":7,\"x\":1.10,\"big\":12345678901234567890123,\"n\":null,\"o\":{\"a\":1},\"gross_year\":48000}\n"
    );
    let csv = batch("pay --columns id,x,big", input).stdout;
    assert_eq!(csv, "id,x,big\n7,1.10,12345678901234567890123\n");
}

#[test]
fn a_field_has_one_meaning() {
    let answer = batch("pay --format jsonl", "{\"amount\":[48000,30000]}\n{\"amount\":1,\"amount\":2}\n");
    assert_eq!(answer.code, 1);
    assert!(answer.stdout.contains("column `amount`: a list; give one value"), "{}", answer.stdout);
    assert!(answer.stdout.contains("the key `amount` is given twice"), "{}", answer.stdout);
    let whole = batch("pay --columns gross_year,error", "{\"amount\":30000,\"children\":2.0}\n");
    assert!(whole.code == 0 && whole.stdout.contains("30000,"), "{}", whole.stdout);
}

#[test]
fn what_people_and_programs_write_is_read() {
    let excel = batch("pay --columns n,gross_year", "sep=;\namount;n\n48000;x\n");
    assert_eq!(excel.stdout, "n,gross_year\nx,48000\n");
    let programs = batch("pay --columns gross_year,error", "brut,enfants\n48000,2.0\n");
    assert_eq!(programs.stdout, "gross_year,error\n48000,\n");
    let french = batch("freelance --columns micro_turnover", "chiffre d'affaires\n90000\n");
    assert_eq!(french.stdout, "micro_turnover\n90000\n");
    let unknown = batch("pay --columns error", "amount,status\n48000,foo\n");
    assert!(unknown.stdout.contains("unknown status `foo`; known: cadre, non-cadre"), "{}", unknown.stdout);
    let latin = batch("pay --columns n", b"amount,n\n48000,caf\xe9\n");
    assert!(latin.stderr.contains("fields that are not in UTF-8: 1"), "{}", latin.stderr);
    let long = format!("{{\"amount\":1,\"x\":\"{}\"}}\n{{\"amount\":48000}}\n", "a".repeat(1_200_000));
    let long = batch("pay --format jsonl", long);
    assert!(long.code == 1 && long.stdout.contains("\"gross_year\":48000"), "{}", long.stderr);
}

#[test]
fn a_number_of_an_object_has_one_reading() {
    let input = "{\"amount\":3945.125,\"per\":\"month\",\"children\":2.0}\n";
    let answer = batch("pay --columns amount,children,gross_year,error", input);
    assert_eq!(answer.stdout, "amount,children,gross_year,error\n3945.125,2.0,47341.5,\n");
    let text = batch("pay", "{\"amount\":\"945.125\"}\n");
    assert!(text.code == 1 && text.stdout.contains("two ways"), "{}", text.stdout);
}

#[test]
fn amounts_are_read_in_the_language_of_the_run() {
    let french = batch(
        "pay --lang fr --columns gross_year,error",
        "amount;per\n48,500;year\n2,345;month\n3200,50;month\n",
    );
    assert!(french.stdout.contains("écrivez 48,50 ou 48500"), "{}", french.stdout);
    assert!(
        french.stdout.contains("écrivez 2,35 ou 2345") && french.stdout.contains("38406,"),
        "{}",
        french.stdout
    );
    let english = batch("pay --columns gross_year", "amount;per\n48,500;year\n");
    assert_eq!(english.stdout, "gross_year\n48500\n");
}

#[test]
fn what_is_missing_is_told_of_columns() {
    let error = |line: &str, input: &str| {
        let answer = batch(&format!("{line} --columns error"), input);
        assert_eq!(answer.code, 1, "{}", answer.stderr);
        answer.stdout
    };
    let unread = error("pay", "montant net,status\n48000,cadre\n");
    assert!(unread.contains("no column gives amount (not read: montant net)"), "{unread}");
    let empty = error("pay", "amount,status\n,cadre\n");
    assert!(empty.contains("column `amount` is empty"), "{empty}");
    let rate = error("freelance", "days,tarif net\n200,450\n");
    assert!(
        rate.contains("no column gives rate or daily-rate or turnover or like (not read: tarif net)"),
        "{rate}"
    );
    let hours = error("pay", "amount,heures\n48000,1\n");
    assert!(hours.contains("column `heures` goes with `--status intern` only"), "{hours}");
}

#[test]
fn a_heading_that_stands_twice_gives_no_argument() {
    let answer = batch("pay", "amount,amount\n48000,50000\n");
    assert!(answer.code == 2 && answer.stderr.contains("both give amount"), "{}", answer.stderr);
    let objects = batch("pay --format jsonl", "{\"amount\":1,\"montant\":2}\n{\"amount\":48000}\n");
    assert!(objects.code == 1 && objects.stdout.contains("\"gross_year\":48000"), "{}", objects.stderr);
}

#[test]
fn french_headings_are_read() {
    let heading = "salaire brut annuel,statut,année du contrat,âge";
    let answer = batch("pay --columns gross_year,status,error", format!("{heading}\n18000,apprenti,2,20\n"));
    assert_eq!(answer.stdout, "gross_year,status,error\n18000,apprentice,\n");
}
