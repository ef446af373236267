//! The fields that were loaded for values of bodies.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use leptos::prelude::*;
use tenon_connector::Connector;
use tenon_connector::document::{Path, Step};
use tenon_connector::swagger::OperationKey;

use super::at::SchemaAt;
use super::state::{FieldKey, FormState};
use super::supply::Asked;

/// Where fields were loaded in a body: the operation and the parameter, and the place in the body.
pub(super) type LoadedKey = ((OperationKey, FieldKey), Path);

/// Fields that an operation supplied.
#[derive(Clone, PartialEq)]
pub(super) struct LoadedFields {
    /// The declared schema, which says who supplies them.
    pub(super) declared: SchemaAt,
    /// Their schema; none where the service said that there are none.
    pub(super) schema: Option<SchemaAt>,
    /// The call that supplied them.
    pub(super) asked: Asked,
}

/// All fields that were loaded.
pub(super) type Loaded = BTreeMap<LoadedKey, LoadedFields>;

impl FormState {
    /// The fields that were loaded for a place in a body.
    pub(super) fn loaded(self, key: &LoadedKey) -> Option<LoadedFields> {
        self.loaded.with(|loaded| loaded.get(key).cloned())
    }

    /// Has the form show fields. Those within them were loaded for what was there before.
    pub(super) fn load(self, key: LoadedKey, fields: LoadedFields) {
        self.loaded.update(|loaded| {
            loaded
                .retain(|(of, place), _| *of != key.0 || !place.steps().starts_with(key.1.steps()));
            loaded.insert(key, fields);
        });
    }

    /// The schemas that were loaded for places in a body, the outer ones first.
    pub(super) fn all_loaded(
        self,
        connector: &Connector,
        full: &(OperationKey, FieldKey),
    ) -> Vec<(Path, SchemaAt)> {
        self.loaded.with_untracked(|loaded| {
            let own = loaded
                .iter()
                .filter(|((of, _), fields)| of == full && fields.declared.is_supplied(connector));
            own.filter_map(|((_, place), fields)| Some((place.clone(), fields.schema.clone()?)))
                .collect()
        })
    }

    /// Follows an item that is taken out of a list: what was loaded in it goes, what was loaded in those after it moves
    /// up with them.
    pub(super) fn item_removed(self, full: &(OperationKey, FieldKey), list: &Path, index: usize) {
        self.loaded.update(|loaded| {
            let before = std::mem::take(loaded).into_iter();
            loaded.extend(before.filter_map(|((of, place), fields)| {
                let place = if of == *full {
                    after_removal(&place, list, index)?
                } else {
                    place
                };
                Some(((of, place), fields))
            }));
        });
    }
}

/// Where a place is after an item was taken out of a list; none for one in the item.
fn after_removal(place: &Path, list: &Path, index: usize) -> Option<Path> {
    let inner = place.steps().strip_prefix(list.steps());
    let Some([Step::Index(own), rest @ ..]) = inner else {
        return Some(place.clone());
    };
    let own = match own.cmp(&index) {
        Ordering::Less => *own,
        Ordering::Equal => return None,
        Ordering::Greater => own - 1,
    };
    let steps = list.steps().iter().cloned();
    let after = steps.chain([Step::Index(own)]);
    Some(Path::of(after.chain(rest.iter().cloned())))
}

#[cfg(test)]
mod tests {
    use tenon_connector::document::{Path, Step};

    use super::after_removal;

    fn place(steps: &[&str]) -> Path {
        let step = |text: &&str| match text.parse::<usize>() {
            Ok(index) => Step::Index(index),
            Err(_) => Step::from(*text),
        };
        Path::of(steps.iter().map(step))
    }

    #[test]
    fn what_is_in_the_items_after_one_that_is_removed_moves_up() {
        let cases: [(&[&str], Option<&[&str]>); 6] = [
            (&[], Some(&[])),
            (&["cuts"], Some(&["cuts"])),
            (&["cuts", "0", "size"], Some(&["cuts", "0", "size"])),
            (&["cuts", "1", "size"], None),
            (&["cuts", "2", "a", "1"], Some(&["cuts", "1", "a", "1"])),
            (&["other", "2"], Some(&["other", "2"])),
        ];
        for (before, after) in cases {
            let found = after_removal(&place(before), &place(&["cuts"]), 1);
            assert_eq!(found, after.map(place), "{before:?}");
        }
    }
}
