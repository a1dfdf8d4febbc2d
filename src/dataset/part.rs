//! What a file is made of: lists of entries that are told apart by their ids, and single values.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::diff::{Change, ChangeKind, differences};
use crate::model::funding::{Funding, NextStep};
use crate::model::glossary::{GlossaryEntry, Synonyms};
use crate::model::mission::Mission;
use crate::model::price::PriceIndex;
use crate::model::progression::{CareerRole, Step};
use crate::model::role::Role;
use crate::model::salary::{Factor, Observation};
use crate::model::skill::Skill;
use crate::model::source::Source;
use crate::model::title::RegisteredTitle;
use crate::model::town::{Department, Region, Town};
use crate::model::training::{Advice, Programme};
use crate::model::work::WorkEntry;

/// An entry of a list.
pub trait Entry {
    /// What tells it apart from the others of its list.
    fn key(&self) -> &str;
}

macro_rules! entries {
    ($($type:ty),+) => {$(
        impl Entry for $type {
            fn key(&self) -> &str {
                self.id.as_str()
            }
        }
    )+};
}
entries!(Mission, Skill, Observation, Factor, Programme, Advice, CareerRole, Step, WorkEntry, Source);
entries!(RegisteredTitle, Funding, NextStep, Town, Department, Region, GlossaryEntry, Synonyms);

/// What stands under one key at the top of a file.
pub trait Part {
    /// This part over the `embedded` one, or instead of it if `only`.
    fn over(self, embedded: Self, only: bool) -> Self;
    /// Adds what differs from the `embedded` part to `changes`.
    fn changes(&self, embedded: &Self, file: &'static str, list: &'static str, changes: &mut Vec<Change>);
}

impl<E: Entry + Serialize> Part for Vec<E> {
    fn over(mut self, embedded: Self, only: bool) -> Self {
        if !only {
            let given: HashSet<&str> = self.iter().map(Entry::key).collect();
            let kept: Vec<bool> = embedded.iter().map(|entry| !given.contains(entry.key())).collect();
            self.extend(embedded.into_iter().zip(kept).filter_map(|(entry, kept)| kept.then_some(entry)));
        }
        self.sort_by(|a, b| a.key().cmp(b.key()));
        self
    }

    fn changes(&self, embedded: &Self, file: &'static str, list: &'static str, changes: &mut Vec<Change>) {
        let known: HashMap<&str, &E> = embedded.iter().map(|entry| (entry.key(), entry)).collect();
        let given: HashSet<&str> = self.iter().map(Entry::key).collect();
        let begun = changes.len();
        let mut push = |entry: &E, kind, fields| {
            changes.push(Change {
                file: file.into(),
                list,
                id: Some(entry.key().to_owned()),
                change: kind,
                fields,
            });
        };
        for entry in self {
            match known.get(entry.key()) {
                None => push(entry, ChangeKind::Added, Vec::new()),
                Some(old) => {
                    let fields = differences(*old, entry);
                    if !fields.is_empty() {
                        push(entry, ChangeKind::Replaced, fields);
                    }
                }
            }
        }
        for entry in embedded.iter().filter(|entry| !given.contains(entry.key())) {
            push(entry, ChangeKind::Dropped, Vec::new());
        }
        changes[begun..].sort_by(|a, b| a.id.cmp(&b.id));
    }
}

macro_rules! whole {
    ($($type:ty),+) => {$(
        impl Part for $type {
            fn over(self, _: Self, _: bool) -> Self {
                self
            }

            fn changes(&self, embedded: &Self, file: &'static str, list: &'static str, changes: &mut Vec<Change>) {
                changes.extend(Change::of_value(file.into(), list, embedded, self));
            }
        }
    )+};
}
// A single value stands whole in place of the embedded one.
whole!(PriceIndex, Role);

/// The edition; one that is not given stays as it is.
impl Part for String {
    fn over(self, embedded: Self, _: bool) -> Self {
        if self.is_empty() { embedded } else { self }
    }

    fn changes(&self, embedded: &Self, file: &'static str, list: &'static str, changes: &mut Vec<Change>) {
        changes.extend(Change::of_value(file.into(), list, embedded, self));
    }
}
