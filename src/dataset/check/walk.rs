//! Walks a file along its shape and notes everything that is not as it should be.
//!
//! The recursion follows the shape, never the file: what has no shape is skipped without it.

use std::borrow::Cow;

use super::Known;
use super::found::{Ends, Found, Gathered};
use super::lexer::{Kind, Lexer, Span, Token};
use super::say;
use super::shape::{Field, Node, Object, Rising, Shape};
use super::sink::{Sink, Step, written};
use crate::model::text::Text;

/// The text is no JSON from here on; what is wrong is noted.
pub struct Stop;

/// A walk through one file.
pub struct Walk<'t, 's> {
    pub(super) text: &'t str,
    lexer: Lexer<'t>,
    ahead: Option<Token>,
    pub(super) path: Vec<Step<'s>>,
    pub(super) sink: Sink,
    pub(super) known: &'s Known,
    pub(super) gathered: Gathered<'t, 's>,
}

impl<'t, 's> Walk<'t, 's> {
    /// A walk through `text`, in which `known` ids may be referred to.
    pub fn new(text: &'t str, known: &'s Known) -> Self {
        Self {
            text,
            lexer: Lexer::new(text),
            ahead: None,
            path: Vec::new(),
            sink: Sink::default(),
            known,
            gathered: Gathered::default(),
        }
    }

    /// Walks the whole file.
    pub fn file(&mut self, node: &'s Node) -> Result<(), Stop> {
        self.value(node)?;
        let after = self.next();
        if after.kind != Kind::End {
            self.note(after.span, say::after_end);
        }
        Ok(())
    }

    pub(super) fn next(&mut self) -> Token {
        self.ahead.take().unwrap_or_else(|| self.lexer.next())
    }

    fn peek(&mut self) -> Token {
        let token = self.next();
        self.ahead = Some(token);
        token
    }

    /// Notes a problem at the path walked so far.
    pub(super) fn note(&mut self, span: Span, message: impl FnOnce() -> Text) {
        let path = &self.path;
        self.sink.add(span, || written(path), message);
    }

    /// Notes a problem with a key at the path walked so far.
    fn note_key(&mut self, span: Span, key: &str, message: impl FnOnce() -> Text) {
        let path = &self.path;
        let whole = || written(&path.iter().copied().chain([Step::Key(key)]).collect::<Vec<_>>());
        self.sink.add(span, whole, message);
    }

    /// Notes a problem after which nothing can be made out any more.
    fn stop<T>(&mut self, token: Token, message: Text) -> Result<T, Stop> {
        let message = match token.kind {
            Kind::End => say::cut_short(),
            Kind::OpenText => say::open_text(),
            _ => message,
        };
        self.note(token.span, || message);
        Err(Stop)
    }

    pub(super) fn value(&mut self, node: &'s Node) -> Result<Found<'t>, Stop> {
        let token = self.next();
        match (&node.shape, token.kind) {
            (
                _,
                Kind::End | Kind::OpenText | Kind::CloseObject | Kind::CloseList | Kind::Colon | Kind::Comma,
            ) => self.stop(token, say::value_missing(node)),
            (_, Kind::Null) if node.nullable => Ok(Found::Null),
            (Shape::Any, _) => self.skip(token).map(|()| Found::Other),
            (Shape::Object(object), Kind::OpenObject) => self.object(object, token.span),
            (Shape::List { of, filled, rising }, Kind::OpenList) => {
                self.list(of, *filled, rising.as_ref(), token.span)
            }
            (Shape::Text(kind), Kind::Text { escaped }) => Ok(self.text(*kind, token.span, escaped)),
            (Shape::Choice(members), Kind::Text { escaped }) => Ok(self.choice(members, token.span, escaped)),
            (Shape::Text(_) | Shape::Choice(_), Kind::RawText) => {
                self.note(token.span, say::raw_control);
                Ok(Found::Other)
            }
            (Shape::Number { whole, min, max }, Kind::Number) => {
                Ok(self.number(token.span, *whole, *min, *max))
            }
            (Shape::Year, Kind::Number) => Ok(self.year(token.span)),
            (Shape::Flag, Kind::True | Kind::False) => Ok(Found::Other),
            _ => {
                let text = self.text;
                self.note(token.span, || say::mismatch(node, token, text));
                self.skip(token).map(|()| Found::Other)
            }
        }
    }

    fn object(&mut self, object: &'s Object, open: Span) -> Result<Found<'t>, Stop> {
        let mut seen = 0_u64;
        let mut ends = Ends::default();
        loop {
            let token = self.next();
            match token.kind {
                Kind::CloseObject => break,
                Kind::Text { .. } | Kind::RawText => self.entry(object, token, &mut seen, &mut ends)?,
                _ => return self.stop(token, say::key_expected()),
            }
            if self.separated(Kind::CloseObject)? {
                break;
            }
        }
        for (at, field) in object.fields.iter().enumerate() {
            if field.required && seen & (1 << at) == 0 {
                self.note_key(open, &field.name, || say::missing(&field.name, object));
            }
        }
        self.agree(&ends);
        Ok(Found::Object(ends.summary(open)))
    }

    /// A key with its value.
    fn entry(
        &mut self,
        object: &'s Object,
        key: Token,
        seen: &mut u64,
        ends: &mut Ends<'t>,
    ) -> Result<(), Stop> {
        let name = self.content(key);
        let colon = self.next();
        if colon.kind != Kind::Colon {
            return self.stop(colon, say::colon_expected(&name));
        }
        let Some(at) = object.fields.iter().position(|field| field.name == *name) else {
            self.note_key(key.span, &name, || say::unknown_key(&name, object));
            let value = self.next();
            return self.skip(value);
        };
        if *seen & (1 << at) != 0 {
            self.note_key(key.span, &name, || say::twice(&name));
        }
        *seen |= 1 << at;
        let Field { name, node, .. } = &object.fields[at];
        self.path.push(Step::Key(name));
        let value = self.peek();
        let found = self.value(node)?;
        self.gather(name, value, &found);
        self.path.pop();
        if object.placed_by.as_ref() == Some(name) {
            ends.place = Some((found.clone(), value.span));
        }
        ends.put(name, found, value.span);
        Ok(())
    }

    fn list(
        &mut self,
        of: &'s Node,
        filled: bool,
        rising: Option<&'s Rising>,
        open: Span,
    ) -> Result<Found<'t>, Stop> {
        let (mut index, mut last) = (0, None);
        loop {
            let token = self.peek();
            if token.kind == Kind::CloseList {
                self.next();
                break;
            }
            self.path.push(Step::Index(index));
            let found = self.value(of)?;
            if let Some(rising) = rising {
                last = self.risen(rising, last, found);
            }
            self.path.pop();
            index += 1;
            if self.separated(Kind::CloseList)? {
                break;
            }
        }
        if filled && index == 0 {
            self.note(open, say::empty_list);
        }
        if let (Some(rising), Some(last)) = (rising, last) {
            self.path.push(Step::Index(index.saturating_sub(1)));
            self.ended(rising, &last);
            self.path.pop();
        }
        Ok(Found::Other)
    }

    /// Reads the comma after a value, or the `close` of what it stands in, in which case it says so.
    fn separated(&mut self, close: Kind) -> Result<bool, Stop> {
        let token = self.next();
        match token.kind {
            Kind::Comma => {
                if self.peek().kind == close {
                    self.note(token.span, say::trailing_comma);
                }
                Ok(false)
            }
            kind if kind == close => Ok(true),
            Kind::End | Kind::OpenText | Kind::CloseObject | Kind::CloseList | Kind::Colon => {
                self.stop(token, say::not_closed(close))
            }
            _ => {
                self.note(token.span, say::missing_comma);
                self.ahead = Some(token);
                Ok(false)
            }
        }
    }

    /// Reads a value to its end, whatever it is and however deep.
    fn skip(&mut self, first: Token) -> Result<(), Stop> {
        let mut open = Vec::new();
        let mut token = first;
        loop {
            match token.kind {
                Kind::OpenObject => open.push(Kind::CloseObject),
                Kind::OpenList => open.push(Kind::CloseList),
                Kind::CloseObject | Kind::CloseList if open.pop() != Some(token.kind) => {
                    return self.stop(token, say::not_opened());
                }
                Kind::End | Kind::OpenText => return self.stop(token, say::cut_short()),
                Kind::Colon | Kind::Comma if open.is_empty() => return self.stop(token, say::misplaced()),
                _ => {}
            }
            if open.is_empty() {
                return Ok(());
            }
            token = self.next();
        }
    }

    /// What a text says, without quotes and escapes.
    pub(super) fn content(&mut self, token: Token) -> Cow<'t, str> {
        let quoted = &self.text[token.span.start..token.span.end];
        let inner = quoted.get(1..quoted.len() - 1).unwrap_or_default();
        match token.kind {
            Kind::Text { escaped: false } => Cow::Borrowed(inner),
            Kind::Text { .. } => serde_json::from_str(quoted).map_or_else(
                |_| {
                    self.note(token.span, say::bad_escape);
                    Cow::Borrowed(inner)
                },
                Cow::Owned,
            ),
            _ => {
                self.note(token.span, say::raw_control);
                Cow::Borrowed(inner)
            }
        }
    }
}
