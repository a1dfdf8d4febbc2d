//! How many rows `batch pay` answers: the whole program, CSV in and out.

#![allow(clippy::unwrap_used, reason = "a step that fails fails the measurement")]

use std::fmt::Write as _;
use std::process::{Command, Stdio};

use divan::Bencher;
use divan::counter::ItemsCount;

const ROWS: usize = 500_000;

fn main() {
    divan::main();
}

#[divan::bench(args = [1, 2], sample_count = 5, sample_size = 1)]
fn pay(bencher: Bencher<'_, '_>, jobs: usize) {
    let mut text = "id,amount,status\n".to_owned();
    for row in 0..ROWS {
        writeln!(text, "{row},{},{}", 22_000 + row % 90_000, ["cadre", "non-cadre"][row % 2]).unwrap();
    }
    let file = std::env::temp_dir().join(format!("backend-career-bench-{}.csv", std::process::id()));
    std::fs::write(&file, text).unwrap();
    bencher.counter(ItemsCount::new(ROWS)).bench(|| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_backend-career"));
        command.args(["batch", "pay", "-q", "--jobs"]).arg(jobs.to_string()).arg("--input").arg(&file);
        assert!(command.stdout(Stdio::null()).status().unwrap().success());
    });
    std::fs::remove_file(file).unwrap();
}
