//! Lines and columns of problems, found in one pass over the text.

use super::excerpt::excerpt;
use super::sink::Raw;
use crate::dataset::error::Problem;

/// The problems with their lines and columns (in characters, from 1), in the order of the text.
pub fn located(file: &str, text: &str, mut found: Vec<Raw>) -> Vec<Problem> {
    found.sort_by_key(|raw| raw.span.start);
    let mut cursor = Cursor { at: 0, line: 1, column: 1 };
    found
        .into_iter()
        .map(|raw| {
            cursor.advance(text, raw.span.start);
            Problem {
                file: file.to_owned(),
                line: Some(cursor.line),
                column: Some(cursor.column),
                path: raw.path,
                message: raw.message.spaced(),
                excerpt: Some(excerpt(text, raw.span)),
            }
        })
        .collect()
}

/// A place in the text that only moves forward.
struct Cursor {
    at: usize,
    line: usize,
    column: usize,
}

impl Cursor {
    fn advance(&mut self, text: &str, to: usize) {
        let passed = &text.as_bytes()[self.at..to];
        let after_break = passed.iter().rposition(|byte| *byte == b'\n').map(|at| self.at + at + 1);
        if let Some(start) = after_break {
            self.line += passed.split(|byte| *byte == b'\n').count() - 1;
            self.column = 1;
            self.at = start;
        }
        self.column += text[self.at..to].chars().count();
        self.at = to;
    }
}

#[cfg(test)]
mod tests {
    use super::Cursor;

    #[test]
    fn columns_count_characters_and_start_again_on_each_line() {
        let text = "été\n  œuf 👩\u{200d}💻x";
        let mut cursor = Cursor { at: 0, line: 1, column: 1 };
        cursor.advance(text, 5);
        assert_eq!((cursor.line, cursor.column), (1, 4));
        cursor.advance(text, text.find('f').unwrap());
        assert_eq!((cursor.line, cursor.column), (2, 5));
        cursor.advance(text, text.find('x').unwrap());
        assert_eq!((cursor.line, cursor.column), (2, 10));
    }
}
