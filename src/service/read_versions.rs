//! Versions of connectors that were read already. A version never changes, so what it was read to can be shared; who may
//! see it is asked each time, elsewhere.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tenon_connector::Connector;

/// The bytes of text that the versions together are made of, at most. What is read takes about ten times as much.
const MOST_BYTES: usize = 8 * 1024 * 1024;

/// The versions that were asked for last, the newest first.
#[derive(Debug, Default)]
pub struct ReadVersions(Mutex<VecDeque<ReadVersion>>);

#[derive(Debug)]
struct ReadVersion {
    id: String,
    number: i64,
    connector: Arc<Connector>,
    bytes: usize,
}

impl ReadVersion {
    fn is(&self, id: &str, number: i64) -> bool {
        self.number == number && self.id == id
    }
}

impl ReadVersions {
    /// The version, if it was read already.
    pub(super) fn get(&self, id: &str, number: i64) -> Option<Arc<Connector>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = known.iter().position(|version| version.is(id, number))?;
        let found = known.remove(place)?;
        let connector = Arc::clone(&found.connector);
        known.push_front(found);
        Some(connector)
    }

    /// Remembers a version that was read from so many bytes, and forgets others in its place. One that is larger than
    /// all may be together is not remembered.
    pub(super) fn put(&self, id: &str, number: i64, connector: &Arc<Connector>, bytes: usize) {
        if bytes > MOST_BYTES {
            return;
        }
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|version| !version.is(id, number));
        known.push_front(ReadVersion {
            id: id.to_owned(),
            number,
            connector: Arc::clone(connector),
            bytes,
        });
        let mut sum = 0_usize;
        known.retain(|version| {
            // None counts as nothing, so that their number stays small too.
            sum = sum.saturating_add(version.bytes.max(1024));
            sum <= MOST_BYTES
        });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tenon_connector::Connector;

    use super::{MOST_BYTES, ReadVersions};

    #[test]
    fn what_was_asked_for_last_is_remembered_within_the_bound() {
        let known = ReadVersions::default();
        let connectors = ["a", "b", "c"].map(|title| Arc::new(Connector::blank(title)));
        let [a, b, c] = &connectors;
        known.put("a", 1, a, MOST_BYTES / 2);
        known.put("b", 1, b, MOST_BYTES / 2);
        assert!(known.get("a", 2).is_none(), "another version");
        let found = known.get("a", 1);
        assert!(found.is_some_and(|found| Arc::ptr_eq(&found, a)));
        known.put("c", 7, c, MOST_BYTES / 2);
        assert!(known.get("b", 1).is_none(), "asked for longest ago");
        assert!(known.get("a", 1).is_some() && known.get("c", 7).is_some());
        known.put("d", 1, c, MOST_BYTES + 1);
        assert!(known.get("d", 1).is_none() && known.get("a", 1).is_some());
    }
}
