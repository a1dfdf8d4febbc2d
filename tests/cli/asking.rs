//! Runs the program and looks at what it says.

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

/// One run of the program, in English and without colour unless asked otherwise.
pub struct Asking {
    command: Command,
}

/// What the program said.
#[derive(Debug)]
pub struct Answer {
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
}

/// Begins a run with `args`.
pub fn ask<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Asking {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backend-career"));
    command.args(args).env_clear().env("LC_ALL", "C.UTF-8").stdin(Stdio::null());
    Asking { command }
}

/// Begins a run with a command line in one string, split at spaces.
pub fn ask_line(line: &str) -> Asking {
    ask(line.split_whitespace().map(OsString::from))
}

impl Asking {
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Gives `text` as standard input.
    pub fn stdin(mut self, text: impl AsRef<[u8]>) -> Self {
        let (reader, mut writer) = std::io::pipe().unwrap();
        let text = text.as_ref().to_owned();
        // The program may stop reading before the end.
        std::thread::spawn(move || writer.write_all(&text));
        self.command.stdin(reader);
        self
    }

    pub fn stdout(mut self, to: impl Into<Stdio>) -> Self {
        self.command.stdout(to);
        self
    }

    /// Runs to the end.
    pub fn answer(mut self) -> Answer {
        let output = self.command.output().unwrap();
        Answer {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code().unwrap_or(-1),
        }
    }

    /// Runs to the end; the answer must be there.
    pub fn answered(self) -> Answer {
        let answer = self.answer();
        assert_eq!(answer.code, 0, "{}", answer.stderr);
        answer
    }

    /// The whole report.
    pub fn json(mut self) -> Value {
        self.command.args(["--format", "json"]);
        serde_json::from_str(&self.answered().stdout).unwrap()
    }

    /// The main table as records under the header's names.
    pub fn csv(mut self) -> Vec<std::collections::BTreeMap<String, String>> {
        self.command.args(["--format", "csv"]);
        let answer = self.answered();
        csv::Reader::from_reader(answer.stdout.as_bytes()).deserialize().map(Result::unwrap).collect()
    }
}

/// The values of a key in every element of an array, as texts.
pub fn pluck(array: &Value, key: &str) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    array.as_array().unwrap().iter().map(|element| text(&element[key])).collect()
}

/// What is shown with every line break and run of blanks as one space.
pub fn unwrapped(shown: &str) -> String {
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every command, as the help lists them.
pub fn commands() -> Vec<String> {
    let help = ask(["--help"]).answered().stdout;
    let listed = help.split("Usage:").nth(1).unwrap().split("Common options").next().unwrap();
    let names: Vec<String> = listed
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .map(|line| line.split(' ').next().unwrap().to_owned())
        .collect();
    assert!(names.len() >= 14, "{names:?}");
    names
}
