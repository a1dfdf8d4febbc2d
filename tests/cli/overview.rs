//! `overview`.

use super::asking::{ask, ask_line, pluck};

#[test]
fn it_fits_a_screen_of_24_lines_and_80_columns_in_both_languages() {
    for lang in ["fr", "en"] {
        let shown = ask_line(&format!("overview --lang {lang}")).answered().stdout;
        // The prompt takes the last line of 24.
        assert!(shown.lines().count() <= 23, "{} lines in {lang}", shown.lines().count());
    }
}

#[test]
fn the_bare_command_prints_it() {
    assert_eq!(ask::<&str>([]).answered().stdout, ask_line("overview").answered().stdout);
    assert_eq!(ask_line("--json").answered().stdout, ask_line("overview --json").answered().stdout);
}

#[test]
fn it_ends_with_a_command_to_copy_for_each_kind_of_reader() {
    for (lang, doors) in [
        ("fr", ["Je suis au lycée", "Je veux me reconvertir", "J’ai une offre", "Je conseille des gens"]),
        ("en", ["I am at school", "I want to change", "I have an offer", "I advise people"]),
    ] {
        let shown = ask_line(&format!("overview --lang {lang}")).answered().stdout;
        for door in doors {
            let line = shown.lines().find(|line| line.starts_with(door)).unwrap_or_else(|| panic!("{door}"));
            let command = line.split("backend-career ").nth(1).unwrap();
            if !command.starts_with("sheet") {
                ask_line(command).answered();
            }
        }
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
