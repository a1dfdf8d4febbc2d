//! `batch`: what it answers, row by row and in sum.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::tempdir;

use super::asking::{Answer, ask, ask_line};

pub fn batch(line: &str, input: impl AsRef<[u8]>) -> Answer {
    ask_line(&format!("batch {line}")).stdin(input).answer()
}

/// The rows of the output under their headings.
pub fn rows(answer: &Answer) -> Vec<std::collections::BTreeMap<String, String>> {
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
fn a_group_without_a_summary_is_told_with_an_example_that_has_one() {
    let answer = batch("pay --by level", "amount,level\n48000,junior\n");
    assert!(answer.code == 2 && answer.stderr.contains("--summary --by level"), "{}", answer.stderr);
}
