//! Where the walk through a connector stands.

use serde_json::Value;

use crate::document::{Path, Step};

/// A place on the way of the walk. It hangs on the places above it and becomes a [`Path`] only
/// when something is found, so that walking costs nothing.
#[derive(Clone, Copy, Debug)]
pub(in crate::lint) struct Place<'p> {
    above: Option<&'p Place<'p>>,
    at: At<'p>,
}

#[derive(Clone, Copy, Debug)]
enum At<'p> {
    Path(&'p Path),
    Key(&'p str),
    Item(&'p [Value], usize),
}

impl<'p> Place<'p> {
    /// The place of a path.
    pub(in crate::lint) fn of(path: &'p Path) -> Self {
        Self {
            above: None,
            at: At::Path(path),
        }
    }

    /// A member of the object that stands here.
    pub(in crate::lint) fn key<'q>(&'q self, key: &'q str) -> Place<'q> {
        Place {
            above: Some(self),
            at: At::Key(key),
        }
    }

    /// An item of the array that stands here.
    pub(in crate::lint) fn item<'q>(&'q self, items: &'q [Value], index: usize) -> Place<'q> {
        Place {
            above: Some(self),
            at: At::Item(items, index),
        }
    }

    /// The path.
    pub(in crate::lint) fn path(&self) -> Path {
        let mut steps = Vec::new();
        let mut place = Some(self);
        while let Some(here) = place {
            match here.at {
                At::Key(key) => steps.push(Step::from(key)),
                At::Item(items, index) => steps.push(Step::of_item(items, index)),
                At::Path(path) => steps.extend(path.steps().iter().rev().cloned()),
            }
            place = here.above;
        }
        steps.reverse();
        Path::of(steps)
    }
}
