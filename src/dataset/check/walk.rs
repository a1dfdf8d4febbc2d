//! Walks a file along its shape and notes everything that is not as it should be.
//!
//! The recursion follows the shape, never the file: what has no shape is skipped without it.

use std::borrow::Cow;

use super::Known;
use super::found::{Ends, Found, Gathered};
use super::lexer::{Kind, Lexer, Span, Token};
use super::mender::{Flaw, Mender};
use super::quotes;
use super::say;
use super::shape::{Field, Node, Object, Rising, Shape};
use super::sink::{Sink, Step, written};
use crate::model::name::nearest;
use crate::model::text::Text;

/// A longer key, in bytes, is no slip of another.
const LONGEST: usize = 100;

/// The text is no JSON: what it is must be guessed.
pub struct Broken;

/// Where tokens come from.
pub enum Tokens<'t> {
    /// As they are written; whatever is no JSON ends the walk.
    Written(Lexer<'t>),
    /// As they were meant.
    Meant(Box<Mender<'t>>),
}

/// Which keys of an object were met, a bit for each.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    keys: u64,
    /// Those that others were meant to be.
    meant: u64,
}

impl Seen {
    const fn has(self, at: usize) -> bool {
        (self.keys | self.meant) & (1 << at) != 0
    }
}

/// A walk through one file.
pub struct Walk<'t, 's> {
    pub(super) text: &'t str,
    tokens: Tokens<'t>,
    ahead: Option<Token>,
    pub(super) path: Vec<Step<'s>>,
    /// The objects that the value walked through stands in, with the keys met so far.
    around: Vec<(&'s Object, Seen)>,
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
                    self.note_flaw(span, flaw);
                }
                token
            }
        }
    }

    fn peek(&mut self) -> Token {
        let token = self.next();
        self.ahead = Some(token);
        token
    }

    /// Notes what is wrong with the text as JSON.
    fn note_flaw(&mut self, span: Span, flaw: Flaw) {
        self.note(span, || say::flaw(flaw));
    }

    /// Notes a problem at the path walked so far.
    pub(super) fn note(&mut self, span: Span, message: impl FnOnce() -> Text) {
        let path = &self.path;
        self.sink.add(span, || written(path), message);
    }

    /// Notes a problem with a key at the path walked so far.
    fn note_key(&mut self, span: Span, key: &str, message: impl FnOnce() -> Text) {
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

    /// The keys and values of an object, up to the token that ends it.
    fn entries(&mut self, object: &'s Object, seen: &mut Seen, ends: &mut Ends<'t>) -> Result<Token, Broken> {
        let mut token = self.next();
        if token.kind == Kind::CloseObject {
            return Ok(token);
        }
        while !self.is_of_the_object_around(object, token) {
            self.entry(object, token, seen, ends)?;
            let after = self.next();
            match after.kind {
                Kind::Comma => token = self.next(),
                Kind::CloseObject => return Ok(after),
                _ => return Err(Broken),
            }
        }
        Ok(token)
    }

    /// Whether a key is none of `object`, whose brace is missing, but of the object that this one stands in.
    fn is_of_the_object_around(&mut self, object: &Object, key: Token) -> bool {
        let Tokens::Meant(mender) = &mut self.tokens else { return false };
        let Some((around, seen)) = self.around.last() else { return false };
        let name = bare(self.text, key);
        object.field(name).is_none()
            && around.field(name).is_some_and(|at| !seen.has(at))
            && mender.closes_before_key(key)
    }

    /// A key with its value.
    fn entry(
        &mut self,
        object: &'s Object,
        key: Token,
        seen: &mut Seen,
        ends: &mut Ends<'t>,
    ) -> Result<(), Broken> {
        let name = match key.kind {
            Kind::Missing => return self.nameless(object, seen, ends),
            Kind::Text { .. } | Kind::RawText | Kind::OpenText | Kind::Word => self.content(key),
            _ => return Err(Broken),
        };
        if self.next().kind != Kind::Colon {
            return Err(Broken);
        }
        let value = self.peek();
        let at = if let Some(at) = object.field(&name) {
            if seen.keys & (1 << at) != 0 {
                self.note_key(key.span, &name, || say::twice(&name));
            }
            seen.keys |= 1 << at;
            at
        } else {
            self.note_key(key.span, &name, || say::unknown_key(&name, object));
            let Some(at) = self.meant(object, &name, *seen, value) else {
                let value = self.next();
                return self.skip(value);
            };
            seen.meant |= 1 << at;
            at
        };
        self.field(object, at, *seen, ends)
    }

    /// The value of a key of an object.
    fn field(
        &mut self,
        object: &'s Object,
        at: usize,
        seen: Seen,
        ends: &mut Ends<'t>,
    ) -> Result<(), Broken> {
        let Field { name, node, .. } = &object.fields[at];
        let value = self.peek();
        self.path.push(Step::Key(name));
        self.around.push((object, seen));
        let found = self.value(node)?;
        self.around.pop();
        self.gather(name, value, &found);
        self.path.pop();
        if object.placed_by.as_ref() == Some(name) {
            ends.place = Some((found.clone(), value.span));
        }
        ends.put(name, found, value.span);
        Ok(())
    }

    /// The key that an unknown one was perhaps meant to be, if it is not there and a value like this may stand there.
    fn meant(&self, object: &Object, name: &str, seen: Seen, value: Token) -> Option<usize> {
        if self.sink.is_full() || name.len() > LONGEST {
            return None;
        }
        let free = || object.fields.iter().enumerate().filter(|(at, _)| !seen.has(*at));
        let near = nearest(name, free().map(|(_, field)| field.name.as_str()))?;
        let at = object.field(near)?;
        object.fields[at].node.may_begin_with(value.kind).then_some(at)
    }

    /// A value whose key is missing: at the top, a list is the one that is not there yet.
    fn nameless(&mut self, object: &'s Object, seen: &mut Seen, ends: &mut Ends<'t>) -> Result<(), Broken> {
        self.next();
        let value = self.peek();
        let is_free =
            |(at, field): &(usize, &Field)| !seen.has(*at) && matches!(field.node.shape, Shape::List { .. });
        let mut lists = object.fields.iter().enumerate().filter(is_free).map(|(at, _)| at);
        let one = lists.next().filter(|_| lists.next().is_none());
        let Some(at) = one.filter(|_| self.path.is_empty() && value.kind == Kind::OpenList) else {
            let value = self.next();
            return self.skip(value);
        };
        seen.meant |= 1 << at;
        self.field(object, at, *seen, ends)
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
fn bare(text: &str, token: Token) -> &str {
    text[token.span.start..token.span.end].trim_matches('"')
}
