//! Passes over values that have no shape, however deep, and tells what is wrong with them as JSON.

use super::lexer::{Kind, Token};
use super::say;
use super::shape::Node;
use super::walk::{Broken, Walk};

/// What may come next.
#[derive(Clone, Copy)]
enum Next {
    Value,
    /// A value, or the end of the list that has just begun.
    Element,
    Key,
    /// A key, or the end of the object that has just begun.
    FirstKey,
    Colon,
    Comma,
}

impl Walk<'_, '_> {
    /// Passes over a value from its `first` token on.
    pub(super) fn skip(&mut self, first: Token) -> Result<(), Broken> {
        self.note_no_value(first);
        self.skip_from(first)
    }

    /// Passes over a value whose `first` token is told already.
    pub(super) fn skip_from(&mut self, first: Token) -> Result<(), Broken> {
        let mut open = Vec::new();
        let (mut next, mut token) = (Next::Value, first);
        loop {
            next = match (next, token.kind) {
                (Next::Value | Next::Element, Kind::OpenObject) => {
                    open.push(Kind::CloseObject);
                    Next::FirstKey
                }
                (Next::Value | Next::Element, Kind::OpenList) => {
                    open.push(Kind::CloseList);
                    Next::Element
                }
                (Next::Value | Next::Element, kind) if is_scalar(kind) => Next::Comma,
                (Next::Key | Next::FirstKey, kind) if is_key(kind) => Next::Colon,
                (Next::Colon, Kind::Colon) => Next::Value,
                (Next::Comma, Kind::Comma) if open.last() == Some(&Kind::CloseList) => Next::Value,
                (Next::Comma, Kind::Comma) => Next::Key,
                (Next::Element | Next::FirstKey | Next::Comma, Kind::CloseObject | Kind::CloseList)
                    if open.pop() == Some(token.kind) =>
                {
                    Next::Comma
                }
                _ => return Err(Broken),
            };
            if open.is_empty() {
                return Ok(());
            }
            token = self.next();
            match next {
                Next::Key | Next::FirstKey if is_key(token.kind) => self.note_no_key(token),
                Next::Value | Next::Element => self.note_no_value(token),
                _ => {}
            }
        }
    }

    fn note_no_key(&mut self, token: Token) {
        match token.kind {
            Kind::RawText | Kind::OpenText => self.note_text(token),
            Kind::Word => self.note(token.span, say::key_expected),
            _ => {}
        }
    }

    fn note_no_value(&mut self, token: Token) {
        let text = self.text;
        match token.kind {
            Kind::RawText | Kind::OpenText => self.note_text(token),
            Kind::Word => self.note(token.span, || say::mismatch(&Node::ANY, token, text)),
            Kind::Missing => self.note(token.span, || say::value_missing(&Node::ANY)),
            _ => {}
        }
    }
}

const fn is_key(kind: Kind) -> bool {
    matches!(kind, Kind::Text { .. } | Kind::RawText | Kind::OpenText | Kind::Word | Kind::Missing)
}

const fn is_scalar(kind: Kind) -> bool {
    is_key(kind) || matches!(kind, Kind::Number | Kind::True | Kind::False | Kind::Null)
}
