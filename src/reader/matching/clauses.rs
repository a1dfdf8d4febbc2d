//! How a text falls into clauses: sentences, items of lists, headings; the scope of a negation, of a clue, of a heading.

use super::headings::is_title;
use super::surface::Surface;
use crate::reader::words::last_bytes;

/// A heading has no more words than this.
const LONGEST_HEADING: usize = 9;
/// A line of capitals or one that stands apart is a heading only if it is shorter still.
const SHORT_HEADING: usize = 6;
/// The words before a colon are a label if they are no more than this.
const LONGEST_LABEL: usize = 8;

/// A clause is cut where it gets longer than this, in bytes.
const LONGEST_CLAUSE: usize = 2000;
/// How much of the end of a line, in bytes, tells whether the next one goes on with it.
const TAIL: usize = 400;

/// The clauses of a text, in order; together they cover it.
pub struct Clauses {
    list: Vec<Clause>,
}

/// A piece of a text that says one thing.
#[derive(Debug, Default, Clone, Copy)]
pub struct Clause {
    /// Where it begins in the surface's text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Where the label at its beginning ends, if it has one: `Tools: `.
    pub label_end: Option<usize>,
    /// Whether it is a heading.
    pub heading: bool,
    /// Which line it belongs to, several lines of one paragraph being one.
    pub line: usize,
    /// Whether it is the first clause of its line.
    pub first: bool,
}

impl Clauses {
    /// Splits a text.
    pub fn new(surface: &Surface<'_>) -> Self {
        Self::with_sections(surface, |_| false)
    }

    /// Splits a text in which a line, folded, is a heading if `is_section` knows it, too.
    pub fn with_sections(surface: &Surface<'_>, is_section: impl Fn(&str) -> bool) -> Self {
        let mut list = Vec::new();
        for (number, line) in lines(surface, is_section).into_iter().enumerate() {
            split(surface.text(), line, number, &mut list);
        }
        Self { list }
    }

    /// The clauses, in order.
    pub fn all(&self) -> &[Clause] {
        &self.list
    }

    /// The clause in which `at` lies; an empty one where there is none.
    pub fn around(&self, at: usize) -> Clause {
        let place = self.list.partition_point(|clause| clause.end <= at);
        let found = self.list.get(place).filter(|clause| clause.start <= at).copied();
        found.unwrap_or(Clause { start: at, end: at, line: usize::MAX, ..Clause::default() })
    }
}

/// A line as it is meant: what an editor or a printer has broken is one again.
#[derive(Debug, Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
    heading: bool,
}

fn lines(surface: &Surface<'_>, is_section: impl Fn(&str) -> bool) -> Vec<Line> {
    let text = surface.text();
    let mut lines: Vec<Line> = Vec::new();
    let (mut at, mut blank_before) = (0, true);
    let raw: Vec<&str> = text.split_inclusive('\n').collect();
    for (number, piece) in raw.iter().enumerate() {
        let (start, end) = (at, at + piece.len());
        at = end;
        if piece.trim().is_empty() {
            blank_before = true;
            continue;
        }
        let original = surface.quote(start, end);
        let blank_after = raw.get(number + 1).is_none_or(|next| next.trim().is_empty());
        let section = original.trim_start().starts_with(char::is_uppercase) && is_section(piece);
        let goes_on = !blank_before
            && !section
            && lines.last().is_some_and(|last| {
                !last.heading && continues(surface.quote(tail(text, *last), last.end), original)
            });
        if goes_on {
            if let Some(last) = lines.last_mut() {
                last.end = end;
            }
        } else {
            let apart = blank_before || opens_list(surface, &lines, raw.get(number + 1).copied());
            let heading = section || is_heading(original, apart, blank_after);
            lines.push(Line { start, end, heading });
        }
        blank_before = false;
    }
    lines
}

/// Whether a line stands between two lists: behind an item, and before one.
fn opens_list(surface: &Surface<'_>, lines: &[Line], next: Option<&str>) -> bool {
    let behind = lines.last().is_some_and(|last| is_item(surface.quote(last.start, last.end)));
    behind && next.is_some_and(is_item)
}

/// Where the end of a line begins that is looked at.
fn tail(text: &str, line: Line) -> usize {
    line.end - last_bytes(&text[line.start..line.end], TAIL).len()
}

/// Whether a line begins an item of a list.
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let mut chars = line.chars();
    match (chars.next(), chars.next()) {
        (
            Some(
                '-' | '*' | '•' | '·' | '>' | '–' | '—' | '▪' | '◦' | '‣' | '➢' | '✓' | '✔' | '●' | '○' | '■'
                | '◆' | '→' | '\u{f0b7}',
            ),
            _,
        )
        | (Some('o' | '.'), Some(' ')) => true,
        (Some(digit), Some('.' | ')')) => digit.is_ascii_digit(),
        _ => false,
    }
}

/// Words that cannot end a thought.
const LINKS: &[&str] = &[
    "de", "d", "des", "du", "en", "et", "ou", "avec", "sur", "sous", "par", "pour", "dans", "le", "la",
    "les", "un", "une", "au", "aux", "à", "of", "the", "a", "an", "and", "or", "with", "in", "on", "to",
    "for", "from", "by", "nor", "ni", "vers", "using", "&", "sans",
];

/// Whether `line` goes on with the thought of the line before it.
fn continues(before: &str, line: &str) -> bool {
    let before = before.trim_end();
    if is_item(line) || line.trim_start().starts_with(['#', '|']) || before.ends_with(['.', '!', '?', ':']) {
        return false;
    }
    if before.ends_with([',', '/', '&', '(']) {
        return true;
    }
    let last = before.rsplit([' ', '\n', '’', '\'']).next().unwrap_or_default().to_lowercase();
    if LINKS.contains(&last.as_str()) {
        return true;
    }
    let open = before.matches('(').count() > before.matches(')').count();
    let short = before.split_whitespace().count() <= 3
        && !before.contains([',', ';'])
        && before.starts_with(char::is_uppercase);
    open || (line.trim_start().starts_with(char::is_lowercase) && !short)
}

/// Whether a line is a heading by its form.
fn is_heading(line: &str, apart: bool, blank_after: bool) -> bool {
    let line = line.trim();
    if line.starts_with('#') {
        return true;
    }
    let bold =
        line.len() > 4 && line.starts_with("**") && line.trim_end_matches(':').trim_end().ends_with("**");
    let words = line.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    if words == 0 || words > LONGEST_HEADING || (is_item(line) && !bold) {
        return false;
    }
    if line.trim_end_matches('*').trim_end().ends_with(':') || bold {
        return true;
    }
    if words > SHORT_HEADING || line.ends_with(['.', ',', ';', '!']) {
        return false;
    }
    let mut letters = line.chars().filter(|char| char.is_alphabetic());
    let capitals = letters.clone().count() > 3 && letters.all(char::is_uppercase);
    let apart = apart
        && !blank_after
        && !line.contains([',', ':', '|', '(', '/', '@', '['])
        && line.starts_with(char::is_uppercase);
    (capitals && !line.contains(',')) || apart || (!line.contains([':', ',']) && is_title(line))
}

/// Adds the clauses of a line.
fn split(text: &str, line: Line, number: usize, list: &mut Vec<Clause>) {
    let mut start = line.start;
    let mut first = true;
    let mut push = |start: usize, end: usize, list: &mut Vec<Clause>| {
        if text[start..end].trim().is_empty() {
            return;
        }
        let label_end = label(&text[start..end]).map(|length| start + length);
        list.push(Clause {
            start,
            end,
            label_end,
            heading: line.heading,
            line: number,
            first: std::mem::take(&mut first),
        });
    };
    let body = &text[line.start..line.end];
    let mut depth = 0usize;
    for (at, char) in body.char_indices() {
        let end = line.start + at + char.len_utf8();
        let length = end - start;
        // Without blanks a list goes on, but not for ever.
        let endless = length > 2 * LONGEST_CLAUSE && !char.is_alphanumeric();
        let ends = match char {
            ';' => true,
            '.' | '!' | '?' if depth == 0 => {
                let rest = &text[end..line.end];
                // The word is looked for only in front of a blank, so that no stretch of text is searched twice.
                (rest.is_empty() || rest.starts_with([' ', '\n']))
                    && (char != '.' || !is_abbreviation(&body[..at]))
            }
            // Nobody thinks that far; it keeps the work per name bounded.
            _ => char.is_whitespace() && length > LONGEST_CLAUSE,
        };
        depth = match char {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        if ends || endless {
            push(start, end, list);
            start = end;
        }
    }
    push(start, line.end, list);
}

/// Whether `before`, the text in front of a full stop, ends with a word that the stop shortens, or with none.
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit([' ', '\n', '\'', '(']).next().unwrap_or_default();
    matches!(word, "" | "ex" | "etc" | "cf" | "env" | "min" | "max" | "m" | "mme")
}

/// The length of the label at the start of a clause, its colon included.
fn label(clause: &str) -> Option<usize> {
    let body = clause.trim_start_matches([' ', '\n', '-', '*', '·', '>', '|', '#']);
    let offset = clause.len() - body.len();
    let colon = body.find(':').filter(|at| !body[*at..].starts_with("://"));
    let bar = clause.trim_start().starts_with('|').then(|| body.find('|')).flatten();
    let wide = body.find("   ");
    let at = [colon, bar, wide].into_iter().flatten().min()?;
    let words = body[..at].split_whitespace().count();
    (words > 0 && words <= LONGEST_LABEL).then_some(offset + at + 1)
}
