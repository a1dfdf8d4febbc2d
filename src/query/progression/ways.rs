//! The ways from one position to another: the shortest simple paths, shortest first.

use std::collections::{BTreeMap, HashMap, VecDeque};

use pathfinding::directed::yen::yen;

use crate::model::id::RoleId;
use crate::model::progression::Step;

/// A way may have this many steps more than the shortest; nobody would be advised a longer detour.
const DETOUR: usize = 8;
/// What a step costs; of ways with as many steps, those with fewer inferred ones are cheaper.
const STEP: u128 = 1 << 96;
const INFERRED: u128 = 1 << 80;

/// At most `most` ways from `from` to `to` along `steps`, none of which passes a position twice.
///
/// Fewer steps come first, then fewer inferred ones, then the order of the ids.
pub fn between<'a>(steps: &[&'a Step], from: &RoleId, to: &RoleId, most: usize) -> Vec<Vec<&'a Step>> {
    let net = Net::new(steps);
    let (Some(start), Some(goal)) = (net.place(from), net.place(to)) else { return Vec::new() };
    if start == goal || most == 0 {
        return Vec::new();
    }
    let mut ways: Vec<Vec<&Step>> = Vec::new();
    // Steps that only long ways use are let in little by little: most nets are answered by a few of them.
    for detour in 0..=DETOUR {
        let (onward, longest) = net.towards(start, goal, detour);
        let paths = yen(&start, |at| onward[*at].iter().copied(), |at| *at == goal, most);
        ways = paths.iter().map(|(path, _)| net.steps_of(path)).collect();
        if ways.iter().filter(|way| way.len() <= longest).count() == most {
            break;
        }
    }
    ways.sort_by_key(|way| {
        let inferred = way.iter().filter(|step| step.inferred).count();
        (way.len(), inferred, way.iter().map(|step| &step.to).collect::<Vec<_>>())
    });
    ways
}

/// Positions by number, with the best step between each two.
struct Net<'a> {
    places: HashMap<&'a RoleId, usize>,
    best: BTreeMap<(usize, usize), &'a Step>,
}

/// For each position, where one can go from it and at which cost.
type Onward = Vec<Vec<(usize, u128)>>;

impl<'a> Net<'a> {
    fn new(steps: &[&'a Step]) -> Self {
        let mut ids: Vec<&RoleId> = steps.iter().flat_map(|step| [&step.from, &step.to]).collect();
        ids.sort_unstable();
        ids.dedup();
        let places: HashMap<&RoleId, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let mut best: BTreeMap<(usize, usize), &'a Step> = BTreeMap::new();
        for step in steps {
            let known = best.entry((places[&step.from], places[&step.to])).or_insert(step);
            if (step.inferred, step.kind) < (known.inferred, known.kind) {
                *known = step;
            }
        }
        Self { places, best }
    }

    fn place(&self, role: &RoleId) -> Option<usize> {
        self.places.get(role).copied()
    }

    /// Where each position leads, by steps that `may` be taken.
    fn onward(&self, may: impl Fn(usize, usize) -> bool) -> Onward {
        let mut onward = vec![Vec::new(); self.places.len()];
        for ((from, to), step) in &self.best {
            if may(*from, *to) {
                let inferred = if step.inferred { INFERRED } else { 0 };
                onward[*from].push((*to, STEP + inferred + mark(*from, *to)));
            }
        }
        onward
    }

    /// The steps of ways that are at most `detour` steps longer than the shortest, and how long those are.
    ///
    /// The search then stays small in a dense net.
    fn towards(&self, start: usize, goal: usize, detour: usize) -> (Onward, usize) {
        let after = distances(start, &self.onward(|_, _| true));
        let mut backward = vec![Vec::new(); self.places.len()];
        for (from, to) in self.best.keys() {
            backward[*to].push((*from, 0));
        }
        let before = distances(goal, &backward);
        let longest = after[goal].map_or(0, |shortest| shortest + detour);
        let onward = self.onward(|from, to| {
            let steps = after[from].zip(before[to]).map(|(after, before)| after + 1 + before);
            from != goal && to != start && steps.is_some_and(|steps| steps <= longest)
        });
        (onward, longest)
    }

    fn steps_of(&self, path: &[usize]) -> Vec<&'a Step> {
        path.windows(2).filter_map(|pair| self.best.get(&(pair[0], pair[1])).copied()).collect()
    }
}

/// Bits of a step's own, so that no two ways cost the same: `yen` takes ways of one cost together,
/// and may then take a longer way before it has seen all that are as short.
fn mark(from: usize, to: usize) -> u128 {
    // SplitMix64: one number for each pair, spread over 64 bits.
    let mut bits = ((from as u64) << 32 | to as u64).wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    u128::from(bits ^ (bits >> 31))
}

/// The fewest steps from `start` to each position; `None` where none lead.
fn distances(start: usize, onward: &[Vec<(usize, u128)>]) -> Vec<Option<usize>> {
    let mut distances = vec![None; onward.len()];
    distances[start] = Some(0);
    let mut queue = VecDeque::from([(start, 0)]);
    while let Some((at, steps)) = queue.pop_front() {
        for (to, _) in &onward[at] {
            if distances[*to].is_none() {
                distances[*to] = Some(steps + 1);
                queue.push_back((*to, steps + 1));
            }
        }
    }
    distances
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::time::{Duration, Instant};

    use proptest::prelude::{ProptestConfig, any, prop};
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::between;
    use crate::model::id::{EntryId, RoleId};
    use crate::model::progression::{Step, StepKind};

    fn role(number: usize) -> RoleId {
        RoleId::new(format!("role-{number:03}"))
    }

    fn step(from: usize, to: usize, inferred: bool) -> Step {
        Step {
            id: EntryId::new(format!("{from}-to-{to}")),
            from: role(from),
            to: role(to),
            kind: StepKind::Promotion,
            learn: None,
            inferred,
            note: None,
            sources: Vec::new(),
        }
    }

    fn ways(steps: &[Step], from: usize, to: usize, most: usize) -> Vec<Vec<RoleId>> {
        let steps: Vec<&Step> = steps.iter().collect();
        let ways = between(&steps, &role(from), &role(to), most);
        ways.iter().map(|way| way.iter().map(|step| step.to.clone()).collect()).collect()
    }

    /// Every simple path, by trying all of them.
    fn all(
        steps: &[Step],
        from: &RoleId,
        to: &RoleId,
        passed: &mut Vec<RoleId>,
        found: &mut Vec<Vec<RoleId>>,
    ) {
        passed.push(from.clone());
        let next: BTreeSet<&RoleId> =
            steps.iter().filter(|step| step.from == *from).map(|step| &step.to).collect();
        for role in next {
            if role == to {
                found.push(passed[1..].iter().chain([to]).cloned().collect());
            } else if !passed.contains(role) {
                all(steps, role, to, passed, found);
            }
        }
        passed.pop();
    }

    #[test]
    fn of_two_ways_as_short_the_stated_one_is_first() {
        let steps = [step(0, 1, true), step(1, 3, false), step(0, 2, false), step(2, 3, false)];
        assert_eq!(ways(&steps, 0, 3, 5), [[role(2), role(3)], [role(1), role(3)]]);
        assert!(ways(&steps, 3, 0, 5).is_empty() && ways(&steps, 0, 0, 5).is_empty());
        assert!(ways(&steps, 0, 9, 5).is_empty());
    }

    #[test]
    fn three_hundred_roles_that_all_lead_to_each_other_are_answered_within_a_second() {
        let pairs = (0..300).flat_map(|from| (0..300).map(move |to| (from, to)));
        let complete: Vec<Step> = pairs.filter(|(a, b)| a != b).map(|(a, b)| step(a, b, false)).collect();
        timed("complete", &complete);
        let long = complete.into_iter().filter(|step| {
            let number = |id: &RoleId| id.as_str()[5..].parse::<usize>().unwrap();
            number(&step.to) <= number(&step.from) + 2
        });
        timed("long, with every way back", &long.collect::<Vec<_>>());
    }

    fn timed(name: &str, steps: &[Step]) {
        let start = Instant::now();
        let found = ways(steps, 0, 299, 20);
        let took = start.elapsed();
        assert_eq!(found.len(), 20);
        assert!(took < Duration::from_secs(1), "{name}: {took:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn ways_are_the_shortest_simple_paths_each_once(
            edges in prop::collection::vec((0usize..7, 0usize..7, any::<bool>()), 0..26),
            most in 1usize..12,
        ) {
            let steps: Vec<Step> = edges.into_iter().map(|(a, b, inferred)| step(a, b, inferred)).collect();
            let found = ways(&steps, 0, 6, most);
            let mut every = Vec::new();
            all(&steps, &role(0), &role(6), &mut Vec::new(), &mut every);
            prop_assert_eq!(found.len(), every.len().min(most));
            prop_assert!(found.iter().all(|way| every.contains(way)), "{:?}", found);
            prop_assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len());
            every.sort_by_key(Vec::len);
            let lengths = |ways: &[Vec<RoleId>]| ways.iter().map(Vec::len).collect::<Vec<_>>();
            prop_assert_eq!(lengths(&found), lengths(&every[..found.len()]));
        }
    }
}
