//! The command line that gives an answer again, as it can be copied into a shell.

use std::ffi::OsString;

use super::french;
use crate::model::text::Lang;
use crate::model::vocabulary::Vocabulary;
use crate::view::{Format, quoted_for_shell};

/// The words of `args`, quoted where a shell would read them otherwise; without where the answer goes, with the
/// language and the form, which other words may not say.
pub fn command(args: &[OsString], lang: Lang, format: Format) -> String {
    let words: Vec<String> = args.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
    let (options, operands) = words.split_at(end);
    let mut kept: Vec<&str> = Vec::new();
    let (mut says_language, mut says_format) = (false, false);
    let mut options = options.iter().map(String::as_str);
    while let Some(word) = options.next() {
        match french::named(word) {
            Some(("output", None)) => drop(options.next()),
            Some(("output" | "force" | "quiet", _)) => {}
            named => {
                says_language |= matches!(named, Some(("lang", _)));
                says_format |= matches!(named, Some(("format" | "json", _)));
                kept.push(word);
            }
        }
    }
    if !says_format {
        kept.extend(["--format", format.id()]);
    }
    if !says_language {
        kept.extend(["--lang", lang.id()]);
    }
    let operands = operands.iter().map(String::as_str);
    let words = kept.into_iter().chain(operands).map(quoted_for_shell);
    std::iter::once("backend-career".to_owned()).chain(words).collect::<Vec<_>>().join(" ")
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
        assert_eq!(again(&["x", "pay", "1", "-oo.html"]), "backend-career pay 1 --format html --lang fr");
    }

    #[test]
    fn options_by_another_name_are_known_and_stand_before_what_is_no_option() {
        assert_eq!(
            again(&["x", "salaires", "--langue", "fr", "--output=p.html"]),
            "backend-career salaires --langue fr --format html"
        );
        assert_eq!(
            again(&["x", "search", "-o", "q.html", "--", "--lang"]),
            "backend-career search --format html --lang fr -- --lang"
        );
    }
}
