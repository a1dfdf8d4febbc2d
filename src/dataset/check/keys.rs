//! The keys of an object with their values: those it has, those that others were meant to be, and those that belong
//! to the object around.

use super::found::Ends;
use super::lexer::{Kind, Token};
use super::say;
use super::shape::{Field, Object, Shape};
use super::sink::Step;
use super::walk::{Broken, Tokens, Walk, bare};
use crate::model::name::nearest;

/// A longer key, in bytes, is no slip of another.
const LONGEST: usize = 100;

/// Which keys of an object were met, a bit for each.
#[derive(Debug, Clone, Copy, Default)]
pub struct Seen {
    keys: u64,
    /// Those that others were meant to be.
    meant: u64,
}

impl Seen {
    /// Whether a key is there, or meant to be.
    pub const fn has(self, at: usize) -> bool {
        (self.keys | self.meant) & (1 << at) != 0
    }
}

impl<'t, 's> Walk<'t, 's> {
    /// The keys and values of an object, up to the token that ends it.
    pub(super) fn entries(
        &mut self,
        object: &'s Object,
        seen: &mut Seen,
        ends: &mut Ends<'t>,
    ) -> Result<Token, Broken> {
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
}
