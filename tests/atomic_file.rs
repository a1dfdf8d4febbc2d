//! The one writer of files: whole or not at all, with the mode that was there, and nothing left behind.

#![allow(clippy::unwrap_used, reason = "a step that fails fails the test")]

use std::fs;

use backend_career::cli::atomic_file::{write_file, write_files};
use tempfile::TempDir;

#[test]
fn a_file_that_is_there_stays_unless_it_may_be_replaced() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x");
    write_file(&path, b"one", false).unwrap();
    write_file(&path, b"two", false).unwrap_err();
    assert_eq!(fs::read(&path).unwrap(), b"one");
    write_file(&path, b"two", true).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"two");
}

#[test]
fn nothing_is_written_if_one_of_several_files_is_there() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("b"), "mine").unwrap();
    let reason = write_files(folder.path(), &[("a", b"1"), ("b", b"2")], false).unwrap_err();
    assert!(reason.message().en.contains("--force") && reason.exit_code() == 1);
    assert!(!folder.path().join("a").exists());
}

#[test]
fn what_killed_runs_left_is_removed_and_nothing_else() {
    let folder = TempDir::new().unwrap();
    // No process has the largest number.
    let left = folder.path().join(format!(".backend-career-{}-abc.tmp", u32::MAX));
    let running = folder.path().join(format!(".backend-career-{}-abc.tmp", std::process::id()));
    let other = folder.path().join("mine.tmp");
    for path in [&left, &running, &other] {
        fs::write(path, "").unwrap();
    }
    write_file(&folder.path().join("x"), b"", false).unwrap();
    assert!(!left.exists() && running.exists() && other.exists());
}

#[cfg(unix)]
#[test]
fn the_mode_of_a_file_is_kept_and_a_link_is_not_followed() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = TempDir::new().unwrap();
    let [secret, link] = ["secret", "link"].map(|name| folder.path().join(name));
    fs::write(&secret, "old").unwrap();
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o600)).unwrap();
    symlink(&secret, &link).unwrap();
    write_file(&link, b"new", true).unwrap();
    assert_eq!(fs::read(&secret).unwrap(), b"old");
    write_file(&secret, b"new", true).unwrap();
    assert_eq!(fs::metadata(&secret).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(write_file(&link, b"", false).is_err());
}
