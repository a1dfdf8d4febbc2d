//! The line of the source that a problem stands in, cut to what helps.

use super::lexer::Span;
use crate::model::error::Excerpt;

/// Characters shown before the place.
const BEFORE: usize = 48;
/// Characters shown from the place on.
const AFTER: usize = 72;

/// The line around `span`.
pub fn excerpt(text: &str, span: Span) -> Excerpt {
    let tail = &text[span.start..];
    let head = text[..span.start].char_indices().rev().take_while(|(_, char)| *char != '\n').take(BEFORE);
    let from = head.last().map_or(span.start, |(at, _)| at);
    let skipped = from > 0 && !text[..from].ends_with('\n');
    let line_end = tail.char_indices().take(AFTER).find(|(_, char)| matches!(char, '\n' | '\r'));
    let shown = line_end.map(|(at, _)| at);
    let end = shown.or_else(|| tail.char_indices().nth(AFTER).map(|(at, _)| at)).unwrap_or(tail.len());
    let cut = shown.is_none() && end < tail.len();
    let most = (span.end - span.start).min(end);
    let marked = (0..=most).rev().find(|at| tail.is_char_boundary(*at)).unwrap_or_default();
    Excerpt {
        before: format!("{}{}", if skipped { "…" } else { "" }, &text[from..span.start]),
        marked: tail[..marked].to_owned(),
        after: format!("{}{}", &tail[marked..end], if cut { "…" } else { "" }),
    }
}

#[cfg(test)]
mod tests {
    use super::excerpt;
    use crate::dataset::check::lexer::Span;

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("a\n{}X{}\nb", "é".repeat(100), "ù".repeat(100));
        let at = text.find('X').unwrap();
        let excerpt = excerpt(&text, Span { start: at, end: at + 1 });
        assert_eq!(excerpt.before, format!("…{}", "é".repeat(48)));
        assert_eq!(excerpt.marked, "X");
        assert_eq!(excerpt.after, format!("{}…", "ù".repeat(71)));
    }

    #[test]
    fn a_short_line_is_whole() {
        let excerpt = excerpt("a: b\r\nc", Span { start: 3, end: 4 });
        assert_eq!(
            (excerpt.before.as_str(), excerpt.marked.as_str(), excerpt.after.as_str()),
            ("a: ", "b", "")
        );
    }
}
