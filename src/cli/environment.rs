//! What the edge knows of where the program runs: language, colour, width, the user’s own facts.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use super::pager::Pager;
use crate::model::text::Lang;

/// The width of an answer that goes to a file or a pipe.
pub const PIPE_WIDTH: usize = 80;

/// What the edge knows of its terminal.
#[derive(Debug, Clone, Copy, Default)]
pub struct TerminalInfo {
    /// Whether standard input is one: a keyboard.
    pub stdin: bool,
    /// Whether standard output is one.
    pub stdout: bool,
    /// Whether standard error is one.
    pub stderr: bool,
    /// Whether answers are coloured when no option says.
    pub stdout_color: bool,
    /// Whether error messages are coloured.
    pub stderr_color: bool,
    /// Whether links can be clicked in it.
    pub links: bool,
    /// Its columns and lines.
    pub size: Option<(usize, usize)>,
}

/// Where the program runs, read once.
#[derive(Debug, Clone)]
pub struct Environment {
    /// The language that it asks for.
    pub lang: Lang,
    /// Whether the answer is coloured when nothing is asked for.
    pub color: bool,
    /// Whether error messages are coloured.
    pub color_errors: bool,
    /// Whether error messages go to a terminal.
    pub errors_on_terminal: bool,
    /// Whether the locale has no Unicode to draw with.
    pub ascii: bool,
    /// Whether links can be clicked.
    pub links: bool,
    /// Whether the answer goes to a terminal.
    pub on_terminal: bool,
    /// The pager, where answers may be paged.
    pub pager: Option<Pager>,
    /// The width in columns when none is asked for.
    pub width: usize,
    /// Whether standard input is a keyboard, which would be waited for without end.
    pub typed_input: bool,
    /// Whether the reader hears answers rather than seeing them.
    pub accessible: bool,
    /// Where the user's own facts are when no option says.
    pub data: Option<PathBuf>,
    /// Whether a screen can be taken as a whole: a terminal on both sides, and a person who sees it.
    pub full_screen: bool,
    /// Whether a browser can be opened where the person sits.
    pub browser: bool,
    /// The person's own folder, which `~` stands for.
    pub home: Option<PathBuf>,
}

impl Environment {
    /// Reads the environment through `var`.
    pub fn read(var: impl Fn(&str) -> Option<OsString>, terminal: TerminalInfo) -> Self {
        let set = |name: &str| var(name).filter(|value| !value.is_empty());
        let columns = || set("COLUMNS").and_then(|columns| columns.to_str()?.parse().ok());
        let accessible = set("ACCESSIBLE").is_some_and(|value| value != "0");
        Self {
            lang: lang_of_environment(&set),
            color: terminal.stdout_color,
            color_errors: terminal.stderr_color,
            errors_on_terminal: terminal.stderr,
            ascii: !speaks_unicode(&set),
            links: terminal.stdout && terminal.links,
            on_terminal: terminal.stdout,
            pager: terminal.size.filter(|_| terminal.stdout).and_then(|(_, height)| pager(&var, height)),
            width: terminal.size.map(|(columns, _)| columns).or_else(columns).unwrap_or(PIPE_WIDTH),
            typed_input: terminal.stdin,
            accessible,
            data: set("BACKEND_CAREER_DATA").map(PathBuf::from),
            full_screen: terminal.stdin
                && terminal.stdout
                && !accessible
                && set("TERM").is_none_or(|term| term != "dumb"),
            browser: set("SSH_CONNECTION").is_none()
                && (cfg!(target_os = "macos") || set("DISPLAY").or_else(|| set("WAYLAND_DISPLAY")).is_some()),
            home: set("HOME").map(PathBuf::from),
        }
    }
}

/// The pager the reader wants; `None` if it is set to nothing, or to `cat`.
fn pager(var: &impl Fn(&str) -> Option<OsString>, height: usize) -> Option<Pager> {
    let wanted = ["BACKEND_CAREER_PAGER", "PAGER"].iter().find_map(|name| var(name));
    let command =
        wanted.map_or_else(|| "less -FRX".to_owned(), |wanted| wanted.to_string_lossy().into_owned());
    let is_one = !command.trim().is_empty() && command.trim() != "cat";
    let is_set = |name: &str| var(name).is_some_and(|value| !value.is_empty());
    is_one.then(|| Pager {
        less_is_set: is_set("LESS"),
        charset_is_set: is_set("LESSCHARSET"),
        command,
        height,
    })
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

    use super::Environment;
    use crate::model::text::Lang;

    fn environment(vars: &[(&str, &str)]) -> Environment {
        let var =
            |name: &str| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value));
        Environment::read(var, super::TerminalInfo { stdout: true, stderr: true, ..Default::default() })
    }

    #[test]
    fn the_first_language_variable_that_is_set_decides() {
        assert_eq!(environment(&[]).lang, Lang::En);
        assert_eq!(environment(&[("LANG", "fr_FR.UTF-8")]).lang, Lang::Fr);
        assert_eq!(environment(&[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")]).lang, Lang::En);
        assert_eq!(environment(&[("LC_ALL", ""), ("LANG", "fr")]).lang, Lang::Fr);
        assert_eq!(environment(&[("BACKEND_CAREER_LANG", "fr"), ("LC_ALL", "C")]).lang, Lang::Fr);
        assert_eq!(environment(&[("LANG", "de_DE.UTF-8")]).lang, Lang::En);
    }
}
