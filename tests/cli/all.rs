//! What every command promises, tried on every command.

use std::fs::File;
use std::io::Read;
use std::os::unix::ffi::OsStringExt;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::asking::{ask, ask_line, commands};
use super::questions::QUESTIONS;

/// The name of the report that answers a question.
fn report_name(question: &str) -> String {
    let mut words = question.split(' ');
    match words.next() {
        Some("data") => format!("data-{}", words.next().unwrap_or_default()),
        name => name.unwrap_or_default().to_owned(),
    }
}

#[test]
fn every_command_that_answers_is_asked_something() {
    for name in commands() {
        let no_report = ["completions", "man", "explore"].contains(&name.as_str());
        let asked = QUESTIONS.iter().any(|question| question.split(' ').next() == Some(name.as_str()));
        assert!(asked || no_report, "{name} is in no question");
    }
}

#[test]
fn json_has_schema_and_edition_and_is_the_same_in_every_locale() {
    for question in QUESTIONS {
        let name = report_name(question);
        let in_locale =
            |locale: &str| ask_line(question).env("LC_ALL", locale).env("LANG", locale).json().to_string();
        let report: Value = serde_json::from_str(&in_locale("C")).unwrap();
        assert_eq!(report["schema"], format!("backend-career/{name}/1"), "{question}");
        assert_eq!(report["edition"], "2026-11-25", "{question}");
        assert_eq!(in_locale("C"), in_locale("fr_FR.UTF-8"), "{question}");
    }
}

/// The questions that a table answers; a sheet brings several answers together.
fn of_one_table() -> impl Iterator<Item = &'static str> {
    QUESTIONS.iter().copied().filter(|question| !question.starts_with("sheet"))
}

#[test]
fn json_lines_and_csv_carry_the_same_records_in_every_locale() {
    for question in of_one_table() {
        let lines = |locale: &str| {
            ask_line(&format!("{question} --format jsonl")).env("LC_ALL", locale).answered().stdout
        };
        let records: Vec<Value> =
            lines("C").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(!records.is_empty() && records.iter().all(Value::is_object), "{question}");
        assert_eq!(ask_line(question).csv().len(), records.len(), "{question}");
        assert_eq!(lines("C"), lines("fr_FR.UTF-8"), "{question}");
        let csv = |locale: &str| {
            ask_line(&format!("{question} --format csv")).env("LC_ALL", locale).answered().stdout
        };
        assert_eq!(csv("C"), csv("fr_FR.UTF-8"), "{question}");
    }
}

#[test]
fn people_get_no_escape_byte_unless_colour_is_on() {
    for question in QUESTIONS {
        let rows = of_one_table().any(|other| other == *question);
        let formats = ["table", "markdown", "json", "csv", "jsonl"];
        for format in &formats[..if rows { 5 } else { 3 }] {
            let line = format!("{question} --format {format}");
            assert!(!ask_line(&line).answered().stdout.contains('\u{1b}'), "{line}");
        }
        let coloured = ask_line(&format!("{question} --format table --color always")).answered().stdout;
        assert!(coloured.contains('\u{1b}'), "{question}");
        let plain = ask_line(&format!("{question} --format table")).answered().stdout;
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain, "{question}");
    }
}

#[test]
fn no_line_is_longer_than_the_terminal() {
    for question in QUESTIONS {
        for width in [40, 60, 100] {
            for lang in ["fr", "en"] {
                let line = format!("{question} --format table --width {width} --lang {lang}");
                for shown in ask_line(&line).answered().stdout.lines() {
                    let long = unicode_width::UnicodeWidthStr::width(shown) > width;
                    assert!(!long || !shown.trim().contains(' '), "{line}: {shown}");
                }
            }
        }
    }
}

#[test]
fn the_two_languages_say_different_things_and_french_has_its_spaces() {
    for question in QUESTIONS {
        let in_lang = |lang: &str, format: &str| {
            ask_line(&format!("{question} --format {format} --lang {lang}")).answered().stdout
        };
        assert_ne!(in_lang("fr", "markdown"), in_lang("en", "markdown"), "{question}");
        // Only a page keeps its narrow spaces off a terminal.
        let page = in_lang("fr", "html");
        let french = words_of(page.split_once("</style>").unwrap().1);
        for wrong in [" :", " ;", " »", "« ", " %", " €"] {
            assert!(!french.contains(wrong), "{question}: plain space in `{wrong}`");
        }
    }
}

/// The text between the tags.
fn words_of(page: &str) -> String {
    page.split('<')
        .filter_map(|piece| piece.split_once('>'))
        .map(|(_, words)| words)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_first_column_can_be_asked_for_alone_and_sorted_by() {
    for question in of_one_table() {
        let records = ask_line(&format!("{question} --format jsonl")).answered().stdout;
        let record: Value = serde_json::from_str(records.lines().next().unwrap()).unwrap();
        for column in record.as_object().unwrap().keys() {
            let line = format!("{question} --format jsonl --columns {column} --sort -{column}");
            let picked = ask_line(&line).answered().stdout;
            assert_eq!(picked.lines().count(), records.lines().count(), "{line}");
            let picked: Value = serde_json::from_str(picked.lines().next().unwrap()).unwrap();
            assert_eq!(picked.as_object().unwrap().len(), 1, "{line}");
        }
        let first = record.as_object().unwrap().keys().next().unwrap();
        ask_line(&format!("{question} --columns {first}")).answered();
    }
}

#[test]
fn an_unknown_column_is_a_usage_error_that_lists_the_known() {
    for question in QUESTIONS {
        for format in ["table", "jsonl"] {
            let answer = ask_line(&format!("{question} --format {format} --columns nonsense")).answer();
            assert_eq!(answer.code, 2, "{question} {format}");
            assert!(answer.stdout.is_empty() && answer.stderr.contains("known: "), "{}", answer.stderr);
            let answer = ask_line(&format!("{question} --format {format} --sort -nonsense")).answer();
            assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{question} {format}");
        }
    }
}

#[test]
fn what_is_no_graph_cannot_be_drawn_and_says_what_it_can_be() {
    for question in QUESTIONS.iter().filter(|question| !question.starts_with("progression")) {
        for format in ["mermaid", "dot"] {
            let answer = ask_line(&format!("{question} --format {format}")).answer();
            assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{question}");
            assert!(
                answer.stderr.contains("known: table, json, jsonl, csv, markdown, html, xlsx"),
                "{}",
                answer.stderr
            );
        }
    }
}

#[test]
fn options_are_heard_before_and_after_the_command() {
    let after = ask_line("salary --format json --level senior").answered().stdout;
    assert_eq!(ask_line("--format json salary --level senior").answered().stdout, after);
    assert_eq!(ask_line("--json salary --level senior").answered().stdout, after);
}

#[test]
fn a_mistyped_name_is_a_usage_error_with_what_was_perhaps_meant() {
    for (line, nearest) in [
        ("salry", "salary"),
        ("salary --levl senior", "--level"),
        ("salary --level senoir", "senior"),
        ("salary --source onisep-2042", "onisep-2024"),
        ("progression --from snior", "senior"),
        ("progression --to ctoo", "cto"),
        ("sources product-crew-2032", "product-crew-2023"),
        ("missions --phase biuld", "build"),
        ("training --level bac+6", "bac+2"),
        ("payback --level bac+6", "bac+2"),
        ("skills --category langages-x", "language"),
    ] {
        for lang in ["fr", "en"] {
            let answer = ask_line(&format!("{line} --lang {lang}")).answer();
            assert_eq!(answer.code, 2, "{line}");
            assert!(answer.stdout.is_empty() && answer.stderr.contains(nearest), "{line}: {}", answer.stderr);
        }
    }
}

#[test]
fn usage_errors_speak_the_readers_language() {
    let french = ask_line("salary --level").env("LC_ALL", "fr_FR.UTF-8").answer();
    assert!(
        french.stderr.starts_with("erreur\u{202f}:") && french.stderr.contains("attend une valeur"),
        "{}",
        french.stderr
    );
    let english = ask_line("salary --level").answer();
    assert!(
        english.stderr.starts_with("error:") && english.stderr.contains("needs a value"),
        "{}",
        english.stderr
    );
    for word in ["error", "unknown", "Usage", "possible values"] {
        let french = ask_line("salary --nonsense").env("LC_ALL", "fr_FR.UTF-8").answer().stderr;
        assert!(!french.contains(word), "{french}");
    }
}

#[test]
fn levels_and_ids_are_read_whatever_their_case_and_accents() {
    let senior = ask_line("salary --level senior --format json").answered().stdout;
    for level in ["SENIOR", "Sénior", "expérimenté", "expert"] {
        assert_eq!(
            ask(["salary", "--level", level, "--format", "json"]).answered().stdout,
            senior,
            "{level}"
        );
    }
    let onisep = ask_line("salary --source onisep-2024 --json").answered().stdout;
    assert_eq!(ask_line("salary --source Onisep_2024 --json").answered().stdout, onisep);
    let lead = ask_line("progression --from lead-developer --json").answered().stdout;
    assert_eq!(ask(["progression", "--from", "Lead Developer", "--json"]).answered().stdout, lead);
}

#[test]
fn absurd_amounts_and_widths_are_refused_with_what_to_write() {
    for (option, value) in [
        ("training --max-tuition", "-5"),
        ("training --max-tuition", "1e999"),
        ("training --max-tuition", "free"),
        ("training --max-tuition", "999999999999"),
        ("salary --width", "5"),
        ("search portage --limit", "0"),
        ("progression --to cto --max", "0"),
        ("payback --current", "-1"),
        ("progression --to cto --max", "51"),
    ] {
        let answer = ask_line(&format!("{option} {value}")).answer();
        assert_eq!(answer.code, 2, "{option} {value}");
        assert!(answer.stderr.contains(value), "{}", answer.stderr);
    }
}

#[test]
fn an_argument_that_is_not_utf8_is_a_usage_error() {
    let bad = std::ffi::OsString::from_vec(vec![b's', 0xff]);
    for args in
        [vec!["salary".into(), "--level".into(), bad.clone()], vec![bad.clone()], vec!["sources".into(), bad]]
    {
        let answer = ask(args).answer();
        assert_eq!(answer.code, 2, "{}", answer.stderr);
        assert!(!answer.stderr.is_empty());
    }
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_backend-career"))
        .args(["missions", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

#[test]
fn a_full_disk_is_a_failure_with_a_message() {
    for question in QUESTIONS.iter().chain(&["--help", "--version"]) {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let answer = ask_line(question).stdout(full).answer();
        assert_eq!(answer.code, 1, "{question}");
        assert!(answer.stderr.contains("could not write the answer"), "{question}: {}", answer.stderr);
    }
}

#[test]
fn help_is_there_in_both_languages_for_every_command() {
    for question in QUESTIONS {
        let name = question.split(' ').next().unwrap();
        let french = ask_line(&format!("{name} --help --lang fr")).answered().stdout;
        let english = ask_line(&format!("{name} --help --lang en")).answered().stdout;
        assert!(french.contains("Usage\u{202f}:") && !french.contains("Print"), "{french}");
        assert!(english.contains("Usage:") && !english.contains("Afficher"), "{english}");
    }
}

#[test]
fn quiet_keeps_remarks_to_itself() {
    let line = "training --max-tuition 100";
    assert!(!ask_line(line).answered().stderr.is_empty());
    assert_eq!(ask_line(&format!("{line} -q")).answered().stderr, "");
}
