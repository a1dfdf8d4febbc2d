//! Tokens in which a parenthesis is the bracket that it is meant for: on many a keyboard both are on one key.

use super::lexer::{Kind, Lexer, Token};
use super::mender::is_text;

/// Cuts a text into tokens.
#[derive(Debug)]
pub struct Source<'t> {
    text: &'t str,
    lexer: Lexer<'t>,
    last: Kind,
    /// What closes each parenthesis that is open.
    open: Vec<Kind>,
}

impl<'t> Source<'t> {
    /// Starts at the beginning of `text`.
    pub const fn new(text: &'t str) -> Self {
        Self { text, lexer: Lexer::new(text), last: Kind::Comma, open: Vec::new() }
    }

    /// The next token.
    pub fn next(&mut self) -> Token {
        let written = self.lexer.next();
        let kind = match &self.text[written.span.start..written.span.end] {
            "(" => self.opening(),
            ")" => self.closing(),
            _ => None,
        };
        let token = kind.map_or(written, |kind| Token { kind, ..written });
        if token.kind != Kind::Comment {
            self.last = token.kind;
        }
        token
    }

    /// What a parenthesis opens where a value may begin, if a key, a text or an object follows.
    fn opening(&mut self) -> Option<Kind> {
        if !matches!(self.last, Kind::Colon | Kind::Comma | Kind::OpenList) {
            return None;
        }
        let mut ahead = self.lexer.clone();
        let (open, close) = match (ahead.next().kind, ahead.next().kind) {
            (key, Kind::Colon) if is_text(key) => (Kind::OpenObject, Kind::CloseObject),
            (value, _) if is_text(value) || value == Kind::OpenObject => (Kind::OpenList, Kind::CloseList),
            _ => return None,
        };
        self.open.push(close);
        Some(open)
    }

    /// What a parenthesis closes, if it stands where something may end.
    fn closing(&mut self) -> Option<Kind> {
        let next = self.lexer.clone().next().kind;
        let ends = matches!(next, Kind::Comma | Kind::CloseObject | Kind::CloseList | Kind::End);
        ends.then(|| self.open.pop().unwrap_or(Kind::CloseList))
    }
}
