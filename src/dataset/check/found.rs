//! What a walk remembers of the values it met, and what it checks of them together: ids, references, the ends of a
//! range, lists that rise, contributions that are owed once.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::lexer::{Span, Token};
use super::say;
use super::shape::Rising;
use super::sink::{Step, written};
use super::walk::Walk;
use crate::model::text::Text;

/// What a value turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'t> {
    /// `null`.
    Null,
    /// A number.
    Number(f64),
    /// A text.
    Text(Cow<'t, str>),
    /// An object.
    Object(Summary<'t>),
    /// Anything else, or something wrong that is noted already.
    Other,
}

/// What others must know of an object: the ends of the range that it is, and where it begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary<'t> {
    low: Option<f64>,
    high: Option<f64>,
    /// False if an end is wrong in itself, which is noted already.
    sound: bool,
    /// Where it stands in a rising list.
    place: Option<Box<Place<'t>>>,
    open: Span,
}

/// A value that tells where an object stands in a rising list.
pub type Place<'t> = (Found<'t>, Span);

/// The value of a key.
#[derive(Debug, Clone, PartialEq)]
struct Valued<'t> {
    key: &'static str,
    found: Found<'t>,
    span: Span,
}

/// The values of one object that must agree with each other, or with those of others.
#[derive(Debug, Default)]
pub struct Ends<'t> {
    low: Option<Valued<'t>>,
    high: Option<Valued<'t>>,
    from: Option<Valued<'t>>,
    to: Option<Valued<'t>>,
    usual: Option<Valued<'t>>,
    id: Option<Valued<'t>>,
    status: Option<Valued<'t>>,
    /// Where the object stands in a rising list.
    pub place: Option<Place<'t>>,
    statistic: Option<Valued<'t>>,
    stated: Option<Valued<'t>>,
}

impl<'t> Ends<'t> {
    /// Remembers the value of a key, if others depend on it.
    pub fn put(&mut self, key: &str, found: Found<'t>, span: Span) {
        let (end, key) = match key {
            "low" => (&mut self.low, "low"),
            "min" => (&mut self.low, "min"),
            "min_staff" => (&mut self.low, "min_staff"),
            "high" => (&mut self.high, "high"),
            "max" => (&mut self.high, "max"),
            "max_staff" => (&mut self.high, "max_staff"),
            "from" => (&mut self.from, "from"),
            "to" => (&mut self.to, "to"),
            "usual" => (&mut self.usual, "usual"),
            "id" => (&mut self.id, "id"),
            "status" => (&mut self.status, "status"),
            "statistic" => (&mut self.statistic, "statistic"),
            "stated" => (&mut self.stated, "stated"),
            _ => return,
        };
        *end = Some(Valued { key, found, span });
    }

    /// The low end, or `or` if there is none.
    fn lowest(&self, or: f64) -> f64 {
        self.low.as_ref().and_then(Valued::number).unwrap_or(or)
    }

    /// The high end, or `or` if there is none.
    fn highest(&self, or: f64) -> f64 {
        self.high.as_ref().and_then(Valued::number).unwrap_or(or)
    }

    /// What others must know of the object that begins at `open`.
    pub fn summary(self, open: Span) -> Summary<'t> {
        let ends = [self.low.as_ref(), self.high.as_ref()];
        let sound = ends.into_iter().flatten().all(|end| end.found != Found::Other);
        let [low, high] = ends.map(|end| end.and_then(Valued::number));
        Summary { low, high, sound, place: self.place.map(Box::new), open }
    }
}

impl Valued<'_> {
    fn number(&self) -> Option<f64> {
        match self.found {
            Found::Number(number) => Some(number),
            _ => None,
        }
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
    /// Pay rules that are no contribution but have a line on a payslip too.
    rules: Vec<(Cow<'t, str>, Span, String)>,
    /// Where `"only": true` stands.
    pub only: Option<Span>,
    /// To whom each contribution is owed so far.
    levied: HashMap<Cow<'t, str>, Vec<Levied<'t>>>,
}

/// No contribution differs between more kinds of staff than this.
const BANDS: usize = 1000;

/// To whom a contribution is owed: a status, or both, and from which to which staff.
#[derive(Debug)]
struct Levied<'t> {
    status: Option<Cow<'t, str>>,
    least: f64,
    most: f64,
}

impl Levied<'_> {
    /// Whether someone would owe both.
    fn meets(&self, other: &Self) -> bool {
        let one_status = self.status.is_none() || other.status.is_none() || self.status == other.status;
        one_status && self.least <= other.most && other.least <= self.most
    }
}

impl<'t, 's> Walk<'t, 's> {
    /// Counts entries, remembers whether the file stands alone, and checks the year it is for.
    pub(super) fn gather(&mut self, key: &str, value: Token, found: &Found<'t>) {
        match (self.path.as_slice(), found) {
            ([Step::Key("only")], _) if value.kind == super::lexer::Kind::True => {
                self.gathered.only = Some(value.span);
            }
            ([Step::Key("year")], Found::Number(year)) => self.of_the_year(*year, value.span),
            (path, Found::Text(id)) if key == "id" => {
                self.gathered.entries += 1;
                let of_one_rule = self.known.pay_year.is_some() && !matches!(path, [_, Step::Index(_), ..]);
                if of_one_rule {
                    self.gathered.rules.push((id.clone(), value.span, written(path)));
                }
            }
            _ => {}
        }
    }

    /// Notes an id that another entry of the list has already.
    pub(super) fn own_id(&mut self, id: Cow<'t, str>, span: Span) {
        if let [Step::Key(list), Step::Index(_), Step::Key(_)] = *self.path.as_slice()
            && !self.gathered.ids.entry(list).or_default().insert(id.clone())
        {
            self.note(span, || say::same_id(&id, list));
        }
    }

    /// Checks the year that a file of pay rules is for against the one it is named after.
    fn of_the_year(&mut self, year: f64, span: Span) {
        if let Some(named) = self.known.pay_year.filter(|named| year.total_cmp(&f64::from(*named)).is_ne()) {
            self.note(span, || say::other_year(year, named));
        }
    }

    /// Checks that the value just read stands further on than the one before it; returns where it stands.
    pub(super) fn risen(
        &mut self,
        rising: &'s Rising,
        before: Option<Place<'t>>,
        value: Found<'t>,
    ) -> Option<Place<'t>> {
        let Found::Object(Summary { place: Some(place), .. }) = value else { return None };
        let wrong = match (before.map(|(found, _)| found), &place.0) {
            (Some(Found::Null), _) => Some(say::after_the_last(&rising.key)),
            (Some(Found::Number(before)), Found::Number(now)) if *now <= before => {
                Some(say::not_rising(&now.to_string(), &before.to_string()))
            }
            (Some(Found::Text(before)), Found::Text(now)) if *now <= before => {
                Some(say::not_rising(now, &before))
            }
            _ => None,
        };
        if let Some(message) = wrong {
            self.note_at(&rising.key, place.1, || message);
        }
        Some(*place)
    }

    /// Checks that the last of a list has no end where its kind asks for that.
    pub(super) fn ended(&mut self, rising: &'s Rising, (last, span): &Place<'t>) {
        if rising.open_ended && matches!(last, Found::Number(_) | Found::Text(_)) {
            self.note_at(&rising.key, *span, || say::not_open_ended(&rising.key));
        }
    }

    /// Checks that a contribution is not owed twice: an id stands once for each status and staff.
    fn owed_once(&mut self, ends: &Ends<'t>) {
        let [Step::Key("contributions"), Step::Index(_)] = *self.path.as_slice() else { return };
        let Some(Valued { found: Found::Text(id), span, .. }) = &ends.id else { return };
        let mut parts = [&ends.low, &ends.high, &ends.status].into_iter().flatten();
        if parts.any(|part| part.found == Found::Other) {
            // That is told already, and nobody knows who owes it.
            return;
        }
        let status = match ends.status.as_ref().map(|status| &status.found) {
            Some(Found::Text(status)) => Some(status.clone()),
            _ => None,
        };
        let new = Levied { status, least: ends.lowest(0.0), most: ends.highest(f64::INFINITY) };
        let levied = self.gathered.levied.entry(id.clone()).or_default();
        if levied.iter().any(|other| other.meets(&new)) {
            self.note_at("id", *span, || say::owed_twice(id));
        } else if levied.len() < BANDS {
            levied.push(new);
        }
    }

    /// Notes rules with the id of another, once every rule is known.
    pub(super) fn told_apart(&mut self) {
        let mut taken: HashSet<Cow<'_, str>> = self.gathered.levied.keys().cloned().collect();
        for (id, span, path) in std::mem::take(&mut self.gathered.rules) {
            if !taken.insert(id.clone()) {
                self.sink.add(span, || path, || say::id_of_another_rule(&id));
            }
        }
    }

    /// Checks what the values of one object must have in common.
    pub(super) fn agree(&mut self, ends: &Ends<'t>) {
        if let (Some(end), Some(high)) = (&ends.low, ends.high.as_ref().and_then(Valued::number))
            && let Some(low) = end.number().filter(|low| *low > high)
        {
            self.note_at(end.key, end.span, || say::low_above_high(low, high));
        }
        if let Some(usual) = &ends.usual
            && let Some(at) = usual.number()
        {
            let (low, high) = (ends.lowest(f64::MIN), ends.highest(f64::MAX));
            if low <= high && !(low..=high).contains(&at) {
                self.note_at(usual.key, usual.span, || say::out_of_range(&at.to_string(), low, high));
            }
        }
        self.owed_once(ends);
        if let (Some(from), Some(to)) = (&ends.from, &ends.to) {
            match (&from.found, &to.found) {
                (Found::Text(from), Found::Text(id)) if from == id => {
                    self.note_at(to.key, to.span, || say::leads_to_itself(id));
                }
                (Found::Number(from), Found::Number(end)) if from >= end => {
                    self.note_at(to.key, to.span, || say::ends_before_it_begins(*from, *end));
                }
                _ => {}
            }
        }
        if let (Some(statistic), Some(stated)) = (&ends.statistic, &ends.stated)
            && let (Found::Text(statistic), Found::Object(stated)) = (&statistic.found, &stated.found)
        {
            self.bounded(statistic, stated);
        }
    }

    /// Notes a problem with a value of the object walked through.
    fn note_at(&mut self, key: &'s str, span: Span, message: impl FnOnce() -> Text) {
        self.path.push(Step::Key(key));
        self.note(span, message);
        self.path.pop();
    }

    /// Checks that a stated figure has the ends that its statistic promises.
    fn bounded(&mut self, statistic: &str, stated: &Summary<'_>) {
        let both = stated.low.zip(stated.high);
        let kept = match statistic {
            "point" | "mean" | "median" | "p10" | "p90" => {
                both.is_some_and(|(low, high)| low.total_cmp(&high).is_eq())
            }
            "range" => both.is_some_and(|(low, high)| low.total_cmp(&high).is_ne()),
            "ceiling" => stated.low.is_none() && stated.high.is_some(),
            "minimum" => stated.low.is_some() && stated.high.is_none(),
            _ => true,
        };
        if stated.sound && !kept {
            self.note_at("stated", stated.open, || say::ends_missing(statistic));
        }
    }
}
