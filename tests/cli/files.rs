//! A user's files, as tests write and ask for them.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::asking::{Answer, Asking, ask};

/// A folder with one file.
pub fn folder(name: &str, text: impl AsRef<[u8]>) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
    fs::write(folder.path().join(name), text).unwrap();
    folder
}

pub fn with(line: &str, data: &Path) -> Asking {
    let mut args: Vec<std::ffi::OsString> = line.split_whitespace().map(Into::into).collect();
    args.extend(["--data".into(), data.into()]);
    ask(args)
}

pub fn validate(data: &Path) -> Answer {
    ask([std::ffi::OsStr::new("data"), std::ffi::OsStr::new("validate"), data.as_os_str()]).answer()
}

pub fn programme(id: &str, name: &str) -> Value {
    json!({
        "id": id, "name": { "fr": name, "en": name }, "level": "bac+5", "kind": "it-school",
        "providers": [{ "name": name, "city": name, "url": null }], "sources": ["onisep-2024"]
    })
}

pub fn programmes(list: &[Value], only: bool) -> TempDir {
    folder("training.json", json!({ "only": only, "programmes": list }).to_string())
}
