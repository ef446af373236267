//! Work on many things at once, on as many threads as there are processors.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// No machine is taken over whole.
const MAX_THREADS: usize = 16;
/// Deep documents are walked on the stack.
const STACK_BYTES: usize = 16 * 1024 * 1024;

/// What `work` makes of each item, in the order of the items. `done` is called after each.
pub(super) fn together<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    done: impl Fn() + Sync,
) -> std::io::Result<Vec<R>> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let threads = processors.min(MAX_THREADS).min(items.len());
    let next = AtomicUsize::new(0);
    let (results, incoming) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads {
            let (results, next, work, done) = (results.clone(), &next, &work, &done);
            let take = move || {
                let index = next.fetch_add(1, Ordering::Relaxed);
                items.get(index).map(|item| (index, item))
            };
            let run = move || {
                while let Some((index, item)) = take() {
                    // The receiver lives as long as this scope.
                    let _ = results.send((index, work(item)));
                    done();
                }
            };
            thread::Builder::new()
                .stack_size(STACK_BYTES)
                .spawn_scoped(scope, run)?;
        }
        drop(results);
        let mut all: Vec<(usize, R)> = incoming.iter().collect();
        all.sort_by_key(|(index, _)| *index);
        Ok(all.into_iter().map(|(_, result)| result).collect())
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..500).collect();
        let finished = AtomicUsize::new(0);
        let done = || {
            finished.fetch_add(1, Ordering::Relaxed);
        };
        let doubled = together(&items, |item| item * 2, done).unwrap();
        assert!(
            doubled
                .iter()
                .enumerate()
                .all(|(at, value)| *value == at * 2)
        );
        assert_eq!(finished.load(Ordering::Relaxed), 500);
        assert!(
            together(&[], |item: &usize| *item, || ())
                .unwrap()
                .is_empty()
        );
    }
}
