//! A line of typed text, which its owner keeps as a text.

use crate::view::escape::is_control_like;

/// Nobody asks for more, and no path that is typed is longer; what is typed is looked up at each key.
const LONGEST: usize = 250;

/// Adds a character at the end; what acts on a terminal is not taken.
pub fn type_into(text: &mut String, char: char) {
    if !is_control_like(char) && text.chars().count() < LONGEST {
        text.push(char);
    }
}
