//! Whole screens: every question in both languages, at 80 and 40 columns, and as Markdown.
//!
//! A change of look is seen in review as a change of text: `cargo insta review`, or `INSTA_UPDATE=always cargo test --test
//! snapshots` to accept all of them.

#![allow(clippy::unwrap_used, reason = "a step that fails fails the test")]

#[path = "cli/questions.rs"]
mod questions;

use std::ffi::OsString;

use backend_career::cli::{Environment, TerminalInfo, run};
use backend_career::model::text::Lang;

use self::questions::QUESTIONS;

/// The answer to a question, as a terminal of `options` shows it without colour.
fn answer(question: &str, options: &str, lang: Lang) -> String {
    let code = if lang == Lang::Fr { "fr" } else { "en" };
    let line = format!("backend-career {question} --lang {code} {options}");
    let args: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
    let terminal = TerminalInfo { stdout: true, ..TerminalInfo::default() };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    run(args, lang, &Environment::read(|_| None, terminal), &mut out, &mut err).unwrap();
    String::from_utf8([out, err].concat()).unwrap()
}

/// A file name for a question.
fn slug(question: &str) -> String {
    let sign = |char: char| if char.is_alphanumeric() { char } else { '-' };
    question.replace("--", "").chars().map(sign).collect()
}

fn check(folder: &str, options: &str) {
    let settings = || {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(format!("snapshots/{folder}"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings
    };
    for question in QUESTIONS {
        for (lang, code) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
            settings().bind(|| {
                insta::assert_snapshot!(
                    format!("{}.{code}", slug(question)),
                    answer(question, options, lang)
                );
            });
        }
    }
}

#[test]
fn screens_of_80_columns() {
    check("80", "--width 80");
}

#[test]
fn screens_of_40_columns() {
    check("40", "--width 40");
}

#[test]
fn pages_of_markdown() {
    check("markdown", "--format markdown");
}
