//! A line of typed text with its cursor.

use crate::view::escape::is_control_like;

/// A line of typed text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    text: String,
}

/// Nobody asks for more, and no path that is typed is longer; what is typed is looked up at each key.
const LONGEST: usize = 250;

impl Typed {
    /// A text that was typed already.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned() }
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds a character at the end; what acts on a terminal is not taken.
    pub fn push(&mut self, char: char) {
        if !is_control_like(char) && self.text.chars().count() < LONGEST {
            self.text.push(char);
        }
    }

    /// Takes the last character away.
    pub fn pop(&mut self) {
        self.text.pop();
    }

    /// Takes everything away.
    pub fn clear(&mut self) {
        self.text.clear();
    }
}
