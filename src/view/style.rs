//! What each kind of text looks like; the only place that knows colours.
//!
//! Everything is always styled: the stream at the edge strips it where colour is off.

use std::borrow::Cow;

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

/// What begins and ends a link that a terminal can open (OSC 8).
const LINK: (&str, &str) = ("\u{1b}]8;;", "\u{1b}\\");

/// A page that can be clicked, shown by its address.
pub fn link(url: &str) -> String {
    let (begins, ends) = LINK;
    format!("{begins}{url}{ends}{url}{begins}{ends}")
}

/// A styled text with its links as plain addresses.
pub fn without_links(text: &str) -> Cow<'_, str> {
    let (begins, ends) = LINK;
    let mut pieces = text.split(begins);
    let first = pieces.next().unwrap_or_default();
    if first.len() == text.len() {
        return Cow::Borrowed(text);
    }
    let rest = pieces.map(|piece| piece.split_once(ends).map_or(piece, |(_, shown)| shown));
    Cow::Owned(std::iter::once(first).chain(rest).collect())
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

#[cfg(test)]
mod tests {
    use super::{link, without_links};

    #[test]
    fn a_link_that_cannot_be_clicked_is_its_address() {
        let text = format!("see {} and {}.", link("https://a.fr"), link("https://b.fr"));
        assert_eq!(without_links(&text), "see https://a.fr and https://b.fr.");
        assert_eq!(anstream::adapter::strip_str(&text).to_string(), "see https://a.fr and https://b.fr.");
        assert_eq!(textwrap::core::display_width(&link("https://a.fr")), 12);
    }
}
