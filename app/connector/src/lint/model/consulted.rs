//! What the rules looked at beyond the unit that they were asked about, so that it is known which
//! units to lint again after an edit.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::Shared;

/// What was looked at.
#[derive(Clone, Debug, Default)]
pub(in crate::lint) struct Consulted {
    /// So much that every edit may matter.
    pub(in crate::lint) everything: bool,
    /// A member of the root that is no section of units.
    pub(in crate::lint) root: bool,
    /// Operations by their ids, there or not.
    pub(in crate::lint) operations: BTreeSet<String>,
    /// Shared parameters, responses and schemas by their names, there or not.
    pub(in crate::lint) shared: BTreeSet<(Shared, String)>,
    /// Shared schemas by their names, there or not, with all that they refer to.
    pub(in crate::lint) reached: BTreeSet<String>,
}

/// Keeps book while one unit is linted; or does not, where nobody will ask.
#[derive(Debug, Default)]
pub(in crate::lint) struct Book(Option<RefCell<Consulted>>);

impl Book {
    pub(in crate::lint) fn open() -> Self {
        Self(Some(RefCell::default()))
    }

    pub(in crate::lint) fn note(&self, what: impl FnOnce(&mut Consulted)) {
        if let Some(consulted) = &self.0 {
            what(&mut consulted.borrow_mut());
        }
    }

    /// Notes what a reference names; what follows in the pointer lies within.
    pub(in crate::lint) fn note_shared(&self, shared: Shared, pointer: &str) {
        let name = pointer.split('/').next().unwrap_or(pointer);
        self.note_named(shared, name.replace("~1", "/").replace("~0", "~"));
    }

    /// Notes the shared schemas that these references lead to, with all that those refer to.
    pub(in crate::lint) fn note_reach<'r>(
        &self,
        references: impl FnOnce() -> Vec<(&'r str, usize)>,
    ) {
        self.note(|consulted| {
            let references = references().into_iter();
            let names = references.flat_map(|(reference, _)| names_in(reference));
            consulted.reached.extend(names);
        });
    }

    /// Notes what has this name.
    pub(in crate::lint) fn note_named(&self, shared: Shared, name: String) {
        self.note(|consulted| {
            consulted.shared.insert((shared, name));
        });
    }

    /// What was noted since the last time.
    pub(in crate::lint) fn take(&self) -> Consulted {
        self.0.as_ref().map(RefCell::take).unwrap_or_default()
    }
}

/// The names of the shared schemas that a reference may lead to: the escapes of JSON pointers are undone, and those of
/// addresses as well.
pub(in crate::lint) fn names_in(reference: &str) -> impl Iterator<Item = String> {
    let tail = reference.strip_prefix("#/definitions/").unwrap_or_default();
    let plain = percent_encoding::percent_decode_str(tail)
        .decode_utf8()
        .ok();
    let plain = plain.filter(|plain| plain != tail);
    let names = [Some(tail.into()), plain].into_iter().flatten();
    names.map(|tail| {
        let name = tail.split('/').next().unwrap_or_default();
        name.replace("~1", "/").replace("~0", "~")
    })
}
