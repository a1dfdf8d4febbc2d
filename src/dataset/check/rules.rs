//! What the schema cannot say: values that must agree with each other, lists that ascend, days of the calendar.
//!
//! Each rule looks at values and gives back messages; it knows neither files nor places.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::{Map, Value};

use super::messages as say;
use crate::model::text::Text;

/// No figure is older than this.
pub const FIRST_YEAR: u16 = 1990;
/// No date lies beyond this year: a later one is a slip of the keyboard.
pub const LAST_YEAR: u16 = 2100;
/// A figure may be for this many years after the edition: amounts are announced that early.
const YEARS_AHEAD: u16 = 2;
/// An edition may be this many years older than the program's: an exported folder stays in use that long.
const EDITION_LAG: u16 = 5;
/// No contribution differs between more kinds of staff than this; keeps the comparison of bands linear.
const MAX_BANDS: usize = 1000;

/// What a file is checked against, besides its shape.
#[derive(Debug, Clone, Default)]
pub struct References {
    /// The ids of the sources; `None` where they cannot be known, so that no reference is judged.
    pub sources: Option<BTreeSet<String>>,
    /// The ids of the positions that ship with the program.
    pub roles: BTreeSet<String>,
    /// The year of the newest edition: the user's or the program's.
    pub edition_year: u16,
    /// The year of the program's edition.
    pub shipped_year: u16,
    /// The year that a file of pay rules is named after.
    pub pay_year: Option<u16>,
}

impl References {
    /// The last year that a figure may be for.
    pub fn last_year(&self) -> u16 {
        self.edition_year.saturating_add(YEARS_AHEAD).clamp(FIRST_YEAR, LAST_YEAR)
    }
}

/// An object without the values that are wrong in themselves.
pub struct Sound<'v> {
    /// The object.
    pub object: &'v Map<String, Value>,
    /// The keys whose values are wrong.
    pub wrong: &'v [&'v str],
}

impl<'v> Sound<'v> {
    fn get(&self, key: &str) -> Option<&'v Value> {
        self.object.get(key).filter(|_| !self.wrong.contains(&key))
    }

    fn number(&self, key: &str) -> Option<f64> {
        self.get(key)?.as_f64()
    }

    fn text(&self, key: &str) -> Option<&'v str> {
        self.get(key)?.as_str()
    }
}

/// The names that the two ends of a range go by.
const ENDS: [(&str, &str); 3] = [("low", "high"), ("min", "max"), ("min_staff", "max_staff")];

/// What the values of one object must have in common; each message with the key it is about.
pub fn check_cross_fields(object: &Sound<'_>) -> Vec<(&'static str, Text)> {
    let mut found = Vec::new();
    for (low_key, high_key) in ENDS {
        let (low, high) = (object.number(low_key), object.number(high_key));
        if let Some((low, high)) = low.zip(high).filter(|(low, high)| low > high) {
            found.push((low_key, say::low_above_high(low, high)));
        }
    }
    if let Some(usual) = object.number("usual") {
        let low = object.number("low").unwrap_or(f64::MIN);
        let high = object.number("high").unwrap_or(f64::MAX);
        if low <= high && !(low..=high).contains(&usual) {
            found.push(("usual", say::out_of_range(&usual.to_string(), low, high)));
        }
    }
    if let Some((from, to)) = object.number("from").zip(object.number("to")).filter(|(from, to)| from >= to) {
        found.push(("to", say::ends_before_it_begins(from, to)));
    }
    if let Some((_, to)) = object.text("from").zip(object.text("to")).filter(|(from, to)| from == to) {
        found.push(("to", say::leads_to_itself(to)));
    }
    if let Some((statistic, stated)) =
        object.text("statistic").zip(object.get("stated").and_then(Value::as_object))
        && !keeps_statistic(statistic, stated)
    {
        found.push(("stated", say::ends_missing(statistic)));
    }
    // Only words for reading CVs are ours; a skill that is asked for is so by somebody.
    let is_skill = object.text("category").is_some() && object.text("origin") != Some("vocabulary");
    if is_skill && object.get("sources").and_then(Value::as_array).is_some_and(Vec::is_empty) {
        found.push(("sources", say::empty_list()));
    }
    found
}

/// Whether a stated figure has the ends that its statistic promises.
fn keeps_statistic(statistic: &str, stated: &Map<String, Value>) -> bool {
    let end = |key: &str| stated.get(key).and_then(Value::as_f64);
    let (low, high) = (end("low"), end("high"));
    let both = low.zip(high);
    match statistic {
        "point" | "mean" | "median" | "p10" | "p90" => {
            both.is_some_and(|(low, high)| low.total_cmp(&high).is_eq())
        }
        "range" => both.is_some_and(|(low, high)| low.total_cmp(&high).is_ne()),
        "ceiling" => low.is_none() && high.is_some(),
        "minimum" => low.is_some() && high.is_none(),
        _ => true,
    }
}

/// Checks that the values under `key` ascend; elements in `wrong` are passed over. Each message with its index.
///
/// Where the last one is `open_ended`, it is `null`, and no other is.
pub fn check_ascending(
    list: &[Value],
    key: &str,
    open_ended: bool,
    wrong: &HashSet<usize>,
) -> Vec<(usize, Text)> {
    let mut found = Vec::new();
    let sound = |(at, element): (usize, _)| (!wrong.contains(&at)).then_some((at, element));
    let value = |element: &'_ Value| element.as_object().map(|one| one.get(key).cloned().unwrap_or_default());
    let mut before: Option<Value> = None;
    for (at, now) in list.iter().map(value).enumerate().filter_map(sound) {
        let Some(now) = now else { continue };
        let message = match (&before, &now) {
            (Some(Value::Null), _) if open_ended => Some(say::after_the_last(key)),
            (Some(Value::Number(before)), Value::Number(now)) if now.as_f64() <= before.as_f64() => {
                Some(say::not_ascending(now, before))
            }
            (Some(Value::String(before)), Value::String(now)) if now <= before => {
                Some(say::not_ascending(now, before))
            }
            _ => None,
        };
        found.extend(message.map(|message| (at, message)));
        before = Some(now);
    }
    let last = list.len().saturating_sub(1);
    if open_ended && !wrong.contains(&last) && before.is_some_and(|last| !last.is_null()) {
        found.push((last, say::not_open_ended(key)));
    }
    found
}

/// To whom a contribution is owed: a status, or both, in a zone, or both, and from which to which staff.
struct Levied<'v> {
    status: Option<&'v str>,
    zone: Option<&'v str>,
    least: f64,
    most: f64,
}

impl Levied<'_> {
    /// Whether someone would owe both.
    fn meets(&self, other: &Self) -> bool {
        let same = |one: Option<&str>, other: Option<&str>| one.is_none() || other.is_none() || one == other;
        same(self.status, other.status)
            && same(self.zone, other.zone)
            && self.least <= other.most
            && other.least <= self.most
    }
}

/// Checks that no contribution is owed twice: an id stands once for each status, zone and staff.
pub fn check_no_overlap(contributions: &[Value], wrong: &HashSet<usize>) -> Vec<(usize, Text)> {
    let mut levied: HashMap<&str, Vec<Levied<'_>>> = HashMap::new();
    let mut found = Vec::new();
    for (at, one) in contributions.iter().enumerate().filter(|(at, _)| !wrong.contains(at)) {
        let Some(id) = one["id"].as_str() else { continue };
        let new = Levied {
            status: one["status"].as_str(),
            zone: one["zone"].as_str(),
            least: one["min_staff"].as_f64().unwrap_or(0.0),
            most: one["max_staff"].as_f64().unwrap_or(f64::INFINITY),
        };
        let others = levied.entry(id).or_default();
        if others.iter().any(|other| other.meets(&new)) {
            found.push((at, say::owed_twice(id)));
        } else if others.len() < MAX_BANDS {
            others.push(new);
        }
    }
    found
}

/// Checks the date of an edition: the figures of a much older one would all look too young.
pub fn check_edition(edition: &str, references: &References) -> Option<Text> {
    let year: u16 = edition.get(..4)?.parse().ok()?;
    let is_old = year.saturating_add(EDITION_LAG) < references.shipped_year;
    is_old.then(|| say::old_edition(edition, references.shipped_year))
}

/// Whether `text` is the address of a page: http or https, a host, no blanks.
pub fn is_link(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| host.starts_with(|first: char| first.is_alphanumeric()))
        && !text.contains(|char: char| char.is_whitespace() || char.is_control())
}
