//! Ids that tie labels, hints and errors to their fields.

use std::sync::atomic::{AtomicU64, Ordering};

static NEXT: AtomicU64 = AtomicU64::new(1);

/// An id that no other element of the page has.
///
/// Server and browser count apart: hydration keeps the ids that the server wrote, so ids that the
/// browser makes later must come from another series.
#[must_use]
pub fn unique_id(name: &str) -> String {
    let series = if cfg!(feature = "ssr") { 's' } else { 'b' };
    format!("{name}-{series}{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

#[cfg(test)]
mod tests {
    use super::unique_id;

    #[test]
    fn two_ids_of_one_name_differ() {
        assert_ne!(unique_id("field"), unique_id("field"));
    }
}
