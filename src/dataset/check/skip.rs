//! Passes over values that have no shape, however deep, and tells what is wrong with them as JSON.

use super::lexer::{Kind, Token};
use super::say;
use super::shape::Node;
use super::walk::{Broken, Walk};

/// What may come next.
#[derive(Clone, Copy)]
enum Expects {
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
        let (mut expects, mut token) = (Expects::Value, first);
        loop {
            expects = match (expects, token.kind) {
                (Expects::Value | Expects::Element, Kind::OpenObject) => {
                    open.push(Kind::CloseObject);
                    Expects::FirstKey
                }
                (Expects::Value | Expects::Element, Kind::OpenList) => {
                    open.push(Kind::CloseList);
                    Expects::Element
                }
                (Expects::Value | Expects::Element, kind) if is_scalar(kind) => Expects::Comma,
                (Expects::Key | Expects::FirstKey, kind) if is_key(kind) => Expects::Colon,
                (Expects::Colon, Kind::Colon) => Expects::Value,
                (Expects::Comma, Kind::Comma) if open.last() == Some(&Kind::CloseList) => Expects::Value,
                (Expects::Comma, Kind::Comma) => Expects::Key,
                (
                    Expects::Element | Expects::FirstKey | Expects::Comma,
                    Kind::CloseObject | Kind::CloseList,
                ) if open.pop() == Some(token.kind) => Expects::Comma,
                _ => return Err(Broken),
            };
            if open.is_empty() {
                return Ok(());
            }
            token = self.next();
            match expects {
                Expects::Key | Expects::FirstKey if is_key(token.kind) => self.note_no_key(token),
                Expects::Value | Expects::Element => self.note_no_value(token),
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
