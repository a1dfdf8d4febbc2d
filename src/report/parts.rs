//! Long lists in several parts at once, one per core; short ones as they are.

use std::num::NonZero;
use std::thread;

/// A shorter list is not worth a thread.
const SHORT: usize = 4096;
/// More threads than this would wait for memory.
const MOST: usize = 4;

/// `each` of every item, in the order of the items.
pub fn mapped<T: Sync, U: Send>(items: &[T], each: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(MOST);
    if items.len() < SHORT || cores == 1 {
        return items.iter().map(each).collect();
    }
    let each = &each;
    let parts: Vec<Vec<U>> = thread::scope(|scope| {
        let part = |part: &'_ [T]| part.iter().map(each).collect();
        let run: Vec<_> =
            items.chunks(items.len().div_ceil(cores)).map(|items| scope.spawn(move || part(items))).collect();
        run.into_iter().filter_map(|part| part.join().ok()).collect()
    });
    parts.into_iter().flatten().collect()
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
