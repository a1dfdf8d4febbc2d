//! Options that take several values between commas: what `clap_complete` leaves to the script, which completes the
//! value after the last comma.

use std::ffi::OsString;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};
use serde_json::{Map, Value};

use super::Shell;
use crate::cli::environment::Environment;
use crate::model::text::Lang;

/// What the function of the script for bash is called.
const BASH_FUNCTION: &str = r#"
_backend_career_list() {
    local done=""
    [[ $cur == *,* ]] && done="${cur%,*},"
    COMPREPLY=($(compgen -P "$done" -W "$1" -- "${cur##*,}"))
}
"#;

/// The commands whose answer has columns, each with a question that shows them. Not among them: `fit`, which asks back on
/// a terminal, and `ad` and `batch`, which need a file.
const ASKED: [(&str, &[&str]); 18] = [
    ("overview", &[]),
    ("missions", &[]),
    ("skills", &[]),
    ("salary", &[]),
    ("rates", &[]),
    ("training", &[]),
    ("progression", &[]),
    ("work", &[]),
    ("gap", &["--have", "php"]),
    ("payback", &[]),
    ("compare", &["junior", "senior"]),
    ("offer", &["45000"]),
    ("pay", &["48000"]),
    ("freelance", &["450"]),
    ("search", &["php"]),
    ("show", &["epitech"]),
    ("glossary", &[]),
    ("sources", &[]),
];

/// Values that an option takes several of, and the word that holds their place until the script is written.
pub struct List {
    place: String,
    values: Vec<String>,
}

/// The keys of a command's columns, in their order; none of a command whose answer has no table.
pub fn columns(command: &str, environment: &Environment) -> Vec<String> {
    let Some((name, words)) = ASKED.iter().find(|(name, _)| *name == command) else { return Vec::new() };
    let line = ["backend-career", name]
        .into_iter()
        .chain(words.iter().copied())
        .chain(["--format", "jsonl", "--quiet"]);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let answered =
        crate::cli::run(line.map(OsString::from).collect(), Lang::En, environment, &mut out, &mut err);
    let row: Option<Map<String, Value>> =
        out.split(|byte| *byte == b'\n').next().and_then(|row| serde_json::from_slice(row).ok());
    let keys = row.filter(|_| answered.is_ok()).into_iter().flatten().map(|(key, _)| key);
    keys.filter(|key| !matches!(key.as_str(), "notes" | "remarks")).collect()
}

/// The command with a word in the place of the values of each option that takes several, and its columns to sort by.
pub fn hold_places(mut command: Command, columns: &[String], lists: &mut Vec<List>) -> Command {
    let takes_several = |arg: &&Arg| !arg.is_positional() && arg.get_value_delimiter().is_some();
    let known = |arg: &Arg| match arg.get_id().as_str() {
        "columns" => columns.to_vec(),
        _ => arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect(),
    };
    let found: Vec<(String, Vec<String>)> = command
        .get_arguments()
        .filter(takes_several)
        .map(|arg| (arg.get_id().to_string(), known(arg)))
        .filter(|(_, values)| !values.is_empty())
        .collect();
    for (argument, values) in found {
        let place = format!("list-of-values-{}", lists.len());
        command =
            command.mut_arg(argument, |arg| arg.value_parser(PossibleValuesParser::new([place.clone()])));
        lists.push(List { place, values });
    }
    let sorts = command.get_arguments().any(|arg| arg.get_id() == "sort") && !columns.is_empty();
    if sorts {
        command =
            command.mut_arg("sort", |arg| arg.value_parser(PossibleValuesParser::new(columns.to_vec())));
    }
    command
}

/// The script with the values in their places.
pub fn fill(script: String, lists: &[List], shell: Shell) -> String {
    let mut filled = script;
    for List { place, values } in lists.iter().rev() {
        let values = values.join(" ");
        let (held, told) = match shell {
            Shell::Bash => (
                format!(r#"COMPREPLY=($(compgen -W "{place}" -- "${{cur}}"))"#),
                format!(r#"_backend_career_list "{values}""#),
            ),
            Shell::Zsh => (format!(":({place})"), format!(":_sequence -s , compadd - {values}")),
            Shell::Fish => (format!("\"{place}\\t''\""), format!("\"(__fish_append , {values})\"")),
            Shell::Elvish | Shell::Pwsh => (place.clone(), String::new()),
        };
        filled = filled.replace(&held, &told);
    }
    if shell == Shell::Bash { filled + BASH_FUNCTION } else { filled }
}
