//! `data export`: the data, byte for byte, and nothing lost.

use std::fs;
use std::path::PathBuf;

use serde_json::json;
use tempfile::TempDir;

use super::asking::ask_line;
use super::files::validate;

#[test]
fn the_export_is_the_data_byte_for_byte_and_overwrites_only_by_force() {
    let into = TempDir::new().unwrap();
    let folder = into.path().join("a/b");
    let export = |more: &str| ask_line(&format!("data export {} {more}", folder.display())).answer();
    assert_eq!(export("").code, 0);
    let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data");
    let same =
        |name: &str| assert_eq!(fs::read(folder.join(name)).unwrap(), fs::read(data.join(name)).unwrap());
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let shipped = fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut shipped: Vec<String> = shipped.filter(|name| !name.contains("README")).collect();
    shipped.sort();
    assert_eq!(names, shipped);
    names.iter().filter(|name| *name != "pay").for_each(|name| same(name));
    ["pay/2025.json", "pay/2026.json"].into_iter().for_each(same);
    fs::write(folder.join("role.json"), "mine").unwrap();
    fs::remove_file(folder.join("work.json")).unwrap();
    let refused = export("");
    assert!(refused.code == 1 && refused.stderr.contains("role.json"), "{}", refused.stderr);
    let into_a_file = ask_line(&format!("data export {}", folder.join("role.json").display())).answer();
    assert!(into_a_file.code == 1 && !into_a_file.stderr.contains("--force"), "{}", into_a_file.stderr);
    assert!(!folder.join("work.json").exists(), "nothing is written when something is refused");
    assert_eq!(fs::read(folder.join("role.json")).unwrap(), b"mine");
    assert_eq!(export("--force").code, 0);
    same("role.json");
    assert_eq!(validate(&folder).code, 0);
    let diff = ask_line(&format!("data diff {}", folder.display())).json();
    assert_eq!(diff["counts"], json!({ "added": 0, "replaced": 0, "dropped": 0 }));
}

#[test]
fn an_export_that_cannot_go_on_says_which_files_are_written() {
    let into = TempDir::new().unwrap();
    fs::create_dir(into.path().join("progression.json")).unwrap();
    let stopped = ask_line(&format!("data export {} --force", into.path().display())).answer();
    assert_eq!(stopped.code, 1);
    let (reason, written) = stopped.stderr.trim_end().split_once('\n').unwrap();
    assert!(reason.contains("progression.json: a folder is in the place of a file"), "{reason}");
    // They are written in the order of their names.
    for name in ["floors.json", "missions.json", "pay/2025.json", "pay/2026.json", "prices.json"] {
        assert!(written.contains(name) && into.path().join(name).is_file(), "{written}");
    }
    let beside = TempDir::new().unwrap();
    fs::write(beside.path().join("pay"), "mine").unwrap();
    let stopped = ask_line(&format!("data export {}", beside.path().display())).answer();
    assert!(stopped.stderr.contains("pay: a file is in the place of a folder"), "{}", stopped.stderr);
    assert!(!written.contains("role.json") && !into.path().join("role.json").exists(), "{written}");
    let left: Vec<_> = fs::read_dir(into.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    let temporary = |name: &&std::ffi::OsString| name.to_string_lossy().ends_with(".tmp");
    assert!(!left.iter().any(|name| temporary(&name)), "{left:?}");
}

#[cfg(unix)]
#[test]
fn an_export_keeps_modes_and_removes_what_a_killed_run_left() {
    use std::os::unix::fs::PermissionsExt;
    let into = TempDir::new().unwrap();
    let [role, left] = ["role.json", ".backend-career-4294967295-abc.tmp"].map(|name| into.path().join(name));
    fs::write(&role, "mine").unwrap();
    fs::set_permissions(&role, fs::Permissions::from_mode(0o600)).unwrap();
    fs::write(&left, "half").unwrap();
    assert_eq!(ask_line(&format!("data export {} --force", into.path().display())).answer().code, 0);
    assert_eq!(fs::metadata(&role).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(!left.exists());
}
