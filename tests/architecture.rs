//! The layers of the house: every arrow points one way, and each room touches only what it may.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a step that fails fails the test"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Which layers a layer may use besides `model`, which all may; `main` stands for `src/main.rs`.
const ARROWS: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    // cli opens the dataset that a question is asked of.
    ("cli", &["query", "view", "explore", "report", "dataset", "pay", "reader"]),
    // The parameters of a question on pay are of the types of pay.
    ("explore", &["query", "view", "report", "dataset", "pay"]),
    ("query", &["dataset", "pay", "reader", "report"]),
    ("view", &["report"]),
    ("report", &[]),
    ("reader", &[]),
    ("dataset", &[]),
    ("pay", &[]),
    ("model", &[]),
];

/// Names that only some places may mention.
const KEPT_ROOMS: &[(&str, &[&str])] = &[
    ("anyhow", &["cli/", "query/", "view/", "explore/", "main.rs"]),
    ("clap", &["cli/"]),
    ("comfy_table", &["view/terminal/table.rs"]),
    // view/mod.rs means its own module of this name.
    // Rows of a batch are streams of CSV or JSON, which no report holds.
    ("csv", &["view/csv.rs", "view/mod.rs", "cli/batch/", "cli/completions/"]),
    ("indicatif", &["cli/batch/engine.rs"]),
    ("owo_colors", &["view/style.rs"]),
    ("aho_corasick", &["reader/matching/names.rs"]),
    ("encoding_rs", &["reader/encoding.rs"]),
    ("lopdf", &["reader/pdf.rs", "reader/pdf/"]),
    ("quick_xml", &["reader/docx.rs"]),
    ("zip", &["reader/docx.rs"]),
    ("pathfinding", &["query/progression/ways.rs"]),
    // `show` prints any entry of any file, and `data diff` what changes in it, which are JSON.
    (
        "serde_json",
        &[
            "reader/resume.rs",
            "dataset/",
            "query/data/diff.rs",
            "query/show",
            "view/json.rs",
            "cli/batch/",
            "cli/completions/",
        ],
    ),
    ("std::env", &["main.rs"]),
    // Besides a folder of data, cli/document.rs reads a CV; every file that is written passes through one place.
    ("std::fs", &["cli/document.rs", "cli/batch/input.rs", "cli/atomic_file.rs", "dataset/"]),
    // model/error.rs says what an error of the system means; it reads and writes nothing.
    (
        "std::io",
        &["main.rs", "cli/", "view/", "dataset/", "reader/docx.rs", "explore/terminal.rs", "model/error.rs"],
    ),
    // A file that is being written is named after the process.
    ("std::process", &["main.rs", "cli/"]),
    // The explorer waits for keys and for signals at once; a batch answers on every core.
    ("std::thread", &["explore/terminal.rs", "cli/batch/engine.rs"]),
    ("std::time", &[]),
    ("strsim", &["model/name.rs"]),
    ("supports_hyperlinks", &["main.rs"]),
    ("terminal_size", &["main.rs"]),
    ("unicode_normalization", &["model/name.rs", "reader/"]),
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
            if target != layer && target != "model" && !allowed.contains(&target.as_str()) {
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
            if mentions(&flattened(&code), name) && !rooms.iter().any(|room| path.starts_with(room)) {
                wrong.push(format!("{path} mentions {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "out of its room:\n{}", wrong.join("\n"));
}

#[test]
fn no_files_need_each_other() {
    let sources = sources();
    let names: Vec<&str> = sources.iter().map(|(path, _)| path.as_str()).collect();
    let needs: Vec<Vec<usize>> =
        sources.iter().map(|(path, code)| needed_files(path, code, &names)).collect();
    let circles: Vec<String> = (0..names.len())
        .filter_map(|start| circle_through(start, &needs))
        .map(|circle| circle.iter().map(|at| names[*at]).collect::<Vec<_>>().join(" → "))
        .collect();
    assert!(circles.is_empty(), "circles of files:\n{}", circles.join("\n"));
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

#[test]
fn a_circle_is_found_through_relative_and_absolute_paths() {
    let names = ["a/mod.rs", "a/b.rs", "c.rs"];
    assert_eq!(needed_files("a/b.rs", "use super::{One, two};", &names), [0_usize; 0]);
    assert_eq!(needed_files("a/mod.rs", "pub use self::b::One;\nuse crate::c::X;", &names), [1, 2]);
    assert_eq!(needed_files("c.rs", "use crate::{a::b::One, a::Two};", &names), [0, 1]);
    assert_eq!(circle_through(0, &[vec![1], vec![2], vec![0]]), Some(vec![0, 1, 2, 0]));
    assert_eq!(circle_through(0, &[vec![1, 2], vec![2], vec![]]), None);
}

#[test]
fn names_in_a_group_are_seen() {
    assert!(mentions(&flattened("use std::{env, fs::File};"), "std::fs"));
    assert!(mentions(&flattened("use std::{env, io::{self, Write}};"), "std::io"));
}

/// The paths that the code uses, groups taken apart: `use a::{b, c::{d}};` is `use a::b;` and `use a::c::d;`.
fn flattened(code: &str) -> String {
    let mut flat = String::new();
    for statement in code.split_inclusive(';') {
        match statement.find("use ").filter(|_| statement.contains('{')) {
            Some(at)
                if statement[..at].trim_end().is_empty()
                    || statement[..at].trim_end().ends_with("pub")
                    || statement[..at].ends_with('\n') =>
            {
                let tree: String = statement[at + 4..]
                    .trim_end_matches(';')
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ");
                for path in paths("", &tree) {
                    flat.push_str(&format!("use {path};\n"));
                }
            }
            _ => flat.push_str(statement),
        }
    }
    flat
}

fn paths(prefix: &str, tree: &str) -> Vec<String> {
    let Some((head, rest)) = tree.split_once('{') else { return vec![format!("{prefix}{}", tree.trim())] };
    let Some((inner, _)) = rest.rsplit_once('}') else { return Vec::new() };
    let prefix = format!("{prefix}{}", head.trim());
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, char) in inner.char_indices().chain([(inner.len(), ',')]) {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = inner[start..at].trim();
                if !part.is_empty() {
                    found.extend(paths(&prefix, part));
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// The positions in `names` of the files that `code`, the file at `path`, uses.
///
/// A part of a module may use what the module's own file declares: `super::Report` in `salary/document.rs` is no arrow.
fn needed_files(path: &str, code: &str, names: &[&str]) -> Vec<usize> {
    let module: Vec<&str> = match path.strip_suffix("/mod.rs") {
        Some(folder) => folder.split('/').collect(),
        None => path.trim_end_matches(".rs").split('/').collect(),
    };
    let code = flattened(code);
    let mut needed = Vec::new();
    for (marker, base) in [("crate::", Some(0)), ("super::", None), ("self::", Some(module.len()))] {
        for (at, _) in code.match_indices(marker) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|char| char.is_alphanumeric() || matches!(char, '_' | ':' | '$')) {
                continue;
            }
            let whole: String =
                code[at..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect();
            let mut segments: Vec<&str> = whole.split("::").filter(|segment| !segment.is_empty()).collect();
            let ups = segments.iter().take_while(|segment| **segment == "super").count();
            segments.drain(..ups.max(1));
            let base = base.unwrap_or(module.len().saturating_sub(ups));
            let target: Vec<&str> =
                module[..base.min(module.len())].iter().copied().chain(segments).collect();
            let file = (1..=target.len()).rev().find_map(|length| {
                let joined = target[..length].join("/");
                names
                    .iter()
                    .position(|name| *name == format!("{joined}.rs") || *name == format!("{joined}/mod.rs"))
            });
            let own = |name: &str| {
                let parent = &module[..module.len().saturating_sub(1)].join("/");
                name == format!("{parent}.rs") || name == format!("{parent}/mod.rs")
            };
            needed.extend(file.filter(|file| names[*file] != path && !own(names[*file])));
        }
    }
    needed.sort_unstable();
    needed.dedup();
    needed
}

/// The shortest way from a file back to itself, told at its first file only.
fn circle_through(start: usize, needs: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut ways = vec![vec![start]];
    let mut seen = vec![false; needs.len()];
    while let Some(way) = (!ways.is_empty()).then(|| ways.remove(0)) {
        for next in &needs[*way.last().unwrap()] {
            if *next == start {
                let circle: Vec<usize> = way.iter().copied().chain([start]).collect();
                return circle.iter().all(|at| *at >= start).then_some(circle);
            }
            if !std::mem::replace(&mut seen[*next], true) {
                ways.push(way.iter().copied().chain([*next]).collect());
            }
        }
    }
    None
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
