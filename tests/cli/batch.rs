//! `batch`.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::tempdir;

use super::asking::{Answer, ask, ask_line};

fn batch(line: &str, input: impl AsRef<[u8]>) -> Answer {
    ask_line(&format!("batch {line}")).stdin(input).answer()
}

/// The rows of the output under their headings.
fn rows(answer: &Answer) -> Vec<std::collections::BTreeMap<String, String>> {
    csv::Reader::from_reader(answer.stdout.as_bytes()).deserialize().map(Result::unwrap).collect()
}

#[test]
fn each_row_has_the_answer_that_the_command_gives() {
    let kinds = [
        ",,,,,,,,",
        "net,month,cadre,250,scale,,couple,2,",
        "cost,year,non-cadre,5,neutral,2025,,,",
        "net-after-tax,month,,60,,2026,,,80",
        "gross,year,apprentice,,,,,,",
    ];
    // The first row of a kind goes the usual way, the second the direct one.
    let amounts =
        [("3200", "2950.75"), ("3200", "4100"), ("61234.5", "29000"), ("1700", "2900"), ("18000", "15000")];
    let row = |(first, second): (&str, &str), kind: &str| format!("{first},{kind}\n{second},{kind}\n");
    let body: String = amounts.into_iter().zip(kinds).map(|(pair, kind)| row(pair, kind)).collect();
    let answer =
        batch("pay", format!("amount,from,per,status,staff,tax,year,household,children,part-time\n{body}"));
    assert_eq!((answer.code, rows(&answer).len()), (0, 10), "{}", answer.stdout);
    for row in &rows(&answer) {
        let mut args = vec!["pay".to_owned(), row["amount"].clone()];
        for option in ["from", "per", "status", "staff", "tax", "year", "household", "children", "part-time"]
        {
            if !row[option].is_empty() {
                args.extend([format!("--{option}"), row[option].clone()]);
            }
        }
        let alone = ask(&args).json();
        for (key, one) in [
            ("gross_year", &alone["gross"]["year"]),
            ("net_before_tax_year", &alone["net_before_tax"]["year"]),
            ("taxable_year", &alone["taxable"]["year"]),
            ("tax_year", &alone["tax"]["amount"]),
            ("net_after_tax_year", &alone["net_after_tax"]["year"]),
            ("employer_cost_year", &alone["employer_cost"]["year"]),
            ("net_before_tax_month", &alone["net_before_tax"]["month"]),
            ("net_after_tax_month", &alone["net_after_tax"]["month"]),
        ] {
            assert_eq!(row[key], one.to_string(), "{args:?} {key}");
        }
        assert_eq!(row["answer_status"], alone["status"].as_str().unwrap());
    }
}

#[test]
fn the_direct_way_and_the_usual_way_give_the_same() {
    // The first row of a kind takes the usual way, the others the direct one. Spaces make each row a kind of its own.
    let row = |at: usize, spaces: usize| format!("{},cadre{}\n", 1_000 + at * 2_791, " ".repeat(spaces));
    let table = |spaces: fn(usize) -> usize| -> String { (0..60).map(|at| row(at, spaces(at))).collect() };
    let figures = |answer: &Answer| -> Vec<String> {
        answer.stdout.lines().skip(1).map(|line| line.splitn(3, ',').nth(2).unwrap().to_owned()).collect()
    };
    for line in ["pay", "pay --from cost", "pay --from net-after-tax --part-time 60"] {
        let direct = batch(line, format!("amount,status\n{}", table(|_| 0)));
        let apart = batch(line, format!("amount,status\n{}", table(|at| at)));
        assert_eq!(figures(&direct), figures(&apart), "{line}");
        assert_eq!(figures(&direct).len(), 60);
    }
}

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
fn a_bad_row_is_kept_with_its_message_and_the_others_are_answered() {
    let answer = batch("pay", "id,amount\n1,48000\n2,abc\n3,1,2\n4,\n5,50000\n");
    assert_eq!(answer.code, 1);
    let rows = rows(&answer);
    assert_eq!(rows.iter().map(|row| row["id"].as_str()).collect::<Vec<_>>(), ["1", "2", "3", "4", "5"]);
    let told: Vec<bool> = rows.iter().map(|row| row["error"].is_empty()).collect();
    assert_eq!(told, [true, false, false, false, true]);
    assert!(rows[1]["error"].starts_with("line 3: ") && rows[1]["error"].contains("`abc` is no amount"));
    assert!(answer.stderr.contains("rows: 5, errors: 3"), "{}", answer.stderr);
}

#[test]
fn strict_stops_and_errors_are_listed_in_a_file() {
    let input = "amount\n48000\nabc\n";
    let strict = batch("pay --strict", input);
    assert_eq!(strict.code, 3);
    assert!(strict.stderr.contains(":3") && strict.stderr.contains("abc"), "{}", strict.stderr);
    let folder = tempdir().unwrap();
    let file = folder.path().join("errors.csv");
    let answer = batch(&format!("pay --errors {}", file.display()), input);
    assert_eq!(answer.code, 1);
    let told = std::fs::read_to_string(file).unwrap();
    assert!(told.starts_with("line,message\n3,"), "{told}");
}

#[test]
fn every_command_answers_rows() {
    let ad = std::fs::read_to_string("examples/ad.txt").unwrap();
    let ad = serde_json::json!({ "text": ad }).to_string();
    for (line, input, key, value) in [
        ("offer", "amount,level\n45k,junior\n", "annual_gross", "45000"),
        ("freelance --days 200", "tjm\n450\n", "micro_turnover", "90000"),
        ("payback", "name,current\nbut-mmi,30k\n", "programmes", "but-mmi"),
        ("gap", "have\n\"php,sql\"\n", "have_ids", "php; sql"),
        ("gap", "text\nJe connais PHP et SQL\n", "have_ids", "php; sql"),
        ("ad", ad.as_str(), "city", "Nantes"),
    ] {
        let answer = batch(line, input);
        assert_eq!(answer.code, 0, "{line}: {} {}", answer.stderr, answer.stdout);
        assert_eq!(rows(&answer)[0][key], value, "{line}");
    }
}

#[test]
fn many_cvs_are_answered_as_one_is() {
    let cv = std::fs::read_to_string("examples/cv.md").unwrap();
    let input = serde_json::json!({ "text": cv }).to_string();
    let alone = ask_line("gap examples/cv.md").json();
    for row in rows(&batch("gap", format!("{input}\n{input}\n"))) {
        assert_eq!(row["coverage"], alone["coverage"].to_string());
        assert_eq!(row["have_ids"], super::asking::pluck(&alone["have"], "id").join("; "));
        assert_eq!(row["missing_ids"], super::asking::pluck(&alone["missing"], "id").join("; "));
    }
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
fn columns_are_chosen_and_threads_change_nothing() {
    let input = (0..30_000).fold(String::new(), |text, row| text + &format!("{row},{}\n", 20_000 + row));
    let input = format!("id,amount\n{input}");
    let one = batch("pay --jobs 1 --columns id,net_after_tax_year,error", &input);
    let four = batch("pay --jobs 4 --columns id,net_after_tax_year,error", &input);
    assert_eq!(one.code, 0, "{}", one.stderr);
    assert!(one.stdout == four.stdout && one.stdout.starts_with("id,net_after_tax_year,error\n0,"));
    assert_eq!(one.stdout.lines().count(), 30_001);
    assert_eq!(batch("pay --columns nothing", &input).code, 2);
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
#[cfg(target_os = "linux")]
fn a_terminal_sees_how_far_the_rows_are_unless_it_is_to_be_quiet() {
    let folder = tempdir().unwrap();
    let input = folder.path().join("rows.csv");
    // Apprentices are questions of their own, and take their time.
    let rows = (0..3_000).map(|row| format!("{},apprentice,{}\n", 900 + row % 500, 16 + row % 8));
    std::fs::write(&input, rows.fold("amount,status,age\n".to_owned(), |text, row| text + &row)).unwrap();
    let program = env!("CARGO_BIN_EXE_backend-career");
    let shown = |more: &str| {
        let line = format!(
            "{program} --lang en batch pay --per month --input {} {more} >/dev/null",
            input.display()
        );
        let run = Command::new("script").args(["-qec", &line, "/dev/null"]).output();
        String::from_utf8_lossy(&run.expect("script is part of every Debian").stdout).into_owned()
    };
    let told = shown("");
    assert!(told.contains("/s, 00:00:"), "{told:?}");
    assert!(told.contains("rows: 3000, errors: 0, "), "{told:?}");
    assert!(shown("-q").trim().is_empty());
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("answers.csv");
    let line = format!("pay --output {}", file.display());
    assert_eq!(batch(&line, "amount\n48000\n").code, 0);
    assert!(std::fs::read_to_string(&file).unwrap().contains("48000,cadre"));
    assert_eq!(batch(&line, "amount\n1\n").code, 1, "it is there already");
    assert_eq!(batch(&format!("{line} --strict --force"), "amount\nabc\n").code, 3);
    assert!(std::fs::read_to_string(&file).unwrap().contains("48000,cadre"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    let book = folder.path().join("answers.xlsx");
    assert_eq!(batch(&format!("pay --output {}", book.display()), "amount\n48000\n").code, 0);
    assert!(std::fs::read(book).unwrap().starts_with(b"PK"));
}

#[test]
fn a_summary_counts_and_orders() {
    let report = ask_line("batch pay --input examples/salaries.csv --summary --by level").json();
    let gross = |group: &str| {
        let lines = report["figures"].as_array().unwrap();
        lines.iter().find(|line| line["group"] == group && line["figure"] == "gross_year").unwrap().clone()
    };
    let confirmed = gross("confirmed");
    assert_eq!(
        (&confirmed["count"], &confirmed["min"], &confirmed["median"]),
        (&3.into(), &42000.0.into(), &45500.0.into())
    );
    // Between 42 000 and 45 500, a fifth of the way.
    assert_eq!(confirmed["p10"], 42_700.0);
    assert_eq!(report["rows"], 7);
    assert_eq!(batch("pay --summary --by nothing", "amount\n1\n").code, 2);
}

#[test]
fn a_summary_tells_counts_from_euros_and_breaks_no_word() {
    let input = "amount\n48000\n32000\n40000\n61000\n";
    let shown = batch("offer --summary --lang fr --width 80", input).stdout;
    let line = |start: &str| shown.lines().find(|line| line.starts_with(start)).unwrap_or_default();
    assert!(line("Confirmé, chiffres égaux").ends_with("0        0,7         1"), "{shown}");
    assert!(line("Brut par an").ends_with("61 000 €"), "{shown}");
    assert!(
        !shown.contains("Groupe") && !shown.contains('_'),
        "no group was asked for, no key is broken: {shown}"
    );
    let chart = shown.split("Du premier au neuvième décile\n").nth(1).unwrap();
    assert!(chart.contains("Brut par an") && !chart.contains("Confirmé"), "counts are no euros: {shown}");

    let headings = batch("offer --summary --format csv", input).stdout;
    assert!(
        headings.starts_with("group,figure,label_fr,label_en,count,min,p10,median,p90,max,"),
        "{headings}"
    );
    let by = batch("pay --summary --by team --lang fr --width 80", "amount,team\n40000,A\n45000,B\n").stdout;
    assert!(
        by.contains("team  Chiffre") && by.contains("Brut par an, du premier au neuvième décile"),
        "{by}"
    );
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
fn a_full_disk_fails_and_says_so() {
    if let Ok(full) = File::options().write(true).open("/dev/full") {
        let input: String = (0..20_000).map(|_| "48000\n").collect();
        let answer = ask_line("batch pay").stdin(format!("amount\n{input}")).stdout(full).answer();
        assert_eq!(answer.code, 1);
        assert!(answer.stderr.contains("no space left"), "{}", answer.stderr);
    }
}

/// A program that is still being fed.
fn fed(line: &str) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_backend-career"))
        .args(line.split(' '))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn a_row_is_answered_while_the_next_is_still_to_come() {
    let mut child = fed("batch pay --columns net_before_tax_year");
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"amount\n48000\n").unwrap();
    let mut got = vec![0; "net_before_tax_year\n37652.04\n".len()];
    // Blocks for ever if the answer waits for more input.
    child.stdout.as_mut().unwrap().read_exact(&mut got).unwrap();
    assert_eq!(got, b"net_before_tax_year\n37652.04\n");
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_goes_away_ends_the_run_quietly() {
    let mut child = fed("batch pay");
    let mut stdin = child.stdin.take().unwrap();
    drop(child.stdout.take());
    let _ = stdin.write_all(format!("amount\n{}", "48000\n".repeat(100_000)).as_bytes());
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_row_says_whether_its_salary_is_the_only_one_and_above_the_minimum_wage() {
    let rows = "amount,from,status\n94000,cost,\n32619.30,net-after-tax,\n48000,gross,\n20000,gross,non-cadre\n40000,net,\n";
    let csv = batch("pay --columns solutions,below_minimum_wage,gross_year", rows).stdout;
    let lines: Vec<&str> = csv.lines().skip(1).collect();
    let begins = ["nearest,false,", "several,false,", "one,false,48000", "one,true,20000", "one,false,"];
    assert!(lines.iter().zip(begins).all(|(line, begin)| line.starts_with(begin)), "{lines:?}");
    let json = batch("pay --format jsonl", "{\"amount\":48000}\n{\"amount\":48000}\n").stdout;
    for line in json.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        assert_eq!((&row["solutions"], &row["below_minimum_wage"]), (&"one".into(), &false.into()));
    }
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
fn an_option_that_rows_cannot_have_is_refused() {
    for (line, said) in [
        ("pay --output foo.html", "the ending `.html`"),
        ("pay --sort amount", "rows keep their order"),
        ("pay --lines", "rows keep their order"),
        ("pay --errors a.csv --output ./a.csv", "do not go into one file"),
        ("pay --errors a.csv --input ./a.csv --force", "would replace the input"),
    ] {
        let answer = batch(line, "amount\n48000\n");
        assert!(answer.code == 2 && answer.stderr.contains(said), "{line}: {}", answer.stderr);
    }
}

#[test]
fn what_was_answered_before_a_strict_stop_is_there() {
    let answer = batch("pay --strict --columns gross_year", "amount\n48000\nabc\n50000\n");
    assert_eq!((answer.code, answer.stdout.as_str()), (3, "gross_year\n48000\n"));
    let lines = batch("pay --strict --format jsonl --columns gross_year", "amount\n48000\nabc\n");
    assert_eq!((lines.code, lines.stdout.as_str()), (3, "{\"gross_year\":48000}\n"));
}

#[test]
fn the_figures_of_an_answer_are_all_there() {
    let young =
        batch("pay", "amount,per,age,status\n300,month,20,apprentice\n,,20,apprentice\n48000,,,cadre\n");
    let rows = rows(&young);
    let of = |at: usize, key: &str| rows[at][key].as_str();
    assert_eq!([of(0, "below_minimum_wage"), of(1, "below_minimum_wage")], ["true", "false"]);
    assert_eq!([of(0, "aid_year"), of(2, "aid_year")], ["2000", "0"]);
    assert_eq!([of(2, "taxable_year"), of(2, "taxable_urssaf_year")], ["39287.52", "40007.52"]);
    let intern = batch("pay", "amount,per,status\n100,month,intern\n");
    assert_eq!(self::rows(&intern)[0]["below_minimum_wage"], "true");
    let like = self::rows(&batch("freelance", "like\n48000\n"));
    for key in ["sasu_daily_rate", "ei_turnover", "eurl_daily_rate", "micro_contributions", "ei_tax"] {
        assert!(like[0][key].parse::<f64>().unwrap() > 0.0, "{key}");
    }
    let offer = self::rows(&batch("offer", "amount\n42-48k\n"));
    assert_eq!((offer[0]["monthly_gross_high"].as_str(), offer[0]["status"].as_str()), ("4000", "cadre"));
}

#[test]
fn the_direct_way_has_the_figures_that_were_added_later() {
    let row = |at: usize, spaces: usize| format!("{},cadre{}\n", 20_000 + at * 3_111, " ".repeat(spaces));
    let table = |spaces: fn(usize) -> usize| -> String { (0..20).map(|at| row(at, spaces(at))).collect() };
    let line = "pay --monthly-pays 13 --columns gross_year,taxable_urssaf_year,aid_year,below_minimum_wage";
    let figures = |rows: String| batch(line, format!("amount,status\n{rows}")).stdout;
    let direct = figures(table(|_| 0));
    assert!(
        direct.starts_with("gross_year,taxable_urssaf_year,aid_year,below_minimum_wage\n20000,"),
        "{direct}"
    );
    assert_eq!(direct, figures(table(|at| at)));
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

#[test]
fn a_group_without_a_summary_is_told_with_an_example_that_has_one() {
    let answer = batch("pay --by level", "amount,level\n48000,junior\n");
    assert!(answer.code == 2 && answer.stderr.contains("--summary --by level"), "{}", answer.stderr);
}
