//! The look of a screen: what each kind of text is painted with, on ratatui's buffer.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use super::frame::{Frame, Row};
use crate::view::Look;

/// Paints a screen; without `color` there is text and nothing else.
pub fn paint(frame: &Frame, color: bool, onto: &mut ratatui::Frame<'_>) {
    let area = onto.area();
    let buffer = onto.buffer_mut();
    for (row, y) in frame.rows.iter().zip(area.top()..area.bottom()) {
        paint_row(row, y, area, color, buffer);
    }
    if let Some((column, row)) =
        frame.cursor.filter(|(column, row)| *column < area.width && *row < area.height)
    {
        onto.set_cursor_position(Position::new(column, row));
    }
}

fn paint_row(row: &Row, y: u16, area: Rect, color: bool, buffer: &mut Buffer) {
    let mut x = area.left();
    for piece in &row.line.pieces {
        if x >= area.right() {
            return;
        }
        let style = if color { style(&piece.look, row) } else { Style::new() };
        (x, _) = buffer.set_stringn(x, y, &piece.text, usize::from(area.right() - x), style);
    }
}

/// The 16 colours of the terminal, which suit light and dark ones; colour is never alone.
fn style(look: &Look, row: &Row) -> Style {
    let style = Style::new();
    let style = match look {
        Look::Plain => style,
        Look::Title | Look::Strong | Look::Match => style.add_modifier(Modifier::BOLD),
        Look::Heading => style.fg(Color::Cyan).add_modifier(Modifier::BOLD),
        Look::Label => style.fg(Color::Cyan),
        Look::Quiet => style.add_modifier(Modifier::DIM),
        Look::Mark => style.fg(Color::Yellow),
        Look::Error => style.fg(Color::Red).add_modifier(Modifier::BOLD),
        Look::Link(_) => style.add_modifier(Modifier::UNDERLINED),
        Look::Group(group) => style.fg(match group % 4 {
            0 => Color::Yellow,
            1 => Color::Cyan,
            2 => Color::Magenta,
            _ => Color::Green,
        }),
    };
    match (row.is_current, row.is_stale) {
        (true, _) => style.remove_modifier(Modifier::DIM).add_modifier(Modifier::BOLD),
        (false, true) => style.add_modifier(Modifier::DIM),
        (false, false) => style,
    }
}
