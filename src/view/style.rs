//! What each kind of text looks like on a terminal; the only place that knows colours.
//!
//! Everything is always styled: the stream at the edge strips it where colour is off.

use owo_colors::{OwoColorize, Style};

use super::line::{Line, Look, Piece};

/// The document's title.
pub fn title(text: &str) -> String {
    styled(text, &Look::Title)
}

/// The start of an error message.
pub fn error(text: &str) -> String {
    styled(text, &Look::Error)
}

/// Lines for a terminal that knows escape sequences; with `links`, an address can be clicked (OSC 8).
pub fn paint(lines: &[Line], links: bool) -> String {
    let painted = |line: &Line| line.pieces.iter().map(|piece| painted(piece, links)).collect();
    lines.iter().map(painted).collect::<Vec<String>>().join("\n")
}

/// A piece in its look; with `links`, an address can be clicked (OSC 8).
fn painted(piece: &Piece, links: bool) -> String {
    match &piece.look {
        Look::Link(url) if links => format!("\u{1b}]8;;{url}\u{1b}\\{}\u{1b}]8;;\u{1b}\\", piece.text),
        look => styled(&piece.text, look),
    }
}

fn styled(text: &str, look: &Look) -> String {
    match style(look) {
        Some(style) if !text.is_empty() => text.style(style).to_string(),
        _ => text.to_owned(),
    }
}

/// The colours and weights of a look; `None` for the terminal's own.
fn style(look: &Look) -> Option<Style> {
    let style = Style::new();
    Some(match look {
        Look::Plain | Look::Link(_) => return None,
        Look::Title | Look::Strong | Look::Match => style.bold(),
        Look::Heading => style.bold().cyan(),
        Look::Label => style.cyan(),
        Look::Quiet => style.dimmed(),
        Look::Mark => style.yellow(),
        Look::Error => style.bold().red(),
        Look::Group(group) => match group % 4 {
            0 => style.green(),
            1 => style.blue(),
            2 => style.magenta(),
            _ => style.yellow(),
        },
    })
}
