//! Brackets: those that are open, and how many of each kind a text has too many of.

use super::lexer::{Kind, Token};
use super::parens::Source;

/// An open bracket: where what it holds begins, and in the highest bit whether that is a list.
#[derive(Debug, Clone, Copy)]
pub struct Open(u32);

impl Open {
    const LIST: u32 = 1 << 31;

    /// The bracket that `token` is, written or put in; files are far below 2 GiB.
    pub fn new(token: Token) -> Self {
        let at = u32::try_from(token.span.end).unwrap_or(u32::MAX) & !Self::LIST;
        Self(if token.kind == Kind::OpenList { at | Self::LIST } else { at })
    }

    /// Where what it holds begins, in bytes.
    pub const fn within(self) -> usize {
        (self.0 & !Self::LIST) as usize
    }

    /// Whether it opens a list.
    pub const fn is_list(self) -> bool {
        self.0 & Self::LIST != 0
    }

    /// The bracket that closes it.
    pub const fn close(self) -> Kind {
        if self.is_list() { Kind::CloseList } else { Kind::CloseObject }
    }
}

/// How many more brackets of each kind open than close.
#[derive(Debug, Default)]
pub struct Spare {
    braces: isize,
    brackets: isize,
}

impl Spare {
    /// Counts those of a whole text.
    pub fn of(text: &str) -> Self {
        let (mut spare, mut source) = (Self::default(), Source::new(text));
        loop {
            match source.next().kind {
                Kind::OpenObject => spare.braces += 1,
                Kind::OpenList => spare.brackets += 1,
                Kind::End => return spare,
                kind => spare.change(kind, -1),
            }
        }
    }

    /// Counts brackets that `close` would close.
    pub const fn change(&mut self, close: Kind, by: isize) {
        match close {
            Kind::CloseObject => self.braces += by,
            Kind::CloseList => self.brackets += by,
            _ => {}
        }
    }

    const fn count(&self, close: Kind) -> isize {
        match close {
            Kind::CloseList => self.brackets,
            _ => self.braces,
        }
    }

    /// Whether brackets are open that nothing closes.
    pub const fn lacks(&self, close: Kind) -> bool {
        self.count(close) > 0
    }

    /// Whether there are more that close than open.
    pub const fn has_too_many(&self, close: Kind) -> bool {
        self.count(close) < 0
    }
}
