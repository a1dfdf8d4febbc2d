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
    /// Its values; the first leaves the option out.
    pub values: Vec<Value>,
    /// The value that is set.
    pub set: usize,
    /// Whether the option is a flag without a value.
    pub is_flag: bool,
}

/// A value of a filter.
#[derive(Debug, Clone)]
pub struct Value {
    /// What the option takes; empty where it is left out.
    pub id: String,
    /// What people read.
    pub label: Text,
}

impl Chip {
    /// All, or one member of a closed set.
    pub fn all_or<V: Vocabulary>(option: &'static str, label: Text) -> Self {
        let all = Value { id: String::new(), label: text("tous", "all") };
        Self::new(option, label, std::iter::once(all).chain(V::ALL.iter().map(|member| Value::of(*member))))
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
        let all = Value { id: String::new(), label: text("toutes", "all") };
        let names = names.into_iter().map(|(id, label)| Value { id, label });
        Self::new(option, label, std::iter::once(all).chain(names))
    }

    /// A flag: the label without it, and with it.
    pub fn flag(option: &'static str, label: Text, without: Text, with: Text) -> Self {
        let values = [(String::new(), without), (option.to_owned(), with)];
        let chip = Self::new(option, label, values.map(|(id, label)| Value { id, label }));
        Self { is_flag: true, ..chip }
    }

    fn new(option: &'static str, label: Text, values: impl IntoIterator<Item = Value>) -> Self {
        Self { option, label, values: values.into_iter().collect(), set: 0, is_flag: false }
    }

    /// The id of the value that is set; `None` where the option is left out.
    pub fn given(&self) -> Option<&str> {
        self.values.get(self.set).filter(|_| self.set > 0).map(|value| value.id.as_str())
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
    fn of<V: Vocabulary>(member: V) -> Self {
        Self { id: member.id().to_owned(), label: member.label() }
    }
}
