//! What each kind of text looks like; the only place that knows colours.
//!
//! Everything is always styled: the stream at the edge strips it where colour is off.

use owo_colors::{OwoColorize, Style};

/// The document's title.
pub fn title(text: &str) -> String {
    text.style(Style::new().bold()).to_string()
}

/// The title of a block.
pub fn heading(text: &str) -> String {
    text.style(Style::new().bold().cyan()).to_string()
}

/// A column heading.
pub fn column(text: &str) -> String {
    text.style(Style::new().bold()).to_string()
}

/// A label beside a value.
pub fn label(text: &str) -> String {
    text.style(Style::new().cyan()).to_string()
}

/// What stands back: rules, remarks, sources.
pub fn quiet(text: &str) -> String {
    text.style(Style::new().dimmed()).to_string()
}

/// What must not be missed: marks and caveats.
pub fn mark(text: &str) -> String {
    text.style(Style::new().yellow()).to_string()
}

/// A bar of the chart; each group has a colour of its own.
pub fn bar(text: &str, group: usize) -> String {
    let style = Style::new();
    let style = match group % 4 {
        0 => style.green(),
        1 => style.blue(),
        2 => style.magenta(),
        _ => style.yellow(),
    };
    text.style(style).to_string()
}

/// Where the style of a hit begins and ends.
pub const HIT: (&str, &str) = ("\u{1b}[1m", "\u{1b}[0m");

/// A word that was looked for.
pub fn hit(text: &str) -> String {
    format!("{}{text}{}", HIT.0, HIT.1)
}

/// The start of an error message.
pub fn error(text: &str) -> String {
    text.style(Style::new().bold().red()).to_string()
}
