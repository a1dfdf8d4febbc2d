//! What each kind of text looks like on a terminal; the only place that knows colours.
//!
//! Everything is always styled: the stream at the edge strips it where colour is off.

use owo_colors::{OwoColorize, Style};

use crate::report::{Role, Span};

/// The document's title.
pub fn title(text: &str) -> String {
    styled(text, Style::new().bold())
}

/// The title of a block.
pub fn heading(text: &str) -> String {
    styled(text, Style::new().bold().cyan())
}

/// A column heading, the name of a card, a total.
pub fn strong(text: &str) -> String {
    styled(text, Style::new().bold())
}

/// A label beside a value.
pub fn label(text: &str) -> String {
    styled(text, Style::new().cyan())
}

/// What stands back: rules, remarks, sources.
pub fn quiet(text: &str) -> String {
    styled(text, Style::new().dimmed())
}

/// What must not be missed: marks and caveats.
pub fn mark(text: &str) -> String {
    styled(text, Style::new().yellow())
}

/// What was looked for.
pub fn matched(text: &str) -> String {
    styled(text, Style::new().bold())
}

/// The start of an error message.
pub fn error(text: &str) -> String {
    styled(text, Style::new().bold().red())
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
    styled(text, style)
}

/// Spans in the look of their roles; with `links`, an address can be clicked (OSC 8).
pub fn spans(spans: &[Span], links: bool) -> String {
    spans.iter().map(|span| piece(span, links)).collect()
}

fn piece(span: &Span, links: bool) -> String {
    match &span.role {
        Role::Plain | Role::Figure => span.text.clone(),
        Role::Quiet => quiet(&span.text),
        Role::Strong => strong(&span.text),
        Role::Match => matched(&span.text),
        Role::Link(url) if links => format!("\u{1b}]8;;{url}\u{1b}\\{}\u{1b}]8;;\u{1b}\\", span.text),
        Role::Link(_) => span.text.clone(),
    }
}

fn styled(text: &str, style: Style) -> String {
    if text.is_empty() { String::new() } else { text.style(style).to_string() }
}
