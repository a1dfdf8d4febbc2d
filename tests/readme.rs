//! What README.md shows is what the program prints.
//!
//! Each line that begins with `$` in a console block is run; what follows must be its output. A
//! command that needs a tool that is not installed is passed over. `UPDATE_README=1 cargo test
//! --test readme` writes the outputs anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a step that fails fails the test")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Tools that examples use beside the program.
const TOOLS: &[&str] = &["jq", "duckdb", "head", "python3", "dot", "pdftotext"];

fn readme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// The text with the output of every command as it is now.
fn retold(text: &str) -> String {
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
            kept = missing_tool(command);
            if !kept {
                told.push_str(&output(command));
            }
        } else if !in_output || kept || fence {
            writeln!(told, "{line}").unwrap();
        }
    }
    told
}

/// Whether the command needs a tool that is not installed: its transcript stays as it is.
fn missing_tool(command: &str) -> bool {
    let path = env::var_os("PATH").unwrap();
    let installed = |tool: &str| env::split_paths(&path).any(|folder| folder.join(tool).is_file());
    let used = |tool: &str| command.split(['|', ' ']).any(|word| word == tool);
    TOOLS.iter().any(|tool| used(tool) && !installed(tool))
}

/// A folder like the project's, so that what an example writes stays out of it.
fn folder() -> PathBuf {
    let folder = env::temp_dir().join(format!("backend-career-readme-{}", std::process::id()));
    if !folder.exists() {
        fs::create_dir_all(&folder).unwrap();
        for name in ["data", "examples", "tests"] {
            std::os::unix::fs::symlink(Path::new(env!("CARGO_MANIFEST_DIR")).join(name), folder.join(name))
                .unwrap();
        }
    }
    folder
}

fn output(command: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_backend-career"));
    let path = env::var_os("PATH").unwrap();
    let folders = [program.parent().unwrap().to_owned()].into_iter().chain(env::split_paths(&path));
    let output = Command::new("sh")
        .args(["-c", &format!("{{ {command} ; }} 2>&1")])
        .current_dir(folder())
        .env("PATH", env::join_paths(folders).unwrap())
        .env("LC_ALL", "C.UTF-8")
        .env_remove("BACKEND_CAREER_LANG")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_transcript_is_what_the_program_prints() {
    let text = fs::read_to_string(readme()).unwrap();
    let told = retold(&text);
    fs::remove_dir_all(folder()).unwrap();
    if env::var_os("UPDATE_README").is_some() {
        fs::write(readme(), &told).unwrap();
        return;
    }
    assert!(text.matches("\n$ backend-career").count() >= 12, "transcripts of the commands");
    for (line, (shown, now)) in text.lines().zip(told.lines()).enumerate() {
        assert_eq!(shown, now, "line {} of README.md is not what the program prints", line + 1);
    }
    assert_eq!(text.lines().count(), told.lines().count());
}
