//! Which bracket closes what, in a text whose brackets do not match.

use super::brackets::Open;
use super::lexer::{Kind, Lexer, Token};
use super::mender::{Expects, Flaw, Mender, is_bare, is_text, put_before};

/// No more than this many open brackets are looked through for the one that a bracket closes.
const LOOKED_THROUGH: usize = 8;
/// The beginning of a line is looked for no further back than this many bytes.
const NEAR: usize = 2000;

impl Mender<'_> {
    /// What the innermost open bracket stands in.
    fn around(&self) -> Option<Open> {
        self.open.len().checked_sub(2).and_then(|at| self.open.get(at)).copied()
    }

    /// Whether the token ahead closes what is open innermost.
    pub(super) fn closes_own(&mut self, at: usize) -> bool {
        let kind = self.peek(at).kind;
        self.open.last().is_some_and(|open| open.close() == kind)
    }

    /// Whether a key stands ahead, with its colon.
    pub(super) fn is_key(&mut self, at: usize) -> bool {
        let kind = self.peek(at).kind;
        (is_text(kind) || is_bare(kind)) && self.peek(at + 1).kind == Kind::Colon
    }

    /// Whether what stands ahead is no part of what is open innermost but of what that stands in.
    pub(super) fn leaves(&mut self, at: usize) -> bool {
        let (Some(own), Some(around)) = (self.open.last().copied(), self.around()) else { return false };
        if !self.spare.lacks(own.close()) || self.peek(at).kind == Kind::End {
            return false;
        }
        let by_kind = match (own.is_list(), around.is_list()) {
            (true, false) => self.is_key(at),
            (false, true) => matches!(self.peek(at).kind, Kind::OpenObject | Kind::OpenList),
            _ => false,
        };
        by_kind || self.is_outdented(own, at)
    }

    /// Whether a line begins with what stands ahead, no further in than the line on which `open` stands, though what
    /// stands in `open` is written further in.
    fn is_outdented(&mut self, open: Open, at: usize) -> bool {
        let next = self.peek(at).span.start;
        let Some(column_of_next) = column(self.text, next) else { return false };
        let Layout { margin, first, .. } = self.layout(open);
        let further_in =
            column(self.text, first).is_none_or(|column| margin.is_some_and(|margin| column > margin));
        first < next && further_in && margin.is_some_and(|margin| column_of_next <= margin)
    }

    /// How the text around an open bracket is laid out; looked at once for each.
    fn layout(&mut self, open: Open) -> Layout {
        if let Some(known) = self.layout.filter(|known| known.within == open.within()) {
            return known;
        }
        let within = open.within();
        let blanks = self.text.as_bytes()[within..].iter().take(NEAR);
        let first = within + blanks.take_while(|byte| byte.is_ascii_whitespace()).count();
        let layout = Layout { within, margin: margin(self.text, within), first };
        self.layout = Some(layout);
        layout
    }

    /// Whether a key stands ahead where an object must begin, and braces close that nothing opens.
    pub(super) fn lacks_brace(&mut self) -> bool {
        (self.open.is_empty() || self.spare.has_too_many(Kind::CloseObject)) && self.is_key(0)
    }

    /// Whether the brace ahead opens what is closed as a list.
    pub(super) fn is_meant_as_list(&mut self) -> bool {
        self.spare.lacks(Kind::CloseObject)
            && self.spare.has_too_many(Kind::CloseList)
            && self.is_value(1)
            && !self.is_key(1)
    }

    /// Whether the bracket ahead opens what is closed as an object, or at least goes on as one.
    pub(super) fn is_meant_as_object(&mut self) -> bool {
        let lacks_brace = self.spare.has_too_many(Kind::CloseObject) && !self.spare.lacks(Kind::CloseList);
        self.is_key(1) && !lacks_brace
    }

    /// Whether `token`, which is next, begins the first value of a list whose bracket is missing.
    pub(super) fn lacks_bracket(&mut self, token: Token) -> bool {
        let may_lack = self.spare.has_too_many(Kind::CloseList) && !self.spare.lacks(Kind::CloseObject);
        if !may_lack || self.open.is_empty() || token.kind == Kind::OpenList {
            return false;
        }
        let mut lexer = Lexer::new(&self.text[token.span.start..]);
        self.passes_value(&mut lexer)
            && match lexer.next().kind {
                Kind::CloseList => true,
                Kind::Comma => {
                    let next = lexer.next().kind;
                    matches!(next, Kind::OpenObject | Kind::OpenList)
                        || (is_text(next) || is_bare(next)) && lexer.next().kind != Kind::Colon
                }
                _ => false,
            }
    }

    /// Passes over a value whose brackets match; false if they do not, or if it is too long.
    fn passes_value(&mut self, lexer: &mut Lexer<'_>) -> bool {
        let mut open = Vec::new();
        while self.patience > 0 {
            let token = lexer.next();
            self.patience = self.patience.saturating_sub(token.span.end - token.span.start + 1);
            match token.kind {
                Kind::OpenObject => open.push(Kind::CloseObject),
                Kind::OpenList => open.push(Kind::CloseList),
                kind @ (Kind::CloseObject | Kind::CloseList) if open.pop() != Some(kind) => return false,
                Kind::End => return false,
                _ => {}
            }
            if open.is_empty() {
                return true;
            }
        }
        false
    }

    /// Opens an object or a list before the next token.
    pub(super) fn open_before(&mut self, token: Token, kind: Kind) {
        self.note(token, Flaw::NotOpenedWith(kind));
        let opened = Open::new(put_before(token, kind));
        self.spare.change(opened.close(), 1);
        self.open.push(opened);
        self.put(kind, token, if opened.is_list() { Expects::Element } else { Expects::Key });
    }

    /// Takes an opening bracket for one of the other `kind`.
    pub(super) fn open_as(&mut self, token: Token, kind: Kind) {
        self.note(token, Flaw::NotOpenedWith(kind));
        let opened = Open::new(Token { kind, ..token });
        let (list, expects) = if opened.is_list() { (1, Expects::Element) } else { (-1, Expects::Key) };
        self.spare.change(Kind::CloseList, list);
        self.spare.change(Kind::CloseObject, -list);
        self.open.push(opened);
        self.pass(Token { kind, ..token }, expects);
    }

    /// Whether the bracket ahead is one too many: what it opens is not closed, and goes on as what is open already.
    pub(super) fn is_doubled(&mut self) -> bool {
        match self.peek(0).kind {
            Kind::OpenList => self.spare.lacks(Kind::CloseList) && self.peek(1).kind != Kind::OpenList,
            _ => self.spare.lacks(Kind::CloseObject) && self.is_key(1),
        }
    }

    /// Leaves an opening bracket out that is one too many.
    pub(super) fn leave_out_opening(&mut self, token: Token) {
        self.spare.change(Open::new(token).close(), -1);
        self.drop(token, Flaw::Misplaced);
    }

    /// Closes what is open innermost before the next token.
    pub(super) fn close_before(&mut self, token: Token) {
        let Some(own) = self.open.pop() else { return };
        self.spare.change(own.close(), -1);
        self.note(token, Flaw::NotClosed(own.close()));
        self.put(own.close(), token, self.after());
    }

    /// Closes an object, if its brace is missing, before a `key` that is out already: a comma and the key follow.
    pub fn closes_before_key(&mut self, key: Token) -> bool {
        let in_object = self.around().is_some_and(|around| !around.is_list());
        if !in_object || !self.spare.lacks(Kind::CloseObject) || self.expects != Expects::Colon {
            return false;
        }
        self.open.pop();
        self.spare.change(Kind::CloseObject, -1);
        self.note(key, Flaw::NotClosed(Kind::CloseObject));
        self.ready.extend([put_before(key, Kind::Comma), key]);
        true
    }

    /// A bracket that closes something, or the end of the text.
    pub(super) fn closed(&mut self, token: Token) {
        let Some(own) = self.open.last().copied() else { return };
        if token.kind == Kind::End {
            if !self.cut_short {
                self.cut_short = true;
                self.note(token, Flaw::CutShort);
            }
            self.open.pop();
            return self.put(own.close(), token, self.after());
        }
        if token.kind == own.close() {
            if self.is_one_too_many(0) {
                return self.leave_out(token);
            }
            if self.is_parenthesis(token) {
                self.note(token, Flaw::NotClosed(token.kind));
            }
            return self.close_with(token);
        }
        let (missing, too_many) = (self.spare.lacks(own.close()), self.spare.has_too_many(token.kind));
        let within =
            self.open.iter().rev().skip(1).take(LOOKED_THROUGH).any(|open| open.close() == token.kind);
        if missing && too_many && self.goes_on_around() {
            self.close_wrongly(token, own);
        } else if too_many && !missing {
            self.leave_out(token);
        } else if within && missing {
            self.close_before(token);
        } else if self.goes_on_around() {
            self.close_wrongly(token, own);
        } else if within {
            self.close_before(token);
        } else {
            self.leave_out(token);
        }
    }

    /// Whether what follows the bracket ahead, which closes what is open innermost, still belongs to that.
    pub(super) fn is_one_too_many(&mut self, at: usize) -> bool {
        let Some(own) = self.open.last().copied() else { return false };
        if !self.spare.has_too_many(own.close()) {
            return false;
        }
        let in_object = self.around().is_some_and(|around| !around.is_list());
        let next = at + 1 + usize::from(self.peek(at + 1).kind == Kind::Comma);
        match (own.is_list(), in_object) {
            // With the key that this one began with, another begins, whose brace is missing.
            (false, false) => self.is_key(next) && !self.begins_with_key(own, next),
            (false, true) => self.is_key(next) && self.is_further_in(own, next),
            (true, true) => !self.is_key(next) && self.is_value(next),
            _ => false,
        }
    }

    /// Whether a line begins with what stands ahead, further in than the line on which `open` stands.
    fn is_further_in(&mut self, open: Open, at: usize) -> bool {
        let next = self.peek(at).span.start;
        let Some(column_of_next) = column(self.text, next) else { return false };
        self.layout(open).margin.is_some_and(|margin| column_of_next > margin)
    }

    /// Whether the first key of what is `open` is the one ahead.
    fn begins_with_key(&mut self, open: Open, at: usize) -> bool {
        let key = self.peek(at).span;
        let text = self.text.as_bytes();
        text[self.layout(open).first..].starts_with(&text[key.start..key.end])
    }

    /// Whether what follows the next token belongs to what the innermost open bracket stands in.
    fn goes_on_around(&mut self) -> bool {
        let next = self.peek(1).kind;
        let Some(around) = self.around() else { return next == Kind::End };
        let fits = next == Kind::Comma && if around.is_list() { self.is_value(2) } else { self.is_key(2) };
        fits || next == around.close()
    }

    /// Whether a value begins there ahead.
    pub(super) fn is_value(&mut self, at: usize) -> bool {
        let kind = self.peek(at).kind;
        is_text(kind) || is_bare(kind) || matches!(kind, Kind::OpenObject | Kind::OpenList)
    }

    fn close_with(&mut self, token: Token) {
        self.open.pop();
        self.pass(token, self.after());
    }

    /// Takes a bracket of the other kind for the one that is wanted.
    fn close_wrongly(&mut self, token: Token, own: Open) {
        self.note(token, Flaw::NotClosed(own.close()));
        self.spare.change(own.close(), -1);
        self.spare.change(token.kind, 1);
        self.close_with(Token { kind: own.close(), ..token });
    }

    /// Leaves a bracket out that closes nothing.
    fn leave_out(&mut self, token: Token) {
        self.spare.change(token.kind, 1);
        self.drop(token, Flaw::NotOpened);
        // In `1, ], 2` one of the commas is its own.
        if self.expects != Expects::Comma && self.peek(0).kind == Kind::Comma {
            self.take();
        }
    }
}

/// How the text around an open bracket is laid out.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// Where what it holds begins.
    within: usize,
    /// The blanks that its line begins with, if the beginning is near.
    margin: Option<usize>,
    /// Where the first thing in it stands.
    first: usize,
}

/// The blanks that the line of the byte `at` begins with, if its beginning is near.
fn margin(text: &str, at: usize) -> Option<usize> {
    let before = &text.as_bytes()[at.saturating_sub(NEAR)..at];
    let line = match before.iter().rposition(|byte| *byte == b'\n') {
        Some(line_break) => &before[line_break + 1..],
        None if at <= NEAR => before,
        None => return None,
    };
    Some(line.len() - line.trim_ascii_start().len())
}

/// How many blanks stand between the beginning of the line and the byte `at`, if nothing else does.
fn column(text: &str, at: usize) -> Option<usize> {
    let before = &text.as_bytes()[..at];
    let blanks =
        before.iter().rev().take(NEAR).take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
    before[..at - blanks].last().is_none_or(|byte| *byte == b'\n').then_some(blanks)
}
