//! Walks a file's values along its schema and notes everything that is not as it should be.
//!
//! The recursion follows the schema, never the file: what has none is passed over. Places are looked up later.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::{Map, Number, Value};

use super::messages as say;
use super::rules::{
    FIRST_YEAR, LAST_YEAR, References, Sound, check_ascending, check_cross_fields, check_edition,
    check_no_overlap, is_link,
};
use super::schema::{Part, Schema, Type};
use super::syntax::Step;
use crate::model::day::Day;
use crate::model::name::nearest;
use crate::model::text::Text;

/// Longer keys, in bytes, are no slip of another.
const LONGEST_KEY: usize = 100;
/// The fields of a contribution that say who owes it.
const LEVY: [&str; 4] = ["id", "status", "min_staff", "max_staff"];

/// A problem, not yet with its place in the text.
pub struct Note<'v> {
    /// Where it stands in the JSON.
    pub path: Vec<Step<'v>>,
    /// Whether the key is meant, not its value.
    pub on_key: bool,
    /// What is wrong, and what was expected.
    pub message: Text,
}

/// What a walk found.
#[derive(Default)]
pub struct Found<'v> {
    /// The problems, no more than asked for.
    pub notes: Vec<Note<'v>>,
    /// How many more there are.
    pub omitted: usize,
    /// How many entries were met: values with an id.
    pub entries: usize,
    /// The ids of each list at the top.
    pub ids: HashMap<&'v str, HashSet<&'v str>>,
}

/// Where an id is named first, and how often.
type Mentions<'v> = BTreeMap<&'v str, (Vec<Step<'v>>, usize)>;

/// Walks a whole file; keeps `limit` problems and counts the others.
pub fn walk<'v>(schema: &'v Schema, root: &'v Value, references: &'v References, limit: usize) -> Found<'v> {
    let mut walk = Walk {
        schema,
        references,
        limit,
        path: Vec::new(),
        found: Found::default(),
        sources: BTreeMap::new(),
        roles: BTreeMap::new(),
        rules: Vec::new(),
    };
    walk.value(schema, root);
    walk.check_pay_rules(root);
    walk.resolve_source_refs();
    walk.resolve_role_refs(root);
    walk.found
}

struct Walk<'v> {
    schema: &'v Schema,
    references: &'v References,
    limit: usize,
    path: Vec<Step<'v>>,
    found: Found<'v>,
    /// Sources that are named and not known.
    sources: Mentions<'v>,
    /// Positions that are named; looked up once all are known.
    roles: Mentions<'v>,
    /// The ids of pay rules that are no contribution but have a line on a payslip too.
    rules: Vec<(&'v str, Vec<Step<'v>>)>,
}

impl<'v> Walk<'v> {
    /// Notes a problem so many `steps` further down the path.
    fn note_below(&mut self, steps: &[Step<'v>], on_key: bool, message: impl FnOnce() -> Text) {
        if self.found.notes.len() < self.limit {
            let path = [self.path.as_slice(), steps].concat();
            self.found.notes.push(Note { path, on_key, message: message() });
        } else {
            self.found.omitted += 1;
        }
    }

    /// Notes a problem at the path walked so far; always false, as the value is not sound.
    fn note(&mut self, message: impl FnOnce() -> Text) -> bool {
        self.note_below(&[], false, message);
        false
    }

    /// Whether the value is sound in itself.
    fn value(&mut self, schema: &'v Schema, value: &'v Value) -> bool {
        let Part { schema, name, nullable } = self.schema.resolve(schema);
        match (schema.kind(), value) {
            (_, Value::Null) if nullable => true,
            (None, _) | (Some(Type::Boolean), Value::Bool(_)) => true,
            (Some(Type::Object), Value::Object(map)) => self.object(schema, map),
            (Some(Type::Array), Value::Array(values)) => self.list(schema, values),
            (Some(Type::String), Value::String(text)) => self.text(schema, name, text),
            (Some(Type::Integer), Value::Number(number)) if schema.is_year() => self.year(number),
            (Some(Type::Integer | Type::Number), Value::Number(number)) => self.number(schema, number),
            _ => self.note(|| say::mismatch(schema, nullable, value)),
        }
    }

    fn object(&mut self, schema: &'v Schema, map: &'v Map<String, Value>) -> bool {
        let (mut wrong, mut meant): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
        for (key, value) in map {
            if let Some(field) = schema.properties.get(key) {
                if !self.field(key, field, value) {
                    wrong.push(key);
                }
                continue;
            }
            wrong.push(key);
            self.note_below(&[Step::Key(key)], true, || say::unknown_key(key, schema));
            if let Some((name, field)) = meant_field(schema, map, key) {
                meant.push(name);
                self.path.push(Step::Key(key));
                self.value(field, value);
                self.path.pop();
            }
        }
        let mut sound = wrong.is_empty();
        for name in schema.required.iter().map(String::as_str) {
            if !map.contains_key(name) && !meant.contains(&name) {
                sound = false;
                self.note_below(&[Step::Key(name)], false, || say::missing(name, schema));
            }
        }
        for (key, message) in check_cross_fields(&Sound { object: map, wrong: &wrong }) {
            sound = false;
            self.note_below(&[Step::Key(key)], false, || message);
        }
        sound
    }

    fn field(&mut self, name: &'v str, schema: &'v Schema, value: &'v Value) -> bool {
        self.path.push(Step::Key(name));
        let sound = self.value(schema, value);
        if let (Value::String(id), "id") = (value, name) {
            self.found.entries += 1;
            let of_one_rule =
                self.references.pay_year.is_some() && !matches!(self.path[..], [_, Step::Index(_), ..]);
            if of_one_rule {
                self.rules.push((id, self.path.clone()));
            }
        }
        self.path.pop();
        sound
    }

    fn list(&mut self, schema: &'v Schema, values: &'v [Value]) -> bool {
        let (begun, mut sound) = (self.found.notes.len(), true);
        for (at, value) in values.iter().enumerate().filter(|_| schema.items.is_some()) {
            self.path.push(Step::Index(at));
            sound &= schema.items.as_ref().is_none_or(|items| self.value(items, value));
            self.path.pop();
        }
        if values.len() < schema.min_items {
            sound = self.note(say::empty_list);
        }
        if let (Some(key), Some(items)) = (schema.ascending.as_deref(), &schema.items) {
            let element = self.schema.resolve(items).schema;
            let end = element.properties.get(key).map(|field| self.schema.resolve(field));
            let wrong = self.wrong_elements(begun, &[key]);
            for (at, message) in check_ascending(values, key, end.is_some_and(|end| end.nullable), &wrong) {
                sound = false;
                self.note_below(&[Step::Index(at), Step::Key(key)], false, || message);
            }
        }
        if self.references.pay_year.is_some() && self.path == [Step::Key("contributions")] {
            let wrong = self.wrong_elements(begun, &LEVY);
            for (at, message) in check_no_overlap(values, &wrong) {
                sound = false;
                self.note_below(&[Step::Index(at), Step::Key("id")], false, || message);
            }
        }
        sound
    }

    /// The elements of the list at the path in which one of `keys` is wrong, by the notes since `begun`.
    fn wrong_elements(&self, begun: usize, keys: &[&str]) -> HashSet<usize> {
        let at = self.path.len();
        let element = |note: &Note<'_>| match note.path.get(at..)? {
            [Step::Index(index)] => Some(*index),
            [Step::Index(index), Step::Key(key), ..] if keys.contains(key) => Some(*index),
            _ => None,
        };
        self.found.notes[begun..].iter().filter_map(element).collect()
    }

    fn text(&mut self, schema: &'v Schema, name: &str, text: &'v str) -> bool {
        if !schema.members.is_empty() {
            let members = &schema.members;
            return members.iter().any(|member| member == text)
                || self.note(|| say::no_member(text, members));
        }
        let is_own = self.path.last() == Some(&Step::Key("id"));
        match name {
            _ if schema.is_link() => is_link(text) || self.note(|| say::no_link(text)),
            _ if schema.is_date() => self.date(text),
            _ if schema.pattern.is_some() && text.trim().is_empty() => self.note(say::blank),
            "EntryId" | "SourceId" | "RoleId" if is_own => self.check_unique_id(text),
            "SourceId" => {
                let known = self.references.sources.as_ref();
                let is_known = known.is_none_or(|known| known.contains(text));
                if !is_known {
                    mention(&mut self.sources, text, &self.path);
                }
                is_known
            }
            "RoleId" => {
                mention(&mut self.roles, text, &self.path);
                true
            }
            _ => true,
        }
    }

    fn date(&mut self, text: &'v str) -> bool {
        let Some(Day { year, .. }) = Day::parse(text) else { return self.note(|| say::no_date(text)) };
        if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
            return self.note(|| say::implausible_year(&text[..4], FIRST_YEAR, LAST_YEAR));
        }
        let is_edition = self.path == [Step::Key("edition")];
        match check_edition(text, self.references).filter(|_| is_edition) {
            Some(message) => self.note(|| message),
            None => true,
        }
    }

    /// Checks that no other entry of the list has this id.
    fn check_unique_id(&mut self, id: &'v str) -> bool {
        let [Step::Key(list), Step::Index(_), Step::Key(_)] = self.path[..] else { return true };
        self.found.ids.entry(list).or_default().insert(id) || self.note(|| say::same_id(id, list))
    }

    fn number(&mut self, schema: &Schema, number: &Number) -> bool {
        let (written, value) = (|| number.to_string(), number.as_f64().unwrap_or(f64::INFINITY));
        if value == 0.0 && value.is_sign_negative() {
            self.note(say::minus_zero)
        } else if schema.kind() == Some(Type::Integer) && number.is_f64() {
            self.note(|| say::not_whole(written()))
        } else if !schema.holds(value) {
            let (min, max) = schema.bounds();
            self.note(|| say::out_of_range(&written(), min, max))
        } else if schema.decimals == Some(2) && ((value * 100.0).round() / 100.0).total_cmp(&value).is_ne() {
            self.note(|| say::beyond_cents(written()))
        } else {
            true
        }
    }

    fn year(&mut self, number: &Number) -> bool {
        if number.is_f64() {
            return self.note(|| say::not_whole(number));
        }
        let last = self.references.last_year();
        let is_plausible =
            number.as_u64().is_some_and(|year| (FIRST_YEAR.into()..=last.into()).contains(&year));
        is_plausible || self.note(|| say::implausible_year(number, FIRST_YEAR, last))
    }

    /// Checks the year of a file of pay rules, and that every rule has an id of its own.
    fn check_pay_rules(&mut self, root: &'v Value) {
        let Some(named) = self.references.pay_year else { return };
        if let Some(year) = root["year"].as_f64().filter(|year| year.total_cmp(&f64::from(named)).is_ne()) {
            self.note_below(&[Step::Key("year")], false, || say::other_year(year, named));
        }
        let contributions = root["contributions"].as_array().into_iter().flatten();
        let mut taken: HashSet<&str> = contributions.filter_map(|one| one["id"].as_str()).collect();
        for (id, path) in std::mem::take(&mut self.rules) {
            if !taken.insert(id) {
                self.note_below(&path, false, || say::id_of_another_rule(id));
            }
        }
    }

    /// Notes each unknown source once, where it is named first: the other places are its consequences.
    fn resolve_source_refs(&mut self) {
        let references = self.references;
        let Some(known) = &references.sources else { return };
        for (id, (path, times)) in std::mem::take(&mut self.sources) {
            self.note_below(&path, false, || say::unknown_source(id, known, times - 1));
        }
    }

    /// Looks up the positions that steps name, once every position is known.
    fn resolve_role_refs(&mut self, root: &'v Value) {
        let roles = std::mem::take(&mut self.roles);
        let references = self.references;
        let shipped = references.roles.iter().map(String::as_str).filter(|_| root["only"] != true);
        let own = self.found.ids.get("roles").into_iter().flatten().copied();
        let known: BTreeSet<&str> = shipped.chain(own).collect();
        for (id, (path, times)) in roles {
            if !known.contains(id) {
                self.note_below(&path, false, || say::unknown_role(id, &known, times - 1));
            }
        }
    }
}

fn mention<'v>(mentions: &mut Mentions<'v>, id: &'v str, path: &[Step<'v>]) {
    mentions.entry(id).or_insert_with(|| (path.to_vec(), 0)).1 += 1;
}

/// The field that an unknown key was perhaps meant to be, if that is not there.
fn meant_field<'v>(schema: &'v Schema, map: &Map<String, Value>, key: &str) -> Option<(&'v str, &'v Schema)> {
    let free = schema.properties.keys().filter(|name| !map.contains_key(*name)).map(String::as_str);
    let near = Some(key).filter(|key| key.len() <= LONGEST_KEY).and_then(|key| nearest(key, free))?;
    schema.properties.get_key_value(near).map(|(name, field)| (name.as_str(), field))
}
