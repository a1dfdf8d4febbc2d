//! What README.md and the pages of docs/ show is what the program prints.
//!
//! Each line that begins with `$` in a console block is run; what follows must be its output. `UPDATE_DOCS=1 cargo test
//! --test docs -- --include-ignored` writes the outputs anew. Transcripts that need other tools are a test of their own,
//! which says what it needs.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a step that fails fails the test")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use tempfile::TempDir;

/// Tools that examples use beside the program.
const TOOLS: &[&str] = &["jq", "dot", "pdftotext"];

/// README.md and every page of docs/.
fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<PathBuf> =
        docs.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect();
    pages.push(root.join("README.md"));
    pages.sort();
    pages
}

/// The text with the output of every command that `runs` as it is now.
fn retold(text: &str, runs: fn(&str) -> bool, folder: &Path) -> String {
    let mut told = String::new();
    let mut in_console = false;
    let mut in_output = false;
    let mut kept = false;
    for line in text.lines() {
        let fence = line.starts_with("```");
        if fence {
            in_console = line == "```console";
            in_output = false;
        }
        if let Some(command) = line.strip_prefix("$ ").filter(|_| in_console) {
            writeln!(told, "{line}").unwrap();
            in_output = true;
            kept = !runs(command);
            if !kept {
                told.push_str(&output(command, folder));
            }
        } else if !in_output || kept || fence {
            writeln!(told, "{line}").unwrap();
        }
    }
    told
}

/// Whether the command needs a tool beside the program.
fn needs_tool(command: &str) -> bool {
    TOOLS.iter().any(|tool| command.split(['|', ' ']).any(|word| word == *tool))
}

/// A folder like the project's, so that what an example writes stays out of it.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for name in ["data", "examples", "tests"] {
        let original = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        std::os::unix::fs::symlink(original, folder.path().join(name)).unwrap();
    }
    folder
}

fn output(command: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_backend-career"));
    let path = env::var_os("PATH").unwrap();
    let folders = [program.parent().unwrap().to_owned()].into_iter().chain(env::split_paths(&path));
    let output = Command::new("sh")
        .args(["-c", &format!("{{ {command} ; }} 2>&1")])
        .current_dir(folder)
        .env("PATH", env::join_paths(folders).unwrap())
        .env("LC_ALL", "C.UTF-8")
        .env_remove("BACKEND_CAREER_LANG")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Compares the transcripts that `runs`, or writes them anew.
fn check(runs: fn(&str) -> bool) {
    let _lock = ONE_AT_A_TIME.lock().unwrap();
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        // What one command of a page writes, the next may read.
        let told = retold(&text, runs, folder().path());
        if env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&page, &told).unwrap();
            continue;
        }
        for (line, (shown, now)) in text.lines().zip(told.lines()).enumerate() {
            assert_eq!(shown, now, "line {} of {} is not what the program prints", line + 1, page.display());
        }
        assert_eq!(text.lines().count(), told.lines().count(), "{}", page.display());
    }
}

/// Writing the pages anew reads and writes each twice.
static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());

#[test]
fn every_transcript_is_what_the_program_prints() {
    check(|command| !needs_tool(command));
}

#[test]
#[ignore = "needs jq; .ci/run installs what is missing"]
fn transcripts_with_other_tools_are_what_they_print() {
    check(needs_tool);
}
