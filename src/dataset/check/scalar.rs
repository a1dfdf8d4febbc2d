//! Single values: texts, members of closed sets, numbers, years, days, links, references.

use super::found::Found;
use super::lexer::{Kind, Span, Token};
use super::say;
use super::shape::{Numbers, TextKind};
use super::sink::written;
use super::walk::Walk;

/// No source is older than this.
const FIRST_YEAR: u16 = 1990;
/// A figure may be for this many years after the edition.
const YEARS_AHEAD: u16 = 2;

impl<'t> Walk<'t, '_> {
    pub(super) fn text(&mut self, kind: TextKind, span: Span, escaped: bool) -> Found<'t> {
        let text = self.content(Token { kind: Kind::Text { escaped }, span });
        let blank = || text.trim().is_empty();
        match kind {
            TextKind::Free => return Found::Other,
            TextKind::Filled | TextKind::OwnId | TextKind::SourceId | TextKind::RoleId if blank() => {
                self.note(span, say::blank);
            }
            TextKind::Filled => {}
            TextKind::Link if is_link(&text) => {}
            TextKind::Link => self.note(span, || say::no_link(&text)),
            TextKind::Date if !is_date(&text) => {
                self.note(span, || say::no_date(&text));
                return Found::Other;
            }
            TextKind::Date => {
                if self.plausible(&text[..4], span).is_none() {
                    return Found::Other;
                }
            }
            TextKind::OwnId => self.own_id(text.clone(), span),
            TextKind::SourceId => self.source(&text, span),
            TextKind::RoleId => {
                let path = written(&self.path);
                self.gathered.roles.push((text.clone(), span, path));
            }
        }
        Found::Text(text)
    }

    fn source(&mut self, id: &str, span: Span) {
        let known = self.known;
        if !known.sources.contains(id) {
            self.note(span, || say::unknown_source(id, &known.sources));
        }
    }

    pub(super) fn choice(&mut self, members: &[String], span: Span, escaped: bool) -> Found<'t> {
        let text = self.content(Token { kind: Kind::Text { escaped }, span });
        if !members.iter().any(|member| *member == text) {
            self.note(span, || say::no_member(&text, members));
        }
        Found::Text(text)
    }

    pub(super) fn number(&mut self, span: Span, range: &Numbers) -> Found<'t> {
        let Numbers { whole, cents, min, max } = *range;
        let written = &self.text[span.start..span.end];
        let number: f64 = written.parse().unwrap_or(f64::INFINITY);
        if written == "-0" {
            self.note(span, say::minus_zero);
        } else if whole && written.contains(['.', 'e', 'E']) {
            self.note(span, || say::not_whole(written));
        } else if !number.is_finite() || number < min || number > max {
            self.note(span, || say::out_of_range(written, min, max));
        } else if cents && ((number * 100.0).round() / 100.0).total_cmp(&number).is_ne() {
            self.note(span, || say::beyond_cents(written));
        } else {
            return Found::Number(number);
        }
        Found::Other
    }

    pub(super) fn year(&mut self, span: Span) -> Found<'t> {
        let written = &self.text[span.start..span.end];
        if written.contains(['.', 'e', 'E']) {
            self.note(span, || say::not_whole(written));
            return Found::Other;
        }
        self.plausible(written, span).map_or(Found::Other, |year| Found::Number(year.into()))
    }

    /// The year that is `written`; one that no figure can be of is noted.
    fn plausible(&mut self, written: &str, span: Span) -> Option<u16> {
        let (first, last) = (FIRST_YEAR, self.known.edition_year.saturating_add(YEARS_AHEAD));
        let year = written.parse().ok().filter(|year| (first..=last).contains(year));
        if year.is_none() {
            self.note(span, || say::implausible_year(written, first, last));
        }
        year
    }

    /// Looks up the positions that steps name, once every position is known.
    pub(super) fn settle(&mut self) {
        let own = self.gathered.ids.remove("roles").unwrap_or_default();
        let none = std::collections::BTreeSet::new();
        let shipped = if self.gathered.only.is_some() { &none } else { &self.known.roles };
        for (id, span, path) in std::mem::take(&mut self.gathered.roles) {
            if !own.contains(&id) && !shipped.contains(id.as_ref()) {
                let all = || own.iter().map(AsRef::as_ref).chain(shipped.iter().map(String::as_str));
                self.sink.add(span, || path, || say::unknown_role(&id, all()));
            }
        }
    }
}

/// Whether `text` is the address of a page: http or https, a host, no blanks.
fn is_link(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| host.starts_with(|first: char| first.is_alphanumeric()))
        && !text.contains(|char: char| char.is_whitespace() || char.is_control())
}

/// Whether `text` is a day, as `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let digits = text.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let part =
        |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u16>().ok()).unwrap_or(0);
    let (year, month, day) = (part(0, 4), part(5, 7), part(8, 10));
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let longest = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    text.len() == 10 && digits && year > 0 && (1..=longest).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_link};

    #[test]
    fn days_are_those_of_the_calendar() {
        for day in ["2026-11-21", "2024-02-29", "2000-02-29"] {
            assert!(is_date(day), "{day}");
        }
        for no_day in
            ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "26-1-1", "2026/11/21", "", "été-11-21"]
        {
            assert!(!is_date(no_day), "{no_day}");
        }
    }

    #[test]
    fn links_lead_to_the_web() {
        for link in ["https://www.onisep.fr/x?y=1#z", "http://127.0.0.1:80/"] {
            assert!(is_link(link), "{link}");
        }
        for no_link in
            ["javascript:alert(1)", "ftp://x.fr", "www.onisep.fr", "https://", "https://a b", "file:///etc"]
        {
            assert!(!is_link(no_link), "{no_link}");
        }
    }
}
