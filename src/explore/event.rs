//! What comes in from a terminal, and what goes out besides the next frame.

use super::question::Asked;
use crate::model::text::{Lang, Text};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// The window has this many columns and rows now.
    Resize(u16, u16),
    /// The mouse was clicked in this column and row.
    Click(u16, u16),
    /// The wheel was turned by this many lines, down if positive.
    Wheel(i16),
}

/// A key, as far as the explorer tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A character.
    Char(char),
    /// A letter with the control key.
    Ctrl(char),
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow left.
    Left,
    /// The arrow right.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first.
    Home,
    /// To the last.
    End,
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// The next zone.
    Tab,
    /// The zone before.
    BackTab,
    /// Deletes the character before.
    Backspace,
}

/// What the terminal is to do besides drawing.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Leave the explorer.
    Quit,
    /// Put a text on the clipboard, and say so.
    Copy(String, Text),
    /// Write the answer as a page and say where.
    WritePage(Box<Asked>, Lang),
    /// Read the document of this path and hand it in.
    Read(String),
    /// Open a page of the web, or copy its address where that cannot be done.
    Open(String),
    /// Draw everything anew.
    Redraw,
    /// Give the terminal back until the shell resumes us.
    Suspend,
}
