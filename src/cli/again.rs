//! The command line that gives an answer again, as it can be copied into a shell.

use std::ffi::OsString;

use crate::model::text::Lang;
use crate::model::vocabulary::Vocabulary;
use crate::view::Format;

/// The words of `args`, quoted where a shell would read them otherwise; without where the answer goes, with the
/// language and the form, which other words may not say.
pub fn command(args: &[OsString], lang: Lang, format: Format) -> String {
    let mut command = "backend-career".to_owned();
    let mut words = args.iter().skip(1).map(|word| word.to_string_lossy());
    let (mut says_language, mut says_format) = (false, false);
    while let Some(word) = words.next() {
        match &*word {
            "--output" | "-o" => {
                words.next();
                continue;
            }
            "--force" | "-q" | "--quiet" => continue,
            word if word.starts_with("--output=") => continue,
            word => {
                says_language |= word == "--lang" || word.starts_with("--lang=");
                says_format |= word == "--json" || word == "--format" || word.starts_with("--format=");
            }
        }
        command.push(' ');
        command.push_str(&quoted(&word));
    }
    if !says_format {
        command.push_str(" --format ");
        command.push_str(format.id());
    }
    if !says_language {
        command.push_str(" --lang ");
        command.push_str(lang.id());
    }
    command
}

/// A word as a shell reads it back.
fn quoted(word: &str) -> String {
    let is_plain = |char: char| char.is_alphanumeric() || "-_./:=+,@%".contains(char);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::command;
    use crate::model::text::Lang;
    use crate::view::Format;

    fn again(args: &[&str]) -> String {
        command(&args.iter().map(OsString::from).collect::<Vec<_>>(), Lang::Fr, Format::Html)
    }

    #[test]
    fn the_command_can_be_copied_into_a_shell() {
        assert_eq!(
            again(&["x", "search", "c'est $HOME", "--format=html", "-o", "a b.html", "--force"]),
            "backend-career search 'c'\\''est $HOME' --format=html --lang fr"
        );
        assert_eq!(
            again(&["x", "--lang", "en", "pay", "48k"]),
            "backend-career --lang en pay 48k --format html"
        );
    }
}
