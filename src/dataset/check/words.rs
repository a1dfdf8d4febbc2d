//! Which words and scalars belong together though they stand apart, and which belong nowhere.

use super::lexer::{Kind, Span, Token};
use super::mender::{Expects, Flaw, Mender, is_bare, is_text};

/// So many words in a row are looked at together.
const JUNK: usize = 8;

impl Mender<'_> {
    /// A scalar with what belongs to it though it stands apart: `12 000`, `12,5`, `"il dit "oui" et part"`.
    pub(super) fn whole(&mut self, first: Token) -> Token {
        let (mut whole, mut last) = (first, first);
        let in_object = self.open.last().is_none_or(|open| !open.is_list());
        loop {
            let next = self.peek(0);
            let adjacent = last.span.end == next.span.start;
            let belongs = match next.kind {
                Kind::Word if self.is_sign(next) => {
                    let after = self.peek(1);
                    in_object && !self.is_key(1) && self.is_value(1) && self.is_one_line(next, after)
                }
                Kind::Word => true,
                Kind::Number | Kind::True | Kind::False | Kind::Null => in_object && !is_text(first.kind),
                Kind::Comma => {
                    in_object && adjacent && last.kind == Kind::Number && self.is_digits_at(next.span.end)
                }
                kind => is_text(kind) && (adjacent || self.is_sign(last)),
            };
            if !belongs || !self.is_one_line(last, next) || self.peek(1).kind == Kind::Colon {
                return whole;
            }
            self.take();
            last = next;
            whole = Token { kind: Kind::Word, span: Span { start: first.span.start, end: next.span.end } };
        }
    }

    /// Whether no line ends between two tokens.
    fn is_one_line(&self, before: Token, after: Token) -> bool {
        !self.text[before.span.end..after.span.start].contains('\n')
    }

    /// Whether something follows a key at once that belongs to it: `""a":`, `"a"":`.
    pub(super) fn is_continued(&mut self, key: Token) -> bool {
        let next = self.peek(1);
        (is_text(next.kind) || next.kind == Kind::Word)
            && next.span.start == key.span.end
            && self.peek(2).kind == Kind::Colon
    }

    /// A key without quotes, or with others, if a colon follows.
    pub(super) fn bare_key(&mut self, token: Token) {
        let mut key = Token { kind: Kind::Word, ..token };
        self.take();
        loop {
            let next = self.peek(0);
            let belongs = is_bare(next.kind) || is_text(next.kind) && next.span.start == key.span.end;
            if !belongs {
                break;
            }
            key.span.end = next.span.end;
            self.take();
        }
        if self.peek(0).kind == Kind::Colon {
            self.emit(key, Expects::Colon);
        } else {
            self.note(key, Flaw::NoKey);
        }
    }

    /// Whether an object or a list follows the words ahead at once: they are no elements.
    pub(super) fn is_junk(&mut self) -> bool {
        let words = (0..JUNK).take_while(|at| self.peek(*at).kind == Kind::Word).count();
        matches!(self.peek(words).kind, Kind::OpenObject | Kind::OpenList)
    }

    /// A word after a value: a sign in place of a comma, or something that has no place there.
    pub(super) fn stray(&mut self, token: Token) {
        let in_place_of_comma = self.is_sign(token) && self.is_value(1) && self.peek(1).kind != Kind::Word;
        if in_place_of_comma {
            self.drop(token, Flaw::NotAComma);
            self.separate(token);
        } else {
            self.drop_words(token);
        }
    }

    /// Leaves a word out, and those that follow it.
    pub(super) fn drop_words(&mut self, token: Token) {
        self.drop(token, Flaw::Misplaced);
        while self.peek(0).kind == Kind::Word && !self.is_key(0) {
            self.take();
        }
    }

    /// Whether a word has neither letters nor digits.
    pub(super) fn is_sign(&self, token: Token) -> bool {
        token.kind == Kind::Word
            && !self.text[token.span.start..token.span.end].contains(char::is_alphanumeric)
    }

    /// Whether a digit stands at that place of the text.
    fn is_digits_at(&self, at: usize) -> bool {
        self.text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
    }
}
