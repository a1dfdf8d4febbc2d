//! The ways from one position to another: the shortest simple paths, shortest first.

use std::collections::{BTreeMap, HashMap};

use pathfinding::directed::dijkstra::{dijkstra_all, dijkstra_reach};

use crate::model::id::RoleId;
use crate::model::progression::Step;

/// What a step costs; an inferred one costs 1 more, which no way has often enough to make up a step.
const STEP: usize = 1_000_000;

/// A step may make a way this much longer; nobody would be advised a longer detour.
const DETOUR: usize = 8;

/// At most `most` ways from `from` to `to` along `steps`, none of which passes a position twice.
///
/// Fewer steps come first, then fewer inferred ones, then the order of the ids.
pub fn between<'a>(steps: &[&'a Step], from: &RoleId, to: &RoleId, most: usize) -> Vec<Vec<&'a Step>> {
    let graph = Graph::new(steps);
    let (Some(start), Some(goal)) = (graph.place(from), graph.place(to)) else { return Vec::new() };
    if start == goal {
        return Vec::new();
    }
    let left = graph.steps_left(goal);
    // The search is over whole ways, so that each is found once. A step costs only what it makes the way longer than
    // the shortest: in a large graph the search goes straight to its goal.
    let onward = |way: &Vec<usize>| {
        let at = way[way.len() - 1];
        let open = graph.onward[at].iter().filter(|(to, _)| at != goal && !way.contains(to));
        let next = open.filter_map(|(to, inferred)| {
            let longer = (left[*to]? + 1).saturating_sub(left[at]?);
            (longer <= DETOUR)
                .then(|| (way.iter().copied().chain([*to]).collect(), longer * STEP + usize::from(*inferred)))
        });
        next.collect::<Vec<(Vec<usize>, usize)>>()
    };
    let ways = dijkstra_reach(&vec![start], onward).map(|reached| reached.node);
    let arrived = ways.filter(|way| way.last() == Some(&goal)).take(most);
    let mut ways: Vec<Vec<&Step>> = arrived.map(|way| graph.steps_of(&way)).collect();
    ways.sort_by_key(|way| {
        let inferred = way.iter().filter(|step| step.inferred).count();
        (way.len(), inferred, way.iter().map(|step| &step.to).collect::<Vec<_>>())
    });
    ways
}

/// Positions by number, with the best step between each two.
struct Graph<'a> {
    places: HashMap<&'a RoleId, usize>,
    best: BTreeMap<(usize, usize), &'a Step>,
    /// Where each position leads, and whether only by an inferred step.
    onward: Vec<Vec<(usize, bool)>>,
}

impl<'a> Graph<'a> {
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
        let mut onward = vec![Vec::new(); places.len()];
        for ((from, to), step) in &best {
            onward[*from].push((*to, step.inferred));
        }
        Self { places, best, onward }
    }

    fn place(&self, role: &RoleId) -> Option<usize> {
        self.places.get(role).copied()
    }

    /// The fewest steps from each position to `goal`; `None` where no way leads there.
    fn steps_left(&self, goal: usize) -> Vec<Option<usize>> {
        let mut back = vec![Vec::new(); self.onward.len()];
        for (from, to) in self.best.keys() {
            back[*to].push((*from, 1));
        }
        let mut left = vec![None; back.len()];
        for (place, (_, steps)) in dijkstra_all(&goal, |at| back[*at].iter().copied()) {
            left[place] = Some(steps);
        }
        left[goal] = Some(0);
        left
    }

    fn steps_of(&self, path: &[usize]) -> Vec<&'a Step> {
        path.windows(2).filter_map(|pair| self.best.get(&(pair[0], pair[1])).copied()).collect()
    }
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
        let most = if cfg!(debug_assertions) { 10 } else { 1 };
        assert!(took < Duration::from_secs(most), "{name}: {took:?}");
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
