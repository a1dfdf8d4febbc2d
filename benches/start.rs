//! How long the program takes from its start to its exit, question by question.
//!
//! `hyperfine` measures it beside other programs: see docs/speed.md.

#![allow(clippy::unwrap_used, reason = "a program that does not start ends the bench")]

use std::process::{Command, Stdio};

fn main() {
    divan::main();
}

/// One run of the program; its answer goes nowhere.
#[divan::bench(args = [
    "salary --level senior --format json",
    "salary --level senior",
    "training --level bac+5",
    "overview",
    "pay 48000",
    "progression --from senior --to cto",
    "gap --have php,sql",
    "search école",
    "--version",
    "--help",
])]
fn start_to_exit(line: &str) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_backend-career"));
    let status = program.args(line.split(' ')).stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(status.unwrap().success());
}
