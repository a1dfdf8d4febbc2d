//! Lines for the ear: a label and its value, no rules, no bars, charts in a sentence.

use std::process::Command;

use super::asking::{answered, questions};

#[test]
fn nothing_is_drawn_and_every_field_has_its_label() {
    for question in questions() {
        for lang in ["fr", "en"] {
            let shown = answered(&format!("{question} --plain --lang {lang}"));
            for sign in ["──", "█", "●", "├", "│", "•", "···"] {
                assert!(!shown.contains(sign), "{question}: {sign} in {shown}");
            }
            assert!(!shown.is_empty(), "{question}");
        }
    }
}

#[test]
fn a_chart_is_a_sentence_and_a_row_a_record() {
    let shown = answered("salary --level senior --plain --lang en --width 200");
    assert!(shown.contains("Senior: Onisep ≤ €60,000; Adabot ≤ €54,000; "), "{shown}");
    assert!(
        shown.contains("\nFrom: Junior\nTo: Senior\nSource: Product Crew\n")
            && shown.contains("\nNote: Claimed by the source"),
        "{shown}"
    );
    let tree = answered("progression --from senior --plain --lang en --width 200");
    assert!(tree.contains("From ") && tree.contains("our reading"), "{tree}");
}

#[test]
fn the_environment_asks_for_it_too() {
    let asked = |value: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_backend-career"));
        let output = command.args(["salary"]).env_clear().env("ACCESSIBLE", value).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(asked("1"), answered("salary --plain"));
    assert_eq!(asked("0"), answered("salary"));
    assert_eq!(asked(""), answered("salary"));
}
