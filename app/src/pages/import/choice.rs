//! Which operations of a file are taken.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::api::imports::PreviewOperation;

/// The operations of a file and the choice among them. All are chosen at first. Operations are told apart by
/// their IDs: those that share one are taken together, and one without an ID comes only with the whole file.
#[derive(Clone, Copy)]
pub struct Choice {
    operations: StoredValue<Vec<PreviewOperation>>,
    left_out: RwSignal<BTreeSet<String>>,
}

/// The operations of one tag or folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The name of the tag or folder.
    pub(super) name: String,
    /// The places of its operations.
    pub(super) places: Vec<usize>,
}

impl Choice {
    /// The choice of all operations but some, by their IDs.
    pub(super) fn without(operations: Vec<PreviewOperation>, left_out: BTreeSet<String>) -> Self {
        let mut left_out = left_out;
        settle(&operations, &mut left_out);
        Self {
            operations: StoredValue::new(operations),
            left_out: RwSignal::new(left_out),
        }
    }

    /// One operation.
    pub(super) fn operation(self, place: usize) -> Option<PreviewOperation> {
        self.operations
            .with_value(|operations| operations.get(place).cloned())
    }

    /// How many operations there are.
    pub(super) fn all(self) -> usize {
        self.operations.with_value(Vec::len)
    }

    /// The places of the operations in which a text occurs.
    pub(super) fn found(self, text: &str) -> Vec<usize> {
        let wanted = text.trim().to_lowercase();
        self.operations.with_value(|operations| {
            let found = operations.iter().enumerate();
            let found = found.filter(|(_, operation)| has(operation, &wanted));
            found.map(|(place, _)| place).collect()
        })
    }

    /// The groups in the order in which they come first.
    pub(super) fn groups(self) -> Vec<Group> {
        self.operations.with_value(|operations| groups(operations))
    }

    /// Whether the operation at a place is taken.
    pub(super) fn takes(self, place: usize) -> bool {
        self.left_out
            .with(|left_out| self.with_id(place, |id| !left_out.contains(id)))
    }

    /// How many of these operations are taken.
    pub(super) fn count(self, places: &[usize]) -> usize {
        self.left_out.with(|left_out| {
            let taken = |place: &&usize| self.with_id(**place, |id| !left_out.contains(id));
            places.iter().filter(taken).count()
        })
    }

    /// How many operations are taken.
    pub(super) fn taken(self) -> usize {
        self.left_out.with(|left_out| {
            self.operations.with_value(|operations| {
                let taken =
                    |operation: &&PreviewOperation| !left_out.contains(&operation.operation_id);
                operations.iter().filter(taken).count()
            })
        })
    }

    /// Takes the operations at these places, or leaves them out.
    pub(super) fn set(self, places: &[usize], taken: bool) {
        self.left_out.update(|left_out| {
            self.operations.with_value(|operations| {
                for operation in places.iter().filter_map(|place| operations.get(*place)) {
                    if taken {
                        left_out.remove(&operation.operation_id);
                    } else {
                        left_out.insert(operation.operation_id.clone());
                    }
                }
                settle(operations, left_out);
            });
        });
    }

    /// Takes these operations and no others.
    pub(super) fn only(self, places: &[usize]) {
        let all: Vec<usize> = (0..self.all()).collect();
        self.set(&all, false);
        self.set(places, true);
    }

    /// The IDs of the operations that are taken; none where that is the whole file.
    pub(super) fn ids(self) -> Option<Vec<String>> {
        self.left_out.with_untracked(|left_out| {
            self.operations.with_value(|operations| {
                let ids = operations.iter().map(|operation| &operation.operation_id);
                let taken: Vec<String> =
                    ids.filter(|id| !left_out.contains(*id)).cloned().collect();
                (taken.len() < operations.len()).then_some(taken)
            })
        })
    }

    /// The IDs of the operations that are left out.
    pub(super) fn left_out(self) -> BTreeSet<String> {
        self.left_out.get()
    }

    fn with_id(self, place: usize, ask: impl Fn(&str) -> bool) -> bool {
        self.operations.with_value(|operations| {
            let operation = operations.get(place);
            operation.is_some_and(|operation| ask(&operation.operation_id))
        })
    }
}

/// Operations without an ID cannot be named, so they stay behind as soon as another one does.
fn settle(operations: &[PreviewOperation], left_out: &mut BTreeSet<String>) {
    let mut ids = operations.iter().map(|operation| &operation.operation_id);
    if ids.any(|id| !id.is_empty() && left_out.contains(id)) {
        left_out.insert(String::new());
    } else {
        left_out.remove("");
    }
}

fn has(operation: &PreviewOperation, wanted: &str) -> bool {
    let texts = [
        &operation.summary,
        &operation.operation_id,
        &operation.path,
        &operation.method,
    ];
    let mut texts = texts.into_iter().chain(&operation.groups);
    texts.any(|text| text.to_lowercase().contains(wanted))
}

fn groups(operations: &[PreviewOperation]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut known = std::collections::BTreeMap::new();
    for (place, operation) in operations.iter().enumerate() {
        for name in &operation.groups {
            let at = *known.entry(name.clone()).or_insert_with(|| {
                groups.push(Group {
                    name: name.clone(),
                    places: Vec::new(),
                });
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(at) {
                group.places.push(place);
            }
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use leptos::prelude::{GetValue, Owner};

    use super::Choice;
    use crate::api::imports::PreviewOperation;

    fn choice(left_out: &[&str]) -> Choice {
        let operation = |(id, group): (&str, &str)| PreviewOperation {
            method: "GET".to_owned(),
            path: format!("/{id}"),
            operation_id: id.to_owned(),
            summary: String::new(),
            trigger: false,
            groups: vec![group.to_owned()],
        };
        let all = [
            ("ListOak", "Woods"),
            ("ListAsh", "Woods"),
            ("ListNails", "Metal"),
        ];
        let left_out = left_out.iter().map(|id| (*id).to_owned()).collect();
        Choice::without(all.into_iter().map(operation).collect(), left_out)
    }

    #[test]
    fn all_are_chosen_at_first_and_then_the_file_is_taken_whole() {
        Owner::new().with(|| {
            let choice = choice(&[]);
            assert_eq!((choice.taken(), choice.ids()), (3, None));
        });
    }

    #[test]
    fn what_is_found_can_be_chosen_alone() {
        Owner::new().with(|| {
            let choice = choice(&[]);
            let found = choice.found("woods");
            assert_eq!(found, [0, 1]);
            choice.only(&found);
            assert_eq!(
                choice.ids(),
                Some(vec!["ListOak".to_owned(), "ListAsh".to_owned()])
            );
            choice.set(&[0], false);
            let woods = &choice.groups()[0];
            assert_eq!(
                (woods.name.as_str(), choice.count(&woods.places)),
                ("Woods", 1)
            );
            choice.set(&(0..3).collect::<Vec<_>>(), true);
            assert_eq!(choice.ids(), None);
        });
    }

    #[test]
    fn an_operation_without_an_id_comes_only_with_the_whole_file() {
        Owner::new().with(|| {
            let mut operations = choice(&[]).operations.get_value();
            operations[1].operation_id = String::new();
            let choice = Choice::without(operations, BTreeSet::new());
            assert_eq!(choice.ids(), None);
            choice.set(&[2], false);
            assert!(choice.takes(0) && !choice.takes(1));
            assert_eq!(choice.ids(), Some(vec!["ListOak".to_owned()]));
            choice.set(&[2], true);
            assert_eq!(choice.ids(), None);
        });
    }

    #[test]
    fn an_earlier_choice_stays() {
        Owner::new().with(|| {
            let choice = choice(&["ListAsh", "Unknown"]);
            assert!(choice.takes(0) && !choice.takes(1));
            assert_eq!(choice.taken(), 2);
        });
    }
}
