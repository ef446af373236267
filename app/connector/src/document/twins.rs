//! Members whose key stands twice in one object: the tree holds the last of them, the text all.

use serde_json::Value;

use super::print::identical;
use super::{Document, Path, Step};

/// A member whose key stands twice in its object.
#[derive(Clone, Debug)]
pub(super) struct Twin {
    member: Path,
    object: Path,
    /// The object as it was read. As long as it is so, the text keeps both members.
    before: Value,
}

/// The twins that the steps lead to, in a tree that was read; those that another twin has replaced are left out.
pub(super) fn twins(root: &Value, found: &[Vec<Step>]) -> Vec<Twin> {
    let mut twins: Vec<Twin> = Vec::new();
    for steps in found {
        let Some((object, key @ Step::Key(_))) = named(root, steps).split_last().map(owned) else {
            continue;
        };
        let Some(before) = object.get(root).filter(|before| key.get(before).is_some()) else {
            continue;
        };
        let member = object.join(key);
        if twins.iter().all(|twin| twin.member != member) {
            let before = before.clone();
            twins.push(Twin {
                member,
                object,
                before,
            });
        }
    }
    twins
}

fn owned((object, key): (Path, &Step)) -> (Path, Step) {
    (object, key.clone())
}

/// The path of these steps, with parameters named by what they are.
fn named(root: &Value, steps: &[Step]) -> Path {
    let mut value = Some(root);
    let mut path = Path::root();
    for step in steps {
        path = path.join(match (step, value) {
            (Step::Index(index), Some(Value::Array(items))) => Step::of_item(items, *index),
            _ => step.clone(),
        });
        value = value.and_then(|value| step.get(value));
    }
    path
}

impl Document {
    /// The members whose key stands twice in their object, which the text keeps until something in
    /// that object is changed. Of the first hundred of them.
    pub fn twins(&self) -> impl Iterator<Item = &Path> {
        self.known_twins()
            .iter()
            .filter(|twin| {
                let present = twin.object.get(self.root());
                present.is_some_and(|present| identical(present, &twin.before))
            })
            .map(|twin| &twin.member)
    }

    /// The members whose key stood twice in their object when the text was read.
    pub(crate) fn twins_as_read(&self) -> impl Iterator<Item = &Path> {
        self.known_twins().iter().map(|twin| &twin.member)
    }
}
