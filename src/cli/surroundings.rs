//! What the edge knows of where the program runs: language, colour, width, the user’s own facts.

use std::ffi::{OsStr, OsString};

use super::pager::Pager;
use crate::query::Lang;

/// The width of an answer that goes to a file or a pipe.
const PIPE_WIDTH: usize = 80;

/// What the edge knows of its terminal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terminal {
    /// Whether standard input is one: a keyboard.
    pub stdin: bool,
    /// Whether standard output is one.
    pub stdout: bool,
    /// Whether standard error is one.
    pub stderr: bool,
    /// Whether links can be clicked in it.
    pub links: bool,
    /// Its columns and lines.
    pub size: Option<(usize, usize)>,
}

/// Where the program runs, read once.
#[derive(Debug, Clone)]
pub struct Surroundings {
    lang: Lang,
    color: bool,
    color_errors: bool,
    ascii: bool,
    links: bool,
    on_terminal: bool,
    pager: Option<Pager>,
    width: usize,
    typed_input: bool,
    data: Option<OsString>,
}

impl Surroundings {
    /// Reads the environment through `var`.
    pub fn read(var: impl Fn(&str) -> Option<OsString>, terminal: Terminal) -> Self {
        let set = |name: &str| var(name).filter(|value| !value.is_empty());
        let wanted = wants_color(&set);
        let columns = || set("COLUMNS").and_then(|columns| columns.to_str()?.parse().ok());
        Self {
            lang: lang_of_environment(&set),
            color: wanted.unwrap_or(terminal.stdout),
            color_errors: wanted.unwrap_or(terminal.stderr),
            ascii: !speaks_unicode(&set),
            links: terminal.stdout && terminal.links,
            on_terminal: terminal.stdout,
            pager: terminal.size.filter(|_| terminal.stdout).and_then(|(_, height)| pager(&set, height)),
            width: terminal.size.map(|(columns, _)| columns).or_else(columns).unwrap_or(PIPE_WIDTH),
            typed_input: terminal.stdin,
            data: set("BACKEND_CAREER_DATA"),
        }
    }

    /// Whether standard input is a keyboard, which would be waited for without end.
    pub const fn has_typed_input(&self) -> bool {
        self.typed_input
    }

    /// The language that the environment asks for.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether the answer is coloured when nothing is asked for.
    pub const fn colors(&self) -> bool {
        self.color
    }

    /// Whether error messages are coloured.
    pub const fn styles_errors(&self) -> bool {
        self.color_errors
    }

    /// Whether the locale has no Unicode to draw with.
    pub const fn ascii(&self) -> bool {
        self.ascii
    }

    /// Whether links can be clicked.
    pub const fn links(&self) -> bool {
        self.links
    }

    /// Whether the answer goes to a terminal.
    pub const fn on_terminal(&self) -> bool {
        self.on_terminal
    }

    /// The pager, where answers may be paged.
    pub const fn pager(&self) -> Option<&Pager> {
        self.pager.as_ref()
    }

    /// Where the user's own facts are when no option says.
    pub fn data(&self) -> Option<&OsStr> {
        self.data.as_deref()
    }

    /// The width in columns when none is asked for.
    pub const fn width(&self) -> usize {
        self.width
    }
}

/// `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR` and `TERM=dumb`, in this order; `None` if they leave it open.
fn wants_color(set: &impl Fn(&str) -> Option<OsString>) -> Option<bool> {
    if set("NO_COLOR").is_some() {
        Some(false)
    } else if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
        Some(true)
    } else if set("CLICOLOR").is_some_and(|value| value == "0")
        || set("TERM").is_some_and(|term| term == "dumb")
    {
        Some(false)
    } else {
        None
    }
}

/// The pager the reader wants; `None` if it is set to nothing, or to `cat`.
fn pager(set: &impl Fn(&str) -> Option<OsString>, height: usize) -> Option<Pager> {
    let wanted = ["BACKEND_CAREER_PAGER", "PAGER"].iter().find_map(|name| set(name));
    let command =
        wanted.map_or_else(|| "less -FRX".to_owned(), |wanted| wanted.to_string_lossy().into_owned());
    let is_one = command.trim() != "cat";
    is_one.then(|| Pager { command, less_is_set: set("LESS").is_some(), height })
}

/// Whether the locale's encoding is UTF-8; where no locale is set, nothing speaks against it.
fn speaks_unicode(set: &impl Fn(&str) -> Option<OsString>) -> bool {
    let first = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| set(name));
    let utf8 = |locale: &OsStr| {
        let locale = locale.to_string_lossy().to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    };
    first.is_none_or(|locale| utf8(&locale))
}

/// The first of the language variables that is set decides; French if it begins with `fr`.
fn lang_of_environment(set: &impl Fn(&str) -> Option<OsString>) -> Lang {
    let first = ["BACKEND_CAREER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| set(name));
    let french =
        |value: &OsStr| value.to_str().is_some_and(|value| value.to_ascii_lowercase().starts_with("fr"));
    if first.is_some_and(|value| french(&value)) { Lang::Fr } else { Lang::En }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::Surroundings;
    use crate::query::Lang;

    fn surroundings(vars: &[(&str, &str)]) -> Surroundings {
        let var =
            |name: &str| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value));
        Surroundings::read(var, super::Terminal { stdout: true, stderr: true, ..Default::default() })
    }

    #[test]
    fn the_first_language_variable_that_is_set_decides() {
        assert_eq!(surroundings(&[]).lang, Lang::En);
        assert_eq!(surroundings(&[("LANG", "fr_FR.UTF-8")]).lang, Lang::Fr);
        assert_eq!(surroundings(&[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")]).lang, Lang::En);
        assert_eq!(surroundings(&[("LC_ALL", ""), ("LANG", "fr")]).lang, Lang::Fr);
        assert_eq!(surroundings(&[("BACKEND_CAREER_LANG", "fr"), ("LC_ALL", "C")]).lang, Lang::Fr);
        assert_eq!(surroundings(&[("LANG", "de_DE.UTF-8")]).lang, Lang::En);
    }

    #[test]
    fn colour_variables_are_heard_in_order() {
        assert!(surroundings(&[]).color);
        assert!(!surroundings(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]).color);
        assert!(surroundings(&[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")]).color);
        assert!(!surroundings(&[("CLICOLOR", "0")]).color);
        assert!(!surroundings(&[("TERM", "dumb")]).color);
    }
}
