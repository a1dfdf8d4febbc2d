//! What is known while a page is written: its language, the ids that are taken, the notes so far.

use maud::{Markup, html};

use crate::model::text::{Lang, Text, text};
use crate::report::{Cell, Role, Span};
use crate::view::escape::is_followed;
use crate::view::format::{localize, spans};
use crate::view::formatted::Notes;
use crate::view::unknown;

/// A page while it is written.
pub struct Place {
    /// The language of every text.
    pub lang: Lang,
    /// The notes of the page, numbered through.
    pub notes: Notes,
    ids: usize,
}

impl Place {
    /// An empty page.
    pub fn new(lang: Lang) -> Self {
        Self { lang, notes: Notes::default(), ids: 0 }
    }

    /// An id that nothing else on the page has.
    pub fn id(&mut self, kind: &str) -> String {
        self.ids += 1;
        format!("{kind}{}", self.ids)
    }

    /// The id of a note.
    pub fn note_id(number: usize) -> String {
        format!("n{number}")
    }

    /// A text in the page's language.
    pub fn say(&self, text: &Text) -> String {
        localize(text, self.lang)
    }

    /// A remark on the whole; what a page shows for the unknown is not the dash of other forms.
    pub fn remark(&self, text: &Text) -> String {
        self.say(&unknown::remark(text))
    }

    /// The marks of notes, each leading to its note.
    pub fn marks(&self, numbers: &[usize]) -> Markup {
        let note = self.say(&text("note", "note"));
        html! {
            @if !numbers.is_empty() {
                sup {
                    @for (at, number) in numbers.iter().enumerate() {
                        @if at > 0 { " " }
                        a href=(format!("#{}", Self::note_id(*number))) aria-label=(format!("{note} {number}")) { (number) }
                    }
                }
            }
        }
    }

    /// A value; what nobody says is a question to ask.
    pub fn cell(&self, cell: &Cell) -> Markup {
        if unknown::is_unknown(cell) { self.unknown() } else { pieces(&spans(cell, self.lang)) }
    }

    /// The sign of what no source says, with words for who hears it.
    pub fn unknown(&self) -> Markup {
        let told = self.say(&text("non dit", "not said"));
        html! { span.q aria-hidden="true" { (unknown::QUESTION) } span.vh { (told) } }
    }
}

/// Spans in the look of their roles; an address can be followed if it is one of the web or of a letter.
pub fn pieces(spans: &[Span]) -> Markup {
    html! {
        @for span in spans {
            @match &span.role {
                Role::Plain | Role::Figure => (with_code(&span.text)),
                Role::Quiet => span.q { (span.text) },
                Role::Strong => b { (span.text) },
                Role::Match => mark { (span.text) },
                Role::Link(url) if is_followed(url) => a.cut href=(url) { (shown(&span.text)) },
                Role::Link(_) => span.cut { (span.text) },
            }
        }
    }
}

/// A text in which what stands between backticks is code: a command, an option.
pub fn with_code(text: &str) -> Markup {
    let parts: Vec<&str> = text.split('`').collect();
    // A backtick without its other half is a backtick.
    if parts.len().is_multiple_of(2) {
        return html! { (text) };
    }
    html! {
        @for (at, part) in parts.iter().enumerate() {
            @if at % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

/// An address without what every address has.
fn shown(address: &str) -> &str {
    let bare = address.trim_start_matches("https://").trim_start_matches("www.");
    bare.strip_suffix('/').unwrap_or(bare)
}
