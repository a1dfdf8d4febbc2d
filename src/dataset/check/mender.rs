//! Turns the tokens of a text that is not quite JSON into those of one that is, so that a break does not hide what
//! is wrong behind it.
//!
//! It keeps what is open on a stack of its own, looks ahead, mostly a few tokens, and guesses as people do: by what
//! follows, by the lines, and by which brackets the text has too many of. Each change is a [`Flaw`].

use std::collections::VecDeque;

use super::brackets::{Open, Spare};
use super::lexer::{Kind, Span, Token};
use super::pairing::Layout;
use super::parens::Source;
use super::sink::KEPT;

/// What had to be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// JSON has no comments.
    Comment,
    /// Something stands after the end.
    AfterEnd,
    /// The file ends before everything is closed.
    CutShort,
    /// No key in quotes where there must be one.
    NoKey,
    /// No colon between a key and its value.
    NoColon,
    /// A comma before the end of a list or an object.
    TrailingComma,
    /// No comma between two values.
    NoComma,
    /// Another sign than a comma between two values.
    NotAComma,
    /// What this kind of bracket would close is not closed.
    NotClosed(Kind),
    /// A bracket that closes nothing.
    NotOpened,
    /// An object that does not begin with its brace, or a list without its bracket: what opens it, as it should be.
    NotOpenedWith(Kind),
    /// A sign where none can be.
    Misplaced,
}

/// What may come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expects {
    /// A value: after a colon, or at the beginning.
    Value,
    /// A value of a list, or its end.
    Element,
    /// A key, or the end of the object.
    Key,
    /// The colon after a key.
    Colon,
    /// A comma, or the end of what is open.
    Comma,
    /// The end of the text.
    End,
}

/// So many bytes of a file may be looked at once more, to find out where values end that a list without its bracket
/// might begin with: a large file stays quick.
const PATIENCE: usize = 16 << 20;

/// Tokens in the order of valid JSON.
#[derive(Debug)]
pub struct Mender<'t> {
    pub(super) text: &'t str,
    source: Source<'t>,
    ahead: VecDeque<Token>,
    /// What goes out before the next token is looked at.
    pub(super) ready: VecDeque<Token>,
    /// A comma that goes out once something follows it.
    due: Option<Token>,
    pub(super) open: Vec<Open>,
    pub(super) expects: Expects,
    /// How many more brackets of each kind open than close, after what was changed.
    pub(super) spare: Spare,
    pub(super) cut_short: bool,
    /// How many more bytes may be looked at once more.
    pub(super) patience: usize,
    /// How the text around the innermost bracket is laid out, once that was asked for.
    pub(super) layout: Option<Layout>,
    ended: bool,
    /// What was changed since this was last taken.
    pub flaws: Vec<(Span, Flaw)>,
    /// How many more changes there were than are told.
    pub omitted: usize,
}

impl<'t> Mender<'t> {
    /// Starts at the beginning of `text`.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            source: Source::new(text),
            ahead: VecDeque::new(),
            ready: VecDeque::new(),
            due: None,
            patience: PATIENCE,
            layout: None,
            open: Vec::new(),
            expects: Expects::Value,
            spare: Spare::of(text),
            cut_short: false,
            ended: false,
            flaws: Vec::new(),
            omitted: 0,
        }
    }

    /// The next token; what comes out is always in the order of JSON.
    pub fn next(&mut self) -> Token {
        loop {
            if let Some(token) = self.ready.pop_front() {
                return token;
            }
            let token = self.peek(0);
            match self.expects {
                Expects::Value => self.value(token),
                Expects::Element => self.element(token),
                Expects::Key => self.key(token),
                Expects::Colon => self.colon(token),
                Expects::Comma => self.comma(token),
                Expects::End => self.end(token),
            }
        }
    }

    /// A token ahead, from 0.
    pub(super) fn peek(&mut self, at: usize) -> Token {
        while self.ahead.len() <= at {
            let token = self.source.next();
            if token.kind == Kind::Comment {
                self.note(token, Flaw::Comment);
            } else {
                self.ahead.push_back(token);
            }
        }
        self.ahead[at]
    }

    /// Passes over the next token.
    pub(super) fn take(&mut self) {
        self.ahead.pop_front();
    }

    pub(super) fn note(&mut self, token: Token, flaw: Flaw) {
        if self.flaws.len() < KEPT {
            self.flaws.push((token.span, flaw));
        } else {
            self.omitted += 1;
        }
    }

    /// Leaves the next token out.
    pub(super) fn drop(&mut self, token: Token, flaw: Flaw) {
        self.note(token, flaw);
        self.take();
    }

    /// Passes the next token on.
    pub(super) fn pass(&mut self, token: Token, expects: Expects) {
        self.take();
        self.emit(token, expects);
    }

    /// Puts a token in before the next one.
    pub(super) fn put(&mut self, kind: Kind, before: Token, expects: Expects) {
        self.emit(put_before(before, kind), expects);
    }

    /// Sends a token out, behind the comma that is due unless the token closes something.
    pub(super) fn emit(&mut self, token: Token, expects: Expects) {
        let comma = self.due.take().filter(|_| !matches!(token.kind, Kind::CloseObject | Kind::CloseList));
        self.ready.extend(comma);
        self.ready.push_back(token);
        self.expects = expects;
    }

    fn value(&mut self, token: Token) {
        match token.kind {
            Kind::Colon => self.drop(token, Flaw::Misplaced),
            Kind::Comma | Kind::CloseObject | Kind::CloseList | Kind::End => {
                self.put(Kind::Missing, token, self.after());
            }
            _ if self.lacks_brace() => self.open_before(token, Kind::OpenObject),
            _ if self.lacks_bracket(token) => self.open_before(token, Kind::OpenList),
            _ => self.begun(token),
        }
    }

    fn element(&mut self, token: Token) {
        match token.kind {
            Kind::Colon | Kind::Comma => self.drop(token, Flaw::Misplaced),
            Kind::CloseObject | Kind::CloseList | Kind::End => self.closed(token),
            _ if self.leaves(0) => self.close_before(token),
            _ if self.lacks_brace() => self.open_before(token, Kind::OpenObject),
            Kind::OpenList if self.is_doubled() => self.leave_out_opening(token),
            Kind::Word if self.is_junk() => self.drop_words(token),
            _ => self.begun(token),
        }
    }

    /// A value from its first token on.
    fn begun(&mut self, token: Token) {
        match token.kind {
            Kind::OpenList if self.is_meant_as_object() => self.open_as(token, Kind::OpenObject),
            Kind::OpenObject if self.is_meant_as_list() => self.open_as(token, Kind::OpenList),
            Kind::OpenObject | Kind::OpenList => {
                if self.is_parenthesis(token) {
                    self.note(token, Flaw::NotOpenedWith(token.kind));
                }
                self.open.push(Open::new(token));
                self.pass(token, self.within());
            }
            _ => {
                self.take();
                let whole = self.whole(token);
                self.emit(whole, self.after());
            }
        }
    }

    /// Whether a bracket is written as a parenthesis.
    pub(super) fn is_parenthesis(&self, bracket: Token) -> bool {
        matches!(&self.text[bracket.span.start..bracket.span.end], "(" | ")")
    }

    fn key(&mut self, token: Token) {
        match token.kind {
            Kind::CloseObject | Kind::CloseList | Kind::End => self.closed(token),
            Kind::Comma => self.drop(token, Flaw::Misplaced),
            Kind::Colon => {
                self.note(token, Flaw::NoKey);
                self.put(Kind::Missing, token, Expects::Colon);
            }
            Kind::OpenObject if self.is_doubled() => self.leave_out_opening(token),
            Kind::OpenObject | Kind::OpenList => {
                self.note(token, Flaw::NoKey);
                self.put(Kind::Missing, token, Expects::Colon);
                self.put(Kind::Colon, token, Expects::Value);
            }
            kind if is_text(kind) && !self.is_continued(token) => self.pass(token, Expects::Colon),
            _ => self.bare_key(token),
        }
    }

    fn colon(&mut self, token: Token) {
        match token.kind {
            Kind::Colon => self.pass(token, Expects::Value),
            Kind::Word if self.is_sign(token) => {
                self.note(token, Flaw::NoColon);
                self.pass(Token { kind: Kind::Colon, ..token }, Expects::Value);
            }
            // The value tells what is wrong with it.
            Kind::Word => self.put(Kind::Colon, token, Expects::Value),
            Kind::Comma if self.is_value(1) && !self.is_key(1) => {
                self.note(token, Flaw::NoColon);
                self.pass(Token { kind: Kind::Colon, ..token }, Expects::Value);
            }
            Kind::Comma | Kind::CloseObject | Kind::CloseList | Kind::End => {
                self.put(Kind::Colon, token, Expects::Value);
            }
            _ if self.is_key(0) => {
                self.put(Kind::Colon, token, Expects::Value);
                self.put(Kind::Missing, token, Expects::Comma);
            }
            _ => {
                self.note(token, Flaw::NoColon);
                self.put(Kind::Colon, token, Expects::Value);
            }
        }
    }

    /// What comes after a value within something.
    fn comma(&mut self, token: Token) {
        match token.kind {
            Kind::CloseObject | Kind::CloseList | Kind::End => self.closed(token),
            Kind::Comma if self.closes_own(1) && !self.is_one_too_many(1) => {
                self.drop(token, Flaw::TrailingComma);
            }
            Kind::Comma if self.leaves(1) => self.close_before(token),
            Kind::Comma => {
                self.take();
                self.separate(token);
            }
            Kind::Colon if self.within() == Expects::Element || self.is_key(1) => {
                self.drop(token, Flaw::Misplaced);
                self.separate(token);
            }
            Kind::Colon => {
                self.drop(token, Flaw::Misplaced);
                // In `"a": "b": 1` there is a value too many.
                let next = self.peek(0).kind;
                if is_text(next) || is_bare(next) {
                    self.take();
                }
            }
            Kind::Word if !self.is_key(0) => self.stray(token),
            _ if self.leaves(0) => self.close_before(token),
            _ => {
                self.note(token, Flaw::NoComma);
                self.separate(token);
            }
        }
    }

    /// Goes on behind a comma at `token`, which goes out once something follows it.
    pub(super) fn separate(&mut self, token: Token) {
        self.due = Some(put_before(token, Kind::Comma));
        self.expects = self.within();
    }

    /// What is expected after a value.
    pub(super) const fn after(&self) -> Expects {
        if self.open.is_empty() { Expects::End } else { Expects::Comma }
    }

    /// What is expected after a comma.
    fn within(&self) -> Expects {
        if self.open.last().is_some_and(|open| open.is_list()) { Expects::Element } else { Expects::Key }
    }

    /// What comes after the whole: another object is passed on, as people put several in one file.
    fn end(&mut self, token: Token) {
        if token.kind == Kind::End {
            self.ready.push_back(token);
            return;
        }
        if !self.ended {
            self.ended = true;
            self.note(token, Flaw::AfterEnd);
        }
        if token.kind == Kind::OpenObject {
            self.begun(token);
        } else {
            self.take();
        }
    }
}

/// A token of no length before another.
pub const fn put_before(token: Token, kind: Kind) -> Token {
    Token { kind, span: Span { start: token.span.start, end: token.span.start } }
}

/// Whether it is a text, whatever is wrong with it.
pub const fn is_text(kind: Kind) -> bool {
    matches!(kind, Kind::Text { .. } | Kind::RawText | Kind::OpenText)
}

/// Whether it is a value without quotes.
pub const fn is_bare(kind: Kind) -> bool {
    matches!(kind, Kind::Word | Kind::Number | Kind::True | Kind::False | Kind::Null)
}
