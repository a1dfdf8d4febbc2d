//! Career steps as a graph of positions.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use crate::model::id::RoleId;
use crate::model::progression::Step;

/// A tree with more steps from its root to a leaf than this is cut: no page holds it, and no stack.
const DEEPEST: usize = 24;

/// The steps that leave each position, by kind and then by destination.
pub struct Graph<'a> {
    leaving: HashMap<&'a RoleId, Vec<&'a Step>>,
}

/// A position with the steps that lead on from it, each position told once.
pub struct Branch<'a> {
    /// The step that led here.
    pub step: &'a Step,
    /// What it leads on to.
    pub branches: Vec<Self>,
    /// Whether it leads on, but the tree ends here.
    pub cut: bool,
}

impl<'a> Graph<'a> {
    /// A graph of `steps`.
    pub fn new(steps: impl IntoIterator<Item = &'a Step>) -> Self {
        let mut leaving: HashMap<&RoleId, Vec<&Step>> = HashMap::new();
        for step in steps {
            leaving.entry(&step.from).or_default().push(step);
        }
        for steps in leaving.values_mut() {
            steps.sort_by(|a, b| a.kind.cmp(&b.kind).then_with(|| a.to.cmp(&b.to)));
        }
        Self { leaving }
    }

    fn from(&self, role: &RoleId) -> &[&'a Step] {
        self.leaving.get(role).map_or(&[], Vec::as_slice)
    }

    /// The position itself and every one that steps lead to from it.
    pub fn reachable(&self, from: &'a RoleId) -> BTreeSet<&'a RoleId> {
        let mut reached = BTreeSet::from([from]);
        let mut queue = VecDeque::from([from]);
        while let Some(role) = queue.pop_front() {
            for step in self.from(role) {
                if reached.insert(&step.to) {
                    queue.push_back(&step.to);
                }
            }
        }
        reached
    }

    /// What `from` leads to as a tree: each position hangs where the fewest steps reach it.
    pub fn tree(&self, from: &'a RoleId) -> Vec<Branch<'a>> {
        let mut parent: HashMap<&RoleId, Vec<&'a Step>> = HashMap::new();
        let mut met = HashSet::from([from]);
        let mut queue = VecDeque::from([from]);
        while let Some(role) = queue.pop_front() {
            for step in self.from(role) {
                if met.insert(&step.to) {
                    parent.entry(role).or_default().push(step);
                    queue.push_back(&step.to);
                }
            }
        }
        grow(&parent, from, DEEPEST)
    }
}

fn grow<'a>(parent: &HashMap<&RoleId, Vec<&'a Step>>, from: &RoleId, deeper: usize) -> Vec<Branch<'a>> {
    let steps = parent.get(from).map_or(&[][..], Vec::as_slice);
    let branch = |step: &&'a Step| match deeper.checked_sub(1) {
        Some(deeper) => Branch { step, branches: grow(parent, &step.to, deeper), cut: false },
        None => Branch { step, branches: Vec::new(), cut: parent.contains_key(&step.to) },
    };
    steps.iter().map(branch).collect()
}
