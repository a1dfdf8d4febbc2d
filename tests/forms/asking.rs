//! Asking the program as a shell does, and the questions that are tried in every form.

#[path = "../cli/questions.rs"]
mod questions;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

use self::questions::QUESTIONS;

/// A question to every command, as the tests of the commands list them.
pub fn questions() -> Vec<&'static str> {
    QUESTIONS.to_vec()
}

/// The name of the report that answers a question.
pub fn report_name(question: &str) -> String {
    let mut words = question.split(' ');
    match words.next() {
        Some("data") => format!("data-{}", words.next().unwrap_or_default()),
        name => name.unwrap_or_default().to_owned(),
    }
}

/// The names of every report.
pub fn report_names() -> BTreeSet<String> {
    questions().into_iter().map(report_name).collect()
}

/// Runs the program with the words of `line`, without an environment of its own.
pub fn run(line: &str) -> Output {
    run_words(&line.split(' ').collect::<Vec<_>>())
}

/// Runs the program with `words`.
pub fn run_words(words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backend-career"));
    command.args(words).env_clear().env("LC_ALL", "C.UTF-8");
    command.output().unwrap()
}

/// What the program answers to `line`.
pub fn answered(line: &str) -> String {
    let output = run(line);
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A folder of its own for a test, empty.
pub fn folder(name: &str) -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let (process, count) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = std::env::temp_dir().join(format!("backend-career-forms-{name}-{process}-{count}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
