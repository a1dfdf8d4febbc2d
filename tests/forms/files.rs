//! `--output`: the form by the ending, written whole or not at all, nothing replaced without being asked.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::asking::{answered, folder, run, run_words};

#[test]
fn the_ending_says_the_form_and_the_path_is_told() {
    let folder = folder("endings");
    for (ending, format) in [
        ("html", "html"),
        ("csv", "csv"),
        ("json", "json"),
        ("md", "markdown"),
        ("jsonl", "jsonl"),
        ("txt", "table"),
    ] {
        let file = folder.join(format!("answer.{ending}"));
        let output = run_words(&["salary", "--output", file.to_str().unwrap()]);
        assert!(output.status.success() && output.stdout.is_empty(), "{ending}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(file.to_str().unwrap()), "{ending}");
        assert_eq!(
            fs::read_to_string(&file).unwrap(),
            answered(&format!("salary --format {format}")),
            "{ending}"
        );
    }
    let named = folder.join("named.csv");
    run_words(&["salary", "--format", "json", "-o", named.to_str().unwrap()]);
    assert!(fs::read_to_string(named).unwrap().starts_with('{'));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn an_ending_that_says_nothing_is_a_usage_error_and_no_file_is_made() {
    let folder = folder("ending");
    for name in ["answer", "answer.pdf", "answer.docx"] {
        let file = folder.join(name);
        let output = run_words(&["salary", "--output", file.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(".html"), "{name}");
        assert!(!file.exists(), "{name}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_file_is_replaced_only_when_asked_and_keeps_its_rights() {
    let folder = folder("force");
    let file = folder.join("a.json");
    fs::write(&file, "mine").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    let output = run_words(&["salary", "-o", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--force"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    assert!(run_words(&["salary", "-o", file.to_str().unwrap(), "--force"]).status.success());
    assert!(fs::read_to_string(&file).unwrap().starts_with('{'));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn an_answer_that_is_not_given_leaves_no_file_behind() {
    let folder = folder("failed");
    let file = folder.join("a.csv");
    assert_eq!(
        run_words(&["salary", "--columns", "nonsense", "-o", file.to_str().unwrap()]).status.code(),
        Some(2)
    );
    let nowhere = folder.join("nowhere/a.csv");
    assert_eq!(run_words(&["salary", "-o", nowhere.to_str().unwrap()]).status.code(), Some(1));
    let into_folder = folder.join("folder.csv");
    fs::create_dir(&into_folder).unwrap();
    assert_eq!(run_words(&["salary", "--force", "-o", into_folder.to_str().unwrap()]).status.code(), Some(1));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "only the folder is there");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_new_file_has_the_rights_that_the_mask_leaves() {
    let folder = folder("mask");
    let (ours, theirs) = (folder.join("ours.json"), folder.join("theirs.json"));
    run_words(&["salary", "-o", ours.to_str().unwrap()]);
    fs::write(&theirs, "").unwrap();
    let mode = |file| fs::metadata(file).unwrap().permissions().mode();
    assert_eq!(mode(ours), mode(theirs));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn scripts_and_manual_pages_go_to_a_file_of_any_ending_and_a_dash_is_no_file() {
    let folder = folder("scripts");
    for (at, line) in ["completions bash", "data schema training.json", "man"].iter().enumerate() {
        let file = folder.join(format!("{at}.script"));
        let mut words: Vec<&str> = line.split(' ').collect();
        words.extend(["-o", file.to_str().unwrap()]);
        let output = run_words(&words);
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(fs::read_to_string(&file).unwrap(), answered(line), "{line}");
    }
    assert_eq!(answered("salary -o - --json"), answered("salary --json"));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn json_is_one_line_in_a_pipe() {
    assert_eq!(answered("salary --json").lines().count(), 1);
}

#[test]
fn options_that_do_not_go_together_are_refused() {
    for line in ["salary --excel --format json", "salary --excel --json"] {
        assert_eq!(run(line).status.code(), Some(2), "{line}");
    }
}
