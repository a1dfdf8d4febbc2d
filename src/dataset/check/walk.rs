//! Walks a file along its shape and notes everything that is not as it should be.
//!
//! The recursion follows the shape, never the file: what has no shape is skipped without it.

use std::borrow::Cow;

use super::Known;
use super::found::{Ends, Found, Gathered};
use super::keys::Seen;
use super::lexer::{Kind, Lexer, Span, Token};
use super::mender::Mender;
use super::quotes;
use super::say;
use super::shape::{Node, Object, Rising, Shape};
use super::sink::{Sink, Step, written};
use crate::model::text::Text;

/// The text is no JSON: what it is must be guessed.
pub struct Broken;

/// Where tokens come from.
pub enum Tokens<'t> {
    /// As they are written; whatever is no JSON ends the walk.
    Written(Lexer<'t>),
    /// As they were meant.
    Meant(Box<Mender<'t>>),
}

/// A walk through one file.
pub struct Walk<'t, 's> {
    pub(super) text: &'t str,
    pub(super) tokens: Tokens<'t>,
    ahead: Option<Token>,
    pub(super) path: Vec<Step<'s>>,
    /// The objects that the value walked through stands in, with the keys met so far.
    pub(super) around: Vec<(&'s Object, Seen)>,
    pub(super) sink: Sink,
    pub(super) known: &'s Known,
    pub(super) gathered: Gathered<'t, 's>,
}

impl<'t, 's> Walk<'t, 's> {
    /// A walk through `text`, in which `known` ids may be referred to.
    pub fn new(text: &'t str, tokens: Tokens<'t>, known: &'s Known) -> Self {
        Self {
            text,
            tokens,
            ahead: None,
            path: Vec::new(),
            around: Vec::new(),
            sink: Sink::default(),
            known,
            gathered: Gathered::default(),
        }
    }

    /// Walks the whole file, and what stands behind it if that is meant for one too.
    pub fn file(&mut self, node: &'s Node) -> Result<(), Broken> {
        self.value(node)?;
        while self.peek().kind != Kind::End {
            if matches!(self.tokens, Tokens::Written(_)) {
                return Err(Broken);
            }
            self.value(node)?;
        }
        Ok(())
    }

    pub(super) fn next(&mut self) -> Token {
        if let Some(token) = self.ahead.take() {
            return token;
        }
        match &mut self.tokens {
            Tokens::Written(lexer) => lexer.next(),
            Tokens::Meant(mender) => {
                let token = mender.next();
                self.sink.omitted += std::mem::take(&mut mender.omitted);
                for (span, flaw) in std::mem::take(&mut mender.flaws) {
                    self.note(span, || say::flaw(flaw));
                }
                token
            }
        }
    }

    pub(super) fn peek(&mut self) -> Token {
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
    pub(super) fn note_key(&mut self, span: Span, key: &str, message: impl FnOnce() -> Text) {
        let (path, key) = (&self.path, &say::brief(key));
        let whole = || written(&path.iter().copied().chain([Step::Key(key)]).collect::<Vec<_>>());
        self.sink.add(span, whole, message);
    }

    pub(super) fn value(&mut self, node: &'s Node) -> Result<Found<'t>, Broken> {
        let token = self.next();
        match (&node.shape, token.kind) {
            (
                _,
                Kind::End | Kind::CloseObject | Kind::CloseList | Kind::Colon | Kind::Comma | Kind::Comment,
            ) => Err(Broken),
            (_, Kind::Missing) => {
                self.note(token.span, || say::value_missing(node));
                Ok(Found::Other)
            }
            (_, Kind::Null) if node.nullable => Ok(Found::Null),
            (Shape::Any, _) => self.skip(token).map(|()| Found::Other),
            (Shape::Object(object), Kind::OpenObject) => self.object(object, token.span),
            (Shape::List { of, filled, rising }, Kind::OpenList) => {
                self.list(of, *filled, rising.as_ref(), token.span)
            }
            (Shape::Text(kind), Kind::Text { escaped }) => Ok(self.text(*kind, token.span, escaped)),
            (Shape::Choice(members), Kind::Text { escaped }) => Ok(self.choice(members, token.span, escaped)),
            (Shape::Text(_) | Shape::Choice(_), Kind::RawText | Kind::OpenText) => {
                self.note_text(token);
                Ok(Found::Other)
            }
            (Shape::Number(range), Kind::Number) => Ok(self.number(token.span, range)),
            (Shape::Year, Kind::Number) => Ok(self.year(token.span)),
            (Shape::Flag, Kind::True | Kind::False) => Ok(Found::Other),
            _ => {
                let text = self.text;
                self.note(token.span, || say::mismatch(node, token, text));
                self.mismatched(node, token).map(|()| Found::Other)
            }
        }
    }

    /// A value of another type: what it holds is looked at if an object stands in place of a list of such, or the
    /// other way round.
    fn mismatched(&mut self, node: &'s Node, token: Token) -> Result<(), Broken> {
        let next = self.peek();
        match (&node.shape, token.kind, next.kind) {
            (Shape::Object(_), Kind::OpenList, Kind::OpenObject) => {
                self.list(node, false, None, token.span).map(drop)
            }
            (Shape::List { of, .. }, Kind::OpenObject, Kind::Text { .. }) => match &of.shape {
                Shape::Object(object) if object.field(bare(self.text, next)).is_some() => {
                    self.object(object, token.span).map(drop)
                }
                _ => self.skip_from(token),
            },
            _ => self.skip_from(token),
        }
    }

    fn object(&mut self, object: &'s Object, open: Span) -> Result<Found<'t>, Broken> {
        let mut seen = Seen::default();
        let mut ends = Ends::default();
        let end = self.entries(object, &mut seen, &mut ends)?;
        let is_whole = end.span.start < self.text.len();
        for (at, field) in object.fields.iter().enumerate() {
            if field.required && is_whole && !seen.has(at) {
                self.note_key(open, &field.name, || say::missing(&field.name, object));
            }
        }
        self.agree(&ends);
        Ok(Found::Object(ends.summary(open)))
    }

    fn list(
        &mut self,
        of: &'s Node,
        filled: bool,
        rising: Option<&'s Rising>,
        open: Span,
    ) -> Result<Found<'t>, Broken> {
        let (mut index, mut last) = (0, None);
        let mut more = self.peek().kind != Kind::CloseList;
        if !more {
            self.next();
        }
        while more {
            self.path.push(Step::Index(index));
            let found = self.value(of)?;
            if let Some(rising) = rising {
                last = self.risen(rising, last, found);
            }
            self.path.pop();
            index += 1;
            more = match self.next().kind {
                Kind::Comma => true,
                Kind::CloseList => false,
                _ => return Err(Broken),
            };
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

    /// Notes what is wrong with a text as JSON.
    pub(super) fn note_text(&mut self, token: Token) {
        let message = if token.kind == Kind::OpenText { say::open_text } else { say::raw_control };
        self.note(token.span, message);
    }

    /// What a text says, without quotes and escapes.
    pub(super) fn content(&mut self, token: Token) -> Cow<'t, str> {
        let written = &self.text[token.span.start..token.span.end];
        let inner = written.strip_prefix('"').unwrap_or(written);
        let quoted = inner.strip_suffix('"').unwrap_or(inner);
        match token.kind {
            Kind::Text { escaped: false } => Cow::Borrowed(quoted),
            Kind::Text { .. } => serde_json::from_str(written).map_or_else(
                |_| {
                    self.note(token.span, say::bad_escape);
                    Cow::Borrowed(quoted)
                },
                Cow::Owned,
            ),
            Kind::OpenText | Kind::RawText => {
                self.note_text(token);
                Cow::Borrowed(quotes::unquoted(written))
            }
            _ => {
                self.note(token.span, say::key_expected);
                Cow::Borrowed(quotes::unquoted(written))
            }
        }
    }
}

/// What stands between the quotes of a text, if it has no escapes.
pub fn bare(text: &str, token: Token) -> &str {
    text[token.span.start..token.span.end].trim_matches('"')
}
