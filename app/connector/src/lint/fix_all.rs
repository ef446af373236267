//! All safe fixes at once.

use std::collections::BTreeSet;

use super::{Fix, Profile, lint};
use crate::document::{Action, Path, Step};
use crate::{Connector, Part};

/// How often lint is asked again: a fix may show what it hid, but not without end.
const MAX_ROUNDS: usize = 10;

/// Makes every safe change that lint offers in a profile, again and again until it offers none,
/// and returns what was done, in order.
pub fn fix_all(connector: &mut Connector, profile: Profile) -> Vec<Action> {
    let mut done = Vec::new();
    for _ in 0..MAX_ROUNDS {
        let findings = lint(connector, profile);
        let fixes = findings.into_iter().filter_map(|finding| finding.fix);
        let before = done.len();
        fix_each(connector, fixes, &mut done);
        if done.len() == before {
            break;
        }
    }
    done
}

/// Makes these changes, but for those that speak of a place that another one has changed: what they
/// say of it is old by then.
fn fix_each(connector: &mut Connector, fixes: impl Iterator<Item = Fix>, done: &mut Vec<Action>) {
    let mut changed = Changed::default();
    for fix in fixes {
        if fix.paths().any(|path| changed.touches(fix.part, path)) {
            continue;
        }
        if let Some(action) = fix.action(connector)
            && connector.apply_action(&action).is_ok()
        {
            for path in fix.paths() {
                changed.add(fix.part, path);
            }
            done.push(action);
        }
    }
}

/// The places that were changed since lint looked.
#[derive(Default)]
struct Changed(BTreeSet<(Part, Path)>);

impl Changed {
    fn add(&mut self, part: Part, path: &Path) {
        // What an array has at its other places may have moved.
        let place = match path.split_last() {
            Some((array, Step::Index(_))) => array,
            _ => path.clone(),
        };
        self.0.insert((part, place));
    }

    /// Whether something at the path, above it or below it was changed.
    fn touches(&self, part: Part, path: &Path) -> bool {
        let key = (part, path.clone());
        let next = self.0.range(&key..).next();
        if next.is_some_and(|(other, below)| *other == part && below.starts_with(path)) {
            return true;
        }
        let mut place = path.clone();
        while let Some((above, _)) = place.split_last() {
            if self.0.contains(&(part, above.clone())) {
                return true;
            }
            place = above;
        }
        false
    }
}
