//! Something wrong in a file: where, what, and the line with a mark under the value.

use textwrap::core::display_width;

use super::layout::{broken, wrapped};
use crate::model::text::Lang;
use crate::report::{Snippet, SourceLine};
use crate::view::escape::escape_controls;
use crate::view::format::localize_message;
use crate::view::line::{Line, Look};

/// The least that is left for the line itself.
const NARROWEST: usize = 16;

/// The place, the message and the line within `width`.
pub fn render(snippet: &Snippet, lang: Lang, width: usize) -> Vec<Line> {
    let place = format!("{}  {}", snippet.place, snippet.path);
    let mut lines = wrapped(escape_controls(&place).trim_end(), width, "", "  ", &Look::Title);
    let message = localize_message(&snippet.message, lang);
    let message = message.lines().flat_map(|line| broken(line, width, "  ", "  "));
    lines.extend(message.map(|line| Line::of(line, Look::Plain)));
    lines.extend(snippet.source.iter().flat_map(|source| marked(source, width)));
    lines
}

/// The line and the marks below it.
fn marked(line: &SourceLine, width: usize) -> [Line; 2] {
    let gutter = format!("  {} │ ", line.number);
    let room = width.saturating_sub(display_width(&gutter)).max(NARROWEST);
    let before = escape_controls(line.before.trim_start()).into_owned();
    let (value, after) =
        (escape_controls(&line.marked).into_owned(), escape_controls(&line.after).into_owned());
    let before = last_columns(&before, (room / 2).max(room.saturating_sub(display_width(&value))));
    let left = room - display_width(&before);
    let (value, after) =
        (first_columns(&value, left), first_columns(&after, left.saturating_sub(display_width(&value))));
    let under = format!("{}│ {}", " ".repeat(display_width(&gutter) - 2), " ".repeat(display_width(&before)));
    let marks = "^".repeat(display_width(&value).max(1).min(left.max(1)));
    [
        Line::of(gutter, Look::Quiet).with(format!("{before}{value}{after}").trim_end(), Look::Plain),
        Line::of(under, Look::Quiet).with(marks, Look::Error),
    ]
}

/// As much of the beginning as fits.
fn first_columns(text: &str, columns: usize) -> String {
    if display_width(text) <= columns {
        return text.to_owned();
    }
    if columns == 0 {
        return String::new();
    }
    taken(text.chars(), columns.saturating_sub(1)).into_iter().chain(['…']).collect()
}

/// As much of the end as fits.
fn last_columns(text: &str, columns: usize) -> String {
    if display_width(text) <= columns {
        return text.to_owned();
    }
    let kept = taken(text.chars().rev(), columns.saturating_sub(1));
    std::iter::once('…').chain(kept.into_iter().rev()).collect()
}

fn taken(chars: impl Iterator<Item = char>, columns: usize) -> Vec<char> {
    let mut used = 0;
    let fits = |char: &char| {
        used += display_width(char.encode_utf8(&mut [0; 4]));
        used <= columns
    };
    chars.take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::model::text::{Lang, text};
    use crate::report::{Snippet, SourceLine};
    use crate::view::line::plain;

    fn shown(before: &str, marked: &str, width: usize) -> String {
        let source = SourceLine {
            number: 12,
            before: before.to_owned(),
            marked: marked.to_owned(),
            after: ",".to_owned(),
        };
        let snippet = Snippet {
            place: "a.json:12:3".to_owned(),
            path: "skills[0].id".to_owned(),
            message: text("non", "no"),
            source: Some(source),
        };
        plain(&render(&snippet, Lang::En, width))
    }

    #[test]
    fn the_mark_stands_under_the_value_whatever_stands_before_it() {
        let line = shown("  \"é\u{1b}\u{202e}\": ", "true", 80);
        assert_eq!(
            line,
            "a.json:12:3  skills[0].id\n  no\n  12 │ \"é␛<U+202E>\": true,\n     │               ^^^^"
        );
    }

    #[test]
    fn a_long_line_is_cut_to_the_width() {
        for line in shown(&"x".repeat(48), &"9".repeat(72), 40).lines() {
            assert!(line.chars().count() <= 40, "{line}");
        }
    }
}
