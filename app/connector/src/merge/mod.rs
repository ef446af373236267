//! Three-way merge: what two people made of one connector, in one.
//!
//! A value that one side changed is taken from that side; one that both changed in the same way is taken once;
//! what one side did to an operation goes where the other side moved it, and what names it takes the ID that the other
//! side gave it. Where both changed the same thing in different ways, or gave it different names, or gave one ID to two
//! operations, or one refers to what the other deleted, there is a conflict. Then the value of *theirs* stands, and the
//! conflict keeps the one of *mine*: nothing is lost without being named.

mod moved;
mod named;
mod renamed;
mod rows;
mod twice;
mod whole;

use serde::Serialize;
use serde_json::Value;

use crate::document::{Action, Change, Edit, Path, Step, edits_between, identical};
use crate::{Connector, Part};
use whole::{Sides, Version};

/// What two versions come to.
#[derive(Clone, Debug)]
pub struct Merged {
    /// Both versions in one; where they conflict, as in `theirs`.
    pub connector: Connector,
    /// The places that both changed in different ways.
    pub conflicts: Vec<MergeConflict>,
    /// The names of the other files of the package that both changed in different ways; those of `theirs` stand.
    pub files: Vec<String>,
    /// What makes of `theirs` what the merge comes to.
    pub action: Action,
}

/// One place that both sides changed in different ways.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MergeConflict {
    /// The part of the connector.
    pub part: Part,
    /// The place in that part, as the merged connector has it.
    pub path: Path,
    /// What stood there before; none: nothing.
    pub base: Option<Value>,
    /// What this side made of it; none: it was removed.
    pub mine: Option<Value>,
    /// What the other side made of it, which stands there now; none: it was removed.
    pub theirs: Option<Value>,
}

impl MergeConflict {
    /// The edit that puts the value of this side in the place of the other's; none where it is there already, or
    /// where what it would be put into is gone.
    #[must_use]
    pub fn take_mine(&self, connector: &Connector) -> Option<Edit> {
        let present = connector.get(self.part, &self.path);
        if let (None, Some((list, step @ (Step::Index(_) | Step::Parameter { .. })))) =
            (present, self.path.split_last())
        {
            let items = connector.get(self.part, &list)?.as_array()?;
            let step = match step {
                Step::Index(_) => Step::Index(items.len()),
                step => step.clone(),
            };
            let change = Change::Put {
                before: None,
                after: Some(self.mine.clone()?),
                at: None,
            };
            let path = list.join(step);
            return Some(Edit {
                part: self.part,
                path,
                change,
            });
        }
        connector.set(self.part, &self.path, self.mine.clone())
    }
}

/// What one place comes to: the value, and what both sides changed below it.
#[derive(Debug)]
struct Settled {
    value: Option<Value>,
    conflicts: Vec<Clash>,
}

/// A conflict, by its steps from the value that is merged.
#[derive(Debug)]
struct Clash {
    steps: Vec<Step>,
    base: Option<Value>,
    mine: Option<Value>,
    theirs: Option<Value>,
}

impl Settled {
    fn of(value: Option<&Value>) -> Self {
        Self {
            value: value.cloned(),
            conflicts: Vec::new(),
        }
    }
}

/// Merges two versions of one connector.
#[must_use]
pub fn merge(base: &Connector, mine: &Connector, theirs: &Connector) -> Merged {
    let (documents, mut clashes) = documents(base, mine, theirs);
    let mut edits = Vec::new();
    let mut files = Vec::new();
    for part in Part::ALL {
        let root = |connector: &'_ Connector| connector.part(part).root().clone();
        let standing = root(theirs);
        if matches!(part, Part::Definition | Part::Properties) {
            edits.extend(edits_between(part, &standing, documents.root(part)));
            continue;
        }
        // No icon and no code are `null`: there is always a value.
        let settled = settle(Some(&root(base)), Some(&root(mine)), Some(&standing));
        if part == Part::Files {
            let clashes = settled.conflicts.into_iter();
            files.extend(
                clashes.filter_map(|clash| Some(clash.steps.first()?.as_key()?.to_owned())),
            );
        } else {
            clashes.extend(settled.conflicts.into_iter().map(|clash| (part, clash)));
        }
        let merged = settled.value.unwrap_or_default();
        edits.extend(edits_between(part, &standing, &merged));
    }
    let conflicts = clashes.into_iter().map(|(part, clash)| MergeConflict {
        part,
        path: Path::of(clash.steps),
        base: clash.base,
        mine: clash.mine,
        theirs: clash.theirs,
    });
    let action = Action::new("Merge", edits);
    let mut connector = theirs.clone();
    // The edits were made for `theirs`, so they fit; if they did not, `theirs` would stand as it is.
    if connector.apply_action(&action).is_err() {
        connector = theirs.clone();
    }
    Merged {
        connector,
        files,
        conflicts: conflicts.collect(),
        action,
    }
}

/// What the definitions and the properties come to: they name things of one another.
fn documents(
    base: &Connector,
    mine: &Connector,
    theirs: &Connector,
) -> (Version, Vec<(Part, Clash)>) {
    let [mut base, mut mine, mut theirs] = [base, mine, theirs].map(Version::of);
    renamed::follow(&mut base, &mut mine, &mut theirs);
    moved::follow(
        &mut base.definition,
        &mut mine.definition,
        &mut theirs.definition,
    );
    let mut clashes = Vec::new();
    let mut settled = |part| {
        let [base, mine, theirs] = [&base, &mine, &theirs].map(|version| Some(version.root(part)));
        let settled = settle(base, mine, theirs);
        clashes.extend(settled.conflicts.into_iter().map(|clash| (part, clash)));
        settled.value.unwrap_or_default()
    };
    let mut merged = Version {
        definition: settled(Part::Definition),
        properties: settled(Part::Properties),
    };
    let sides = Sides {
        base: &base,
        mine: &mine,
        theirs: &theirs,
    };
    for (part, clash) in sides.fit(&mut merged) {
        let mut told = clashes.iter();
        if !told.any(|(known, told)| *known == part && told.steps == clash.steps) {
            clashes.push((part, clash));
        }
    }
    (merged, clashes)
}

/// What three versions of one value come to.
fn settle(base: Option<&Value>, mine: Option<&Value>, theirs: Option<&Value>) -> Settled {
    let same = |one: Option<&Value>, other: Option<&Value>| match (one, other) {
        (Some(one), Some(other)) => identical(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    if same(mine, theirs) || same(base, mine) {
        return Settled::of(theirs);
    }
    if same(base, theirs) {
        return Settled::of(mine);
    }
    if let (Some(mine), Some(theirs)) = (mine, theirs)
        && let Some(settled) = rows::settle_rows(base, mine, theirs)
    {
        return settled;
    }
    // Versions that differ in the order of members only are not worth a question.
    if mine == theirs {
        return Settled::of(theirs);
    }
    Settled {
        value: theirs.cloned(),
        conflicts: vec![Clash {
            steps: Vec::new(),
            base: base.cloned(),
            mine: mine.cloned(),
            theirs: theirs.cloned(),
        }],
    }
}
