//! Sorting by numbers, and maps of pairs, in one place: the browser gets a copy of the standard
//! library's stable sort, some four kilobytes, for every type that is sorted or collected into a map.

use std::collections::BTreeMap;

/// The items by their numbers; those of one number stay in their order.
pub(crate) fn by_number<T>(items: Vec<T>, number: impl Fn(&T) -> usize) -> Vec<T> {
    let mut order: Vec<(usize, usize)> = items.iter().map(number).zip(0..).collect();
    order.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let take = |(_, index): (usize, usize)| items.get_mut(index)?.take();
    order.into_iter().filter_map(take).collect()
}

/// The pairs as a map, the last of a key counting.
pub(crate) fn map_of<K: Ord, V>(pairs: impl Iterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    // Unlike `collect`, this does not sort first.
    map.extend(pairs);
    map
}
