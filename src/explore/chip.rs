//! Filters as chips: each is an option of the command with its values, one of which is set.

use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;

/// A filter.
#[derive(Debug, Clone)]
pub struct Chip {
    /// The option of the command that it sets.
    pub option: &'static str,
    /// What people call it.
    pub label: Text,
    /// Its values; unless several can be on, the first leaves the option out.
    pub values: Vec<Value>,
    /// The value that is set, or that the cursor stands on where several can be on.
    pub set: usize,
    /// How its values combine, and how the option is written.
    pub kind: Kind,
}

/// How the values of a filter combine, and how its option is written; it is left out where it leaves nothing out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One value, behind its option: `--level junior`.
    One,
    /// One value, which the command takes as it is: `but-mmi`.
    Argument,
    /// With the option or without: `--net`.
    Flag,
    /// Each value is on or off; the option names those that are off: `--without onisep,adabot`.
    Without,
    /// Each value is on or off; the option names those that are on: `--apprenticeship=yes,not-said`.
    Among,
}

/// A value of a filter.
#[derive(Debug, Clone)]
pub struct Value {
    /// What the option takes; empty where it is left out.
    pub id: String,
    /// What people read.
    pub label: Text,
    /// Whether it is left out, where several can be on.
    pub is_off: bool,
}

impl Chip {
    /// All, or one member of a closed set.
    pub fn all_or<V: Vocabulary>(option: &'static str, label: Text) -> Self {
        Self::unsaid_or::<V>(option, label, text("tous", "all"))
    }

    /// One member of a closed set; the first in the order of `members` is what the command takes by itself.
    pub fn one_of<V: Vocabulary>(option: &'static str, label: Text, usual: V) -> Self {
        let others = V::ALL.iter().filter(|member| **member != usual);
        Self::new(option, label, std::iter::once(&usual).chain(others).map(|member| Value::of(*member)))
    }

    /// All, or one of the names.
    pub fn all_or_named(
        option: &'static str,
        label: Text,
        names: impl IntoIterator<Item = (String, Text)>,
    ) -> Self {
        let all = Value::new("", text("toutes", "all"));
        let names = names.into_iter().map(|(id, label)| Value::new(id, label));
        Self::new(option, label, std::iter::once(all).chain(names))
    }

    /// All, or one of the names, which the command takes without an option.
    pub fn argument(label: Text, names: impl IntoIterator<Item = (String, Text)>) -> Self {
        Self { kind: Kind::Argument, ..Self::all_or_named("name", label, names) }
    }

    /// A flag: the label without it, and with it.
    pub fn flag(option: &'static str, label: Text, without: Text, with: Text) -> Self {
        let values = [(String::new(), without), (option.to_owned(), with)];
        let chip = Self::new(option, label, values.map(|(id, label)| Value::new(id, label)));
        Self { kind: Kind::Flag, ..chip }
    }

    /// What is meant where nothing is said, or one member of a closed set.
    pub fn unsaid_or<V: Vocabulary>(option: &'static str, label: Text, unsaid: Text) -> Self {
        let members = V::ALL.iter().map(|member| Value::of(*member));
        Self::new(option, label, std::iter::once(Value::new("", unsaid)).chain(members))
    }

    /// Members of a closed set, each of which can be turned off; those of `off` are at first.
    pub fn among<V: Vocabulary>(option: &'static str, label: Text, off: &[V]) -> Self {
        let members =
            V::ALL.iter().map(|member| Value { is_off: off.contains(member), ..Value::of(*member) });
        Self { kind: Kind::Among, ..Self::new(option, label, members) }
    }

    /// Names, each of which can be turned off.
    pub fn without(
        option: &'static str,
        label: Text,
        names: impl IntoIterator<Item = (String, Text)>,
    ) -> Self {
        let names = names.into_iter().map(|(id, label)| Value::new(id, label));
        Self { kind: Kind::Without, ..Self::new(option, label, names) }
    }

    fn new(option: &'static str, label: Text, values: impl IntoIterator<Item = Value>) -> Self {
        Self { option, label, values: values.into_iter().collect(), set: 0, kind: Kind::One }
    }

    /// Whether it leaves anything out.
    pub fn is_changed(&self) -> bool {
        if self.has_switches() { !self.off().is_empty() } else { self.set > 0 }
    }

    /// Whether each value is on or off.
    pub const fn has_switches(&self) -> bool {
        matches!(self.kind, Kind::Without | Kind::Among)
    }

    /// The ids of the values that are off, where several can be on.
    pub fn off(&self) -> Vec<&str> {
        self.values.iter().filter(|value| value.is_off).map(|value| value.id.as_str()).collect()
    }

    /// The ids of the values that are on, where several can be.
    pub fn on(&self) -> Vec<&str> {
        self.values.iter().filter(|value| !value.is_off).map(|value| value.id.as_str()).collect()
    }

    /// Lets everything through.
    pub fn open(&mut self) {
        self.set = 0;
        self.values.iter_mut().for_each(|value| value.is_off = false);
    }

    /// The id of the value that is set; `None` where the option is left out.
    pub fn given(&self) -> Option<&str> {
        self.values
            .get(self.set)
            .filter(|_| !self.has_switches() && self.set > 0)
            .map(|value| value.id.as_str())
    }

    /// Its words on the command line; none where the option is left out.
    pub fn arguments(&self) -> Vec<String> {
        if !self.is_changed() {
            return Vec::new();
        }
        let (option, given) = (format!("--{}", self.option), self.id());
        match self.kind {
            Kind::Flag => vec![option],
            Kind::One => vec![option, given.to_owned()],
            Kind::Argument => vec![given.to_owned()],
            Kind::Without => vec![option, self.off().join(",")],
            Kind::Among => vec![format!("{option}={}", self.on().join(","))],
        }
    }

    /// Turns the value under the cursor on or off, where several can be on; false for the last one that is on, which
    /// stays on.
    pub fn toggle(&mut self) -> bool {
        let on = self.values.iter().filter(|value| !value.is_off).count();
        let value = self.values.get_mut(self.set).filter(|value| value.is_off || on > 1);
        value.map(|value| value.is_off = !value.is_off).is_some()
    }

    /// The id of the value that is set, left out or not.
    pub fn id(&self) -> &str {
        self.values.get(self.set).map_or("", |value| value.id.as_str())
    }

    /// Sets the next value, or the one before; stops at the ends.
    pub fn turn(&mut self, forward: bool) {
        let last = self.values.len().saturating_sub(1);
        self.set = if forward { (self.set + 1).min(last) } else { self.set.saturating_sub(1) };
    }
}

impl Value {
    fn new(id: impl Into<String>, label: Text) -> Self {
        Self { id: id.into(), label, is_off: false }
    }

    fn of<V: Vocabulary>(member: V) -> Self {
        Self::new(member.id(), member.label())
    }
}
