//! What a walk remembers of the values it met: ids, references, and the ends that must agree.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::lexer::{Span, Token};
use super::say;
use super::sink::Step;
use super::walk::Walk;

/// What a value turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'t> {
    /// `null`.
    Null,
    /// A number.
    Number(f64),
    /// A text.
    Text(Cow<'t, str>),
    /// An object, with its low and high ends if it has such.
    Ends(Pair),
    /// Anything else, or something wrong that is noted already.
    Other,
}

/// The ends of a range, and where the range begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    low: Option<f64>,
    high: Option<f64>,
    /// False if an end is wrong in itself, which is noted already.
    sound: bool,
    open: Span,
}

/// The values of one object that must agree with each other.
#[derive(Debug, Default)]
pub struct Ends<'t> {
    low: Option<(Found<'t>, Span)>,
    high: Option<(Found<'t>, Span)>,
    from: Option<(Found<'t>, Span)>,
    to: Option<(Found<'t>, Span)>,
    bound: Option<Found<'t>>,
    stated: Option<Found<'t>>,
}

impl<'t> Ends<'t> {
    /// Remembers the value of a key, if others depend on it.
    pub fn put(&mut self, key: &str, found: Found<'t>, span: Span) {
        match key {
            "low" => self.low = Some((found, span)),
            "high" => self.high = Some((found, span)),
            "from" => self.from = Some((found, span)),
            "to" => self.to = Some((found, span)),
            "bound" => self.bound = Some(found),
            "stated" => self.stated = Some(found),
            _ => {}
        }
    }

    /// The two ends of the range that the object is, if it is one.
    pub fn low_and_high(&self, open: Span) -> Pair {
        let number = |end: &Option<(Found<'_>, Span)>| match end {
            Some((Found::Number(number), _)) => Some(*number),
            _ => None,
        };
        let wrong = |end: &Option<(Found<'_>, Span)>| matches!(end, Some((Found::Other, _)));
        let sound = !wrong(&self.low) && !wrong(&self.high);
        Pair { low: number(&self.low), high: number(&self.high), sound, open }
    }
}

/// The ids and references of a file.
#[derive(Debug, Default)]
pub struct Gathered<'t, 's> {
    /// The ids of each list.
    pub ids: HashMap<&'s str, HashSet<Cow<'t, str>>>,
    /// How many entries were met.
    pub entries: usize,
    /// Positions that steps name, to be looked up once all are known.
    pub roles: Vec<(Cow<'t, str>, Span, String)>,
    /// Where `"only": true` stands.
    pub only: Option<Span>,
}

impl<'t> Walk<'t, '_> {
    /// Remembers an entry's id, and whether the file stands alone.
    pub(super) fn gather(&mut self, key: &str, value: Token, found: &Found<'t>) {
        match (self.path.as_slice(), found) {
            ([Step::Key("only")], _) if value.kind == super::lexer::Kind::True => {
                self.gathered.only = Some(value.span);
            }
            ([Step::Key(list), Step::Index(_), Step::Key("id")], Found::Text(id)) => {
                self.gathered.entries += 1;
                let list = *list;
                if !self.gathered.ids.entry(list).or_default().insert(id.clone()) {
                    let id = id.clone();
                    self.note(value.span, || say::same_id(&id, list));
                }
            }
            ([Step::Key("role"), Step::Key("id")], _) if key == "id" => self.gathered.entries += 1,
            _ => {}
        }
    }

    /// Checks what the values of one object must have in common.
    pub(super) fn agree(&mut self, ends: &Ends<'t>) {
        if let (Some((Found::Number(low), span)), Some((Found::Number(high), _))) = (&ends.low, &ends.high)
            && low > high
        {
            self.path.push(Step::Key("low"));
            self.note(*span, || say::low_above_high(*low, *high));
            self.path.pop();
        }
        if let (Some((Found::Text(from), _)), Some((Found::Text(to), span))) = (&ends.from, &ends.to)
            && from == to
        {
            self.path.push(Step::Key("to"));
            self.note(*span, || say::leads_to_itself(to));
            self.path.pop();
        }
        if let (Some(Found::Text(bound)), Some(Found::Ends(stated))) = (&ends.bound, &ends.stated) {
            self.bounded(bound, *stated);
        }
    }

    /// Checks that a stated figure has the ends that its bound promises.
    fn bounded(&mut self, bound: &str, Pair { low, high, sound, open }: Pair) {
        let both = low.zip(high);
        let kept = match bound {
            "average" => both.is_some_and(|(low, high)| low.total_cmp(&high).is_eq()),
            "range" => both.is_some_and(|(low, high)| low.total_cmp(&high).is_ne()),
            "up_to" => low.is_none() && high.is_some(),
            _ => true,
        };
        if sound && !kept {
            self.path.push(Step::Key("stated"));
            let bound = bound.to_owned();
            self.note(open, || say::bound_broken(&bound));
            self.path.pop();
        }
    }
}
