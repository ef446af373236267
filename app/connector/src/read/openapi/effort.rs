//! How much is gone through to say alternatives in one schema: a document of a few lines can ask for
//! more than ends.

use super::Conversion;
use crate::ledger::{At, Fate};
use crate::message::message;

/// The most steps through references, parts and properties that are made for it in one document.
const MOST_STEPS: usize = 1_000_000;

/// What was gone through, and where the conversion is.
pub(super) struct Effort {
    left: usize,
    /// How many objects of alternatives are being made, each within a property of the one before.
    pub(super) within: usize,
    /// How many objects are being gathered.
    pub(super) gathering: usize,
}

impl Default for Effort {
    fn default() -> Self {
        Self {
            left: MOST_STEPS,
            within: 0,
            gathering: 0,
        }
    }
}

impl Conversion<'_> {
    /// Makes a step, as long as there are any left; the place where they end is named.
    pub(super) fn spend(&mut self, at: &At<'_>) -> bool {
        match self.effort.left.checked_sub(1) {
            Some(left) => {
                self.effort.left = left;
                if left == 0 {
                    let message = message!(
                        "The schemas refer to each other in too many ways: from here on, alternatives and \
                                   joined schemas let more through. Give shared parts a name and refer to them once."
                    );
                    self.note(at, Fate::Lowered, message);
                }
                true
            }
            None => false,
        }
    }
}
