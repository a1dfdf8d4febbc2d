//! What clap refuses, said in both languages: what was wrong, what was perhaps meant, where to look.

use std::error::Error as _;
use std::io::Write;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::argument::Refusal;
use super::command::Subcommand;
use super::environment::Environment;
use super::french;
use super::help;
use crate::model::amount::parse_amount;
use crate::model::error::Reason;
use crate::model::name::{key, slips};
use crate::model::text::Text;
use crate::model::training::StudyLevel;
use crate::model::vocabulary::{Seniority, Vocabulary};

/// Prints what was asked for (help, version), or turns the refusal into a usage error.
///
/// `asked` is the command that was named, if one was.
///
/// # Errors
/// A usage error that says what was wrong with the arguments; an `io::Error` if `out` takes no more.
pub fn answer(
    error: &Error,
    asked: Option<&Subcommand>,
    environment: &Environment,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            Ok(help::write(&error.render().ansi().to_string(), environment, out)?)
        }
        _ => Err(Reason::Usage(message(error, asked)).into()),
    }
}

/// What was wrong, an example where something is missing, and where to read more.
fn message(error: &Error, asked: Option<&Subcommand>) -> Text {
    let said = refusal(error).map_or_else(|| by_kind(error), |refusal| with_argument(error, refusal));
    let name = asked.map(|command| format!("{} ", command.name)).unwrap_or_default();
    let missing = error.kind() == ErrorKind::MissingRequiredArgument;
    let example = asked.filter(|_| missing).and_then(|command| {
        let lacking = context(error, ContextKind::InvalidArg);
        // An example that has what is missing, where one has.
        command.examples.iter().find(|example| example.contains(&lacking)).or(command.examples.first())
    });
    let is_word = error.kind() == ErrorKind::UnknownArgument;
    let meant = is_word.then(|| meant_by(&context(error, ContextKind::InvalidArg), asked)).flatten();
    let (fr, en) = match (example, meant) {
        (Some(example), _) => (format!("\npar exemple : `{example}`"), format!("\nfor example: `{example}`")),
        (None, Some(meant)) => (format!("\n{}", meant.fr), format!("\n{}", meant.en)),
        (None, None) => (String::new(), String::new()),
    };
    Text::new(
        format!("{}{fr}\nvoir `backend-career {name}--help`", said.fr),
        format!("{}{en}\nsee `backend-career {name}--help`", said.en),
    )
}

/// What one of our own parsers said of a value.
fn refusal(error: &Error) -> Option<&Refusal> {
    error.source()?.downcast_ref::<Refusal>()
}

fn with_argument(error: &Error, Refusal(reason): &Refusal) -> Text {
    let argument = context(error, ContextKind::InvalidArg);
    Text::new(format!("{argument} : {}", reason.fr), format!("{argument}: {}", reason.en))
}

fn by_kind(error: &Error) -> Text {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => unknown(
            (
                &format!("option ou argument « {argument} » inconnu"),
                &format!("unknown argument `{argument}`"),
            ),
            suggestions(error.get(ContextKind::SuggestedArg)),
        ),
        ErrorKind::InvalidSubcommand => {
            let name = context(error, ContextKind::InvalidSubcommand);
            let said = (&*format!("commande « {name} » inconnue"), &*format!("unknown command `{name}`"));
            // clap finds far names near.
            let near = suggestions(error.get(ContextKind::SuggestedSubcommand));
            let near: Vec<String> =
                near.iter().filter(|near| slips(&key(&name), &key(near)).is_some()).cloned().collect();
            unknown(said, &near)
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            Text::new(format!("{argument} attend une valeur"), format!("{argument} needs a value"))
        }
        ErrorKind::InvalidUtf8 => {
            Text::new("un argument n’est pas en UTF-8", "an argument is not valid UTF-8")
        }
        ErrorKind::ArgumentConflict if argument == context(error, ContextKind::PriorArg) => {
            Text::new(format!("{argument} est donné deux fois"), format!("{argument} is given twice"))
        }
        ErrorKind::ArgumentConflict => Text::new(
            format!("{argument} ne va pas avec {}", context(error, ContextKind::PriorArg)),
            format!("{argument} does not go with {}", context(error, ContextKind::PriorArg)),
        ),
        ErrorKind::MissingRequiredArgument => {
            // Where one of several is needed, clap puts all of them between one more pair of brackets.
            let inner = argument.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
            let choice = inner.filter(|inner| inner.contains('|')).unwrap_or(&argument);
            let either = |or: &str| choice.replace('|', or);
            Text::new(format!("il manque {}", either(" ou ")), format!("{} is missing", either(" or ")))
        }
        ErrorKind::TooManyValues => {
            Text::new(format!("{argument} n’attend pas de valeur"), format!("{argument} takes no value"))
        }
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => Text::new(
            format!("{argument} n’attend pas ce nombre de valeurs"),
            format!("{argument} does not take this many values"),
        ),
        _ => Text::new(
            format!("commande incomprise : {argument} {value}"),
            format!("command not understood: {argument} {value}"),
        ),
    }
}

/// An unknown name and the nearest known ones, the nearest first; other spellings stand for the name they mean.
fn unknown((fr, en): (&str, &str), suggested: &[String]) -> Text {
    let mut names: Vec<String> = Vec::new();
    for name in suggested.iter().rev().map(|name| french::meant(name)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Text::new(fr, en);
    }
    Text::new(
        format!("{fr} ; vouliez-vous dire « {} » ?", names.join(" » ou « ")),
        format!("{en}; did you mean `{}`?", names.join("` or `")),
    )
}

/// The names that clap finds near.
fn suggestions(found: Option<&ContextValue>) -> &[String] {
    match found {
        Some(ContextValue::String(name)) => std::slice::from_ref(name),
        Some(ContextValue::Strings(names)) => names,
        _ => &[],
    }
}

/// What a bare word behind a command most likely means.
fn meant_by(word: &str, asked: Option<&Subcommand>) -> Option<Text> {
    let command = asked?.name;
    let proposal = match command {
        "offer" | "pay" if parse_amount(word).is_ok() => "compare 38k 45k`, `offer 38-45k".to_owned(),
        "gap" if !word.starts_with('-') => format!("gap cv.pdf --against {word}"),
        "salary" | "offer" | "rates" => format!("{command} --level {}", Seniority::parse(word).ok()?.id()),
        "training" | "payback" => format!("{command} --level {}", StudyLevel::parse(word).ok()?.id()),
        _ => return None,
    };
    Some(Text::new(format!("par exemple : `{proposal}`"), format!("for example: `{proposal}`")))
}

/// A part of what clap knows of the error.
fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}
