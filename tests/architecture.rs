//! The layers of the house: every arrow points one way, and each room touches only what it may.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a step that fails fails the test"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Which layers a layer may use; `main` stands for `src/main.rs`.
const ARROWS: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    ("cli", &["query", "view"]),
    ("query", &["dataset", "model", "pay", "report"]),
    ("view", &["report"]),
    ("report", &["model"]),
    ("dataset", &["model"]),
    ("pay", &["model"]),
    ("model", &[]),
];

/// Names that only some places may mention.
const KEPT_ROOMS: &[(&str, &[&str])] = &[
    ("anyhow", &["cli/", "dataset/", "main.rs"]),
    ("clap", &["cli/"]),
    // view/mod.rs means its own module of this name.
    ("csv", &["view/csv.rs", "view/mod.rs"]),
    ("owo_colors", &["view/style.rs"]),
    // A résumé in JSON becomes text where documents are read.
    ("aho_corasick", &["query/gap/matching.rs"]),
    ("pathfinding", &["query/progression/ways.rs"]),
    ("serde_json", &["cli/document/resume.rs", "dataset/", "view/json.rs"]),
    ("std::env", &["main.rs"]),
    // Besides a folder of data, cli/document.rs reads a CV, cli/man.rs and cli/output.rs write what they are asked for.
    ("std::fs", &["cli/document.rs", "cli/man.rs", "cli/output.rs", "dataset/"]),
    ("std::io", &["main.rs", "cli/", "view/", "dataset/"]),
    ("std::process", &["main.rs", "cli/"]),
    ("std::time", &[]),
    ("strsim", &["model/name.rs"]),
    ("supports_hyperlinks", &["main.rs"]),
    ("terminal_size", &["main.rs"]),
    ("unicode_normalization", &["model/name.rs"]),
];

#[test]
fn every_arrow_is_one_of_the_design() {
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        let layer = layer_of(&path);
        if layer == "lib.rs" {
            continue;
        }
        let allowed = ARROWS.iter().find(|(name, _)| *name == layer).map_or(&[][..], |(_, allowed)| *allowed);
        for target in targets(&code) {
            if target != layer && !allowed.contains(&target.as_str()) {
                wrong.push(format!("{path}: {layer} → {target}"));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that the design does not have:\n{}", wrong.join("\n"));
}

#[test]
fn each_room_touches_only_what_it_may() {
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        for (name, rooms) in KEPT_ROOMS {
            if mentions(&code, name) && !rooms.iter().any(|room| path.starts_with(room)) {
                wrong.push(format!("{path} mentions {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "out of its room:\n{}", wrong.join("\n"));
}

#[test]
fn every_file_opens_with_what_it_holds() {
    let silent: Vec<String> = files(&src())
        .into_iter()
        .filter(|path| !read(path).starts_with("//!"))
        .map(|path| path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "without a `//!` line: {silent:?}");
}

#[test]
fn an_arrow_in_code_is_seen_and_one_in_a_comment_is_not() {
    assert_eq!(targets("use crate::query::{Lang, Text};"), ["query"]);
    assert_eq!(targets("let x = crate::view::show();"), ["view"]);
    assert_eq!(targets(&without_comments("// see crate::view\n/// and crate::cli\n")), Vec::<String>::new());
    assert!(mentions("use std::io::Write;", "std::io"));
    assert!(!mentions("let my_csv_file = 1;", "csv"));
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// Every source file as its path within src/ and its code without comments.
fn sources() -> Vec<(String, String)> {
    let within = |path: &Path| path.strip_prefix(src()).unwrap().to_str().unwrap().to_owned();
    files(&src()).iter().map(|path| (within(path), without_comments(&read(path)))).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn layer_of(path: &str) -> &str {
    match path {
        "main.rs" => "main",
        _ => path.split('/').next().unwrap(),
    }
}

fn without_comments(code: &str) -> String {
    let code = code.split("#[cfg(test)]").next().unwrap();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The layers that a file's paths lead to.
fn targets(code: &str) -> Vec<String> {
    let roots = ["crate::", "backend_career::"];
    let mut targets = Vec::new();
    for root in roots {
        for after in code.split(root).skip(1) {
            let name: String =
                after.chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect();
            if !name.is_empty() {
                targets.push(name);
            }
        }
    }
    targets
}

/// Whether the code uses the path `name`, not as a part of a longer name.
fn mentions(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + name.len()..];
        let alone = before
            .is_none_or(|char| !char.is_alphanumeric() && !matches!(char, '_' | ':' | '.' | '"' | '/' | '-'));
        alone
            && (after.starts_with("::") || (name.contains("::") && !after.starts_with(char::is_alphanumeric)))
    })
}
