//! `overview`.

use super::asking::{ask, ask_line, pluck};

#[test]
fn it_fits_a_screen_of_40_lines_and_80_columns_in_both_languages() {
    for lang in ["fr", "en"] {
        let shown = ask_line(&format!("overview --lang {lang}")).answered().stdout;
        assert!(shown.lines().count() <= 40, "{} lines in {lang}", shown.lines().count());
    }
}

#[test]
fn the_bare_command_prints_it() {
    assert_eq!(ask::<&str>([]).answered().stdout, ask_line("overview").answered().stdout);
    assert_eq!(ask_line("--json").answered().stdout, ask_line("overview --json").answered().stdout);
}

#[test]
fn it_names_every_command_that_answers_a_question() {
    let shown = ask_line("overview").answered().stdout;
    for command in [
        "missions",
        "skills",
        "salary",
        "training",
        "progression",
        "work",
        "gap",
        "payback",
        "search",
        "sources",
        "offer",
        "pay",
        "freelance",
    ] {
        assert!(shown.contains(command), "{command}");
    }
}

#[test]
fn it_carries_the_official_codes_and_the_span_of_pay() {
    let report = ask_line("overview").json();
    let codes = pluck(&report["role"]["codes"], "code");
    for code in ["M1855", "2513.5", "2512.4", "15-1254.00"] {
        assert!(codes.iter().any(|known| known.contains(code)), "{code} in {codes:?}");
    }
    assert_eq!(report["salary"][0]["low"], 24_000);
    assert_eq!(report["salary"][0]["high"], 55_000);
    for key in ["missions", "training", "progression"] {
        assert!(!report[key].as_array().unwrap().is_empty(), "{key}");
    }
}
