//! Long lists in several parts at once, one per core; short ones as they are.

use std::num::NonZero;
use std::thread;

/// A shorter list is not worth a thread.
const SHORT: usize = 4096;
/// More threads than this would wait for memory.
const MOST: usize = 4;

/// What `part` makes of the items: of all at once if they are few, else of a slice per core, four at most.
pub fn in_parts<T: Sync, U: Send>(items: &[T], part: impl Fn(&[T]) -> U + Sync) -> Vec<U> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(MOST);
    if items.len() < SHORT || cores == 1 {
        return vec![part(items)];
    }
    let part = &part;
    thread::scope(|scope| {
        let slices = items.chunks(items.len().div_ceil(cores));
        let run: Vec<_> = slices.map(|slice| scope.spawn(move || part(slice))).collect();
        run.into_iter().filter_map(|part| part.join().ok()).collect()
    })
}

/// `each` of every item, in the order of the items.
pub fn mapped<T: Sync, U: Send>(items: &[T], each: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let parts = in_parts(items, |part| part.iter().map(&each).collect::<Vec<U>>());
    parts.into_iter().reduce(joined).unwrap_or_default()
}

fn joined<U>(mut before: Vec<U>, after: Vec<U>) -> Vec<U> {
    before.extend(after);
    before
}

#[cfg(test)]
mod tests {
    use super::mapped;

    #[test]
    fn the_order_is_kept() {
        let numbers: Vec<usize> = (0..10_000).collect();
        assert_eq!(mapped(&numbers, |number| number + 1), (1..=10_000).collect::<Vec<_>>());
        assert!(mapped(&[0_usize; 0], |number| number + 1).is_empty());
    }
}
