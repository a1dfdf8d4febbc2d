//! Which language the reader asks for.

use std::ffi::OsString;

use super::environment::Environment;
use super::french;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;

impl Vocabulary for Lang {
    const KIND: Text = text("langue", "language");
    const ALL: &'static [Self] = &[Self::Fr, Self::En];

    fn id(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }
    fn label(self) -> Text {
        match self {
            Self::Fr => text("français", "French"),
            Self::En => text("anglais", "English"),
        }
    }
    fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Fr => &["francais", "french"],
            Self::En => &["anglais", "english"],
        }
    }
}

/// The language of this run: `--lang`, else what the environment says.
pub fn language(args: &[OsString], environment: &Environment) -> Lang {
    asked(args).unwrap_or(environment.lang)
}

/// The language that `--lang` asks for, wherever it stands; `None` if it does not.
///
/// It is needed before the arguments are parsed: what is wrong with them is said in it.
fn asked(args: &[OsString]) -> Option<Lang> {
    let mut args = args.iter().take_while(|arg| *arg != "--");
    let mut asked = None;
    while let Some(arg) = args.next() {
        let value = match arg.to_str().and_then(french::named) {
            Some(("lang", None)) => args.next().and_then(|value| value.to_str()),
            Some(("lang", value)) => value,
            _ => None,
        };
        asked = value.and_then(|name| Lang::parse(name).ok()).or(asked);
    }
    asked
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::asked;
    use crate::model::text::Lang;

    #[test]
    fn the_option_is_heard_wherever_it_stands_but_not_after_two_dashes() {
        let args = |args: &[&str]| args.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(asked(&args(&["x", "salary", "--lang", "en"])), Some(Lang::En));
        assert_eq!(asked(&args(&["x", "--lang=français", "salary"])), Some(Lang::Fr));
        assert_eq!(asked(&args(&["x", "--", "--lang", "en"])), None);
        assert_eq!(asked(&args(&["x", "--lang"])), None);
    }
}
