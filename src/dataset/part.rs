//! What a file is made of: lists of entries that are told apart by their ids, and single values.

use std::collections::HashSet;

use crate::model::mission::Mission;
use crate::model::price::PriceIndex;
use crate::model::progression::{CareerRole, Step};
use crate::model::role::Role;
use crate::model::salary::{Factor, Observation};
use crate::model::skill::Skill;
use crate::model::source::Source;
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

/// What stands under one key at the top of a file.
pub trait Part {
    /// This part over the `embedded` one, or instead of it if `only`.
    fn over(self, embedded: Self, only: bool) -> Self;
}

impl<E: Entry> Part for Vec<E> {
    fn over(mut self, embedded: Self, only: bool) -> Self {
        if !only {
            let given: HashSet<&str> = self.iter().map(Entry::key).collect();
            let kept: Vec<bool> = embedded.iter().map(|entry| !given.contains(entry.key())).collect();
            self.extend(embedded.into_iter().zip(kept).filter_map(|(entry, kept)| kept.then_some(entry)));
        }
        self.sort_by(|a, b| a.key().cmp(b.key()));
        self
    }
}

impl Part for PriceIndex {
    fn over(self, _: Self, _: bool) -> Self {
        self
    }
}

impl Part for Role {
    fn over(self, _: Self, _: bool) -> Self {
        self
    }
}

/// The edition; one that is not given stays as it is.
impl Part for String {
    fn over(self, embedded: Self, _: bool) -> Self {
        if self.is_empty() { embedded } else { self }
    }
}
